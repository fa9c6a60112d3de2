// Package sheetimport takes a table in from a spreadsheet: a form with a file, its columns by their names, its cells as
// values, and what is wrong by row and column. Which fields there are and what a row does, its capability says.
package sheetimport

import (
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net/http"

	"uppsikt/internal/fault"
	"uppsikt/internal/spreadsheet"
)

// File is one on its way in.
type File struct {
	Name    string
	Content []byte
	Columns map[string]*string // by head: what the person has chosen otherwise than suggested; nil leaves a column out
	Preview bool
}

// longestColumns is of the form's field that says what the columns hold.
const longestColumns = 256 << 10

// ReadForm takes a form apart; its fields stand before its file.
func ReadForm(form *multipart.Reader) (File, error) {
	given := File{Preview: true}
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return given, fault.InvalidField("/file", "required", "the file is the form's last part")
		}
		if err != nil {
			return given, uploadFault(err)
		}
		content, err := io.ReadAll(io.LimitReader(part, spreadsheet.LargestFile+1))
		if err != nil {
			return given, uploadFault(err)
		}
		switch part.FormName() {
		case "file":
			given.Name, given.Content = part.FileName(), content
			return given, nil
		case "preview":
			given.Preview = string(content) != "false"
		case "columns":
			if len(content) > longestColumns || json.Unmarshal(content, &given.Columns) != nil {
				return given, fault.InvalidField("/columns", "format", "a JSON object from heads to fields")
			}
		}
	}
}

func uploadFault(err error) error {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return fault.Invalid("import_too_large", "").Because(err)
	}
	return fault.Malformed("the file could not be received").Because(err)
}

// Tables are the file's. The spreadsheet's own faults speak of any file, these of one that is taken in.
func (f File) Tables() ([]spreadsheet.Table, error) {
	tables, err := spreadsheet.Read(f.Name, f.Content)
	switch {
	case fault.Is(err, "unreadable"):
		return nil, fault.Invalid("not_a_spreadsheet", "").Because(err)
	case fault.Is(err, "too_large"):
		return nil, fault.Invalid("import_too_large", "").Because(err)
	}
	return tables, err
}
