package audit_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/audit"
	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres/pgtest"
)

type house struct {
	*pgtest.DB
	audits               *audit.Service
	organization         uuid.UUID
	labour, social       uuid.UUID
	officer, auditor     authz.Actor
	adviser, otherOffice authz.Actor
}

func build(t *testing.T) *house {
	t.Helper()
	h := &house{DB: pgtest.New(t), organization: uuid.New(), labour: uuid.New(), social: uuid.New()}
	h.audits = &audit.Service{DB: h.Server, Now: func() time.Time { return time.Date(2024, 1, 9, 8, 0, 0, 0, time.UTC) }}
	h.Owner.MustExec(`insert into organization (organization_id, name, auditors_name) values ($1, 'Storåns kommun', 'Storåns kommuns revisorer')`, h.organization)
	h.Owner.MustExec(`insert into committee (organization_id, id, name, abbreviation, kind, registry_number_pattern)
		values ($1, $2, 'Arbetsmarknadsnämnden', 'AMN', 'committee', ''), ($1, $3, 'Socialnämnden', 'SN', 'committee', '')`,
		h.organization, h.labour, h.social)
	h.officer, h.otherOffice = h.person(contract.RoleOfficer, &h.labour), h.person(contract.RoleOfficer, &h.social)
	h.auditor, h.adviser = h.person(contract.RoleAuditor, nil), h.person(contract.RoleAdviser, nil)
	return h
}

func (h *house) person(role contract.Role, committee *uuid.UUID) authz.Actor {
	id, membership := uuid.New(), uuid.New()
	h.Owner.MustExec(`insert into account (id, email, name, created_at) values ($1, $2, 'Någon', now())`, id, id.String())
	h.Owner.MustExec(`insert into membership (organization_id, id, account_id, title) values ($1, $2, $3, '')`, h.organization, membership, id)
	h.Owner.MustExec(`insert into membership_role (organization_id, membership_id, role, committee_id) values ($1, $2, $3, $4)`, h.organization, membership, role, committee)
	return authz.Actor{Account: id, Organization: h.organization, Roles: []contract.RoleGrant{{Role: role, CommitteeID: committee}}}
}

// content is an audit of two committees with a question, its grades and a recommendation to both.
func (h *house) content() contract.AuditContent {
	due, reported, question := calendar.New(2024, 2, 29), calendar.New(2023, 11, 17), uuid.New()
	return contract.AuditContent{
		Title: "Granskning av åtkomst och ändringar", Firm: "Nordkajen Revision", CommissionedBy: "Storåns kommuns revisorer", ReportDate: &reported,
		RegistryNumber: "REV-2023-00007", CommitteeIds: []uuid.UUID{h.labour, h.social},
		Addressees: []contract.AddresseeEntry{{ID: uuid.New(), CommitteeID: h.labour, ResponseDue: &due, RegistryNumber: "AMN-2023-00417"}},
		Questions:  []contract.Question{{ID: question, Number: "1", Text: "Finns det rutiner?"}},
		Assessments: []contract.Assessment{
			{QuestionID: question, CommitteeID: h.labour, Grade: contract.GradePartly, Verbatim: "Delvis"},
			{QuestionID: question, CommitteeID: h.social, Grade: contract.GradeYes, Verbatim: "Ja"},
		},
		OverallAssessments: []contract.OverallAssessment{{CommitteeID: h.labour, Grade: contract.GradePartly, Verbatim: "inte helt"}},
		Recommendations: []contract.Recommendation{{ID: uuid.New(), Number: "1", Text: "Inför en rutin.", Variants: []string{"Inför rutin."},
			CommitteeIds: []uuid.UUID{h.labour, h.social}}},
		Criteria:  []string{"Kommunallagen 6 kap. 6 §"},
		Documents: []contract.ReviewedDocument{{Title: "Rutin för åtkomst", Date: &reported, CommitteeID: &h.social}, {Title: "Policy"}},
	}
}

func (h *house) registered(t *testing.T) contract.Audit {
	t.Helper()
	return must(h.audits.Register(t.Context(), h.officer, contract.NewAudit{ID: uuid.New(), Content: h.content()}))(t)
}

