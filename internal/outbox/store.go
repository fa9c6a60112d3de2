package outbox

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
	"uppsikt/internal/web"
)

// Add writes mails in the transaction of what they tell. One whose key the account has had already is not written again.
func Add(ctx context.Context, tx *sqlx.Tx, at time.Time, mails ...Mail) error {
	var ids, organizations, accounts, kinds, keys, subjects, bodies []string
	for _, mail := range mails {
		id, err := uuid.NewV7()
		if err != nil {
			return fmt.Errorf("make an id: %w", err)
		}
		ids, organizations, accounts = append(ids, id.String()), append(organizations, mail.Organization.String()), append(accounts, mail.Account.String())
		kinds, keys = append(kinds, mail.Kind), append(keys, mail.Key)
		subjects, bodies = append(subjects, mail.Subject), append(bodies, mail.Body)
	}
	_, err := tx.ExecContext(ctx, `
		insert into outbox (id, organization_id, account_id, kind, key, subject, body, made_at, next_attempt_at)
		select id, organization, account, kind, key, subject, body, $8, $8
		from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
			as given (id, organization, account, kind, key, subject, body)
		on conflict (account_id, key) do nothing`,
		pq.Array(ids), pq.Array(organizations), pq.Array(accounts), pq.Array(kinds), pq.Array(keys), pq.Array(subjects), pq.Array(bodies), at)
	if err != nil {
		return fmt.Errorf("write mail: %w", err)
	}
	return nil
}

// claim takes the mail that has waited longest, for the length of a lease; none is nil. Attempts are counted here, so that a
// mail that ends the program is not tried for ever at once.
func claim(ctx context.Context, db *sqlx.DB, now time.Time) (*letter, error) {
	var found letter
	err := db.GetContext(ctx, &found, `
		update outbox o set claimed_until = $2, attempts = o.attempts + 1 from account a
		where a.id = o.account_id and o.id = (select id from outbox
			where sent_at is null and dead_at is null and next_attempt_at <= $1 and (claimed_until is null or claimed_until <= $1)
			order by next_attempt_at, id limit 1 for update skip locked)
		returning o.id, a.email, o.subject, o.body, o.attempts`, now, now.Add(lease))
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, nil //nolint:nilnil // that none waits is no error
	case err != nil:
		return nil, fmt.Errorf("claim mail: %w", err)
	}
	return &found, nil
}

func markSent(ctx context.Context, db *sqlx.DB, id uuid.UUID, now time.Time) error {
	_, err := db.ExecContext(ctx, `update outbox set sent_at = $2, dead_at = null, claimed_until = null, last_error = '' where id = $1`, id, now)
	return wrap("mark mail as sent", err)
}

func markFailed(ctx context.Context, db *sqlx.DB, id uuid.UUID, now, next time.Time, isDead bool, why string) error {
	_, err := db.ExecContext(ctx, `
		update outbox set claimed_until = null, next_attempt_at = $3, last_error = $5, dead_at = case when $4 then $2::timestamptz end
		where id = $1 and sent_at is null`, id, now, next, isDead, why)
	return wrap("mark mail as failed", err)
}

// bury gives up what nobody has tried since a moment.
func bury(ctx context.Context, db *sqlx.DB, now, since time.Time) error {
	_, err := db.ExecContext(ctx, `update outbox set dead_at = $1, last_error = 'not tried in time: mail was off'
		where next_attempt_at < $2 and sent_at is null and dead_at is null and (claimed_until is null or claimed_until <= $1)`, now, since)
	return wrap("give up old mail", err)
}

// names are what a text about something handed over says, and who of the given want to be told at once.
type names struct {
	Organization string
	Committee    string
	Accounts     pq.StringArray
}

func namesAndWilling(ctx context.Context, tx *sqlx.Tx, organization, committee uuid.UUID, accounts []uuid.UUID) (names, error) {
	var found names
	err := tx.GetContext(ctx, &found, `
		select o.name as organization, k.name as committee, array(select m.account_id::text
			from membership m left join reminder_choice c on c.account_id = m.account_id
			where m.organization_id = $1 and m.account_id = any ($3) and coalesce(c.at_once, true)) as accounts
		from organization o join committee k on k.organization_id = o.organization_id and k.id = $2
		where o.organization_id = $1`, organization, committee, pq.Array(accounts))
	return found, wrap("find whom to tell", err)
}

// mailJSON gives row o of outbox, with its account a, as the contract does: never its subject or text.
const mailJSON = `jsonb_build_object('id', o.id, 'kind', o.kind, 'person', jsonb_build_object('id', a.id, 'name', a.name),
	'state', ` + mailState + `, 'madeAt', o.made_at, 'attempts', o.attempts,
	'nextAttemptAt', case when ` + mailState + ` = 'waiting' then o.next_attempt_at end, 'sentAt', o.sent_at, 'lastError', o.last_error)`

const mailState = `case when o.sent_at is not null then 'sent' when o.dead_at is not null then 'dead' else 'waiting' end`

// List reads what was, is or could not be sent to an organization's people, latest first.
func List(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, which contract.ListMailParams) (contract.MailPage, error) {
	limit, offset := web.Page(which.Page, which.PageSize)
	return postgres.GetJSON[contract.MailPage](ctx, tx, "mail", `
		with matched as (select * from outbox o where o.organization_id = $1 and ($2::text is null or `+mailState+` = $2)),
		page as (select * from matched order by made_at desc, id desc limit $3 offset $4)
		select jsonb_build_object('total', (select count(*) from matched),
			'dead', (select count(*) from outbox where organization_id = $1 and dead_at is not null),
			'items', coalesce((select jsonb_agg(`+mailJSON+` order by o.made_at desc, o.id desc) from page o join account a on a.id = o.account_id), '[]'))`,
		organization, which.State, limit, offset)
}

// Retry lets a dead letter wait again, as if it were new.
func Retry(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, now time.Time) (contract.Mail, error) {
	result, err := tx.ExecContext(ctx, `update outbox set dead_at = null, attempts = 0, next_attempt_at = $3
		where organization_id = $1 and id = $2 and dead_at is not null`, organization, id, now)
	if err != nil {
		return contract.Mail{}, wrap("retry mail", err)
	}
	mail, err := postgres.GetJSON[contract.Mail](ctx, tx, "mail", `select `+mailJSON+` from outbox o join account a on a.id = o.account_id
		where o.organization_id = $1 and o.id = $2`, organization, id)
	if err != nil {
		return mail, err
	}
	if revived, err := result.RowsAffected(); err != nil || revived == 0 {
		return mail, errors.Join(err, fault.Conflict("mail_not_dead", "only what could not be sent is tried again"))
	}
	return mail, nil
}

func wrap(what string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}
