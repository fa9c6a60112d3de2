package organization

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

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
	var ids, names, abbreviations, kinds []string
	for _, entry := range entries {
		ids, names = append(ids, entry.ID.String()), append(names, entry.Name)
		abbreviations, kinds = append(abbreviations, entry.Abbreviation), append(kinds, string(kindByName(entry.Name)))
	}
	_, err := tx.ExecContext(ctx, `
		insert into committee (organization_id, id, name, abbreviation, kind, registry_number_pattern)
		select $1, id, name, abbreviation, kind, '' from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as e (id, name, abbreviation, kind)
		on conflict (organization_id, id) do nothing`, actor.Organization, pq.Array(ids), pq.Array(names), pq.Array(abbreviations), pq.Array(kinds))
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

// Succeed makes a committee be succeeded by another, within the transaction that hands over what it answers for: 409
// succession_in_a_circle when the successor is itself succeeded by the committee.
func Succeed(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, version int64, successor uuid.UUID) (contract.Committee, error) {
	if _, err := committeeForUpdate(ctx, tx, actor.Organization, id, version); err != nil {
		return contract.Committee{}, err
	}
	var last uuid.NullUUID
	if err := tx.GetContext(ctx, &last, `select current_committee($1, $2)`, actor.Organization, successor); err != nil {
		return contract.Committee{}, fmt.Errorf("follow the successors: %w", err)
	}
	switch {
	case !last.Valid:
		return contract.Committee{}, fault.InvalidField("/successorId", "unknown_committee", "")
	case last.UUID == id:
		return contract.Committee{}, fault.Conflict("succession_in_a_circle", "the successor is succeeded by the committee itself")
	}
	_, err := tx.ExecContext(ctx, `update committee set version = version + 1, successor_id = $3 where organization_id = $1 and id = $2`,
		actor.Organization, id, successor)
	if err != nil {
		return contract.Committee{}, fmt.Errorf("succeed committee: %w", err)
	}
	return committee(ctx, tx, actor.Organization, id)
}
