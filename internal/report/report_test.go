package report

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
	"uppsikt/internal/followup"
	"uppsikt/internal/spreadsheet"
)

var (
	labour, school = uuid.New(), uuid.New()
	from           = sender{
		organization: contract.OrganizationContent{Name: "Storåns kommun", AuditorsName: "Storåns kommuns revisorer"},
		committees:   map[uuid.UUID]string{labour: "Arbetsmarknadsnämnden", school: "Barn- och utbildningsnämnden"},
		today:        calendar.New(2025, 6, 2), at: time.Date(2025, 6, 2, 8, 0, 0, 0, time.UTC),
	}
)

func status(committee uuid.UUID, number string, change func(*contract.AssignmentSummary)) followup.Status {
	accepts, reported := contract.StanceAccepts, calendar.New(2024, 3, 1)
	summary := contract.AssignmentSummary{
		CommitteeID: committee, HolderID: committee, Number: number, Text: "Inför en rutin för loggkontroll.", AuditTitle: "Granskning av loggkontroll",
		ReportDate: &reported, Stance: &accepts, Verdict: contract.VerdictNotFollowedUp, Difference: contract.DifferenceNone,
	}
	change(&summary)
	return followup.Status{Summary: summary}
}

func plain(d document.Document) string { return document.PlainText(d) }

func TestACommitteesPaperCountsWhatItShows(t *testing.T) {
	done := contract.ProgressDone
	all := []followup.Status{
		status(labour, "1", func(s *contract.AssignmentSummary) { s.Overdue = true }),
		status(labour, "2", func(s *contract.AssignmentSummary) {
			s.Progress, s.Verdict, s.Difference = &done, contract.VerdictNotAddressed, contract.DifferenceDiffers
		}),
		status(labour, "3", func(s *contract.AssignmentSummary) { s.Verdict = contract.VerdictAddressed }),
		status(labour, "4", func(s *contract.AssignmentSummary) { s.Progress = &done }),
	}
	text := plain(committeePaper(from, labour, all))
	for _, words := range []string{
		"Nämnden har två rekommendationer från revisionen som inte är avslutade.", "För en av dem har den dag passerat", "I ett fall bedömer revisorerna",
		"Rekommendation 1", "Rekommendation 2", "Genomförd", "Ej åtgärdad (går isär)",
	} {
		if !strings.Contains(text, words) {
			t.Errorf("does not say %q:\n%s", words, text)
		}
	}
	for _, closed := range []string{"Rekommendation 3", "Rekommendation 4"} {
		if strings.Contains(text, closed) {
			t.Errorf("shows what is closed: %s", closed)
		}
	}
}

func TestACommitteeWithNothingOpenIsToldSo(t *testing.T) {
	text := plain(committeePaper(from, labour, []followup.Status{status(labour, "1", func(s *contract.AssignmentSummary) { s.Verdict = contract.VerdictAddressed })}))
	if !strings.Contains(text, "inga rekommendationer från revisionen som väntar på åtgärd. En rekommendation är avslutad.") {
		t.Error(text)
	}
}

func TestANewDateStandsBesideTheDecidedOne(t *testing.T) {
	decided, moved := contract.ApproximateDate{Words: "våren 2025"}, contract.ApproximateDate{Words: "hösten 2025"}
	followed := contract.FollowedMeasure{Content: contract.MeasureContent{Ready: &decided}, Ready: &moved}
	if words := readyInWords(followed); words != "hösten 2025 (beslutat: våren 2025)" {
		t.Error(words)
	}
}

func TestTheSummaryListsWhatItCounts(t *testing.T) {
	overview := contract.FollowupOverview{
		Total: contract.FollowupFigures{Given: 14, Answered: 12, Done: 3, Confirmed: 1, Overdue: 1, Differing: 0, Unexamined: 2},
	}
	overview.Committees = append(overview.Committees, struct {
		CommitteeID uuid.UUID                `json:"committeeId"`
		Figures     contract.FollowupFigures `json:"figures"`
	}{labour, overview.Total})
	text := plain(summaryPaper(from, overview, []followup.Status{status(labour, "1", func(s *contract.AssignmentSummary) { s.Overdue = true })}))
	for _, words := range []string{"lämnat 14 rekommendationer", "tre är genomförda", "en är åtgärdad", "En är försenad", "Åtgärder som är försenade", "Samtliga"} {
		if !strings.Contains(text, words) {
			t.Errorf("does not say %q:\n%s", words, text)
		}
	}
	if strings.Contains(text, "Där nämndens") {
		t.Error("an empty list has its heading")
	}
}

