package app_test

import (
	"net/http"
	"slices"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/app"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

var (
	performing        = []string{"officer", "manager", "controller"}
	performingOrGiven = join(performing, "contributor")
)

// checkExpectations are of checks and control deviations, and of those to whom they may be given. The control's person is the
// contributor, who holds no role over the committee.
var checkExpectations = []expectation{
	{operation: "ListColleagues", may: members, abroad: http.StatusOK, prepare: func(w *world) call {
		return w.call("ListColleagues", 0, nil, nil)
	}},
	{operation: "ListChecks", may: members, abroad: http.StatusOK, prepare: func(w *world) call {
		w.check()
		return w.call("ListChecks", 0, nil, nil)
	}},
	{operation: "GetCheck", may: join(readers, "contributor"), prepare: func(w *world) call {
		return w.call("GetCheck", 0, []any{w.check().ID}, nil)
	}},
	{operation: "AddCheck", may: performingOrGiven, prepare: func(w *world) call {
		return w.call("AddCheck", 0, []any{w.runningControl()}, newCheck())
	}},
	{operation: "DeleteCheck", may: performingOrGiven, prepare: func(w *world) call {
		check := w.check()
		return w.call("DeleteCheck", check.Version, []any{check.ID}, nil)
	}},
	{operation: "WriteCheck", may: performingOrGiven, prepare: func(w *world) call {
		check := w.check()
		return w.call("WriteCheck", check.Version, []any{check.ID}, deviating())
	}},
	{operation: "CompleteCheck", may: performingOrGiven, prepare: func(w *world) call {
		check := w.check()
		return w.call("CompleteCheck", check.Version, []any{check.ID}, newCompletion())
	}},
	{operation: "ReopenCheck", may: performingOrGiven, prepare: func(w *world) call {
		check := w.performed()
		return w.call("ReopenCheck", check.Version, []any{check.ID}, contract.Reopening{Reason: "Fel siffra"})
	}},
	{operation: "GiveCheck", may: performing, prepare: func(w *world) call {
		check := w.check()
		return w.call("GiveCheck", check.Version, []any{check.ID}, contract.CheckPerson{PersonID: &w.byName["reader"].actor.Account})
	}},
	{operation: "DrawSample", may: performingOrGiven, prepare: func(w *world) call {
		check := w.check()
		c := w.call("DrawSample", check.Version, []any{check.ID}, nil)
		c.body, c.contentType = w.form([][2]string{{"seed", "20300101-K1-1"}, {"size", "1"}, {"heads", "true"}}, "lista.csv", []byte("Anställning\nA-1107\n"))
		return c
	}},
	{operation: "NoteDeviation", may: performingOrGiven, prepare: func(w *world) call {
		return w.call("NoteDeviation", 0, []any{w.performed().ID}, newDeviation())
	}},
	{operation: "ListDeviations", may: members, abroad: http.StatusOK, prepare: func(w *world) call {
		w.deviation()
		return w.call("ListDeviations", 0, nil, nil)
	}},
	{operation: "GetDeviation", may: join(readers, "contributor"), prepare: func(w *world) call {
		return w.call("GetDeviation", 0, []any{w.deviation().ID}, nil)
	}},
	{operation: "GetDeviation", when: "of a check not yet performed", may: join(seeingDraft, "contributor"), prepare: func(w *world) call {
		return w.call("GetDeviation", 0, []any{w.draftedDeviation().ID}, nil)
	}},
	{operation: "WriteDeviation", may: performingOrGiven, prepare: func(w *world) call {
		deviation := w.deviation()
		return w.call("WriteDeviation", deviation.Version, []any{deviation.ID}, deviation.Content)
	}},
	{operation: "DeleteDeviation", may: performingOrGiven, prepare: func(w *world) call {
		deviation := w.deviation()
		return w.call("DeleteDeviation", deviation.Version, []any{deviation.ID}, nil)
	}},
	{operation: "ReportDeviation", may: performingOrGiven, prepare: func(w *world) call {
		deviation := w.deviation()
		return w.call("ReportDeviation", deviation.Version, []any{deviation.ID}, contract.DeviationProgress{Progress: contract.ProgressDone, On: calendar.New(2024, 9, 1)})
	}},
	{operation: "ReportDeviation", when: "that is the reader's to remedy", may: join(performingOrGiven, "reader"), prepare: func(w *world) call {
		deviation := w.deviation()
		content := deviation.Content
		content.PersonID = &w.byName["reader"].actor.Account
		w.mustWith("controller", "WriteDeviation", deviation.Version, []any{deviation.ID}, content, &deviation)
		return w.call("ReportDeviation", deviation.Version, []any{deviation.ID}, contract.DeviationProgress{Progress: contract.ProgressDone, On: calendar.New(2024, 9, 1)})
	}},
	{operation: "RecheckDeviation", may: performingOrGiven, prepare: func(w *world) call {
		deviation := w.deviation()
		return w.call("RecheckDeviation", deviation.Version, []any{deviation.ID}, contract.NewRecheck{ID: uuid.New(), Outcome: contract.RecheckOutcomeRemedied, On: calendar.New(2024, 9, 1)})
	}},
}

// runningControl is the contributor's, of an adopted plan.
func (w *world) runningControl() uuid.UUID {
	w.t.Helper()
	var plan contract.ControlPlan
	control := newControl()
	c := &control.Content
	c.Area, c.Title, c.What, c.Method, c.Function = "Behörigheter", "Avslutade konton", "Att konton avslutas", "Stickprov", "Systemförvaltare"
	c.PersonID = &w.byName["contributor"].actor.Account
	w.must("controller", "AddControl", []any{w.plan().ID}, control, &plan)
	w.mustWith("secretary", "DecideControlPlan", plan.Version, []any{plan.ID}, w.newPlanDecision(), nil)
	return control.ID
}

func newCheck() contract.NewCheck {
	return contract.NewCheck{ID: uuid.New(), Event: "Systemet har bytts", PlannedOn: calendar.New(2024, 9, 1), LastOn: calendar.New(2024, 9, 30)}
}

func (w *world) check() (check contract.Check) {
	w.t.Helper()
	w.must("contributor", "AddCheck", []any{w.runningControl()}, newCheck(), &check)
	return check
}

func deviating() contract.CheckContent {
	sample, deviating, outcome := 20, 2, contract.CheckOutcomeMinorDeviation
	return contract.CheckContent{Sample: &sample, Deviating: &deviating, Outcome: &outcome, Seen: marker, Done: marker, PopulationOf: marker, Drawn: []contract.DrawnRowResult{}}
}

func newCompletion() contract.CheckCompletion {
	return contract.CheckCompletion{On: calendar.New(2024, 9, 15), Content: deviating()}
}

// drafted is a check that something is written in, and that is not performed yet.
func (w *world) drafted() contract.Check {
	w.t.Helper()
	check := w.check()
	w.mustWith("contributor", "WriteCheck", check.Version, []any{check.ID}, deviating(), &check)
	return check
}

func (w *world) performed() contract.Check {
	w.t.Helper()
	check := w.check()
	w.mustWith("contributor", "CompleteCheck", check.Version, []any{check.ID}, newCompletion(), &check)
	return check
}

func newDeviation() contract.NewDeviation {
	return contract.NewDeviation{ID: uuid.New(), Content: contract.DeviationContent{What: "Konto öppet, " + marker, Cause: marker, Measure: marker, Function: marker}}
}

func (w *world) deviation() (deviation contract.Deviation) {
	w.t.Helper()
	w.must("contributor", "NoteDeviation", []any{w.performed().ID}, newDeviation(), &deviation)
	return deviation
}

func (w *world) draftedDeviation() (deviation contract.Deviation) {
	w.t.Helper()
	w.must("contributor", "NoteDeviation", []any{w.drafted().ID}, newDeviation(), &deviation)
	return deviation
}

// idsAroundDraftedCheck are of a check with the marker in all that is written in it; its plan, which is adopted, says it nowhere.
func (w *world) idsAroundDraftedCheck() []any {
	w.t.Helper()
	deviation := w.draftedDeviation()
	check := deviation.Summary.CheckID
	w.attached("contributor", contract.AttachedThingDeviation, deviation.ID)
	w.attached("contributor", contract.AttachedThingCheck, check)
	var given contract.Check
	w.must("controller", "GetCheck", []any{check}, nil, &given)
	inside := contract.CheckPerson{PersonID: &w.byName["secretary"].actor.Account}
	w.mustWith("controller", "GiveCheck", given.Version, []any{check}, inside, nil) // its performer reads it, whoever they are
	ids := append(w.idsOfPapers(contract.AttachedThingCheck, check), w.idsOfPapers(contract.AttachedThingDeviation, deviation.ID)...)
	return append(ids, check, deviation.ID, deviation.Summary.PlanID, deviation.Summary.ControlID)
}

func nearOf(w contract.Waiting) contract.WaitingList { return w.Near }

// TestChecksAndDeviationsWaitForTheOneWhoseTurnItIs follows a check that deviates until it is remedied.
func TestChecksAndDeviationsWaitForTheOneWhoseTurnItIs(t *testing.T) {
	w := newWorld(t)
	waits := func(who string, of func(contract.Waiting) contract.WaitingList, id uuid.UUID, want ...contract.WaitingKind) {
		t.Helper()
		if got := w.kinds(who, of, id); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", who, got, want)
		}
	}
	check := w.check()
	waits("contributor", mineOf, check.ID, contract.WaitingKindPerformCheck)
	waits("controller", mineOf, check.ID)
	waits("controller", mineOf, check.PlanID, contract.WaitingKindPlanToReport)
	waits("officer", mineOf, check.PlanID)

	today := calendar.DayOf(app.SystemClock())
	soon := newCheck()
	soon.PlannedOn, soon.LastOn = today.AddDays(1), today.AddDays(10)
	w.must("contributor", "AddCheck", []any{check.ControlID}, soon, nil)
	waits("contributor", nearOf, soon.ID, contract.WaitingKindCheckDue)
	waits("controller", nearOf, soon.ID, contract.WaitingKindCheckDue)
	waits("officer elsewhere", nearOf, soon.ID)

	deviation := w.deviation()
	waits("contributor", mineOf, deviation.Summary.CheckID)
	content := deviation.Content
	content.PersonID = &w.byName["reader"].actor.Account
	w.mustWith("controller", "WriteDeviation", deviation.Version, []any{deviation.ID}, content, &deviation)
	waits("reader", mineOf, deviation.ID, contract.WaitingKindRemedyDeviation)
	waits("contributor", mineOf, deviation.ID)
	done := contract.DeviationProgress{Progress: contract.ProgressDone, On: calendar.New(2024, 9, 20)}
	w.mustWith("reader", "ReportDeviation", deviation.Version, []any{deviation.ID}, done, &deviation)
	waits("reader", mineOf, deviation.ID)
	waits("contributor", mineOf, deviation.ID, contract.WaitingKindRecheckDeviation)
	remedied := contract.NewRecheck{ID: uuid.New(), Outcome: contract.RecheckOutcomeRemedied, On: calendar.New(2024, 9, 21)}
	w.mustWith("contributor", "RecheckDeviation", deviation.Version, []any{deviation.ID}, remedied, nil)
	waits("contributor", mineOf, deviation.ID)
}
