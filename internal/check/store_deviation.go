package check

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/postgres"
)

const (
	// latestRecheck gives each deviation d the outcome z of the last time it was looked at again.
	latestRecheck = `left join lateral (select x.outcome from recheck x where x.organization_id = d.organization_id and x.deviation_id = d.id
		order by x.on_day desc, x.at desc limit 1) z on true`

	isSettled = `d.progress in ('done', 'continuous', 'cancelled')`

	// deviationState: where it remains, the progress begins anew (see addRecheck).
	deviationState = `case when z.outcome = 'remedied' then 'closed' when ` + isSettled + ` then 'to_recheck' else 'open' end`

	// isDeviationOverdue: $3 is today.
	isDeviationOverdue = `(z.outcome is distinct from 'remedied' and coalesce(case when ` + isSettled + ` then d.recheck_due else d.due end < $3, false))`

	deviationSummary = `jsonb_build_object('id', d.id, 'number', d.number, 'planId', p.id, 'committeeId', p.committee_id, 'year', p.year, 'checkId', k.id,
		'controlId', t.id, 'controlTitle', coalesce(k.control_then->>'title', t.title), 'what', d.what, 'outcome', k.outcome, 'state', ` + deviationState + `,
		'progress', d.progress, 'due', d.due, 'overdue', ` + isDeviationOverdue + `, 'person', ` + actorObject + `d.person_id))`

	// isReadablePlan tells whether the reader reads the plan q: $4 is the committees whose drafts they see, $5 whether they read adopted ones.
	isReadablePlan = `(q.committee_id = any ($4) or $5 and q.state <> 'draft')`

	deviationStatement = `
		select jsonb_build_object('standing', jsonb_build_object(` + standingObject + `, 'isToRemedy', d.person_id is not distinct from $2),
			'hasDraft', exists (select from control_plan q where q.organization_id = p.organization_id and q.state = 'draft' and q.year > p.year and q.committee_id = any ($6)
				and current_committee(q.organization_id, q.committee_id) = current_committee(p.organization_id, p.committee_id)),
			'deviation', jsonb_build_object('id', d.id, 'version', d.version, 'summary', ` + deviationSummary + `,
				'content', jsonb_build_object('what', d.what, 'cause', d.cause, 'measure', d.measure, 'function', d.function, 'personId', d.person_id,
					'due', d.due, 'recheckDue', d.recheck_due),
				'progressNote', d.progress_note, 'progressOn', d.progress_on,
				'rechecks', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'outcome', x.outcome, 'note', x.note, 'on', x.on_day,
					'by', ` + actorObject + `x.by), 'at', x.at) order by x.on_day, x.at), '[]') from recheck x
					where x.organization_id = d.organization_id and x.deviation_id = d.id),
				'risks', (select coalesce(jsonb_agg(jsonb_build_object('riskId', r.id, 'planId', q.id, 'year', q.year, 'number', r.number, 'title', r.title)
					order by q.year, r.number), '[]') from risk r join control_plan q on q.organization_id = r.organization_id and q.id = r.plan_id
					where r.organization_id = d.organization_id and r.deviation_id = d.id and ` + isReadablePlan + `),
				'notedBy', ` + actorObject + `d.noted_by), 'notedAt', d.noted_at))
		from deviation d join ` + ofPlan + ` on k.organization_id = d.organization_id and k.id = d.check_id ` + latestRecheck + `
		where d.organization_id = $1 and d.id = $7`
)

func loadDeviation(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, today calendar.Date) (foundDeviation, error) {
	return getDeviation(ctx, tx, actor, id, today, "")
}

// lockDeviation is loadDeviation that keeps others from changing it, and its plan from being reported, until the transaction ends.
func lockDeviation(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, today calendar.Date) (foundDeviation, error) {
	return getDeviation(ctx, tx, actor, id, today, ` for no key update of d for share of k, p`)
}

func getDeviation(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, today calendar.Date, lock string) (foundDeviation, error) {
	return postgres.GetJSON[foundDeviation](ctx, tx, "deviation", deviationStatement+lock, actor.Organization, actor.Account, today,
		pq.Array(actor.CommitteesWhere(authz.ControlPlanDraft)), actor.Has(authz.ControlPlanRead), pq.Array(actor.CommitteesWhere(authz.RiskEdit)), id)
}

