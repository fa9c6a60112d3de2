package response

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/contract"
	"uppsikt/internal/postgres"
)

// inputObject gives row i of input_request as the officer sees it.
const inputObject = `jsonb_build_object('id', i.id, 'version', i.version, 'answerId', i.answer_id, 'question', i.question, 'due', i.due,
	'person', (select jsonb_build_object('id', p.id, 'name', p.name) from account p where p.id = i.account_id),
	'askedBy', (select jsonb_build_object('id', p.id, 'name', p.name) from account p where p.id = i.asked_by), 'askedAt', i.asked_at,
	'reply', i.reply, 'repliedAt', i.replied_at, 'takenInAt', i.taken_in_at)`

// givenStatement gives one's questions as the person asked sees them: nothing of the draft.
const givenStatement = `
	select i.id, i.due, i.replied_at, jsonb_build_object('id', i.id, 'version', i.version, 'question', i.question, 'due', i.due,
		'askedBy', (select jsonb_build_object('id', p.id, 'name', p.name) from account p where p.id = i.asked_by),
		'committee', c.name, 'auditTitle', a.title,
		'recommendations', (select coalesce(jsonb_agg(k.text order by k.position), '[]')
			from answered_recommendation w join recommendation k on k.organization_id = w.organization_id and k.id = w.recommendation_id
			where w.organization_id = i.organization_id and w.answer_id = i.answer_id),
		'reply', i.reply, 'repliedAt', i.replied_at,
		'closed', i.taken_in_at is not null or r.state in ('decided', 'delivered')) as given
	from input_request i
	join response r on r.organization_id = i.organization_id and r.id = i.response_id
	join audit a on a.organization_id = r.organization_id and a.id = r.audit_id
	join committee c on c.organization_id = r.organization_id and c.id = r.committee_id
	where i.organization_id = $1 and i.account_id = $2`

func listGiven(ctx context.Context, tx *sqlx.Tx, organization, account uuid.UUID, limit, offset int) (contract.GivenInputRequestPage, error) {
	return postgres.GetJSON[contract.GivenInputRequestPage](ctx, tx, "input_requests", `
		with mine as (`+givenStatement+`), page as (
			select * from mine order by replied_at is not null, due, id limit $3 offset $4
		)
		select jsonb_build_object('total', (select count(*) from mine), 'items', coalesce(
			(select jsonb_agg(given order by replied_at is not null, due, id) from page), '[]'))`, organization, account, limit, offset)
}

func loadGiven(ctx context.Context, tx *sqlx.Tx, organization, account, id uuid.UUID) (contract.GivenInputRequest, error) {
	return postgres.GetJSON[contract.GivenInputRequest](ctx, tx, "input_request",
		`with mine as (`+givenStatement+`) select given from mine where id = $3`, organization, account, id)
}

// lockGiven reads one's question for a reply, and which committee it belongs to.
func lockGiven(ctx context.Context, tx *sqlx.Tx, organization, account, id uuid.UUID) (contract.GivenInputRequest, uuid.UUID, error) {
	var committee uuid.UUID
	err := tx.GetContext(ctx, &committee, `select r.committee_id from input_request i
		join response r on r.organization_id = i.organization_id and r.id = i.response_id
		where i.organization_id = $1 and i.account_id = $2 and i.id = $3 for update of i`, organization, account, id)
	if err != nil {
		return contract.GivenInputRequest{}, committee, postgres.Translate(err, "input_request")
	}
	given, err := loadGiven(ctx, tx, organization, account, id)
	return given, committee, err
}

func insertInput(ctx context.Context, tx *sqlx.Tx, organization, response uuid.UUID, command contract.NewInputRequest, person, by uuid.UUID, at time.Time) error {
	_, err := tx.ExecContext(ctx, `
		insert into input_request (organization_id, id, response_id, answer_id, account_id, question, due, asked_by, asked_at)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
		on conflict (organization_id, id) do nothing`,
		organization, command.ID, response, command.AnswerID, person, command.Question, command.Due, by, at)
	return wrap("ask for input", err)
}

func deleteInput(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from input_request where organization_id = $1 and id = $2`, organization, id)
	return wrap("withdraw input request", err)
}

func takeIn(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, at time.Time) error {
	_, err := tx.ExecContext(ctx, `update input_request set taken_in_at = coalesce(taken_in_at, $3), version = version + 1
		where organization_id = $1 and id = $2`, organization, id, at)
	return wrap("take input in", err)
}

func reply(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, text string, at time.Time) error {
	_, err := tx.ExecContext(ctx, `update input_request set reply = $3, replied_at = $4, version = version + 1
		where organization_id = $1 and id = $2`, organization, id, text, at)
	return wrap("reply", err)
}

func responseOfInput(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (uuid.UUID, error) {
	return responseOf(ctx, tx, "input_request", organization, id)
}

// responseOf finds the response that a part in table belongs to.
func responseOf(ctx context.Context, tx *sqlx.Tx, table string, organization, id uuid.UUID) (uuid.UUID, error) {
	var response uuid.UUID
	err := tx.GetContext(ctx, &response, fmt.Sprintf(`select response_id from %s where organization_id = $1 and id = $2`, table), organization, id)
	return response, postgres.Translate(err, table)
}
