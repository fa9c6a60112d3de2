package postgres_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
	"uppsikt/internal/postgres/pgtest"
)

// ledger is a database with one tenant table, of this test's own making, under the same policy as the schema's.
func ledger(t *testing.T) *pgtest.DB {
	t.Helper()
	db := pgtest.New(t)
	db.Owner.MustExec(`create table ledger (organization_id uuid not null, name text not null, amount int not null default 0,
		primary key (organization_id, name))`)
	db.Owner.MustExec(`call protect_tenant_table('ledger')`)
	db.Owner.MustExec(`grant select, insert, update, delete on ledger to uppsikt_server`)
	return db
}

func add(organization uuid.UUID, name string) func(context.Context, *sqlx.Tx) error {
	return func(ctx context.Context, tx *sqlx.Tx) error {
		_, err := tx.ExecContext(ctx, `insert into ledger (organization_id, name) values ($1, $2)`, organization, name)
		return err
	}
}

func names(t *testing.T, db *pgtest.DB, organization uuid.UUID) (names []string) {
	t.Helper()
	err := postgres.InOrganization(t.Context(), db.Server, organization, func(ctx context.Context, tx *sqlx.Tx) error {
		return tx.SelectContext(ctx, &names, `select name from ledger order by name`)
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestAnOrganizationSeesItsOwnRowsAlone(t *testing.T) {
	db, ours, theirs := ledger(t), uuid.New(), uuid.New()
	if err := postgres.InOrganization(t.Context(), db.Server, ours, add(ours, "rent")); err != nil {
		t.Fatal(err)
	}
	if got := names(t, db, ours); len(got) != 1 {
		t.Errorf("ours: %v", got)
	}
	if got := names(t, db, theirs); len(got) != 0 {
		t.Errorf("theirs: %v", got)
	}
	if err := postgres.InOrganization(t.Context(), db.Server, theirs, add(ours, "heat")); err == nil {
		t.Error("a row was written into another organization")
	}
}

func TestWithoutAnOrganizationNoRowIsSeen(t *testing.T) {
	db, ours := ledger(t), uuid.New()
	if err := postgres.InOrganization(t.Context(), db.Server, ours, add(ours, "rent")); err != nil {
		t.Fatal(err)
	}
	var count int
	err := postgres.InTransaction(t.Context(), db.Server, func(ctx context.Context, tx *sqlx.Tx) error {
		return tx.GetContext(ctx, &count, `select count(*) from ledger`)
	})
	if err != nil || count != 0 {
		t.Errorf("%d rows, %v", count, err)
	}
}

func TestAnErrorRollsBack(t *testing.T) {
	db, ours, trouble := ledger(t), uuid.New(), errors.New("trouble")
	err := postgres.InOrganization(t.Context(), db.Server, ours, func(ctx context.Context, tx *sqlx.Tx) error {
		return errors.Join(add(ours, "rent")(ctx, tx), trouble)
	})
	if !errors.Is(err, trouble) {
		t.Errorf("got %v", err)
	}
	if got := names(t, db, ours); len(got) != 0 {
		t.Errorf("kept %v", got)
	}
}

func TestAPanicRollsBackAndGoesOn(t *testing.T) {
	db, ours := ledger(t), uuid.New()
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_ = postgres.InOrganization(t.Context(), db.Server, ours, func(ctx context.Context, tx *sqlx.Tx) error {
			_ = add(ours, "rent")(ctx, tx)
			panic("trouble")
		})
	}()
	if got := names(t, db, ours); len(got) != 0 {
		t.Errorf("kept %v", got)
	}
}

func TestATransactionWithinATransactionIsRefused(t *testing.T) {
	db, ours := ledger(t), uuid.New()
	err := postgres.InOrganization(t.Context(), db.Server, ours, func(ctx context.Context, _ *sqlx.Tx) error {
		return postgres.InOrganization(ctx, db.Server, ours, add(ours, "rent"))
	})
	if err == nil || !strings.Contains(err.Error(), "within a transaction") {
		t.Errorf("got %v", err)
	}
}

// Two transactions lock two rows in opposite order: PostgreSQL gives one of them up, and its second attempt succeeds.
func TestADeadlockIsTriedAgain(t *testing.T) {
	db, ours := ledger(t), uuid.New()
	for _, name := range []string{"heat", "rent"} {
		if err := postgres.InOrganization(t.Context(), db.Server, ours, add(ours, name)); err != nil {
			t.Fatal(err)
		}
	}
	var firstLocked sync.WaitGroup
	firstLocked.Add(2)
	increase := func(first, second string) error {
		var once sync.Once
		return postgres.InOrganization(t.Context(), db.Server, ours, func(ctx context.Context, tx *sqlx.Tx) error {
			const statement = `update ledger set amount = amount + 1 where organization_id = $1 and name = $2`
			if _, err := tx.ExecContext(ctx, statement, ours, first); err != nil {
				return err
			}
			once.Do(func() { firstLocked.Done(); firstLocked.Wait() })
			_, err := tx.ExecContext(ctx, statement, ours, second)
			return err
		})
	}
	results := make(chan error)
	go func() { results <- increase("heat", "rent") }()
	go func() { results <- increase("rent", "heat") }()
	if err := errors.Join(<-results, <-results); err != nil {
		t.Fatal(err)
	}
	var total int
	if err := db.Owner.Get(&total, `select sum(amount) from ledger`); err != nil || total != 4 {
		t.Errorf("%d, %v", total, err)
	}
}

func TestACancelledQueryIsTheContextsError(t *testing.T) {
	db := ledger(t)
	ctx, cancel := context.WithCancel(t.Context())
	err := postgres.InTransaction(ctx, db.Server, func(ctx context.Context, tx *sqlx.Tx) error {
		go cancel()
		_, err := tx.ExecContext(ctx, `select pg_sleep(60)`)
		return err
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestErrorsBecomeFaults(t *testing.T) {
	db, ours := ledger(t), uuid.New()
	db.Owner.MustExec(`create table line (organization_id uuid, name text, constraint line_of_ledger
		foreign key (organization_id, name) references ledger)`)
	db.Owner.MustExec(`call protect_tenant_table('line')`)
	db.Owner.MustExec(`grant insert on line to uppsikt_server`)
	if err := postgres.InOrganization(t.Context(), db.Server, ours, add(ours, "rent")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, code, constraint string
		kind                   fault.Kind
		do                     func(context.Context, *sqlx.Tx) error
	}{
		{"a second row of the same key", "already_exists", "ledger_pkey", fault.KindConflict, add(ours, "rent")},
		{"a reference to nothing", "reference_violated", "line_of_ledger", fault.KindConflict,
			func(ctx context.Context, tx *sqlx.Tx) error {
				_, err := tx.ExecContext(ctx, `insert into line values ($1, 'heat')`, ours)
				return err
			}},
		{"no row", "not_found", "", fault.KindNotFound, func(ctx context.Context, tx *sqlx.Tx) error {
			var name string
			return postgres.Translate(tx.GetContext(ctx, &name, `select name from ledger where name = 'heat'`), "ledger")
		}},
		{"a server that is shutting down", "unavailable", "", fault.KindUnavailable, func(ctx context.Context, tx *sqlx.Tx) error {
			_, err := tx.ExecContext(ctx, `select pg_terminate_backend(pg_backend_pid())`)
			return err
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := postgres.InOrganization(t.Context(), db.Server, ours, c.do)
			if !fault.Is(err, c.code) || fault.KindOf(err) != c.kind || postgres.Constraint(err) != c.constraint {
				t.Errorf("got %v with constraint %q", err, postgres.Constraint(err))
			}
		})
	}
}
