package controlplan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// checkControl holds a control against its plan; pointer is where it stands in the request. Whether its person and its
// recommendations are there is for the database to say.
func checkControl(plan contract.ControlPlan, control contract.ControlContent, pointer string) error {
	var fields []fault.Field
	require := func(holds bool, at, code string) {
		if !holds {
			fields = append(fields, fault.Field{Pointer: pointer + at, Code: code})
		}
	}
	require(strings.TrimSpace(control.Title) != "", "/title", "required")
	require(!ends(control.Frequency) || control.FirstMonth <= monthsBetween(control.Frequency), "/firstMonth", "after_the_first_period")
	require(control.PlannedOffset <= control.LastOffset, "/lastOffset", "before_the_planned_day")
	for i, id := range control.RiskIds {
		_, err := riskWith(plan, id)
		require(err == nil, fmt.Sprintf("/riskIds/%d", i), "unknown_risk")
	}
	if fields != nil {
		return fault.Invalid("invalid", "", fields...)
	}
	return nil
}

// ends tells whether the frequency divides the year, so that its first period ends within so many months.
func ends(frequency contract.Frequency) bool {
	between := monthsBetween(frequency)
	return between > 0 && between < 12
}

// unknownRecommendations points at those asked for that are not among the known.
func unknownRecommendations(asked, known []uuid.UUID, pointer string) error {
	var fields []fault.Field
	for i, id := range asked {
		if !slices.Contains(known, id) {
			fields = append(fields, fault.Field{Pointer: fmt.Sprintf("%s/recommendationIds/%d", pointer, i), Code: "recommendation_not_given"})
		}
	}
	if fields != nil {
		return fault.Invalid("invalid", "", fields...)
	}
	return nil
}

func controlWith(plan contract.ControlPlan, id uuid.UUID) (contract.Control, error) {
	for _, control := range plan.Controls {
		if control.ID == id {
			return control, nil
		}
	}
	return contract.Control{}, fault.NotFound("control")
}
