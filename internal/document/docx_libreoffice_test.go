package document

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestLibreOfficeReadsTheDOCXAsThePDFReads(t *testing.T) {
	needLibreOffice(t)
	folder := t.TempDir()
	documents := map[string]Document{"sample": sample(), "generated3": generated(3), "generated5": generated(5), "lists": lists(), "memorandum": memorandum(), "appendix": withAppendix(), "empty": {}}
	for name, d := range documents {
		write(t, filepath.Join(folder, name+".docx"), mustDOCX(t, d))
	}
	convert(t, folder, "txt:Text")
	for name, d := range documents {
		read, err := os.ReadFile(filepath.Join(folder, "converted", name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		pdf := openTagged(t, mustPDF(t, d))
		if got, want := bare(bullets.Replace(string(read))), bare(pdf.text(pdf.root())); got != want {
			t.Errorf("%s: %s", d.Title, firstDifference(got, want))
		}
	}
}

func TestLibreOfficeSetsHeadsAndPageNumbersOnEveryPage(t *testing.T) {
	needLibreOffice(t)
	folder := t.TempDir()
	write(t, filepath.Join(folder, "sample.docx"), mustDOCX(t, sample()))
	convert(t, folder, "pdf")
	pages := strings.Split(strings.TrimSuffix(output(t, "pdftotext", "-layout", filepath.Join(folder, "converted", "sample.pdf"), "-"), "\f"), "\f")
	if len(pages) < 2 {
		t.Fatal("the sample has only one page")
	}
	for i, page := range pages {
		for _, want := range []string{"AMN 2024/0031", "Förslag", fmt.Sprintf("Sida %d av %d", i+1, len(pages))} {
			if found := strings.Count(page, want); found != 1 {
				t.Errorf("page %d says %q %d times", i+1, want, found)
			}
		}
	}
}

func TestLibreOfficeBeginsAnAppendixOnAPageOfItsOwn(t *testing.T) {
	needLibreOffice(t)
	folder := t.TempDir()
	d := withAppendix()
	for lines := range 12 { // the end of the memorandum comes to stand at each place of a page's end
		filled := d
		filled.Blocks = append(slices.Repeat([]Block{Paragraph{Plain("Rad.")}}, 2*lines), d.Blocks...)
		write(t, filepath.Join(folder, fmt.Sprintf("%d.docx", lines)), mustDOCX(t, filled))
	}
	convert(t, folder, "pdf")
	for lines := range 12 {
		pages := strings.Split(strings.TrimSuffix(output(t, "pdftotext", "-layout", filepath.Join(folder, "converted", fmt.Sprintf("%d.pdf", lines)), "-"), "\f"), "\f")
		first := slices.IndexFunc(pages, func(page string) bool { return strings.Contains(page, "Bilaga:") })
		if before := pages[first-1]; !strings.Contains(before, "Mats Åkerlind") || strings.Contains(pages[first], "Mats Åkerlind") {
			t.Errorf("%d lines: before the appendix stands %q", 2*lines, before)
		}
		if !strings.Contains(pages[first-1], "Utkast") || !strings.Contains(pages[first+1], "Förslag") || strings.Contains(pages[first+1], "Utkast") {
			t.Errorf("%d lines: the appendix has not its own head", 2*lines)
		}
	}
}

// bullets are drawn by depth where LibreOffice writes plain text.
var bullets = strings.NewReplacer("\ufeff", "", "◦", "•", "▪", "•")

// needLibreOffice fails where scripts/test installs it, and skips where the machine's owner decides.
func needLibreOffice(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("soffice"); err == nil {
		return
	}
	if _, err := os.Stat("/etc/debian_version"); err == nil && os.Geteuid() == 0 {
		t.Fatal("soffice was not found: scripts/test installs libreoffice-writer-nogui")
	}
	t.Skip("soffice was not found: install LibreOffice's word processor to run this")
}

// convert has LibreOffice make the format of all documents in the folder, in the folder "converted" there.
func convert(t *testing.T, folder, format string) {
	t.Helper()
	documents, err := filepath.Glob(filepath.Join(folder, "*.docx"))
	if err != nil {
		t.Fatal(err)
	}
	output(t, "soffice", append([]string{
		"-env:UserInstallation=file://" + filepath.Join(folder, "profile"), "--headless", "--convert-to", format, "--outdir", filepath.Join(folder, "converted"),
	}, documents...)...)
}

func output(t *testing.T, program string, arguments ...string) string {
	t.Helper()
	command := exec.CommandContext(t.Context(), program, arguments...)
	printed, err := command.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", command, err, printed)
	}
	return string(printed)
}

func write(t *testing.T, name string, content []byte) {
	t.Helper()
	if err := os.WriteFile(name, content, 0o600); err != nil {
		t.Fatal(err)
	}
}
