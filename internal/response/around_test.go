package response_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

func (h *house) decided(t *testing.T) contract.Response {
	t.Helper()
	r := h.approved(t)
	adopted := contract.NewDecision{ID: uuid.New(), Outcome: contract.DecisionOutcomeAdopted, MeetingID: &h.meeting, Paragraph: "31"}
	return must[contract.Response](t)(h.responses.Decide(t.Context(), h.secretary, r.ID, r.Version, adopted))
}

func (h *house) delivered(t *testing.T) contract.Response {
	t.Helper()
	r := h.decided(t)
	sent := contract.NewDispatch{ID: uuid.New(), RecipientKind: contract.RecipientKindAuditors, Recipient: "Kommunrevisionen", SentOn: calendar.New(2024, 2, 20)}
	return must[contract.Response](t)(h.responses.Dispatch(t.Context(), h.secretary, r.ID, r.Version, sent))
}

func TestAReferralBackOpensANewRound(t *testing.T) {
	h := build(t)
	r := h.approved(t)
	why := "Tidplanen behöver bli tydligare."
	back := contract.NewDecision{ID: uuid.New(), Outcome: contract.DecisionOutcomeReferredBack, MeetingID: &h.meeting, Paragraph: "12", Comment: &why}
	r = must[contract.Response](t)(h.responses.Decide(t.Context(), h.secretary, r.ID, r.Version, back))
	if r.State != contract.ResponseStateDraft || r.Decision != nil || len(r.EarlierDecisions) != 1 || *r.EarlierDecisions[0].Comment != why {
		t.Fatalf("%s, decision %v, earlier %v", r.State, r.Decision, r.EarlierDecisions)
	}
	r = must[contract.Response](t)(h.responses.Submit(t.Context(), h.officer, r.ID, r.Version))
	r = must[contract.Response](t)(h.responses.Approve(t.Context(), h.manager, r.ID, r.Version))
	adopted := contract.NewDecision{ID: uuid.New(), Outcome: contract.DecisionOutcomeAdopted, MeetingID: &h.meeting, Paragraph: "31"}
	r = must[contract.Response](t)(h.responses.Decide(t.Context(), h.secretary, r.ID, r.Version, adopted))
	if r.Decision == nil || r.Decision.Paragraph != "31" || len(r.EarlierDecisions) != 1 || len(r.Editions) != 3 {
		t.Errorf("decision %v, earlier %v, %d editions", r.Decision, r.EarlierDecisions, len(r.Editions))
	}
}

func TestTheChairDecidesWithoutAMeeting(t *testing.T) {
	h := build(t)
	r := h.approved(t)
	day, ground := calendar.New(2024, 2, 27), "6 kap. 39 § kommunallagen"
	decision := contract.NewDecision{ID: uuid.New(), Outcome: contract.DecisionOutcomeChairDecision, Date: &day, Delegation: &ground}
	r = must[contract.Response](t)(h.responses.Decide(t.Context(), h.secretary, r.ID, r.Version, decision))
	if r.State != contract.ResponseStateDecided || r.Decision.Date != day || r.Decision.MeetingID != nil || *r.Decision.Delegation != ground {
		t.Errorf("%s %+v", r.State, r.Decision)
	}
}

func TestTheMinutesAreVerified(t *testing.T) {
	h := build(t)
	r := h.decided(t)
	if _, err := h.responses.Verify(t.Context(), h.secretary, r.ID, r.Version, calendar.New(2024, 2, 14)); fault.KindOf(err) != fault.KindInvalid {
		t.Errorf("verified before the meeting: %v", err)
	}
	r = must[contract.Response](t)(h.responses.Verify(t.Context(), h.secretary, r.ID, r.Version, calendar.New(2024, 2, 19)))
	if *r.Decision.VerifiedOn != calendar.New(2024, 2, 19) {
		t.Errorf("got %v", r.Decision.VerifiedOn)
	}
}

