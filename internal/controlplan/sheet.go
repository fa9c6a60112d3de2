package controlplan

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/sheetimport"
	"uppsikt/internal/spreadsheet"
)

// The fields that a column may be taken as, of risks and of controls. No head is in both: a fault tells by its column where it is.
const (
	fieldRisk               = "risk_number"
	fieldRiskTitle          = "risk_title"
	fieldCategory           = "risk_category"
	fieldCause              = "risk_cause"
	fieldConsequence        = "risk_consequence"
	fieldInherentLikely     = "inherent_likelihood"
	fieldInherentConsequent = "inherent_consequence"
	fieldCurrentLikely      = "current_likelihood"
	fieldCurrentConsequent  = "current_consequence"
	fieldTargetLikely       = "target_likelihood"
	fieldTargetConsequent   = "target_consequence"
	fieldTreatments         = "treatments"

	fieldControl       = "control_number"
	fieldArea          = "area"
	fieldTitle         = "control_title"
	fieldWhat          = "what"
	fieldMethod        = "method"
	fieldFrequency     = "frequency"
	fieldFirstMonth    = "first_month"
	fieldPlannedOffset = "planned_offset"
	fieldLastOffset    = "last_offset"
	fieldSampleSize    = "sample_size"
	fieldFunction      = "function"
	fieldRisks         = "met_risks"
)

var riskFields = []sheetimport.Field{
	{Key: fieldRisk, Title: "Risk nr", Synonyms: []string{"Risknummer", "Risk-id"}, Most: 20},
	{Key: fieldRiskTitle, Title: "Risk", Synonyms: []string{"Riskbeskrivning", "Beskrivning av risk", "Risker"}, Most: 500, Required: true},
	{Key: fieldCategory, Title: "Riskkategori", Synonyms: []string{"Kategori", "Risktyp"}, Most: 200},
	{Key: fieldCause, Title: "Orsak", Synonyms: []string{"Orsaker", "Riskorsak"}, Most: 4000},
	{Key: fieldConsequence, Title: "Konsekvensbeskrivning", Synonyms: []string{"Följd", "Beskrivning av konsekvens"}, Most: 4000},
	{Key: fieldInherentLikely, Title: "Inneboende sannolikhet", Most: 20},
	{Key: fieldInherentConsequent, Title: "Inneboende konsekvens", Most: 20},
	{Key: fieldCurrentLikely, Title: "Nuvarande sannolikhet", Synonyms: []string{"Sannolikhet"}, Most: 20},
	{Key: fieldCurrentConsequent, Title: "Nuvarande konsekvens", Synonyms: []string{"Konsekvens"}, Most: 20},
	{Key: fieldTargetLikely, Title: "Sannolikhet som mål", Most: 20},
	{Key: fieldTargetConsequent, Title: "Konsekvens som mål", Most: 20},
	{Key: fieldTreatments, Title: "Hantering", Synonyms: []string{"Riskhantering", "Åtgärdsbeslut"}, Most: 12000},
}

var controlFields = []sheetimport.Field{
	{Key: fieldControl, Title: "Kontroll nr", Synonyms: []string{"Kontrollnummer", "Kontroll-id"}, Most: 20},
	{Key: fieldArea, Title: "Kontrollområde", Synonyms: []string{"Område", "Process", "Rutin/process", "Granskningsområde"}, Most: 200},
	{Key: fieldTitle, Title: "Kontroll", Synonyms: []string{"Kontrollmoment", "Kontrollaktivitet", "Kontroller"}, Most: 300, Required: true},
	{Key: fieldWhat, Title: "Vad som kontrolleras", Synonyms: []string{"Vad kontrolleras", "Beskrivning av kontroll"}, Most: 4000},
	{Key: fieldMethod, Title: "Kontrollmetod", Synonyms: []string{"Metod", "Hur kontrolleras"}, Most: 4000},
	{Key: fieldFrequency, Title: "Frekvens", Synonyms: []string{"Kontrollfrekvens", "Hur ofta", "Intervall"}, Most: 40},
	{Key: fieldFirstMonth, Title: "Första periodens sista månad", Synonyms: []string{"Första månad"}, Most: 20},
	{Key: fieldPlannedOffset, Title: "Planerad dag efter periodens slut", Most: 20},
	{Key: fieldLastOffset, Title: "Sista dag efter periodens slut", Most: 20},
	{Key: fieldSampleSize, Title: "Stickprov", Synonyms: []string{"Stickprovets storlek"}, Most: 20},
	{Key: fieldFunction, Title: "Ansvarig funktion", Synonyms: []string{"Ansvarig", "Kontrollansvarig", "Funktion"}, Most: 200},
	{Key: fieldRisks, Title: "Möter riskerna", Synonyms: []string{"Möter risk", "Risk", "Risker"}, Most: 2000},
}

