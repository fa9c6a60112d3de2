package reading

import (
	"bytes"
	"net/http"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// line is one line of a file's text. heading is the level that its format gave it, 0 for none.
type line struct {
	number  int
	text    string
	heading int
	page    int  // of a PDF, else 0
	scar    bool // a page ended here
	width   int  // of a full line in its column, where columns were set apart, else 0
}

// extract is a file's text line by line. cut tells why it does not reach to the file's end, if it does not; unlined, that the
// file has no lines of its own.
type extract struct {
	lines   []line
	cut     string
	unlined bool
}

const (
	docxSignature   = "PK\x03\x04"
	officeSignature = "\xD0\xCF\x11\xE0"
	rtfSignature    = "{\\rtf"
)

// encryptedPackage is the name, in UTF-16, of what an Office document with a password consists of.
var encryptedPackage = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")

// extractOf gives a file's text whatever format and encoding it is in. What a file is its first bytes tell, not its name.
func extractOf(file File, cacheFolder string) (extract, error) {
	begins := func(signature string) bool { return bytes.HasPrefix(file.Content, []byte(signature)) }
	switch {
	case begins(docxSignature):
		return docxLines(file)
	case isPDF(file.Content):
		return pdfLines(file, cacheFolder)
	case begins(officeSignature) && bytes.Contains(file.Content, encryptedPackage):
		return extract{}, errEncrypted(file.Name)
	case begins(officeSignature):
		return extract{}, errUnreadable(file.Name, "this is an older Office document")
	case begins(rtfSignature):
		return extract{}, errUnreadable(file.Name, "this is an RTF document")
	}
	text, err := decode(file)
	if err != nil {
		return extract{}, err
	}
	if looksLikeHTML(text) {
		lines, err := htmlLines(text)
		return extract{lines: lines}, err
	}
	return extract{lines: textLines(text)}, nil
}

func textLines(text string) []line {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	var lines []line
	for i, raw := range strings.Split(text, "\n") {
		lines = append(lines, line{number: i + 1, text: raw})
	}
	return lines
}

// decode gives UTF-8. What is not UTF-8 is taken as Windows-1252, of which ISO-8859-1's printable letters are a part.
func decode(file File) (string, error) {
	content := file.Content
	switch {
	case bytes.HasPrefix(content, []byte("\xEF\xBB\xBF")):
		content = content[3:]
	case bytes.HasPrefix(content, []byte("\xFF\xFE")), bytes.HasPrefix(content, []byte("\xFE\xFF")):
		decoded, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(content)
		if err != nil {
			return "", errUnreadable(file.Name, "its UTF-16 is broken")
		}
		content = decoded
	}
	if bytes.IndexByte(content, 0) >= 0 {
		return "", errUnreadable(file.Name, "this is binary content")
	}
	if utf8.Valid(content) {
		return string(content), nil // even where an HTML page declares another: what it is decides
	}
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(content)
	if err != nil {
		return "", errUnreadable(file.Name, "its encoding is unknown")
	}
	return string(decoded), nil
}

func looksLikeHTML(text string) bool {
	head := strings.TrimSpace(text[:min(len(text), 4096)])
	return strings.HasPrefix(http.DetectContentType([]byte(head)), "text/html")
}
