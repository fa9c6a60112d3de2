package followup_test

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/followup"
)

func asFault(err error, known **fault.Error) bool { return errors.As(err, known) }

func TestSwedishWordsAreFoundInAnyInflection(t *testing.T) {
	h := build(t)
	for words, want := range map[string]int{
		"åtgärder": 2, "Åtgärden": 2, "åtgärd": 2, "otillbörligt": 2, "OTILLBÖRLIG": 2, "påverkan": 2,
		"rutiner": 1, "rutin": 1, "loggkontroller": 3, "rutinen otillbörlig": 0, "otillb": 2, "100 %": 0, "'": 0,
	} {
		if got := h.list(h.reader, followup.Filter{Words: &words}).Total; got != want {
			t.Errorf("%q: %d, want %d", words, got, want)
		}
	}
}

func TestFiltersAndTheirFigures(t *testing.T) {
	h := build(t)
	h.decide()
	h.clock = time.Date(2024, 9, 2, 9, 0, 0, 0, time.UTC)
	h.report(contract.ProgressDone, calendar.New(2024, 6, 10))
	h.verdict(h.auditor, contract.VerdictNotAddressed, calendar.New(2024, 9, 1))
	for name, c := range map[string]struct {
		filter followup.Filter
		want   int
	}{
		"all":        {followup.Filter{}, 3},
		"committee":  {followup.Filter{Committees: &[]uuid.UUID{h.other}}, 1},
		"audit":      {followup.Filter{Audit: &h.audit}, 3},
		"firm":       {followup.Filter{Firm: pointer("Nordkajen Revision")}, 3},
		"year":       {followup.Filter{Year: pointer(2022)}, 0},
		"unanswered": {followup.Filter{Stances: &[]contract.StanceFilter{contract.StanceFilterUnanswered}}, 1},
		"accepts":    {followup.Filter{Stances: &[]contract.StanceFilter{contract.StanceFilterAccepts}}, 2},
		"unreported": {followup.Filter{Progresses: &[]contract.ProgressFilter{contract.ProgressFilterUnreported}}, 2},
		"verdict":    {followup.Filter{Verdicts: &[]contract.Verdict{contract.VerdictNotAddressed}}, 1},
		"differs":    {followup.Filter{Differences: &[]contract.Difference{contract.DifferenceDiffers}}, 1},
		"overdue":    {followup.Filter{Overdue: pointer(true)}, 0}, // said to be done
	} {
		if got := h.list(h.reader, c.filter); got.Total != c.want || len(got.Items) != c.want {
			t.Errorf("%s: %d (%d shown), want %d", name, got.Total, len(got.Items), c.want)
		}
	}
	figures := must[contract.FollowupOverview](t)(h.followup.Overview(t.Context(), h.reader, followup.Filter{}))
	want := contract.FollowupFigures{Given: 3, Answered: 2, Accepted: 2, Done: 1, Differing: 1}
	if figures.Total != want {
		t.Errorf("got %+v, want %+v", figures.Total, want)
	}
	if *figures.DaysToDone.Median != 116 || figures.DaysToDone.Count != 1 {
		t.Errorf("from 2024-02-15 to 2024-06-10: %+v", figures.DaysToDone)
	}
}

func TestTodaysFiguresCountWhatIsDatedAheadAsTheListDoes(t *testing.T) {
	h := build(t)
	h.decide()
	h.clock = time.Date(2023, 11, 1, 9, 0, 0, 0, time.UTC) // before the report's day and the meeting's
	listed := h.list(h.reader, followup.Filter{}).Total
	accepted := h.list(h.reader, followup.Filter{Stances: &[]contract.StanceFilter{contract.StanceFilterAccepts}}).Total
	figures := must[contract.FollowupOverview](t)(h.followup.Overview(t.Context(), h.reader, followup.Filter{}))
	if listed != 3 || accepted != 2 || figures.Total.Given != listed || figures.Total.Accepted != accepted {
		t.Errorf("the lists have %d and %d, the figures %+v", listed, accepted, figures.Total)
	}
}

