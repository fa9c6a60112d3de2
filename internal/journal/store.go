package journal

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"
)

// Write appends an entry, in the transaction that makes the change. Call it last: it locks the organization's chain. What
// others were writing and have paused from becomes entries before it.
func Write(ctx context.Context, tx *sqlx.Tx, entry Entry) error {
	return WriteMany(ctx, tx, entry.Organization, entry.At, []Entry{entry})
}

// WriteMany does as Write for a change of many things at once.
func WriteMany(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, at time.Time, entries []Entry) error {
	paused, err := takeDrafts(ctx, tx, organization, `until < $2`, at.Add(-Pause))
	if err != nil {
		return err
	}
	return appendAll(ctx, tx, organization, append(paused, entries...))
}

// Autosave notes what somebody is writing. The first state before and the latest after become one entry, after a pause
// or when Settle is called.
func Autosave(ctx context.Context, tx *sqlx.Tx, entry Entry) error {
	paused, err := takeDrafts(ctx, tx, entry.Organization, `thing_id = $2 and actor_id = $3 and until < $4`,
		entry.ThingID, entry.Actor, entry.At.Add(-Pause))
	if err != nil {
		return err
	}
	if err := appendAll(ctx, tx, entry.Organization, paused); err != nil {
		return err
	}
	before, after, err := states(entry)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `
		insert into journal_draft (organization_id, thing, thing_id, actor_id, committee_id, until, before, after)
		values ($1, $2, $3, $4, $5, $6, $7, $8)
		on conflict (organization_id, thing_id, actor_id) do update set until = excluded.until, after = excluded.after`,
		entry.Organization, entry.Thing, entry.ThingID, entry.Actor, entry.Committee, entry.At, before, after)
	if err != nil {
		return fmt.Errorf("note an autosave: %w", err)
	}
	return nil
}

// Settle makes entries of what has been written of these things so far: at a change of state.
func Settle(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, things []uuid.UUID) error {
	drafts, err := takeDrafts(ctx, tx, organization, `thing_id = any($2::uuid[])`, pq.Array(things))
	if err != nil {
		return err
	}
	return appendAll(ctx, tx, organization, drafts)
}

func takeDrafts(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, which string, arguments ...any) ([]Entry, error) {
	var rows []struct {
		Thing   string
		ThingID uuid.UUID `db:"thing_id"`
		Actor   uuid.UUID `db:"actor_id"`
		Comm    uuid.UUID `db:"committee_id"`
		Until   time.Time
		Before  json.RawMessage
		After   json.RawMessage
	}
	err := tx.SelectContext(ctx, &rows, `
		with taken as (delete from journal_draft where organization_id = $1 and `+which+`
			returning thing, thing_id, actor_id, committee_id, until, before, after)
		select * from taken order by until, thing_id`, append([]any{organization}, arguments...)...)
	if err != nil {
		return nil, fmt.Errorf("take autosaves: %w", err)
	}
	entries := make([]Entry, len(rows))
	for i, row := range rows {
		entries[i] = Entry{Organization: organization, At: row.Until, Actor: row.Actor, Thing: row.Thing, ThingID: row.ThingID,
			Action: "write", Committee: row.Comm, Before: row.Before, After: row.After}
	}
	return entries, nil
}

func appendAll(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, entries []Entry) error {
	switch len(entries) {
	case 0:
		return nil
	case 1:
		return appendOne(ctx, tx, entries[0])
	}
	return appendMany(ctx, tx, organization, entries)
}

func appendOne(ctx context.Context, tx *sqlx.Tx, entry Entry) error {
	content, err := entry.content()
	if err != nil {
		return err
	}
	salt := newSalt()
	hash := contentHash(salt, content)
	_, err = tx.ExecContext(ctx, `
		with given as (
			select $1::uuid as organization, $2::text as fields, $3::bytea as content_hash
		), head as (
			insert into journal_head as h (organization_id, sequence, hash)
			select organization, 1, sha256(convert_to(organization || E'\n1\n' || fields, 'UTF8') || content_hash) from given
			on conflict (organization_id) do update set sequence = h.sequence + 1,
				hash = sha256(h.hash || convert_to($1::uuid || E'\n' || (h.sequence + 1) || E'\n' || $2::text, 'UTF8') || $3::bytea)
			returning sequence, hash
		), entry as (
			insert into journal_entry (organization_id, sequence, at, actor_id, thing, thing_id, action, content_hash, hash)
			select $1::uuid, sequence, $4::timestamptz, $5::uuid, $6, $7::uuid, $8, $3::bytea, hash from head
		)
		insert into journal_content (organization_id, sequence, salt, content, committee_id)
		select $1::uuid, sequence, $9::bytea, $10::json, $11::uuid from head`,
		entry.Organization, fields(entry), hash, moment(entry.At), entry.Actor, entry.Thing, entry.ThingID, entry.Action,
		salt, string(content), uuid.NullUUID{UUID: entry.Committee, Valid: entry.Committee != uuid.Nil})
	if err != nil {
		return fmt.Errorf("append to the journal: %w", err)
	}
	return nil
}

func states(entry Entry) (before, after string, err error) {
	b, err := json.Marshal(entry.Before)
	if err != nil {
		return "", "", fmt.Errorf("journal content: %w", err)
	}
	a, err := json.Marshal(entry.After)
	if err != nil {
		return "", "", fmt.Errorf("journal content: %w", err)
	}
	return string(b), string(a), nil
}
