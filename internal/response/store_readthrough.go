package response

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/contract"
	"uppsikt/internal/postgres"
)

// commentObject gives row m of placed_comment as the contract's PlacedComment.
const commentObject = `jsonb_build_object('id', m.id, 'part', m.part, 'quote', m.quote, 'text', m.text, 'at', m.at,
	'by', (select jsonb_build_object('id', p.id, 'name', p.name) from account p where p.id = m.by),
	'resolvedBy', (select jsonb_build_object('id', p.id, 'name', p.name) from account p where p.id = m.resolved_by), 'resolvedAt', m.resolved_at)`

func insertComment(ctx context.Context, tx *sqlx.Tx, organization, response uuid.UUID, command contract.NewPlacedComment, by uuid.UUID, at time.Time) error {
	_, err := tx.ExecContext(ctx, `
		insert into placed_comment (organization_id, id, response_id, part, quote, text, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
		on conflict (organization_id, id) do nothing`,
		organization, command.ID, response, command.Part, command.Quote, command.Text, by, at)
	return wrap("add comment", err)
}

func resolveComment(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, resolved bool, by uuid.UUID, at time.Time) error {
	_, err := tx.ExecContext(ctx, `
		update placed_comment set resolved_by = case when $3 then $4::uuid end, resolved_at = case when $3 then $5::timestamptz end
		where organization_id = $1 and id = $2`, organization, id, resolved, by, at)
	return wrap("resolve comment", err)
}

func loadComment(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (contract.PlacedComment, error) {
	return postgres.GetJSON[contract.PlacedComment](ctx, tx, "comment",
		`select `+commentObject+` from placed_comment m where m.organization_id = $1 and m.id = $2`, organization, id)
}

// notePresence writes where one is and reads where the others have been since.
func notePresence(ctx context.Context, tx *sqlx.Tx, organization, response, account uuid.UUID, part string, at, since time.Time) (contract.PresentOthers, error) {
	return postgres.GetJSON[contract.PresentOthers](ctx, tx, "presence", `
		with noted as (
			insert into presence (organization_id, response_id, account_id, part, seen_at) values ($1, $2, $3, $4, $5)
			on conflict (organization_id, response_id, account_id) do update set part = excluded.part, seen_at = excluded.seen_at
		)
		select jsonb_build_object('items', coalesce(jsonb_agg(jsonb_build_object('person', jsonb_build_object('id', a.id, 'name', a.name),
			'part', p.part) order by a.name collate "sv-x-icu"), '[]'))
		from presence p join account a on a.id = p.account_id
		where p.organization_id = $1 and p.response_id = $2 and p.account_id <> $3 and p.seen_at > $6`,
		organization, response, account, part, at, since)
}
