package journal

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
)

// Head is where an organization's chain ends. Kept elsewhere, it shows later whether the chain's tail was cut.
type Head struct {
	Organization uuid.UUID `json:"organization"`
	Sequence     int64     `json:"sequence"`
	Hash         string    `json:"hash"` // hexadecimal
}

// Broken names the first entry of a chain that is changed, missing or inserted.
type Broken struct {
	Organization uuid.UUID
	Sequence     int64
	What         string
}

func (b *Broken) Error() string {
	return fmt.Sprintf("the journal of organization %s is broken at entry %d: %s", b.Organization, b.Sequence, b.What)
}

// Verify walks every organization's chain, as the owner, and gives where they end. kept are heads from earlier
// verifications: each must still be in its chain. The error is a *Broken for the first fault found.
func Verify(ctx context.Context, owner *sqlx.DB, kept []Head) ([]Head, error) {
	rows, err := owner.QueryxContext(ctx, `
		select e.organization_id, e.sequence, e.at, e.actor_id, e.thing, e.thing_id, e.action, e.content_hash, e.hash,
		       c.salt, c.content::text as content, c.erased_reason, c.sequence is not null as has_content
		from journal_entry e left join journal_content c using (organization_id, sequence)
		order by e.organization_id, e.sequence`)
	if err != nil {
		return nil, fmt.Errorf("read the journal: %w", err)
	}
	defer rows.Close()
	walk := walk{kept: kept}
	for rows.Next() {
		var row row
		if err := rows.StructScan(&row); err != nil {
			return nil, fmt.Errorf("read the journal: %w", err)
		}
		if err := walk.step(row); err != nil {
			return nil, err
		}
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("read the journal: %w", err)
	}
	if err := walk.meetsKept(); err != nil {
		return nil, err
	}
	return walk.heads, walk.meetsStored(ctx, owner)
}

type row struct {
	Organization uuid.UUID `db:"organization_id"`
	Sequence     int64
	At           time.Time
	Actor        uuid.UUID `db:"actor_id"`
	Thing        string
	ThingID      uuid.UUID `db:"thing_id"`
	Action       string
	ContentHash  []byte `db:"content_hash"`
	Hash         []byte
	Salt         []byte
	Content      sql.NullString
	ErasedReason sql.NullString `db:"erased_reason"`
	HasContent   bool           `db:"has_content"`
}

// walk follows the chains in the order of organization and sequence.
type walk struct {
	kept  []Head
	heads []Head
	last  []byte
	met   int
}

func (w *walk) step(r row) error {
	if n := len(w.heads); n == 0 || w.heads[n-1].Organization != r.Organization {
		w.heads = append(w.heads, Head{Organization: r.Organization})
		w.last = nil
	}
	head := &w.heads[len(w.heads)-1]
	if fault := w.faultOf(r, head.Sequence+1); fault != "" {
		return &Broken{r.Organization, head.Sequence + 1, fault}
	}
	head.Sequence, head.Hash, w.last = r.Sequence, hex.EncodeToString(r.Hash), r.Hash
	return w.compareKept(*head)
}

func (w *walk) faultOf(r row, expected int64) string {
	entry := Entry{Organization: r.Organization, At: r.At, Actor: r.Actor, Thing: r.Thing, ThingID: r.ThingID, Action: r.Action}
	switch {
	case r.Sequence != expected:
		return "the entry is missing"
	case !bytes.Equal(r.Hash, link(w.last, r.Sequence, entry, r.ContentHash)):
		return "the entry was changed or inserted"
	case !r.HasContent:
		return "the entry's content is missing"
	case r.Content.Valid && !bytes.Equal(r.ContentHash, contentHash(r.Salt, []byte(r.Content.String))):
		return "the entry's content was changed"
	case !r.Content.Valid && !r.ErasedReason.Valid:
		return "the entry's content was erased without a reason"
	}
	return ""
}

func (w *walk) compareKept(head Head) error {
	for _, kept := range w.kept {
		if kept.Organization == head.Organization && kept.Sequence == head.Sequence {
			if kept.Hash != head.Hash {
				return &Broken{head.Organization, head.Sequence, "the entry is not the one that was kept"}
			}
			w.met++
		}
	}
	return nil
}

func (w *walk) meetsKept() error {
	for _, kept := range w.kept {
		if kept.Sequence > w.endOf(kept.Organization) {
			return &Broken{kept.Organization, w.endOf(kept.Organization) + 1, "the chain's tail is cut: a later head was kept"}
		}
	}
	if w.met != len(w.kept) {
		return errors.New("a kept head has a sequence below 1")
	}
	return nil
}

func (w *walk) endOf(organization uuid.UUID) int64 {
	for _, head := range w.heads {
		if head.Organization == organization {
			return head.Sequence
		}
	}
	return 0
}

// meetsStored compares with the heads that the database itself keeps.
func (w *walk) meetsStored(ctx context.Context, owner *sqlx.DB) error {
	var stored []struct {
		Organization uuid.UUID `db:"organization_id"`
		Sequence     int64
	}
	if err := owner.SelectContext(ctx, &stored, `select organization_id, sequence from journal_head`); err != nil {
		return fmt.Errorf("read the journal's heads: %w", err)
	}
	for _, head := range stored {
		if end := w.endOf(head.Organization); head.Sequence != end {
			return &Broken{head.Organization, end + 1, fmt.Sprintf("the chain should go on to entry %d", head.Sequence)}
		}
	}
	return nil
}
