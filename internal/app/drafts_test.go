package app_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
)

// marker stands in everything that is written before the decision.
const marker = "kvastskaftsblomma"

// TestADraftStaysInItsCommittee holds GLOSSARY's first law over the whole program: in every state before the decision,
// whoever stands outside the committee asks every operation that reads, of everything there is, and never sees a word.
func TestADraftStaysInItsCommittee(t *testing.T) {
	w := newWorld(t)
	for _, state := range []struct {
		name string
		make func() contract.Response
	}{
		{"draft", w.markedDraft}, {"returned", w.markedAndReturned}, {"submitted", w.markedAndSubmitted},
		{"approved", w.markedAndApproved}, {"referred back", w.markedAndReferredBack},
	} {
		t.Run(state.name, func(t *testing.T) {
			w.t = t
			response := state.make()
			w.nobodyOutsideReads(w.idsAround(response))
		})
	}
	t.Run("control plan", func(t *testing.T) {
		w.t = t
		risk := w.risk()
		plan := w.control()
		amended, reported := w.amendment(), w.planReport()
		w.nobodyOutsideReads([]any{risk.ID, w.indicatorOf(risk), w.planOf(risk), plan.ID, plan.Controls[0].ID, amended.ID, amended.Amendments[0].ID, reported.ID})
	})
	t.Run("operational plan", func(t *testing.T) {
		w.t = t
		plan := w.operationalPlan()
		w.nobodyOutsideReads([]any{plan.ID, plan.Actions[0].ID, w.planElsewhere(plan.Year)})
	})
	t.Run("check", func(t *testing.T) {
		w.t = t
		w.nobodyOutsideReads(w.idsAroundDraftedCheck())
	})
	t.Run("journal", func(t *testing.T) { w.t = t; w.journalKeepsItInside() })
}

func (w *world) nobodyOutsideReads(ids []any) {
	w.t.Helper()
	var asking sync.WaitGroup
	for _, p := range w.parties {
		if p.cookie == nil || slices.Contains(seeingDraft, p.name) {
			continue
		}
		asking.Go(func() {
			for name, o := range w.operationsByName {
				if o.method == http.MethodGet && o.givesJSON { // who may have documents, the roles' test says
					w.readsNothing(p, name, o, ids)
				}
			}
		})
	}
	asking.Wait()
}

// readsNothing asks an operation of every id there is, and searches for the marker where there is something to search by.
func (w *world) readsNothing(p *party, name string, o operation, ids []any) {
	w.t.Helper()
	if !strings.Contains(o.path, "{") {
		ids = []any{nil}
	}
	for _, id := range ids {
		c := w.call(name, 0, []any{id, "introduction"}[:strings.Count(o.path, "{")], nil)
		for _, query := range []string{"", "?q=" + url.QueryEscape(marker)} {
			asked := c
			asked.path += query
			answer := w.do(p.cookie, asked)
			if strings.Contains(strings.ToLower(answer.Body.String()), marker) {
				w.t.Errorf("%s reads it by %s: %s", p.name, asked.path, answer.Body)
			}
			if query != "" && id == nil && answer.Code == http.StatusOK && strings.Contains(answer.Body.String(), `"items":[{`) && searches(w, name) {
				w.t.Errorf("%s finds it by %s: %s", p.name, asked.path, answer.Body)
			}
		}
	}
}

// searches tells whether the operation looks for words.
func searches(w *world, name string) bool {
	return slices.Contains(w.operationsByName[name].queries, "q")
}

// idsAround are the ids of the response and of everything that hangs together with it.
func (w *world) idsAround(response contract.Response) []any {
	w.t.Helper()
	ids := append(w.idsOfPapers(contract.AttachedThingResponse, response.ID), response.ID, response.AuditID, response.CommitteeID, response.AddresseeID)
	for _, answer := range response.Answers {
		ids = append(ids, answer.ID)
		for _, recommendation := range answer.Recommendations {
			ids = append(ids, recommendation.ID)
		}
		for _, measure := range answer.Measures {
			ids = append(ids, measure.ID)
			ids = append(ids, w.idsOfPapers(contract.AttachedThingMeasure, measure.ID)...)
		}
	}
	for _, request := range response.InputRequests {
		ids = append(ids, request.ID)
	}
	for _, comment := range response.Comments {
		ids = append(ids, comment.ID)
	}
	var page contract.AssignmentPage
	c := w.call("ListAssignments", 0, nil, nil)
	c.path += "?auditId=" + response.AuditID.String()
	w.mustCall("officer", c, &page)
	for _, assignment := range page.Items {
		ids = append(ids, assignment.ID)
	}
	return ids
}

