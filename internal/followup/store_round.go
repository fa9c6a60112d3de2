package followup

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// What was said of g between the beginning of round o and its closing.
const (
	reportInRound = `progress_report t where t.organization_id = g.organization_id and t.assignment_id = g.id
		and t.at >= o.started_at and t.at <= coalesce(o.closed_at, 'infinity')`
	verdictInRound = `verdict v where v.organization_id = g.organization_id and v.assignment_id = g.id
		and v.confirmed_at >= o.started_at and v.confirmed_at <= coalesce(o.closed_at, 'infinity')`
)

func insertRound(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, added contract.NewRound, by uuid.UUID, at time.Time) (bool, error) {
	result, err := tx.ExecContext(ctx, `
		insert into round (organization_id, id, title, question, due, started_by, started_at) values ($1, $2, $3, $4, $5, $6, $7)
		on conflict (organization_id, id) do nothing`,
		organization, added.ID, added.Content.Title, added.Content.Question, added.Content.Due, by, at)
	if err != nil {
		return false, fmt.Errorf("insert round: %w", err)
	}
	rows, err := result.RowsAffected()
	return rows == 1, err
}

func updateRound(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, content contract.RoundContent) error {
	_, err := tx.ExecContext(ctx, `update round set version = version + 1, title = $3, question = $4, due = $5 where organization_id = $1 and id = $2`,
		organization, id, content.Title, content.Question, content.Due)
	return wrap("update round", err)
}

// askOf makes the round be about these assignments.
func askOf(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, assignments []uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `
		with gone as (delete from round_assignment where organization_id = $1 and round_id = $2 and assignment_id <> all ($3::uuid[]))
		insert into round_assignment (organization_id, round_id, assignment_id) select $1, $2, unnest($3::uuid[])
		on conflict do nothing`, organization, id, pq.Array(assignments))
	if postgres.Constraint(err) == "round_assignment_assignment" {
		return fault.InvalidField("/content/assignmentIds", "unknown_assignment", "").Because(err)
	}
	return wrap("choose assignments", err)
}

func closeRound(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, at *time.Time) error {
	_, err := tx.ExecContext(ctx, `update round set version = version + 1, closed_at = $3 where organization_id = $1 and id = $2`, organization, id, at)
	return wrap("close round", err)
}

func lockRound(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, today calendar.Date) (contract.Round, error) {
	var found uuid.UUID
	err := tx.GetContext(ctx, &found, `select id from round where organization_id = $1 and id = $2 for update`, actor.Organization, id)
	if err != nil {
		return contract.Round{}, postgres.Translate(err, "round")
	}
	return loadRound(ctx, tx, actor, id, today)
}

// loadRound reads a round in one round trip. An adviser sees those of its assignments that are given to them.
func loadRound(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, today calendar.Date) (contract.Round, error) {
	return postgres.GetJSON[contract.Round](ctx, tx, "round", `
		with `+readingAs("$6", "$7")+`
		select jsonb_build_object('id', o.id, 'version', o.version, 'startedBy', jsonb_build_object('id', p.id, 'name', p.name),
			'startedAt', o.started_at, 'closedAt', o.closed_at,
			'content', jsonb_build_object('title', o.title, 'question', o.question, 'due', o.due, 'assignmentIds',
				(select coalesce(jsonb_agg(x.assignment_id), '[]') from round_assignment x where x.organization_id = o.organization_id and x.round_id = o.id)),
			'items', (select coalesce(jsonb_agg(jsonb_build_object('assignment', `+summaryObject+`,
					'report', (select jsonb_build_object('id', t.id, 'progress', t.progress, 'comment', t.comment, 'effect', t.effect, 'on', t.on_day,
							'by', jsonb_build_object('id', y.id, 'name', y.name), 'at', t.at)
						from (select t.* from `+reportInRound+` order by t.at desc limit 1) t join account y on y.id = t.by),
					'verdict', (select jsonb_build_object('id', v.id, 'verdict', v.verdict, 'comment', v.comment, 'on', v.on_day,
							'by', jsonb_build_object('id', y.id, 'name', y.name), 'at', v.at,
							'confirmedBy', jsonb_build_object('id', z.id, 'name', z.name), 'confirmedAt', v.confirmed_at)
						from (select v.* from `+verdictInRound+` order by v.confirmed_at desc limit 1) v
						join account y on y.id = v.by join account z on z.id = v.confirmed_by))
					order by k.name collate "sv-x-icu", a.report_date, a.id, c.position), '[]')
				from `+askedInRound+` and `+isSeen("$6")+`),
			'leftOut', (select count(*) from `+askedInRound+` and not `+isSeen("$6")+`))
		from round o join account p on p.id = o.started_by
		where o.organization_id = $1 and o.id = $4`, actor.Organization, today, seesProposals(actor), id, onlyGivenTo(actor),
		confidentiality.Argument(actor.SeesConfidential()), confidentiality.ByAccount(actor))
}

// askedInRound are the assignments g of round o, in audits given to the adviser $5.
const askedInRound = `round_assignment x
	join assignment g on g.organization_id = x.organization_id and g.id = x.assignment_id
	join recommendation c on c.organization_id = g.organization_id and c.id = g.recommendation_id
	join audit a on a.organization_id = g.organization_id and a.id = g.audit_id
	join committee k on k.organization_id = g.organization_id and k.id = g.holder_id
	where x.organization_id = o.organization_id and x.round_id = o.id and ($5::uuid is null or exists (select from audit_adviser d
		where d.organization_id = g.organization_id and d.audit_id = g.audit_id and d.account_id = $5))`

func listRounds(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, limit, offset int) (contract.RoundPage, error) {
	return postgres.GetJSON[contract.RoundPage](ctx, tx, "rounds", `
		with page as (select * from round where organization_id = $1 order by closed_at desc nulls first, due, id limit $2 offset $3)
		select jsonb_build_object('total', (select count(*) from round where organization_id = $1), 'items', coalesce((select jsonb_agg(
			jsonb_build_object('id', o.id, 'title', o.title, 'due', o.due, 'closedAt', o.closed_at) ||
			(select jsonb_build_object('asked', count(*), 'reported', count(*) filter (where exists (select from `+reportInRound+`)),
					'judged', count(*) filter (where exists (select from `+verdictInRound+`)))
				from round_assignment x join assignment g on g.organization_id = x.organization_id and g.id = x.assignment_id
				where x.organization_id = o.organization_id and x.round_id = o.id) order by o.closed_at desc nulls first, o.due, o.id) from page o), '[]'))`,
		organization, limit, offset)
}
