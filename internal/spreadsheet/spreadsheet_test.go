package spreadsheet_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"uppsikt/internal/fault"
	"uppsikt/internal/spreadsheet"
)

// sample has what is hard: formulas that are text, our own escape, line feeds, quotes, what only looks like a number.
func sample() spreadsheet.Sheet {
	return spreadsheet.Sheet{
		Name: "Rekommendationer 2024", Created: time.Date(2024, 2, 29, 10, 44, 0, 0, time.UTC),
		Columns: []spreadsheet.Column{
			{Title: "Nummer", Kind: spreadsheet.Integer}, {Title: "Rekommendation; i rapporten", Kind: spreadsheet.Text, Width: 60}, {Title: "Klart", Kind: spreadsheet.Date},
		},
		Rows: [][]string{
			{"1", "Inför en rutin för ”loggar”; följ upp den.", "2024-02-29"},
			{"2", "=HYPERLINK(\"http://storan.example\")", ""},
			{"3", "+46 – ring", "våren 2024"},
			{"", "", ""},
			{"-4", "@SUM(A1)\nandra raden", "1900-01-01"},
			{"007", "'=redan skyddad", "2023-02-29"},
			{"123456789012345678", "'vanligt citat'", "2031-12-31"},
			{"5", "\ttabb och \"citat\"", ""},
			{"6", "-3", ""},
			{"7", "  mellanslag  ", "2024-12-01"},
			{"8", "2024-02-29", ""},
			{"9", "-", ""},
			{"10", "3,1", ""},
			{"11", "\n=första raden tom", ""},
		},
	}
}

func TestWhatIsWrittenIsReadTheSame(t *testing.T) {
	for _, format := range []spreadsheet.Format{spreadsheet.XLSX, spreadsheet.CSV} {
		tables := read(t, "Rekommendationer 2024."+string(format), write(t, format, sample()))
		if len(tables) != 1 || tables[0].Name != "Rekommendationer 2024" {
			t.Fatalf("%s: %d tables, %+v", format, len(tables), tables)
		}
		if got := texts(tables[0].Rows); !reflect.DeepEqual(got, expected(sample())) {
			t.Errorf("%s: got %q\nwant %q", format, got, expected(sample()))
		}
		first := tables[0].Rows[1]
		if first[0].Kind != spreadsheet.Integer || first[1].Kind != spreadsheet.Text || first[2].Kind != spreadsheet.Date {
			t.Errorf("%s: kinds of %+v", format, first)
		}
	}
}

// expected is the sheet as texts, without the empty cells last in a row.
func expected(sheet spreadsheet.Sheet) [][]string {
	header := []string{}
	for _, column := range sheet.Columns {
		header = append(header, column.Title)
	}
	rows := [][]string{header}
	for _, row := range sheet.Rows {
		for len(row) > 0 && row[len(row)-1] == "" {
			row = row[:len(row)-1]
		}
		rows = append(rows, append([]string{}, row...))
	}
	return rows
}

func texts(rows [][]spreadsheet.Cell) [][]string {
	written := make([][]string, len(rows))
	for i, row := range rows {
		written[i] = []string{}
		for _, cell := range row {
			written[i] = append(written[i], cell.Text)
		}
	}
	return written
}

func write(t testing.TB, format spreadsheet.Format, sheet spreadsheet.Sheet) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := spreadsheet.Write(&file, format, sheet); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func read(t testing.TB, name string, content []byte) []spreadsheet.Table {
	t.Helper()
	tables, err := spreadsheet.Read(name, content)
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

func TestTextNeverBecomesAFormula(t *testing.T) {
	var armed [][]string
	for _, beginning := range []string{"=", "+", "-", "@", "\t", "\r", "\n", "'=", "''="} {
		armed = append(armed, []string{beginning + `cmd|' /C calc'!A0`})
	}
	sheet := spreadsheet.Sheet{Name: "Text", Columns: []spreadsheet.Column{{Title: "=Rubrik", Kind: spreadsheet.Text}}, Rows: armed}

	reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(write(t, spreadsheet.CSV, sheet)), "\ufeff")))
	reader.Comma = ';'
	written, err := reader.ReadAll()
	if err != nil || len(written) != len(armed)+1 {
		t.Fatalf("%d rows, %v", len(written), err)
	}
	for _, row := range written {
		if !strings.HasPrefix(row[0], "'") {
			t.Errorf("CSV: %q", row[0])
		}
	}

	file, err := excelize.OpenReader(bytes.NewReader(write(t, spreadsheet.XLSX, sheet)))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for row := range len(armed) + 1 {
		cell := fmt.Sprintf("A%d", row+1)
		formula, err := file.GetCellFormula("Text", cell)
		kind, _ := file.GetCellType("Text", cell)
		if err != nil || formula != "" || kind != excelize.CellTypeInlineString {
			t.Errorf("XLSX: %s is of type %d with the formula %q, %v", cell, kind, formula, err)
		}
	}
}

