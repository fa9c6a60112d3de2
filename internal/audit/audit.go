// Package audit keeps the audits: whom they are addressed to, what they ask, how they grade, what they recommend. An
// audit is one aggregate with one version, registered once in an organization, whoever registers it.
package audit

import (
	"fmt"
	"slices"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// mayCorrect: until an auditor has confirmed the audit, whoever may register; from then only an auditor (GLOSSARY's
// second law). Advisers correct only what is given to them.
func mayCorrect(actor authz.Actor, audit contract.Audit) error {
	if err := mayRead(actor, audit); err != nil {
		return err
	}
	switch {
	case !actor.Has(authz.AuditCorrect):
		return fault.Forbidden(string(authz.AuditCorrect))
	case leaveOut(actor, audit).LeftOut > 0:
		return fault.Confidential() // what one does not see one would write over
	case audit.Confirmation != nil && !actor.Has(authz.AuditConfirm):
		return fault.Forbidden("a confirmed audit is corrected by an auditor")
	}
	return nil
}

func mayRead(actor authz.Actor, audit contract.Audit) error {
	if actor.OnlyAdviser() && !isGivenTo(audit.Advisers, actor.Account) {
		return fault.Forbidden("the audit is not given to this adviser")
	}
	if audit.ConfidentialGround != nil && !confidentiality.Sees(actor, concerned(audit)...) {
		return fault.Confidential()
	}
	return nil
}

// concerned are the committees audited, asked, or recommended to.
func concerned(audit contract.Audit) []uuid.UUID {
	committees := slices.Clone(audit.Content.CommitteeIds)
	for _, addressee := range audit.Content.Addressees {
		committees = append(committees, addressee.CommitteeID)
	}
	for _, recommendation := range audit.Content.Recommendations {
		committees = append(committees, recommendation.CommitteeIds...)
	}
	return committees
}

// leaveOut takes away the text of the recommendations that are confidential to the actor, and counts them.
func leaveOut(actor authz.Actor, audit contract.Audit) contract.Audit {
	audit.LeftOut = 0
	audit.Content.Recommendations = slices.Clone(audit.Content.Recommendations)
	for i, recommendation := range audit.Content.Recommendations {
		if isMarked(audit, recommendation.ID) && !confidentiality.Sees(actor, recommendation.CommitteeIds...) {
			audit.Content.Recommendations[i].Text, audit.Content.Recommendations[i].Variants = "", []string{}
			audit.LeftOut++
		}
	}
	return audit
}

func isMarked(audit contract.Audit, recommendation uuid.UUID) bool {
	for _, marked := range audit.ConfidentialRecommendations {
		if marked.RecommendationID == recommendation {
			return true
		}
	}
	return false
}

func isGivenTo(advisers []contract.Actor, account uuid.UUID) bool {
	for _, adviser := range advisers {
		if adviser.ID == account {
			return true
		}
	}
	return false
}

func mayDelete(actor authz.Actor, audit contract.Audit) error {
	if err := mayCorrect(actor, audit); err != nil {
		return err
	}
	switch {
	case audit.Confirmation != nil:
		return fault.Conflict("audit_confirmed", "a confirmed audit is not deleted")
	case isAnswered(audit):
		return fault.Conflict("audit_answered", "somebody has begun to answer")
	}
	return nil
}

func isAnswered(audit contract.Audit) bool {
	for _, addressee := range audit.Addressees {
		if addressee.Response != nil {
			return true
		}
	}
	return false
}

// mayPublish: an auditor, when the audit is confirmed and not confidential as a whole.
func mayPublish(actor authz.Actor, audit contract.Audit) error {
	switch {
	case !actor.Has(authz.AuditConfirm):
		return fault.Forbidden(string(authz.AuditConfirm))
	case audit.Confirmation == nil:
		return fault.Conflict("audit_unconfirmed", "an audit is confirmed before it is published")
	case audit.ConfidentialGround != nil:
		return fault.Conflict("audit_confidential", "a confidential audit is not published")
	}
	return nil
}

// actions lists what the actor may do with the audit now.
func actions(actor authz.Actor, audit contract.Audit) []contract.AuditAction {
	may := []contract.AuditAction{}
	if mayCorrect(actor, audit) == nil {
		may = append(may, contract.AuditActionCorrect)
	}
	if mayDelete(actor, audit) == nil {
		may = append(may, contract.AuditActionDelete)
	}
	if actor.Has(authz.AuditConfirm) {
		may = append(may, contract.AuditActionSetAdvisers)
		if audit.Confirmation == nil {
			may = append(may, contract.AuditActionConfirm)
		}
	}
	if mayPublish(actor, audit) == nil {
		may = append(may, contract.AuditActionPublish)
	}
	if actor.Has(authz.ConfidentialMark) && confidentiality.Sees(actor, concerned(audit)...) {
		may = append(may, contract.AuditActionMarkConfidential)
	}
	return may
}

// check holds the content's parts against each other. Whether the committees exist is for the database to say.
func check(content contract.AuditContent) error {
	c := &checker{audited: setOf(content.CommitteeIds)}
	c.addressees(content.Addressees)
	c.questions(content.Questions)
	c.assessments(content.Assessments)
	c.overall(content.OverallAssessments)
	c.recommendations(content.Recommendations)
	if len(c.fields) > 0 {
		return fault.Invalid("invalid", "", c.fields...)
	}
	return nil
}

type checker struct {
	fields    []fault.Field
	audited   map[uuid.UUID]bool
	addressed map[uuid.UUID]bool
	asked     map[uuid.UUID]bool
}

func (c *checker) fault(code, pointer string, at ...any) {
	c.fields = append(c.fields, fault.Field{Pointer: fmt.Sprintf("/content/"+pointer, at...), Code: code})
}

func (c *checker) addressees(addressees []contract.AddresseeEntry) {
	c.addressed = map[uuid.UUID]bool{}
	for i, addressee := range addressees {
		if c.addressed[addressee.CommitteeID] {
			c.fault("already_addressed", "addressees/%d/committeeId", i)
		}
		c.addressed[addressee.CommitteeID] = true
		if code := extensionFault(addressee.ResponseDue, addressee.Extension); code != "" {
			c.fault(code, "addressees/%d/extension/newDate", i)
		}
	}
}

func (c *checker) questions(questions []contract.Question) {
	c.asked = map[uuid.UUID]bool{}
	numbers := map[string]bool{}
	for i, question := range questions {
		if numbers[question.Number] {
			c.fault("number_used_twice", "questions/%d/number", i)
		}
		c.asked[question.ID], numbers[question.Number] = true, true
	}
	for i, question := range questions {
		if question.ParentID != nil && (*question.ParentID == question.ID || !c.asked[*question.ParentID]) {
			c.fault("unknown_question", "questions/%d/parentId", i)
		}
	}
}

func (c *checker) assessments(assessments []contract.Assessment) {
	type cell struct{ question, committee uuid.UUID }
	graded := map[cell]bool{}
	for i, assessment := range assessments {
		if !c.asked[assessment.QuestionID] {
			c.fault("unknown_question", "assessments/%d/questionId", i)
		}
		if !c.audited[assessment.CommitteeID] {
			c.fault("committee_not_audited", "assessments/%d/committeeId", i)
		}
		at := cell{assessment.QuestionID, assessment.CommitteeID}
		if graded[at] {
			c.fault("graded_twice", "assessments/%d", i)
		}
		graded[at] = true
	}
}

func (c *checker) overall(assessments []contract.OverallAssessment) {
	graded := map[uuid.UUID]bool{}
	for i, assessment := range assessments {
		if !c.audited[assessment.CommitteeID] {
			c.fault("committee_not_audited", "overallAssessments/%d/committeeId", i)
		}
		if graded[assessment.CommitteeID] {
			c.fault("graded_twice", "overallAssessments/%d", i)
		}
		graded[assessment.CommitteeID] = true
	}
}

func (c *checker) recommendations(recommendations []contract.Recommendation) {
	numbers := map[string]bool{}
	for i, recommendation := range recommendations {
		if numbers[recommendation.Number] {
			c.fault("number_used_twice", "recommendations/%d/number", i)
		}
		numbers[recommendation.Number] = true
		for j, committee := range recommendation.CommitteeIds {
			if !c.audited[committee] && !c.addressed[committee] {
				c.fault("committee_not_audited", "recommendations/%d/committeeIds/%d", i, j)
			}
		}
	}
}

func setOf(ids []uuid.UUID) map[uuid.UUID]bool {
	set := make(map[uuid.UUID]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}
