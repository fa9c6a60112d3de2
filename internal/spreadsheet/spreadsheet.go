// Package spreadsheet writes tables as XLSX and CSV and reads them back: what was written is read the same. It knows no
// domain. A cell is its text, a date as 2024-02-29; what is text never becomes a formula.
package spreadsheet

import (
	"regexp"
	"strings"
	"time"

	"uppsikt/internal/calendar"
)

// Format of a file.
type Format string

const (
	XLSX Format = "xlsx"
	CSV  Format = "csv"
)

// Kind is what a cell's text is.
type Kind string

const (
	Text    Kind = "text"
	Integer Kind = "integer"
	Date    Kind = "date"
	Decimal Kind = "decimal" // of a column that is written: as text it comes back with a decimal point
)

// Sheet is a table to be written. A cell that is not of its column's kind is written as text.
type Sheet struct {
	Name    string // the sheet's, and the document's title
	Created time.Time
	Columns []Column
	Rows    [][]string // in the columns' order; "" is an empty cell
}

// Column of a sheet.
type Column struct {
	Title string
	Kind  Kind
	Width float64 // in letters; 0 is one that suits the title
}

// Table is a sheet as it was read: row i is the file's row i+1, without the empty ones last.
type Table struct {
	Name string
	Rows [][]Cell
}

// Cell is what stands in one, and what it looks like.
type Cell struct {
	Text string
	Kind Kind
}

// CellFault points at what is wrong in a file that was read; rows and columns are counted from 1.
type CellFault struct {
	Row    int    `json:"row"`
	Column int    `json:"column"`
	Code   string `json:"code"`
}

var (
	wholeNumber = regexp.MustCompile(`^(0|-?[1-9]\d{0,14})$`) // 15 digits are what a spreadsheet keeps; 007 is no number
	pointNumber = regexp.MustCompile(`^-?(0|[1-9]\d{0,11})(\.\d{1,2})?$`)
	writtenDate = regexp.MustCompile(`^(\d{4})[-/.](\d{2})[-/.](\d{2})([ T]00:00(:00)?)?$`)
)

// cellOf finds the kind, and writes a date in the one way.
func cellOf(text string) Cell {
	if wholeNumber.MatchString(text) {
		return Cell{text, Integer}
	}
	if date := asDate(text); date != "" {
		return Cell{date, Date}
	}
	return Cell{text, Text}
}

func asDate(text string) string {
	found := writtenDate.FindStringSubmatch(text)
	if found == nil {
		return ""
	}
	date, err := calendar.Parse(strings.Join(found[1:4], "-"))
	if err != nil {
		return ""
	}
	return date.String()
}

// oneLineFeed: a line ends in one way in every format, so that what is read is what was written.
var oneLineFeed = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// AsRead is a text as it comes back when it has been written and read.
func AsRead(text string) string { return cellOf(oneLineFeed.Replace(text)).Text }
