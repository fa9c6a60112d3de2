package app_test

import (
	"net/http"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
)

var memorandumExpectations = []expectation{
	{operation: "GetMemorandumTemplate", may: members, abroad: http.StatusOK, prepare: func(w *world) call {
		return w.call("GetMemorandumTemplate", 0, nil, nil)
	}},
	{operation: "UpdateMemorandumTemplate", may: []string{"administrator"}, abroad: http.StatusOK, own: func(w *world, p *party) call {
		own := contract.MemorandumTemplate{}
		if p.actor.Organization != uuid.Nil {
			w.must(p.name, "GetMemorandumTemplate", nil, nil, &own)
		} else {
			w.must("administrator", "GetMemorandumTemplate", nil, nil, &own)
		}
		c := w.call("UpdateMemorandumTemplate", own.Version, nil, own.Content)
		c.upon0 = true
		return c
	}},
	{operation: "StartMemorandum", may: drafting, prepare: func(w *world) call {
		return w.call("StartMemorandum", 0, []any{w.draft().ID}, nil)
	}},
	{operation: "DeleteMemorandum", may: drafting, prepare: func(w *world) call {
		begun := w.withMemorandum()
		return w.call("DeleteMemorandum", begun.Version, []any{begun.ID}, nil)
	}},
	{operation: "WriteMemorandumSection", may: drafting, prepare: func(w *world) call {
		section := w.withMemorandum().Memorandum.Sections[0]
		return w.call("WriteMemorandumSection", section.Version, []any{section.ID}, section.Content)
	}},
	{operation: "GetReadThrough", may: seeingDraft, prepare: func(w *world) call {
		return w.call("GetReadThrough", 0, []any{w.withMemorandum().ID}, nil)
	}},
	{operation: "GetReadThrough", when: "after the decision", may: seeingDraft, prepare: func(w *world) call {
		return w.call("GetReadThrough", 0, []any{w.decidedWithMemorandum().ID}, nil)
	}},
	{operation: "GetPartHistory", when: "of the memorandum, after the decision", may: seeingDraft, prepare: func(w *world) call {
		decided := w.decidedWithMemorandum()
		return w.call("GetPartHistory", 0, []any{decided.ID, decided.Memorandum.Sections[0].ID}, nil)
	}},
	{operation: "GetResponseDocument", when: "with the memorandum, as a draft", may: seeingDraft, prepare: func(w *world) call {
		return w.documentOf(w.withMemorandum(), contract.DocumentPartBoth)
	}},
	{operation: "GetResponseDocument", when: "of the memorandum, after the decision", may: seeingDraft, prepare: func(w *world) call {
		return w.documentOf(w.decidedWithMemorandum(), contract.DocumentPartMemorandum)
	}},
}

func (w *world) withMemorandum() contract.Response {
	w.t.Helper()
	response := w.written()
	w.must("officer", "StartMemorandum", []any{response.ID}, nil, &response)
	return response
}

func (w *world) decidedWithMemorandum() contract.Response {
	w.t.Helper()
	response := w.withMemorandum()
	w.mustWith("officer", "SubmitResponse", response.Version, []any{response.ID}, nil, &response)
	w.mustWith("manager", "ApproveResponse", response.Version, []any{response.ID}, nil, &response)
	w.mustWith("secretary", "DecideResponse", response.Version, []any{response.ID}, w.newDecision(), &response)
	return response
}

func (w *world) documentOf(response contract.Response, part contract.DocumentPart) call {
	w.t.Helper()
	c := w.call("GetResponseDocument", 0, []any{response.ID}, nil)
	c.path += "?part=" + string(part)
	return c
}

func TestTheMemorandumStaysInsideAfterTheDecision(t *testing.T) {
	w := newWorld(t)
	decided := w.decidedWithMemorandum()
	for _, who := range []string{"officer", "secretary", "controller"} {
		var read contract.Response
		w.must(who, "GetResponse", []any{decided.ID}, nil, &read)
		if read.Memorandum == nil {
			t.Errorf("%s does not see the memorandum", who)
		}
	}
	for _, who := range []string{"officer elsewhere", "auditor", "overseer", "reader", "controller everywhere"} {
		var read contract.Response
		w.must(who, "GetResponse", []any{decided.ID}, nil, &read)
		if read.Memorandum != nil {
			t.Errorf("%s sees the memorandum", who)
		}
	}
}