var sheetKinds = map[string]spreadsheet.Kind{
	fieldInherentLikely: spreadsheet.Integer, fieldInherentConsequent: spreadsheet.Integer, fieldCurrentLikely: spreadsheet.Integer,
	fieldCurrentConsequent: spreadsheet.Integer, fieldTargetLikely: spreadsheet.Integer, fieldTargetConsequent: spreadsheet.Integer,
	fieldFirstMonth: spreadsheet.Integer, fieldPlannedOffset: spreadsheet.Integer, fieldLastOffset: spreadsheet.Integer, fieldSampleSize: spreadsheet.Integer,
}

// workbook is a paper to reckon with: the plan as importControlPlan reads it, or what its report tells.
func workbook(found source, part contract.PlanDocumentPart) ([]byte, error) {
	sheets := planSheets(found.plan, found.at)
	switch part {
	case contract.PlanDocumentPartReport:
		sheets = reportSheets(found)
	case contract.PlanDocumentPartAmendment:
		sheets = amendmentSheets(found)
	}
	var content bytes.Buffer
	err := spreadsheet.WriteWorkbook(&content, sheets)
	return content.Bytes(), err
}

func planSheets(plan contract.ControlPlan, at time.Time) []spreadsheet.Sheet {
	risks := spreadsheet.Sheet{Name: "Risker", Created: at, Columns: append(sheetimport.Heads(riskFields, sheetKinds),
		spreadsheet.Column{Title: "Riskvärde nu", Kind: spreadsheet.Integer})}
	for _, risk := range plan.Risks {
		value := ""
		if risk.Current != nil {
			value = strconv.Itoa(risk.Current.Value)
		}
		risks.Rows = append(risks.Rows, append(inOrder(riskFields, riskCells(plan.Scale, risk.Number, risk.Content)), value))
	}
	controls := spreadsheet.Sheet{Name: "Kontroller", Created: at, Columns: append(sheetimport.Heads(controlFields, sheetKinds),
		spreadsheet.Column{Title: "Utförs av", Width: 24}, spreadsheet.Column{Title: "Rekommendationer", Width: 50})}
	for _, control := range remaining(plan) {
		person, tied := "", []string{}
		if control.Person != nil {
			person = control.Person.Name
		}
		for _, recommendation := range control.Recommendations {
			tied = append(tied, recommendationInWords(recommendation))
		}
		controls.Rows = append(controls.Rows, append(inOrder(controlFields, controlCells(plan.Risks, control.Number, control.Content)), person, strings.Join(tied, "\n")))
	}
	return []spreadsheet.Sheet{risks, controls}
}

func inOrder(fields []sheetimport.Field, cells map[string]string) []string {
	row := make([]string, len(fields))
	for i, field := range fields {
		row[i] = cells[field.Key]
	}
	return row
}

// riskCells are a risk's as an export has them, by field.
func riskCells(scale contract.RiskScaleContent, number int, risk contract.RiskContent) map[string]string {
	cells := map[string]string{
		fieldRisk: riskName(number), fieldRiskTitle: risk.Title, fieldCategory: categoryOf(scale, risk.Category), fieldCause: risk.Cause,
		fieldConsequence: risk.Consequence, fieldTreatments: treatmentsInWords(risk.Treatments),
	}
	for _, point := range []struct {
		at                   *contract.RiskPoint
		likely, consequently string
	}{
		{risk.Inherent, fieldInherentLikely, fieldInherentConsequent}, {risk.Current, fieldCurrentLikely, fieldCurrentConsequent},
		{risk.Target, fieldTargetLikely, fieldTargetConsequent},
	} {
		if point.at != nil {
			cells[point.likely], cells[point.consequently] = strconv.Itoa(point.at.Likelihood), strconv.Itoa(point.at.Consequence)
		}
	}
	return cells
}

