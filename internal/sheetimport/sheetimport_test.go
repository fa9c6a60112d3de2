package sheetimport_test

import (
	"bytes"
	"mime/multipart"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/sheetimport"
	"uppsikt/internal/spreadsheet"
)

var fields = []sheetimport.Field{
	{Key: "number", Title: "Nr", Synonyms: []string{"Nummer"}, Most: 20, Required: true},
	{Key: "what", Title: "Åtgärd", Most: 30, Required: true},
	{Key: "ready", Title: "Klart", Most: 40},
	{Key: "share", Title: "Andel", Most: 40},
	{Key: "state", Title: "Status", Most: 40},
	{Key: "committees", Title: "Nämnder", Most: 40},
}

func table(t *testing.T, file sheetimport.File) *sheetimport.Table {
	t.Helper()
	found, err := file.Table(fields)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// pasted is what a spreadsheet puts on the clipboard.
func pasted(lines ...string) sheetimport.File {
	return sheetimport.File{Name: "inklistrat.txt", Content: []byte(strings.ReplaceAll(strings.Join(lines, "\n"), "|", "\t"))}
}

func TestARowIsReadByItsColumnsNames(t *testing.T) {
	found := table(t, pasted("NUMMER|Övrigt|Åtgärd|Klart|Andel|Status|Nämnder", "1.2||Inför loggkontroll|14 december 2025|45,5 %|Pågående|KS, SN", "|||", "2|x|Utbilda"))
	rows := found.Rows()
	if len(rows) != 2 || rows[1].Number != 4 {
		t.Fatalf("got %d rows", len(rows))
	}
	first := rows[0]
	state := sheetimport.Value(first, "state", map[string]contract.Progress{"pågående": contract.ProgressOngoing})
	committees := sheetimport.Several(first, "committees", sheetimport.Names[int]{"ks": 1, "sn": 2}, "committee_not_found")
	if first.Needed("number") != "1.2" || first.Date("ready").String() != "2025-12-14" || *first.Decimal("share") != 45.5 || *state != contract.ProgressOngoing ||
		!reflect.DeepEqual(committees, []int{1, 2}) || !found.IsRight() {
		t.Errorf("got %+v %+v", first, found.Shown(sheetimport.Tally{}, false).Faults)
	}
	if rows[1].Date("ready") != nil || rows[1].Decimal("share") != nil || !found.Has("ready") || !rows[1].IsRight() {
		t.Error("what is not said is nothing, and no fault")
	}
	shown := found.Shown(sheetimport.Tally{Added: 2}, true)
	if *shown.Columns[0].Field != "number" || shown.Columns[1].Field != nil || len(shown.Fields) != len(fields) || shown.Rows != 2 || shown.Sample[0].Cells[2] != "Inför loggkontroll" ||
		shown.Added != 2 || !shown.Imported {
		t.Errorf("got %+v", shown)
	}
}

func TestWhatIsWrongIsSaidByRowAndColumn(t *testing.T) {
	found := table(t, pasted("Nr|Åtgärd|Klart|Andel|Status|Nämnder", "1|"+strings.Repeat("å", 31)+"|snart|mycket|klart nästan|KS; Havsnämnden", "||2025-01-01"))
	for _, row := range found.Rows() {
		row.Needed("number")
		row.Date("ready")
		row.Integer("share")
		sheetimport.Value(row, "state", map[string]contract.Progress{})
		sheetimport.Several(row, "committees", sheetimport.Names[int]{"ks": 1}, "committee_not_found")
	}
	var got []string
	for _, fault := range found.Shown(sheetimport.Tally{}, false).Faults {
		got = append(got, strings.Join([]string{strconv.Itoa(fault.Row), *fault.Column, fault.Code, fault.Detail}, " "))
	}
	want := []string{"2 Åtgärd too_long " + strings.Repeat("å", 31), "2 Klart not_a_date snart", "2 Andel not_a_number mycket", "2 Status unknown_value klart nästan",
		"2 Nämnder committee_not_found Havsnämnden", "3 Nr required "}
	if !reflect.DeepEqual(got, want) || found.IsRight() || found.Rows()[0].IsRight() {
		t.Errorf("got %q", got)
	}
}

func TestThePersonSaysWhatAColumnIsTakenAs(t *testing.T) {
	file := pasted("Nr|Vad|Klart", "1|Inför loggkontroll|2025-12-14")
	shown := table(t, file).Shown(sheetimport.Tally{}, false)
	if shown.FaultsTotal != 1 || shown.Faults[0].Code != "column_missing" || shown.Faults[0].Detail != "Åtgärd" || table(t, file).Rows() != nil {
		t.Errorf("without what is needed: %+v", shown)
	}
	file.Columns = map[string]*string{"Vad": new("what"), "Klart": nil}
	chosen := table(t, file)
	if row := chosen.Rows()[0]; row.Text("what") != "Inför loggkontroll" || row.Text("ready") != "" || chosen.Has("ready") {
		t.Errorf("got %+v", row)
	}
	for _, columns := range []map[string]*string{{"Vad": new("weather")}, {"Vad": new("what"), "Klart": new("what")}} {
		file.Columns = columns
		if _, err := file.Table(fields); !fault.Is(err, "invalid") {
			t.Errorf("got %v", err)
		}
	}
}

func TestTheTableIsTheOneWhoseHeadsSayTheMost(t *testing.T) {
	var book bytes.Buffer
	err := spreadsheet.WriteWorkbook(&book, []spreadsheet.Sheet{
		{Name: "Om filen", Columns: []spreadsheet.Column{{Title: "Nr"}, {Title: "Förklaring"}}, Rows: [][]string{{"1", "x"}}},
		{Name: "Åtgärder", Columns: sheetimport.Heads(fields, nil), Rows: [][]string{{"7", "Inför loggkontroll"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if rows := table(t, sheetimport.File{Content: book.Bytes()}).Rows(); len(rows) != 1 || rows[0].Text("number") != "7" {
		t.Errorf("got %+v", rows)
	}
}

func TestWhatIsNoTableIsRefused(t *testing.T) {
	for code, content := range map[string]string{
		"not_a_spreadsheet": "%PDF-1.7\n\x00\x01",
		"import_too_large":  strings.Repeat("a\n", sheetimport.MostRows+2),
	} {
		if _, err := (sheetimport.File{Content: []byte(content)}).Table(fields); !fault.Is(err, code) {
			t.Errorf("got %v, want %s", err, code)
		}
	}
}

func TestAFormHasItsFieldsBeforeItsFile(t *testing.T) {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	_ = form.WriteField("preview", "false")
	_ = form.WriteField("columns", `{"Vad": "what", "Klart": null}`)
	file, _ := form.CreateFormFile("file", "plan.xlsx")
	_, _ = file.Write([]byte("innehåll"))
	_ = form.Close()
	got, err := sheetimport.ReadForm(multipart.NewReader(&body, form.Boundary()))
	if err != nil || got.Preview || got.Name != "plan.xlsx" || string(got.Content) != "innehåll" || *got.Columns["Vad"] != "what" || got.Columns["Klart"] != nil || len(got.Columns) != 2 {
		t.Errorf("got %+v, %v", got, err)
	}
	if _, err := sheetimport.ReadForm(multipart.NewReader(strings.NewReader("--x--\r\n"), "x")); !fault.Is(err, "invalid") {
		t.Errorf("a form without a file: %v", err)
	}
}

func TestDaysAreUnderstoodAsSwedesWriteThem(t *testing.T) {
	for text, want := range map[string]string{
		"2023-12-14": "2023-12-14", "20231214": "2023-12-14", "14 december 2023": "2023-12-14", "den 14 dec. 2023": "2023-12-14",
		"14:e december 2023": "2023-12-14", "14/12/2023": "2023-12-14", "4.1.2024": "2024-01-04", "": "", "-": "",
		"december 2023": "?", "2023-02-30": "?", "31 april 2023": "?", "12/14/2023": "?", "45274": "?", "våren 2024": "?",
	} {
		date, isDate := sheetimport.DateOf(text)
		got := "?"
		if isDate && date == nil {
			got = ""
		} else if isDate {
			got = date.String()
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestNumbersAreUnderstoodAsSwedesAndSpreadsheetsWriteThem(t *testing.T) {
	for text, want := range map[string]string{
		"12": "12", "12,5": "12.5", "12.5": "12.5", "1 234,5": "1234.5", "1.234,5": "1234.5", "1\u00a0234": "1234", "45 %": "45", "−3,25": "-3.25",
		"0.30000000000000004": "0.3", "1.2E-1": "0.12", "": "", "-": "", "1,2,3": "?", "1-2": "?", "cirka 5": "?", "9e99": "?",
	} {
		number, isNumber := sheetimport.DecimalOf(text)
		got := "?"
		if isNumber && number == nil {
			got = ""
		} else if isNumber {
			got = strconv.FormatFloat(*number, 'f', -1, 64)
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
