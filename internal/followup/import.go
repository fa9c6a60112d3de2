package followup

import (
	"slices"
	"strings"
	"time"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/spreadsheet"
)

// What an import takes at most, and how much of it a preview shows.
const (
	mostImportRows   = 20_000
	shownImportRows  = 20
	shownImportFault = 500
)

// side is whose a column is to set (GLOSSARY's third law).
type side int

const (
	anybodys side = iota
	committees
	auditors
)

// importColumn is a column that an import knows: by these names, for this side, with texts no longer than most.
type importColumn struct {
	field    contract.ImportField
	title    string
	synonyms []string
	side     side
	most     int
	takes    string
}

// importColumns stand in the template's order. Among their names are those of the program's own exports.
var importColumns = []importColumn{
	{contract.ImportFieldAudit, "Granskning", []string{"Granskningens titel", "Granskningens namn", "Granskningsrapport", "Rapport", "Revisionsrapport", "Titel"}, anybodys, 500,
		"Granskningens titel. Måste stå på varje rad, om inte revisionens diarienummer gör det."},
	{contract.ImportFieldAuditRegistryNumber, "Revisionens diarienummer", []string{"Revisionens dnr", "Granskningens diarienummer", "Granskningens dnr", "Dnr granskning"}, anybodys, 60,
		"Som revisorerna skriver det."},
	{contract.ImportFieldReportDate, "Granskningens datum", []string{"Rapportdatum", "Rapportens datum", "Granskningsdatum", "Datum för rapport", "Datum rapport"}, anybodys, 40,
		"Ett datum: 2023-12-14 eller 14 december 2023."},
	{contract.ImportFieldFirm, "Biträde", []string{"Sakkunnigt biträde", "Revisionsbyrå", "Byrå", "Konsult"}, anybodys, 200,
		"Den som utförde granskningen åt revisorerna."},
	{contract.ImportFieldCommittee, "Nämnd", []string{"Nämnd/styrelse", "Nämnder", "Styrelse", "Ansvarig nämnd", "Berörd nämnd", "Granskad nämnd", "Nämnd eller styrelse"}, anybodys, 1000,
		"Nämndens namn eller förkortning som i Uppsikt. Flera skiljs åt med komma. Måste stå på varje rad."},
	{contract.ImportFieldNumber, "Nr", []string{"Nummer", "Rek nr", "Rekommendation nr", "Rekommendationens nummer", "Rekommendationsnummer"}, anybodys, 20,
		"Rekommendationens nummer i rapporten. Tomt: nästa i ordningen."},
	{contract.ImportFieldRecommendation, "Rekommendation", []string{"Rekommendationer", "Revisionens rekommendation", "Revisorernas rekommendation", "Rekommendationens text"}, anybodys, 10000,
		"Som den står i rapporten. Måste stå på varje rad."},
	{contract.ImportFieldResponseRegistryNumber, "Nämndens diarienummer", []string{"Nämndens dnr", "Yttrandets diarienummer", "Yttrandets dnr", "Diarienummer", "Dnr"}, committees, 60,
		"Yttrandets diarienummer hos nämnden."},
	{contract.ImportFieldDecidedOn, "Beslutsdatum", []string{"Beslutad", "Beslutat", "Beslutsdag", "Datum för beslut", "Yttrande beslutat", "Nämndens beslut"}, committees, 40,
		"Dagen då nämnden beslutade yttrandet. Behövs för ställningstagande, svar och åtgärder."},
	{contract.ImportFieldParagraph, "Paragraf", []string{"Beslutsparagraf", "Protokollsparagraf"}, committees, 20,
		"Numret efter §, om det är känt."},
	{contract.ImportFieldStance, "Ställningstagande", []string{"Nämndens ställningstagande", "Instämmer"}, committees, 60,
		"Instämmer, Instämmer delvis, Instämmer inte eller Tar inte ställning."},
	{contract.ImportFieldAnswer, "Svar", []string{"Nämndens svar", "Yttrande", "Nämndens yttrande", "Kommentar från nämnden"}, committees, 20000,
		"Nämndens svar på rekommendationen, som det beslutades."},
	{contract.ImportFieldMeasure, "Åtgärd", []string{"Åtgärder", "Planerad åtgärd", "Planerade åtgärder", "Beslutad åtgärd", "Nämndens åtgärd"}, committees, 4000,
		"En åtgärd på raden. Flera åtgärder: upprepa raden."},
	{contract.ImportFieldFunction, "Ansvarig", []string{"Ansvarig funktion", "Ansvarig för åtgärd", "Ansvarig enhet", "Ansvar"}, committees, 200,
		"Den funktion som gör åtgärden."},
	{contract.ImportFieldReady, "Klart senast", []string{"Klar senast", "Slutdatum", "Färdigdatum", "Tidplan", "Sluttid", "Beräknas klart"}, committees, 200,
		"När åtgärden ska vara klar: 2024-06-30, våren 2024, kvartal 2 2024, löpande."},
	{contract.ImportFieldProgress, "Status", []string{"Läge", "Genomförande", "Nämndens status", "Åtgärdens status", "Genomförandestatus"}, committees, 60,
		"Ej påbörjad, Pågående, Löpande, Genomförd eller Avslutad utan åtgärd."},
	{contract.ImportFieldProgressComment, "Statuskommentar", []string{"Kommentar till status", "Kommentar", "Lägeskommentar", "Uppföljning"}, committees, 10000,
		"Vad som har gjorts. Behövs när något avslutas utan åtgärd: skälet."},
	{contract.ImportFieldProgressOn, "Statusdatum", []string{"Status per", "Uppföljd", "Uppföljningsdatum", "Datum för status"}, committees, 40,
		"Dagen som statusen gäller. Tomt: i dag, om statusen är ny."},
	{contract.ImportFieldVerdict, "Revisionens bedömning", []string{"Revisorernas bedömning", "Bedömning", "Bedömning av åtgärden"}, auditors, 60,
		"Bara för revisorer: Åtgärdad, Delvis åtgärdad, Ej åtgärdad, Ej längre aktuell eller Ej uppföljd."},
	{contract.ImportFieldVerdictComment, "Bedömningskommentar", []string{"Revisionens kommentar", "Revisorernas kommentar", "Kommentar till bedömning"}, auditors, 10000,
		"Bara för revisorer: varför."},
	{contract.ImportFieldVerdictOn, "Bedömningsdatum", []string{"Datum för bedömning", "Bedömd"}, auditors, 40,
		"Bara för revisorer: dagen för bedömningen. Tomt: i dag, om bedömningen är ny."},
}

