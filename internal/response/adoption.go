package response

import (
	"fmt"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// adopt gives the response as the committee adopted it: unchanged, or with the texts that the secretary has entered.
// Nothing is stored.
func adopt(response contract.Response, command contract.NewDecision) (contract.Response, error) {
	if command.Adopted == nil {
		return response, nil
	}
	response.Sections = append([]contract.Section{}, response.Sections...)
	response.Answers = append([]contract.Answer{}, response.Answers...)
	for i, adopted := range command.Adopted.Sections {
		section, err := sectionOf(response, adopted.Kind)
		if err != nil {
			return response, fault.InvalidField(fmt.Sprintf("/adopted/sections/%d/kind", i), "unknown_section", "")
		}
		section.Content.Text = adopted.Text
	}
	for i, adopted := range command.Adopted.Answers {
		answer, err := answerWith(response, adopted.ID)
		if err != nil {
			return response, fault.InvalidField(fmt.Sprintf("/adopted/answers/%d/id", i), "unknown_answer", "")
		}
		answer.Content.Stance, answer.Content.Text = adopted.Stance, adopted.Text
		answer.Measures = measuresOf(adopted.Measures)
	}
	response.Missing = missing(response, nil)
	if fields := missingFields(response); len(fields) > 0 {
		return response, fault.Invalid("response_incomplete", "", fields...)
	}
	return response, nil
}

func measuresOf(adopted []contract.NewMeasure) []contract.Measure {
	measures := make([]contract.Measure, len(adopted))
	for i, measure := range adopted {
		measures[i] = contract.Measure{ID: measure.ID, Content: measure.Content}
	}
	return measures
}
