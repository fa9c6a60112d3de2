package app_test

import (
	"bytes"
	"mime/multipart"
	"net/http"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
)

var responseExpectations = []expectation{
	{operation: "ListResponses", may: readers, abroad: http.StatusOK, prepare: func(w *world) call {
		w.draft()
		return w.call("ListResponses", 0, nil, nil)
	}},
	{operation: "StartResponse", may: drafting, prepare: func(w *world) call {
		return w.call("StartResponse", 0, nil, contract.NewResponse{ID: uuid.New(), AddresseeID: w.registered().Addressees[0].ID})
	}},
	{operation: "GetResponse", when: "draft", may: seeingDraft, prepare: func(w *world) call {
		return w.call("GetResponse", 0, []any{w.draft().ID}, nil)
	}},
	{operation: "GetResponse", when: "approved", may: seeingDraft, prepare: func(w *world) call {
		return w.call("GetResponse", 0, []any{w.approved().ID}, nil)
	}},
	{operation: "GetResponse", when: "decided", may: without(readers, "other adviser"), prepare: func(w *world) call {
		return w.call("GetResponse", 0, []any{w.decided().ID}, nil)
	}},
	{operation: "GetResponseDocument", when: "draft", may: seeingDraft, prepare: func(w *world) call {
		return w.call("GetResponseDocument", 0, []any{w.draft().ID}, nil)
	}},
	{operation: "GetResponseDocument", when: "decided", may: without(readers, "other adviser"), prepare: func(w *world) call {
		return w.call("GetResponseDocument", 0, []any{w.decided().ID}, nil)
	}},
	{operation: "GetResponseDocument", when: "as approved, after the decision", may: seeingDraft, prepare: func(w *world) call {
		c := w.call("GetResponseDocument", 0, []any{w.decided().ID}, nil)
		c.path += "?edition=approved"
		return c
	}},
	{operation: "UpdateResponse", may: drafting, prepare: func(w *world) call {
		draft := w.draft()
		return w.call("UpdateResponse", draft.Version, []any{draft.ID}, contract.ResponseContent{Title: "Yttrande"})
	}},
	{operation: "DeleteResponse", may: drafting, prepare: func(w *world) call {
		draft := w.draft()
		return w.call("DeleteResponse", draft.Version, []any{draft.ID}, nil)
	}},
	{operation: "WriteSection", may: drafting, prepare: func(w *world) call {
		draft := w.draft()
		return w.call("WriteSection", draft.Sections[0].Version, []any{draft.ID, draft.Sections[0].Kind}, contract.SectionContent{Text: "Text."})
	}},
	{operation: "AddAnswer", may: drafting, prepare: func(w *world) call {
		statement := "Nämnden har en god ordning."
		return w.call("AddAnswer", 0, []any{w.draft().ID}, contract.NewAnswer{ID: uuid.New(), RecommendationIds: []uuid.UUID{}, Statement: &statement})
	}},
	{operation: "WriteAnswer", may: drafting, prepare: func(w *world) call {
		answer := w.draft().Answers[0]
		return w.call("WriteAnswer", answer.Version, []any{answer.ID}, answerContent())
	}},
	{operation: "DeleteAnswer", may: drafting, prepare: func(w *world) call {
		answer := w.draft().Answers[0]
		return w.call("DeleteAnswer", answer.Version, []any{answer.ID}, nil)
	}},
	{operation: "AddMeasure", may: drafting, prepare: func(w *world) call {
		return w.call("AddMeasure", 0, []any{w.draft().Answers[0].ID}, newMeasure())
	}},
	{operation: "WriteMeasure", may: drafting, prepare: func(w *world) call {
		measure := w.written().Answers[0].Measures[0]
		return w.call("WriteMeasure", measure.Version, []any{measure.ID}, measure.Content)
	}},
	{operation: "DeleteMeasure", may: drafting, prepare: func(w *world) call {
		measure := w.written().Answers[0].Measures[0]
		return w.call("DeleteMeasure", measure.Version, []any{measure.ID}, nil)
	}},
	{operation: "SubmitResponse", may: drafting, prepare: func(w *world) call {
		written := w.written()
		return w.call("SubmitResponse", written.Version, []any{written.ID}, nil)
	}},
	{operation: "WithdrawResponse", when: "that the officer submitted", may: []string{"officer"}, prepare: func(w *world) call {
		submitted := w.submitted()
		return w.call("WithdrawResponse", submitted.Version, []any{submitted.ID}, nil)
	}},
	{operation: "ReturnResponse", when: "submitted", may: []string{"manager"}, prepare: func(w *world) call {
		submitted := w.submitted()
		return w.call("ReturnResponse", submitted.Version, []any{submitted.ID}, contract.Comment{Comment: "Skriv när."})
	}},
	{operation: "ReturnResponse", when: "approved", may: []string{"manager", "secretary"}, prepare: func(w *world) call {
		approved := w.approved()
		return w.call("ReturnResponse", approved.Version, []any{approved.ID}, contract.Comment{Comment: "Nämnden vill ha mer."})
	}},
	{operation: "ApproveResponse", may: []string{"manager"}, prepare: func(w *world) call {
		submitted := w.submitted()
		return w.call("ApproveResponse", submitted.Version, []any{submitted.ID}, nil)
	}},
	{operation: "ApproveResponse", when: "that the manager submitted", may: []string{}, prepare: func(w *world) call {
		written := w.written()
		w.mustWith("manager", "SubmitResponse", written.Version, []any{written.ID}, nil, &written)
		return w.call("ApproveResponse", written.Version, []any{written.ID}, nil)
	}},
	{operation: "DecideResponse", may: []string{"secretary"}, prepare: func(w *world) call {
		approved := w.approved()
		return w.call("DecideResponse", approved.Version, []any{approved.ID}, w.newDecision())
	}},
	{operation: "DispatchResponse", may: []string{"secretary"}, prepare: func(w *world) call {
		decided := w.decided()
		return w.call("DispatchResponse", decided.Version, []any{decided.ID}, newDispatch())
	}},
	{operation: "RegisterResponse", may: join(drafting, "secretary"), prepare: func(w *world) call {
		return w.call("RegisterResponse", 0, nil, w.newRegistration())
	}},
	{operation: "SetResponseOriginal", may: join(drafting, "secretary"), prepare: func(w *world) call {
		return w.original(w.registeredResponse())
	}},
	{operation: "GetResponseDocument", when: "of a response without its original", except: all(without(readers, "other adviser"), http.StatusNotFound), prepare: func(w *world) call {
		return w.call("GetResponseDocument", 0, []any{w.registeredResponse().ID}, nil)
	}},
	{operation: "ListCitable", may: drafting, abroad: http.StatusForbidden, prepare: func(w *world) call {
		c := w.call("ListCitable", 0, nil, nil)
		c.path += "?committeeId=" + w.here.String()
		return c
	}},
	{operation: "Cite", may: drafting, prepare: func(w *world) call {
		draft := w.draft()
		return w.call("Cite", 0, []any{draft.ID}, w.newCitation(&draft.Answers[0].ID))
	}},
	{operation: "RenewCitation", may: drafting, prepare: func(w *world) call {
		citation := w.citation()
		return w.call("RenewCitation", citation.Version, []any{citation.ID}, nil)
	}},
	{operation: "DeleteCitation", may: drafting, prepare: func(w *world) call {
		citation := w.citation()
		return w.call("DeleteCitation", citation.Version, []any{citation.ID}, nil)
	}},
	{operation: "PreviewText", may: members, abroad: http.StatusOK, prepare: func(w *world) call {
		return w.call("PreviewText", 0, nil, contract.SectionContent{Text: "**Text**"})
	}},
	{operation: "SuggestLastDay", may: members, abroad: http.StatusOK, prepare: func(w *world) call {
		c := w.call("SuggestLastDay", 0, nil, nil)
		c.path += "?words=v%C3%A5ren+2031"
		return c
	}},
}