func must[T any](value T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

func TestAnAuditComesBackAsItWasRegistered(t *testing.T) {
	h := build(t)
	id, content := uuid.New(), h.content()
	must(h.audits.Register(t.Context(), h.officer, contract.NewAudit{ID: id, Content: content}))(t)
	got := must(h.audits.Get(t.Context(), h.officer, id))(t)
	if diff := difference(content, got.Content); diff != "" {
		t.Error(diff)
	}
	again := must(h.audits.Register(t.Context(), h.officer, contract.NewAudit{ID: id, Content: h.content()}))(t)
	if again.Version != 1 || again.Content.Questions[0].ID != content.Questions[0].ID {
		t.Error("a create repeated after a lost answer changed the audit")
	}
}

func TestCorrectingReplacesTheParts(t *testing.T) {
	h := build(t)
	before := h.registered(t)
	content := before.Content
	content.Title = "Granskning av åtkomst"
	content.Documents, content.Criteria, content.OverallAssessments = content.Documents[1:], []string{}, []contract.OverallAssessment{}
	content.Assessments = content.Assessments[:1]
	content.Addressees = append(content.Addressees, contract.AddresseeEntry{ID: uuid.New(), CommitteeID: h.social})
	content.Recommendations = append([]contract.Recommendation{{ID: uuid.New(), Number: "0", Text: "Börja här.", Variants: []string{}, CommitteeIds: []uuid.UUID{h.social}}}, content.Recommendations...)
	after := must(h.audits.Correct(t.Context(), h.officer, before.ID, before.Version, content))(t)
	if diff := difference(content, after.Content); diff != "" || after.Version != before.Version+1 {
		t.Errorf("version %d: %s", after.Version, diff)
	}
	if _, err := h.audits.Correct(t.Context(), h.officer, before.ID, before.Version, content); fault.KindOf(err) != fault.KindStale {
		t.Errorf("the second writer: %v", err)
	}
}

func TestAnAddresseeMayMoveToAnotherCommittee(t *testing.T) {
	h := build(t)
	before := h.registered(t)
	content := before.Content
	content.Addressees = []contract.AddresseeEntry{{ID: uuid.New(), CommitteeID: h.labour}, {ID: uuid.New(), CommitteeID: h.social}}
	must(h.audits.Correct(t.Context(), h.officer, before.ID, before.Version, content))(t)
}

func TestFaultsPointIntoTheContent(t *testing.T) {
	h := build(t)
	cases := []struct {
		name, pointer, code string
		spoil               func(*contract.AuditContent)
	}{
		{"two questions with one number", "/content/questions/1/number", "number_used_twice", func(c *contract.AuditContent) {
			c.Questions = append(c.Questions, contract.Question{ID: uuid.New(), Number: "1", Text: "Igen?"})
		}},
		{"a grade of nobody", "/content/assessments/0/committeeId", "committee_not_audited", func(c *contract.AuditContent) { c.CommitteeIds = c.CommitteeIds[1:] }},
		{"a committee that is not there", "/content/committeeIds", "unknown_committee", func(c *contract.AuditContent) {
			c.CommitteeIds = append(c.CommitteeIds, uuid.New())
		}},
		{"addressed twice", "/content/addressees/1/committeeId", "already_addressed", func(c *contract.AuditContent) {
			c.Addressees = append(c.Addressees, contract.AddresseeEntry{ID: uuid.New(), CommitteeID: h.labour})
		}},
		{"an extension that is earlier", "/content/addressees/0/extension/newDate", "extension_not_later", func(c *contract.AuditContent) {
			c.Addressees[0].Extension = &contract.Extension{NewDate: calendar.New(2024, 2, 1), GrantedBy: "Revisorernas ordförande"}
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			content := h.content()
			c.spoil(&content)
			_, err := h.audits.Register(t.Context(), h.officer, contract.NewAudit{ID: uuid.New(), Content: content})
			var known *fault.Error
			if fault.KindOf(err) != fault.KindInvalid || !asFault(err, &known) || len(known.Fields) == 0 {
				t.Fatalf("got %v", err)
			}
			if known.Fields[0].Pointer != c.pointer || known.Fields[0].Code != c.code {
				t.Errorf("got %+v", known.Fields)
			}
		})
	}
}

func TestAConfirmedAuditIsCorrectedByAuditors(t *testing.T) {
	h := build(t)
	a := h.registered(t)
	a = must(h.audits.Confirm(t.Context(), h.auditor, a.ID, a.Version))(t)
	if _, err := h.audits.Correct(t.Context(), h.officer, a.ID, a.Version, a.Content); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("an officer corrected it: %v", err)
	}
	if err := h.audits.Delete(t.Context(), h.auditor, a.ID, a.Version); !fault.Is(err, "audit_confirmed") {
		t.Errorf("it was deleted: %v", err)
	}
	a = must(h.audits.Correct(t.Context(), h.auditor, a.ID, a.Version, a.Content))(t)
	addressee := a.Addressees[0]
	changed := contract.AddresseeContent{ResponseDue: addressee.ResponseDue, RegistryNumber: "AMN-2024-00001",
		Extension: &contract.Extension{NewDate: calendar.New(2024, 3, 15), GrantedBy: "Revisorernas ordförande", Reason: "Nämnden sammanträder senare."}}
	if _, err := h.audits.UpdateAddressee(t.Context(), h.otherOffice, addressee.ID, a.Version, changed); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("another committee's officer changed it: %v", err)
	}
	a = must(h.audits.UpdateAddressee(t.Context(), h.officer, addressee.ID, a.Version, changed))(t)
	if a.Addressees[0].RegistryNumber != "AMN-2024-00001" || a.Addressees[0].Extension == nil {
		t.Errorf("got %+v", a.Addressees[0])
	}
}

