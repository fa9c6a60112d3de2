package app_test

import (
	"fmt"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
)

// papers are the rights to one thing's papers.
type papers struct {
	when         string
	thing        contract.AttachedThing
	read, attach []string
	of           func(w *world) uuid.UUID
}

var seeingConfidential = []string{"officer", "manager", "secretary", "auditor", "adviser"}

var papersOfThings = []papers{
	{"of an audit", contract.AttachedThingAudit, following, without(registering, "other adviser"), func(w *world) uuid.UUID { return w.registered().ID }},
	{"of a confirmed audit", contract.AttachedThingAudit, following, auditors, func(w *world) uuid.UUID { return w.confirmed().ID }},
	{"of a confidential audit", contract.AttachedThingAudit, seeingConfidential, seeingConfidential, func(w *world) uuid.UUID { return w.confidential().ID }},
	{"of an audit with a confidential recommendation", contract.AttachedThingAudit, seeingConfidential, seeingConfidential, func(w *world) uuid.UUID {
		audit := w.registered()
		w.markConfidential("recommendation", audit.Content.Recommendations[0].ID)
		return audit.ID
	}},
	{"of a draft", contract.AttachedThingResponse, seeingDraft, drafting, func(w *world) uuid.UUID { return w.draft().ID }},
	{"of an approved response", contract.AttachedThingResponse, seeingDraft, drafting, func(w *world) uuid.UUID { return w.approved().ID }},
	{"of a decided response", contract.AttachedThingResponse, seeingDraft, nil, func(w *world) uuid.UUID { return w.decided().ID }},
	{"of a draft's measure", contract.AttachedThingMeasure, seeingDraft, drafting, func(w *world) uuid.UUID { return w.written().Answers[0].Measures[0].ID }},
	{"of a measure", contract.AttachedThingMeasure, following, drafting, func(w *world) uuid.UUID { return w.followedMeasure().ID }},
	{"of a measure given to the contributor", contract.AttachedThingMeasure, join(following, "contributor"), join(drafting, "contributor"),
		func(w *world) uuid.UUID { return w.givenMeasure().ID }},
	{"of a confidential measure", contract.AttachedThingMeasure, seeingConfidential, drafting, func(w *world) uuid.UUID {
		measure := w.followedMeasure().ID
		w.markConfidential("measure", measure)
		return measure
	}},
	{"of a confidential assignment", contract.AttachedThingAssignment, seeingConfidential, join(drafting, auditing...), func(w *world) uuid.UUID {
		assignment := w.assignment()
		w.markConfidential("recommendation", assignment.Summary.RecommendationID)
		return assignment.ID
	}},
	{"of a check", contract.AttachedThingCheck, join(seeingDraft, "contributor"), performingOrGiven, func(w *world) uuid.UUID { return w.check().ID }},
	{"of a performed check", contract.AttachedThingCheck, join(readers, "contributor"), performingOrGiven, func(w *world) uuid.UUID { return w.performed().ID }},
	{"of a deviation", contract.AttachedThingDeviation, join(readers, "contributor"), performingOrGiven, func(w *world) uuid.UUID { return w.deviation().ID }},
	{"of a deviation of a check not yet performed", contract.AttachedThingDeviation, join(seeingDraft, "contributor"), performingOrGiven,
		func(w *world) uuid.UUID { return w.draftedDeviation().ID }},
	{"of an assignment", contract.AttachedThingAssignment, following, join(drafting, auditing...), func(w *world) uuid.UUID { return w.assignment().ID }},
}

// attachmentExpectations: papers are read as what they belong to is, and a draft's are its committee's alone.
var attachmentExpectations = append(expectationsOfPapers(),
	expectation{operation: "DeleteAttachment", when: "that an officer attached to an audit", may: without(without(without(registering, "other adviser"), "adviser"), "auditor"),
		prepare: func(w *world) call {
			return w.call("DeleteAttachment", 0, []any{w.attached("officer", contract.AttachedThingAudit, w.registered().ID)}, nil)
		}},
	expectation{operation: "DeleteAttachment", when: "that an adviser attached to an assignment", may: auditing, prepare: func(w *world) call {
		return w.call("DeleteAttachment", 0, []any{w.attached("adviser", contract.AttachedThingAssignment, w.assignment().ID)}, nil)
	}},
	expectation{operation: "DeleteAttachment", when: "that an officer attached to a measure given to the contributor", may: drafting, prepare: func(w *world) call {
		return w.call("DeleteAttachment", 0, []any{w.attached("officer", contract.AttachedThingMeasure, w.givenMeasure().ID)}, nil)
	}},
	expectation{operation: "DeleteAttachment", when: "that the contributor attached to their measure", may: join(drafting, "contributor"), prepare: func(w *world) call {
		return w.call("DeleteAttachment", 0, []any{w.attached("contributor", contract.AttachedThingMeasure, w.givenMeasure().ID)}, nil)
	}},
	expectation{operation: "DeleteAttachment", when: "of a draft", may: drafting, prepare: func(w *world) call {
		return w.call("DeleteAttachment", 0, []any{w.attached("officer", contract.AttachedThingResponse, w.draft().ID)}, nil)
	}},
	expectation{operation: "DeleteAttachment", when: "of a response decided since", may: nil, prepare: func(w *world) call {
		response := w.approved()
		paper := w.attached("officer", contract.AttachedThingResponse, response.ID)
		w.mustWith("secretary", "DecideResponse", response.Version, []any{response.ID}, w.newDecision(), nil)
		return w.call("DeleteAttachment", 0, []any{paper}, nil)
	}},
)

func expectationsOfPapers() (all []expectation) {
	for _, p := range papersOfThings {
		all = append(all,
			expectation{operation: "ListAttachments", when: p.when, may: p.read, prepare: func(w *world) call {
				c := w.call("ListAttachments", 0, nil, nil)
				c.path += fmt.Sprintf("?thing=%s&thingId=%s", p.thing, p.of(w))
				return c
			}},
			expectation{operation: "Attach", when: p.when, may: p.attach, prepare: func(w *world) call {
				return w.attaching(uuid.New(), p.thing, p.of(w))
			}})
		if len(p.attach) == 0 {
			continue
		}
		all = append(all, expectation{operation: "DownloadAttachment", when: p.when, may: p.read, prepare: func(w *world) call {
			return w.call("DownloadAttachment", 0, []any{w.attached(p.attach[0], p.thing, p.of(w))}, nil)
		}})
	}
	return all
}

func (w *world) markConfidential(thing string, id uuid.UUID) {
	w.t.Helper()
	ground := "OSL 18 kap. 8 §"
	w.must("officer", "MarkConfidential", []any{thing, id}, contract.ConfidentialMark{Ground: &ground}, nil)
}

// attaching is a request that hands over a paper.
func (w *world) attaching(id uuid.UUID, thing contract.AttachedThing, to uuid.UUID) call {
	w.t.Helper()
	fields := [][2]string{{"id", id.String()}, {"thing", string(thing)}, {"thingId", to.String()}, {"paperDate", "2030-02-28"}}
	c := w.call("Attach", 0, nil, nil)
	c.body, c.contentType = w.form(fields, marker+".pdf", []byte("%PDF-1.7\n"+marker))
	return c
}

func (w *world) attached(who string, thing contract.AttachedThing, to uuid.UUID) uuid.UUID {
	w.t.Helper()
	id := uuid.New()
	w.mustCall(who, w.attaching(id, thing, to), nil)
	return id
}
