package app_test

import (
	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

func committeeContent(name string) contract.CommitteeContent {
	return contract.CommitteeContent{Name: name, Kind: contract.CommitteeKindCommittee, AdministrationIds: []uuid.UUID{}, Signatories: []contract.Signatory{}}
}

func (w *world) newAdministration() uuid.UUID {
	w.t.Helper()
	given := contract.NewAdministration{ID: uuid.New(), Content: contract.AdministrationContent{Name: uuid.NewString()}}
	w.must("administrator", "CreateAdministration", nil, given, nil)
	return given.ID
}

func (w *world) newMeeting() contract.Meeting {
	w.t.Helper()
	var meeting contract.Meeting
	w.must("administrator", "CreateMeeting", nil, contract.NewMeeting{ID: uuid.New(), CommitteeID: w.here, Content: contract.MeetingContent{Date: w.nextDay()}}, &meeting)
	return meeting
}

func newMembership(role contract.Role) contract.NewMembership {
	return contract.NewMembership{ID: uuid.New(), Email: uuid.NewString() + "@storan.example", Name: "Ny", Content: contract.MembershipContent{Roles: []contract.RoleGrant{{Role: role}}}}
}

func (w *world) newReader() contract.Membership {
	w.t.Helper()
	var created contract.CreatedMembership
	w.must("administrator", "CreateMembership", nil, newMembership(contract.RoleReader), &created)
	return created.Membership
}

func (w *world) newAudit() contract.NewAudit {
	due := calendar.New(2031, 1, 31)
	return contract.NewAudit{ID: uuid.New(), Content: contract.AuditContent{
		Title: "Granskning", CommitteeIds: []uuid.UUID{w.here},
		Addressees: []contract.AddresseeEntry{{ID: uuid.New(), CommitteeID: w.here, ResponseDue: &due}},
		Questions:  []contract.Question{}, Assessments: []contract.Assessment{}, OverallAssessments: []contract.OverallAssessment{},
		Recommendations: []contract.Recommendation{
			{ID: uuid.New(), Number: "1", Text: "Inför en rutin.", Variants: []string{}, CommitteeIds: []uuid.UUID{w.here}},
			{ID: uuid.New(), Number: "2", Text: "Följ upp rutinen.", Variants: []string{}, CommitteeIds: []uuid.UUID{w.here}},
		},
		Criteria: []string{}, Documents: []contract.ReviewedDocument{},
	}}
}

// registered is an audit given to the party adviser.
func (w *world) registered() contract.Audit {
	w.t.Helper()
	var audit contract.Audit
	w.must("officer", "RegisterAudit", nil, w.newAudit(), &audit)
	w.mustWith("auditor", "SetAdvisers", audit.Version, []any{audit.ID}, w.advisers(), &audit)
	return audit
}

func (w *world) advisers() contract.Advisers {
	return contract.Advisers{AccountIds: []uuid.UUID{w.byName["adviser"].actor.Account}}
}

func (w *world) confirmed() contract.Audit {
	w.t.Helper()
	audit := w.registered()
	w.mustWith("auditor", "ConfirmAudit", audit.Version, []any{audit.ID}, nil, &audit)
	return audit
}

func (w *world) draft() contract.Response {
	w.t.Helper()
	var response contract.Response
	w.must("officer", "StartResponse", nil, contract.NewResponse{ID: uuid.New(), AddresseeID: w.registered().Addressees[0].ID}, &response)
	return response
}

func answerContent() contract.AnswerContent {
	accepts := contract.StanceAccepts
	return contract.AnswerContent{Stance: &accepts, Text: "Rutinen införs."}
}

func newMeasure() contract.NewMeasure {
	return contract.NewMeasure{ID: uuid.New(), Content: contract.MeasureContent{What: "Rutin", Function: "Enhetschef", Ready: &contract.ApproximateDate{Words: "våren 2031"}}}
}

func (w *world) written() contract.Response {
	w.t.Helper()
	response := w.draft()
	for _, answer := range response.Answers {
		w.mustWith("officer", "WriteAnswer", answer.Version, []any{answer.ID}, answerContent(), nil)
	}
	w.must("officer", "AddMeasure", []any{response.Answers[0].ID}, newMeasure(), nil)
	return w.again(response)
}

func (w *world) again(response contract.Response) contract.Response {
	w.t.Helper()
	var read contract.Response
	w.must("officer", "GetResponse", []any{response.ID}, nil, &read)
	return read
}

func (w *world) submitted() contract.Response {
	w.t.Helper()
	response := w.written()
	w.mustWith("officer", "SubmitResponse", response.Version, []any{response.ID}, nil, &response)
	return response
}

func (w *world) approved() contract.Response {
	w.t.Helper()
	response := w.submitted()
	w.mustWith("manager", "ApproveResponse", response.Version, []any{response.ID}, nil, &response)
	return response
}

func (w *world) newDecision() contract.NewDecision {
	w.t.Helper()
	meeting := w.newMeeting()
	return contract.NewDecision{ID: uuid.New(), Outcome: contract.DecisionOutcomeAdopted, MeetingID: &meeting.ID, Paragraph: "31"}
}

func (w *world) decided() contract.Response {
	w.t.Helper()
	response := w.approved()
	w.mustWith("secretary", "DecideResponse", response.Version, []any{response.ID}, w.newDecision(), &response)
	return response
}

func newDispatch() contract.NewDispatch {
	return contract.NewDispatch{ID: uuid.New(), RecipientKind: contract.RecipientKindAuditors, Recipient: "Revisorerna", SentOn: calendar.New(2030, 3, 1)}
}

// handOver is a request with a file that is to be read.
func (w *world) handOver(operation, name, content string) call {
	w.t.Helper()
	c := w.call(operation, 0, nil, nil)
	c.body, c.contentType = w.form(nil, name, []byte(content))
	return c
}
