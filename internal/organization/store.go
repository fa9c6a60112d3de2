package organization

import (
	"context"
	"database/sql"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

const organizationJSON = `jsonb_build_object('id', o.organization_id, 'version', o.version,
	'content', jsonb_build_object('name', o.name, 'auditorsName', o.auditors_name))`

func insertOrganization(ctx context.Context, tx *sqlx.Tx, id uuid.UUID, content contract.OrganizationContent) (bool, error) {
	return inserted(tx.ExecContext(ctx, `
		insert into organization (organization_id, name, auditors_name) values ($1, $2, $3) on conflict (organization_id) do nothing`,
		id, content.Name, content.AuditorsName))
}

func organization(ctx context.Context, tx *sqlx.Tx, id uuid.UUID) (contract.Organization, error) {
	return postgres.GetJSON[contract.Organization](ctx, tx, "organization",
		`select `+organizationJSON+` from organization o where o.organization_id = $1`, id)
}

func organizationForUpdate(ctx context.Context, tx *sqlx.Tx, id uuid.UUID, version int64) (contract.Organization, error) {
	found, err := postgres.GetJSON[contract.Organization](ctx, tx, "organization",
		`select `+organizationJSON+` from organization o where o.organization_id = $1 for no key update`, id)
	return found, stale(err, found.Version, version)
}

func updateOrganization(ctx context.Context, tx *sqlx.Tx, id uuid.UUID, content contract.OrganizationContent) (contract.Organization, error) {
	return postgres.GetJSON[contract.Organization](ctx, tx, "organization", `
		update organization o set name = $2, auditors_name = $3, version = version + 1 where o.organization_id = $1
		returning `+organizationJSON, id, content.Name, content.AuditorsName)
}

const administrationJSON = `jsonb_build_object('id', a.id, 'version', a.version, 'content', jsonb_build_object('name', a.name))`

func administrationPage(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, limit, offset int) (contract.AdministrationPage, error) {
	return postgres.GetJSON[contract.AdministrationPage](ctx, tx, "administration", `
		with page as (
			select * from administration where organization_id = $1 order by name collate "sv-x-icu", id limit $2 offset $3
		)
		select jsonb_build_object('total', (select count(*) from administration where organization_id = $1), 'items', coalesce(
			(select jsonb_agg(`+administrationJSON+` order by a.name collate "sv-x-icu", a.id) from page a), '[]'))`,
		organization, limit, offset)
}

func administration(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (contract.Administration, error) {
	return postgres.GetJSON[contract.Administration](ctx, tx, "administration",
		`select `+administrationJSON+` from administration a where a.organization_id = $1 and a.id = $2`, organization, id)
}

func administrationForUpdate(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, version int64) (contract.Administration, error) {
	found, err := postgres.GetJSON[contract.Administration](ctx, tx, "administration",
		`select `+administrationJSON+` from administration a where a.organization_id = $1 and a.id = $2 for update`, organization, id)
	return found, stale(err, found.Version, version)
}

func insertAdministration(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, given contract.NewAdministration) (bool, error) {
	isNew, err := inserted(tx.ExecContext(ctx, `
		insert into administration (organization_id, id, name) values ($1, $2, $3) on conflict (organization_id, id) do nothing`,
		organization, given.ID, given.Content.Name))
	return isNew, refusal(err)
}

func updateAdministration(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, content contract.AdministrationContent) (contract.Administration, error) {
	after, err := postgres.GetJSON[contract.Administration](ctx, tx, "administration", `
		update administration a set name = $3, version = version + 1 where a.organization_id = $1 and a.id = $2
		returning `+administrationJSON, organization, id, content.Name)
	return after, refusal(err)
}

func deleteAdministration(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from administration where organization_id = $1 and id = $2`, organization, id)
	if postgres.Constraint(err) == "committee_administration_organization_id_administration_id_fkey" {
		return fault.Conflict("administration_serves_committee", "").Because(err)
	}
	return err
}

// refusal says in the contract's terms what the keys refused.
func refusal(err error) error {
	switch postgres.Constraint(err) {
	case "administration_organization_id_name_key", "committee_organization_id_name_key":
		return fault.InvalidField("/content/name", "already_used", "").Because(err)
	case "committee_abbreviation":
		return fault.InvalidField("/content/abbreviation", "already_used", "").Because(err)
	case "committee_administration_organization_id_administration_id_fkey":
		return fault.InvalidField("/content/administrationIds", "unknown_administration", "").Because(err)
	case "signatory_pkey":
		return fault.InvalidField("/content/signatories", "already_used", "another committee has a signatory with the same id").Because(err)
	case "meeting_organization_id_committee_id_date_key":
		return fault.InvalidField("/content/date", "already_used", "the committee meets on that day already").Because(err)
	}
	return err
}

func inserted(result sql.Result, err error) (bool, error) {
	if err != nil {
		return false, err
	}
	rows, err := result.RowsAffected()
	return rows > 0, err
}

func stale(err error, has, expected int64) error {
	if err == nil && has != expected {
		return fault.Stale()
	}
	return err
}
