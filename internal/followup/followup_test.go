package followup_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/audit"
	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/followup"
	"uppsikt/internal/identity"
	"uppsikt/internal/postgres/pgtest"
	"uppsikt/internal/response"
)

// house is a municipality with two committees, of which one has answered an audit of two recommendations.
type house struct {
	*pgtest.DB
	t                                *testing.T
	followup                         *followup.Service
	responses                        *response.Service
	organization, committee, other   uuid.UUID
	audit, addressee, meeting, later uuid.UUID
	officer, manager, secretary      authz.Actor
	otherOfficer, auditor, adviser   authz.Actor
	otherAdviser, reader             authz.Actor
	clock                            time.Time
	response                         contract.Response
}

func build(t *testing.T) *house {
	t.Helper()
	h := &house{
		DB: pgtest.New(t), t: t, organization: uuid.New(), committee: uuid.New(), other: uuid.New(), audit: uuid.New(), addressee: uuid.New(),
		meeting: uuid.New(), clock: time.Date(2024, 1, 22, 9, 0, 0, 0, time.UTC),
	}
	now := func() time.Time { return h.clock }
	people := identity.NewService(h.Server, now)
	h.followup = &followup.Service{DB: h.Server, Now: now, People: people}
	h.responses = &response.Service{DB: h.Server, Now: now, People: people}
	h.Owner.MustExec(`insert into organization (organization_id, name, auditors_name) values ($1, 'Storåns kommun', 'Storåns kommuns revisorer')`, h.organization)
	for id, name := range map[uuid.UUID]string{h.committee: "Arbetsmarknadsnämnden", h.other: "Ånämnden"} {
		h.Owner.MustExec(`insert into committee (organization_id, id, name, abbreviation, kind, registry_number_pattern)
			values ($1, $2, $3, '', 'committee', '')`, h.organization, id, name)
	}
	h.Owner.MustExec(`insert into meeting (organization_id, id, committee_id, date) values ($1, $2, $3, '2024-02-15')`, h.organization, h.meeting, h.committee)
	h.officer, h.manager = h.person(contract.RoleOfficer, &h.committee), h.person(contract.RoleManager, &h.committee)
	h.secretary, h.otherOfficer = h.person(contract.RoleSecretary, &h.committee), h.person(contract.RoleOfficer, &h.other)
	h.auditor, h.reader = h.person(contract.RoleAuditor, nil), h.person(contract.RoleReader, nil)
	h.adviser, h.otherAdviser = h.person(contract.RoleAdviser, nil), h.person(contract.RoleAdviser, nil)
	h.register()
	return h
}

func (h *house) person(role contract.Role, committee *uuid.UUID) authz.Actor {
	id, membership := uuid.New(), uuid.New()
	h.Owner.MustExec(`insert into account (id, email, name, created_at) values ($1, $2, $3, now())`, id, id.String()+"@storan.example", string(role))
	h.Owner.MustExec(`insert into membership (organization_id, id, account_id, title) values ($1, $2, $3, '')`, h.organization, membership, id)
	h.Owner.MustExec(`insert into membership_role (organization_id, membership_id, role, committee_id) values ($1, $2, $3, $4)`, h.organization, membership, role, committee)
	return authz.Actor{Account: id, Name: string(role), Organization: h.organization, Roles: []contract.RoleGrant{{Role: role, CommitteeID: committee}}}
}

func (h *house) register() {
	h.t.Helper()
	due, reported := calendar.New(2024, 2, 29), calendar.New(2023, 11, 30)
	audits := &audit.Service{DB: h.Server, Now: func() time.Time { return h.clock }}
	content := contract.AuditContent{
		Title: "Granskning av loggkontroll", Firm: "Nordkajen Revision", ReportDate: &reported, CommitteeIds: []uuid.UUID{h.committee, h.other},
		Addressees: []contract.AddresseeEntry{{ID: h.addressee, CommitteeID: h.committee, ResponseDue: &due, RegistryNumber: "AMN-2024-00012"}},
		Questions:  []contract.Question{}, Assessments: []contract.Assessment{}, OverallAssessments: []contract.OverallAssessment{},
		Recommendations: []contract.Recommendation{
			{ID: uuid.New(), Number: "1", Text: "Inför åtgärder mot otillbörlig påverkan.", Variants: []string{}, CommitteeIds: []uuid.UUID{h.committee, h.other}},
			{ID: uuid.New(), Number: "2", Text: "Följ upp rutinen årligen.", Variants: []string{}, CommitteeIds: []uuid.UUID{h.committee}},
		},
		Criteria: []string{}, Documents: []contract.ReviewedDocument{},
	}
	registered := must[contract.Audit](h.t)(audits.Register(h.t.Context(), h.officer, contract.NewAudit{ID: h.audit, Content: content}))
	must[contract.Audit](h.t)(audits.SetAdvisers(h.t.Context(), h.auditor, h.audit, registered.Version, []uuid.UUID{h.adviser.Account}))
}

