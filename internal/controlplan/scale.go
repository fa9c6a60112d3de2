// Package controlplan keeps a committee's internal control for a year: the risk analysis, and the plan that rests on it.
package controlplan

import (
	"fmt"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// defaultScale is the program's own, until the organization has set one: four steps, as most have.
func defaultScale() contract.RiskScaleContent {
	return contract.RiskScaleContent{
		Likelihood: []contract.RiskStep{
			{Label: "Osannolik", Description: "Det är i praktiken uteslutet att det händer under året."},
			{Label: "Mindre sannolik", Description: "Det kan hända någon gång under några år."},
			{Label: "Möjlig", Description: "Det kan hända under året."},
			{Label: "Sannolik", Description: "Det händer troligen under året, kanske flera gånger."},
		},
		Consequence: []contract.RiskStep{
			{Label: "Försumbar", Description: "Märks knappt för dem som nämnden finns till för och kostar nästan inget."},
			{Label: "Lindrig", Description: "Märks av ett fåtal, rättas till inom den vanliga driften."},
			{Label: "Kännbar", Description: "Drabbar många eller kostar så mycket att nämnden måste prioritera om."},
			{Label: "Allvarlig", Description: "Hotar någons liv, hälsa eller rättssäkerhet, eller nämndens möjlighet att klara sitt uppdrag."},
		},
		Levels:     contract.RiskLevels{Medium: 4, High: 9, Critical: 16},
		Categories: defaultCategories(),
	}
}

func defaultCategories() (categories []contract.RiskCategory) {
	for _, category := range [][2]string{
		{"operations", "Verksamhet"},
		{"finance", "Ekonomi"},
		{"legal", "Lag och regelverk"},
		{"irregularities", "Oegentligheter, korruption och välfärdsbrott"},
		{"information_security", "Informationssäkerhet"},
		{"work_environment", "Arbetsmiljö"},
		{"trust", "Förtroende"},
	} {
		categories = append(categories, contract.RiskCategory{Code: category[0], Label: category[1]})
	}
	return categories
}

// checkScale: the levels rise and can be reached, and categories are told apart.
func checkScale(scale contract.RiskScaleContent) error {
	var fields []fault.Field
	levels := scale.Levels
	if levels.Medium >= levels.High || levels.High >= levels.Critical {
		fields = append(fields, fault.Field{Pointer: "/levels", Code: "levels_must_rise"})
	}
	if levels.Critical > len(scale.Likelihood)*len(scale.Consequence) {
		fields = append(fields, fault.Field{Pointer: "/levels/critical", Code: "level_out_of_reach"})
	}
	seen := map[string]bool{}
	for i, category := range scale.Categories {
		if seen[category.Code] {
			fields = append(fields, fault.Field{Pointer: fmt.Sprintf("/categories/%d/code", i), Code: "already_used"})
		}
		seen[category.Code] = true
	}
	if fields != nil {
		return fault.Invalid("invalid", "", fields...)
	}
	return nil
}

// valueOf is a point's risk value, likelihood × consequence, and the level that the scale puts it at.
func valueOf(scale contract.RiskScaleContent, point *contract.RiskPoint) *contract.RiskValue {
	if point == nil {
		return nil
	}
	value := point.Likelihood * point.Consequence
	return &contract.RiskValue{Value: value, Level: levelOf(scale.Levels, value)}
}

func levelOf(levels contract.RiskLevels, value int) contract.RiskLevel {
	switch {
	case value >= levels.Critical:
		return contract.RiskLevelCritical
	case value >= levels.High:
		return contract.RiskLevelHigh
	case value >= levels.Medium:
		return contract.RiskLevelMedium
	}
	return contract.RiskLevelLow
}

func hasCategory(scale contract.RiskScaleContent, code string) bool {
	for _, category := range scale.Categories {
		if category.Code == code {
			return true
		}
	}
	return false
}
