package spreadsheet

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"uppsikt/internal/fault"
)

// What a file may be at most; more is 422 too_large.
const (
	LargestFile = 10 << 20
	MostRows    = 50_000
	mostColumns = 500
	mostText    = 64 << 20 // of all cells: few letters in the file can be many in the cells
)

// Read reads a file's tables, finding its format in its content: a workbook's visible sheets, or the one table of a CSV
// file, named as the file. 422 unreadable for what is neither, or protected by a password.
func Read(name string, content []byte) (tables []Table, err error) {
	defer func() {
		if cause := recover(); cause != nil { // a file from anywhere must not end the program, whatever its reader missed
			tables, err = nil, unreadable(fmt.Errorf("panic: %v", cause))
		}
	}()
	switch {
	case len(content) > LargestFile:
		return nil, tooLarge(fmt.Sprintf("at most %d MB", LargestFile>>20))
	case bytes.HasPrefix(content, []byte("PK\x03\x04")):
		return readXLSX(content)
	}
	text, err := decode(content)
	if err != nil {
		return nil, err
	}
	rows, err := readCSV(text)
	if err != nil {
		return nil, err
	}
	return []Table{{Name: strings.TrimSuffix(path.Base(name), path.Ext(name)), Rows: rows}}, nil
}

// gatherer collects rows within the limits. Empty rows are kept where others follow, so that rows have their numbers.
type gatherer struct {
	rows    [][]Cell
	waiting int // empty rows that may be the last
	text    int
}

func (g *gatherer) add(row []Cell) error {
	row = withoutEmptyLast(row)
	if len(row) == 0 {
		g.waiting++
		return nil
	}
	if len(g.rows)+g.waiting+1 > MostRows {
		return tooLarge(fmt.Sprintf("at most %d rows", MostRows))
	}
	if len(row) > mostColumns {
		return tooLarge(fmt.Sprintf("at most %d columns", mostColumns))
	}
	for _, cell := range row {
		if g.text += len(cell.Text); g.text > mostText {
			return tooLarge("too much text")
		}
	}
	g.rows = append(append(g.rows, make([][]Cell, g.waiting)...), row)
	g.waiting = 0
	return nil
}

func withoutEmptyLast(row []Cell) []Cell {
	for len(row) > 0 && row[len(row)-1].Text == "" {
		row = row[:len(row)-1]
	}
	return row
}

func unreadable(cause error) error { return fault.Invalid("unreadable", "").Because(cause) }

func tooLarge(detail string) error { return fault.Invalid("too_large", detail) }
