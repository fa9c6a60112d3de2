package response

import (
	"slices"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// marks are the grounds on which a response's things are confidential now, by id. An answer and a measure have also what they
// are a part of; what is gone since an edition was made is not among them.
type marks struct {
	Audit           *string
	Recommendations map[uuid.UUID]*string
	Answers         map[uuid.UUID]*string
	Measures        map[uuid.UUID]*string
	Holders         []uuid.UUID // those who answer for the committee's assignments now
}

// seenBy: the response's committee, those who have succeeded it, the auditors and the audit's advisers.
func (m marks) seenBy(actor authz.Actor, committee uuid.UUID) bool {
	return confidentiality.Sees(actor, append([]uuid.UUID{committee}, m.Holders...)...)
}

// ground is what a thing is confidential on now, else what the edition says of a thing that is gone.
func ground(now map[uuid.UUID]*string, id uuid.UUID, then *string) *string {
	if current, known := now[id]; known {
		return current
	}
	return then
}

// masked leaves out of a response what is confidential, and puts other words in its place. It tells whether anything was.
func masked(response contract.Response, by marks, instead func(ground string) string) (contract.Response, bool) {
	if by.Audit != nil {
		return wholeMasked(response, instead(*by.Audit)), true
	}
	isMasked := false
	response.Answers = slices.Clone(response.Answers)
	for i := range response.Answers {
		answer, left := maskedAnswer(response.Answers[i], by, instead)
		response.Answers[i], isMasked = answer, isMasked || left
	}
	if isMasked {
		response.Comments = slices.DeleteFunc(slices.Clone(response.Comments), func(c contract.PlacedComment) bool { return isHiddenPart(response, c.Part) })
		response.InputRequests = slices.DeleteFunc(slices.Clone(response.InputRequests), func(r contract.InputRequest) bool {
			return r.AnswerID != nil && isHiddenPart(response, r.AnswerID.String())
		})
		response.Citations = slices.DeleteFunc(slices.Clone(response.Citations), func(c contract.Citation) bool {
			return c.AnswerID != nil && isHiddenPart(response, c.AnswerID.String())
		})
	}
	return response, isMasked
}

func maskedAnswer(answer contract.Answer, by marks, instead func(string) string) (contract.Answer, bool) {
	isMasked := false
	answer.Recommendations = slices.Clone(answer.Recommendations)
	for i, recommendation := range answer.Recommendations {
		if on := by.Recommendations[recommendation.ID]; on != nil {
			answer.Recommendations[i].Text, isMasked = instead(*on), true
		}
	}
	answer.Measures = slices.Clone(answer.Measures)
	for i, measure := range answer.Measures {
		if on := ground(by.Measures, measure.ID, measure.ConfidentialGround); on != nil {
			measure.Content, measure.ConfidentialGround, measure.Hidden = contract.MeasureContent{What: instead(*on)}, on, true
			answer.Measures[i], isMasked = measure, true
		}
	}
	if on := ground(by.Answers, answer.ID, answer.ConfidentialGround); on != nil {
		answer.Content, answer.ConfidentialGround, answer.Hidden = contract.AnswerContent{Text: instead(*on)}, on, true
		isMasked = true
	}
	return answer, isMasked
}

// wholeMasked is of an audit that is confidential as a whole: whose response it is, and no more.
func wholeMasked(response contract.Response, instead string) contract.Response {
	response.Content, response.AuditTitle, response.Answers = contract.ResponseContent{Title: "Yttrande"}, "", nil
	response.Citations = []contract.Citation{}
	response.Sections = []contract.Section{{Kind: contract.SectionKindIntroduction, Content: contract.SectionContent{Text: instead}}}
	if response.Memorandum != nil {
		memorandum := *response.Memorandum
		memorandum.Sections = []contract.MemorandumSection{{Heading: "Sekretess", Content: contract.MemorandumSectionContent{Text: instead}}}
		response.Memorandum = &memorandum
	}
	return response
}

// isHiddenPart: an answer that is left out, or a section of the memorandum that says again what answers say.
func isHiddenPart(masked contract.Response, part string) bool {
	for _, answer := range masked.Answers {
		if answer.Hidden && answer.ID.String() == part {
			return true
		}
	}
	id, err := uuid.Parse(part)
	if err != nil {
		return false
	}
	section, err := memorandumSectionWith(masked, id)
	return err == nil && len(section.Content.Includes) > 0 && slices.ContainsFunc(masked.Answers, isLeftOutOf)
}

// isLeftOutOf tells whether something is left out of an answer, if not all of it.
func isLeftOutOf(answer contract.Answer) bool {
	return answer.Hidden || slices.ContainsFunc(answer.Measures, func(measure contract.Measure) bool { return measure.Hidden })
}

func nothing(string) string { return "" }

// mayMark: the committee's own answers and measures, before the decision and after it.
func mayMark(actor authz.Actor, response contract.Response) error {
	if !confidentiality.MayMark(actor, response.CommitteeID) {
		return fault.Forbidden(string(authz.ConfidentialMark))
	}
	return nil
}
