package notice

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// feed is whose calendar a secret address is, and of what; no committee is what waits for oneself.
type feed struct {
	ID           uuid.UUID
	Account      uuid.UUID
	Organization uuid.UUID
	Committee    *uuid.UUID
}

const feedJSON = `jsonb_build_object('id', f.id, 'committeeId', f.committee_id, 'madeAt', f.made_at, 'lastReadOn', f.last_read_on)`

func listFeeds(ctx context.Context, tx *sqlx.Tx, organization, account uuid.UUID) (contract.CalendarFeeds, error) {
	return postgres.GetJSON[contract.CalendarFeeds](ctx, tx, "calendar_feed", `
		select jsonb_build_object('items', coalesce(jsonb_agg(`+feedJSON+` order by f.made_at desc, f.id), '[]'))
		from calendar_feed f where f.organization_id = $1 and f.account_id = $2`, organization, account)
}

func insertFeed(ctx context.Context, tx *sqlx.Tx, organization, account uuid.UUID, command contract.NewCalendarFeed, hash []byte, at time.Time) (contract.CalendarFeed, error) {
	made, err := postgres.GetJSON[contract.CalendarFeed](ctx, tx, "calendar_feed", `
		insert into calendar_feed as f (id, token_hash, account_id, organization_id, committee_id, made_at) values ($1, $2, $3, $4, $5, $6)
		on conflict (id) do update set token_hash = excluded.token_hash where f.account_id = $3 and f.organization_id = $4
		returning `+feedJSON, command.ID, hash, account, organization, command.CommitteeID, at)
	if postgres.Constraint(err) == "calendar_feed_organization_id_committee_id_fkey" {
		return made, fault.NotFound("committee")
	}
	return made, err
}

func deleteFeed(ctx context.Context, tx *sqlx.Tx, organization, account, id uuid.UUID) error {
	result, err := tx.ExecContext(ctx, `delete from calendar_feed where id = $1 and account_id = $2 and organization_id = $3`, id, account, organization)
	if err != nil {
		return fmt.Errorf("revoke calendar: %w", err)
	}
	if deleted, err := result.RowsAffected(); err != nil || deleted > 0 {
		return err
	}
	return fault.NotFound("calendar_feed")
}

// readFeed finds the calendar at a secret address, and notes the day on which it was read, once a day.
func readFeed(ctx context.Context, tx *sqlx.Tx, hash []byte, today calendar.Date) (feed, error) {
	var found feed
	err := tx.GetContext(ctx, &found, `select id, account_id as account, organization_id as organization, committee_id as committee
		from calendar_feed where token_hash = $1`, hash)
	if err != nil {
		return found, postgres.Translate(err, "calendar")
	}
	_, err = tx.ExecContext(ctx, `update calendar_feed set last_read_on = $2 where id = $1 and last_read_on is distinct from $2`, found.ID, today)
	if err != nil {
		return found, fmt.Errorf("note that a calendar is read: %w", err)
	}
	return found, nil
}
