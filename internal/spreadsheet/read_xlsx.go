package spreadsheet

import (
	"bytes"
	"cmp"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

const largestUnzipped = 100 << 20

// builtinShortDate is the number of the date format that the options name.
const builtinShortDate = 14

// builtinPercent is the number of the format that shows a share in percent.
const builtinPercent = 10

// readXLSX reads a row at a time: a sheet is never in memory as a whole, since a few letters can name cells by millions.
func readXLSX(content []byte) (tables []Table, err error) {
	file, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{UnzipSizeLimit: largestUnzipped, ShortDatePattern: dateFormat})
	if err != nil {
		return nil, openFault(err)
	}
	defer func() { err = cmp.Or(err, file.Close()) }()
	if err := showDatesAlike(file); err != nil {
		return nil, unreadable(err)
	}
	gathered := &gatherer{}
	for _, name := range file.GetSheetList() {
		if visible, err := file.GetSheetVisible(name); err != nil || !visible {
			continue
		}
		gathered = &gatherer{text: gathered.text}
		if err := readSheet(file, name, gathered); err != nil {
			return nil, err
		}
		tables = append(tables, Table{name, gathered.rows})
	}
	return tables, nil
}

func openFault(err error) error {
	if strings.Contains(err.Error(), "unzip size exceeds") { // the library has no error value for it
		return tooLarge("unpacked")
	}
	return unreadable(err)
}

// showDatesAlike makes every date be shown in the one way, every share in percent, and every other number as it is.
func showDatesAlike(file *excelize.File) error {
	if file.Styles == nil || file.Styles.CellXfs == nil {
		return nil
	}
	for i := range file.Styles.CellXfs.Xf {
		style, err := file.GetStyle(i)
		if err != nil {
			return err
		}
		format := 0
		switch {
		case isDateFormat(style):
			format = builtinShortDate
		case isPercentFormat(style):
			format = builtinPercent
		}
		file.Styles.CellXfs.Xf[i].NumFmtID = &format
	}
	return nil
}

// isPercentFormat: what is held as 0.45 is meant as 45 %.
func isPercentFormat(style *excelize.Style) bool {
	if style.CustomNumFmt != nil {
		return strings.Contains(said.ReplaceAllString(*style.CustomNumFmt, ""), "%")
	}
	return style.NumFmt == 9 || style.NumFmt == builtinPercent
}

// What stands in a format as it is, or is a colour or a condition.
var said = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]`)

// isDateFormat: one of the dates among the formats with a number, or one that shows a day or a year.
func isDateFormat(style *excelize.Style) bool {
	if style.CustomNumFmt != nil {
		return strings.ContainsAny(strings.ToLower(said.ReplaceAllString(*style.CustomNumFmt, "")), "yd")
	}
	n := style.NumFmt
	return n >= 14 && n <= 17 || n == 22 || n >= 27 && n <= 36 || n >= 50 && n <= 58
}

// readSheet reads what each cell holds, and beside it how it is shown, which tells the dates.
func readSheet(file *excelize.File, name string, gathered *gatherer) error {
	held, err := file.Rows(name)
	if err != nil {
		return nil // a sheet of another sort, such as a diagram
	}
	defer held.Close()
	shown, err := file.Rows(name)
	if err != nil {
		return unreadable(err)
	}
	defer shown.Close()
	for held.Next() && shown.Next() {
		values, err := held.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return unreadable(err)
		}
		looks, err := shown.Columns()
		if err != nil {
			return unreadable(err)
		}
		row := make([]Cell, len(values))
		for i, value := range values {
			row[i] = cellOf(oneLineFeed.Replace(value))
			if i < len(looks) && value != looks[i] && asDate(looks[i]) != "" {
				row[i] = Cell{asDate(looks[i]), Date}
			}
			if share, err := strconv.ParseFloat(value, 64); err == nil && i < len(looks) && strings.HasSuffix(looks[i], "%") {
				row[i] = Cell{strconv.FormatFloat(math.Round(share*1e6)/1e4, 'f', -1, 64) + "%", Text}
			}
		}
		if err := gathered.add(row); err != nil {
			return err
		}
	}
	return nil
}