// FindDeviation tells how a deviation stands, for who may read and attach to its papers.
func FindDeviation(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (standing Standing, err error) {
	err = tx.GetContext(ctx, &standing, `select `+standingColumns+`, d.person_id is not distinct from $2 as is_to_remedy
		from deviation d join `+ofPlan+` on k.organization_id = d.organization_id and k.id = d.check_id where d.organization_id = $1 and d.id = $3`,
		actor.Organization, actor.Account, id)
	return standing, postgres.Translate(err, "deviation")
}

// listDeviations: mine are those to remedy.
func listDeviations(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, which contract.ListDeviationsParams, today calendar.Date, limit, offset int) (contract.DeviationPage, error) {
	isMine := which.Mine != nil && *which.Mine
	return postgres.GetJSON[contract.DeviationPage](ctx, tx, "deviations", `
		with chosen as (
			select `+deviationSummary+` as object, row_number() over (order by d.noted_at desc, d.id) as place
			from deviation d join `+ofPlan+` on k.organization_id = d.organization_id and k.id = d.check_id `+latestRecheck+`
			where d.organization_id = $1 and (d.person_id is not distinct from $2
					or not $5 and `+sees+` and ($6 or `+performer+` is not distinct from $2 or k.performed_by is not distinct from $2))
				and ($7::uuid is null or p.committee_id = $7) and ($8::uuid is null or p.id = $8) and ($9::uuid is null or k.id = $9)
				and ($10::text is null or `+deviationState+` = $10)
		)
		select jsonb_build_object('total', (select count(*) from chosen), 'items', coalesce((select jsonb_agg(page.object order by page.place)
			from (select * from chosen order by place limit $11 offset $12) page), '[]'))`,
		actor.Organization, actor.Account, today, pq.Array(actor.CommitteesWhere(authz.ControlPlanDraft)), isMine, actor.Has(authz.ControlPlanRead),
		which.CommitteeID, which.PlanID, which.CheckID, which.State, limit, offset)
}

// insertDeviation numbers it within the plan, and tells whether it is new: not when one with its id exists. The caller has locked the plan.
func insertDeviation(ctx context.Context, tx *sqlx.Tx, organization, plan, check uuid.UUID, noted contract.NewDeviation, by uuid.UUID, at time.Time) (bool, error) {
	c := noted.Content
	result, err := tx.ExecContext(ctx, `
		insert into deviation (organization_id, id, plan_id, check_id, number, what, cause, measure, function, person_id, due, recheck_due, noted_by, noted_at)
		select $1, $2, $3, $4, coalesce((select max(number) from deviation where organization_id = $1 and plan_id = $3), 0) + 1, $5, $6, $7, $8, $9, $10, $11, $12, $13
		on conflict (organization_id, id) do nothing`,
		organization, noted.ID, plan, check, c.What, c.Cause, c.Measure, c.Function, c.PersonID, c.Due, c.RecheckDue, by, at)
	if err != nil {
		return false, fmt.Errorf("note deviation: %w", err)
	}
	rows, err := result.RowsAffected()
	return rows == 1, err
}

// lockNumbers lets one deviation of the plan at a time take its number.
func lockNumbers(ctx context.Context, tx *sqlx.Tx, plan uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `select pg_advisory_xact_lock(hashtextextended('deviation ' || $1::text, 0))`, plan)
	return wrap("lock deviations' numbers", err)
}

func updateDeviation(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, c contract.DeviationContent) error {
	_, err := tx.ExecContext(ctx, `
		update deviation set version = version + 1, what = $3, cause = $4, measure = $5, function = $6, person_id = $7, due = $8, recheck_due = $9
		where organization_id = $1 and id = $2`, organization, id, c.What, c.Cause, c.Measure, c.Function, c.PersonID, c.Due, c.RecheckDue)
	return wrap("write deviation", err)
}

func deleteDeviation(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from deviation where organization_id = $1 and id = $2`, organization, id)
	return hasPapers(wrap("delete deviation", err))
}

func setProgress(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, report contract.DeviationProgress) error {
	_, err := tx.ExecContext(ctx, `
		update deviation set version = version + 1, progress = $3, progress_note = $4, progress_on = $5 where organization_id = $1 and id = $2`,
		organization, id, report.Progress, report.Note, report.On)
	return wrap("report deviation", err)
}

// addRecheck: where it remains although it was said to be done, more is to be done. It tells whether the recheck is new.
func addRecheck(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, recheck contract.NewRecheck, by uuid.UUID, at time.Time) (bool, error) {
	result, err := tx.ExecContext(ctx, `
		with added as (
			insert into recheck (organization_id, id, deviation_id, outcome, note, on_day, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
			on conflict (organization_id, id) do nothing returning outcome
		)
		update deviation d set version = version + 1, progress = case when added.outcome = 'remains' and `+isSettled+` then 'ongoing' else d.progress end
		from added where d.organization_id = $1 and d.id = $3`, organization, recheck.ID, id, recheck.Outcome, recheck.Note, recheck.On, by, at)
	if err != nil {
		return false, fmt.Errorf("recheck deviation: %w", err)
	}
	rows, err := result.RowsAffected()
	return rows == 1, err
}