// registerAlike is a later audit with one recommendation.
func (h *house) registerAlike(reported calendar.Date, text string) {
	h.t.Helper()
	h.later = uuid.New()
	audits := &audit.Service{DB: h.Server, Now: func() time.Time { return h.clock }}
	must[contract.Audit](h.t)(audits.Register(h.t.Context(), h.officer, contract.NewAudit{ID: h.later, Content: contract.AuditContent{
		Title: "Uppföljande granskning", ReportDate: &reported, CommitteeIds: []uuid.UUID{h.committee}, Addressees: []contract.AddresseeEntry{},
		Questions: []contract.Question{}, Assessments: []contract.Assessment{}, OverallAssessments: []contract.OverallAssessment{},
		Recommendations: []contract.Recommendation{{ID: uuid.New(), Number: "1", Text: text, Variants: []string{}, CommitteeIds: []uuid.UUID{h.committee}}},
		Criteria:        []string{}, Documents: []contract.ReviewedDocument{},
	}}))
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

// draft is the committee's answer with a measure to the first recommendation, ready by the last of May 2024.
func (h *house) draft() {
	h.t.Helper()
	h.response = must[contract.Response](h.t)(h.responses.Start(h.t.Context(), h.officer, contract.NewResponse{ID: uuid.New(), AddresseeID: h.addressee}))
	accepts, ready := contract.StanceAccepts, calendar.New(2024, 5, 31)
	for _, answer := range h.response.Answers {
		must[contract.Answer](h.t)(h.responses.WriteAnswer(h.t.Context(), h.officer, answer.ID, answer.Version, contract.AnswerContent{Stance: &accepts, Text: "Hemligt tills vidare."}))
	}
	must[contract.Measure](h.t)(h.responses.AddMeasure(h.t.Context(), h.officer, h.response.Answers[0].ID, contract.NewMeasure{ID: uuid.New(), Content: contract.MeasureContent{
		What: "Skriver en rutin.", Function: "Enhetschef", Ready: &contract.ApproximateDate{Words: "våren 2024", LastDay: &ready},
	}}))
	h.response = must[contract.Response](h.t)(h.responses.Get(h.t.Context(), h.officer, h.response.ID))
}

func (h *house) decide() {
	h.t.Helper()
	h.draft()
	r := must[contract.Response](h.t)(h.responses.Submit(h.t.Context(), h.officer, h.response.ID, h.response.Version))
	r = must[contract.Response](h.t)(h.responses.Approve(h.t.Context(), h.manager, r.ID, r.Version))
	h.clock = time.Date(2024, 2, 16, 9, 0, 0, 0, time.UTC)
	adopted := contract.NewDecision{ID: uuid.New(), Outcome: contract.DecisionOutcomeAdopted, MeetingID: &h.meeting, Paragraph: "31"}
	h.response = must[contract.Response](h.t)(h.responses.Decide(h.t.Context(), h.secretary, r.ID, r.Version, adopted))
}

func (h *house) list(actor authz.Actor, filter followup.Filter) contract.AssignmentPage {
	h.t.Helper()
	return must[contract.AssignmentPage](h.t)(h.followup.List(h.t.Context(), actor, filter))
}

// first is the committee's own assignment of the first recommendation.
func (h *house) first(actor authz.Actor) contract.Assignment {
	h.t.Helper()
	page := h.list(h.auditor, followup.Filter{Committees: &[]uuid.UUID{h.committee}})
	return must[contract.Assignment](h.t)(h.followup.Get(h.t.Context(), actor, page.Items[0].ID))
}

func (h *house) report(progress contract.Progress, on calendar.Date) contract.Assignment {
	h.t.Helper()
	before := h.first(h.officer)
	report := contract.NewProgressReport{ID: uuid.New(), Progress: progress, Comment: "Rutinen är beslutad.", On: on}
	return must[contract.Assignment](h.t)(h.followup.ReportProgress(h.t.Context(), h.officer, before.ID, before.Version, report))
}

func (h *house) verdict(actor authz.Actor, verdict contract.Verdict, on calendar.Date) contract.Assignment {
	h.t.Helper()
	before := h.first(actor)
	return must[contract.Assignment](h.t)(h.followup.GiveVerdict(h.t.Context(), actor, before.ID, before.Version, contract.NewVerdict{ID: uuid.New(), Verdict: verdict, On: on}))
}

func TestADraftIsNotFollowed(t *testing.T) {
	h := build(t)
	h.draft()
	assignment := h.first(h.auditor)
	if assignment.Summary.Stance != nil || len(assignment.Answers) != 0 || len(assignment.Measures) != 0 || assignment.Summary.Measures != 0 {
		t.Errorf("a draft shows: %+v", assignment)
	}
	if state := assignment.Summary.ResponseState; state == nil || *state != contract.ResponseStateDraft {
		t.Errorf("its state is for everybody to know, got %v", state)
	}
	drafted := h.response.Answers[0].Measures[0]
	report := contract.NewMeasureReport{ID: uuid.New(), Progress: contract.ProgressOngoing, On: calendar.New(2024, 1, 22)}
	if _, err := h.followup.ReportMeasure(t.Context(), h.officer, drafted.ID, drafted.Version, report); fault.KindOf(err) != fault.KindNotFound {
		t.Errorf("a draft's measure was reported on: %v", err)
	}
}

func TestThreeTracksStandBesideOneAnother(t *testing.T) {
	h := build(t)
	h.decide()
	h.clock = time.Date(2024, 9, 2, 9, 0, 0, 0, time.UTC)
	h.report(contract.ProgressOngoing, calendar.New(2024, 4, 1))
	after := h.report(contract.ProgressDone, calendar.New(2024, 6, 10))
	if after.Summary.Difference != contract.DifferenceUnexamined {
		t.Errorf("done and nobody has looked: %s", after.Summary.Difference)
	}
	after = h.verdict(h.auditor, contract.VerdictPartlyAddressed, calendar.New(2024, 9, 1))
	if after.Summary.Difference != contract.DifferenceDiffers || *after.Summary.Stance != contract.StanceAccepts || *after.Summary.Progress != contract.ProgressDone {
		t.Errorf("got %+v", after.Summary)
	}
	after = h.verdict(h.auditor, contract.VerdictAddressed, calendar.New(2024, 9, 2))
	if after.Summary.Difference != contract.DifferenceNone || len(after.Verdicts) != 2 || len(after.ProgressReports) != 2 {
		t.Errorf("got %+v", after)
	}
}

func TestAVerdictOlderThanTheCommitteesWordHasNotSeenIt(t *testing.T) {
	h := build(t)
	h.decide()
	h.clock = time.Date(2025, 3, 1, 9, 0, 0, 0, time.UTC)
	h.verdict(h.auditor, contract.VerdictNotAddressed, calendar.New(2024, 9, 1))
	if after := h.report(contract.ProgressDone, calendar.New(2024, 12, 1)); after.Summary.Difference != contract.DifferenceUnexamined {
		t.Errorf("got %s", after.Summary.Difference)
	}
	if after := h.report(contract.ProgressContinuous, calendar.New(2025, 2, 1)); after.Summary.Difference != contract.DifferenceUnexamined {
		t.Errorf("said again, it is still since December: %s", after.Summary.Difference)
	}
	h.verdict(h.auditor, contract.VerdictNotAddressed, calendar.New(2025, 1, 15))
	if after := h.first(h.reader); after.Summary.Difference != contract.DifferenceDiffers {
		t.Errorf("a verdict between the two reports has seen the first: %s", after.Summary.Difference)
	}
}

func TestDoneIsSinceTheFirstWordOfItAfterWhatWasUnfinished(t *testing.T) {
	h := build(t)
	h.decide()
	h.clock = time.Date(2025, 3, 1, 9, 0, 0, 0, time.UTC)
	h.report(contract.ProgressOngoing, calendar.New(2024, 3, 16))
	h.verdict(h.auditor, contract.VerdictPartlyAddressed, calendar.New(2024, 4, 1))
	after := h.report(contract.ProgressDone, calendar.New(2024, 6, 10))
	if after.Summary.Difference != contract.DifferenceUnexamined {
		t.Errorf("the verdict is older than the word of done, not than that of ongoing: %s", after.Summary.Difference)
	}
	figures := must[contract.FollowupOverview](t)(h.followup.Overview(t.Context(), h.reader, followup.Filter{}))
	if figures.Total.Unexamined != 1 || figures.Total.Differing != 0 || *figures.DaysToDone.Median != 116 {
		t.Errorf("from 2024-02-15 to 2024-06-10, not examined since: %+v %+v", figures.Total, figures.DaysToDone)
	}
}

func TestAWordOfAnEarlierDayDoesNotOvertakeALater(t *testing.T) {
	h := build(t)
	h.decide()
	h.clock = time.Date(2024, 9, 2, 9, 0, 0, 0, time.UTC)
	h.report(contract.ProgressDone, calendar.New(2024, 6, 10))
	if after := h.report(contract.ProgressNotStarted, calendar.New(2024, 3, 1)); *after.Summary.Progress != contract.ProgressDone {
		t.Errorf("got %s", *after.Summary.Progress)
	}
}

func TestAReportRepeatedAfterALostAnswerChangesNothing(t *testing.T) {
	h := build(t)
	h.decide()
	before := h.first(h.officer)
	report := contract.NewProgressReport{ID: uuid.New(), Progress: contract.ProgressOngoing, On: calendar.New(2024, 2, 16)}
	first := must[contract.Assignment](t)(h.followup.ReportProgress(t.Context(), h.officer, before.ID, before.Version, report))
	again := must[contract.Assignment](t)(h.followup.ReportProgress(t.Context(), h.officer, before.ID, before.Version, report))
	if len(again.ProgressReports) != 1 || again.Version != first.Version {
		t.Errorf("got %+v", again)
	}
	report.ID = uuid.New()
	if _, err := h.followup.ReportProgress(t.Context(), h.officer, before.ID, before.Version, report); fault.KindOf(err) != fault.KindStale {
		t.Errorf("got %v", err)
	}
}

func TestReportsThatCannotBe(t *testing.T) {
	h := build(t)
	h.decide()
	before := h.first(h.officer)
	for pointer, report := range map[string]contract.NewProgressReport{
		"/on":      {ID: uuid.New(), Progress: contract.ProgressDone, On: calendar.New(2024, 2, 17)},
		"/comment": {ID: uuid.New(), Progress: contract.ProgressCancelled, Comment: " ", On: calendar.New(2024, 2, 16)},
	} {
		_, err := h.followup.ReportProgress(t.Context(), h.officer, before.ID, before.Version, report)
		pointsAt(t, err, pointer)
	}
	if _, err := h.followup.ReportProgress(t.Context(), h.otherOfficer, before.ID, before.Version, contract.NewProgressReport{ID: uuid.New(), Progress: contract.ProgressDone, On: calendar.New(2024, 2, 16)}); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("another committee spoke for this one: %v", err)
	}
}

