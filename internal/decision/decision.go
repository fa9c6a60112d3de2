// Package decision keeps what the committees decide at their meetings, and to whom it is sent.
package decision

import (
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// Subject is what a committee decides about: its response, or a part of its plans for a year; one decision may be about a
// control plan and an operational plan together.
type Subject struct {
	Committee       uuid.UUID
	Response        *uuid.UUID
	ControlPlan     *uuid.UUID
	ControlPlanPart *Part
	Amendment       *uuid.UUID // with PartAmendment
	OperationalPlan *uuid.UUID
	OperationalPart *Part
}

// Part is what of a plan is decided about.
type Part string

const (
	PartPlan      Part = "plan"
	PartAmendment Part = "amendment"
	PartReport    Part = "report"
)

// SendsBack tells the outcomes that make a draft of what was to be decided; the decision is kept all the same.
func SendsBack(outcome contract.DecisionOutcome) bool {
	return outcome == contract.DecisionOutcomeReferredBack || outcome == contract.DecisionOutcomeRejected
}

// Check holds a decision's parts against its outcome. A committee decides at a meeting under a § of its minutes; the chair
// decides on a day by delegation, with a § if there is one (kommunallagen 6 kap. 39 §).
func Check(command contract.NewDecision) error {
	var fields []fault.Field
	require := func(holds bool, pointer, code string) {
		if !holds {
			fields = append(fields, fault.Field{Pointer: pointer, Code: code})
		}
	}
	byChair := command.Outcome == contract.DecisionOutcomeChairDecision
	require(byChair == (command.MeetingID == nil), "/meetingId", requiredOr(byChair, "chair_decides_without_meeting"))
	require(byChair == (command.Date != nil), "/date", requiredOr(!byChair, "the_meeting_has_the_date"))
	require(byChair == hasText(command.Delegation), "/delegation", requiredOr(!byChair, "only_with_chair_decision"))
	require(byChair || strings.TrimSpace(command.Paragraph) != "", "/paragraph", "required")
	require(command.Outcome != contract.DecisionOutcomeReferredBack || hasText(command.Comment), "/comment", "required")
	withChanges := command.Outcome == contract.DecisionOutcomeAdoptedWithChanges
	require(withChanges == (command.Adopted != nil), "/adopted", requiredOr(!withChanges, "only_with_changes"))
	if fields != nil {
		return fault.Invalid("invalid", "", fields...)
	}
	return nil
}

// AboutPlan is a decision about a plan as the same command as one about a response: what the committee changed stands in the plan
// already, so that no text comes with it.
func AboutPlan(command contract.NewPlanDecision) contract.NewDecision {
	return contract.NewDecision{
		ID: command.ID, Outcome: command.Outcome, MeetingID: command.MeetingID, Date: command.Date, Delegation: command.Delegation,
		Paragraph: command.Paragraph, Comment: command.Comment,
	}
}

// CheckAboutPlan is Check for a decision about a plan.
func CheckAboutPlan(command contract.NewPlanDecision) error {
	asked := AboutPlan(command)
	if asked.Outcome == contract.DecisionOutcomeAdoptedWithChanges {
		asked.Outcome = contract.DecisionOutcomeAdopted
	}
	return Check(asked)
}

// requiredOr names the fault of a value that is there when it must not be, or is missing when it must be.
func requiredOr(mustNotBe bool, code string) string {
	if mustNotBe {
		return code
	}
	return "required"
}

func hasText(text *string) bool { return text != nil && strings.TrimSpace(*text) != "" }