func TestAnAdviserSeesWhatIsGivenToThem(t *testing.T) {
	h := build(t)
	a := h.registered(t)
	if _, err := h.audits.Get(t.Context(), h.adviser, a.ID); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("got %v", err)
	}
	if page := must(h.audits.List(t.Context(), h.adviser, audit.Filter{Limit: 50}))(t); page.Total != 0 {
		t.Errorf("listed %d", page.Total)
	}
	if _, err := h.audits.SetAdvisers(t.Context(), h.auditor, a.ID, a.Version, []uuid.UUID{h.officer.Account}); fault.KindOf(err) != fault.KindInvalid {
		t.Errorf("an officer became an adviser: %v", err)
	}
	must(h.audits.SetAdvisers(t.Context(), h.auditor, a.ID, a.Version, []uuid.UUID{h.adviser.Account}))(t)
	must(h.audits.Get(t.Context(), h.adviser, a.ID))(t)
}

func TestTheList(t *testing.T) {
	h := build(t)
	h.registered(t)
	for _, title := range []string{"Övrigt", "Älvar", "Zoner", "Åtgärder", "Arkiv"} {
		content := h.content()
		content.Title, content.RegistryNumber = title, ""
		content.Addressees[0].RegistryNumber = ""
		must(h.audits.Register(t.Context(), h.officer, contract.NewAudit{ID: uuid.New(), Content: content}))(t)
	}
	page := must(h.audits.List(t.Context(), h.officer, audit.Filter{Sort: contract.AuditSortTitle, Limit: 5, Offset: 1}))(t)
	var titles []string
	for _, item := range page.Items {
		titles = append(titles, item.Title)
	}
	if want := "[Granskning av åtkomst och ändringar Zoner Åtgärder Älvar Övrigt]"; page.Total != 6 || sprint(titles) != want {
		t.Errorf("%d: %v", page.Total, titles)
	}
	for words, total := range map[string]int{"ÅTKOMST": 1, "amn-2023-00417": 1, "nordkajen": 6, "100%": 0} {
		if page := must(h.audits.List(t.Context(), h.officer, audit.Filter{Words: &words, Limit: 50}))(t); page.Total != total {
			t.Errorf("%q found %d, want %d", words, page.Total, total)
		}
	}
}

func TestACommitteeMayBeAddedInTheSameStep(t *testing.T) {
	h := build(t)
	content, added := h.content(), uuid.New()
	content.CommitteeIds = append(content.CommitteeIds, added)
	command := contract.NewAudit{ID: uuid.New(), Content: content, NewCommittees: &[]contract.CommitteeEntry{{ID: added, Name: "Miljönämnden", Abbreviation: "MN"}}}
	must(h.audits.Register(t.Context(), h.officer, command))(t)
	command.ID, (*command.NewCommittees)[0].ID = uuid.New(), uuid.New()
	if _, err := h.audits.Register(t.Context(), h.officer, command); fault.KindOf(err) != fault.KindInvalid {
		t.Errorf("a second committee of the same name: %v", err)
	}
}

func TestWhatIsAddedIsACompanyByItsName(t *testing.T) {
	h := build(t)
	for name, want := range map[string]string{"Storåns Bostäder AB": "company", "Hamnbolaget": "company", "Bolagsnämnden": "committee"} {
		added := uuid.New()
		content := h.content()
		content.CommitteeIds = append(content.CommitteeIds, added)
		must(h.audits.Register(t.Context(), h.officer, contract.NewAudit{ID: uuid.New(), Content: content,
			NewCommittees: &[]contract.CommitteeEntry{{ID: added, Name: name}}}))(t)
		var kind string
		if err := h.Owner.Get(&kind, `select kind from committee where id = $1`, added); err != nil || kind != want {
			t.Errorf("%s is a %s: %v", name, kind, err)
		}
	}
}

func TestDeleting(t *testing.T) {
	h := build(t)
	a := h.registered(t)
	if err := h.audits.Delete(t.Context(), h.officer, a.ID, a.Version); err != nil {
		t.Fatal(err)
	}
	if _, err := h.audits.Get(t.Context(), h.officer, a.ID); fault.KindOf(err) != fault.KindNotFound {
		t.Errorf("got %v", err)
	}
}
