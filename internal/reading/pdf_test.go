//go:build !race

package reading

// PDFium is WebAssembly that is compiled when it starts. Under the race detector that takes half a minute each time, so
// these tests are not built there: scripts/test runs them by themselves, without it.

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"uppsikt/internal/fault"
)

// pdfCache is one folder for all runs of the tests, so that only the first compiles.
func pdfCache(t testing.TB) string {
	t.Helper()
	folder, err := os.UserCacheDir()
	if err != nil {
		return t.TempDir()
	}
	return filepath.Join(folder, "uppsikt-test", "pdfium")
}

func TestPDFFixtures(t *testing.T) {
	names, err := filepath.Glob("testdata/*/report.pdf")
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures (%v)", err)
	}
	for _, name := range names {
		readFixture(t, name, pdfCache(t))
	}
}

func TestFollowupPDF(t *testing.T) {
	readFollowup(t, "testdata/followups/table-pdf", pdfCache(t))
}

func TestPDFIsReadInChildAsHere(t *testing.T) {
	files := fixtureFiles(t, "testdata/pdf-columns")
	want, err := readCached(files, pdfCache(t))
	if err != nil {
		t.Fatal(err)
	}
	got, err := NewRoom(pdfCache(t)).Read(context.Background(), files)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, want, got)
}

// TestPDFIsReadWithoutCache needs the child's memory to do for compiling too.
func TestPDFIsReadWithoutCache(t *testing.T) {
	if _, err := NewRoom("/proc/no-folder").Read(context.Background(), fixtureFiles(t, "testdata/pdf-columns")); err != nil {
		t.Fatal(err)
	}
}

func TestPDFThatCannotBeRead(t *testing.T) {
	whole := fixtureFiles(t, "testdata/pdf-columns")[0].Content
	for name, c := range map[string]struct {
		content []byte
		code    string
	}{
		"its first bytes alone": {[]byte("%PDF-1.7\n"), CodeUnreadable},
		"its pages torn away":   {whole[:2000], CodeUnreadable},
		"only a picture":        {scannedPDF(), CodeNoText},
		"with a password":       {encryptedPDF(), CodeEncrypted},
		"pages within pages":    {endlessPDF(), CodeNoText},
	} {
		if _, err := NewRoom(pdfCache(t)).Read(context.Background(), []File{{"rapport.pdf", c.content}}); !fault.Is(err, c.code) {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

// pdfOf writes a PDF of numbered objects, the first of which is its root.
func pdfOf(trailer string, objects ...string) []byte {
	var pdf bytes.Buffer
	pdf.WriteString("%PDF-1.4\n")
	places := make([]int, len(objects))
	for i, object := range objects {
		places[i] = pdf.Len()
		fmt.Fprintf(&pdf, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := pdf.Len()
	fmt.Fprintf(&pdf, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, place := range places {
		fmt.Fprintf(&pdf, "%010d 00000 n \n", place)
	}
	fmt.Fprintf(&pdf, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, start)
	return pdf.Bytes()
}

func stream(dictionary, content string) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", dictionary, len(content), content)
}

func scannedPDF() []byte {
	return pdfOf("", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</Im0 5 0 R>>>>>>",
		stream("", "q 595 0 0 842 0 0 cm /Im0 Do Q"),
		stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "\x00"))
}

// encryptedPDF claims a password that nobody knows.
func encryptedPDF() []byte {
	key := strings.Repeat("5a", 32)
	return pdfOf("/Encrypt 4 0 R/ID[<00><00>]", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>", "<</Filter/Standard/V 1/R 2/Length 40/P -4/O<"+key+">/U<"+key+">>>")
}

// brokenFontPDF writes letters of a font whose file is rubbish and which says of no letter what it means.
func brokenFontPDF() []byte {
	return pdfOf("", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		stream("", "BT /F 11 Tf 72 700 Td <0001000200030004> Tj ET"),
		"<</Type/Font/Subtype/Type0/BaseFont/Rubbish/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
		"<</Type/Font/Subtype/CIDFontType2/BaseFont/Rubbish/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R>>",
		"<</Type/FontDescriptor/FontName/Rubbish/Flags 4/FontFile2 8 0 R>>",
		stream("", strings.Repeat("rubbish", 100)))
}

// TestPDFOfABrokenFontGivesNoValues: letters that mean nothing are no text, or at least become no value.
func TestPDFOfABrokenFontGivesNoValues(t *testing.T) {
	got, err := NewRoom(pdfCache(t)).Read(context.Background(), []File{{"rapport.pdf", brokenFontPDF()}})
	if err != nil {
		if !fault.Is(err, CodeNoText) {
			t.Error(err)
		}
		return
	}
	if values := quotations(got); len(values) > 0 || len(got.Committees) > 0 {
		t.Errorf("%q, %v", values, got.Committees)
	}
	tellsWhatIsEmpty(t, got)
}

// endlessPDF has a tree of pages that contains itself.
func endlessPDF() []byte {
	return pdfOf("", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>")
}

// TestPDFOfManyPagesIsReadSoFar: what is too long is read from its beginning, and said to be cut.
func TestPDFOfManyPagesIsReadSoFar(t *testing.T) {
	const count = 5000
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"}
	var kids strings.Builder
	for i := range count {
		fmt.Fprintf(&kids, "%d 0 R ", len(objects)+1)
		objects = append(objects, fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>", len(objects)+2),
			stream("", fmt.Sprintf("BT /F 11 Tf 72 700 Td (Granskning av arkivet i Storan, sidan %d.) Tj ET", i)))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), count)
	got, err := NewRoom(pdfCache(t)).Read(context.Background(), []File{{"rapport.pdf", pdfOf("", objects...)}})
	if err != nil {
		t.Fatal(err)
	}
	if !warned(got, warnTruncated) {
		t.Error("nothing says that the pages were too many")
	}
}

func TestPDFSource(t *testing.T) {
	checkSource(t, "testdata/pdf-columns", pdfCache(t))
}