func TestTheAuditorsAskForASupplement(t *testing.T) {
	h := build(t)
	r := h.delivered(t)
	due := calendar.New(2024, 4, 30)
	asked := contract.ReceptionContent{Reception: contract.ReceptionKindSupplementRequested, Comment: "När införs rutinen?", SupplementDue: &due}
	if _, err := h.responses.Receive(t.Context(), h.manager, r.ID, r.Version, asked); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("a manager spoke for the auditors: %v", err)
	}
	r = must[contract.Response](t)(h.responses.Receive(t.Context(), h.auditor, r.ID, r.Version, asked))
	id := uuid.New()
	supplement := must[contract.Response](t)(h.responses.Supplement(t.Context(), h.officer, r.ID, id))
	if *supplement.SupplementsID != r.ID || *supplement.ResponseDue != due || len(supplement.Answers) != 0 || len(supplement.Missing) != 0 {
		t.Errorf("got %+v", supplement)
	}
	again := must[contract.Response](t)(h.responses.Supplement(t.Context(), h.officer, r.ID, id))
	if again.Version != supplement.Version {
		t.Error("a create repeated after a lost answer changed something")
	}
	one := contract.NewAnswer{ID: uuid.New(), RecommendationIds: []uuid.UUID{r.Answers[0].Recommendations[0].ID}}
	supplement = must[contract.Response](t)(h.responses.AddAnswer(t.Context(), h.officer, id, one))
	if len(supplement.Answers) != 1 {
		t.Errorf("got %+v", supplement.Answers)
	}
}

func TestWhatBelongsToTheCommitteeStaysThereAfterTheDecision(t *testing.T) {
	h := build(t)
	r := h.written(t)
	must[contract.PlacedComment](t)(h.responses.Comment(t.Context(), h.manager, r.ID,
		contract.NewPlacedComment{ID: uuid.New(), Part: r.Answers[0].ID.String(), Quote: "rutinen", Text: "Vilken?"}))
	r = must[contract.Response](t)(h.responses.Submit(t.Context(), h.officer, r.ID, r.Version))
	r = must[contract.Response](t)(h.responses.Return(t.Context(), h.manager, r.ID, r.Version, "Skriv när."))
	r = must[contract.Response](t)(h.responses.Submit(t.Context(), h.officer, r.ID, r.Version))
	r = must[contract.Response](t)(h.responses.Approve(t.Context(), h.manager, r.ID, r.Version))
	adopted := contract.NewDecision{ID: uuid.New(), Outcome: contract.DecisionOutcomeAdopted, MeetingID: &h.meeting, Paragraph: "31"}
	must[contract.Response](t)(h.responses.Decide(t.Context(), h.secretary, r.ID, r.Version, adopted))
	outside := must[contract.Response](t)(h.responses.Get(t.Context(), h.auditor, r.ID))
	if len(outside.Comments) != 0 || len(outside.InputRequests) != 0 || len(outside.Editions) != 1 {
		t.Errorf("comments %v, input %v, editions %v", outside.Comments, outside.InputRequests, outside.Editions)
	}
	for _, step := range outside.History {
		if step.Comment != nil {
			t.Errorf("the manager's comment left the committee: %q", *step.Comment)
		}
	}
	inside := must[contract.Response](t)(h.responses.Get(t.Context(), h.officer, r.ID))
	if len(inside.Comments) != 1 || len(inside.Editions) != 2 {
		t.Errorf("inside: comments %v, editions %v", inside.Comments, inside.Editions)
	}
}

func TestInputIsAskedForGivenAndTakenIn(t *testing.T) {
	h := build(t)
	r := h.written(t)
	asked := must[contract.AskedInput](t)(h.responses.AskForInput(t.Context(), h.officer, r.ID, contract.NewInputRequest{
		ID: uuid.New(), AnswerID: &r.Answers[0].ID, Email: "hanna.ek@storan.example", Name: "Hanna Ek", Question: "Vilka rutiner finns?", Due: calendar.New(2024, 1, 29),
	}))
	if asked.InitialPassword == nil || asked.Request.Person.Name != "Hanna Ek" {
		t.Fatalf("got %+v", asked)
	}
	hanna := h.officer
	hanna.Account, hanna.Roles = asked.Request.Person.ID, []contract.RoleGrant{{Role: contract.RoleContributor}}
	page := must[contract.GivenInputRequestPage](t)(h.responses.GivenInput(t.Context(), hanna, 50, 0))
	if page.Total != 1 || len(page.Items[0].Recommendations) != 1 || page.Items[0].Closed {
		t.Fatalf("got %+v", page)
	}
	if _, err := h.responses.Get(t.Context(), hanna, r.ID); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("whoever is asked saw the draft: %v", err)
	}
	if _, err := h.responses.Reply(t.Context(), h.second, asked.Request.ID, 1, "Jag svarar i stället."); fault.KindOf(err) != fault.KindNotFound {
		t.Errorf("somebody else replied: %v", err)
	}
	given := must[contract.GivenInputRequest](t)(h.responses.Reply(t.Context(), hanna, asked.Request.ID, page.Items[0].Version, "Två rutiner."))
	if err := h.responses.WithdrawInput(t.Context(), h.officer, asked.Request.ID); !fault.Is(err, "input_answered") {
		t.Errorf("an answered question was withdrawn: %v", err)
	}
	taken := must[contract.InputRequest](t)(h.responses.TakeIn(t.Context(), h.officer, asked.Request.ID))
	if taken.TakenInAt == nil || *taken.Reply != "Två rutiner." {
		t.Errorf("got %+v", taken)
	}
	if _, err := h.responses.Reply(t.Context(), hanna, asked.Request.ID, given.Version+1, "Ändrat."); !fault.Is(err, "input_closed") {
		t.Errorf("a reply that was taken in was changed: %v", err)
	}
}

