package sheetimport

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/spreadsheet"
)

// What is taken in at once, and how much of it is shown.
const (
	MostRows    = 20_000
	shownRows   = 20
	shownFaults = 500
)

// Field is what a column may be taken as.
type Field struct {
	Key      string   // in the contract; the client has words for it
	Title    string   // of the column in our own exports
	Synonyms []string // what else others call it
	Most     int      // letters in a cell
	Required bool     // without a column for it the rows say nothing
}

// Table is a file's, the one whose heads say the most, with what its columns are taken as: as they are named, and as the
// person has chosen.
type Table struct {
	fields  []Field
	columns []contract.SheetColumn
	places  map[string]int
	rows    []*Row
	isWhole bool // each required field has its column
	faults  []contract.ImportFault
}

// Table finds the table of the fields in the file.
func (f File) Table(fields []Field) (*Table, error) {
	tables, err := f.Tables()
	if err != nil {
		return nil, err
	}
	found, most := &Table{fields: fields}, -1
	for _, candidate := range tables {
		if len(candidate.Rows) == 0 {
			continue
		}
		columns := suggest(fields, candidate.Rows[0])
		if named := countNamed(columns); named > most {
			most, found.columns = named, columns
			found.rows = rowsOf(found, candidate.Rows, len(columns))
		}
	}
	if most < 0 {
		return nil, fault.Invalid("no_table", "the file has no rows")
	}
	if len(found.rows) > MostRows {
		return nil, fault.Invalid("import_too_large", fmt.Sprintf("at most %d rows", MostRows))
	}
	if err := found.choose(f.Columns); err != nil {
		return nil, err
	}
	found.place()
	found.check()
	return found, nil
}

func suggest(fields []Field, heads []spreadsheet.Cell) []contract.SheetColumn {
	expected := make([]spreadsheet.Expected, len(fields))
	for i, field := range fields {
		expected[i] = spreadsheet.Expected{Key: field.Key, Title: field.Title, Synonyms: append([]string{field.Key}, field.Synonyms...)}
	}
	columns := make([]contract.SheetColumn, len(heads))
	for i, head := range heads {
		columns[i].Head = strings.TrimSpace(head.Text)
	}
	for key, place := range spreadsheet.MatchHeader(heads, expected).At {
		columns[place].Field = &key
	}
	return columns
}

func countNamed(columns []contract.SheetColumn) (named int) {
	for _, column := range columns {
		if column.Field != nil {
			named++
		}
	}
	return named
}

// rowsOf are those with something in them. The heads stand in row 1.
func rowsOf(table *Table, rows [][]spreadsheet.Cell, columns int) []*Row {
	var found []*Row
	for i, row := range rows[1:] {
		cells, hasText := make([]string, columns), false
		for j := range min(len(row), columns) {
			cells[j] = strings.TrimSpace(row[j].Text)
			hasText = hasText || cells[j] != ""
		}
		if hasText {
			found = append(found, &Row{Number: i + 2, table: table, cells: cells})
		}
	}
	return found
}

// choose lets the person say what a column holds; a field has one column.
func (t *Table) choose(chosen map[string]*string) error {
	given := map[string]bool{}
	for _, key := range chosen {
		if key == nil {
			continue
		}
		if !slices.ContainsFunc(t.fields, func(field Field) bool { return field.Key == *key }) {
			return fault.InvalidField("/columns", "unknown_field", *key)
		}
		if given[*key] {
			return fault.InvalidField("/columns", "field_used_twice", *key)
		}
		given[*key] = true
	}
	for i, column := range t.columns {
		if key, isChosen := chosen[column.Head]; isChosen {
			t.columns[i].Field = key
		} else if column.Field != nil && given[*column.Field] {
			t.columns[i].Field = nil
		}
	}
	return nil
}

func (t *Table) place() {
	t.places = map[string]int{}
	for i, column := range t.columns {
		if column.Field == nil {
			continue
		}
		if _, isTaken := t.places[*column.Field]; !isTaken {
			t.places[*column.Field] = i
		}
	}
}

// check finds what is wrong whatever the rows mean: a column that is missing, a cell that is too long.
func (t *Table) check() {
	t.isWhole = true
	for _, field := range t.fields {
		if field.Required && !t.Has(field.Key) {
			t.isWhole = false
			t.faults = append(t.faults, contract.ImportFault{Row: 1, Code: "column_missing", Detail: field.Title})
		}
	}
	for _, row := range t.Rows() {
		for _, field := range t.fields {
			if len([]rune(row.Text(field.Key))) > field.Most {
				row.Fault(field.Key, "too_long")
			}
		}
	}
}

// Has tells whether a column is taken as the field: where none is, a row says nothing of it and leaves what there is.
func (t *Table) Has(key string) bool {
	_, isThere := t.places[key]
	return isThere
}

// Rows are those to go through: none where a column is missing without which they say nothing.
func (t *Table) Rows() []*Row {
	if !t.isWhole {
		return nil
	}
	return t.rows
}

// IsRight tells that nothing is wrong, so that all of it may be stored.
func (t *Table) IsRight() bool { return len(t.faults) == 0 }

// Tally counts rows by what they do.
type Tally struct{ Added, Changed, Unchanged int }

// Shown is the table as its reader sees it.
func (t *Table) Shown(tally Tally, isImported bool) contract.SheetImport {
	slices.SortStableFunc(t.faults, func(a, b contract.ImportFault) int { return cmp.Compare(a.Row, b.Row) })
	shown := contract.SheetImport{
		Columns: t.columns, Rows: len(t.rows), Sample: []contract.ImportSampleRow{}, FaultsTotal: len(t.faults),
		Faults: append([]contract.ImportFault{}, t.faults[:min(len(t.faults), shownFaults)]...),
		Added:  tally.Added, Changed: tally.Changed, Unchanged: tally.Unchanged, Imported: isImported,
	}
	for _, field := range t.fields {
		shown.Fields = append(shown.Fields, field.Key)
	}
	for _, row := range t.rows[:min(len(t.rows), shownRows)] {
		shown.Sample = append(shown.Sample, contract.ImportSampleRow{Row: row.Number, Cells: row.cells})
	}
	return shown
}

// Heads are the fields as the columns of an export, so that it can be read again.
func Heads(fields []Field, kinds map[string]spreadsheet.Kind) []spreadsheet.Column {
	columns := make([]spreadsheet.Column, len(fields))
	for i, field := range fields {
		columns[i] = spreadsheet.Column{Title: field.Title, Kind: cmp.Or(kinds[field.Key], spreadsheet.Text)}
		if field.Most >= 2000 {
			columns[i].Width = 50
		}
	}
	return columns
}