// ownCount is a column of the program's own export that counts the measures which "Åtgärder" beside it then counts too.
const ownCount = "Genomförda åtgärder"

// importTable is a file's table with what its columns hold.
type importTable struct {
	columns []contract.ImportColumn
	rows    []importedRow
}

// importedRow has its cells in the columns' order.
type importedRow struct {
	number int
	cells  []string
}

// importFrom finds the table in a file, the one whose heads say the most, and what its columns hold: as they are named, and
// as the person has chosen. What is not the actor's to set is left out.
func importFrom(tables []spreadsheet.Table, chosen map[string]*string, actor authz.Actor) (importTable, error) {
	var table importTable
	most := -1
	for _, candidate := range tables {
		if len(candidate.Rows) == 0 {
			continue
		}
		columns := suggestColumns(candidate.Rows[0])
		if named := countNamed(columns); named > most {
			most, table = named, importTable{columns, importedRows(candidate.Rows, len(columns))}
		}
	}
	if most < 0 {
		return table, fault.Invalid("no_table", "the file has no rows")
	}
	if len(table.rows) > mostImportRows {
		return table, fault.Invalid("import_too_large", "at most 20000 rows")
	}
	if err := choose(table.columns, chosen); err != nil {
		return table, err
	}
	for i, column := range table.columns {
		table.columns[i].LeftOut = column.Field != nil && isLeftOut(*column.Field, actor)
	}
	return table, nil
}

