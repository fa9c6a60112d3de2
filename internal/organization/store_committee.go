package organization

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/contract"
	"uppsikt/internal/postgres"
)

const committeeJSON = `jsonb_build_object('id', c.id, 'version', c.version, 'successorId', c.successor_id,
	'content', jsonb_build_object('name', c.name, 'abbreviation', c.abbreviation, 'kind', c.kind, 'registryNumberPattern', c.registry_number_pattern,
		'administrationIds', (
			select coalesce(jsonb_agg(a.id order by a.name collate "sv-x-icu"), '[]')
			from committee_administration ca join administration a on a.organization_id = ca.organization_id and a.id = ca.administration_id
			where ca.organization_id = c.organization_id and ca.committee_id = c.id),
		'signatories', (
			select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'role', s.role, 'name', s.name, 'title', s.title, 'from', s.from_date,
				'until', s.until_date) order by array_position('{chair,deputy_chair,secretary,director}', s.role), s.from_date, s.id), '[]')
			from signatory s where s.organization_id = c.organization_id and s.committee_id = c.id)))`

func committeePage(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, limit, offset int) (contract.CommitteePage, error) {
	return postgres.GetJSON[contract.CommitteePage](ctx, tx, "committee", `
		with page as (
			select * from committee where organization_id = $1 order by name collate "sv-x-icu", id limit $2 offset $3
		)
		select jsonb_build_object('total', (select count(*) from committee where organization_id = $1), 'items', coalesce(
			(select jsonb_agg(`+committeeJSON+` order by c.name collate "sv-x-icu", c.id) from page c), '[]'))`,
		organization, limit, offset)
}

func committee(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (contract.Committee, error) {
	return postgres.GetJSON[contract.Committee](ctx, tx, "committee",
		`select `+committeeJSON+` from committee c where c.organization_id = $1 and c.id = $2`, organization, id)
}

// committeeForUpdate needs no second look at the parts: whoever changed them also raised the version.
func committeeForUpdate(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, version int64) (contract.Committee, error) {
	found, err := postgres.GetJSON[contract.Committee](ctx, tx, "committee",
		`select `+committeeJSON+` from committee c where c.organization_id = $1 and c.id = $2 for no key update`, organization, id)
	return found, stale(err, found.Version, version)
}

func insertCommittee(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, given contract.NewCommittee) (bool, error) {
	content := given.Content
	isNew, err := inserted(tx.ExecContext(ctx, `
		insert into committee (organization_id, id, name, abbreviation, kind, registry_number_pattern) values ($1, $2, $3, $4, $5, $6)
		on conflict (organization_id, id) do nothing`,
		organization, given.ID, content.Name, content.Abbreviation, content.Kind, content.RegistryNumberPattern))
	if err != nil || !isNew {
		return false, refusal(err)
	}
	return true, replaceParts(ctx, tx, organization, given.ID, content)
}

func updateCommittee(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, content contract.CommitteeContent) error {
	_, err := tx.ExecContext(ctx, `
		update committee set name = $3, abbreviation = $4, kind = $5, registry_number_pattern = $6, version = version + 1
		where organization_id = $1 and id = $2`,
		organization, id, content.Name, content.Abbreviation, content.Kind, content.RegistryNumberPattern)
	if err != nil {
		return refusal(err)
	}
	return replaceParts(ctx, tx, organization, id, content)
}

func replaceParts(ctx context.Context, tx *sqlx.Tx, organization, committee uuid.UUID, content contract.CommitteeContent) error {
	if err := replaceAdministrations(ctx, tx, organization, committee, content.AdministrationIds); err != nil {
		return refusal(err)
	}
	return refusal(replaceSignatories(ctx, tx, organization, committee, content.Signatories))
}

func replaceAdministrations(ctx context.Context, tx *sqlx.Tx, organization, committee uuid.UUID, administrations []uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from committee_administration where organization_id = $1 and committee_id = $2`, organization, committee)
	if err != nil {
		return err
	}
	written, err := json.Marshal(administrations)
	if err != nil {
		return fmt.Errorf("administrations: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		insert into committee_administration (organization_id, committee_id, administration_id)
		select distinct $1::uuid, $2::uuid, administration::uuid from jsonb_array_elements_text($3) as given (administration)`,
		organization, committee, string(written))
	return err
}

func replaceSignatories(ctx context.Context, tx *sqlx.Tx, organization, committee uuid.UUID, signatories []contract.Signatory) error {
	_, err := tx.ExecContext(ctx, `delete from signatory where organization_id = $1 and committee_id = $2`, organization, committee)
	if err != nil {
		return err
	}
	written, err := json.Marshal(signatories)
	if err != nil {
		return fmt.Errorf("signatories: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		insert into signatory (organization_id, id, committee_id, role, name, title, from_date, until_date)
		select $1, id, $2, role, name, title, "from", until
		from jsonb_to_recordset($3) as given (id uuid, role text, name text, title text, "from" date, until date)`,
		organization, committee, string(written))
	return err
}