func (w *world) idsOfPapers(thing contract.AttachedThing, of uuid.UUID) (ids []any) {
	w.t.Helper()
	for _, paper := range w.papersOf("officer", thing, of.String()).Items {
		ids = append(ids, paper.ID)
	}
	return ids
}

func (w *world) markedDraft() contract.Response {
	w.t.Helper()
	draft := w.draft()
	w.mustWith("officer", "UpdateResponse", draft.Version, []any{draft.ID}, contract.ResponseContent{Title: "Yttrande " + marker}, nil)
	for _, answer := range draft.Answers {
		content := answerContent()
		content.Text = "Rutinen, " + marker + "."
		w.mustWith("officer", "WriteAnswer", answer.Version, []any{answer.ID}, content, nil)
	}
	for _, section := range draft.Sections {
		w.mustWith("officer", "WriteSection", section.Version, []any{draft.ID, section.Kind}, contract.SectionContent{Text: marker}, nil)
	}
	measure := newMeasure()
	measure.Content.What, measure.Content.Function, measure.Content.Ready.Words = marker, marker, "våren 2031, "+marker
	w.must("officer", "AddMeasure", []any{draft.Answers[0].ID}, measure, nil)
	statement := "Nämnden har en god ordning, " + marker
	w.must("officer", "AddAnswer", []any{draft.ID}, contract.NewAnswer{ID: uuid.New(), RecommendationIds: []uuid.UUID{}, Statement: &statement}, nil)
	comment := newComment()
	comment.Text, comment.Quote = marker, marker
	w.must("manager", "AddComment", []any{draft.ID}, comment, nil)
	w.attached("officer", contract.AttachedThingResponse, draft.ID)
	w.attached("officer", contract.AttachedThingMeasure, measure.ID)
	w.askMarked(draft.ID)
	return w.again(draft)
}

// askMarked has the secretary, who sees the draft anyway, asked and answering: whoever is asked sees the question.
func (w *world) askMarked(draft uuid.UUID) {
	w.t.Helper()
	request := w.newInputRequest()
	request.Email, request.Question = address("secretary"), "Vad gäller för "+marker+"?"
	var asked contract.AskedInput
	w.must("officer", "AskForInput", []any{draft}, request, &asked)
	w.mustWith("secretary", "ReplyToInputRequest", asked.Request.Version, []any{asked.Request.ID}, contract.InputReply{Text: marker}, nil)
}

func (w *world) markedAndSubmitted() contract.Response {
	w.t.Helper()
	draft := w.markedDraft()
	for _, answer := range draft.Answers { // the statement's answer is not written yet
		if answer.Content.Text == "" {
			content := contract.AnswerContent{Statement: answer.Content.Statement, Text: marker}
			w.mustWith("officer", "WriteAnswer", answer.Version, []any{answer.ID}, content, nil)
		}
	}
	draft = w.again(draft)
	w.mustWith("officer", "SubmitResponse", draft.Version, []any{draft.ID}, nil, &draft)
	return draft
}

func (w *world) markedAndReturned() contract.Response {
	w.t.Helper()
	submitted := w.markedAndSubmitted()
	w.mustWith("manager", "ReturnResponse", submitted.Version, []any{submitted.ID}, contract.Comment{Comment: marker}, &submitted)
	return submitted
}

func (w *world) markedAndApproved() contract.Response {
	w.t.Helper()
	submitted := w.markedAndSubmitted()
	w.mustWith("manager", "ApproveResponse", submitted.Version, []any{submitted.ID}, nil, &submitted)
	return submitted
}

func (w *world) markedAndReferredBack() contract.Response {
	w.t.Helper()
	approved := w.markedAndApproved()
	decision, why := w.newDecision(), marker
	decision.Outcome, decision.Comment = contract.DecisionOutcomeReferredBack, &why
	w.mustWith("secretary", "DecideResponse", approved.Version, []any{approved.ID}, decision, &approved)
	return approved
}

// journalKeepsItInside: what the journal tells of a draft is told to its committee alone.
func (w *world) journalKeepsItInside() {
	var outside []string
	err := w.db.Owner.Select(&outside, `select e.thing || ' ' || e.action from journal_content c join journal_entry e using (organization_id, sequence)
		where c.committee_id is distinct from $1 and c.content::text like '%' || $2 || '%'`, w.here, marker)
	if err != nil || len(outside) > 0 {
		w.t.Errorf("entries that tell it to everybody: %v %v", outside, err)
	}
}
