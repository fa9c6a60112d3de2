package spreadsheet

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"uppsikt/internal/calendar"
)

const (
	language    = "sv-SE"
	program     = "Uppsikt"
	dateFormat  = "yyyy-mm-dd"
	longestCell = excelize.TotalCellChars // of UTF-16, as the format counts
)

// Write writes the sheet in a format.
func Write(to io.Writer, format Format, sheet Sheet) error {
	switch format {
	case XLSX:
		return WriteWorkbook(to, []Sheet{sheet})
	case CSV:
		if err := checkRows(sheet); err != nil {
			return err
		}
		return writeCSV(to, sheet)
	}
	return fmt.Errorf("no spreadsheet format %q", format)
}

func checkRows(sheet Sheet) error {
	for i, row := range sheet.Rows {
		if len(row) > len(sheet.Columns) {
			return fmt.Errorf("row %d has %d cells for %d columns", i+1, len(row), len(sheet.Columns))
		}
	}
	return nil
}

// writeCSV writes as Swedish Excel opens by a double click: semicolons, UTF-8 with a byte-order mark.
func writeCSV(to io.Writer, sheet Sheet) error {
	if _, err := io.WriteString(to, byteOrderMark); err != nil {
		return err
	}
	writer := csv.NewWriter(to)
	writer.Comma, writer.UseCRLF = ';', true
	titles := make([]string, len(sheet.Columns))
	for i, column := range sheet.Columns {
		titles[i] = disarm(column.Title)
	}
	rows := append([][]string{titles}, make([][]string, len(sheet.Rows))...)
	for i, row := range sheet.Rows {
		rows[i+1] = make([]string, len(sheet.Columns))
		for j, text := range row {
			rows[i+1][j] = disarm(text)
		}
	}
	return writer.WriteAll(rows)
}

// disarm puts an apostrophe before what a spreadsheet would take for a formula; arm takes it away again.
func disarm(text string) string {
	if text = oneLineFeed.Replace(text); isArmed(text) && !wholeNumber.MatchString(text) {
		return "'" + text
	}
	return text
}

func arm(text string) string {
	if rest, isEscaped := strings.CutPrefix(text, "'"); isEscaped && isArmed(rest) {
		return rest
	}
	return text
}

// isArmed tells what begins a formula, also behind apostrophes: they are told from our own by being one more.
func isArmed(text string) bool {
	text = strings.TrimLeft(text, "'")
	return text != "" && strings.ContainsRune("=+-@\t\r\n", rune(text[0]))
}

// WriteWorkbook writes sheets as XLSX, named after the first: row by row, the header bold and frozen, with a filter; dates
// and numbers real, all else as strings.
func WriteWorkbook(to io.Writer, sheets []Sheet) (err error) {
	file := excelize.NewFile()
	defer func() { err = cmp.Or(err, file.Close()) }()
	styles, err := newStyles(file)
	if err != nil {
		return fmt.Errorf("make the sheets' styles: %w", err)
	}
	for i, sheet := range sheets {
		if err := writeSheet(file, i, sheet, styles); err != nil {
			return fmt.Errorf("write the sheet: %w", err)
		}
	}
	if err := describe(file, sheets[0]); err != nil {
		return fmt.Errorf("describe the workbook: %w", err)
	}
	_, err = file.WriteTo(to)
	return err
}

func writeSheet(file *excelize.File, place int, sheet Sheet, styles styles) error {
	if err := checkRows(sheet); err != nil {
		return err
	}
	name := sheetName(sheet.Name)
	if err := begin(file, place, name); err != nil {
		return err
	}
	if len(sheet.Columns) > 0 {
		last, err := excelize.CoordinatesToCellName(len(sheet.Columns), len(sheet.Rows)+1)
		if err != nil {
			return err
		}
		if err := file.AutoFilter(name, "A1:"+last, nil); err != nil {
			return err
		}
	}
	return streamRows(file, sheet, name, styles)
}

// begin names the sheet that a new workbook has, or adds one.
func begin(file *excelize.File, place int, name string) error {
	if place == 0 {
		return file.SetSheetName("Sheet1", name)
	}
	_, err := file.NewSheet(name)
	return err
}

func describe(file *excelize.File, sheet Sheet) error {
	created := sheet.Created.UTC().Format(time.RFC3339)
	return file.SetDocProps(&excelize.DocProperties{
		Title: sheet.Name, Creator: program, LastModifiedBy: program, Language: language, Created: created, Modified: created,
	})
}

// styles are how each kind of cell looks.
type styles struct {
	header int
	of     map[Kind]int
}

func newStyles(file *excelize.File) (made styles, err error) {
	format := dateFormat
	made.of = map[Kind]int{}
	top := &excelize.Alignment{Vertical: "top"}
	for kind, style := range map[Kind]*excelize.Style{
		"header": {Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}},
		Text:     {Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}},
		Integer:  {Alignment: top, NumFmt: 1},
		Decimal:  {Alignment: top},
		Date:     {Alignment: top, CustomNumFmt: &format},
	} {
		if made.of[kind], err = file.NewStyle(style); err != nil {
			return made, err
		}
	}
	made.header = made.of["header"]
	return made, nil
}

func streamRows(file *excelize.File, sheet Sheet, name string, styles styles) error {
	stream, err := file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	header := make([]any, len(sheet.Columns))
	for i, column := range sheet.Columns {
		if err := stream.SetColWidth(i+1, i+1, column.width()); err != nil {
			return err
		}
		header[i] = excelize.Cell{StyleID: styles.header, Value: oneLineFeed.Replace(column.Title)}
	}
	if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := stream.SetRow("A1", header); err != nil {
		return err
	}
	for i, row := range sheet.Rows {
		cells := make([]any, len(row))
		for j, text := range row {
			if len(utf16.Encode([]rune(text))) > longestCell {
				return fmt.Errorf("row %d, column %d: longer than a cell can be", i+1, j+1)
			}
			cells[j] = cell(text, sheet.Columns[j].Kind, styles)
		}
		if err := stream.SetRow("A"+strconv.Itoa(i+2), cells); err != nil {
			return err
		}
	}
	return stream.Flush()
}

// cell: a number or a date where the column's kind and the text agree, else a string and never a formula.
func cell(text string, kind Kind, styles styles) any {
	if text == "" {
		return nil
	}
	if kind == Decimal && pointNumber.MatchString(text) {
		number, _ := strconv.ParseFloat(text, 64) // the expression lets digits through
		return excelize.Cell{StyleID: styles.of[Decimal], Value: number}
	}
	if found := cellOf(text); found.Kind == kind && found.Text == text {
		switch kind {
		case Integer:
			number, _ := strconv.ParseInt(text, 10, 64) // the expression lets 15 digits through
			return excelize.Cell{StyleID: styles.of[Integer], Value: number}
		case Date:
			date, _ := calendar.Parse(text) // it was found to be one
			if date.Year() >= 1901 {        // before that a spreadsheet has no days
				return excelize.Cell{StyleID: styles.of[Date], Value: date.Time()}
			}
		}
	}
	return excelize.Cell{StyleID: styles.of[Text], Value: oneLineFeed.Replace(text)}
}

func (c Column) width() float64 {
	return cmp.Or(c.Width, float64(min(max(utf8.RuneCountInString(c.Title)+4, 12), 60)))
}

// sheetName leaves out what a sheet may not be called.
func sheetName(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) || r < ' ' {
			return ' '
		}
		return r
	}, name)
	letters := []rune(strings.Trim(name, " '"))
	return cmp.Or(strings.Trim(string(letters[:min(len(letters), excelize.MaxSheetNameLength)]), " '"), "Blad1")
}