func suggestColumns(heads []spreadsheet.Cell) []contract.ImportColumn {
	expected := make([]spreadsheet.Expected, len(importColumns))
	for i, known := range importColumns {
		expected[i] = spreadsheet.Expected{Key: string(known.field), Title: known.title, Synonyms: append([]string{string(known.field)}, known.synonyms...)}
	}
	columns := make([]contract.ImportColumn, len(heads))
	isOwnExport := false
	named := slices.Clone(heads)
	for i, head := range heads {
		columns[i].Head = strings.TrimSpace(head.Text)
		isOwnExport = isOwnExport || columns[i].Head == ownCount
		if strings.HasPrefix(columns[i].Head, "§") {
			named[i].Text = "Paragraf" // the sign itself is no letter to find a name by
		}
	}
	for key, place := range spreadsheet.MatchHeader(named, expected).At {
		field := contract.ImportField(key)
		if isOwnExport && field == contract.ImportFieldMeasure {
			continue
		}
		columns[place].Field = &field
	}
	return columns
}

func countNamed(columns []contract.ImportColumn) (named int) {
	for _, column := range columns {
		if column.Field != nil {
			named++
		}
	}
	return named
}

// importedRows are those with something in them. The heads stand in row 1.
func importedRows(rows [][]spreadsheet.Cell, columns int) []importedRow {
	var found []importedRow
	for i, row := range rows[1:] {
		cells, hasText := make([]string, columns), false
		for j := range min(len(row), columns) {
			cells[j] = strings.TrimSpace(row[j].Text)
			hasText = hasText || cells[j] != ""
		}
		if hasText {
			found = append(found, importedRow{i + 2, cells})
		}
	}
	return found
}

// choose lets the person say what a column holds; a field has one column.
func choose(columns []contract.ImportColumn, chosen map[string]*string) error {
	given := map[contract.ImportField]bool{}
	for _, key := range chosen {
		if key == nil {
			continue
		}
		field := contract.ImportField(*key)
		if !field.Valid() {
			return fault.InvalidField("/columns", "unknown_field", *key)
		}
		if given[field] {
			return fault.InvalidField("/columns", "field_used_twice", *key)
		}
		given[field] = true
	}
	for i, column := range columns {
		if key, isChosen := chosen[column.Head]; isChosen {
			columns[i].Field = (*contract.ImportField)(key)
		} else if column.Field != nil && given[*column.Field] {
			columns[i].Field = nil
		}
	}
	return nil
}

// isLeftOut: a committee sets no verdict, an auditor nothing that is the committee's.
func isLeftOut(field contract.ImportField, actor authz.Actor) bool {
	known := columnOf(field)
	isAuditor := actor.Has(authz.VerdictConfirm)
	return known.side == auditors && !isAuditor || known.side == committees && isAuditor
}

func columnOf(field contract.ImportField) importColumn {
	return importColumns[slices.IndexFunc(importColumns, func(known importColumn) bool { return known.field == field })]
}

// places are where the fields stand that are taken.
func (t importTable) places() map[contract.ImportField]int {
	places := map[contract.ImportField]int{}
	for i, column := range t.columns {
		if column.Field != nil && !column.LeftOut {
			if _, isTaken := places[*column.Field]; !isTaken {
				places[*column.Field] = i
			}
		}
	}
	return places
}

func (t importTable) sample() []contract.ImportSampleRow {
	sample := []contract.ImportSampleRow{}
	for _, row := range t.rows[:min(len(t.rows), shownImportRows)] {
		sample = append(sample, contract.ImportSampleRow{Row: row.number, Cells: row.cells})
	}
	return sample
}

// templateSheets are an empty table with the columns that an import knows, and what each takes on a sheet beside it.
func templateSheets(at time.Time) []spreadsheet.Sheet {
	table := spreadsheet.Sheet{Name: "Uppföljning", Created: at}
	help := spreadsheet.Sheet{Name: "Kolumnerna", Columns: []spreadsheet.Column{{Title: "Kolumn", Width: 28}, {Title: "Vad den tar", Width: 90}}}
	for _, known := range importColumns {
		kind, width := spreadsheet.Text, 18.0
		if strings.HasSuffix(known.title, "datum") {
			kind = spreadsheet.Date
		}
		if known.most >= 4000 {
			width = 50
		}
		table.Columns = append(table.Columns, spreadsheet.Column{Title: known.title, Kind: kind, Width: width})
		help.Rows = append(help.Rows, []string{known.title, known.takes})
	}
	return []spreadsheet.Sheet{table, help}
}
