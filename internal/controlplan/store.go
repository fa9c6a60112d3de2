package controlplan

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/audit"
	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/decision"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// point is the SQL that gives two columns of the risk r as the contract's RiskPoint.
func point(which string) string {
	return `case when r.` + which + `_likelihood is not null then jsonb_build_object('likelihood', r.` + which + `_likelihood, 'consequence', r.` + which + `_consequence) end`
}

var (
	riskObject = `jsonb_build_object('id', r.id, 'version', r.version, 'number', r.number, 'commonRiskId', r.common_risk_id, 'earlierId', r.earlier_id,
		'deviationId', r.deviation_id, 'recommendation', (select ` + audit.TiedObject + ` from ` + tied + `
			where c.organization_id = r.organization_id and c.id = r.recommendation_id and ` + audit.IsAssignmentSeen("$5", "$6") + `),
		'content', jsonb_build_object('title', r.title, 'category', r.category, 'cause', r.cause, 'consequence', r.consequence,
			'inherent', ` + point("inherent") + `, 'current', ` + point("current") + `, 'target', ` + point("target") + `,
			'treatments', (select coalesce(jsonb_agg(jsonb_build_object('treatment', t.treatment, 'reason', t.reason)
				order by array_position(array['control_plan', 'operational_plan', 'action_now', 'accept', 'handled_elsewhere'], t.treatment)), '[]')
				from risk_treatment t where t.organization_id = r.organization_id and t.risk_id = r.id)))`

	// planStatement: $3 is the committees whose drafts the reader sees (another's earlier plan shows when it is adopted), $4 today,
	// $5 and $6 who reads what is confidential, $7 the committees whose drafts of operational plans the reader sees.
	planStatement = `
		select jsonb_build_object('id', p.id, 'version', p.version, 'committeeId', p.committee_id, 'year', p.year, 'state', p.state, 'scale', p.scale,
			'content', jsonb_build_object('registryNumber', p.registry_number, 'minorLimit', p.minor_limit), 'inForceFrom', p.in_force_from,
			'controls', (select coalesce(jsonb_agg(` + controlObject + ` order by t.number), '[]') from control t where t.organization_id = p.organization_id and t.plan_id = p.id),
			'adoption', (select ` + decision.Object + ` from decision n where ` + isDecisionAbout("plan") + ` and ` + adopts + `),
			'earlierDecisions', (select coalesce(jsonb_agg(` + decision.Object + ` order by n.date, n.registered_at), '[]')
				from decision n where ` + isDecisionAbout("plan") + ` and not ` + adopts + `),
			'amendments', (select coalesce(jsonb_agg(` + amendmentObject + ` order by m.number), '[]') from plan_amendment m
				where m.organization_id = p.organization_id and m.plan_id = p.id and (m.state <> 'draft' or p.committee_id = any ($3))),
			'report', (select jsonb_build_object('version', q.version, 'content', jsonb_build_object('judgement', q.judgement, 'text', q.text),
					'decision', (select ` + decision.Object + ` from decision n where ` + isDecisionAbout("report") + ` and ` + adopts + `),
					'earlierDecisions', (select coalesce(jsonb_agg(` + decision.Object + ` order by n.date, n.registered_at), '[]')
						from decision n where ` + isDecisionAbout("report") + ` and not ` + adopts + `))
				from plan_report q where q.organization_id = p.organization_id and q.plan_id = p.id and (p.state = 'reported' or p.committee_id = any ($3))),
			'editions', (select coalesce(jsonb_agg(jsonb_build_object('decisionId', w.decision_id, 'part', w.part, 'sha256', encode(w.sha256, 'hex'),
				'renderedAt', w.rendered_at) order by w.rendered_at), '[]') from plan_edition w where w.organization_id = p.organization_id and w.plan_id = p.id),
			'operationalPlanId', (select o.id from operational_plan o where o.organization_id = p.organization_id and o.committee_id = p.committee_id
				and o.year = p.year and (o.state <> 'draft' or o.committee_id = any ($7))),
			'risks', (select coalesce(jsonb_agg(` + riskObject + ` order by r.number), '[]') from risk r where r.organization_id = p.organization_id and r.plan_id = p.id),
			'earlier', (select jsonb_build_object('id', e.id, 'year', e.year, 'risks',
					(select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'title', r.title, 'point', ` + point("current") + `) order by r.number), '[]')
						from risk r where r.organization_id = e.organization_id and r.plan_id = e.id))
				from control_plan e where ` + isEarlierPlan + ` and (e.state <> 'draft' or e.committee_id = any ($3)) order by e.year desc limit 1),
			'commonRisks', (select coalesce(jsonb_agg(` + commonRiskObject + ` order by c.title collate "sv-x-icu", c.id), '[]') from common_risk c
				where c.organization_id = p.organization_id and c.year = p.year
					and not exists (select from risk r where r.organization_id = p.organization_id and r.plan_id = p.id and r.common_risk_id = c.id)))
		from control_plan p where p.organization_id = $1 and p.id = $2`
)

// isEarlierPlan tells whether the plan e is of the committee of p, or of one that it has succeeded, for an earlier year.
const isEarlierPlan = `e.organization_id = p.organization_id and e.year < p.year and current_committee(p.organization_id, e.committee_id) = current_committee(p.organization_id, p.committee_id)`

// isDecisionAbout tells whether n of decision is about this part of the plan p.
func isDecisionAbout(part string) string {
	return `n.organization_id = p.organization_id and n.control_plan_id = p.id and n.control_plan_part = '` + part + `'`
}

// adopts tells of n of decision what decision.SendsBack tells of an outcome.
const adopts = `(n.outcome not in ('referred_back', 'rejected'))`

