package followup

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

const criticismObject = `jsonb_build_object('id', t.id, 'version', t.version, 'by', jsonb_build_object('id', p.id, 'name', p.name), 'at', t.at,
	'content', jsonb_build_object('committeeId', t.committee_id, 'year', t.year, 'kind', t.kind, 'text', t.text))`

func listCriticisms(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, committee *uuid.UUID, year *int, limit, offset int) (contract.CriticismPage, error) {
	return postgres.GetJSON[contract.CriticismPage](ctx, tx, "criticisms", `
		with chosen as (
			select t.*, row_number() over (order by t.year desc, k.name collate "sv-x-icu", t.id) as place
			from criticism t join committee k on k.organization_id = t.organization_id and k.id = t.committee_id
			where t.organization_id = $1 and ($2::uuid is null or t.committee_id = $2) and ($3::int is null or t.year = $3)
		), page as (select * from chosen order by place limit $4 offset $5)
		select jsonb_build_object('total', (select count(*) from chosen),
			'items', coalesce((select jsonb_agg(`+criticismObject+` order by t.place) from page t join account p on p.id = t.by), '[]'))`,
		organization, committee, year, limit, offset)
}

func loadCriticism(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (contract.Criticism, error) {
	return postgres.GetJSON[contract.Criticism](ctx, tx, "criticism", `select `+criticismObject+` from criticism t join account p on p.id = t.by
		where t.organization_id = $1 and t.id = $2 for update of t`, organization, id)
}

func insertCriticism(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, added contract.NewCriticism, by uuid.UUID, at time.Time) (bool, error) {
	c := added.Content
	result, err := tx.ExecContext(ctx, `
		insert into criticism (organization_id, id, committee_id, year, kind, text, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
		on conflict (organization_id, id) do nothing`, organization, added.ID, c.CommitteeID, c.Year, c.Kind, c.Text, by, at)
	if err != nil {
		return false, criticismFault(err)
	}
	rows, err := result.RowsAffected()
	return rows == 1, err
}

func updateCriticism(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, c contract.CriticismContent) error {
	_, err := tx.ExecContext(ctx, `update criticism set version = version + 1, committee_id = $3, year = $4, kind = $5, text = $6
		where organization_id = $1 and id = $2`, organization, id, c.CommitteeID, c.Year, c.Kind, c.Text)
	return criticismFault(err)
}

func deleteCriticism(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from criticism where organization_id = $1 and id = $2`, organization, id)
	return wrap("delete criticism", err)
}

func criticismFault(err error) error {
	if postgres.Constraint(err) != "" {
		return fault.InvalidField("/content/committeeId", "unknown_committee", "").Because(err)
	}
	if err != nil {
		return fmt.Errorf("write criticism: %w", err)
	}
	return nil
}
