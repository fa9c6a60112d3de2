package identity

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
	"uppsikt/internal/web"
)

// membershipJSON writes a membership m with its account a as the contract does.
const membershipJSON = `
	jsonb_build_object('id', m.id, 'version', m.version,
		'account', jsonb_build_object('id', a.id, 'name', a.name, 'email', a.email),
		'content', jsonb_build_object('title', m.title, 'roles', (
			select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'committeeId', r.committee_id) order by r.role, r.committee_id), '[]')
			from membership_role r where r.organization_id = m.organization_id and r.membership_id = m.id)))`

func membershipByID(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (contract.Membership, error) {
	return postgres.GetJSON[contract.Membership](ctx, tx, "membership", `
		select `+membershipJSON+` from membership m join account a on a.id = m.account_id
		where m.organization_id = $1 and m.id = $2`, organization, id)
}

func membershipByEmail(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, email string) (contract.Membership, error) {
	return postgres.GetJSON[contract.Membership](ctx, tx, "membership", `
		select `+membershipJSON+` from membership m join account a on a.id = m.account_id
		where m.organization_id = $1 and a.email = $2`, organization, email)
}

func membershipPage(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, which contract.ListMembershipsParams) (contract.MembershipPage, error) {
	var sought string
	if which.Q != nil {
		sought = *which.Q
	}
	limit, offset := web.Page(which.Page, which.PageSize)
	return postgres.GetJSON[contract.MembershipPage](ctx, tx, "memberships", `
		with matched as (
			select m.id, m.organization_id, m.version, m.title, m.account_id, a.name from membership m join account a on a.id = m.account_id
			where m.organization_id = $1
				and strpos(lower((a.name || ' ' || a.email) collate "sv-x-icu"), lower($2::text collate "sv-x-icu")) > 0
		), page as (
			select * from matched order by name collate "sv-x-icu", id limit $3 offset $4
		)
		select jsonb_build_object('total', (select count(*) from matched), 'items', coalesce(
			(select jsonb_agg(`+membershipJSON+` order by m.name collate "sv-x-icu", m.id) from page m join account a on a.id = m.account_id), '[]'))`,
		organization, sought, limit, offset)
}

// IsColleague is the SQL that tells whether the membership m is of one to whom something may be given to do: auditors and
// their advisers do not work for those whom they audit.
const IsColleague = `not exists (select from membership_role r where r.organization_id = m.organization_id and r.membership_id = m.id and r.role in ('auditor', 'adviser'))`

func colleaguePage(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, which contract.ListColleaguesParams) (contract.ColleaguePage, error) {
	var sought string
	if which.Q != nil {
		sought = *which.Q
	}
	limit, offset := web.Page(which.Page, which.PageSize)
	return postgres.GetJSON[contract.ColleaguePage](ctx, tx, "colleagues", `
		with matched as (
			select a.id, a.name from membership m join account a on a.id = m.account_id
			where m.organization_id = $1 and `+IsColleague+`
				and strpos(lower(a.name collate "sv-x-icu"), lower($2::text collate "sv-x-icu")) > 0
		), page as (
			select * from matched order by name collate "sv-x-icu", id limit $3 offset $4
		)
		select jsonb_build_object('total', (select count(*) from matched), 'items', coalesce(
			(select jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name collate "sv-x-icu", id) from page), '[]'))`,
		organization, sought, limit, offset)
}

// Holding lists the accounts that hold a permission by a role over the committee itself.
func Holding(ctx context.Context, tx *sqlx.Tx, organization, committee uuid.UUID, needed authz.Permission) ([]uuid.UUID, error) {
	var accounts []uuid.UUID
	err := tx.SelectContext(ctx, &accounts, `
		select distinct m.account_id from membership m join membership_role r on r.organization_id = m.organization_id and r.membership_id = m.id
		where m.organization_id = $1 and r.committee_id = $2 and r.role = any ($3)`, organization, committee, pq.Array(authz.RolesWith(needed)))
	if err != nil {
		return nil, fmt.Errorf("who may %s: %w", needed, err)
	}
	return accounts, nil
}

// ActorIn is an account as it would act in an organization now: without roles where it is no member any more.
func ActorIn(ctx context.Context, tx *sqlx.Tx, organization, account uuid.UUID) (authz.Actor, error) {
	roles, err := postgres.GetJSON[[]contract.RoleGrant](ctx, tx, "membership", `
		select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'committeeId', r.committee_id)), '[]')
		from membership m join membership_role r on r.organization_id = m.organization_id and r.membership_id = m.id
		where m.organization_id = $1 and m.account_id = $2`, organization, account)
	return authz.Actor{Account: account, Organization: organization, Roles: roles}, err
}

// findOrInsertAccount tells whether the account was made. An account that exists keeps its name and password.
func findOrInsertAccount(ctx context.Context, tx *sqlx.Tx, member preparedMember, now time.Time) (account uuid.UUID, isNew bool, err error) {
	result, err := tx.ExecContext(ctx, `
		insert into account (id, email, name, password_hash, created_at) values ($1, $2, $3, $4, $5) on conflict (email) do nothing`,
		member.account, member.Email, member.Name, member.hash, now)
	if err != nil {
		return uuid.Nil, false, err
	}
	inserted, err := result.RowsAffected()
	if err != nil {
		return uuid.Nil, false, err
	}
	err = tx.GetContext(ctx, &account, `select id from account where email = $1`, member.Email)
	return account, inserted > 0, err
}

// insertMembership tells whether it was inserted: not when one with its id exists.
func insertMembership(ctx context.Context, tx *sqlx.Tx, organization, account uuid.UUID, given contract.NewMembership) (bool, error) {
	result, err := tx.ExecContext(ctx, `
		insert into membership (organization_id, id, account_id, title) values ($1, $2, $3, $4) on conflict (organization_id, id) do nothing`,
		organization, given.ID, account, given.Content.Title)
	if postgres.Constraint(err) == "membership_organization_id_account_id_key" {
		return false, fault.InvalidField("/email", "already_used", "the person is a member")
	}
	if err != nil {
		return false, err
	}
	inserted, err := result.RowsAffected()
	if err != nil || inserted == 0 {
		return false, err
	}
	return true, insertRoles(ctx, tx, organization, given.ID, given.Content.Roles)
}

func insertRoles(ctx context.Context, tx *sqlx.Tx, organization, membership uuid.UUID, roles []contract.RoleGrant) error {
	written, err := json.Marshal(roles)
	if err != nil {
		return fmt.Errorf("roles: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		insert into membership_role (organization_id, membership_id, role, committee_id)
		select distinct $1::uuid, $2::uuid, role, "committeeId" from jsonb_to_recordset($3) as given (role text, "committeeId" uuid)`,
		organization, membership, string(written))
	if postgres.Constraint(err) == "membership_role_organization_id_committee_id_fkey" {
		return fault.InvalidField("/content/roles", "unknown_committee", "")
	}
	return err
}

func updateMembership(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, content contract.MembershipContent) error {
	_, err := tx.ExecContext(ctx, `
		update membership set title = $3, version = version + 1 where organization_id = $1 and id = $2`, organization, id, content.Title)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `delete from membership_role where organization_id = $1 and membership_id = $2`, organization, id)
	if err != nil {
		return err
	}
	return insertRoles(ctx, tx, organization, id, content.Roles)
}

func deleteMembership(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from membership where organization_id = $1 and id = $2`, organization, id)
	return err
}

func lockPeople(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `select from organization where organization_id = $1 for no key update`, organization)
	return err
}

func countAdministrators(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID) (int, error) {
	var count int
	err := tx.GetContext(ctx, &count, `
		select count(*) from membership_role where organization_id = $1 and role = 'administrator'`, organization)
	return count, err
}

// lockAccount also keeps the account from becoming a member elsewhere until the transaction ends.
func lockAccount(ctx context.Context, tx *sqlx.Tx, account uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `select from account where id = $1 for update`, account)
	return err
}
