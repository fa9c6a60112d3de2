package postgres

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/jmoiron/sqlx"
)

// GetJSON reads the one JSON value that a query gives: an aggregate in one round trip, in the contract's shape. thing names
// it in the fault not_found. Violations of constraints stay as they are, for the capability to point at a field.
func GetJSON[T any](ctx context.Context, tx *sqlx.Tx, thing, query string, arguments ...any) (T, error) {
	var value T
	var written []byte
	if err := tx.GetContext(ctx, &written, query, arguments...); err != nil {
		if Constraint(err) != "" {
			return value, err
		}
		return value, Translate(err, thing)
	}
	if err := json.Unmarshal(written, &value); err != nil {
		return value, fmt.Errorf("read %s: %w", thing, err)
	}
	return value, nil
}