func (w *world) newCitation(answer *uuid.UUID) contract.NewCitation {
	w.t.Helper()
	return contract.NewCitation{ID: uuid.New(), AnswerID: answer, Thing: contract.CitedThingControl, ThingID: w.adoptedPlan().Controls[0].ID}
}

func (w *world) citation() contract.Citation {
	w.t.Helper()
	draft := w.draft()
	w.must("officer", "Cite", []any{draft.ID}, w.newCitation(&draft.Answers[0].ID), &draft)
	return draft.Citations[0]
}

func (w *world) newRegistration() contract.NewRegisteredResponse {
	audit := w.registered()
	return contract.NewRegisteredResponse{
		ID: uuid.New(), AddresseeID: audit.Addressees[0].ID, Title: "Yttrande",
		Decision: contract.RegisteredDecision{Outcome: contract.RegisteredDecisionOutcomeAdopted, Date: today(), Paragraph: "31"},
		Answers: []contract.RegisteredAnswer{{
			ID: uuid.New(), RecommendationIds: []uuid.UUID{audit.Content.Recommendations[0].ID}, Content: answerContent(), Measures: []contract.NewMeasure{newMeasure()},
		}},
	}
}

func (w *world) registeredResponse() contract.Response {
	w.t.Helper()
	var response contract.Response
	w.must("officer", "RegisterResponse", nil, w.newRegistration(), &response)
	return response
}

func (w *world) original(response contract.Response) call {
	w.t.Helper()
	c := w.call("SetResponseOriginal", response.Version, []any{response.ID}, nil)
	c.body, c.contentType = w.form(nil, "yttrande.pdf", []byte("%PDF-1.7\n"))
	return c
}

// form is a multipart body with its fields before its file.
func (w *world) form(fields [][2]string, name string, content []byte) (body []byte, contentType string) {
	w.t.Helper()
	var written bytes.Buffer
	form := multipart.NewWriter(&written)
	for _, field := range fields {
		if err := form.WriteField(field[0], field[1]); err != nil {
			w.t.Fatal(err)
		}
	}
	part, err := form.CreateFormFile("file", name)
	if err == nil {
		_, err = part.Write(content)
	}
	if err == nil {
		err = form.Close()
	}
	if err != nil {
		w.t.Fatal(err)
	}
	return written.Bytes(), form.FormDataContentType()
}
