package controlplan

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/sheetimport"
	"uppsikt/internal/spreadsheet"
)

// imported is what the rows of a spreadsheet do to a draft. Risks and controls are known by their numbers, else by their titles; those
// that no row speaks of stay.
type imported struct {
	risks           []contract.NewRisk
	writtenRisks    []writtenRisk
	controls        []contract.NewControl
	writtenControls []writtenControl
	tally           sheetimport.Tally
}

// importInto goes through the risks first: a control may meet one that comes with it.
func importInto(plan contract.ControlPlan, from tables) imported {
	result := imported{}
	names := sheetimport.Names[uuid.UUID]{}
	for _, risk := range plan.Risks {
		name(names, riskName(risk.Number), risk.Content.Title, risk.ID)
	}
	if from.risks != nil {
		result.readRisks(plan, from.risks, names)
	}
	if from.controls != nil {
		result.readControls(plan, from.controls, names)
	}
	result.tally.Added = len(result.risks) + len(result.controls)
	result.tally.Changed = len(result.writtenRisks) + len(result.writtenControls)
	return result
}

// name lets a thing be found by its number and its title; the first to have a title keeps it.
func name(names sheetimport.Names[uuid.UUID], number, title string, id uuid.UUID) {
	if bare := sheetimport.Barely(number); bare != "" {
		names[bare] = id
	}
	if _, isTaken := names[sheetimport.Barely(title)]; !isTaken {
		names[sheetimport.Barely(title)] = id
	}
}

func (i *imported) readRisks(plan contract.ControlPlan, table *sheetimport.Table, names sheetimport.Names[uuid.UUID]) {
	reader := riskReader{table: table, scale: plan.Scale, categories: categoryNames(plan.Scale)}
	said := map[uuid.UUID]contract.RiskContent{}
	for _, row := range table.Rows() {
		number, title := row.Text(fieldRisk), row.Needed(fieldRiskTitle)
		id, isNamed := found(names, number, title)
		before, err := riskWith(plan, id)
		content := reader.read(row, before)
		earlier, isSaid := said[id]
		switch {
		case !row.IsRight():
		case isSaid:
			if !reflect.DeepEqual(content, earlier) {
				row.Fault(fieldRiskTitle, "contradicts_earlier_row")
			}
		case !isNamed || err != nil:
			i.risks = append(i.risks, contract.NewRisk{ID: id, Content: content})
			name(names, number, title, id)
		case !reflect.DeepEqual(content, before.Content):
			i.writtenRisks = append(i.writtenRisks, writtenRisk{id, content})
		default:
			i.tally.Unchanged++
		}
		said[id] = content
	}
}

// found is the thing that goes by the number or the title, else an id for a new one.
func found(names sheetimport.Names[uuid.UUID], called ...string) (id uuid.UUID, isThere bool) {
	for _, one := range called {
		if id, isThere = names[sheetimport.Barely(one)]; isThere && one != "" {
			return id, true
		}
	}
	return uuid.Must(uuid.NewV7()), false
}

func (i *imported) readControls(plan contract.ControlPlan, table *sheetimport.Table, risks sheetimport.Names[uuid.UUID]) {
	names := sheetimport.Names[uuid.UUID]{}
	for _, control := range plan.Controls {
		name(names, controlName(control.Number), control.Content.Title, control.ID)
	}
	reader := controlReader{table: table, risks: plan.Risks, names: risks}
	said := map[uuid.UUID]contract.ControlContent{}
	for _, row := range table.Rows() {
		number, title := row.Text(fieldControl), row.Needed(fieldTitle)
		id, isNamed := found(names, number, title)
		before, err := controlWith(plan, id)
		content := reader.read(row, before, err == nil)
		earlier, isSaid := said[id]
		switch {
		case !row.IsRight():
		case isSaid:
			if !reflect.DeepEqual(content, earlier) {
				row.Fault(fieldTitle, "contradicts_earlier_row")
			}
		case !isNamed || err != nil:
			i.controls = append(i.controls, contract.NewControl{ID: id, Content: content})
			name(names, number, title, id)
		case !reflect.DeepEqual(content, before.Content):
			i.writtenControls = append(i.writtenControls, writtenControl{ID: id, Content: content, Gone: []uuid.UUID{}})
		default:
			i.tally.Unchanged++
		}
		said[id] = content
	}
}

// says tells that a row says something else of a field than an export would: a cell that was exported leaves what there is, and so does
// a column that is not there.
func says(table *sheetimport.Table, row *sheetimport.Row, field string, written map[string]string) bool {
	return table.Has(field) && row.Text(field) != strings.TrimSpace(spreadsheet.AsRead(written[field]))
}

func (i imported) checkSize(plan contract.ControlPlan) error {
	if len(plan.Risks)+len(i.risks) > mostOfEach || len(plan.Controls)+len(i.controls) > mostOfEach {
		return fault.Invalid("plan_too_large", "at most "+strconv.Itoa(mostOfEach)+" risks and as many controls")
	}
	return nil
}
