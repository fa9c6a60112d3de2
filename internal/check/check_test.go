package check_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/check"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres/pgtest"
)

// house is a committee with an adopted plan of one control, that a contributor performs.
type house struct {
	*pgtest.DB
	t                                         *testing.T
	now                                       time.Time
	checks                                    *check.Service
	organization, committee, plan, control    uuid.UUID
	controller, contributor, reader, stranger authz.Actor
}

func build(t *testing.T) *house {
	t.Helper()
	h := &house{DB: pgtest.New(t), t: t, organization: uuid.New(), committee: uuid.New(), plan: uuid.New(), control: uuid.New()}
	h.setDay(calendar.New(2024, 9, 17))
	h.checks = &check.Service{DB: h.Server, Now: func() time.Time { return h.now }}
	h.Owner.MustExec(`insert into organization (organization_id, name, auditors_name) values ($1, 'Storåns kommun', 'Storåns kommuns revisorer')`, h.organization)
	h.Owner.MustExec(`insert into committee (organization_id, id, name, abbreviation, kind, registry_number_pattern)
		values ($1, $2, 'Arbetsmarknadsnämnden', 'AMN', 'committee', '')`, h.organization, h.committee)
	h.controller, h.contributor = h.person(contract.RoleController, &h.committee), h.person(contract.RoleContributor, nil)
	h.reader, h.stranger = h.person(contract.RoleReader, nil), h.person(contract.RoleContributor, nil)
	h.insertPlan(h.plan, 2024, "adopted")
	h.Owner.MustExec(`insert into control (organization_id, id, plan_id, number, area, title, what, method, frequency, first_month, planned_offset, last_offset, sample_size, function, person_id)
		values ($1, $2, $3, 4, 'Behörigheter', 'Avslutade behörigheter', 'Att konton stängs i tid', 'Stickprov', 'monthly', 1, 0, 15, 20, 'Systemförvaltare', $4)`,
		h.organization, h.control, h.plan, h.contributor.Account)
	return h
}

func (h *house) setDay(day calendar.Date) { h.now = day.Time().Add(9 * time.Hour) }

func (h *house) insertPlan(id uuid.UUID, year int, state string) {
	h.t.Helper()
	h.Owner.MustExec(`insert into control_plan (organization_id, id, committee_id, year, state, scale, begun_by, begun_at, in_force_from)
		values ($1, $2, $3, $4, $5, '{"levels": {"medium": 4, "high": 9, "critical": 16}}', $6, now(), case when $5 <> 'draft' then make_date($4, 1, 1) end)`,
		h.organization, id, h.committee, year, state, h.controller.Account)
}

func (h *house) person(role contract.Role, committee *uuid.UUID) authz.Actor {
	h.t.Helper()
	id, membership := uuid.New(), uuid.New()
	h.Owner.MustExec(`insert into account (id, email, name, created_at) values ($1, $2, $3, now())`, id, id.String()+"@storan.example", string(role))
	h.Owner.MustExec(`insert into membership (organization_id, id, account_id, title) values ($1, $2, $3, '')`, h.organization, membership, id)
	h.Owner.MustExec(`insert into membership_role (organization_id, membership_id, role, committee_id) values ($1, $2, $3, $4)`, h.organization, membership, role, committee)
	return authz.Actor{Account: id, Name: string(role), Organization: h.organization, Roles: []contract.RoleGrant{{Role: role, CommitteeID: committee}}}
}

