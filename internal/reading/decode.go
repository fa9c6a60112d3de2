package reading

import (
	"bytes"
	"net/http"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// line is one line of a file's text. heading is the level that HTML gave it, 0 for none.
type line struct {
	number  int
	text    string
	heading int
}

// signatures are the first bytes of formats that cannot be read yet, so that the message can name them.
var signatures = []struct{ prefix, name string }{
	{"%PDF-", "this is a PDF"},
	{"PK\x03\x04", "this is a DOCX or another zipped format"},
	{"\xD0\xCF\x11\xE0", "this is an older Office document"},
	{"{\\rtf", "this is an RTF document"},
}

// linesOf gives a file's text line by line, whatever encoding it is in and whether it is text or HTML.
func linesOf(file File) ([]line, error) {
	for _, signature := range signatures {
		if bytes.HasPrefix(file.Content, []byte(signature.prefix)) {
			return nil, errUnreadable(file.Name, signature.name)
		}
	}
	text, err := decode(file)
	if err != nil {
		return nil, err
	}
	if looksLikeHTML(text) {
		return htmlLines(text)
	}
	return textLines(text), nil
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
