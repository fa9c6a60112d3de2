package organization

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
)

// AddCommittees adds committees by name and abbreviation, within the transaction of whoever registers an audit of them;
// people and patterns come later. A committee whose id exists already stays as it is.
func AddCommittees(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, now time.Time, entries []contract.CommitteeEntry) error {
	if len(entries) == 0 {
		return nil
	}
	written, err := json.Marshal(entries)
	if err != nil {
		return fmt.Errorf("add committees: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		insert into committee (organization_id, id, name, abbreviation, kind, registry_number_pattern)
		select $1, id, name, abbreviation, 'committee', '' from jsonb_to_recordset($2) as e (id uuid, name text, abbreviation text)
		on conflict (organization_id, id) do nothing`, actor.Organization, string(written))
	switch {
	case postgres.Constraint(err) != "":
		return fault.InvalidField("/newCommittees", "already_used", "a committee has this name or abbreviation already").Because(err)
	case err != nil:
		return fmt.Errorf("add committees: %w", err)
	}
	return journal.Write(ctx, tx, journal.Entry{
		Organization: actor.Organization, At: now, Actor: actor.Account,
		Thing: "committee", ThingID: entries[0].ID, Action: "add", After: entries,
	})
}
