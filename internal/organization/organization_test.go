package organization_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/organization"
	"uppsikt/internal/postgres"
	"uppsikt/internal/postgres/pgtest"
)

// hall is a town hall with an administrator, an administration and a committee that it serves.
type hall struct {
	*pgtest.DB
	service        *organization.Service
	admin          authz.Actor
	administration contract.Administration
	committee      contract.Committee
}

func open(t *testing.T) *hall {
	t.Helper()
	db := pgtest.New(t)
	now := func() time.Time { return time.Date(2024, 2, 29, 10, 0, 0, 0, time.UTC) }
	h := &hall{DB: db, service: &organization.Service{DB: db.Server, Now: now}, admin: administrator(uuid.New())}
	h.establish(t, h.admin.Organization)
	h.administration = must[contract.Administration](t)(h.service.CreateAdministration(t.Context(), h.admin,
		contract.NewAdministration{ID: uuid.New(), Content: contract.AdministrationContent{Name: "Kansliet"}}))
	h.committee = must[contract.Committee](t)(h.service.CreateCommittee(t.Context(), h.admin, contract.NewCommittee{ID: uuid.New(), Content: h.content("Kulturnämnden", "KN")}))
	return h
}

func administrator(organization uuid.UUID) authz.Actor {
	return authz.Actor{Account: uuid.New(), Organization: organization, Roles: []contract.RoleGrant{{Role: contract.RoleAdministrator}}}
}

