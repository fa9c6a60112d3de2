package response_test

import (
	"bytes"
	"context"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/audit"
	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/identity"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres/pgtest"
	"uppsikt/internal/response"
)

// house is a municipality with one committee that is asked to answer an audit with two recommendations.
type house struct {
	*pgtest.DB
	responses                    *response.Service
	audits                       *audit.Service
	organization, committee      uuid.UUID
	other, meeting, addressee    uuid.UUID
	officer, manager, secretary  authz.Actor
	second, auditor, otherReader authz.Actor
	clock                        time.Time
}

func build(t *testing.T) *house {
	t.Helper()
	h := &house{
		DB: pgtest.New(t), organization: uuid.New(), committee: uuid.New(), other: uuid.New(), meeting: uuid.New(), addressee: uuid.New(),
		clock: time.Date(2024, 1, 22, 9, 0, 0, 0, time.UTC),
	}
	now := func() time.Time { return h.clock }
	h.responses, h.audits = &response.Service{DB: h.Server, Now: now, People: identity.NewService(h.Server, now)}, &audit.Service{DB: h.Server, Now: now}
	h.Owner.MustExec(`insert into organization (organization_id, name, auditors_name) values ($1, 'Storåns kommun', 'Storåns kommuns revisorer')`, h.organization)
	for id, name := range map[uuid.UUID]string{h.committee: "Arbetsmarknadsnämnden", h.other: "Socialnämnden"} {
		h.Owner.MustExec(`insert into committee (organization_id, id, name, abbreviation, kind, registry_number_pattern)
			values ($1, $2, $3, '', 'committee', '')`, h.organization, id, name)
	}
	h.Owner.MustExec(`insert into signatory (organization_id, id, committee_id, role, name, title, from_date)
		values ($1, $2, $3, 'chair', 'Maj Ek', 'Ordförande', '2023-01-01')`, h.organization, uuid.New(), h.committee)
	h.Owner.MustExec(`insert into meeting (organization_id, id, committee_id, date) values ($1, $2, $3, '2024-02-15')`, h.organization, h.meeting, h.committee)
	h.officer, h.second = h.person("Britt Alm", contract.RoleOfficer, &h.committee), h.person("Ove Lind", contract.RoleManager, &h.committee)
	h.manager, h.secretary = h.person("Åsa Berg", contract.RoleManager, &h.committee), h.person("Sten Ås", contract.RoleSecretary, &h.committee)
	h.auditor, h.otherReader = h.person("Eva Rön", contract.RoleAuditor, nil), h.person("Per Sten", contract.RoleOfficer, &h.other)
	h.register(t)
	return h
}

func (h *house) person(name string, role contract.Role, committee *uuid.UUID) authz.Actor {
	id := uuid.New()
	h.Owner.MustExec(`insert into account (id, email, name, created_at) values ($1, $2, $3, now())`, id, id.String(), name)
	return authz.Actor{Account: id, Name: name, Organization: h.organization, Roles: []contract.RoleGrant{{Role: role, CommitteeID: committee}}}
}

func (h *house) register(t *testing.T) {
	t.Helper()
	due := calendar.New(2024, 2, 29)
	recommendation := func(number string) contract.Recommendation {
		return contract.Recommendation{ID: uuid.New(), Number: number, Text: "Inför en rutin för " + number + ".", Variants: []string{}, CommitteeIds: []uuid.UUID{h.committee}}
	}
	content := contract.AuditContent{
		Title: "Granskning av loggkontroll", Firm: "Nordkajen Revision", CommitteeIds: []uuid.UUID{h.committee},
		Addressees: []contract.AddresseeEntry{{ID: h.addressee, CommitteeID: h.committee, ResponseDue: &due, RegistryNumber: "AMN-2024-00012"}},
		Questions:  []contract.Question{}, Assessments: []contract.Assessment{}, OverallAssessments: []contract.OverallAssessment{},
		Recommendations: []contract.Recommendation{recommendation("1"), recommendation("2")}, Criteria: []string{}, Documents: []contract.ReviewedDocument{},
	}
	if _, err := h.audits.Register(t.Context(), h.officer, contract.NewAudit{ID: uuid.New(), Content: content}); err != nil {
		t.Fatal(err)
	}
}

func wanted(part contract.DocumentPart, format contract.DocumentFormat) response.Wanted {
	return response.Wanted{Part: part, Format: format}
}

