package identity

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

type password struct {
	Account uuid.UUID
	Hash    string
}

// passwordByEmail gives no account and no hash where there is none: sign-in must take as long then.
func passwordByEmail(ctx context.Context, db sqlx.QueryerContext, email string) (password, error) {
	var found password
	err := sqlx.GetContext(ctx, db, &found,
		`select id as account, coalesce(password_hash, '') as hash from account where email = $1`, email)
	if errors.Is(err, sql.ErrNoRows) {
		return password{}, nil
	}
	return found, postgres.Translate(err, "account")
}

func updatePassword(ctx context.Context, tx *sqlx.Tx, account uuid.UUID, hash string) error {
	_, err := tx.ExecContext(ctx, `update account set password_hash = $2 where id = $1`, account, hash)
	return err
}

// countFailures holds the account's and the address's attempts still until the transaction ends, and forgets the old.
func countFailures(ctx context.Context, tx *sqlx.Tx, a attempt, since time.Time) (failures, error) {
	var counted failures
	for _, key := range []string{"account " + a.account, "address " + a.address} { // always in this order: no deadlock
		if _, err := tx.ExecContext(ctx, `select pg_advisory_xact_lock(hashtextextended('sign-in ' || $1::text, 0))`, key); err != nil {
			return counted, err
		}
	}
	_, err := tx.ExecContext(ctx, `delete from sign_in_attempt where (account = $1 or address = $2) and at < $3`,
		a.account, a.address, since)
	if err != nil {
		return counted, err
	}
	err = tx.GetContext(ctx, &counted, `
		select (select count(*) from sign_in_attempt where account = $1 and not accepted) as account,
		       (select count(*) from sign_in_attempt where address = $2 and not accepted) as address`,
		a.account, a.address)
	return counted, err
}

func insertAttempt(ctx context.Context, tx *sqlx.Tx, a attempt, now time.Time) (id int64, err error) {
	err = tx.GetContext(ctx, &id, `insert into sign_in_attempt (account, address, at, accepted) values ($1, $2, $3, false) returning id`,
		a.account, a.address, now)
	return id, err
}

func acceptAttempt(ctx context.Context, tx *sqlx.Tx, id int64) error {
	_, err := tx.ExecContext(ctx, `update sign_in_attempt set accepted = true where id = $1`, id)
	return err
}

func insertSession(ctx context.Context, tx *sqlx.Tx, account uuid.UUID, hash []byte, userAgent string, now time.Time) error {
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `
		insert into session (id, token_hash, account_id, organization_id, user_agent, created_at, last_seen_at, expires_at)
		select $1, $2, $3, (select (array_agg(organization_id))[1] from memberships_of($3) having count(*) = 1), $4, $5, $5, $6`,
		id, hash, account, userAgent, now, now.Add(idleLifetime))
	return err
}

// seeActor also writes down that the session was seen and prolongs it, when that was not just done.
func seeActor(ctx context.Context, db sqlx.QueryerContext, hash []byte, now time.Time) (authz.Actor, error) {
	return scanActor(ctx, db, `
		with seen as (
			update session set last_seen_at = $2, expires_at = least($3, created_at + $4::interval)
			where token_hash = $1 and expires_at > $2 and last_seen_at <= $5
		)
		select * from session_by_token($1, $2)`,
		hash, now, now.Add(idleLifetime), Lifetime.String(), now.Add(-seenEvery))
}

func actorBySession(ctx context.Context, db sqlx.QueryerContext, session uuid.UUID, now time.Time) (authz.Actor, error) {
	return scanActor(ctx, db, `
		select found.* from session s cross join lateral session_by_token(s.token_hash, $2) found where s.id = $1`, session, now)
}

