package controlplan

import (
	"slices"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/sheetimport"
)

// tables are those of risks and of controls that a file has: on sheets of their own, or both in one. One that it has not is nil.
type tables struct{ risks, controls *sheetimport.Table }

func tablesOf(file sheetimport.File) (found tables, err error) {
	for _, key := range file.Columns {
		if key != nil && !hasField(riskFields, *key) && !hasField(controlFields, *key) {
			return found, fault.InvalidField("/columns", "unknown_field", *key)
		}
	}
	if found.risks, err = tableOf(file, riskFields); err != nil {
		return found, err
	}
	if found.controls, err = tableOf(file, controlFields); err != nil {
		return found, err
	}
	if !found.risks.Has(fieldRiskTitle) {
		found.risks = nil
	}
	if !found.controls.Has(fieldTitle) && found.risks != nil {
		found.controls = nil
	}
	return found, nil
}

func tableOf(file sheetimport.File, fields []sheetimport.Field) (*sheetimport.Table, error) {
	chosen := map[string]*string{}
	for head, key := range file.Columns {
		if key == nil || hasField(fields, *key) {
			chosen[head] = key
		}
	}
	file.Columns = chosen
	return file.Table(fields)
}

func hasField(fields []sheetimport.Field, key string) bool {
	return slices.ContainsFunc(fields, func(field sheetimport.Field) bool { return field.Key == key })
}

func (t tables) areRight() bool {
	return (t.risks == nil || t.risks.IsRight()) && (t.controls == nil || t.controls.IsRight())
}

// shown is the file as its reader sees it: two sheets' columns beside each other.
func (t tables) shown(tally sheetimport.Tally, isImported bool) contract.SheetImport {
	if t.risks == nil {
		return t.controls.Shown(tally, isImported)
	}
	shown := t.risks.Shown(tally, isImported)
	if t.controls == nil {
		return shown
	}
	controls := t.controls.Shown(tally, isImported)
	shown.Fields = append(shown.Fields, controls.Fields...)
	shown.Faults = append(shown.Faults, controls.Faults...)
	shown.FaultsTotal += controls.FaultsTotal
	if sameHeads(shown.Columns, controls.Columns) {
		for i, column := range controls.Columns {
			if shown.Columns[i].Field == nil {
				shown.Columns[i].Field = column.Field
			}
		}
		return shown
	}
	width := len(shown.Columns)
	for _, row := range controls.Sample {
		shown.Sample = append(shown.Sample, contract.ImportSampleRow{Row: row.Row, Cells: append(make([]string, width), row.Cells...)})
	}
	shown.Columns = append(shown.Columns, controls.Columns...)
	shown.Rows += controls.Rows
	return shown
}

func sameHeads(a, b []contract.SheetColumn) bool {
	return slices.EqualFunc(a, b, func(x, y contract.SheetColumn) bool { return x.Head == y.Head })
}

// mostOfEach is how many risks, and how many controls, a plan may have.
const mostOfEach = 1000