func TestAnUnansweredQuestionIsWithdrawn(t *testing.T) {
	h := build(t)
	r := h.written(t)
	asked := must[contract.AskedInput](t)(h.responses.AskForInput(t.Context(), h.officer, r.ID, contract.NewInputRequest{
		ID: uuid.New(), Email: "hanna.ek@storan.example", Name: "Hanna Ek", Question: "Vilka rutiner finns?", Due: calendar.New(2024, 1, 29),
	}))
	if err := h.responses.WithdrawInput(t.Context(), h.officer, asked.Request.ID); err != nil {
		t.Error(err)
	}
}

func TestPresenceIsForgotten(t *testing.T) {
	h := build(t)
	r := h.written(t)
	must[contract.PresentOthers](t)(h.responses.NotePresence(t.Context(), h.manager, r.ID, "introduction"))
	seen := must[contract.PresentOthers](t)(h.responses.NotePresence(t.Context(), h.officer, r.ID, "closing"))
	if len(seen.Items) != 1 || seen.Items[0].Person.Name != "Åsa Berg" || seen.Items[0].Part != "introduction" {
		t.Errorf("got %+v", seen)
	}
	h.clock = h.clock.Add(time.Minute)
	if seen = must[contract.PresentOthers](t)(h.responses.NotePresence(t.Context(), h.officer, r.ID, "closing")); len(seen.Items) != 0 {
		t.Errorf("a minute later: %+v", seen)
	}
	if _, err := h.responses.NotePresence(t.Context(), h.auditor, r.ID, "closing"); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("an outsider was present: %v", err)
	}
}

func TestCommentsAreResolvedAndReopened(t *testing.T) {
	h := build(t)
	r := h.written(t)
	comment := must[contract.PlacedComment](t)(h.responses.Comment(t.Context(), h.manager, r.ID,
		contract.NewPlacedComment{ID: uuid.New(), Part: "introduction", Text: "Nämn följebrevet."}))
	resolved := must[contract.PlacedComment](t)(h.responses.Resolve(t.Context(), h.officer, comment.ID, true))
	if resolved.ResolvedBy == nil || resolved.ResolvedBy.Name != "Britt Alm" {
		t.Errorf("got %+v", resolved)
	}
	if open := must[contract.PlacedComment](t)(h.responses.Resolve(t.Context(), h.officer, comment.ID, false)); open.ResolvedAt != nil {
		t.Errorf("got %+v", open)
	}
	if after := must[contract.Response](t)(h.responses.Get(t.Context(), h.officer, r.ID)); after.Version != r.Version {
		t.Error("a comment changed what is read")
	}
}

func TestAPartTellsItsHistory(t *testing.T) {
	h := build(t)
	r := h.written(t)
	answer := r.Answers[0]
	h.clock = h.clock.Add(time.Hour)
	must[contract.Answer](t)(h.responses.WriteAnswer(t.Context(), h.manager, answer.ID, answer.Version, contract.AnswerContent{Text: "Nytt."}))
	history := must[contract.PartHistory](t)(h.responses.History(t.Context(), h.officer, r.ID, answer.ID.String()))
	if len(history.Items) != 2 || history.Items[0].After != "Nytt." || history.Items[0].By.Name != "Åsa Berg" || history.Items[1].Before != "" {
		t.Errorf("got %+v", history.Items)
	}
	if _, err := h.responses.History(t.Context(), h.auditor, r.ID, answer.ID.String()); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("an outsider read the history: %v", err)
	}
}

func TestThePlanIsReadFromTheCommitteesMeetings(t *testing.T) {
	h := build(t)
	r := h.written(t)
	made := must[contract.ResponsePlan](t)(h.responses.Plan(t.Context(), h.auditor, r.ID))
	if made.LastMeeting == nil || made.LastMeeting.Content.Date != calendar.New(2024, 2, 15) || made.Warning != nil {
		t.Errorf("got %+v", made)
	}
}
