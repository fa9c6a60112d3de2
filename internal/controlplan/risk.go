package controlplan

import (
	"fmt"
	"strings"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// checkRisk holds a risk against the scale of its plan; pointer is where it stands in the request.
func checkRisk(scale contract.RiskScaleContent, risk contract.RiskContent, pointer string) error {
	fields := checkTreatments(risk.Treatments, pointer)
	if risk.Category != "" && !hasCategory(scale, risk.Category) {
		fields = append(fields, fault.Field{Pointer: pointer + "/category", Code: "unknown_category", Detail: risk.Category})
	}
	if strings.TrimSpace(risk.Title) == "" {
		fields = append(fields, fault.Field{Pointer: pointer + "/title", Code: "required"})
	}
	for name, point := range map[string]*contract.RiskPoint{"inherent": risk.Inherent, "current": risk.Current, "target": risk.Target} {
		if point != nil && (point.Likelihood > len(scale.Likelihood) || point.Consequence > len(scale.Consequence)) {
			fields = append(fields, fault.Field{Pointer: pointer + "/" + name, Code: "outside_scale"})
		}
	}
	if fields != nil {
		return fault.Invalid("invalid", "", fields...)
	}
	return nil
}

// checkTreatments: each is chosen once, and what is not acted upon has its reason.
func checkTreatments(chosen []contract.ChosenTreatment, pointer string) (fields []fault.Field) {
	seen := map[contract.Treatment]bool{}
	for i, one := range chosen {
		if seen[one.Treatment] {
			fields = append(fields, fault.Field{Pointer: fmt.Sprintf("%s/treatments/%d/treatment", pointer, i), Code: "already_used"})
		}
		seen[one.Treatment] = true
		if needsReason(one.Treatment) && strings.TrimSpace(one.Reason) == "" {
			fields = append(fields, fault.Field{Pointer: fmt.Sprintf("%s/treatments/%d/reason", pointer, i), Code: "required"})
		}
	}
	return fields
}

func needsReason(treatment contract.Treatment) bool {
	return treatment == contract.TreatmentAccept || treatment == contract.TreatmentHandledElsewhere
}

// asCommon is the risk with the words that are common to all committees: how it is valued and treated is the committee's own.
func asCommon(risk contract.RiskContent, common contract.CommonRiskContent) contract.RiskContent {
	risk.Title, risk.Category, risk.Cause, risk.Consequence = common.Title, common.Category, common.Cause, common.Consequence
	return risk
}