func pointsAt(t *testing.T, err error, pointer string) {
	t.Helper()
	var known *fault.Error
	if !asFault(err, &known) || len(known.Fields) != 1 || known.Fields[0].Pointer != pointer {
		t.Errorf("%v does not point at %s", err, pointer)
	}
}

func TestAnAdvisersVerdictIsAProposalAmongTheAuditors(t *testing.T) {
	h := build(t)
	h.decide()
	h.report(contract.ProgressDone, calendar.New(2024, 2, 16))
	proposed := h.verdict(h.adviser, contract.VerdictAddressed, calendar.New(2024, 2, 16))
	if proposed.Summary.Verdict != contract.VerdictNotFollowedUp || *proposed.Summary.ProposedVerdict != contract.VerdictAddressed {
		t.Errorf("got %+v", proposed.Summary)
	}
	for _, outsider := range []authz.Actor{h.officer, h.manager, h.reader} {
		seen := h.first(outsider)
		if seen.Summary.ProposedVerdict != nil || len(seen.Verdicts) != 0 {
			t.Errorf("%s sees a proposal", outsider.Name)
		}
	}
	id := proposed.Verdicts[0].ID
	confirmed := must[contract.Assignment](t)(h.followup.Confirm(t.Context(), h.auditor, id))
	if confirmed.Summary.Verdict != contract.VerdictAddressed || confirmed.Summary.ProposedVerdict != nil {
		t.Errorf("got %+v", confirmed.Summary)
	}
	if _, err := h.followup.Withdraw(t.Context(), h.adviser, id); fault.KindOf(err) != fault.KindConflict {
		t.Errorf("a confirmed verdict was taken away: %v", err)
	}
}

