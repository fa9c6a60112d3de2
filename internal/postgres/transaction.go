package postgres

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
)

// attempts is how many times a transaction is tried that PostgreSQL gives up for another's sake.
const attempts = 4

type inTransaction struct{}

// InOrganization runs fn in one transaction that sees and writes only this organization's rows. It commits when fn
// returns nil and rolls back on an error or a panic. fn gets the context to hand on, so that a transaction within the
// transaction is refused; it may run again after a deadlock, a serialization failure or a migration, and so must have no
// effects outside tx. The error is fn's or the commit's, as Translate gives it; a cancelled context's own error comes first.
func InOrganization(ctx context.Context, db *sqlx.DB, organization uuid.UUID, fn func(context.Context, *sqlx.Tx) error) error {
	return InTransaction(ctx, db, func(ctx context.Context, tx *sqlx.Tx) error {
		_, err := tx.ExecContext(ctx, `select set_config('uppsikt.organization', $1, true)`, organization.String())
		if err != nil {
			return fmt.Errorf("set the organization: %w", err)
		}
		return fn(ctx, tx)
	})
}

// InTransaction is InOrganization without an organization: for the global tables alone, since no other row is seen.
func InTransaction(ctx context.Context, db *sqlx.DB, fn func(context.Context, *sqlx.Tx) error) error {
	if ctx.Value(inTransaction{}) != nil {
		return errors.New("a transaction was begun within a transaction")
	}
	inside := context.WithValue(ctx, inTransaction{}, true)
	for attempt := 1; ; attempt++ {
		err := transact(inside, db, fn)
		if attempt == attempts || !worthAnotherTry(err) {
			return outcome(ctx, err)
		}
		if err := pause(ctx, attempt); err != nil {
			return err
		}
	}
}

func transact(ctx context.Context, db *sqlx.DB, fn func(context.Context, *sqlx.Tx) error) error {
	tx, err := db.BeginTxx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer tx.Rollback()
	if err := fn(ctx, tx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// outcome puts the cause of a cancelled query, the context, before PostgreSQL's "canceling statement due to user request".
func outcome(ctx context.Context, err error) error {
	switch {
	case err == nil, ctx.Err() == nil:
		return Translate(err, "row")
	case errors.Is(err, ctx.Err()):
		return err
	}
	return fmt.Errorf("%w: %w", ctx.Err(), err)
}

// pause waits a little longer for each attempt, and unevenly, so that the rivals do not meet again.
func pause(ctx context.Context, attempt int) error {
	most := 10 * time.Millisecond << attempt
	timer := time.NewTimer(rand.N(most))
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
