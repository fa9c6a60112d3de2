package controlplan

import (
	"reflect"
	"strings"

	"uppsikt/internal/contract"
	"uppsikt/internal/sheetimport"
)

type riskReader struct {
	table      *sheetimport.Table
	scale      contract.RiskScaleContent
	categories map[string]string
}

func categoryNames(scale contract.RiskScaleContent) map[string]string {
	names := map[string]string{}
	for _, category := range scale.Categories {
		names[sheetimport.Barely(category.Label)], names[sheetimport.Barely(category.Code)] = category.Code, category.Code
	}
	return names
}

func (r riskReader) read(row *sheetimport.Row, before contract.Risk) contract.RiskContent {
	content := before.Content
	written := map[string]string{}
	if before.Number > 0 {
		written = riskCells(r.scale, before.Number, content)
	}
	isSaid := func(field string) bool { return says(r.table, row, field, written) }
	for _, text := range []struct {
		field string
		into  *string
	}{{fieldRiskTitle, &content.Title}, {fieldCause, &content.Cause}, {fieldConsequence, &content.Consequence}} {
		if isSaid(text.field) {
			*text.into = row.Text(text.field)
		}
	}
	if isSaid(fieldCategory) {
		content.Category = r.category(row)
	}
	content.Inherent = r.point(row, content.Inherent, fieldInherentLikely, fieldInherentConsequent)
	content.Current = r.point(row, content.Current, fieldCurrentLikely, fieldCurrentConsequent)
	content.Target = r.point(row, content.Target, fieldTargetLikely, fieldTargetConsequent)
	if isSaid(fieldTreatments) {
		content.Treatments = treatmentsIn(row)
	}
	if content.Treatments == nil {
		content.Treatments = []contract.ChosenTreatment{}
	}
	for _, wrong := range checkTreatments(content.Treatments, "") {
		row.Fault(fieldTreatments, wrong.Code)
	}
	if before.CommonRiskID != nil && !reflect.DeepEqual(wordsOf(content), wordsOf(before.Content)) {
		row.Fault(fieldRiskTitle, "not_changeable") // it is worded once for all committees
	}
	return content
}

func wordsOf(risk contract.RiskContent) []string {
	return []string{risk.Title, risk.Category, risk.Cause, risk.Consequence}
}

func (r riskReader) category(row *sheetimport.Row) string {
	text := row.Text(fieldCategory)
	code, isKnown := r.categories[sheetimport.Barely(text)]
	if text != "" && !isKnown {
		row.Fault(fieldCategory, "unknown_category")
	}
	return code
}

// point reads both of a point's steps; where neither has a column, or only one, it stays.
func (r riskReader) point(row *sheetimport.Row, before *contract.RiskPoint, likely, consequent string) *contract.RiskPoint {
	if !r.table.Has(likely) || !r.table.Has(consequent) {
		return before
	}
	likelihood, consequence := r.step(row, likely, r.scale.Likelihood), r.step(row, consequent, r.scale.Consequence)
	switch {
	case likelihood == nil && consequence == nil:
		return nil
	case likelihood == nil:
		row.Fault(likely, "required")
		return before
	case consequence == nil:
		row.Fault(consequent, "required")
		return before
	}
	return &contract.RiskPoint{Likelihood: *likelihood, Consequence: *consequence}
}

// step is one by its number or its name.
func (r riskReader) step(row *sheetimport.Row, field string, steps []contract.RiskStep) *int {
	for i, step := range steps {
		if sheetimport.Barely(step.Label) == sheetimport.Barely(row.Text(field)) {
			number := i + 1
			return &number
		}
	}
	number := row.Integer(field)
	if number != nil && (*number < 1 || *number > len(steps)) {
		row.Fault(field, "outside_scale")
	}
	return number
}

// treatmentsIn are the lines of a cell, each "Accepteras: skälet"; a line that begins with no treatment goes on with the reason before it.
func treatmentsIn(row *sheetimport.Row) (chosen []contract.ChosenTreatment) {
	for _, line := range strings.Split(row.Text(fieldTreatments), "\n") {
		label, reason, _ := strings.Cut(line, ":")
		treatment, isKnown := sheetimport.ValueOf(label, treatmentNames)
		switch {
		case strings.TrimSpace(line) == "":
		case isKnown && treatment != nil:
			chosen = append(chosen, contract.ChosenTreatment{Treatment: *treatment, Reason: strings.TrimSpace(reason)})
		case len(chosen) > 0 && needsReason(chosen[len(chosen)-1].Treatment):
			chosen[len(chosen)-1].Reason += "\n" + line
		default:
			row.FaultOf(fieldTreatments, "unknown_value", line)
		}
	}
	return chosen
}

var treatmentNames = named(treatments)

// named are the values by their words.
func named[T ~string](words map[T]string) map[string]T {
	values := map[string]T{}
	for value, word := range words {
		values[sheetimport.Barely(word)] = value
	}
	return values
}
