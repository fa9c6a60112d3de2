package audit_test

import (
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/audit"
	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

// named registers an audit of the labour committee under a title.
func (h *house) named(t *testing.T, title, number string, reported *calendar.Date) uuid.UUID {
	t.Helper()
	content := h.content()
	content.Title, content.RegistryNumber, content.ReportDate = title, number, reported
	for i := range content.Recommendations {
		content.Recommendations[i].ID = uuid.New()
	}
	return must(h.audits.Register(t.Context(), h.officer, contract.NewAudit{ID: uuid.New(), Content: content}))(t).ID
}

func (h *house) matches(t *testing.T, actor authz.Actor, sought audit.Sought) contract.AuditMatches {
	t.Helper()
	return must(h.audits.Match(t.Context(), actor, sought))(t)
}

func ids(found contract.AuditMatches) []uuid.UUID {
	var all []uuid.UUID
	for _, m := range found.Items {
		all = append(all, m.Audit.ID)
	}
	return all
}

func TestMatchByNumberAndTitle(t *testing.T) {
	h := build(t)
	day, number := calendar.New(2023, 11, 17), "rev 202300007"
	numbered := h.named(t, "Granskning av inköp", "REV-2023-00007", nil)
	inflected := h.named(t, "Granskning av nämndernas hantering av leverantörsfakturor", "", nil)
	sameDay := h.named(t, "Granskning av skolskjutsar och färdtjänst för äldre", "", &day)
	h.named(t, "Granskning av skolskjutsar och vinterväghållning i kommunens tätorter", "", nil)
	h.named(t, "Granskning av kommunens delårsrapport", "", &day)
	found := h.matches(t, h.officer, audit.Sought{Title: "Granskningen av nämndens hantering av leverantörsfakturor", RegistryNumber: &number, ReportDate: &day})
	if got := ids(found); len(got) != 2 || got[0] != numbered || got[1] != inflected {
		t.Fatalf("%+v", found)
	}
	if first, second := found.Items[0], found.Items[1]; !first.SameRegistryNumber || first.Likeness != 0 || second.SameRegistryNumber || second.Likeness != 1 {
		t.Errorf("%+v", found.Items)
	}
	if got := ids(h.matches(t, h.officer, audit.Sought{Title: "Skolskjutsar och färdtjänsten", ReportDate: &day})); len(got) != 1 || got[0] != sameDay {
		t.Errorf("of the same day: %v", got)
	}
	if found := h.matches(t, h.officer, audit.Sought{Title: "Granskning", RegistryNumber: new(string)}); len(found.Items) != 0 {
		t.Errorf("nothing is said and %+v is found", found.Items)
	}
}

func TestMatchesAreAtMostFive(t *testing.T) {
	h := build(t)
	for range 6 {
		h.named(t, "Granskning av arkivet", "", nil)
	}
	if found := h.matches(t, h.officer, audit.Sought{Title: "Granskning av arkivet"}); len(found.Items) != 5 {
		t.Errorf("%d are shown", len(found.Items))
	}
}

func TestMatchesThatTheReaderMaySee(t *testing.T) {
	h := build(t)
	registered := h.registered(t)
	sought := audit.Sought{Title: registered.Content.Title}
	if got := ids(h.matches(t, h.adviser, sought)); len(got) != 0 {
		t.Errorf("an adviser finds an audit of others: %v", got)
	}
	h.Owner.MustExec(`insert into audit_adviser (organization_id, audit_id, account_id) values ($1, $2, $3)`, h.organization, registered.ID, h.adviser.Account)
	if got := ids(h.matches(t, h.adviser, sought)); len(got) != 1 {
		t.Errorf("an adviser does not find their own: %v", got)
	}
	h.Owner.MustExec(`delete from audit_committee where committee_id = $1`, h.social)
	h.Owner.MustExec(`delete from assignment where committee_id = $1`, h.social)
	h.Owner.MustExec(`update audit set confidential_ground = 'OSL 18 kap. 8 §' where id = $1`, registered.ID)
	for name, want := range map[string]struct {
		actor authz.Actor
		found int
	}{"of the committee": {h.officer, 1}, "of another": {h.otherOffice, 0}, "the auditor": {h.auditor, 1}} {
		if got := ids(h.matches(t, want.actor, sought)); len(got) != want.found {
			t.Errorf("%s: %v", name, got)
		}
	}
	stranger := authz.Actor{Account: uuid.New(), Organization: uuid.New(), Roles: h.officer.Roles}
	if got := ids(h.matches(t, stranger, sought)); len(got) != 0 {
		t.Errorf("another organization finds %v", got)
	}
}
