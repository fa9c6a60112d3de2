package app_test

import (
	"net/http"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

// roundExpectations are of what the auditors do with many recommendations at once, and of committees that are succeeded.
var roundExpectations = []expectation{
	{operation: "ListRounds", may: readers, abroad: http.StatusOK, prepare: func(w *world) call {
		w.round()
		return w.call("ListRounds", 0, nil, nil)
	}},
	{operation: "StartRound", may: []string{"auditor"}, abroad: http.StatusUnprocessableEntity, prepare: func(w *world) call {
		return w.call("StartRound", 0, nil, w.newRound())
	}},
	{operation: "GetRound", may: readers, prepare: func(w *world) call {
		return w.call("GetRound", 0, []any{w.round().ID}, nil)
	}},
	{operation: "UpdateRound", may: []string{"auditor"}, prepare: func(w *world) call {
		round := w.round()
		return w.call("UpdateRound", round.Version, []any{round.ID}, round.Content)
	}},
	{operation: "CloseRound", may: []string{"auditor"}, prepare: func(w *world) call {
		round := w.round()
		return w.call("CloseRound", round.Version, []any{round.ID}, nil)
	}},
	{operation: "ReopenRound", may: []string{"auditor"}, prepare: func(w *world) call {
		round := w.round()
		w.mustWith("auditor", "CloseRound", round.Version, []any{round.ID}, nil, &round)
		return w.call("ReopenRound", round.Version, []any{round.ID}, nil)
	}},
	{operation: "GetRoundMatrix", may: readers, prepare: func(w *world) call {
		c := w.call("GetRoundMatrix", 0, []any{w.round().ID}, nil)
		c.path += "?format=xlsx"
		return c
	}},
	{operation: "ExportAssignments", may: readers, abroad: http.StatusOK, prepare: func(w *world) call {
		w.assignment()
		c := w.call("ExportAssignments", 0, nil, nil)
		c.path += "?format=csv"
		return c
	}},
	{operation: "ListCriticisms", may: readers, abroad: http.StatusOK, prepare: func(w *world) call {
		w.criticism()
		return w.call("ListCriticisms", 0, nil, nil)
	}},
	{operation: "RegisterCriticism", may: []string{"auditor"}, abroad: http.StatusUnprocessableEntity, prepare: func(w *world) call {
		return w.call("RegisterCriticism", 0, nil, w.newCriticism())
	}},
	{operation: "UpdateCriticism", may: []string{"auditor"}, prepare: func(w *world) call {
		criticism := w.criticism()
		return w.call("UpdateCriticism", criticism.Version, []any{criticism.ID}, criticism.Content)
	}},
	{operation: "DeleteCriticism", may: []string{"auditor"}, prepare: func(w *world) call {
		criticism := w.criticism()
		return w.call("DeleteCriticism", criticism.Version, []any{criticism.ID}, nil)
	}},
	{operation: "ListRepetitions", may: without(readers, "other adviser"), prepare: func(w *world) call {
		return w.call("ListRepetitions", 0, []any{w.registered().ID}, nil)
	}},
	{operation: "LinkRepetition", may: []string{"auditor"}, prepare: func(w *world) call {
		recommendation := w.registered().Content.Recommendations[0]
		return w.call("LinkRepetition", 0, []any{recommendation.ID}, contract.RepeatedRecommendations{EarlierIds: []uuid.UUID{}})
	}},
	{operation: "GetStatusReport", may: readers, abroad: http.StatusOK, prepare: func(w *world) call {
		w.assignment()
		c := w.call("GetStatusReport", 0, nil, nil)
		c.path += "?format=docx"
		return c
	}},
	{operation: "GetStatusReport", when: "of a committee", may: readers, prepare: func(w *world) call {
		w.assignment()
		c := w.call("GetStatusReport", 0, nil, nil)
		c.path += "?format=docx&committeeId=" + w.here.String()
		return c
	}},
	{operation: "HandOverToSuccessor", may: []string{"administrator"}, prepare: func(w *world) call {
		given := contract.NewCommittee{ID: uuid.New(), Content: committeeContent(uuid.NewString())}
		w.must("administrator", "CreateCommittee", nil, given, nil)
		return w.call("HandOverToSuccessor", 1, []any{given.ID}, contract.Succession{SuccessorID: w.elsewhere})
	}},
}

func (w *world) newRound() contract.NewRound {
	w.t.Helper()
	return contract.NewRound{ID: uuid.New(), Content: contract.RoundContent{
		Title: "Uppföljning", Due: calendar.New(2031, 10, 31), AssignmentIds: []uuid.UUID{w.assignment().ID},
	}}
}

func (w *world) round() contract.Round {
	w.t.Helper()
	var round contract.Round
	w.must("auditor", "StartRound", nil, w.newRound(), &round)
	return round
}

func (w *world) newCriticism() contract.NewCriticism {
	return contract.NewCriticism{ID: uuid.New(), Content: contract.CriticismContent{CommitteeID: w.here, Year: 2029, Kind: contract.CriticismKindCaution, Text: "Uppföljningen brister."}}
}

func (w *world) criticism() contract.Criticism {
	w.t.Helper()
	var criticism contract.Criticism
	w.must("auditor", "RegisterCriticism", nil, w.newCriticism(), &criticism)
	return criticism
}

var confidentialityExpectations = []expectation{
	{operation: "MarkConfidential", when: "an audit", may: []string{"officer", "manager", "secretary", "auditor"}, prepare: func(w *world) call {
		ground := "OSL 18 kap. 8 §"
		return w.call("MarkConfidential", 0, []any{"audit", w.registered().ID}, contract.ConfidentialMark{Ground: &ground})
	}},
	{operation: "MarkConfidential", when: "an answer", may: []string{"officer", "manager", "secretary"}, prepare: func(w *world) call {
		ground := "OSL 26 kap. 1 §"
		return w.call("MarkConfidential", 0, []any{"answer", w.draft().Answers[0].ID}, contract.ConfidentialMark{Ground: &ground})
	}},
	{operation: "MarkConfidential", when: "a measure that is decided", may: []string{"officer", "manager", "secretary"}, prepare: func(w *world) call {
		ground := "OSL 26 kap. 1 §"
		return w.call("MarkConfidential", 0, []any{"measure", w.followedMeasure().ID}, contract.ConfidentialMark{Ground: &ground})
	}},
	{operation: "MarkConfidential", when: "a paper of a committee's", may: []string{"officer", "manager", "secretary"}, prepare: func(w *world) call {
		return w.markingPaper(w.attached("officer", contract.AttachedThingAssignment, w.assignment().ID))
	}},
	{operation: "MarkConfidential", when: "a paper of a draft", may: []string{"officer", "manager", "secretary"}, prepare: func(w *world) call {
		return w.markingPaper(w.attached("officer", contract.AttachedThingResponse, w.draft().ID))
	}},
	{operation: "MarkConfidential", when: "a paper of the auditors'", may: []string{"auditor"}, prepare: func(w *world) call {
		return w.markingPaper(w.attached("adviser", contract.AttachedThingAudit, w.registered().ID))
	}},
	{operation: "DownloadAttachment", when: "marked as confidential", may: seeingConfidential, prepare: func(w *world) call {
		paper := w.attached("officer", contract.AttachedThingAudit, w.registered().ID)
		w.markConfidential("attachment", paper)
		return w.call("DownloadAttachment", 0, []any{paper}, nil)
	}},
	{operation: "DownloadAttachment", when: "marked as confidential, of a measure given to the contributor", may: join(seeingConfidential, "contributor"), prepare: func(w *world) call {
		paper := w.attached("officer", contract.AttachedThingMeasure, w.givenMeasure().ID)
		w.markConfidential("attachment", paper)
		return w.call("DownloadAttachment", 0, []any{paper}, nil)
	}},
	{operation: "GetResponse", when: "to a confidential audit", may: seeingConfidential, prepare: func(w *world) call {
		decided := w.decided()
		w.markConfidential("audit", decided.AuditID)
		return w.call("GetResponse", 0, []any{decided.ID}, nil)
	}},
	{operation: "GetResponseDocument", when: "masked, to a confidential audit", may: seeingConfidential, prepare: func(w *world) call {
		decided := w.decided()
		w.markConfidential("audit", decided.AuditID)
		c := w.documentOf(decided, contract.DocumentPartResponse)
		c.path += "&masked=true"
		return c
	}},
	{operation: "GetPartHistory", when: "of a confidential answer", may: join(drafting, "secretary"), prepare: func(w *world) call {
		response := w.draft()
		w.markConfidential("answer", response.Answers[0].ID)
		return w.call("GetPartHistory", 0, []any{response.ID, response.Answers[0].ID}, nil)
	}},
	{operation: "GetAudit", when: "confidential", may: []string{"officer", "manager", "secretary", "auditor", "adviser"}, prepare: func(w *world) call {
		return w.call("GetAudit", 0, []any{w.confidential().ID}, nil)
	}},
}

func (w *world) markingPaper(paper uuid.UUID) call {
	w.t.Helper()
	ground := "OSL 18 kap. 8 §"
	return w.call("MarkConfidential", 0, []any{"attachment", paper}, contract.ConfidentialMark{Ground: &ground})
}

func (w *world) confidential() contract.Audit {
	w.t.Helper()
	audit, ground := w.registered(), "OSL 18 kap. 8 §"
	w.must("officer", "MarkConfidential", []any{"audit", audit.ID}, contract.ConfidentialMark{Ground: &ground}, nil)
	return audit
}