func TestAWorkbookIsReadyToWorkIn(t *testing.T) {
	content := write(t, spreadsheet.XLSX, sample())
	file, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	name := file.GetSheetList()[0]
	panes, err := file.GetPanes(name)
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	style, err := file.GetCellStyle(name, "A1")
	if header, _ := file.GetStyle(style); err != nil || header.Font == nil || !header.Font.Bold {
		t.Errorf("the header is %+v, %v", header, err)
	}
	if width, err := file.GetColWidth(name, "B"); err != nil || width != 60 {
		t.Errorf("width %v, %v", width, err)
	}
	properties, err := file.GetDocProps()
	if err != nil || properties.Language != "sv-SE" || properties.Title != "Rekommendationer 2024" || properties.Created != "2024-02-29T10:44:00Z" {
		t.Errorf("properties %+v, %v", properties, err)
	}
	if sheet := part(t, content, "xl/worksheets/sheet1.xml"); !strings.Contains(sheet, `<autoFilter ref="A1:C15"`) && !strings.Contains(sheet, `<autoFilter ref="$A$1:$C$15"`) {
		t.Errorf("no filter over the rows: %.2000s", sheet[max(0, len(sheet)-600):])
	}
	if serial, err := file.GetCellValue(name, "C2", excelize.Options{RawCellValue: true}); err != nil || serial != "45351" {
		t.Errorf("a date is stored as %q, %v", serial, err)
	}
	strange := sample()
	strange.Name = "[Alla]: nämnder/bolag? med ett mycket långt namn"
	if got := read(t, "x.xlsx", write(t, spreadsheet.XLSX, strange))[0].Name; got != "Alla   nämnder bolag  med ett m" {
		t.Errorf("named %q", got)
	}
}

