package controlplan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// proposed is a control as somebody wants it to be. Before is nil for a new one; Pointer is where it stands in the request.
type proposed struct {
	Before  *contract.ControlContent
	Content contract.ControlContent
	Pointer string
}

// faults are what is wrong with it in its plan, where these of its recommendations have been given to the committee and these of
// its people belong to the organization.
func (p proposed) faults(plan contract.ControlPlan, given, members []uuid.UUID) (fields []fault.Field) {
	control := p.Content
	require := func(holds bool, at, code string) {
		if !holds {
			fields = append(fields, fault.Field{Pointer: p.Pointer + at, Code: code})
		}
	}
	require(strings.TrimSpace(control.Title) != "", "/title", "required")
	require(!ends(control.Frequency) || control.FirstMonth <= monthsBetween(control.Frequency), "/firstMonth", "after_the_first_period")
	require(control.PlannedOffset <= control.LastOffset, "/lastOffset", "before_the_planned_day")
	require(control.PersonID == nil || p.keepsPerson() || slices.Contains(members, *control.PersonID), "/personId", "unknown_person")
	for i, id := range control.RiskIds {
		_, err := riskWith(plan, id)
		require(err == nil, fmt.Sprintf("/riskIds/%d", i), "unknown_risk")
	}
	for i, id := range control.RecommendationIds {
		require(slices.Contains(given, id), fmt.Sprintf("/recommendationIds/%d", i), "recommendation_not_given")
	}
	return fields
}

// keepsPerson: also somebody who has left may stand where they stood.
func (p proposed) keepsPerson() bool {
	return p.Before != nil && p.Before.PersonID != nil && *p.Before.PersonID == *p.Content.PersonID
}

// ends tells whether the frequency divides the year, so that its first period ends within so many months.
func ends(frequency contract.Frequency) bool {
	between := monthsBetween(frequency)
	return between > 0 && between < 12
}

func controlWith(plan contract.ControlPlan, id uuid.UUID) (contract.Control, error) {
	for _, control := range plan.Controls {
		if control.ID == id {
			return control, nil
		}
	}
	return contract.Control{}, fault.NotFound("control")
}
