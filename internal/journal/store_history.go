package journal

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
)

// longestHistory bounds how far back a history goes.
const longestHistory = 200

// Change is a writing as its history tells it.
type Change struct {
	At     time.Time
	Actor  uuid.UUID
	Name   string
	Before json.RawMessage
	After  json.RawMessage
}

// History lists what has been written of a thing, latest first, with what is being written now. The caller asks for the
// thing's own read rule first. What has been erased is left out.
func History(ctx context.Context, tx *sqlx.Tx, organization, thing uuid.UUID) ([]Change, error) {
	changes := []Change{}
	err := tx.SelectContext(ctx, &changes, `
		select h.at, h.actor, coalesce(a.name, '') as name, h.before, h.after
		from (
			select e.at, e.actor_id as actor, c.content->'before' as before, c.content->'after' as after
			from journal_entry e join journal_content c using (organization_id, sequence)
			where e.organization_id = $1 and e.thing_id = $2 and e.action = 'write' and c.content is not null
			union all
			select until, actor_id, before, after from journal_draft where organization_id = $1 and thing_id = $2
		) as h left join account a on a.id = h.actor
		order by h.at desc limit $3`, organization, thing, longestHistory)
	if err != nil {
		return nil, fmt.Errorf("read history: %w", err)
	}
	return changes, nil
}
