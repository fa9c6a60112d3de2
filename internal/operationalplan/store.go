package operationalplan

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
	"uppsikt/internal/contract"
	"uppsikt/internal/decision"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// actions is the SQL of the actions x of the plans o, as the contract has them. $3 and $4 are the reader's, as audit.SeenBy has
// them: a link to what they may not see is not shown.
func actions(where, order string) string {
	return `(select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'version', x.version, 'planId', x.plan_id, 'committeeId', o.committee_id, 'progress', x.progress,
			'content', jsonb_build_object('number', x.number, 'area', x.area, 'what', x.what, 'function', x.function,
				'ready', case when x.ready_words is not null then jsonb_build_object('words', x.ready_words, 'precision', x.ready_precision, 'lastDay', x.ready_last_day) end,
				'committeeIds', (select coalesce(jsonb_agg(s.committee_id order by k.name collate "sv-x-icu"), '[]')
					from action_committee s join committee k on k.organization_id = s.organization_id and k.id = s.committee_id
					where s.organization_id = x.organization_id and s.action_id = x.id),
				'recommendationIds', tied.ids),
			'recommendations', tied.things,
			'reports', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'committeeId', t.committee_id, 'period', t.period, 'progress', t.progress, 'comment', t.comment,
					'on', t.on_day, 'by', jsonb_build_object('id', b.id, 'name', b.name), 'at', t.at) order by t.on_day, t.at), '[]')
				from action_report t join account b on b.id = t.by where t.organization_id = x.organization_id and t.action_id = x.id))
			order by ` + order + `), '[]')
		from operational_plan o join plan_action x on x.organization_id = o.organization_id and x.plan_id = o.id
		join committee f on f.organization_id = o.organization_id and f.id = o.committee_id
		cross join lateral (
			select coalesce(jsonb_agg(l.recommendation_id order by given.place), '[]') as ids, coalesce(jsonb_agg(given.thing order by given.place), '[]') as things
			from action_recommendation l cross join lateral (
				select ` + audit.TiedObject + ` as thing, row(a.report_date, a.title, c.position) as place from ` + audit.SeenAssignments("$3", "$4") + `
					and g.organization_id = l.organization_id and g.recommendation_id = l.recommendation_id and o.committee_id in (g.committee_id, g.holder_id)
				order by g.committee_id = o.committee_id desc limit 1) given
			where l.organization_id = x.organization_id and l.action_id = x.id) tied
		where ` + where + `)`
}

const aboutPlan = `decision n where n.organization_id = p.organization_id and n.operational_plan_id = p.id`

var planStatement = `
	select jsonb_build_object('id', p.id, 'version', p.version, 'committeeId', p.committee_id, 'year', p.year, 'state', p.state,
		'content', jsonb_build_object('title', p.title, 'registryNumber', p.registry_number),
		'actions', ` + actions(`o.organization_id = p.organization_id and o.id = p.id`, `x.position`) + `,
		'shared', ` + actions(`o.organization_id = p.organization_id and o.year = p.year and o.committee_id <> p.committee_id and o.state <> 'draft'
			and exists (select from action_committee h where h.organization_id = x.organization_id and h.action_id = x.id and h.committee_id = p.committee_id)`,
	`f.name collate "sv-x-icu", x.position`) + `,
		'adoption', (select ` + decision.Object + ` from ` + aboutPlan + ` and n.operational_plan_part = 'plan' and n.outcome not in ('referred_back', 'rejected')),
		'reported', (select ` + decision.Object + ` from ` + aboutPlan + ` and n.operational_plan_part = 'report' and n.outcome not in ('referred_back', 'rejected')),
		'earlierDecisions', (select coalesce(jsonb_agg(` + decision.Object + ` order by n.date, n.registered_at), '[]')
			from ` + aboutPlan + ` and n.outcome in ('referred_back', 'rejected')))
	from operational_plan p where p.organization_id = $1 and p.id = $2`

