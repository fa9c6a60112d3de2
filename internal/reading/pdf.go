package reading

import "bytes"

func isPDF(content []byte) bool { return bytes.HasPrefix(content, []byte("%PDF-")) }
func pdfLines(file File) (extract, error) {
	return extract{}, errUnreadable(file.Name, "this is a PDF")
}