func must[T any](t *testing.T) func(T, error) T {
	return func(value T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

// written is a draft with everything answered.
func (h *house) written(t *testing.T) contract.Response {
	t.Helper()
	r := must[contract.Response](t)(h.responses.Start(t.Context(), h.officer, contract.NewResponse{ID: uuid.New(), AddresseeID: h.addressee}))
	accepts := contract.StanceAccepts
	for _, answer := range r.Answers {
		content := contract.AnswerContent{Stance: &accepts, Text: "Nämnden inför rutinen **under våren**."}
		must[contract.Answer](t)(h.responses.WriteAnswer(t.Context(), h.officer, answer.ID, answer.Version, content))
	}
	return must[contract.Response](t)(h.responses.Get(t.Context(), h.officer, r.ID))
}

func (h *house) approved(t *testing.T) contract.Response {
	t.Helper()
	r := h.written(t)
	r = must[contract.Response](t)(h.responses.Submit(t.Context(), h.officer, r.ID, r.Version))
	return must[contract.Response](t)(h.responses.Approve(t.Context(), h.manager, r.ID, r.Version))
}

func TestAResponseIsBegunWithAnAnswerToEachRecommendation(t *testing.T) {
	h := build(t)
	id := uuid.New()
	first := must[contract.Response](t)(h.responses.Start(t.Context(), h.officer, contract.NewResponse{ID: id, AddresseeID: h.addressee}))
	if len(first.Answers) != 2 || len(first.Missing) != 4 || first.Sections[0].Content.Text == "" {
		t.Errorf("got %d answers, %d missing, introduction %q", len(first.Answers), len(first.Missing), first.Sections[0].Content.Text)
	}
	again := must[contract.Response](t)(h.responses.Start(t.Context(), h.officer, contract.NewResponse{ID: id, AddresseeID: h.addressee}))
	if again.Version != first.Version {
		t.Error("a create repeated after a lost answer changed something")
	}
	if _, err := h.responses.Start(t.Context(), h.officer, contract.NewResponse{ID: uuid.New(), AddresseeID: h.addressee}); !fault.Is(err, "response_exists") {
		t.Errorf("a second response: %v", err)
	}
}

func TestADraftIsNotGivenAwayByItsID(t *testing.T) {
	h := build(t)
	draft := must[contract.Response](t)(h.responses.Start(t.Context(), h.officer, contract.NewResponse{ID: uuid.New(), AddresseeID: h.addressee}))
	theirs := uuid.New()
	h.Owner.MustExec(`insert into addressee (organization_id, id, audit_id, committee_id, position, registry_number, asked) values ($1, $2, $3, $4, 2, '', '')`,
		h.organization, theirs, draft.AuditID, h.other)
	if _, err := h.responses.Start(t.Context(), h.otherReader, contract.NewResponse{ID: draft.ID, AddresseeID: theirs}); !fault.Is(err, "forbidden") {
		t.Errorf("begun with the id of another committee's draft: %v", err)
	}
	decided := uuid.New()
	h.Owner.MustExec(`insert into response (organization_id, id, audit_id, addressee_id, committee_id, state, title, officer_id, started_at)
		values ($1, $2, $3, $4, $5, 'decided', 'Yttrande', $6, now())`, h.organization, decided, draft.AuditID, theirs, h.other, h.otherReader.Account)
	h.Owner.MustExec(`insert into decision (organization_id, id, committee_id, response_id, outcome, date, delegation, paragraph, registered_by, registered_at)
		values ($1, $2, $3, $4, 'chair_decision', '2024-01-18', 'delegationsordningen', '', $5, now())`, h.organization, uuid.New(), h.other, decided, h.otherReader.Account)
	if _, err := h.responses.Supplement(t.Context(), h.otherReader, decided, draft.ID); !fault.Is(err, "forbidden") {
		t.Errorf("supplemented with the id of another committee's draft: %v", err)
	}
}

func TestAnIncompleteResponseIsNotSubmitted(t *testing.T) {
	h := build(t)
	r := must[contract.Response](t)(h.responses.Start(t.Context(), h.officer, contract.NewResponse{ID: uuid.New(), AddresseeID: h.addressee}))
	if _, err := h.responses.Submit(t.Context(), h.officer, r.ID, r.Version); !fault.Is(err, "response_incomplete") {
		t.Errorf("got %v", err)
	}
}

func TestTheWalkFromDraftToDelivered(t *testing.T) {
	h := build(t)
	r := h.approved(t)
	approved, err := h.responses.Document(t.Context(), h.secretary, r.ID, wanted(contract.DocumentPartResponse, contract.DocumentFormatPdf))
	if err != nil || approved.Edition != contract.EditionApproved || !bytes.HasPrefix(approved.Content, []byte("%PDF")) {
		t.Fatalf("approved document: %v, %s, %d bytes", err, approved.Edition, len(approved.Content))
	}
	inWord, err := h.responses.Document(t.Context(), h.secretary, r.ID, wanted(contract.DocumentPartResponse, contract.DocumentFormatDocx))
	if err != nil || !bytes.HasPrefix(inWord.Content, []byte("PK")) {
		t.Fatalf("approved document as DOCX: %v, %d bytes", err, len(inWord.Content))
	}
	decision := contract.NewDecision{ID: uuid.New(), Outcome: contract.DecisionOutcomeAdopted, MeetingID: &h.meeting, Paragraph: "31"}
	r = must[contract.Response](t)(h.responses.Decide(t.Context(), h.secretary, r.ID, r.Version, decision))
	if r.State != contract.ResponseStateDecided || r.Decision.Date != calendar.New(2024, 2, 15) || len(r.Editions) != 2 {
		t.Errorf("decided: %s %v, %d editions", r.State, r.Decision, len(r.Editions))
	}
	sent := contract.NewDispatch{ID: uuid.New(), RecipientKind: contract.RecipientKindAuditors, Recipient: "Kommunrevisionen", SentOn: calendar.New(2024, 2, 20)}
	r = must[contract.Response](t)(h.responses.Dispatch(t.Context(), h.secretary, r.ID, r.Version, sent))
	if r.State != contract.ResponseStateDelivered || len(r.Dispatches) != 1 {
		t.Errorf("delivered: %s, %d dispatches", r.State, len(r.Dispatches))
	}
	if _, err := journal.Verify(t.Context(), h.Owner, nil); err != nil {
		t.Error(err)
	}
}

func TestTheTextAdoptedIsTheSecretarys(t *testing.T) {
	h := build(t)
	r := h.approved(t)
	partly := contract.StancePartlyAccepts
	until := contract.ApproximateDate{Words: "hösten 2024"}
	adopted := contract.AdoptedText{}
	adopted.Sections = append(adopted.Sections, struct {
		Kind contract.SectionKind `json:"kind"`
		Text string               `json:"text"`
	}{contract.SectionKindClosing, "Nämnden vill tillägga detta."})
	adopted.Answers = append(adopted.Answers, struct {
		ID       uuid.UUID             `json:"id"`
		Measures []contract.NewMeasure `json:"measures"`
		Stance   *contract.Stance      `json:"stance"`
		Text     string                `json:"text"`
	}{r.Answers[0].ID, []contract.NewMeasure{{ID: uuid.New(), Content: contract.MeasureContent{What: "Rutin", Function: "Enhetschef", Ready: &until}}}, &partly, "Som nämnden ändrade det."})
	decision := contract.NewDecision{ID: uuid.New(), Outcome: contract.DecisionOutcomeAdoptedWithChanges, MeetingID: &h.meeting, Paragraph: "31", Adopted: &adopted}
	r = must[contract.Response](t)(h.responses.Decide(t.Context(), h.secretary, r.ID, r.Version, decision))
	changed := r.Answers[0]
	if changed.Content.Text != "Som nämnden ändrade det." || *changed.Content.Stance != partly || len(changed.Measures) != 1 {
		t.Errorf("answer: %+v", changed)
	}
	if r.Answers[1].Content.Text == "" || r.Sections[4].Content.Text != "Nämnden vill tillägga detta." {
		t.Errorf("the rest: %+v, %+v", r.Answers[1].Content, r.Sections[4])
	}
	_, err := h.responses.Document(t.Context(), h.auditor, r.ID, wanted(contract.DocumentPartResponse, contract.DocumentFormatPdf))
	if err != nil {
		t.Errorf("a decided response is read by all: %v", err)
	}
}

func TestWhoMayWhat(t *testing.T) {
	h := build(t)
	r := h.written(t)
	submit := func() { r = must[contract.Response](t)(h.responses.Submit(t.Context(), h.manager, r.ID, r.Version)) }
	for _, outsider := range []authz.Actor{h.auditor, h.otherReader} {
		if _, err := h.responses.Get(t.Context(), outsider, r.ID); fault.KindOf(err) != fault.KindForbidden {
			t.Errorf("%s read a draft: %v", outsider.Name, err)
		}
		if _, err := h.responses.Document(t.Context(), outsider, r.ID, wanted(contract.DocumentPartResponse, contract.DocumentFormatDocx)); fault.KindOf(err) != fault.KindForbidden {
			t.Errorf("%s read a draft's document: %v", outsider.Name, err)
		}
	}
	submit()
	if _, err := h.responses.Approve(t.Context(), h.manager, r.ID, r.Version); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("whoever submitted approved: %v", err)
	}
	if _, err := h.responses.Withdraw(t.Context(), h.officer, r.ID, r.Version); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("somebody else withdrew: %v", err)
	}
	r = must[contract.Response](t)(h.responses.Return(t.Context(), h.second, r.ID, r.Version, "Skriv när."))
	if last := r.History[len(r.History)-1]; r.State != contract.ResponseStateDraft || *last.Comment != "Skriv när." {
		t.Errorf("returned: %s, %+v", r.State, last)
	}
	submit()
	r = must[contract.Response](t)(h.responses.Approve(t.Context(), h.second, r.ID, r.Version))
	if _, err := h.responses.WriteAnswer(t.Context(), h.officer, r.Answers[0].ID, r.Answers[0].Version, contract.AnswerContent{}); !fault.Is(err, "wrong_state") {
		t.Errorf("an approved text was changed: %v", err)
	}
	adopted := contract.NewDecision{ID: uuid.New(), Outcome: contract.DecisionOutcomeAdopted, MeetingID: &h.meeting, Paragraph: "31"}
	if _, err := h.responses.Decide(t.Context(), h.officer, r.ID, r.Version, adopted); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("an officer decided: %v", err)
	}
}