func loadPlan(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (contract.OperationalPlan, error) {
	committees, adviser := audit.SeenBy(actor)
	return postgres.GetJSON[contract.OperationalPlan](ctx, tx, "operational_plan", planStatement, actor.Organization, id, committees, adviser)
}

// lockPlan is loadPlan that keeps others from changing the plan until the transaction ends.
func lockPlan(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (contract.OperationalPlan, error) {
	committees, adviser := audit.SeenBy(actor)
	return postgres.GetJSON[contract.OperationalPlan](ctx, tx, "operational_plan", planStatement+` for no key update`, actor.Organization, id, committees, adviser)
}

func planOfAction(ctx context.Context, tx *sqlx.Tx, organization, action uuid.UUID) (plan uuid.UUID, err error) {
	err = tx.GetContext(ctx, &plan, `select plan_id from plan_action where organization_id = $1 and id = $2`, organization, action)
	return plan, postgres.Translate(err, "plan_action")
}

func listPlans(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, committee *uuid.UUID, year *int, limit, offset int) (contract.OperationalPlanPage, error) {
	return postgres.GetJSON[contract.OperationalPlanPage](ctx, tx, "operational_plans", `
		with chosen as (
			select p.*, row_number() over (order by p.year desc, k.name collate "sv-x-icu", p.id) as place
			from operational_plan p join committee k on k.organization_id = p.organization_id and k.id = p.committee_id
			where p.organization_id = $1 and ($3::uuid is null or p.committee_id = $3) and ($4::int is null or p.year = $4)
		), page as (select * from chosen order by place limit $5 offset $6)
		select jsonb_build_object('total', (select count(*) from chosen), 'items', coalesce((select jsonb_agg(jsonb_build_object(
			'id', p.id, 'committeeId', p.committee_id, 'year', p.year, 'state', p.state, 'mayRead', p.state <> 'draft' or p.committee_id = any ($2)) order by p.place)
			from page p), '[]'))`,
		actor.Organization, pq.Array(actor.CommitteesWhere(authz.OperationalPlanDraft)), committee, year, limit, offset)
}

func insertPlan(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, begun contract.NewOperationalPlan, by uuid.UUID, at time.Time) (bool, error) {
	result, err := tx.ExecContext(ctx, `
		insert into operational_plan (organization_id, id, committee_id, year, title, registry_number, begun_by, begun_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
		on conflict (organization_id, id) do nothing`,
		organization, begun.ID, begun.CommitteeID, begun.Year, begun.Content.Title, begun.Content.RegistryNumber, by, at)
	switch postgres.Constraint(err) {
	case "operational_plan_of_year":
		return false, fault.Conflict("plan_exists", "the committee has a plan for the year").Because(err)
	case "operational_plan_committee":
		return false, fault.InvalidField("/committeeId", "unknown_committee", "").Because(err)
	}
	if err != nil {
		return false, fmt.Errorf("begin operational plan: %w", err)
	}
	rows, err := result.RowsAffected()
	return rows == 1, err
}

func updatePlan(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, content contract.OperationalPlanContent) error {
	_, err := tx.ExecContext(ctx, `update operational_plan set title = $3, registry_number = $4 where organization_id = $1 and id = $2`,
		organization, id, content.Title, content.RegistryNumber)
	return wrap("write operational plan", err)
}

func setState(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, state contract.PlanState) error {
	_, err := tx.ExecContext(ctx, `update operational_plan set state = $3 where organization_id = $1 and id = $2`, organization, id, state)
	return wrap("set the plan's state", err)
}

func raisePlan(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `update operational_plan set version = version + 1 where organization_id = $1 and id = $2`, organization, id)
	return wrap("raise operational plan", err)
}

func deletePlan(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from operational_plan where organization_id = $1 and id = $2`, organization, id)
	if postgres.Constraint(err) != "" {
		return fault.Conflict("plan_has_decisions", "the committee has decided about it").Because(err)
	}
	return wrap("delete operational plan", err)
}

// tieable are the recommendations, of those given, that the actor sees and that are given to the committee.
func tieable(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, committee uuid.UUID, ids []uuid.UUID) (found []uuid.UUID, err error) {
	committees, adviser := audit.SeenBy(actor)
	err = tx.SelectContext(ctx, &found, `select distinct g.recommendation_id from `+audit.SeenAssignments("$4", "$5")+`
		and g.organization_id = $1 and $2 in (g.committee_id, g.holder_id) and g.recommendation_id = any ($3)`,
		actor.Organization, committee, pq.Array(ids), committees, adviser)
	return found, wrap("look for recommendations", err)
}

const writtenActions = `given as (select (value->>'id')::uuid as id, value->'content' as c from jsonb_array_elements($3) value)`

// insertActions stores actions of a plan; their places are set by placeActions.
func insertActions(ctx context.Context, tx *sqlx.Tx, organization, plan uuid.UUID, added []contract.NewPlanAction) error {
	if len(added) == 0 {
		return nil
	}
	written, err := json.Marshal(added)
	if err != nil {
		return fmt.Errorf("add actions: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		with `+writtenActions+`, added as (
			insert into plan_action (organization_id, id, plan_id, number, position, area, what, function, ready_words, ready_precision, ready_last_day)
			select $1, id, $2, c->>'number', 0, c->>'area', c->>'what', c->>'function',
				c#>>'{ready,words}', c#>>'{ready,precision}', (c#>>'{ready,lastDay}')::date from given
		), shared as (
			insert into action_committee (organization_id, action_id, committee_id)
			select $1, given.id, committee::uuid from given, jsonb_array_elements_text(c->'committeeIds') committee
		)
		insert into action_recommendation (organization_id, action_id, recommendation_id)
		select $1, given.id, recommendation::uuid from given, jsonb_array_elements_text(c->'recommendationIds') recommendation`,
		organization, plan, string(written))
	return actionFault("add actions", err)
}

