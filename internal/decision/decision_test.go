package decision_test

import (
	"errors"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/decision"
	"uppsikt/internal/fault"
)

func TestAnOutcomeAsksForItsParts(t *testing.T) {
	meeting, day, ground, why := uuid.New(), calendar.New(2024, 2, 15), "6 kap. 39 § kommunallagen", "Tidplanen behöver bli tydligare."
	atMeeting := func(outcome contract.DecisionOutcome) contract.NewDecision {
		return contract.NewDecision{Outcome: outcome, MeetingID: &meeting, Paragraph: "31"}
	}
	cases := []struct {
		name    string
		command contract.NewDecision
		pointer string // of the only fault; "" when there is none
	}{
		{"adopted", atMeeting(contract.DecisionOutcomeAdopted), ""},
		{"adopted without a paragraph", contract.NewDecision{Outcome: contract.DecisionOutcomeAdopted, MeetingID: &meeting}, "/paragraph"},
		{"adopted with changes that are not given", atMeeting(contract.DecisionOutcomeAdoptedWithChanges), "/adopted"},
		{"referred back without saying why", atMeeting(contract.DecisionOutcomeReferredBack), "/comment"},
		{"rejected", atMeeting(contract.DecisionOutcomeRejected), ""},
		{"the chair's", contract.NewDecision{Outcome: contract.DecisionOutcomeChairDecision, Date: &day, Delegation: &ground}, ""},
		{"the chair's without a ground", contract.NewDecision{Outcome: contract.DecisionOutcomeChairDecision, Date: &day}, "/delegation"},
	}
	back := atMeeting(contract.DecisionOutcomeReferredBack)
	back.Comment = &why
	cases = append(cases, struct {
		name    string
		command contract.NewDecision
		pointer string
	}{"referred back", back, ""})
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			err := decision.Check(c.command)
			if c.pointer == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			var known *fault.Error
			if !errors.As(err, &known) || len(known.Fields) != 1 || known.Fields[0].Pointer != c.pointer {
				t.Errorf("got %v, want a fault at %s", err, c.pointer)
			}
		})
	}
}
