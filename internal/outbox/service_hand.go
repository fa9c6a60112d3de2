package outbox

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
)

// Hand tells people at once, in the transaction that hands it to them, if they want to be told. Nobody is told of what they
// hand to themselves.
func Hand(ctx context.Context, tx *sqlx.Tx, at time.Time, handed Handed) error {
	others := slices.DeleteFunc(slices.Clone(handed.To), func(account uuid.UUID) bool { return account == handed.By.Account })
	if len(others) == 0 {
		return nil
	}
	names, err := namesAndWilling(ctx, tx, handed.By.Organization, handed.Committee, others)
	if err != nil || len(names.Accounts) == 0 {
		return err
	}
	return Add(ctx, tx, at, handed.told(names)...)
}