func part(t *testing.T, content []byte, name string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	file, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	text, err := io.ReadAll(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestCSVIsReadAsItComes(t *testing.T) {
	const swedish = "Nämnd;Åtgärd\r\nKS;Följ upp, och rätta\r\n\r\nSN;Inget\r\n"
	want := [][]string{{"Nämnd", "Åtgärd"}, {"KS", "Följ upp, och rätta"}, {}, {"SN", "Inget"}}
	encoded := func(encoder interface{ Bytes([]byte) ([]byte, error) }) string {
		content, err := encoder.Bytes([]byte(swedish))
		if err != nil {
			t.Fatal(err)
		}
		return string(content)
	}
	for name, content := range map[string]string{
		"UTF-8":          swedish,
		"with a mark":    "\ufeff" + swedish,
		"Windows-1252":   encoded(charmap.Windows1252.NewEncoder()),
		"UTF-16 LE":      encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()),
		"UTF-16 BE":      encoded(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder()),
		"tabs":           strings.ReplaceAll(swedish, ";", "\t"),
		"commas":         "Nämnd,Åtgärd\nKS,\"Följ upp, och rätta\"\n\nSN,Inget\n",
		"a said mark":    "sep=;\r\n" + swedish,
		"bare CR":        strings.ReplaceAll(swedish, "\r\n", "\r"),
		"empty last":     swedish + ";;\r\n\r\n",
		"a quote within": strings.Replace(swedish, "Inget", `"Inget"`, 1),
	} {
		if got := texts(read(t, "lista.csv", []byte(content))[0].Rows); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestDatesAreReadInOneWay(t *testing.T) {
	rows := read(t, "d.csv", []byte("2024-02-29;2024/02/29;2024.02.29;2024-02-29 00:00:00;2024-02-29T00:00\n2023-02-29;20240229;29/2 2024;2024-02-29 10:44;1.2\n"))[0].Rows
	for _, cell := range rows[0] {
		if cell != (spreadsheet.Cell{Text: "2024-02-29", Kind: spreadsheet.Date}) {
			t.Errorf("got %+v", cell)
		}
	}
	for _, cell := range rows[1] {
		if cell.Kind == spreadsheet.Date {
			t.Errorf("%+v is no date", cell)
		}
	}
}

// Workbooks that others have made: dates in their own formats, numbers, hidden sheets, formulas' values, far-away cells.
func TestAWorkbookOfOthersIsRead(t *testing.T) {
	file := excelize.NewFile()
	defer file.Close()
	day := time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)
	for column, format := range []string{"d/m/yyyy", "d mmmm yyyy", `[$-41D]yyyy\-mm\-dd;@`} {
		cell, _ := excelize.CoordinatesToCellName(column+1, 1)
		style, err := file.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err == nil {
			err = file.SetCellValue("Sheet1", cell, day)
		}
		if err == nil {
			err = file.SetCellStyle("Sheet1", cell, cell, style)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	builtin, _ := file.NewStyle(&excelize.Style{NumFmt: 14})
	amount, _ := file.NewStyle(&excelize.Style{NumFmt: 4})
	_ = file.SetCellValue("Sheet1", "D1", day)
	_ = file.SetCellStyle("Sheet1", "D1", "D1", builtin)
	_ = file.SetCellValue("Sheet1", "E1", 45351)
	_ = file.SetCellStyle("Sheet1", "E1", "E1", amount)
	_ = file.SetCellValue("Sheet1", "F1", 12.5)
	_ = file.SetCellValue("Sheet1", "G1", "007")
	_ = file.SetCellStyle("Sheet1", "A900000", "A900000", builtin)
	if _, err := file.NewSheet("Dolt"); err != nil {
		t.Fatal(err)
	}
	_ = file.SetCellValue("Dolt", "A1", "hemligt")
	if err := file.SetSheetVisible("Dolt", false); err != nil {
		t.Fatal(err)
	}
	content, err := file.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	tables := read(t, "annans.xlsx", content.Bytes())
	want := [][]string{{"2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29", "45351", "12.5", "007"}}
	if len(tables) != 1 || !reflect.DeepEqual(texts(tables[0].Rows), want) {
		t.Errorf("got %+v", tables)
	}
}

// A share is held as 0.455 and meant as 45,5 %; decimals are written as numbers.
func TestSharesAndDecimals(t *testing.T) {
	file := excelize.NewFile()
	defer file.Close()
	for cell, style := range map[string]excelize.Style{"A1": {NumFmt: 9}, "B1": {NumFmt: 10}, "C1": {CustomNumFmt: new("0.0 %")}, "D1": {NumFmt: 2}} {
		id, err := file.NewStyle(&style)
		if err == nil {
			err = file.SetCellValue("Sheet1", cell, 0.455)
		}
		if err == nil {
			err = file.SetCellStyle("Sheet1", cell, cell, id)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	content, err := file.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	if got := texts(read(t, "andel.xlsx", content.Bytes())[0].Rows); !reflect.DeepEqual(got, [][]string{{"45.5%", "45.5%", "45.5%", "0.455"}}) {
		t.Errorf("got %q", got)
	}
	decimals := spreadsheet.Sheet{Name: "Tal", Columns: []spreadsheet.Column{{Title: "Värde", Kind: spreadsheet.Decimal}}, Rows: [][]string{{"12.5"}, {"-3"}, {"cirka 4"}}}
	book := write(t, spreadsheet.XLSX, decimals)
	if sheet := part(t, book, "xl/worksheets/sheet1.xml"); !strings.Contains(sheet, "<v>12.5</v>") || !strings.Contains(sheet, "<v>-3</v>") {
		t.Errorf("no numbers in %s", sheet)
	}
	if got := texts(read(t, "tal.xlsx", book)[0].Rows); !reflect.DeepEqual(got, [][]string{{"Värde"}, {"12.5"}, {"-3"}, {"cirka 4"}}) {
		t.Errorf("got %q", got)
	}
}

func TestWhatCannotBeReadIsSaid(t *testing.T) {
	whole := write(t, spreadsheet.XLSX, sample())
	for _, c := range []struct {
		name, content, code string
	}{
		{"an empty file", "", "unreadable"},
		{"spaces", " \r\n", "unreadable"},
		{"a program", "MZ\x90\x00\x03", "unreadable"},
		{"half a workbook", string(whole[:len(whole)/2]), "unreadable"},
		{"an archive of something else", string(archiveOf(t, "rapport.txt", "text")), "unreadable"},
		{"a workbook under a password", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600), "unreadable"},
		{"a large file", strings.Repeat("a;b\n", 3<<20), "too_large"},
		{"many rows", strings.Repeat("a\n", spreadsheet.MostRows+1), "too_large"},
		{"many columns", strings.Repeat(";", 600) + "a", "too_large"},
		{"a bomb", string(bomb(t)), "too_large"},
	} {
		if tables, err := spreadsheet.Read("fil", []byte(c.content)); !fault.Is(err, c.code) || fault.KindOf(err) != fault.KindInvalid {
			t.Errorf("%s: %d tables, %v", c.name, len(tables), err)
		}
	}
}

func archiveOf(t *testing.T, name, text string) []byte {
	t.Helper()
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	entry, err := archive.Create(name)
	if err == nil {
		_, err = io.WriteString(entry, text)
	}
	if err == nil {
		err = archive.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// bomb is a small workbook that unpacks to far more than is allowed.
func bomb(t *testing.T) []byte {
	t.Helper()
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	entry, err := archive.Create("xl/worksheets/sheet1.xml")
	for range 150 {
		if err == nil {
			_, err = entry.Write(make([]byte, 1<<20))
		}
	}
	if err == nil {
		err = archive.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestColumnsAreFoundByAnyOfTheirNames(t *testing.T) {
	expected := []spreadsheet.Expected{
		{Key: "number", Title: "Nummer", Synonyms: []string{"Nr", "Rek.nr"}},
		{Key: "text", Title: "Rekommendation"},
		{Key: "due", Title: "Svar senast", Synonyms: []string{"Svarsdatum"}},
		{Key: "note", Title: "Anteckning", Optional: true},
	}
	rows := read(t, "l.csv", []byte("REK-NR.; rekommendation ;Övrigt;Nr;\n1;Inför;x;2;\n"))[0].Rows
	match := spreadsheet.MatchHeader(rows[0], expected)
	if !reflect.DeepEqual(match.At, map[string]int{"number": 0, "text": 1}) || !slices.Equal(match.Missing, []string{"Svar senast"}) ||
		!slices.Equal(match.Unknown, []string{"Övrigt", "Nr"}) {
		t.Errorf("got %+v", match)
	}
	if match.Of(rows[1], "text").Text != "Inför" || match.Of(rows[1], "due").Text != "" || match.Of(nil, "text").Text != "" {
		t.Error("a cell is not found under its key")
	}
}

// LibreOffice opens the workbook, and saves it with the same rows.
func TestLibreOfficeReadsTheSameRows(t *testing.T) {
	office := needLibreOffice(t)
	folder := t.TempDir()
	book := filepath.Join(folder, "bok.xlsx")
	if err := os.WriteFile(book, write(t, spreadsheet.XLSX, sample()), 0o600); err != nil {
		t.Fatal(err)
	}
	// Separated by semicolons, quoted where needed, in UTF-8, cells as they are shown.
	command := exec.CommandContext(t.Context(), office, "-env:UserInstallation=file://"+filepath.Join(folder, "profile"), "--headless",
		"--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true", "--outdir", folder, book)
	said, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	content, err := os.ReadFile(filepath.Join(folder, "bok.csv"))
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	want := expected(sample())
	for _, row := range want { // LibreOffice does not write our escape, so that one apostrophe is taken away in reading it
		for i, text := range row {
			if text == "'=redan skyddad" {
				row[i] = "=redan skyddad"
			}
		}
	}
	if got := texts(read(t, "bok.csv", content)[0].Rows); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// needLibreOffice fails where scripts/test installs its spreadsheet, and skips where the machine's owner decides.
func needLibreOffice(t *testing.T) string {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err == nil {
		if office, err = filepath.EvalSymlinks(office); err == nil {
			_, err = os.Stat(filepath.Join(filepath.Dir(office), "libsclo.so"))
		}
	}
	if err == nil {
		return office
	}
	if _, err := os.Stat("/etc/debian_version"); err == nil && os.Geteuid() == 0 {
		t.Fatal("LibreOffice's spreadsheet was not found: scripts/test installs libreoffice-calc-nogui")
	}
	t.Skip("LibreOffice's spreadsheet was not found: install it to run this")
	return ""
}

func FuzzRead(f *testing.F) {
	f.Add(write(f, spreadsheet.XLSX, sample()))
	f.Add(write(f, spreadsheet.CSV, sample()))
	f.Add([]byte("sep=,\na,\"b\n\"\"c\"\n"))
	f.Add([]byte("\xff\xfea\x00;\x00"))
	f.Fuzz(func(t *testing.T, content []byte) {
		tables, err := spreadsheet.Read("fil.csv", content)
		if err != nil {
			if fault.KindOf(err) != fault.KindInvalid {
				t.Fatalf("%v", err)
			}
			return
		}
		for _, table := range tables {
			rewrittenIsTheSame(t, table)
		}
	})
}

// rewrittenIsTheSame: whatever was read can be written as CSV and read again.
func rewrittenIsTheSame(t *testing.T, table spreadsheet.Table) {
	t.Helper()
	want := texts(table.Rows)
	if len(want) == 0 {
		return
	}
	width := 2 // a lone column may hold separators only, which tell nothing
	for _, row := range want {
		width = max(width, len(row))
	}
	sheet := spreadsheet.Sheet{Name: "Åter", Rows: want}
	for range width {
		sheet.Columns = append(sheet.Columns, spreadsheet.Column{Title: "Kolumn"})
	}
	if got := texts(read(t, "åter.csv", write(t, spreadsheet.CSV, sheet))[0].Rows)[1:]; !reflect.DeepEqual(got, want) {
		t.Fatalf("got %q\nwant %q", got, want)
	}
}