func TestTheOverviewTellsEachTurnOfTheYear(t *testing.T) {
	h := build(t)
	h.decide()
	h.clock = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	h.report(contract.ProgressOngoing, calendar.New(2024, 11, 1))
	h.report(contract.ProgressDone, calendar.New(2025, 6, 10))
	h.verdict(h.auditor, contract.VerdictNotAddressed, calendar.New(2026, 1, 10))
	overview := must[contract.FollowupOverview](t)(h.followup.Overview(t.Context(), h.reader, followup.Filter{}))
	got := map[int]contract.FollowupFigures{}
	for _, turn := range overview.Turns {
		got[turn.Year] = turn.Figures
	}
	want := map[int]contract.FollowupFigures{
		2023: {Given: 3},
		2024: {Given: 3, Answered: 2, Accepted: 2, Ongoing: 1, Overdue: 1},
		2025: {Given: 3, Answered: 2, Accepted: 2, Done: 1, Unexamined: 1},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if len(overview.Committees) != 2 || overview.Committees[1].CommitteeID != h.other || overview.Total.Differing != 1 {
		t.Errorf("Å comes after A: %+v", overview.Committees)
	}
}

func TestListsAreSortedAndPaged(t *testing.T) {
	h := build(t)
	h.decide()
	page := h.list(h.reader, followup.Filter{Sort: contract.AssignmentSortCommittee, Limit: 2})
	if page.Total != 3 || len(page.Items) != 2 || page.Items[0].Number != "1" || page.Items[1].Number != "2" {
		t.Errorf("got %+v", page)
	}
	rest := h.list(h.reader, followup.Filter{Sort: contract.AssignmentSortCommittee, Limit: 2, Offset: 2})
	if len(rest.Items) != 1 || rest.Items[0].CommitteeID != h.other {
		t.Errorf("got %+v", rest)
	}
	latest := h.list(h.reader, followup.Filter{Sort: contract.AssignmentSortMinusLastDay})
	if latest.Items[0].LastDay == nil || latest.Items[2].LastDay != nil {
		t.Errorf("those without a date come last: %+v", latest)
	}
}

func TestWorkingNotesAreTheAuditorsAlone(t *testing.T) {
	h := build(t)
	added := contract.NewWorkingNote{ID: uuid.New(), Content: contract.WorkingNoteContent{Text: "Fråga nämnden om loggarna i höst."}}
	note := must[contract.WorkingNote](t)(h.followup.AddNote(t.Context(), h.adviser, h.audit, added))
	if page := must[contract.WorkingNotePage](t)(h.followup.Notes(t.Context(), h.auditor, h.audit, 50, 0)); page.Total != 1 {
		t.Errorf("got %+v", page)
	}
	if _, err := h.followup.Notes(t.Context(), h.otherAdviser, h.audit, 50, 0); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("an adviser of other audits read it: %v", err)
	}
	if _, err := h.followup.WriteNote(t.Context(), h.auditor, note.ID, note.Version, added.Content); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("somebody else wrote in it: %v", err)
	}
	var told int
	if err := h.Owner.Get(&told, `select count(*) from journal_content where content::text like '%loggarna%'`); err != nil || told != 0 {
		t.Errorf("the journal tells what the note says: %d %v", told, err)
	}
	if err := h.followup.DeleteNote(t.Context(), h.adviser, note.ID, note.Version); err != nil {
		t.Error(err)
	}
}

func pointer[T any](value T) *T { return &value }

func TestTheFiguresAreToldByTheCriticismOfTheCommittees(t *testing.T) {
	h := build(t)
	h.decide()
	for kind, year := range map[contract.CriticismKind]int{contract.CriticismKindCaution: 2023, contract.CriticismKindFormalRemark: 2023, contract.CriticismKindDischargeDenied: 2022} {
		added := contract.NewCriticism{ID: uuid.New(), Content: contract.CriticismContent{CommitteeID: h.committee, Year: year, Kind: kind}}
		must[contract.Criticism](t)(h.followup.RegisterCriticism(t.Context(), h.auditor, added))
	}
	overview := must[contract.FollowupOverview](t)(h.followup.Overview(t.Context(), h.reader, followup.Filter{}))
	got := map[contract.CriticismFilter]int{}
	for _, one := range overview.Criticisms {
		got[one.Criticism] = one.Figures.Given
		listed := h.list(h.reader, followup.Filter{Criticisms: &[]contract.CriticismFilter{one.Criticism}}).Total
		if listed != one.Figures.Given {
			t.Errorf("%s: %d in the figures, %d in the list", one.Criticism, one.Figures.Given, listed)
		}
	}
	want := map[contract.CriticismFilter]int{contract.CriticismFilterNone: 1, contract.CriticismFilterFormalRemark: 2}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the gravest of the report's year counts: got %v, want %v", got, want)
	}
}
