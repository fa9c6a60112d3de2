package operationalplan

import (
	"reflect"
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/measure"
	"uppsikt/internal/sheetimport"
	"uppsikt/internal/spreadsheet"
)

// imported is what the rows of a spreadsheet do to a plan. Actions are known by their numbers; those that no row speaks of stay.
type imported struct {
	added, changed []contract.NewPlanAction
	before         map[uuid.UUID]contract.PlanActionContent
	tally          sheetimport.Tally
}

func importInto(plan contract.OperationalPlan, table *sheetimport.Table, committees []namedCommittee) imported {
	result := imported{before: map[uuid.UUID]contract.PlanActionContent{}}
	known, seen := map[string]contract.PlanAction{}, map[string]bool{}
	for _, action := range plan.Actions {
		known[strings.ToLower(action.Content.Number)] = action
	}
	reader := rowReader{committees: committeeNames(committees, plan.CommitteeID), shortNames: shortNames(committees)}
	for _, row := range table.Rows() {
		number := strings.ToLower(row.Needed(fieldNumber))
		if number != "" && seen[number] {
			row.Fault(fieldNumber, "number_used_twice")
		}
		seen[number] = true
		action, isKnown := known[number]
		content := reader.read(row, table, action.Content)
		switch {
		case !row.IsRight():
		case !isKnown:
			result.added = append(result.added, contract.NewPlanAction{ID: uuid.Must(uuid.NewV7()), Content: content})
		case !reflect.DeepEqual(content, action.Content):
			result.changed = append(result.changed, contract.NewPlanAction{ID: action.ID, Content: content})
			result.before[action.ID] = action.Content
		default:
			result.tally.Unchanged++
		}
	}
	result.tally.Added, result.tally.Changed = len(result.added), len(result.changed)
	return result
}

// after is the plan's actions as the rows leave them.
func (i imported) after(plan contract.OperationalPlan) []contract.PlanAction {
	actions := append([]contract.PlanAction{}, plan.Actions...)
	for _, action := range i.added {
		actions = append(actions, contract.PlanAction{ID: action.ID, Content: action.Content})
	}
	return actions
}

// committeeNames finds the others: an action is not shared with the committee whose plan it stands in.
func committeeNames(committees []namedCommittee, own uuid.UUID) sheetimport.Names[uuid.UUID] {
	names := sheetimport.Names[uuid.UUID]{}
	for _, committee := range committees {
		if committee.ID == own {
			continue
		}
		for _, name := range []string{committee.Name, committee.Abbreviation} {
			if key := sheetimport.Barely(name); key != "" {
				names[key] = committee.ID
			}
		}
	}
	return names
}

type rowReader struct {
	committees sheetimport.Names[uuid.UUID]
	shortNames map[uuid.UUID]string
}

// read gives the content that a row makes of an action: a cell that says what an export would say leaves what there is, and so
// does a column that is not there.
func (r rowReader) read(row *sheetimport.Row, table *sheetimport.Table, content contract.PlanActionContent) contract.PlanActionContent {
	written := cells(content, r.shortNames)
	says := func(field string) bool {
		return table.Has(field) && row.Text(field) != strings.TrimSpace(spreadsheet.AsRead(written[field]))
	}
	for field, words := range map[string]*string{fieldNumber: &content.Number, fieldArea: &content.Area, fieldWhat: &content.What, fieldFunction: &content.Function} {
		if says(field) {
			*words = row.Text(field)
		}
	}
	row.Needed(fieldWhat)
	if says(fieldReady) || says(fieldLastDay) {
		content.Ready = readyOf(row, content.Ready, says(fieldReady))
	}
	if says(fieldCommittees) {
		content.CommitteeIds = sheetimport.Several(row, fieldCommittees, r.committees, "committee_not_found")
	}
	if content.CommitteeIds == nil {
		content.CommitteeIds = []uuid.UUID{}
	}
	if content.RecommendationIds == nil {
		content.RecommendationIds = []uuid.UUID{}
	}
	return content
}

// readyOf is when a row says that an action is ready: in words, which are understood anew when they are new, and by a last day.
func readyOf(row *sheetimport.Row, before *contract.ApproximateDate, areNew bool) *contract.ApproximateDate {
	words, lastDay := row.Text(fieldReady), row.Date(fieldLastDay)
	if words == "" && lastDay == nil {
		return nil
	}
	if words == "" {
		words = lastDay.String()
	}
	ready := measure.Suggest(words)
	if before != nil && !areNew {
		ready = *before
	}
	if lastDay != nil {
		ready.LastDay = lastDay
	}
	return &ready
}
