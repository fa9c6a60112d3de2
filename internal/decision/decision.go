// Package decision keeps what the committees decide at their meetings, and to whom it is sent.
package decision

import (
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// OnResponse is a committee's decision about its response.
type OnResponse struct {
	Committee uuid.UUID
	Response  uuid.UUID
	Command   contract.NewDecision
}

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

// requiredOr names the fault of a value that is there when it must not be, or is missing when it must be.
func requiredOr(mustNotBe bool, code string) string {
	if mustNotBe {
		return code
	}
	return "required"
}

func hasText(text *string) bool { return text != nil && strings.TrimSpace(*text) != "" }
