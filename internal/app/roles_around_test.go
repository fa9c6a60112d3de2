package app_test

import (
	"net/http"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

var inSpring = calendar.New(2030, 4, 1)

// aroundExpectations are of what surrounds the writing of a response: planning, read-through, input, what follows.
var aroundExpectations = []expectation{
	{operation: "GetResponsePlan", may: without(readers, "other adviser"), prepare: func(w *world) call {
		return w.call("GetResponsePlan", 0, []any{w.draft().ID}, nil)
	}},
	{operation: "GetStatusSheet", may: seeingDraft, prepare: func(w *world) call {
		return w.call("GetStatusSheet", 0, []any{w.draft().ID}, nil)
	}},
	{operation: "GetStatusSheet", when: "after the decision", may: seeingDraft, prepare: func(w *world) call {
		return w.call("GetStatusSheet", 0, []any{w.decided().ID}, nil)
	}},
	{operation: "NotePresence", may: seeingDraft, prepare: func(w *world) call {
		return w.call("NotePresence", 0, []any{w.draft().ID}, contract.Presence{Part: "closing"})
	}},
	{operation: "AddComment", may: seeingDraft, prepare: func(w *world) call {
		return w.call("AddComment", 0, []any{w.draft().ID}, newComment())
	}},
	{operation: "ResolveComment", may: seeingDraft, prepare: func(w *world) call {
		return w.call("ResolveComment", 0, []any{w.commented().ID}, nil)
	}},
	{operation: "ReopenComment", may: seeingDraft, prepare: func(w *world) call {
		return w.call("ReopenComment", 0, []any{w.commented().ID}, nil)
	}},
	{operation: "GetPartHistory", may: seeingDraft, prepare: func(w *world) call {
		return w.call("GetPartHistory", 0, []any{w.draft().ID, "introduction"}, nil)
	}},
	{operation: "GetPartHistory", when: "after the decision", may: seeingDraft, prepare: func(w *world) call {
		return w.call("GetPartHistory", 0, []any{w.decided().ID, "introduction"}, nil)
	}},
	{operation: "VerifyDecision", may: []string{"secretary"}, prepare: func(w *world) call {
		decided := w.decided()
		return w.call("VerifyDecision", decided.Version, []any{decided.ID}, contract.Verification{VerifiedOn: decided.Decision.Date})
	}},
	{operation: "ReceiveResponse", may: []string{"auditor"}, prepare: func(w *world) call {
		delivered := w.delivered()
		return w.call("ReceiveResponse", delivered.Version, []any{delivered.ID}, contract.ReceptionContent{Reception: contract.ReceptionKindReceived})
	}},
	{operation: "StartSupplement", may: drafting, prepare: func(w *world) call {
		return w.call("StartSupplement", 0, []any{w.decided().ID}, contract.NewSupplement{ID: uuid.New()})
	}},
	{operation: "AskForInput", may: drafting, prepare: func(w *world) call {
		return w.call("AskForInput", 0, []any{w.draft().ID}, w.newInputRequest())
	}},
	{operation: "WithdrawInputRequest", may: drafting, prepare: func(w *world) call {
		return w.call("WithdrawInputRequest", 0, []any{w.asked().ID}, nil)
	}},
	{operation: "ListOwnInputRequests", may: members, abroad: http.StatusOK, prepare: func(w *world) call {
		w.asked()
		return w.call("ListOwnInputRequests", 0, nil, nil)
	}},
	{operation: "ReplyToInputRequest", may: []string{"contributor"}, except: all(without(members, "contributor"), http.StatusNotFound), prepare: func(w *world) call {
		asked := w.asked()
		return w.call("ReplyToInputRequest", asked.Version, []any{asked.ID}, contract.InputReply{Text: "Två rutiner."})
	}},
	{operation: "TakeInInput", may: drafting, prepare: func(w *world) call {
		asked := w.asked()
		w.mustWith("contributor", "ReplyToInputRequest", asked.Version, []any{asked.ID}, contract.InputReply{Text: "Två rutiner."}, nil)
		return w.call("TakeInInput", 0, []any{asked.ID}, nil)
	}},
	{operation: "ReadMeetings", may: []string{"secretary", "secretary elsewhere", "administrator"}, abroad: http.StatusOK, prepare: func(w *world) call {
		return w.call("ReadMeetings", 0, nil, contract.MeetingText{Text: "2030-04-01"})
	}},
}

func newComment() contract.NewPlacedComment {
	return contract.NewPlacedComment{ID: uuid.New(), Part: "introduction", Text: "Nämn följebrevet."}
}

func (w *world) commented() contract.PlacedComment {
	w.t.Helper()
	var comment contract.PlacedComment
	w.must("manager", "AddComment", []any{w.draft().ID}, newComment(), &comment)
	return comment
}

func (w *world) newInputRequest() contract.NewInputRequest {
	return contract.NewInputRequest{ID: uuid.New(), Email: address("contributor"), Name: "Någon", Question: "Vilka rutiner finns?", Due: inSpring}
}

func (w *world) asked() contract.InputRequest {
	w.t.Helper()
	var asked contract.AskedInput
	w.must("officer", "AskForInput", []any{w.draft().ID}, w.newInputRequest(), &asked)
	return asked.Request
}

func (w *world) delivered() contract.Response {
	w.t.Helper()
	decided := w.decided()
	w.mustWith("secretary", "DispatchResponse", decided.Version, []any{decided.ID}, newDispatch(), &decided)
	return decided
}