func TestOneAnswerToSeveralRecommendationsAndApartAgain(t *testing.T) {
	h := build(t)
	r := must[contract.Response](t)(h.responses.Start(t.Context(), h.officer, contract.NewResponse{ID: uuid.New(), AddresseeID: h.addressee}))
	both := []uuid.UUID{r.Answers[0].Recommendations[0].ID, r.Answers[1].Recommendations[0].ID}
	id := uuid.New()
	r = must[contract.Response](t)(h.responses.AddAnswer(t.Context(), h.officer, r.ID, contract.NewAnswer{ID: id, RecommendationIds: both}))
	if len(r.Answers) != 1 || len(r.Answers[0].Recommendations) != 2 {
		t.Fatalf("together: %+v", r.Answers)
	}
	statement := "Nämnden har i huvudsak en god ordning."
	r = must[contract.Response](t)(h.responses.AddAnswer(t.Context(), h.officer, r.ID, contract.NewAnswer{ID: uuid.New(), RecommendationIds: []uuid.UUID{}, Statement: &statement}))
	if len(r.Answers) != 2 || r.Answers[1].Content.Statement == nil {
		t.Fatalf("with a statement: %+v", r.Answers)
	}
	r = must[contract.Response](t)(h.responses.DeleteAnswer(t.Context(), h.officer, id, r.Answers[0].Version))
	if len(r.Answers) != 3 || len(r.Answers[0].Recommendations) != 1 {
		t.Errorf("apart: %+v", r.Answers)
	}
}