// updateActions replaces the contents of a plan's actions. A link to a recommendation that the actor does not see stays.
func updateActions(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, plan uuid.UUID, changed []contract.NewPlanAction) error {
	if len(changed) == 0 {
		return nil
	}
	written, err := json.Marshal(changed)
	if err != nil {
		return fmt.Errorf("write actions: %w", err)
	}
	committees, adviser := audit.SeenBy(actor)
	_, err = tx.ExecContext(ctx, `
		with `+writtenActions+`, written as (
			update plan_action x set version = x.version + 1, number = c->>'number', area = c->>'area', what = c->>'what', function = c->>'function',
				ready_words = c#>>'{ready,words}', ready_precision = c#>>'{ready,precision}', ready_last_day = (c#>>'{ready,lastDay}')::date
			from given where x.organization_id = $1 and x.plan_id = $2 and x.id = given.id
		), unshared as (
			delete from action_committee s using given where s.organization_id = $1 and s.action_id = given.id and not c->'committeeIds' ? s.committee_id::text
		), shared as (
			insert into action_committee (organization_id, action_id, committee_id)
			select $1, given.id, committee::uuid from given, jsonb_array_elements_text(c->'committeeIds') committee
			on conflict do nothing
		), untied as (
			delete from action_recommendation l using given where l.organization_id = $1 and l.action_id = given.id and not c->'recommendationIds' ? l.recommendation_id::text
				and exists (select from `+audit.SeenAssignments("$4", "$5")+` and g.organization_id = l.organization_id and g.recommendation_id = l.recommendation_id)
		)
		insert into action_recommendation (organization_id, action_id, recommendation_id)
		select $1, given.id, recommendation::uuid from given, jsonb_array_elements_text(c->'recommendationIds') recommendation
		on conflict do nothing`,
		actor.Organization, plan, string(written), committees, adviser)
	return actionFault("write actions", err)
}

func actionFault(doing string, err error) error {
	switch postgres.Constraint(err) {
	case "plan_action_pkey":
		return fault.Conflict("already_exists", "plan_action").Because(err)
	case "plan_action_number":
		return fault.InvalidField("/content/number", "number_used_twice", "").Because(err)
	case "action_committee_exists":
		return fault.InvalidField("/content/committeeIds", "unknown_committee", "").Because(err)
	}
	return wrap(doing, err)
}

func placeActions(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, ids []uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `update plan_action x set position = given.place
		from unnest($2::uuid[]) with ordinality as given (id, place) where x.organization_id = $1 and x.id = given.id and x.position <> given.place`,
		organization, pq.Array(ids))
	return wrap("place actions", err)
}

func deleteAction(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from plan_action where organization_id = $1 and id = $2`, organization, id)
	return wrap("delete action", err)
}

// addReport stores what is reported and lets the latest, by its day, be the action's progress. A repeated id changes nothing.
func addReport(ctx context.Context, tx *sqlx.Tx, organization, action uuid.UUID, report contract.NewActionReport, by uuid.UUID, at time.Time) (isNew bool, err error) {
	result, err := tx.ExecContext(ctx, `
		insert into action_report (organization_id, id, action_id, committee_id, period, progress, comment, on_day, by, at)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (organization_id, id) do nothing`,
		organization, report.ID, action, report.CommitteeID, report.Period, report.Progress, report.Comment, report.On, by, at)
	if err != nil {
		return false, fmt.Errorf("report action: %w", err)
	}
	rows, err := result.RowsAffected()
	if err != nil || rows == 0 {
		return false, err
	}
	_, err = tx.ExecContext(ctx, `
		update plan_action x set version = x.version + 1,
			progress = (select t.progress from action_report t where t.organization_id = $1 and t.action_id = $2 order by t.on_day desc, t.at desc limit 1)
		where x.organization_id = $1 and x.id = $2`, organization, action)
	return true, wrap("raise action", err)
}

// committees are the organization's, to be named in a spreadsheet.
func committees(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID) (found []namedCommittee, err error) {
	err = tx.SelectContext(ctx, &found, `select id, name, abbreviation from committee where organization_id = $1`, organization)
	return found, wrap("read committees", err)
}

func wrap(doing string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}
