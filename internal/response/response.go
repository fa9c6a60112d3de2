// Package response keeps the committees' answers to their auditors: written as drafts, submitted, approved, decided at a
// meeting and delivered. A draft belongs to its committee (GLOSSARY's first law).
package response

import (
	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// mayRead: what is decided is read by everybody with the right to; before that, by its committee alone.
func mayRead(actor authz.Actor, response contract.Response) error {
	if isDecided(response) {
		return nil // the door has asked for response.read
	}
	return actor.Require(authz.ResponseSeeDraft, response.CommitteeID)
}

func isDecided(response contract.Response) bool {
	return response.State == contract.ResponseStateDecided || response.State == contract.ResponseStateDelivered
}

// mayEdit: the text is written while it is a draft.
func mayEdit(actor authz.Actor, response contract.Response) error {
	return firstFault(actor.Require(authz.ResponseDraft, response.CommitteeID), inState(response, contract.ResponseStateDraft))
}

func mayDelete(actor authz.Actor, response contract.Response) error {
	if err := mayEdit(actor, response); err != nil {
		return err
	}
	if lastSubmission(response) != nil {
		return fault.Conflict("response_was_submitted", "a response that was submitted stays")
	}
	return nil
}

// maySubmit gives 422 with what is missing.
func maySubmit(actor authz.Actor, response contract.Response) error {
	if err := mayEdit(actor, response); err != nil {
		return err
	}
	if fields := missingFields(response); len(fields) > 0 {
		return fault.Invalid("response_incomplete", "", fields...)
	}
	return nil
}

// mayWithdraw: only by whoever submitted.
func mayWithdraw(actor authz.Actor, response contract.Response) error {
	err := firstFault(actor.Require(authz.ResponseDraft, response.CommitteeID), inState(response, contract.ResponseStateSubmitted))
	if err != nil {
		return err
	}
	if by := lastSubmission(response); by == nil || by.ID != actor.Account {
		return fault.Forbidden("a response is withdrawn by whoever submitted it")
	}
	return nil
}

// mayReturn: a submitted one by a manager, an approved one by a manager or the secretary.
func mayReturn(actor authz.Actor, response contract.Response) error {
	switch response.State {
	case contract.ResponseStateSubmitted:
		return actor.Require(authz.ResponseApprove, response.CommitteeID)
	case contract.ResponseStateApproved:
		return actor.Require(authz.ResponseReturn, response.CommitteeID)
	}
	return firstFault(actor.Require(authz.ResponseReturn, response.CommitteeID), inState(response, contract.ResponseStateSubmitted))
}

// mayApprove: a manager who did not submit it.
func mayApprove(actor authz.Actor, response contract.Response) error {
	err := firstFault(actor.Require(authz.ResponseApprove, response.CommitteeID), inState(response, contract.ResponseStateSubmitted))
	if err != nil {
		return err
	}
	if by := lastSubmission(response); by != nil && by.ID == actor.Account {
		return fault.Forbidden("a response is approved by somebody else than whoever submitted it")
	}
	return nil
}

func mayDecide(actor authz.Actor, response contract.Response) error {
	return firstFault(actor.Require(authz.DecisionRegister, response.CommitteeID), inState(response, contract.ResponseStateApproved))
}

func mayDispatch(actor authz.Actor, response contract.Response) error {
	if err := actor.Require(authz.DecisionRegister, response.CommitteeID); err != nil {
		return err
	}
	if !isDecided(response) {
		return inState(response, contract.ResponseStateDecided)
	}
	return nil
}

// mayVerify: the minutes are verified some days after the meeting, or at once.
func mayVerify(actor authz.Actor, response contract.Response) error {
	return mayDispatch(actor, response)
}

// mayReceive: the auditors speak of what has been delivered to them.
func mayReceive(actor authz.Actor, response contract.Response) error {
	if !actor.Has(authz.ReceptionRegister) {
		return fault.Forbidden(string(authz.ReceptionRegister))
	}
	return inState(response, contract.ResponseStateDelivered)
}

// maySupplement: a decided response is supplemented, not changed.
func maySupplement(actor authz.Actor, response contract.Response) error {
	if err := actor.Require(authz.ResponseDraft, response.CommitteeID); err != nil {
		return err
	}
	if !isDecided(response) {
		return inState(response, contract.ResponseStateDecided)
	}
	return nil
}

// mayComment: whoever sees the draft, while it is one in some form.
func mayComment(actor authz.Actor, response contract.Response) error {
	if err := actor.Require(authz.ResponseSeeDraft, response.CommitteeID); err != nil {
		return err
	}
	if isDecided(response) {
		return fault.Conflict("wrong_state", "the response is decided")
	}
	return nil
}

// keepInside takes away what belongs to the committee alone, also after the decision: the memorandum, comments, input, and
// the editions that were approved.
func keepInside(actor authz.Actor, response contract.Response) contract.Response {
	if actor.May(authz.ResponseSeeDraft, response.CommitteeID) {
		return response
	}
	response.Memorandum = nil
	response.InputRequests, response.Comments = []contract.InputRequest{}, []contract.PlacedComment{}
	response.History = append([]contract.Transition{}, response.History...)
	for i := range response.History {
		response.History[i].Comment = nil
	}
	var outside []contract.StoredEdition
	for _, stored := range response.Editions {
		if stored.Edition == contract.StoredEditionEditionDecided {
			outside = append(outside, stored)
		}
	}
	response.Editions = outside
	return response
}

func inState(response contract.Response, needed contract.ResponseState) error {
	if response.State != needed {
		return fault.Conflict("wrong_state", "the response is "+string(response.State)+", not "+string(needed))
	}
	return nil
}

func firstFault(faults ...error) error {
	for _, err := range faults {
		if err != nil {
			return err
		}
	}
	return nil
}

// lastSubmission is whoever submitted it last, or nil.
func lastSubmission(response contract.Response) *contract.Actor {
	for i := len(response.History) - 1; i >= 0; i-- {
		if response.History[i].Action == contract.TransitionActionSubmit {
			return &response.History[i].By
		}
	}
	return nil
}

// actions lists what the actor may do with the response now. Submitting is offered while something is missing too: the
// attempt says what.
func actions(actor authz.Actor, response contract.Response) []contract.ResponseAction {
	rules := []struct {
		action contract.ResponseAction
		may    func(authz.Actor, contract.Response) error
	}{
		{contract.ResponseActionEdit, mayEdit},
		{contract.ResponseActionDelete, mayDelete},
		{contract.ResponseActionSubmit, mayEdit},
		{contract.ResponseActionWithdraw, mayWithdraw},
		{contract.ResponseActionReturn, mayReturn},
		{contract.ResponseActionApprove, mayApprove},
		{contract.ResponseActionDecide, mayDecide},
		{contract.ResponseActionDispatch, mayDispatch},
		{contract.ResponseActionVerify, mayVerify},
		{contract.ResponseActionReceive, mayReceive},
		{contract.ResponseActionSupplement, maySupplement},
		{contract.ResponseActionAsk, mayEdit},
		{contract.ResponseActionComment, mayComment},
		{contract.ResponseActionSetOriginal, maySetOriginal},
		{contract.ResponseActionMarkConfidential, mayMark},
	}
	may := []contract.ResponseAction{}
	for _, rule := range rules {
		if rule.may(actor, response) == nil {
			may = append(may, rule.action)
		}
	}
	return may
}

// sectionID stands for a section in the journal; a section has no id of its own.
func sectionID(response uuid.UUID, kind contract.SectionKind) uuid.UUID {
	return uuid.NewSHA1(response, []byte(kind))
}

// written lists everything whose autosaves a change of state settles.
func written(response contract.Response) []uuid.UUID {
	things := []uuid.UUID{response.ID}
	for _, section := range response.Sections {
		things = append(things, sectionID(response.ID, section.Kind))
	}
	things = append(things, writtenInMemorandum(response)...)
	for _, answer := range response.Answers {
		things = append(things, answer.ID)
		for _, measure := range answer.Measures {
			things = append(things, measure.ID)
		}
	}
	return things
}

func writtenInMemorandum(response contract.Response) []uuid.UUID {
	var things []uuid.UUID
	if response.Memorandum != nil {
		for _, section := range response.Memorandum.Sections {
			things = append(things, section.ID)
		}
	}
	return things
}