// planned is a check of a month, to be made from the 1st to the 15th of the next.
func (h *house) planned(year int, month time.Month) uuid.UUID {
	h.t.Helper()
	id, next := uuid.New(), calendar.New(year, month+1, 1)
	h.Owner.MustExec(`insert into control_check (organization_id, id, plan_id, control_id, period_start, period_end, planned_on, last_on) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
		h.organization, id, h.plan, h.control, calendar.New(year, month, 1), next.AddDays(-1), next, next.AddDays(14))
	return id
}

func (h *house) read(actor authz.Actor, id uuid.UUID) contract.Check {
	h.t.Helper()
	return must[contract.Check](h.t)(h.checks.Check(h.t.Context(), actor, id))
}

func (h *house) complete(id uuid.UUID, content contract.CheckContent) contract.Check {
	h.t.Helper()
	completion := contract.CheckCompletion{On: calendar.DayOf(h.now), Content: content}
	return must[contract.Check](h.t)(h.checks.Complete(h.t.Context(), h.contributor, id, h.read(h.contributor, id).Version, completion))
}

func (h *house) note(id uuid.UUID) contract.Deviation {
	h.t.Helper()
	due := calendar.New(2024, 10, 1)
	return must[contract.Deviation](h.t)(h.checks.Note(h.t.Context(), h.contributor, id, contract.NewDeviation{ID: uuid.New(), Content: contract.DeviationContent{
		What: "Två konton var öppna", Cause: "Besked kom sent", Measure: "Stäng vid sista dagen", Function: "Systemförvaltare", Due: &due,
	}}))
}

func must[T any](t *testing.T) func(T, error) T {
	t.Helper()
	return func(value T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

func counted(outcome contract.CheckOutcome, population, sample, deviating int) contract.CheckContent {
	return contract.CheckContent{Population: &population, PopulationOf: "avslutade anställningar", Sample: &sample, Deviating: &deviating,
		Outcome: &outcome, Seen: "Två konton var öppna efter sista dagen.", Drawn: []contract.DrawnRowResult{}}
}

func TestACheckIsAheadThenDueThenOverdueThenPerformed(t *testing.T) {
	h := build(t)
	august := h.planned(2024, 8)
	for _, c := range []struct {
		day  calendar.Date
		want contract.CheckState
	}{
		{calendar.New(2024, 8, 31), contract.CheckStateAhead}, {calendar.New(2024, 9, 1), contract.CheckStateDue},
		{calendar.New(2024, 9, 15), contract.CheckStateDue}, {calendar.New(2024, 9, 16), contract.CheckStateOverdue},
	} {
		h.setDay(c.day)
		if got := h.read(h.reader, august).State; got != c.want {
			t.Errorf("%s: %s, want %s", c.day, got, c.want)
		}
		page := must[contract.CheckPage](t)(h.checks.List(t.Context(), h.reader, contract.ListChecksParams{State: &c.want}, 50, 0))
		if page.Total != 1 || page.Items[0].ID != august {
			t.Errorf("%s: the list has %+v", c.day, page)
		}
	}
	performed := h.complete(august, counted(contract.CheckOutcomeMinorDeviation, 63, 20, 2))
	if performed.State != contract.CheckStatePerformed || *performed.PerformedOn != calendar.New(2024, 9, 16) || performed.PerformedBy.ID != h.contributor.Account {
		t.Errorf("got %+v", performed)
	}
	if *performed.Suggested != contract.CheckOutcomeMinorDeviation || *performed.Content.Outcome != contract.CheckOutcomeMinorDeviation {
		t.Errorf("got %+v", performed.Suggested)
	}
}

func TestADayIsStockholms(t *testing.T) {
	h := build(t)
	august := h.planned(2024, 8)
	h.now = time.Date(2024, 9, 15, 22, 30, 0, 0, time.UTC) // half past midnight of the 16th
	if got := h.read(h.contributor, august).State; got != contract.CheckStateOverdue {
		t.Errorf("got %s", got)
	}
}

// TestWhatIsWrittenIsTheCommitteesUntilItIsPerformed: others see that there is a check and when.
func TestWhatIsWrittenIsTheCommitteesUntilItIsPerformed(t *testing.T) {
	h := build(t)
	august := h.planned(2024, 8)
	before := h.read(h.contributor, august)
	after := must[contract.Check](t)(h.checks.Write(t.Context(), h.contributor, august, before.Version, counted(contract.CheckOutcomeMajorDeviation, 63, 20, 5)))
	deviation := h.note(august)
	if seen := h.read(h.controller, august); seen.Content == nil || *seen.Content.Deviating != 5 || len(seen.Deviations) != 1 {
		t.Errorf("the committee's controller sees it: %+v", seen.Content)
	}
	if seen := h.read(h.reader, august); seen.Content != nil || seen.Draw != nil || seen.Suggested != nil || len(seen.Deviations) != 0 || len(seen.May) != 0 {
		t.Errorf("a reader sees %+v", seen)
	}
	if _, err := h.checks.Deviation(t.Context(), h.reader, deviation.ID); !fault.Is(err, "forbidden") {
		t.Errorf("got %v", err)
	}
	if page := must[contract.CheckPage](t)(h.checks.List(t.Context(), h.reader, contract.ListChecksParams{}, 50, 0)); page.Items[0].Outcome != nil {
		t.Errorf("the list tells %v", *page.Items[0].Outcome)
	}
	if page := must[contract.DeviationPage](t)(h.checks.Deviations(t.Context(), h.reader, contract.ListDeviationsParams{}, 50, 0)); page.Total != 0 {
		t.Errorf("the list tells %+v", page)
	}
	if _, err := h.checks.Check(t.Context(), h.stranger, august); !fault.Is(err, "forbidden") {
		t.Errorf("another contributor: %v", err)
	}
	if page := must[contract.CheckPage](t)(h.checks.List(t.Context(), h.stranger, contract.ListChecksParams{}, 50, 0)); page.Total != 0 {
		t.Errorf("another contributor's list has %+v", page)
	}
	must[contract.Check](t)(h.checks.Complete(t.Context(), h.contributor, august, after.Version, contract.CheckCompletion{On: calendar.New(2024, 9, 17), Content: counted(contract.CheckOutcomeMajorDeviation, 63, 20, 5)}))
	if seen := h.read(h.reader, august); seen.Content == nil || len(seen.Deviations) != 1 {
		t.Errorf("performed, it is read: %+v", seen.Content)
	}
}

func TestACompletionIsWhole(t *testing.T) {
	h := build(t)
	august := h.planned(2024, 8)
	for name, c := range map[string]struct {
		content contract.CheckContent
		on      calendar.Date
		pointer string
	}{
		"no outcome":               {contract.CheckContent{Drawn: []contract.DrawnRowResult{}}, calendar.New(2024, 9, 17), "/content/outcome"},
		"not performed, no words":  {contract.CheckContent{Outcome: outcome(contract.CheckOutcomeNotPerformed), Reason: " "}, calendar.New(2024, 9, 17), "/content/reason"},
		"more than there are":      {counted(contract.CheckOutcomeNoDeviation, 10, 20, 0), calendar.New(2024, 9, 17), "/content/sample"},
		"more than were looked at": {counted(contract.CheckOutcomeMajorDeviation, 63, 20, 21), calendar.New(2024, 9, 17), "/content/deviating"},
		"tomorrow":                 {counted(contract.CheckOutcomeNoDeviation, 63, 20, 0), calendar.New(2024, 9, 18), "/on"},
		"a row that is not drawn":  {withRow(counted(contract.CheckOutcomeNoDeviation, 63, 20, 0), 7), calendar.New(2024, 9, 17), "/drawn/0/row"},
	} {
		_, err := h.checks.Complete(t.Context(), h.contributor, august, 1, contract.CheckCompletion{On: c.on, Content: c.content})
		if err == nil || !strings.Contains(err.Error(), c.pointer+" ") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := h.checks.Complete(t.Context(), h.contributor, august, 2, contract.CheckCompletion{On: calendar.New(2024, 9, 17), Content: counted(contract.CheckOutcomeNoDeviation, 63, 20, 0)}); !fault.Is(err, "stale") {
		t.Errorf("somebody else was first: %v", err)
	}
}

func outcome(o contract.CheckOutcome) *contract.CheckOutcome { return &o }

func withRow(content contract.CheckContent, row int) contract.CheckContent {
	content.Drawn = []contract.DrawnRowResult{{Row: row}}
	return content
}

func TestThePerformedCheckKeepsItsControl(t *testing.T) {
	h := build(t)
	august, september := h.planned(2024, 8), h.planned(2024, 9)
	h.complete(august, counted(contract.CheckOutcomeMinorDeviation, 63, 20, 2))
	h.Owner.MustExec(`update control set title = 'Konton', what = 'Alla konton' where id = $1`, h.control)
	if kept := h.read(h.reader, august); kept.Control.Title != "Avslutade behörigheter" || kept.Control.What != "Att konton stängs i tid" {
		t.Errorf("got %+v", kept.Control)
	}
	next := h.read(h.reader, september)
	if next.Control.Title != "Konton" || len(next.Earlier) != 1 || next.Earlier[0].ID != august || *next.Earlier[0].Deviating != 2 {
		t.Errorf("got %+v", next)
	}
}

func TestAReopenedCheckIsCorrectedUntilThePlanIsReported(t *testing.T) {
	h := build(t)
	august := h.planned(2024, 8)
	performed := h.complete(august, counted(contract.CheckOutcomeMinorDeviation, 63, 20, 2))
	if _, err := h.checks.Write(t.Context(), h.contributor, august, performed.Version, *performed.Content); !fault.Is(err, "check_performed") {
		t.Errorf("what is performed is reopened first: %v", err)
	}
	h.note(august)
	open := must[contract.Check](t)(h.checks.Reopen(t.Context(), h.controller, august, performed.Version, contract.Reopening{Reason: "Fel siffra"}))
	if open.PerformedBy != nil || *open.Content.Deviating != 2 || open.State != contract.CheckStateOverdue {
		t.Errorf("got %+v", open)
	}
	_, err := h.checks.Complete(t.Context(), h.contributor, august, open.Version, contract.CheckCompletion{On: calendar.New(2024, 9, 17), Content: counted(contract.CheckOutcomeNoDeviation, 63, 20, 0)})
	if !fault.Is(err, "check_has_deviations") {
		t.Errorf("a deviation has been noted: %v", err)
	}
	performed = h.complete(august, counted(contract.CheckOutcomeMajorDeviation, 63, 20, 3))
	var actions []string
	if err := h.Owner.Select(&actions, `select action from journal_entry where thing_id = $1 order by sequence`, august); err != nil || !slices.Equal(actions, []string{"complete", "reopen", "complete"}) {
		t.Errorf("journaled %v %v", actions, err)
	}
	h.Owner.MustExec(`update control_plan set state = 'reported' where id = $1`, h.plan)
	if _, err := h.checks.Reopen(t.Context(), h.controller, august, performed.Version, contract.Reopening{Reason: "Fel siffra"}); !fault.Is(err, "plan_reported") {
		t.Errorf("got %v", err)
	}
	january := h.planned(2025, 1)
	h.setDay(calendar.New(2025, 2, 10))
	if got := h.complete(january, counted(contract.CheckOutcomeNoDeviation, 10, 10, 0)); got.State != contract.CheckStatePerformed {
		t.Errorf("a reported plan goes on until the next one is adopted: %+v", got)
	}
}

func TestOnlyThePerformerAndTheCommitteePerform(t *testing.T) {
	h := build(t)
	august := h.planned(2024, 8)
	auditor := h.person(contract.RoleAuditor, nil)
	given := must[contract.Check](t)(h.checks.Give(t.Context(), h.controller, august, 1, contract.CheckPerson{PersonID: &h.stranger.Account}))
	if given.Person.ID != h.stranger.Account {
		t.Errorf("got %+v", given.Person)
	}
	for name, actor := range map[string]authz.Actor{"the control's own": h.contributor, "a reader": h.reader, "an auditor": auditor} {
		if _, err := h.checks.Write(t.Context(), actor, august, given.Version, counted(contract.CheckOutcomeNoDeviation, 1, 1, 0)); !fault.Is(err, "forbidden") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := h.checks.Give(t.Context(), h.controller, august, given.Version, contract.CheckPerson{PersonID: &auditor.Account}); err == nil {
		t.Error("nothing is given to an auditor to do")
	}
	written := must[contract.Check](t)(h.checks.Write(t.Context(), h.stranger, august, given.Version, counted(contract.CheckOutcomeNoDeviation, 1, 1, 0)))
	back := must[contract.Check](t)(h.checks.Give(t.Context(), h.controller, august, written.Version, contract.CheckPerson{}))
	if back.Person.ID != h.contributor.Account {
		t.Errorf("got %+v", back.Person)
	}
}

func TestAnEventIsCheckedWhereTheControlRuns(t *testing.T) {
	h := build(t)
	added := contract.NewCheck{ID: uuid.New(), Event: "Systemet har bytts", PlannedOn: calendar.New(2024, 9, 20), LastOn: calendar.New(2024, 9, 30)}
	first := must[contract.Check](t)(h.checks.Add(t.Context(), h.contributor, h.control, added))
	again := must[contract.Check](t)(h.checks.Add(t.Context(), h.contributor, h.control, added))
	if first.Event != "Systemet har bytts" || again.Version != first.Version || !slices.Contains(first.May, contract.CheckActionDelete) {
		t.Errorf("got %+v", first)
	}
	if err := h.checks.Delete(t.Context(), h.contributor, first.ID, first.Version); err != nil {
		t.Error(err)
	}
	august := h.planned(2024, 8)
	if err := h.checks.Delete(t.Context(), h.controller, august, 1); !fault.Is(err, "check_planned") {
		t.Errorf("got %v", err)
	}
	h.Owner.MustExec(`update control set removed = true where id = $1`, h.control)
	added.ID = uuid.New()
	if _, err := h.checks.Add(t.Context(), h.controller, h.control, added); !fault.Is(err, "control_past") {
		t.Errorf("removed: %v", err)
	}
	h.Owner.MustExec(`update control set removed = false where id = $1`, h.control)
	h.insertPlan(uuid.New(), 2025, "adopted")
	h.setDay(calendar.New(2025, 1, 2))
	if _, err := h.checks.Add(t.Context(), h.controller, h.control, added); !fault.Is(err, "control_past") {
		t.Errorf("another plan has taken its place: %v", err)
	}
}

// TestTheListIsNotKept: of a list no more than the drawn rows is found anywhere in the database.
func TestTheListIsNotKept(t *testing.T) {
	h := build(t)
	august := h.planned(2024, 8)
	list := []byte("Anställning;Slutade\nA-1107;2024-08-09\nA-1121;2024-08-16\nA-1130;2024-08-16\n")
	drawn := must[contract.Check](t)(h.checks.Draw(t.Context(), h.contributor, august, 1, check.Drawing{Seed: "20240917-K4-7731", Size: 1, HasHeads: true, Name: "slutat-augusti.csv", List: list}))
	if drawn.Draw.Rows != 3 || len(drawn.Draw.Drawn) != 1 || drawn.Draw.By.ID != h.contributor.Account || len(drawn.Content.Drawn) != 1 {
		t.Fatalf("got %+v", drawn.Draw)
	}
	var kept, journaled string
	if err := h.Owner.Get(&kept, `select string_agg(to_jsonb(k)::text, '') from control_check k`); err != nil {
		t.Fatal(err)
	}
	if err := h.Owner.Get(&journaled, `select string_agg(content::text, '') from journal_content`); err != nil {
		t.Fatal(err)
	}
	for _, row := range []string{"A-1107", "A-1121", "A-1130"} {
		isDrawn := drawn.Draw.Drawn[0].Cells[0] == row
		if strings.Contains(kept, row) != isDrawn || strings.Contains(journaled, row) {
			t.Errorf("%s is drawn: %t; kept: %s; journaled: %s", row, isDrawn, kept, journaled)
		}
	}
	deviates := contract.DrawnResultDeviates
	content := counted(contract.CheckOutcomeMajorDeviation, 3, 1, 1)
	content.Drawn = []contract.DrawnRowResult{{Row: drawn.Draw.Drawn[0].Row, Result: &deviates, Note: "fortfarande öppet"}}
	performed := h.complete(august, content)
	if row := performed.Draw.Drawn[0]; *row.Result != deviates || row.Note != "fortfarande öppet" || *performed.Content.Drawn[0].Result != deviates {
		t.Errorf("got %+v", row)
	}
}

func TestADeviationIsOpenThenToRecheckThenClosed(t *testing.T) {
	h := build(t)
	august := h.planned(2024, 8)
	if _, err := h.checks.Note(t.Context(), h.contributor, august, contract.NewDeviation{ID: uuid.New(), Content: contract.DeviationContent{What: "Något"}}); !fault.Is(err, "nothing_deviates") {
		t.Errorf("nothing deviates yet: %v", err)
	}
	h.complete(august, counted(contract.CheckOutcomeMinorDeviation, 63, 20, 2))
	first, second := h.note(august), h.note(august)
	if first.Summary.Number != 1 || second.Summary.Number != 2 || first.Summary.State != contract.DeviationStateOpen || first.Summary.Overdue {
		t.Errorf("got %+v", first.Summary)
	}
	h.setDay(calendar.New(2024, 10, 2))
	late := must[contract.Deviation](t)(h.checks.Deviation(t.Context(), h.reader, first.ID))
	if !late.Summary.Overdue || len(late.May) != 0 {
		t.Errorf("got %+v", late.Summary)
	}
	report := contract.DeviationProgress{Progress: contract.ProgressDone, Note: "Rutinen är införd", On: calendar.New(2024, 10, 2)}
	reported := must[contract.Deviation](t)(h.checks.ReportDeviation(t.Context(), h.contributor, first.ID, late.Version, report))
	if reported.Summary.State != contract.DeviationStateToRecheck || reported.Summary.Overdue {
		t.Errorf("got %+v", reported.Summary)
	}
	remains := contract.NewRecheck{ID: uuid.New(), Outcome: contract.RecheckOutcomeRemains, Note: "Ett till", On: calendar.New(2024, 10, 2)}
	open := must[contract.Deviation](t)(h.checks.Recheck(t.Context(), h.controller, first.ID, reported.Version, remains))
	if open.Summary.State != contract.DeviationStateOpen || open.Summary.Progress != contract.ProgressOngoing || len(open.Rechecks) != 1 {
		t.Errorf("got %+v", open)
	}
	again := must[contract.Deviation](t)(h.checks.ReportDeviation(t.Context(), h.contributor, first.ID, open.Version, report))
	remedied := contract.NewRecheck{ID: uuid.New(), Outcome: contract.RecheckOutcomeRemedied, On: calendar.New(2024, 10, 2)}
	closed := must[contract.Deviation](t)(h.checks.Recheck(t.Context(), h.controller, first.ID, again.Version, remedied))
	if closed.Summary.State != contract.DeviationStateClosed {
		t.Errorf("got %+v", closed.Summary)
	}
	if _, err := h.checks.ReportDeviation(t.Context(), h.contributor, first.ID, closed.Version, report); !fault.Is(err, "deviation_closed") {
		t.Errorf("got %v", err)
	}
	if got := must[contract.Deviation](t)(h.checks.Recheck(t.Context(), h.controller, first.ID, 1, remedied)); got.Version != closed.Version {
		t.Errorf("a repeated id changes nothing: %+v", got)
	}
	state := contract.DeviationStateClosed
	page := must[contract.DeviationPage](t)(h.checks.Deviations(t.Context(), h.reader, contract.ListDeviationsParams{State: &state}, 50, 0))
	if page.Total != 1 || page.Items[0].ID != first.ID {
		t.Errorf("got %+v", page)
	}
}

func TestADeviationBecomesARiskOfALaterYear(t *testing.T) {
	h := build(t)
	august := h.planned(2024, 8)
	h.complete(august, counted(contract.CheckOutcomeMinorDeviation, 63, 20, 2))
	deviation := h.note(august)
	if read := must[contract.Deviation](t)(h.checks.Deviation(t.Context(), h.controller, deviation.ID)); slices.Contains(read.May, contract.DeviationActionMakeRisk) {
		t.Error("there is no draft to make it in")
	}
	next := uuid.New()
	h.insertPlan(next, 2025, "draft")
	if read := must[contract.Deviation](t)(h.checks.Deviation(t.Context(), h.controller, deviation.ID)); !slices.Contains(read.May, contract.DeviationActionMakeRisk) {
		t.Errorf("got %v", read.May)
	}
	if read := must[contract.Deviation](t)(h.checks.Deviation(t.Context(), h.contributor, deviation.ID)); slices.Contains(read.May, contract.DeviationActionMakeRisk) {
		t.Errorf("a contributor enters no risks: %v", read.May)
	}
	h.Owner.MustExec(`insert into risk (organization_id, id, plan_id, number, title, category, cause, consequence, deviation_id) values ($1, $2, $3, 7, 'Öppna konton', '', '', '', $4)`,
		h.organization, uuid.New(), next, deviation.ID)
	if read := must[contract.Deviation](t)(h.checks.Deviation(t.Context(), h.controller, deviation.ID)); len(read.Risks) != 1 || read.Risks[0].Number != 7 {
		t.Errorf("got %+v", read.Risks)
	}
	if read := must[contract.Deviation](t)(h.checks.Deviation(t.Context(), h.reader, deviation.ID)); len(read.Risks) != 0 {
		t.Errorf("a draft's risks are its committee's: %+v", read.Risks)
	}
}

func TestACheckTellsWhichRisksItAnswersTo(t *testing.T) {
	h := build(t)
	risk := uuid.New()
	h.Owner.MustExec(`insert into risk (organization_id, id, plan_id, number, title, category, cause, consequence, current_likelihood, current_consequence)
		values ($1, $2, $3, 3, 'Obehöriga kommer åt uppgifter', '', '', '', 3, 4)`, h.organization, risk, h.plan)
	h.Owner.MustExec(`insert into control_risk (organization_id, plan_id, control_id, risk_id) values ($1, $2, $3, $4)`, h.organization, h.plan, h.control, risk)
	read := h.read(h.reader, h.planned(2024, 8))
	if len(read.Risks) != 1 || read.Risks[0].Number != 3 || *read.Risks[0].Current != (contract.RiskValue{Value: 12, Level: contract.RiskLevelHigh}) {
		written, _ := json.Marshal(read.Risks)
		t.Errorf("got %s", written)
	}
}
