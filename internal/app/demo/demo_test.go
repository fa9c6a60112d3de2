package demo

import (
	"context"
	"testing"
	"time"

	"github.com/jmoiron/sqlx"

	"uppsikt/internal/attachment"
	"uppsikt/internal/audit"
	"uppsikt/internal/authz"
	"uppsikt/internal/check"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/controlplan"
	"uppsikt/internal/followup"
	"uppsikt/internal/identity"
	"uppsikt/internal/indicator"
	"uppsikt/internal/journal"
	"uppsikt/internal/notice"
	"uppsikt/internal/operationalplan"
	"uppsikt/internal/organization"
	"uppsikt/internal/postgres/pgtest"
	"uppsikt/internal/publicpage"
	"uppsikt/internal/response"
)

func on(db *sqlx.DB) func(func() time.Time) Capabilities {
	return func(clock func() time.Time) Capabilities {
		return Capabilities{
			Identity: identity.NewService(db, clock), Organization: &organization.Service{DB: db, Now: clock},
			Audit: &audit.Service{DB: db, Now: clock}, Response: &response.Service{DB: db, Now: clock},
			ControlPlan: &controlplan.Service{DB: db, Now: clock}, OperationalPlan: &operationalplan.Service{DB: db, Now: clock}, Check: &check.Service{DB: db, Now: clock}, Indicator: &indicator.Service{DB: db, Now: clock},
			Notice:   &notice.Service{DB: db, Now: clock},
			Followup: &followup.Service{DB: db, Now: clock}, Attachment: &attachment.Service{DB: db, Now: clock, Access: everybodyAttaches},
			Confidentiality: &confidentiality.Service{DB: db, Now: clock}, PublicPage: &publicpage.Service{DB: db, Now: clock},
		}
	}
}

// everybodyAttaches stands in for package app, which knows what papers are attached to.
func everybodyAttaches(context.Context, *sqlx.Tx, authz.Actor, attachment.To) (attachment.Access, error) {
	return attachment.Access{MayAttach: true}, nil
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

// seeded is the demo as it is made at a time.
func seeded(t *testing.T, now time.Time) *pgtest.DB {
	t.Helper()
	db := pgtest.New(t)
	if err := Seed(t.Context(), on(db.Server), now); err != nil {
		t.Fatalf("on %s: %v", now, err)
	}
	return db
}

// TestTheDemo makes it once for all that is asked of it on one day.
func TestTheDemo(t *testing.T) {
	whole := seeded(t, figuresDay)
	at := on(whole.Server)(func() time.Time { return figuresDay })
	checkStates(t, whole, figuresDay)
	t.Run("each assignment stands as told", func(t *testing.T) { testStandings(t, at) })
	t.Run("each figure is known", func(t *testing.T) { testFigures(t, at) })
	t.Run("each list is as long as its figure", func(t *testing.T) { testLists(t, at) })
	t.Run("what is confidential is kept from the overseer", func(t *testing.T) { testWhatIsKeptFromTheOverseer(t, at) })
	t.Run("a seeding that was broken off is completed", func(t *testing.T) { testBrokenOff(t, whole) })
	t.Run("a second start leaves the demo as it is", func(t *testing.T) { testSecondStart(t, whole) })
}

func TestEveryStateOfAResponseIsShownWheneverTheDemoIsMade(t *testing.T) {
	for _, now := range []time.Time{
		time.Date(2027, 8, 1, 23, 30, 0, 0, time.UTC), // July is without meetings, and in Stockholm it is August 2
		time.Date(2028, 2, 29, 12, 0, 0, 0, time.UTC),
	} {
		db := seeded(t, now)
		checkStates(t, db, now)
		checkPastYears(t, on(db.Server)(func() time.Time { return now }))
	}
}

func checkStates(t *testing.T, db *pgtest.DB, now time.Time) {
	t.Helper()
	for _, shown := range []struct {
		what, counted string
		want          int
	}{
		{"states of a response", `select count(distinct state) from response`, 5},
		{"states of a control plan", `select count(distinct state) from control_plan`, 3},
		{"outcomes of a check", `select count(distinct outcome) from control_check`, 4},
		{"checks left undone", `select least(1, count(*)) from control_check where performed_at is null and last_on < $1::timestamptz::date`, 1},
		{"amendments adopted", `select count(*) from plan_amendment where state = 'adopted'`, 1},
		{"deviations made a risk", `select count(distinct deviation_id) from risk`, 1},
		{"recommendations made a risk", `select count(distinct recommendation_id) from risk`, 1},
		{"recommendations answered by a control", `select least(1, count(*)) from citation where control_id is not null`, 1},
	} {
		var got int
		if err := db.Owner.Get(&got, `select (`+shown.counted+`) from (select $1::timestamptz) as day`, now); err != nil || got != shown.want {
			t.Errorf("on %s: %d %s, want %d: %v", now, got, shown.what, shown.want, err)
		}
	}
	var future int
	if err := db.Owner.Get(&future, `select count(*) from journal_entry where at > $1`, now.Add(12*time.Hour)); err != nil || future != 0 {
		t.Errorf("on %s: %d changes in the future, %v", now, future, err)
	}
}

func testSecondStart(t *testing.T, whole *pgtest.DB) {
	before := journalled(t, whole)
	if err := Seed(t.Context(), on(whole.Server), figuresDay.AddDate(0, 1, 0)); err != nil {
		t.Fatal(err)
	}
	if after := journalled(t, whole); after != before {
		t.Errorf("%d changes became %d", before, after)
	}
}

func testBrokenOff(t *testing.T, whole *pgtest.DB) {
	broken := pgtest.New(t)
	clock := func() time.Time { return figuresDay }
	s := &seeder{on(broken.Server)(clock), on(broken.Server), figuresDay, map[string]authz.Actor{}}
	half := responsesAt(s.today())[1]
	half.steps = half.steps[:2]
	for _, err := range []error{
		s.establish(t.Context()), s.committees(t.Context()), s.people(t.Context()), s.audits(t.Context()), halfway(s.respond(t.Context(), half)),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := Seed(t.Context(), on(broken.Server), figuresDay); err != nil {
		t.Fatal(err)
	}
	if a, b := journalled(t, whole), journalled(t, broken); a != b {
		t.Errorf("%d changes in one go, %d in two", a, b)
	}
}

func halfway(_ contract.Response, err error) error { return err }

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
