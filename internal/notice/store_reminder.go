package notice

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// loadChoice gives version 0 where nothing is chosen yet.
func loadChoice(ctx context.Context, tx *sqlx.Tx, account uuid.UUID) (contract.ReminderChoice, error) {
	return postgres.GetJSON[contract.ReminderChoice](ctx, tx, "account", `
		select jsonb_build_object('version', coalesce(c.version, 0), 'mailIsOn', false,
			'content', jsonb_build_object('digest', coalesce(c.digest, 'weekly'), 'atOnce', coalesce(c.at_once, true)))
		from account a left join reminder_choice c on c.account_id = a.id where a.id = $1`, account)
}

func writeChoice(ctx context.Context, tx *sqlx.Tx, account uuid.UUID, version int64, content contract.ReminderChoiceContent) error {
	result, err := tx.ExecContext(ctx, `
		insert into reminder_choice as c (account_id, digest, at_once) select $1, $3, $4 where $2 = 0 or exists (select from reminder_choice where account_id = $1)
		on conflict (account_id) do update set digest = excluded.digest, at_once = excluded.at_once, version = c.version + 1 where c.version = $2`,
		account, version, content.Digest, content.AtOnce)
	if err != nil {
		return fmt.Errorf("write the choice of reminders: %w", err)
	}
	if written, err := result.RowsAffected(); err != nil || written > 0 {
		return err
	}
	return fault.Stale()
}

// member is an account in an organization.
type member struct{ Account, Organization uuid.UUID }

// membersWith lists everybody who has chosen one of these, in each organization where they are a member: row-level security shows
// memberships only through the function that sign-in uses.
func membersWith(ctx context.Context, tx *sqlx.Tx, digests []contract.Digest) ([]member, error) {
	var members []member
	err := tx.SelectContext(ctx, &members, `
		select a.id as account, m.organization_id as organization
		from account a left join reminder_choice c on c.account_id = a.id cross join lateral memberships_of(a.id) m
		where coalesce(c.digest, 'weekly') = any ($1) order by m.organization_id, a.id`, pq.Array(digests))
	if err != nil {
		return nil, fmt.Errorf("whom to remind: %w", err)
	}
	return members, nil
}

// allOrganizations are those with a member.
func allOrganizations(ctx context.Context, tx *sqlx.Tx) ([]uuid.UUID, error) {
	var organizations []uuid.UUID
	err := tx.SelectContext(ctx, &organizations, `select distinct m.organization_id from account a cross join lateral memberships_of(a.id) m`)
	if err != nil {
		return nil, fmt.Errorf("which organizations there are: %w", err)
	}
	return organizations, nil
}

func loadPlaces(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID) (places, error) {
	return postgres.GetJSON[places](ctx, tx, "organization", `
		select jsonb_build_object('organization', o.name, 'committees', coalesce(
			(select jsonb_object_agg(k.id, k.name) from committee k where k.organization_id = o.organization_id), '{}'))
		from organization o where o.organization_id = $1`, organization)
}
