package document

import (
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestTheStructureInTheFileHoldsTheWholeText(t *testing.T) {
	for _, d := range []Document{sample(), generated(2), generated(8)} {
		f := openTagged(t, mustPDF(t, d))
		if got, want := bare(f.text(f.root())), bare(PlainText(d)); got != want {
			t.Errorf("%q: %s", d.Title, firstDifference(got, want))
		}
	}
}

func TestAllThatIsPaintedIsTagged(t *testing.T) {
	paint := regexp.MustCompile(`(?s)\) Tj|\d l S`)
	tagged := regexp.MustCompile(`(?s)/\w+ <<[^>]*>> BDC\n.*?\nEMC`)
	for _, d := range []Document{sample(), generated(2), hostile()} {
		f := openTagged(t, mustPDF(t, d))
		for _, content := range f.contents {
			if found := paint.Find(tagged.ReplaceAll(content, nil)); found != nil {
				t.Errorf("%q paints outside tags: %q", d.Title, found)
			}
		}
	}
}

func TestHeadingLevelsAreNotSkippedOnTheWayDown(t *testing.T) {
	_, root := layout(Document{Blocks: []Block{Heading{3, "a"}, Heading{3, "b"}, Heading{1, "c"}, Heading{3, "d"}}})
	var roles []string
	for _, e := range root.children {
		roles = append(roles, string(e.role))
	}
	if got := strings.Join(roles, " "); got != "H1 H1 H1 H2" {
		t.Errorf("got %s", got)
	}
}

func TestTheOutlineListsTheHeadings(t *testing.T) {
	d := sample()
	want := []string{"0 " + d.Title}
	for _, b := range d.Blocks {
		if h, ok := b.(Heading); ok {
			want = append(want, fmt.Sprintf("%d %s", h.Level, h.Text))
		}
	}
	f := openTagged(t, mustPDF(t, d))
	var got []string
	var visit func(object string, level int)
	visit = func(object string, level int) {
		for object != "" {
			m := outlineEntry.FindStringSubmatch(f.objects[object])
			if page := f.contents[m[5]]; len(page) == 0 {
				t.Errorf("%s leads nowhere", m[1])
			}
			title, _ := hex.DecodeString(m[1])
			got = append(got, fmt.Sprintf("%d %s", level, fromUTF16(title[2:])))
			visit(m[4], level+1)
			object = m[3]
		}
	}
	for _, object := range f.objects {
		if m := outlineList.FindStringSubmatch(object); m != nil {
			visit(m[1], 0)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

var (
	outlineList  = regexp.MustCompile(`^<</Type/Outlines/First (\d+) 0 R`)
	outlineEntry = regexp.MustCompile(`^<</Title<(\w+)>/Parent \d+ 0 R(/Prev \d+ 0 R)?(?:/Next (\d+) 0 R)?(?:/First (\d+) 0 R/Last \d+ 0 R/Count \d+)?/Dest\[(\d+) 0 R`)
)

// taggedFile is a PDF's objects as somebody else would find them.
type taggedFile struct {
	objects  map[string]string
	contents map[string][]byte // of each page object
}

var (
	anyObject   = regexp.MustCompile(`(?s)(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj`)
	structKids  = regexp.MustCompile(`/K\[(.*?)\](?:/A|>>$)`)
	structKid   = regexp.MustCompile(`<</Type/MCR/Pg (\d+) 0 R/MCID (\d+)>>|<</Type/OBJR/Obj \d+ 0 R>>|(\d+) 0 R`)
	markedWords = `(?s) <</MCID %s>> BDC\n(.*?)\nEMC`
)

func openTagged(t *testing.T, pdf []byte) taggedFile {
	t.Helper()
	f := taggedFile{map[string]string{}, map[string][]byte{}}
	for _, m := range anyObject.FindAllSubmatch(pdf, -1) {
		f.objects[string(m[1])] = string(m[2])
	}
	for name, object := range f.objects {
		if m := contentReference.FindStringSubmatch(object); m != nil {
			data := streams.FindStringSubmatch(f.objects[m[1]])
			f.contents[name] = inflated([]byte(data[1]))
		}
	}
	return f
}

// text is the words below a structure element, in its order.
func (f taggedFile) text(object string) string {
	words := ""
	for _, kid := range structKid.FindAllStringSubmatch(structKids.FindStringSubmatch(f.objects[object])[1], -1) {
		switch {
		case kid[3] != "":
			words += f.text(kid[3])
		case kid[1] != "":
			marked := regexp.MustCompile(fmt.Sprintf(markedWords, kid[2])).FindSubmatch(f.contents[kid[1]])
			words += fromUTF16(unescaped(shown.FindSubmatch(marked[1])[1]))
		}
	}
	return words
}

// root is the object of the structure's one topmost element.
func (f taggedFile) root() string {
	for _, object := range f.objects {
		if strings.HasPrefix(object, "<</Type/StructTreeRoot") {
			return reference.FindStringSubmatch(object)[1]
		}
	}
	return ""
}