func TestTheSecondWriterOfAnAnswerIsTold(t *testing.T) {
	h := build(t)
	r := h.written(t)
	answer := r.Answers[0]
	must[contract.Answer](t)(h.responses.WriteAnswer(t.Context(), h.manager, answer.ID, answer.Version, contract.AnswerContent{Text: "Först."}))
	_, err := h.responses.WriteAnswer(t.Context(), h.officer, answer.ID, answer.Version, contract.AnswerContent{Text: "Sen."})
	if fault.KindOf(err) != fault.KindStale {
		t.Errorf("got %v", err)
	}
}

func TestAnotherOrganizationsResponseIsNotFound(t *testing.T) {
	h := build(t)
	r := h.written(t)
	stranger := h.officer
	stranger.Organization = uuid.New()
	if _, err := h.responses.Get(context.Background(), stranger, r.ID); fault.KindOf(err) != fault.KindNotFound {
		t.Errorf("got %v", err)
	}
}

func TestMeasuresKeepTheirIdentity(t *testing.T) {
	h := build(t)
	r := h.written(t)
	id := uuid.New()
	start := contract.ApproximateDate{Words: "våren 2024"}
	m := must[contract.Measure](t)(h.responses.AddMeasure(t.Context(), h.officer, r.Answers[0].ID, contract.NewMeasure{ID: id, Content: contract.MeasureContent{What: "Rutin", Start: &start}}))
	m = must[contract.Measure](t)(h.responses.WriteMeasure(t.Context(), h.officer, id, m.Version, contract.MeasureContent{What: "Ny rutin", Function: "Enhetschef", Ready: &start}))
	r = must[contract.Response](t)(h.responses.Get(t.Context(), h.officer, r.ID))
	if got := r.Answers[0].Measures; len(got) != 1 || got[0].ID != id || got[0].Content.What != "Ny rutin" || got[0].Version != m.Version {
		t.Errorf("got %+v", got)
	}
	if err := h.responses.DeleteMeasure(t.Context(), h.officer, id, m.Version); err != nil {
		t.Error(err)
	}
}
