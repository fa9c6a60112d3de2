package app_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
)

var loopExpectations = []expectation{
	{operation: "GetLoop", when: "of a recommendation", may: without(readers, "other adviser"), prepare: func(w *world) call {
		return w.loop(contract.LoopThingAssignment, w.assignmentsOf(w.draft())[0])
	}},
	{operation: "GetLoop", when: "of an adopted plan's control", may: readers, prepare: func(w *world) call {
		return w.loop(contract.LoopThingControl, w.adoptedPlan().Controls[0].ID)
	}},
	{operation: "GetLoop", when: "of a draft's risk", may: seeingDraft, prepare: func(w *world) call {
		return w.loop(contract.LoopThingRisk, w.risk().ID)
	}},
	{operation: "GetLoop", when: "of an adopted plan's action", may: readers, prepare: func(w *world) call {
		return w.loop(contract.LoopThingAction, w.adoptedOperationalPlan().Actions[0].ID)
	}},
	{operation: "GetLoop", when: "of a deviation", may: readers, prepare: func(w *world) call {
		return w.loop(contract.LoopThingDeviation, w.deviation().ID)
	}},
}

func (w *world) loop(thing contract.LoopThing, id uuid.UUID) call {
	w.t.Helper()
	c := w.call("GetLoop", 0, nil, nil)
	c.path += fmt.Sprintf("?thing=%s&id=%s", thing, id)
	return c
}

func (w *world) loopAs(who string, thing contract.LoopThing, id uuid.UUID) string {
	w.t.Helper()
	var loop contract.Loop
	w.mustCall(who, w.loop(thing, id), &loop)
	said := []string{}
	for _, item := range loop.Items {
		words := fmt.Sprintf("%s %s", item.Thing, item.Tied)
		if item.Outcome != nil {
			words += " " + string(*item.Outcome)
		}
		if item.Removed {
			words += " removed"
		}
		said = append(said, words)
	}
	return strings.Join(said, ", ")
}

// TestTheLoopGoesBothWays: from a recommendation to the control that answers to it and its deviation, and back; a citation ties
// when the response is decided, and nothing ties for whoever may not see it.
func TestTheLoopGoesBothWays(t *testing.T) {
	w := newWorld(t)
	deviation := w.deviation()
	var control uuid.UUID
	if err := w.db.Owner.Get(&control, `select h.control_id from deviation v join control_check h on h.id = v.check_id where v.id = $1`, deviation.ID); err != nil {
		t.Fatal(err)
	}
	draft := w.written()
	assignment := w.assignmentsOf(draft)[0]
	cited := contract.NewCitation{ID: uuid.New(), AnswerID: &draft.Answers[0].ID, Thing: contract.CitedThingControl, ThingID: control}
	w.must("officer", "Cite", []any{draft.ID}, cited, &draft)
	for who, expected := range map[string]string{"officer": "control cited minor_deviation, deviation linked", "reader": ""} {
		if got := w.loopAs(who, contract.LoopThingAssignment, assignment); got != expected {
			t.Errorf("while it is a draft %s sees %q", who, got)
		}
	}
	w.mustWith("officer", "SubmitResponse", draft.Version, []any{draft.ID}, nil, &draft)
	w.mustWith("manager", "ApproveResponse", draft.Version, []any{draft.ID}, nil, &draft)
	w.mustWith("secretary", "DecideResponse", draft.Version, []any{draft.ID}, w.newDecision(), &draft)
	for _, back := range []struct {
		thing    contract.LoopThing
		id       uuid.UUID
		expected string
	}{
		{contract.LoopThingAssignment, assignment, "control cited minor_deviation, deviation linked"},
		{contract.LoopThingControl, control, "assignment cited, deviation linked"},
		{contract.LoopThingDeviation, deviation.ID, "assignment linked, control linked minor_deviation"},
	} {
		if got := w.loopAs("reader", back.thing, back.id); got != back.expected {
			t.Errorf("from a %s: %q", back.thing, got)
		}
	}
	w.db.Owner.MustExec(`update control set removed = true where id = $1`, control)
	if got := w.loopAs("reader", contract.LoopThingAssignment, assignment); got != "control cited minor_deviation removed, deviation linked" {
		t.Errorf("a control that is taken out of its plan: %q", got)
	}
	w.markConfidential("answer", draft.Answers[0].ID)
	if got := w.loopAs("reader", contract.LoopThingControl, control); got != "deviation linked" {
		t.Errorf("a confidential answer ties for a reader: %q", got)
	}
	w.markConfidential("recommendation", draft.Answers[0].Recommendations[0].ID)
	if got := w.loopAs("officer", contract.LoopThingControl, control); got != "assignment cited, deviation linked" {
		t.Errorf("the committee sees %q", got)
	}
	if answer := w.do(w.byName["reader"].cookie, w.loop(contract.LoopThingAssignment, assignment)); answer.Code != http.StatusForbidden {
		t.Errorf("a reader asks of a confidential one: %d", answer.Code)
	}
}

// TestTheLoopKeepsDraftPlansInside: a risk made of a recommendation shows outside its committee when the plan is adopted.
func TestTheLoopKeepsDraftPlansInside(t *testing.T) {
	w := newWorld(t)
	assignment, risk := w.assignmentsOf(w.draft())[0], w.risk()
	w.db.Owner.MustExec(`update risk set recommendation_id = (select recommendation_id from assignment where id = $1) where id = $2`, assignment, risk.ID)
	for who, expected := range map[string]string{"officer": "risk origin", "reader": "", "controller everywhere": "", "auditor": ""} {
		if got := w.loopAs(who, contract.LoopThingAssignment, assignment); got != expected {
			t.Errorf("of a draft %s sees %q", who, got)
		}
	}
	w.db.Owner.MustExec(`update control_plan set state = 'adopted', in_force_from = '2024-01-01' where id = $1`, w.planOf(risk))
	if got := w.loopAs("reader", contract.LoopThingRisk, risk.ID); got != "assignment origin" {
		t.Errorf("when adopted a reader sees %q", got)
	}
}
