package operationalplan

import (
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/sheetimport"
	"uppsikt/internal/spreadsheet"
)

// namedCommittee is one that a spreadsheet names.
type namedCommittee struct {
	ID                 uuid.UUID
	Name, Abbreviation string
}

// The fields that a column may be taken as; progress and recommendations are told in an export and not taken in.
const (
	fieldNumber     = "number"
	fieldArea       = "area"
	fieldWhat       = "what"
	fieldFunction   = "function"
	fieldReady      = "ready"
	fieldLastDay    = "last_day"
	fieldCommittees = "committees"
)

var sheetFields = []sheetimport.Field{
	{Key: fieldNumber, Title: "Nr", Synonyms: []string{"Nummer", "Åtgärd nr", "Åtgärdens nummer", "Löpnummer"}, Most: 20, Required: true},
	{Key: fieldArea, Title: "Område", Synonyms: []string{"Målområde", "Mål", "Verksamhetsområde", "Fokusområde", "Kontrollområde"}, Most: 200},
	{Key: fieldWhat, Title: "Åtgärd", Synonyms: []string{"Åtgärder", "Aktivitet", "Aktiviteter", "Vad ska göras", "Beskrivning"}, Most: 4000, Required: true},
	{Key: fieldFunction, Title: "Ansvarig", Synonyms: []string{"Ansvarig funktion", "Ansvar", "Funktion", "Ansvarig enhet"}, Most: 200},
	{Key: fieldReady, Title: "Klart", Synonyms: []string{"Klart senast", "Tidplan", "Slutdatum", "När", "Färdigt", "Sluttid"}, Most: 100},
	{Key: fieldLastDay, Title: "Sista dag", Synonyms: []string{"Sista datum"}, Most: 40},
	{Key: fieldCommittees, Title: "Delas med", Synonyms: []string{"Gemensam med", "Andra nämnder", "Berörda nämnder", "Tillsammans med"}, Most: 2000},
}

var progressLabels = map[contract.Progress]string{
	contract.ProgressNotStarted: "Ej påbörjad", contract.ProgressOngoing: "Pågående", contract.ProgressContinuous: "Löpande, ingår i ordinarie verksamhet",
	contract.ProgressDone: "Genomförd", contract.ProgressCancelled: "Avslutad utan åtgärd",
}

var periodLabels = map[contract.ReportPeriod]string{
	contract.ReportPeriodFourMonths: "Efter fyra månader", contract.ReportPeriodEightMonths: "Efter åtta månader", contract.ReportPeriodYearEnd: "Helår",
}

// cells are an action's as an export has them, by field.
func cells(action contract.PlanActionContent, shortNames map[uuid.UUID]string) map[string]string {
	written := map[string]string{fieldNumber: action.Number, fieldArea: action.Area, fieldWhat: action.What, fieldFunction: action.Function}
	if action.Ready != nil {
		written[fieldReady] = action.Ready.Words
		if action.Ready.LastDay != nil {
			written[fieldLastDay] = action.Ready.LastDay.String()
		}
	}
	shared := make([]string, len(action.CommitteeIds))
	for i, committee := range action.CommitteeIds {
		shared[i] = shortNames[committee]
	}
	written[fieldCommittees] = strings.Join(shared, ", ")
	return written
}

// shortNames are the committees' abbreviations, and of those that have none the names.
func shortNames(committees []namedCommittee) map[uuid.UUID]string {
	names := make(map[uuid.UUID]string, len(committees))
	for _, committee := range committees {
		names[committee.ID] = committee.Abbreviation
		if committee.Abbreviation == "" {
			names[committee.ID] = committee.Name
		}
	}
	return names
}

// sheets are the plan's actions, and beside them what has been reported.
func sheets(plan contract.OperationalPlan, names map[uuid.UUID]string, at time.Time) []spreadsheet.Sheet {
	actions := spreadsheet.Sheet{
		Name: fmt.Sprintf("Verksamhetsplan %s %d", names[plan.CommitteeID], plan.Year), Created: at,
		Columns: append(sheetimport.Heads(sheetFields, map[string]spreadsheet.Kind{fieldLastDay: spreadsheet.Date}),
			spreadsheet.Column{Title: "Status", Width: 24}, spreadsheet.Column{Title: "Rekommendationer", Width: 60}),
	}
	reports := spreadsheet.Sheet{Name: "Rapporter", Columns: []spreadsheet.Column{
		{Title: "Nr", Width: 10}, {Title: "Rapporterad av", Width: 18}, {Title: "Period", Width: 22}, {Title: "Status", Width: 24}, {Title: "Kommentar", Width: 70}, {Title: "Dag", Kind: spreadsheet.Date},
	}}
	for _, action := range plan.Actions {
		actions.Rows = append(actions.Rows, rowOf(action, names))
		for _, report := range action.Reports {
			reports.Rows = append(reports.Rows, []string{action.Content.Number, names[report.CommitteeID], periodLabels[report.Period], progressLabels[report.Progress],
				report.Comment, report.On.String()})
		}
	}
	return []spreadsheet.Sheet{actions, reports}
}

func rowOf(action contract.PlanAction, names map[uuid.UUID]string) []string {
	written := cells(action.Content, names)
	var row []string
	for _, field := range sheetFields {
		row = append(row, written[field.Key])
	}
	var tied []string
	for _, recommendation := range action.Recommendations {
		tied = append(tied, recommendation.AuditTitle+": "+recommendation.Number)
	}
	return append(row, progressLabels[action.Progress], strings.Join(tied, "\n"))
}
