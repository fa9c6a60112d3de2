package attachment

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"uppsikt/internal/fault"
)

func TestATypeIsFoundInTheContentAndProgramsAreRefused(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"rapport.pdf", "%PDF-1.7\n%âãÏÓ", "application/pdf"},
		{"rapport.docx", office(t, "word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		{"lista.xlsx", office(t, "xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
		{"bilder.pptx", office(t, "ppt/presentation.xml"), "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
		{"brev.odt", openDocument(t, "application/vnd.oasis.opendocument.text"), "application/vnd.oasis.opendocument.text"},
		{"lista.ods", openDocument(t, "application/vnd.oasis.opendocument.spreadsheet"), "application/vnd.oasis.opendocument.spreadsheet"},
		{"anteckning.txt", "Rutinen gäller från våren.", "text/plain"},
		{"äldre.txt", "Rutinen g\xe4ller.", "text/plain"},
		{"lista.csv", "Nummer;Text\n1;Rutin\n2;Plan\n", "text/plain"}, // semicolons are not what the library knows
		{"lista.csv", "Nummer,Text\n1,Rutin\n2,Plan\n", "text/csv"},
		{"brev.rtf", `{\rtf1 Rutin}`, "text/rtf"},
		{"bild.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "image/png"},
		{"bild.jpg", "\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"},
		{"bild.webp", "RIFF\x24\x00\x00\x00WEBPVP8 ", "image/webp"},
		{"brev.eml", "From: a@storan.example\r\nTo: b@storan.example\r\nSubject: Rutin\r\n\r\nHej", "message/rfc822"},

		{"rapport.pdf", "<!DOCTYPE html><script>alert(1)</script>", ""},
		{"bild.png", `<svg xmlns="http://www.w3.org/2000/svg"></svg>`, ""},
		{"rapport.pdf", "MZ\x90\x00\x03", ""},
		{"rapport.txt", "#!/bin/sh\nrm -rf /\n", ""},
		{"rapport.ps1", "Remove-Item *", ""},
		{"rapport.html", "bara text", ""},
		{"rapport.svg", "bara text", ""},
		{"allt.zip", office(t, "rapport.pdf"), ""},
		{"rapport.json", `{"a": 1}`, ""},
		{"rapport.pdf", "\x00\x01\x02\x03", ""},
	} {
		found, err := mediaType(c.name, []byte(c.content))
		if found != c.want || fault.Is(err, "file_type_not_allowed") != (c.want == "") {
			t.Errorf("%s %.20q: %s, %v", c.name, c.content, found, err)
		}
	}
}

func office(t *testing.T, main string) string {
	t.Helper()
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	for _, name := range []string{"[Content_Types].xml", "_rels/.rels", main} {
		if _, err := archive.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return file.String()
}

func openDocument(t *testing.T, mediaType string) string {
	t.Helper()
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	entry, err := archive.CreateRaw(&zip.FileHeader{Name: "mimetype", Method: zip.Store, CompressedSize64: uint64(len(mediaType)), UncompressedSize64: uint64(len(mediaType))})
	if err == nil {
		_, err = entry.Write([]byte(mediaType))
	}
	if err == nil {
		err = archive.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return file.String()
}

func TestANameIsCleaned(t *testing.T) {
	long := strings.Repeat("å", 300)
	for given, want := range map[string]string{
		"Rapport.pdf":                "Rapport.pdf",
		"../../etc/passwd":           "passwd",
		`C:\Ärenden\Rutin 2.pdf`:     "Rutin 2.pdf",
		"rapport\r\nX-Header: 1.pdf": "rapportX-Header: 1.pdf",
		"rapport\u202efdp.exe":       "rapportfdp.exe",
		" . ":                        "fil",
		"":                           "fil",
		long + ".pdf":                long[:2*196] + ".pdf",
		"a." + long:                  "a." + long[:2*198],
	} {
		if got := cleanName(given); got != want {
			t.Errorf("%q became %q, want %q", given, got, want)
		}
	}
}