// controlCells are a control's as an export has them, by field.
func controlCells(risks []contract.Risk, number int, control contract.ControlContent) map[string]string {
	cells := map[string]string{
		fieldControl: controlName(number), fieldArea: control.Area, fieldTitle: control.Title, fieldWhat: control.What, fieldMethod: control.Method,
		fieldFrequency: frequencies[control.Frequency], fieldFirstMonth: strconv.Itoa(control.FirstMonth),
		fieldPlannedOffset: strconv.Itoa(control.PlannedOffset), fieldLastOffset: strconv.Itoa(control.LastOffset), fieldFunction: control.Function,
	}
	if control.SampleSize != nil {
		cells[fieldSampleSize] = strconv.Itoa(*control.SampleSize)
	}
	var met []string
	for _, risk := range risks {
		for _, id := range control.RiskIds {
			if id == risk.ID {
				met = append(met, riskName(risk.Number))
			}
		}
	}
	cells[fieldRisks] = strings.Join(met, ", ")
	return cells
}

func riskName(number int) string    { return fmt.Sprintf("R%d", number) }
func controlName(number int) string { return fmt.Sprintf("K%d", number) }

func reportSheets(found source) []spreadsheet.Sheet {
	names := map[uuid.UUID]string{}
	for _, control := range found.plan.Controls {
		names[control.ID] = titleOf(control)
	}
	checks := spreadsheet.Sheet{Name: "Kontrolltillfällen", Created: found.at, Columns: []spreadsheet.Column{
		{Title: "Kontroll", Width: 40}, {Title: "Avser", Width: 24}, {Title: "Sista dag", Kind: spreadsheet.Date, Width: 12}, {Title: "Utförd", Kind: spreadsheet.Date, Width: 12},
		{Title: "Utfall", Width: 20}, {Title: "Iakttagelse", Width: 50}, {Title: "Gjort", Width: 40}, {Title: "Skäl", Width: 40},
	}}
	for _, check := range found.year.Checks {
		performed := ""
		if check.PerformedOn != nil {
			performed = check.PerformedOn.String()
		}
		checks.Rows = append(checks.Rows, []string{names[check.Control], checkInWords(check), check.LastOn.String(), performed, outcomeInWords(check),
			seenInWords(check), check.Done, check.Reason})
	}
	deviations := spreadsheet.Sheet{Name: "Kontrollavvikelser", Columns: []spreadsheet.Column{
		{Title: "Nr", Kind: spreadsheet.Integer, Width: 6}, {Title: "Kontroll", Width: 10}, {Title: "Avvikelse", Width: 50}, {Title: "Orsak", Width: 40}, {Title: "Åtgärd", Width: 50},
		{Title: "Ansvarig funktion", Width: 24}, {Title: "Klart senast", Kind: spreadsheet.Date, Width: 12}, {Title: "Läge", Width: 20}, {Title: "Omkontroll", Width: 24},
	}}
	for _, deviation := range found.year.Deviations {
		due := ""
		if deviation.Due != nil {
			due = deviation.Due.String()
		}
		deviations.Rows = append(deviations.Rows, []string{strconv.Itoa(deviation.Number), controlName(deviation.Control), deviation.What, deviation.Cause, deviation.Measure,
			deviation.Function, due, progresses[deviation.Progress], recheckInWords(deviation)})
	}
	return []spreadsheet.Sheet{checks, deviations}
}

func outcomeInWords(check yearCheck) string {
	switch {
	case check.Outcome != nil:
		return outcomes[*check.Outcome]
	case check.IsMissed:
		return "Har uteblivit"
	}
	return "Återstår"
}

// amendmentSheets are the controls as every amendment wants them.
func amendmentSheets(found source) []spreadsheet.Sheet {
	sheet := spreadsheet.Sheet{Name: "Ändringar", Created: found.at, Columns: append([]spreadsheet.Column{
		{Title: "Tillägg nr", Kind: spreadsheet.Integer, Width: 10}, {Title: "Slag", Width: 14},
	}, sheetimport.Heads(controlFields[1:], sheetKinds)...)}
	for _, amendment := range found.plan.Amendments {
		for _, change := range amendment.Content.Changes {
			content := change.Content
			if content == nil {
				content = beforeChange(found.plan, amendment, change.ControlID)
			}
			if content == nil {
				continue
			}
			sheet.Rows = append(sheet.Rows, append([]string{strconv.Itoa(amendment.Number), changeKinds[change.Kind]},
				inOrder(controlFields[1:], controlCells(found.plan.Risks, 0, *content))...))
		}
	}
	return []spreadsheet.Sheet{sheet}
}

var changeKinds = map[contract.ControlChangeKind]string{
	contract.ControlChangeKindAdd: "Ny", contract.ControlChangeKindChange: "Ändrad", contract.ControlChangeKindRemove: "Tas bort",
}