func TestAnAuditorTurnsAProposalDown(t *testing.T) {
	h := build(t)
	h.decide()
	proposed := h.verdict(h.adviser, contract.VerdictAddressed, calendar.New(2024, 2, 16))
	after := must[contract.Assignment](t)(h.followup.Withdraw(t.Context(), h.auditor, proposed.Verdicts[0].ID))
	if len(after.Verdicts) != 0 || after.Summary.Verdict != contract.VerdictNotFollowedUp {
		t.Errorf("got %+v", after)
	}
}

func TestAnAdviserFollowsWhatIsGivenToThem(t *testing.T) {
	h := build(t)
	h.decide()
	if page := h.list(h.adviser, followup.Filter{}); page.Total != 3 {
		t.Errorf("got %d", page.Total)
	}
	if page := h.list(h.otherAdviser, followup.Filter{}); page.Total != 0 {
		t.Errorf("got %d", page.Total)
	}
	if _, err := h.followup.Get(t.Context(), h.otherAdviser, h.first(h.auditor).ID); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("got %v", err)
	}
}

func TestANewDateKeepsTheOldOnes(t *testing.T) {
	h := build(t)
	h.decide()
	h.clock = time.Date(2024, 6, 3, 9, 0, 0, 0, time.UTC)
	late := h.first(h.officer)
	if !late.Summary.Overdue || !late.Measures[0].Overdue {
		t.Fatalf("the last of May has passed: %+v", late.Summary)
	}
	september := calendar.New(2024, 9, 30)
	report := contract.NewMeasureReport{ID: uuid.New(), Progress: contract.ProgressOngoing, Done: "Ett utkast finns.", On: calendar.New(2024, 6, 3),
		NewReady: &contract.ApproximateDate{Words: "september 2024", LastDay: &september}}
	_, err := h.followup.ReportMeasure(t.Context(), h.officer, late.Measures[0].ID, late.Measures[0].Version, report)
	pointsAt(t, err, "/reason")
	report.Reason = "Upphandlingen drog ut på tiden."
	after := must[contract.FollowedMeasure](t)(h.followup.ReportMeasure(t.Context(), h.officer, late.Measures[0].ID, late.Measures[0].Version, report))
	if after.Overdue || after.Ready.Words != "september 2024" || after.Content.Ready.Words != "våren 2024" || after.Reports[0].Reason == "" {
		t.Errorf("got %+v", after)
	}
	if assignment := h.first(h.officer); assignment.Summary.Overdue || *assignment.Summary.LastDay != september || *assignment.SuggestedProgress != contract.ProgressOngoing {
		t.Errorf("got %+v", assignment.Summary)
	}
}

