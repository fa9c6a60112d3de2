package journal

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
)

// storedLink is an entry as it is stored.
type storedLink struct {
	Sequence    int64      `json:"sequence"`
	At          string     `json:"at"`
	Actor       uuid.UUID  `json:"actor_id"`
	Thing       string     `json:"thing"`
	ThingID     uuid.UUID  `json:"thing_id"`
	Action      string     `json:"action"`
	ContentHash hexBytes   `json:"content_hash"`
	Hash        hexBytes   `json:"hash"`
	Salt        hexBytes   `json:"salt"`
	Content     string     `json:"content"`
	Committee   *uuid.UUID `json:"committee_id"`
}

// hexBytes goes to SQL as a bytea is written in text.
type hexBytes []byte

func (b hexBytes) MarshalText() ([]byte, error) { return []byte(`\x` + hex.EncodeToString(b)), nil }

// appendMany locks the chain, follows it in memory, and stores every link at once.
func appendMany(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, entries []Entry) error {
	var head struct {
		Sequence int64
		Hash     []byte
	}
	err := tx.GetContext(ctx, &head, `insert into journal_head as h (organization_id, sequence, hash) values ($1, 0, '')
		on conflict (organization_id) do update set sequence = h.sequence returning sequence, hash`, organization)
	if err != nil {
		return fmt.Errorf("lock the journal: %w", err)
	}
	rows := make([]storedLink, len(entries))
	for i, entry := range entries {
		if rows[i], err = linked(head.Hash, head.Sequence+int64(i)+1, entry); err != nil {
			return err
		}
		head.Hash = rows[i].Hash
	}
	written, err := json.Marshal(rows)
	if err != nil {
		return fmt.Errorf("journal entries: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		with given as (
			select * from jsonb_to_recordset($2) as g (sequence bigint, at timestamptz, actor_id uuid, thing text, thing_id uuid, action text,
				content_hash bytea, hash bytea, salt bytea, content text, committee_id uuid)
		), head as (
			update journal_head set (sequence, hash) = (select sequence, hash from given order by sequence desc limit 1) where organization_id = $1
		), entry as (
			insert into journal_entry (organization_id, sequence, at, actor_id, thing, thing_id, action, content_hash, hash)
			select $1, sequence, at, actor_id, thing, thing_id, action, content_hash, hash from given
		)
		insert into journal_content (organization_id, sequence, salt, content, committee_id)
		select $1, sequence, salt, content::json, committee_id from given`, organization, written)
	if err != nil {
		return fmt.Errorf("append to the journal: %w", err)
	}
	return nil
}

func linked(previous []byte, sequence int64, entry Entry) (storedLink, error) {
	content, err := entry.content()
	if err != nil {
		return storedLink{}, err
	}
	salt := newSalt()
	hash := contentHash(salt, content)
	made := storedLink{
		Sequence: sequence, At: moment(entry.At), Actor: entry.Actor, Thing: entry.Thing, ThingID: entry.ThingID, Action: entry.Action,
		ContentHash: hash, Hash: link(previous, sequence, entry, hash), Salt: salt, Content: string(content),
	}
	if entry.Committee != uuid.Nil {
		made.Committee = &entry.Committee
	}
	return made, nil
}