func TestAPaperSaysWhatIsLeftOut(t *testing.T) {
	left := leftOut{Assignments: 2, Answers: 1}
	text := plain(left.saidIn(committeePaper(from, labour, nil)))
	if !strings.Contains(text, "Uppgifter är utelämnade: två rekommendationer samt svar eller åtgärder för en rekommendation. Sekretess enligt") {
		t.Error(text)
	}
	sheet := left.saidInSheet(assignmentsSheet(from, nil, nil))
	if len(sheet.Rows) != 1 || len(sheet.Rows[0]) != len(sheet.Columns) || !strings.HasPrefix(sheet.Rows[0][0], "Uppgifter är utelämnade") {
		t.Errorf("%v", sheet.Rows)
	}
	if paper := (leftOut{}).saidIn(committeePaper(from, labour, nil)); paper.Mark != "" {
		t.Error("a paper that leaves nothing out says that it does")
	}
}

func TestAListIsWrittenAsItIsShown(t *testing.T) {
	done, last := contract.ProgressDone, calendar.New(2025, 5, 31)
	one := status(labour, "1", func(s *contract.AssignmentSummary) {
		s.Text, s.Progress, s.LastDay, s.Overdue, s.Difference = "=1+1", &done, &last, true, contract.DifferenceUnexamined
	})
	content, err := written(spreadsheet.CSV, assignmentsSheet(from, []contract.AssignmentSummary{one.Summary}, nil))
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"Arbetsmarknadsnämnden", "'=1+1", "Genomförd", "2025-05-31", "Ej prövad"} {
		if !strings.Contains(string(content), words) {
			t.Errorf("does not say %q: %s", words, content)
		}
	}
}

func TestTheChosenColumnsStandInTheirOrder(t *testing.T) {
	one := status(labour, "1", func(*contract.AssignmentSummary) {})
	sheet := assignmentsSheet(from, []contract.AssignmentSummary{one.Summary}, []contract.AssignmentColumn{contract.AssignmentColumnStance, contract.AssignmentColumnCommittee})
	if len(sheet.Columns) != 2 || sheet.Columns[0].Title != "Ställningstagande" || !slices.Equal(sheet.Rows[0], []string{"Instämmer", "Arbetsmarknadsnämnden"}) {
		t.Errorf("got %v of %v", sheet.Rows, sheet.Columns)
	}
}

func TestEveryColumnOfTheContractIsThere(t *testing.T) {
	for _, column := range assignmentColumns {
		if !column.id.Valid() {
			t.Errorf("%s is none of the contract's", column.id)
		}
	}
	if spec, err := contract.GetSpec(); err != nil || len(spec.Components.Schemas["AssignmentColumn"].Value.Enum) != len(assignmentColumns) {
		t.Errorf("the contract has others: %v", err)
	}
}

func TestTheMatrixTellsWhoHasNotAnswered(t *testing.T) {
	round := contract.Round{Content: contract.RoundContent{Title: "Uppföljning", Due: calendar.New(2025, 6, 30)}, Items: []contract.RoundItem{
		{Assignment: status(labour, "1", func(*contract.AssignmentSummary) {}).Summary,
			Report: &contract.ProgressReport{Progress: contract.ProgressOngoing, Comment: "Rutinen skrivs.", On: calendar.New(2025, 6, 1)}},
		{Assignment: status(school, "1", func(*contract.AssignmentSummary) {}).Summary},
	}}
	text := plain(matrixPaper(from, round))
	for _, words := range []string{"frågat om två rekommendationer", "svarat om en", "Pågående, 2025-06-01. Rutinen skrivs.", "Inget svar", "Ej bedömd", "Barn- och utbildningsnämnden"} {
		if !strings.Contains(text, words) {
			t.Errorf("does not say %q:\n%s", words, text)
		}
	}
	if sheet := matrixSheet(from, round); len(sheet.Rows) != 2 || sheet.Rows[0][4] != "Pågående" || sheet.Rows[1][4] != "" {
		t.Errorf("got %v", sheet.Rows)
	}
}

func TestThousandsAreKeptTogether(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 12000: "12\u00a0000", 1002003: "1\u00a0002\u00a0003"} {
		if got := thousands(n); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
}