func TestAPersonGivenAMeasureReportsOnItAndSeesNothingElse(t *testing.T) {
	h := build(t)
	h.decide()
	m := h.first(h.officer).Measures[0]
	given := must[contract.GivenMeasureResult](t)(h.followup.GiveMeasure(t.Context(), h.officer, m.ID, m.Version, contract.GivenPerson{Email: "nils.ek@storan.example", Name: "Nils Ek"}))
	if given.InitialPassword == nil || given.Measure.Person.Name != "Nils Ek" {
		t.Fatalf("got %+v", given)
	}
	contributor := authz.Actor{Account: given.Measure.Person.ID, Organization: h.organization, Roles: []contract.RoleGrant{{Role: contract.RoleContributor}}}
	page := must[contract.GivenMeasurePage](t)(h.followup.Given(t.Context(), contributor, 50, 0))
	if page.Total != 1 || page.Items[0].Recommendations[0] != "Inför åtgärder mot otillbörlig påverkan." || page.Items[0].Measure.May[0] != contract.MeasureActionReport {
		t.Fatalf("got %+v", page)
	}
	report := contract.NewMeasureReport{ID: uuid.New(), Progress: contract.ProgressDone, Done: "Klar.", On: calendar.New(2024, 2, 16)}
	must[contract.FollowedMeasure](t)(h.followup.ReportMeasure(t.Context(), contributor, m.ID, given.Measure.Version, report))
	back := h.first(h.officer).Measures[0]
	must[contract.FollowedMeasure](t)(h.followup.TakeMeasureBack(t.Context(), h.officer, m.ID, back.Version))
	report.ID = uuid.New()
	if _, err := h.followup.ReportMeasure(t.Context(), contributor, m.ID, back.Version+1, report); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("what was taken back was reported on: %v", err)
	}
}
