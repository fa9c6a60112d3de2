package organization

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// MemorandumTemplate is the organization's, or the first starting point with version 0 until somebody has set one.
func MemorandumTemplate(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID) (contract.MemorandumTemplate, error) {
	template, err := postgres.GetJSON[contract.MemorandumTemplate](ctx, tx, "memorandum_template", `
		select jsonb_build_object('version', t.version, 'content', t.content) from memorandum_template t where t.organization_id = $1`, organization)
	starting := startingPoints()
	if fault.Is(err, "not_found") {
		template, err = contract.MemorandumTemplate{Content: starting[0]}, nil
	}
	template.StartingPoints = starting
	return template, err
}

// setMemorandumTemplate stores it if nobody was first: version is the one that the change is made upon.
func setMemorandumTemplate(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, version int64, content contract.MemorandumTemplateContent) error {
	written, err := json.Marshal(content)
	if err != nil {
		return fmt.Errorf("set memorandum template: %w", err)
	}
	set, err := inserted(tx.ExecContext(ctx, `
		insert into memorandum_template as t (organization_id, content) select $1, $3::jsonb
		where $2::bigint = 0 or exists (select from memorandum_template where organization_id = $1)
		on conflict (organization_id) do update set content = excluded.content, version = t.version + 1 where t.version = $2`,
		organization, version, string(written)))
	if err == nil && !set {
		return fault.Stale()
	}
	return err
}
