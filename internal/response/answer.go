package response

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// missing lists what is left before the response can be submitted: each answer has a stance, its own or the common one,
// and a text; each measure says what, by which function and when it is ready, as the auditors' cover letters ask; the
// memorandum, where there is one, proposes a decision.
func missing(response contract.Response, unanswered []uuid.UUID) []contract.Missing {
	left := []contract.Missing{}
	for _, recommendation := range unanswered {
		left = append(left, contract.Missing{Code: contract.MissingCodeRecommendationWithoutAnswer, RecommendationID: &recommendation})
	}
	for _, answer := range response.Answers {
		for _, code := range missingInAnswer(answer.Content, response.Content.CommonStance) {
			left = append(left, contract.Missing{Code: code, AnswerID: &answer.ID})
		}
		for _, measure := range answer.Measures {
			for _, code := range missingInMeasure(measure.Content) {
				left = append(left, contract.Missing{Code: code, AnswerID: &answer.ID, MeasureID: &measure.ID})
			}
		}
	}
	for _, code := range missingInMemorandum(response.Memorandum) {
		left = append(left, contract.Missing{Code: code})
	}
	return left
}

func missingInAnswer(answer contract.AnswerContent, common *contract.Stance) []contract.MissingCode {
	var codes []contract.MissingCode
	if answer.Stance == nil && common == nil && answer.Statement == nil {
		codes = append(codes, contract.MissingCodeAnswerWithoutStance)
	}
	if strings.TrimSpace(answer.Text) == "" {
		codes = append(codes, contract.MissingCodeAnswerWithoutText)
	}
	return codes
}

func missingInMeasure(measure contract.MeasureContent) []contract.MissingCode {
	var codes []contract.MissingCode
	if strings.TrimSpace(measure.What) == "" {
		codes = append(codes, contract.MissingCodeMeasureWithoutWhat)
	}
	if strings.TrimSpace(measure.Function) == "" {
		codes = append(codes, contract.MissingCodeMeasureWithoutFunction)
	}
	if measure.Ready == nil {
		codes = append(codes, contract.MissingCodeMeasureWithoutReady)
	}
	return codes
}

// missingFields points at what is missing in the response as it is read.
func missingFields(response contract.Response) []fault.Field {
	answers := map[uuid.UUID]int{}
	for i, answer := range response.Answers {
		answers[answer.ID] = i
	}
	fields := make([]fault.Field, len(response.Missing))
	for i, left := range response.Missing {
		fields[i] = fault.Field{Pointer: "/answers", Code: string(left.Code)}
		switch {
		case left.AnswerID != nil:
			fields[i].Pointer = fmt.Sprintf("/answers/%d", answers[*left.AnswerID])
		case left.Code == contract.MissingCodeMemorandumWithoutProposal:
			fields[i].Pointer = "/memorandum/sections"
		}
	}
	return fields
}

// isEmpty tells that nothing has been written in an answer of the response, and nothing cited.
func isEmpty(response contract.Response, answer contract.Answer) bool {
	return len(citedIn(response, &answer.ID)) == 0 && answer.Content.Stance == nil && strings.TrimSpace(answer.Content.Text) == "" && len(answer.Measures) == 0 &&
		!answer.Content.AlreadyAddressed && answer.Content.DependsOnCommitteeID == nil
}

// replacedBy lists the empty answers that a new answer to these recommendations takes the place of: 409 when one of them
// has been written in, 422 when a recommendation is not this response's to answer, or only some of a common answer's.
func replacedBy(response contract.Response, recommendations, unanswered []uuid.UUID) ([]uuid.UUID, error) {
	wanted, replaced := setOf(recommendations), []uuid.UUID{}
	found := len(intersection(unanswered, wanted))
	for _, answer := range response.Answers {
		taken := 0
		for _, recommendation := range answer.Recommendations {
			if wanted[recommendation.ID] {
				taken++
			}
		}
		switch {
		case taken == 0:
			continue
		case !isEmpty(response, answer):
			return nil, fault.Conflict("answer_not_empty", "the recommendation has an answer already")
		case taken < len(answer.Recommendations):
			return nil, fault.InvalidField("/recommendationIds", "answered_together", "")
		}
		found += taken
		replaced = append(replaced, answer.ID)
	}
	if found != len(wanted) {
		return nil, fault.InvalidField("/recommendationIds", "unknown_recommendation", "")
	}
	return replaced, nil
}

func setOf(ids []uuid.UUID) map[uuid.UUID]bool {
	set := make(map[uuid.UUID]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}

func intersection(ids []uuid.UUID, set map[uuid.UUID]bool) []uuid.UUID {
	var both []uuid.UUID
	for _, id := range ids {
		if set[id] {
			both = append(both, id)
		}
	}
	return both
}

func answerWith(response contract.Response, id uuid.UUID) (*contract.Answer, error) {
	for i := range response.Answers {
		if response.Answers[i].ID == id {
			return &response.Answers[i], nil
		}
	}
	return nil, fault.NotFound("answer")
}

func measureWith(response contract.Response, id uuid.UUID) (*contract.Measure, error) {
	for i := range response.Answers {
		for j := range response.Answers[i].Measures {
			if response.Answers[i].Measures[j].ID == id {
				return &response.Answers[i].Measures[j], nil
			}
		}
	}
	return nil, fault.NotFound("measure")
}

func sectionOf(response contract.Response, kind contract.SectionKind) (*contract.Section, error) {
	for i := range response.Sections {
		if response.Sections[i].Kind == kind {
			return &response.Sections[i], nil
		}
	}
	return nil, fault.NotFound("section")
}