func scanActor(ctx context.Context, db sqlx.QueryerContext, query string, arguments ...any) (authz.Actor, error) {
	var row struct {
		Session      uuid.UUID     `db:"session_id"`
		Account      uuid.UUID     `db:"account_id"`
		Name         string        `db:"account_name"`
		Email        string        `db:"email"`
		LastSeenAt   time.Time     `db:"last_seen_at"`
		Organization uuid.NullUUID `db:"organization_id"`
		Title        string        `db:"title"`
		Roles        []byte        `db:"roles"`
	}
	if err := sqlx.GetContext(ctx, db, &row, query, arguments...); err != nil {
		return authz.Actor{}, postgres.Translate(err, "session")
	}
	actor := authz.Actor{Account: row.Account, Session: row.Session, Name: row.Name, Email: row.Email, Organization: row.Organization.UUID}
	if err := json.Unmarshal(row.Roles, &actor.Roles); err != nil {
		return authz.Actor{}, fmt.Errorf("the session's roles: %w", err)
	}
	return actor, nil
}

func organizationsOf(ctx context.Context, db sqlx.QueryerContext, account uuid.UUID) ([]contract.OrganizationName, error) {
	organizations := []contract.OrganizationName{}
	err := sqlx.SelectContext(ctx, db, &organizations, `select organization_id as id, name from memberships_of($1)`, account)
	return organizations, postgres.Translate(err, "organization")
}

func updateOrganization(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, organization uuid.UUID) error {
	result, err := tx.ExecContext(ctx, `
		update session set organization_id = $2
		where id = $1 and exists (select from memberships_of($3) m where m.organization_id = $2)`,
		actor.Session, organization, actor.Account)
	return mustAffect(result, err, "organization")
}

func sessionsOf(ctx context.Context, db sqlx.QueryerContext, actor authz.Actor, now time.Time) (contract.OwnSessions, error) {
	var rows []struct {
		ID         uuid.UUID
		CreatedAt  time.Time `db:"created_at"`
		LastSeenAt time.Time `db:"last_seen_at"`
		UserAgent  string    `db:"user_agent"`
	}
	err := sqlx.SelectContext(ctx, db, &rows, `
		select id, created_at, last_seen_at, user_agent from session
		where account_id = $1 and expires_at > $2 order by last_seen_at desc, id`, actor.Account, now)
	own := contract.OwnSessions{Items: make([]contract.OwnSession, len(rows))}
	for i, row := range rows {
		own.Items[i] = contract.OwnSession{ID: row.ID, CreatedAt: row.CreatedAt.UTC(), LastSeenAt: row.LastSeenAt.UTC(),
			UserAgent: row.UserAgent, Current: row.ID == actor.Session}
	}
	return own, postgres.Translate(err, "session")
}

func deleteSession(ctx context.Context, db sqlx.ExecerContext, account, session uuid.UUID) error {
	result, err := db.ExecContext(ctx, `delete from session where account_id = $1 and id = $2`, account, session)
	return mustAffect(result, err, "session")
}

// endAllSessions signs the account out everywhere.
func endAllSessions(ctx context.Context, tx *sqlx.Tx, account uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from session where account_id = $1`, account)
	return err
}

// endSessions takes away one session, whoever's it was, and the account's expired ones.
func endSessions(ctx context.Context, tx *sqlx.Tx, account, former uuid.UUID, now time.Time) error {
	_, err := tx.ExecContext(ctx, `delete from session where id = $1 or account_id = $2 and expires_at <= $3`, former, account, now)
	return err
}

func endOtherSessions(ctx context.Context, tx *sqlx.Tx, actor authz.Actor) error {
	_, err := tx.ExecContext(ctx, `delete from session where account_id = $1 and id <> $2`, actor.Account, actor.Session)
	return err
}

// mustAffect turns a statement that met no row into not_found.
func mustAffect(result sql.Result, err error, thing string) error {
	if err != nil {
		return postgres.Translate(err, thing)
	}
	if affected, err := result.RowsAffected(); err != nil || affected == 0 {
		return fault.NotFound(thing).Because(err)
	}
	return nil
}
