package response

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/contract"
)

// storeReception replaces what the auditors said before; the journal keeps it.
func storeReception(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, content contract.ReceptionContent, by uuid.UUID, at time.Time) error {
	_, err := tx.ExecContext(ctx, `
		insert into reception (organization_id, response_id, reception, comment, supplement_due, by, at) values ($1, $2, $3, $4, $5, $6, $7)
		on conflict (organization_id, response_id) do update set reception = excluded.reception, comment = excluded.comment,
			supplement_due = excluded.supplement_due, by = excluded.by, at = excluded.at`,
		organization, id, content.Reception, content.Comment, content.SupplementDue, by, at)
	return wrap("store reception", err)
}
