package controlplan

import (
	"slices"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/sheetimport"
)

type controlReader struct {
	table *sheetimport.Table
	risks []contract.Risk
	names sheetimport.Names[uuid.UUID]
}

func (r controlReader) read(row *sheetimport.Row, before contract.Control, isThere bool) contract.ControlContent {
	content, written := before.Content, map[string]string{}
	if isThere {
		written = controlCells(r.risks, before.Number, content)
	} else {
		content = contract.ControlContent{Frequency: contract.FrequencyYearly, LastOffset: usualLastOffset, RiskIds: []uuid.UUID{}, RecommendationIds: []uuid.UUID{}}
	}
	isSaid := func(field string) bool { return says(r.table, row, field, written) }
	for _, text := range []struct {
		field string
		into  *string
	}{{fieldArea, &content.Area}, {fieldTitle, &content.Title}, {fieldWhat, &content.What}, {fieldMethod, &content.Method}, {fieldFunction, &content.Function}} {
		if isSaid(text.field) {
			*text.into = row.Text(text.field)
		}
	}
	if isSaid(fieldFrequency) {
		if frequency := sheetimport.Value(row, fieldFrequency, frequencyNames); frequency != nil {
			content.Frequency = *frequency
		}
	}
	r.readDays(row, &content, isSaid)
	if isSaid(fieldSampleSize) {
		content.SampleSize = row.Integer(fieldSampleSize)
		if content.SampleSize != nil && *content.SampleSize < 1 {
			row.Fault(fieldSampleSize, "unknown_value")
		}
	}
	if isSaid(fieldRisks) {
		content.RiskIds = unique(sheetimport.Several(row, fieldRisks, r.names, "unknown_risk"))
	}
	return content
}

// usualLastOffset is for a control that a spreadsheet does not say it of: a month after the period.
const usualLastOffset = 30

// readDays reads when the periods end and how long after them; a first period that is not said of is as long as the others.
func (r controlReader) readDays(row *sheetimport.Row, content *contract.ControlContent, isSaid func(string) bool) {
	for _, number := range []struct {
		field       string
		into        *int
		least, most int
	}{
		{fieldFirstMonth, &content.FirstMonth, 1, 12}, {fieldPlannedOffset, &content.PlannedOffset, -180, 180}, {fieldLastOffset, &content.LastOffset, -180, 180},
	} {
		if !isSaid(number.field) {
			continue
		}
		if said := row.Integer(number.field); said != nil {
			*number.into = *said
			if *said < number.least || *said > number.most {
				row.Fault(number.field, "unknown_value")
			}
		}
	}
	if !isSaid(fieldFirstMonth) && (content.FirstMonth == 0 || ends(content.Frequency) && content.FirstMonth > monthsBetween(content.Frequency)) {
		content.FirstMonth = 12
		if ends(content.Frequency) {
			content.FirstMonth = monthsBetween(content.Frequency)
		}
	}
	if ends(content.Frequency) && content.FirstMonth > monthsBetween(content.Frequency) {
		row.Fault(fieldFirstMonth, "after_the_first_period")
	}
	if content.PlannedOffset > content.LastOffset {
		row.Fault(fieldLastOffset, "before_the_planned_day")
	}
}

func unique(ids []uuid.UUID) []uuid.UUID {
	once := []uuid.UUID{}
	for _, id := range ids {
		if !slices.Contains(once, id) {
			once = append(once, id)
		}
	}
	return once
}

var frequencyNames = frequenciesByName()

func frequenciesByName() map[string]contract.Frequency {
	names := named(frequencies)
	for frequency, others := range map[contract.Frequency][]string{
		contract.FrequencyMonthly:     {"månadsvis", "månad", "12 gånger per år", "1 gång/månad"},
		contract.FrequencyQuarterly:   {"kvartalsvis", "kvartal", "4 gånger per år", "1 gång/kvartal"},
		contract.FrequencyFourMonthly: {"tertialvis", "tertial", "3 gånger per år", "1 gång/tertial"},
		contract.FrequencyHalfYearly:  {"halvårsvis", "halvår", "2 gånger per år", "1 gång/halvår"},
		contract.FrequencyYearly:      {"årligen", "årsvis", "helår", "år", "1 gång per år", "1 gång/år", "en gång per år"},
		contract.FrequencyOnce:        {"engångskontroll", "1 gång"},
		contract.FrequencyOnEvent:     {"vid behov"},
	} {
		for _, other := range others {
			names[other] = frequency
		}
	}
	return names
}
