package postgres_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/postgres"
	"uppsikt/internal/postgres/pgtest"
)

// single gives a pool of one connection, so that what was prepared is met again.
func single(t *testing.T) *pgtest.DB {
	t.Helper()
	db := ledger(t)
	db.Server.SetMaxOpenConns(1)
	return db
}

func preparedStatements(t *testing.T, db *pgtest.DB) (names []string) {
	t.Helper()
	if err := db.Server.Select(&names, `select name from pg_prepared_statements`); err != nil {
		t.Fatal(err)
	}
	return names
}

func TestAStatementIsPreparedOnceOnAConnection(t *testing.T) {
	db, ours := single(t), uuid.New()
	for i := range 3 {
		if err := postgres.InOrganization(t.Context(), db.Server, ours, add(ours, fmt.Sprint(i))); err != nil {
			t.Fatal(err)
		}
	}
	if got := preparedStatements(t, db); len(got) != 2 { // with set_config
		t.Errorf("prepared: %v", got)
	}
}

func TestOnlyTheLastUsedStatementsStayPrepared(t *testing.T) {
	db := single(t)
	for i := range 150 {
		var got int
		if err := db.Server.Get(&got, fmt.Sprintf(`select %d + $1::int`, i), 1); err != nil || got != i+1 {
			t.Fatal(got, err)
		}
	}
	if got := preparedStatements(t, db); len(got) != 100 {
		t.Errorf("%d statements are prepared", len(got))
	}
}

// A migration changes what a prepared statement gives while the program serves.
func TestAMigrationUnderALiveServer(t *testing.T) {
	db, ours := single(t), uuid.New()
	read := func(in func(query string, amount *int) error) {
		t.Helper()
		var amount int
		if err := in(`select amount from ledger where organization_id = $1`, &amount); err != nil || amount != 0 {
			t.Errorf("%d, %v", amount, err)
		}
	}
	inTransaction := func(query string, amount *int) error {
		return postgres.InOrganization(t.Context(), db.Server, ours, func(ctx context.Context, tx *sqlx.Tx) error {
			return tx.GetContext(ctx, amount, query, ours)
		})
	}
	alone := func(query string, amount *int) error {
		return db.Server.Get(amount, `select coalesce(max(amount), 0) from (`+query+`) l`, ours)
	}
	if err := postgres.InOrganization(t.Context(), db.Server, ours, add(ours, "rent")); err != nil {
		t.Fatal(err)
	}
	for _, migration := range []string{`select`, `alter table ledger alter amount type bigint`, `alter table ledger alter amount type numeric`} {
		db.Owner.MustExec(migration)
		read(inTransaction)
		read(alone)
	}
}

// A pooler, or somebody at the server, has forgotten what was prepared.
func TestAStatementThatTheServerDoesNotKnowIsPreparedAnew(t *testing.T) {
	db, ours := single(t), uuid.New()
	for range 2 {
		if got := names(t, db, ours); len(got) != 0 {
			t.Errorf("got %v", got)
		}
		var one int
		if err := db.Server.Get(&one, `select $1::int`, 1); err != nil || one != 1 {
			t.Errorf("%d, %v", one, err)
		}
		db.Server.MustExec(`deallocate all`)
	}
}

// The cancellation of one statement may reach the server late, and is not to meet the next one of the connection.
func TestAConnectionWhoseStatementWasCancelledIsNotUsedAgain(t *testing.T) {
	db := single(t)
	backend := func() (pid int) {
		t.Helper()
		if err := db.Server.Get(&pid, `select pg_backend_pid() + $1::int`, 0); err != nil {
			t.Fatal(err)
		}
		return pid
	}
	first := backend()
	if again := backend(); again != first {
		t.Fatal("the connection was not used again")
	}
	ctx, cancel := context.WithCancel(t.Context())
	var one int
	if err := db.Server.GetContext(ctx, &one, `select $1::int`, 1); err != nil {
		t.Fatal(err)
	}
	cancel() // after the answer: the connection is as good as before
	if again := backend(); again != first {
		t.Error("a connection was given up for a request that had ended")
	}
	const sleep = `select 1 from pg_sleep($1)`
	if err := db.Server.Get(&one, sleep, 0); err != nil { // prepares it
		t.Fatal(err)
	}
	ctx, cancel = context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if err := db.Server.GetContext(ctx, &one, sleep, 60); err == nil {
		t.Fatal("the statement was not cancelled")
	}
	if again := backend(); again == first {
		t.Error("the connection was used again")
	}
}