func loadPlan(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, today calendar.Date) (contract.ControlPlan, error) {
	return postgres.GetJSON[contract.ControlPlan](ctx, tx, "control_plan", planStatement, planArguments(actor, id, today)...)
}

func lockPlan(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, today calendar.Date) (contract.ControlPlan, error) {
	return postgres.GetJSON[contract.ControlPlan](ctx, tx, "control_plan", planStatement+` for no key update`, planArguments(actor, id, today)...)
}

func planArguments(actor authz.Actor, id uuid.UUID, today calendar.Date) []any {
	committees, adviser := audit.SeenBy(actor)
	return []any{
		actor.Organization, id, pq.Array(actor.CommitteesWhere(authz.ControlPlanDraft)), today,
		committees, adviser, pq.Array(actor.CommitteesWhere(authz.OperationalPlanDraft)),
	}
}

func listPlans(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, committee *uuid.UUID, year *int, limit, offset int) (contract.ControlPlanPage, error) {
	return postgres.GetJSON[contract.ControlPlanPage](ctx, tx, "control_plans", `
		with chosen as (
			select p.*, row_number() over (order by p.year desc, k.name collate "sv-x-icu", p.id) as place
			from control_plan p join committee k on k.organization_id = p.organization_id and k.id = p.committee_id
			where p.organization_id = $1 and ($3::uuid is null or p.committee_id = $3) and ($4::int is null or p.year = $4)
		), page as (select * from chosen order by place limit $5 offset $6)
		select jsonb_build_object('total', (select count(*) from chosen), 'items', coalesce((select jsonb_agg(jsonb_build_object(
			'id', p.id, 'committeeId', p.committee_id, 'year', p.year, 'state', p.state, 'mayRead', p.state <> 'draft' or p.committee_id = any ($2)) order by p.place)
			from page p), '[]'))`,
		actor.Organization, pq.Array(actor.CommitteesWhere(authz.ControlPlanDraft)), committee, year, limit, offset)
}

func insertPlan(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, begun contract.NewControlPlan, scale contract.RiskScaleContent, by uuid.UUID, at time.Time) (bool, error) {
	written, err := json.Marshal(scale)
	if err != nil {
		return false, fmt.Errorf("begin plan: %w", err)
	}
	result, err := tx.ExecContext(ctx, `
		insert into control_plan (organization_id, id, committee_id, year, scale, begun_by, begun_at) values ($1, $2, $3, $4, $5, $6, $7)
		on conflict (organization_id, id) do nothing`, organization, begun.ID, begun.CommitteeID, begun.Year, string(written), by, at)
	switch postgres.Constraint(err) {
	case "control_plan_of_year":
		return false, fault.Conflict("plan_exists", "the committee has a plan for the year").Because(err)
	case "control_plan_committee":
		return false, fault.InvalidField("/committeeId", "unknown_committee", "").Because(err)
	}
	if err != nil {
		return false, fmt.Errorf("begin plan: %w", err)
	}
	rows, err := result.RowsAffected()
	return rows == 1, err
}

// copyEarlier begins a plan with the risks and controls of the latest earlier one.
func copyEarlier(ctx context.Context, tx *sqlx.Tx, organization, plan uuid.UUID) error {
	if err := copyRisks(ctx, tx, organization, plan); err != nil {
		return err
	}
	return copyControls(ctx, tx, organization, plan)
}

// latestEarlier is the relation earlier: the latest plan before the plan $2.
const latestEarlier = `earlier as (
	select e.id from control_plan p join control_plan e on ` + isEarlierPlan + `
	where p.organization_id = $1 and p.id = $2 order by e.year desc limit 1
)`

// copyRisks begins a plan with the risks of the latest earlier one, renumbered from 1. What was common to all committees is
// the committee's own now: the new year has common risks of its own.
func copyRisks(ctx context.Context, tx *sqlx.Tx, organization, plan uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `
		with `+latestEarlier+`, copied as (
			insert into risk (organization_id, id, plan_id, number, earlier_id, deviation_id, recommendation_id, title, category, cause, consequence,
				inherent_likelihood, inherent_consequence, current_likelihood, current_consequence, target_likelihood, target_consequence)
			select $1, gen_random_uuid(), $2, row_number() over (order by r.number), r.id, r.deviation_id, r.recommendation_id, r.title, r.category, r.cause, r.consequence,
				least(r.inherent_likelihood, jsonb_array_length(p.scale->'likelihood')), least(r.inherent_consequence, jsonb_array_length(p.scale->'consequence')),
				least(r.current_likelihood, jsonb_array_length(p.scale->'likelihood')), least(r.current_consequence, jsonb_array_length(p.scale->'consequence')),
				least(r.target_likelihood, jsonb_array_length(p.scale->'likelihood')), least(r.target_consequence, jsonb_array_length(p.scale->'consequence'))
			from risk r join earlier on earlier.id = r.plan_id join control_plan p on p.organization_id = r.organization_id and p.id = $2
			where r.organization_id = $1
			returning id, earlier_id
		)
		insert into risk_treatment (organization_id, risk_id, treatment, reason)
		select $1, copied.id, t.treatment, t.reason from copied join risk_treatment t on t.organization_id = $1 and t.risk_id = copied.earlier_id`,
		organization, plan)
	return wrap("copy risks", err)
}

func raisePlan(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `update control_plan set version = version + 1 where organization_id = $1 and id = $2`, organization, id)
	return wrap("raise plan", err)
}

func deletePlan(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from control_plan where organization_id = $1 and id = $2`, organization, id)
	return wrap("delete plan", err)
}

func wrap(doing string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}