func (h *hall) establish(t *testing.T, id uuid.UUID) {
	t.Helper()
	err := postgres.InOrganization(t.Context(), h.Server, id, func(ctx context.Context, tx *sqlx.Tx) error {
		return organization.Establish(ctx, tx, id, uuid.Nil, h.service.Now(), contract.OrganizationContent{Name: "Storåns kommun", AuditorsName: "Revisorerna"})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (h *hall) content(name, abbreviation string) contract.CommitteeContent {
	return contract.CommitteeContent{
		Name: name, Abbreviation: abbreviation, Kind: contract.CommitteeKindCommittee, RegistryNumberPattern: abbreviation + "-ÅÅÅÅ-NNN",
		AdministrationIds: []uuid.UUID{h.administration.ID},
		Signatories: []contract.Signatory{
			{ID: uuid.New(), Role: contract.SignatoryRoleChair, Name: "Maj Ek", Title: "Ordförande", From: calendar.New(2023, 1, 1)},
			{ID: uuid.New(), Role: contract.SignatoryRoleSecretary, Name: "Sten Ås", Title: "Sekreterare", From: calendar.New(2020, 5, 1)},
		},
	}
}

func (h *hall) meeting(t *testing.T, day calendar.Date) contract.Meeting {
	t.Helper()
	return must[contract.Meeting](t)(h.service.CreateMeeting(t.Context(), h.admin,
		contract.NewMeeting{ID: uuid.New(), CommitteeID: h.committee.ID, Content: contract.MeetingContent{Date: day}}))
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

func wantField(t *testing.T, err error, pointer, code string) {
	t.Helper()
	var known *fault.Error
	if fault.KindOf(err) == fault.KindInvalid {
		known = err.(*fault.Error) //nolint:errorlint // KindOf has told
	}
	if known == nil || len(known.Fields) != 1 || known.Fields[0].Pointer != pointer || known.Fields[0].Code != code {
		t.Errorf("got %v, want %s %s", err, pointer, code)
	}
}

func TestACommitteeIsReadAsItWasWritten(t *testing.T) {
	h := open(t)
	content := h.content("Äldrenämnden", "ÄN")
	id := uuid.New()
	must[contract.Committee](t)(h.service.CreateCommittee(t.Context(), h.admin, contract.NewCommittee{ID: id, Content: content}))
	again := must[contract.Committee](t)(h.service.CreateCommittee(t.Context(), h.admin, contract.NewCommittee{ID: id, Content: h.content("Annan", "A")}))
	if again.Content.Name != "Äldrenämnden" || len(again.Content.Signatories) != 2 || again.Content.Signatories[0] != content.Signatories[0] {
		t.Errorf("a create repeated: %+v", again)
	}
	content.Signatories = content.Signatories[1:]
	content.AdministrationIds = []uuid.UUID{}
	changed := must[contract.Committee](t)(h.service.UpdateCommittee(t.Context(), h.admin, id, again.Version, content))
	if len(changed.Content.Signatories) != 1 || changed.Content.Signatories[0] != content.Signatories[0] || len(changed.Content.AdministrationIds) != 0 {
		t.Errorf("changed: %+v", changed)
	}
	if _, err := h.service.UpdateCommittee(t.Context(), h.admin, id, again.Version, content); !fault.Is(err, "stale") {
		t.Errorf("a second writer: %v", err)
	}
	page := must[contract.CommitteePage](t)(h.service.Committees(t.Context(), h.admin, 1, 1))
	if page.Total != 2 || len(page.Items) != 1 || page.Items[0].ID != id {
		t.Errorf("second page by Swedish order: %+v", page)
	}
	if _, err := journal.Verify(t.Context(), h.Owner, nil); err != nil {
		t.Error(err)
	}
}

func TestWhatTheKeysRefuseIsToldByField(t *testing.T) {
	h := open(t)
	create := func(content contract.CommitteeContent) error {
		_, err := h.service.CreateCommittee(t.Context(), h.admin, contract.NewCommittee{ID: uuid.New(), Content: content})
		return err
	}
	wantField(t, create(h.content("Kulturnämnden", "K")), "/content/name", "already_used")
	wantField(t, create(h.content("Kyrkonämnden", "KN")), "/content/abbreviation", "already_used")
	unknown := h.content("Nämnd", "N")
	unknown.AdministrationIds = []uuid.UUID{uuid.New()}
	wantField(t, create(unknown), "/content/administrationIds", "unknown_administration")
	taken := h.content("Nämnd", "N")
	taken.Signatories = h.committee.Content.Signatories
	wantField(t, create(taken), "/content/signatories", "already_used")
	twice := h.content("Nämnd", "N")
	twice.Signatories[1].ID = twice.Signatories[0].ID
	wantField(t, create(twice), "/content/signatories/1/id", "already_used")

	_, err := h.service.CreateAdministration(t.Context(), h.admin, contract.NewAdministration{ID: uuid.New(), Content: h.administration.Content})
	wantField(t, err, "/content/name", "already_used")
	day := calendar.New(2024, 3, 14)
	h.meeting(t, day)
	other := h.meeting(t, day.AddDays(1))
	_, err = h.service.UpdateMeeting(t.Context(), h.admin, other.ID, other.Version, contract.MeetingContent{Date: day})
	wantField(t, err, "/content/date", "already_used")
}

func TestAnAdministrationThatServesACommitteeStays(t *testing.T) {
	h := open(t)
	err := h.service.DeleteAdministration(t.Context(), h.admin, h.administration.ID, h.administration.Version)
	if !fault.Is(err, "administration_serves_committee") {
		t.Errorf("got %v", err)
	}
	idle := must[contract.Administration](t)(h.service.CreateAdministration(t.Context(), h.admin,
		contract.NewAdministration{ID: uuid.New(), Content: contract.AdministrationContent{Name: "Ö"}}))
	renamed := must[contract.Administration](t)(h.service.UpdateAdministration(t.Context(), h.admin, idle.ID, idle.Version, contract.AdministrationContent{Name: "Å"}))
	if err := h.service.DeleteAdministration(t.Context(), h.admin, idle.ID, idle.Version); !fault.Is(err, "stale") {
		t.Errorf("an old version: %v", err)
	}
	if err := h.service.DeleteAdministration(t.Context(), h.admin, idle.ID, renamed.Version); err != nil {
		t.Error(err)
	}
	if err := h.service.DeleteAdministration(t.Context(), h.admin, idle.ID, renamed.Version); !fault.Is(err, "not_found") {
		t.Errorf("a deleted one: %v", err)
	}
}

func TestAMeetingWithDecisionsKeepsItsDay(t *testing.T) {
	h := open(t)
	meeting := h.meeting(t, calendar.New(2024, 2, 15))
	h.Owner.MustExec(`insert into account (id, email, name, created_at) values ($1, 'a@b.example', 'A', now())`, h.admin.Account)
	h.Owner.MustExec(`insert into decision (organization_id, id, committee_id, meeting_id, outcome, date, paragraph, registered_by, registered_at)
		values ($1, $2, $3, $4, 'adopted', '2024-02-15', '7', $5, now())`, h.admin.Organization, uuid.New(), h.committee.ID, meeting.ID, h.admin.Account)
	if err := h.service.DeleteMeeting(t.Context(), h.admin, meeting.ID, meeting.Version); !fault.Is(err, "meeting_has_decisions") {
		t.Errorf("deleted: %v", err)
	}
	moved := contract.MeetingContent{Date: calendar.New(2024, 2, 16)}
	if _, err := h.service.UpdateMeeting(t.Context(), h.admin, meeting.ID, meeting.Version, moved); !fault.Is(err, "meeting_has_decisions") {
		t.Errorf("moved: %v", err)
	}
	stop := calendar.New(2024, 1, 25)
	planned := contract.MeetingContent{Date: meeting.Content.Date, ManuscriptStop: &stop}
	after := must[contract.Meeting](t)(h.service.UpdateMeeting(t.Context(), h.admin, meeting.ID, meeting.Version, planned))
	if *after.Content.ManuscriptStop != stop {
		t.Errorf("planned: %+v", after)
	}
}

func TestMeetingsByCommitteeAndDay(t *testing.T) {
	h := open(t)
	h.meeting(t, calendar.New(2024, 3, 14))
	h.meeting(t, calendar.New(2024, 2, 15))
	h.meeting(t, calendar.New(2024, 1, 18))
	from, other := calendar.New(2024, 2, 15), uuid.New()
	page := must[contract.MeetingPage](t)(h.service.Meetings(t.Context(), h.admin, contract.ListMeetingsParams{From: &from, CommitteeID: &h.committee.ID}))
	if page.Total != 2 || page.Items[0].Content.Date != from {
		t.Errorf("got %+v", page)
	}
	if page := must[contract.MeetingPage](t)(h.service.Meetings(t.Context(), h.admin, contract.ListMeetingsParams{CommitteeID: &other})); page.Total != 0 || page.Items == nil {
		t.Errorf("of no committee: %+v", page)
	}
}

func TestASecretaryKeepsTheMeetingsOfTheirOwnCommittee(t *testing.T) {
	h := open(t)
	other := must[contract.Committee](t)(h.service.CreateCommittee(t.Context(), h.admin, contract.NewCommittee{ID: uuid.New(), Content: h.content("Annan", "A")}))
	secretary := h.admin
	secretary.Roles = []contract.RoleGrant{{Role: contract.RoleSecretary, CommitteeID: &other.ID}}
	meeting := h.meeting(t, calendar.New(2024, 3, 14))
	if err := h.service.DeleteMeeting(t.Context(), secretary, meeting.ID, meeting.Version); !fault.Is(err, "forbidden") {
		t.Errorf("another committee's: %v", err)
	}
	create := func(committee uuid.UUID) error {
		_, err := h.service.CreateMeeting(t.Context(), secretary,
			contract.NewMeeting{ID: uuid.New(), CommitteeID: committee, Content: contract.MeetingContent{Date: calendar.New(2024, 4, 11)}})
		return err
	}
	if err := create(h.committee.ID); !fault.Is(err, "forbidden") {
		t.Errorf("in another committee: %v", err)
	}
	if err := create(uuid.New()); !fault.Is(err, "not_found") {
		t.Errorf("in no committee: %v", err)
	}
	if err := create(other.ID); err != nil {
		t.Errorf("in their own: %v", err)
	}
}

func TestAnotherOrganizationsThingsAreNotFound(t *testing.T) {
	h := open(t)
	foreigner := administrator(uuid.New())
	h.establish(t, foreigner.Organization)
	meeting := h.meeting(t, calendar.New(2024, 3, 14))
	for thing, err := range map[string]error{
		"committee":      second(h.service.Committee(t.Context(), foreigner, h.committee.ID)),
		"a change of it": second(h.service.UpdateCommittee(t.Context(), foreigner, h.committee.ID, h.committee.Version, h.content("X", "X"))),
		"administration": h.service.DeleteAdministration(t.Context(), foreigner, h.administration.ID, h.administration.Version),
		"meeting":        h.service.DeleteMeeting(t.Context(), foreigner, meeting.ID, meeting.Version),
	} {
		if !fault.Is(err, "not_found") {
			t.Errorf("%s: %v", thing, err)
		}
	}
}

func second[T any](_ T, err error) error { return err }
