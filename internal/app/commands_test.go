package app_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"uppsikt/internal/app"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres/pgtest"
)

type command interface {
	Run(ctx context.Context, stdout io.Writer) error
}

func run(t *testing.T, c command) string {
	t.Helper()
	var said strings.Builder
	if err := c.Run(t.Context(), &said); err != nil {
		t.Fatal(err)
	}
	return said.String()
}

func TestTheCommandLineMakesAnOrganizationAndItsAccounts(t *testing.T) {
	db := pgtest.New(t)
	environment(t, db.ServerURL, db.OwnerURL)
	said := run(t, app.AddOrganization{Name: "Ånäs kommun", AuditorsName: "Revisorerna", AuditorEmail: "R@anas.example", AuditorName: "R",
		AdministratorEmail: "a@anas.example", AdministratorName: "A"})
	if !strings.Contains(said, "account r@anas.example, password ") || strings.Count(said, "password") != 2 {
		t.Errorf("said %q", said)
	}
	db.Owner.MustExec(`insert into committee (organization_id, id, name, abbreviation, kind, registry_number_pattern)
		select organization_id, gen_random_uuid(), 'Kulturnämnden', 'KN', 'committee', '' from organization`)
	officer := app.AddAccount{Organization: "Ånäs kommun", Committee: "KN", Email: "h@anas.example", Name: "H", Role: []contract.Role{contract.RoleOfficer}}
	if said := run(t, officer); !strings.HasPrefix(said, "account h@anas.example, password ") {
		t.Errorf("said %q", said)
	}
	if err := officer.Run(t.Context(), io.Discard); fault.KindOf(err) != fault.KindInvalid {
		t.Errorf("a second time: %v", err)
	}
	officer.Email = "H <h@anas.example>"
	if err := officer.Run(t.Context(), io.Discard); err == nil || !strings.Contains(err.Error(), "not an e-mail address") {
		t.Errorf("with a name in the address: %v", err)
	}
	officer.Email, officer.Committee = "h@anas.example", "XX"
	if err := officer.Run(t.Context(), io.Discard); err == nil || err.Error() != `there is no committee "XX"` {
		t.Errorf("in no committee: %v", err)
	}
	officer.Organization = "Ingenstans"
	if err := officer.Run(t.Context(), io.Discard); err == nil || err.Error() != `there is no organization "Ingenstans"` {
		t.Errorf("in no organization: %v", err)
	}
}

func TestTheJournalIsVerifiedAgainstHeadsKeptElsewhere(t *testing.T) {
	db := pgtest.New(t)
	environment(t, db.ServerURL, db.OwnerURL)
	add := func(name string) {
		run(t, app.AddOrganization{Name: name, AuditorsName: "Revisorerna", AuditorEmail: "r@anas.example", AuditorName: "R"})
	}
	add("Ånäs kommun")
	kept := filepath.Join(t.TempDir(), "heads")
	if err := os.WriteFile(kept, []byte(run(t, app.VerifyJournal{})), 0o600); err != nil {
		t.Fatal(err)
	}
	add("Storåns kommun")
	if said := run(t, app.VerifyJournal{Heads: kept}); strings.Count(said, "\n") != 2 {
		t.Errorf("said %q", said)
	}
	db.Owner.MustExec(`delete from journal_content; delete from journal_entry; delete from journal_head`)
	var broken *journal.Broken
	if err := (app.VerifyJournal{Heads: kept}).Run(t.Context(), io.Discard); !errors.As(err, &broken) {
		t.Errorf("a chain that is gone: %v", err)
	}
}

func TestTheCommandsNeedTheOwner(t *testing.T) {
	db := pgtest.New(t)
	environment(t, db.ServerURL, "")
	for _, err := range []error{app.Migrate{}.Run(t.Context()), app.VerifyJournal{}.Run(t.Context(), io.Discard)} {
		if err == nil || !strings.Contains(err.Error(), "UPPSIKT_OWNER_URL") {
			t.Errorf("got %v", err)
		}
	}
}
