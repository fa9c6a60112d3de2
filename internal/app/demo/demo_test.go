package demo

import (
	"testing"
	"time"

	"github.com/jmoiron/sqlx"

	"uppsikt/internal/audit"
	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/controlplan"
	"uppsikt/internal/identity"
	"uppsikt/internal/journal"
	"uppsikt/internal/organization"
	"uppsikt/internal/postgres/pgtest"
	"uppsikt/internal/response"
)

func on(db *sqlx.DB) func(func() time.Time) Capabilities {
	return func(clock func() time.Time) Capabilities {
		return Capabilities{
			Identity: identity.NewService(db, clock), Organization: &organization.Service{DB: db, Now: clock},
			Audit: &audit.Service{DB: db, Now: clock}, Response: &response.Service{DB: db, Now: clock},
			ControlPlan: &controlplan.Service{DB: db, Now: clock},
		}
	}
}

// journalled is how many changes there have been.
func journalled(t *testing.T, db *pgtest.DB) int64 {
	t.Helper()
	heads, err := journal.Verify(t.Context(), db.Owner, nil)
	if err != nil || len(heads) != 1 {
		t.Fatal(heads, err)
	}
	return heads[0].Sequence
}

func TestEveryStateOfAResponseIsShownWheneverTheDemoIsMade(t *testing.T) {
	for _, now := range []time.Time{
		time.Date(2026, 11, 22, 5, 30, 0, 0, time.UTC),
		time.Date(2027, 8, 1, 23, 30, 0, 0, time.UTC), // July is without meetings, and in Stockholm it is August 2
		time.Date(2028, 2, 29, 12, 0, 0, 0, time.UTC),
	} {
		db := pgtest.New(t)
		if err := Seed(t.Context(), on(db.Server), now); err != nil {
			t.Fatalf("on %s: %v", now, err)
		}
		var states []struct {
			State string
			Count int
		}
		if err := db.Owner.Select(&states, `select state, count(*) from response group by state order by state`); err != nil {
			t.Fatal(err)
		}
		if len(states) != 5 {
			t.Errorf("on %s: %v", now, states)
		}
		var future int
		if err := db.Owner.Get(&future, `select count(*) from journal_entry where at > $1`, now.Add(12*time.Hour)); err != nil || future != 0 {
			t.Errorf("on %s: %d changes in the future, %v", now, future, err)
		}
	}
}

func TestASecondStartLeavesTheDemoAsItIs(t *testing.T) {
	db := pgtest.New(t)
	now := time.Date(2026, 11, 22, 5, 30, 0, 0, time.UTC)
	if err := Seed(t.Context(), on(db.Server), now); err != nil {
		t.Fatal(err)
	}
	before := journalled(t, db)
	if err := Seed(t.Context(), on(db.Server), now.AddDate(0, 1, 0)); err != nil {
		t.Fatal(err)
	}
	if after := journalled(t, db); after != before {
		t.Errorf("%d changes became %d", before, after)
	}
}

func TestASeedingThatWasBrokenOffIsCompleted(t *testing.T) {
	now := time.Date(2026, 11, 22, 5, 30, 0, 0, time.UTC)
	whole, broken := pgtest.New(t), pgtest.New(t)
	if err := Seed(t.Context(), on(whole.Server), now); err != nil {
		t.Fatal(err)
	}
	clock := func() time.Time { return now }
	s := &seeder{on(broken.Server)(clock), on(broken.Server), now, map[string]authz.Actor{}}
	half := responsesAt(s.today())[1]
	half.steps = half.steps[:2]
	for _, err := range []error{
		s.establish(t.Context()), s.committees(t.Context()), s.people(t.Context()), s.audits(t.Context()), s.respond(t.Context(), half),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := Seed(t.Context(), on(broken.Server), now); err != nil {
		t.Fatal(err)
	}
	if a, b := journalled(t, whole), journalled(t, broken); a != b {
		t.Errorf("%d changes in one go, %d in two", a, b)
	}
}

func TestRegistryNumbersFollowThePatterns(t *testing.T) {
	s := &seeder{now: time.Now()}
	for _, c := range committees[:5] {
		for _, a := range auditStories {
			if number := s.registryNumber(c.abbreviation, s.today(), a.name); !organization.Matches(c.pattern, number) {
				t.Errorf("%s does not match %s", number, c.pattern)
			}
		}
	}
}

func TestThereIsAnAccountForEveryRole(t *testing.T) {
	held := map[contract.Role]bool{}
	for _, p := range people {
		for _, grant := range p.roles {
			held[grant.Role] = true
		}
	}
	if len(held) != 10 {
		t.Errorf("got %v", held)
	}
}
