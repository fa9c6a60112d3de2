package controlplan

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/audit"
	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// tied are the recommendations c in the audits a, with the assignment g that gave each to the committee of the plan p.
const tied = `recommendation c
	join audit a on a.organization_id = c.organization_id and a.id = c.audit_id
	join lateral (select g.* from assignment g where g.organization_id = c.organization_id and g.recommendation_id = c.id
		and p.committee_id in (g.committee_id, g.holder_id) order by g.committee_id <> p.committee_id limit 1) g on true`

// Of whoever may read everything.
const (
	allCommittees = "null::uuid[]"
	noAdviser     = "null::uuid"
)

// ofControl are the recommendations that t answers to and the reader sees.
func ofControl(committees, adviser string) string {
	return `control_recommendation x cross join lateral (select ` + audit.TiedObject + ` as object, c.id, a.report_date, c.position from ` + tied + `
			where c.organization_id = x.organization_id and c.id = x.recommendation_id and ` + audit.IsAssignmentSeen(committees, adviser) + `) y
		where x.organization_id = t.organization_id and x.control_id = t.id`
}

// controlContent is t of control as the contract's ControlContent.
func controlContent(committees, adviser string) string {
	return `jsonb_build_object('area', t.area, 'title', t.title, 'what', t.what, 'method', t.method, 'frequency', t.frequency,
		'firstMonth', t.first_month, 'plannedOffset', t.planned_offset, 'lastOffset', t.last_offset, 'sampleSize', t.sample_size,
		'function', t.function, 'personId', t.person_id,
		'riskIds', (select coalesce(jsonb_agg(r.id order by r.number), '[]') from control_risk x
			join risk r on r.organization_id = x.organization_id and r.id = x.risk_id where x.organization_id = t.organization_id and x.control_id = t.id),
		'recommendationIds', (select coalesce(jsonb_agg(y.id order by y.report_date, y.position, y.id), '[]') from ` + ofControl(committees, adviser) + `))`
}

// controlObject is t in the plan p, for the reader of planStatement.
var controlObject = `jsonb_build_object('id', t.id, 'version', t.version, 'number', t.number, 'earlierId', t.earlier_id, 'removed', t.removed,
		'content', ` + controlContent("$5", "$6") + `,
		'person', (select jsonb_build_object('id', b.id, 'name', b.name) from account b where b.id = t.person_id),
		'recommendations', (select coalesce(jsonb_agg(y.object order by y.report_date, y.position, y.id), '[]') from ` + ofControl("$5", "$6") + `),
		'checks', (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'periodStart', k.period_start, 'periodEnd', k.period_end,
				'plannedOn', k.planned_on, 'lastOn', k.last_on, 'outcome', case when k.performed_at is not null then k.outcome end,
				'overdue', ` + isMissed + `) order by k.period_end, k.id), '[]')
			from control_check k where k.organization_id = t.organization_id and k.control_id = t.id
				and (extract(year from k.period_end) <= p.year or k.period_start <= $4)),
		'earlier', (select jsonb_build_object('controlId', h.id, 'year', hp.year,
				'performed', count(*) filter (where k.performed_at is not null and k.outcome <> 'not_performed'),
				'deviating', count(*) filter (where k.performed_at is not null and k.outcome in ('minor_deviation', 'major_deviation')),
				'notPerformed', count(*) filter (where k.performed_at is not null and k.outcome = 'not_performed'),
				'missed', count(*) filter (where ` + isMissed + `),
				'latest', (array_agg(k.outcome order by k.performed_on desc, k.period_end desc) filter (where k.performed_at is not null))[1])
			from control h join control_plan hp on hp.organization_id = h.organization_id and hp.id = h.plan_id
			left join control_check k on k.organization_id = h.organization_id and k.control_id = h.id
			where h.organization_id = t.organization_id and h.id = t.earlier_id group by h.id, hp.year))`

// isMissed tells whether the last day of k of control_check has passed without a word.
const isMissed = `(k.id is not null and k.performed_at is null and k.last_on < $4)`

func planOfControl(ctx context.Context, tx *sqlx.Tx, organization, control uuid.UUID) (plan uuid.UUID, err error) {
	err = tx.GetContext(ctx, &plan, `select plan_id from control where organization_id = $1 and id = $2`, organization, control)
	return plan, postgres.Translate(err, "control")
}

// givenRecommendations are those among the asked that have been given to the plan's committee and that the actor sees.
func givenRecommendations(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, plan uuid.UUID, asked []uuid.UUID) (given []uuid.UUID, err error) {
	committees, adviser := audit.SeenBy(actor)
	err = tx.SelectContext(ctx, &given, `
		select c.id from control_plan p cross join lateral (select c.id from `+tied+`
			where c.organization_id = p.organization_id and c.id = any ($3) and `+audit.IsAssignmentSeen("$4", "$5")+`) c
		where p.organization_id = $1 and p.id = $2`,
		actor.Organization, plan, pq.Array(asked), committees, adviser)
	return given, wrap("read given recommendations", err)
}

// membersAmong are those of the accounts that belong to the organization.
func membersAmong(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, accounts []uuid.UUID) (members []uuid.UUID, err error) {
	err = tx.SelectContext(ctx, &members, `select account_id from membership where organization_id = $1 and account_id = any ($2)`, organization, pq.Array(accounts))
	return members, wrap("look for the persons", err)
}

// insertControls adds them last in the plan, in their order.
func insertControls(ctx context.Context, tx *sqlx.Tx, organization, plan uuid.UUID, added []contract.NewControl) error {
	written, err := json.Marshal(added)
	if err != nil {
		return fmt.Errorf("add controls: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		with given as (
			select (g->>'id')::uuid as id, g->'content' as c, place from jsonb_array_elements($3::jsonb) with ordinality as g (g, place)
		), added as (
			insert into control (organization_id, id, plan_id, number, area, title, what, method, frequency, first_month, planned_offset, last_offset,
				sample_size, function, person_id)
			select $1, id, $2, coalesce((select max(number) from control where organization_id = $1 and plan_id = $2), 0) + place,
				c->>'area', c->>'title', c->>'what', c->>'method', c->>'frequency', (c->>'firstMonth')::int, (c->>'plannedOffset')::int,
				(c->>'lastOffset')::int, (c->>'sampleSize')::int, c->>'function', (c->>'personId')::uuid
			from given
		), risks as (
			insert into control_risk (organization_id, plan_id, control_id, risk_id)
			select $1, $2, id, r::uuid from given, jsonb_array_elements_text(c->'riskIds') r
		)
		insert into control_recommendation (organization_id, control_id, recommendation_id)
		select $1, id, r::uuid from given, jsonb_array_elements_text(c->'recommendationIds') r`, organization, plan, string(written))
	if postgres.Constraint(err) == "control_pkey" {
		return fault.Conflict("already_exists", "control").Because(err)
	}
	return wrap("add controls", err)
}

// writtenControl is a control's new content, and which of its links to recommendations go; those it does not name stay.
type writtenControl struct {
	ID      uuid.UUID               `json:"id"`
	Content contract.ControlContent `json:"content"`
	Gone    []uuid.UUID             `json:"gone"`
}

func updateControls(ctx context.Context, tx *sqlx.Tx, organization, plan uuid.UUID, controls []writtenControl) error {
	written, err := json.Marshal(controls)
	if err != nil {
		return fmt.Errorf("write controls: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		with given as (
			select (g->>'id')::uuid as id, g->'content' as c, g->'gone' as gone from jsonb_array_elements($3::jsonb) g
		), written as (
			update control t set version = version + 1, area = c->>'area', title = c->>'title', what = c->>'what', method = c->>'method',
				frequency = c->>'frequency', first_month = (c->>'firstMonth')::int, planned_offset = (c->>'plannedOffset')::int,
				last_offset = (c->>'lastOffset')::int, sample_size = (c->>'sampleSize')::int, function = c->>'function', person_id = (c->>'personId')::uuid
			from given where t.organization_id = $1 and t.plan_id = $2 and t.id = given.id
		), unasked as (
			delete from control_risk x using given where x.organization_id = $1 and x.control_id = given.id and not c->'riskIds' ? x.risk_id::text
		), risks as (
			insert into control_risk (organization_id, plan_id, control_id, risk_id)
			select $1, $2, id, r::uuid from given, jsonb_array_elements_text(c->'riskIds') r on conflict do nothing
		), untied as (
			delete from control_recommendation x using given where x.organization_id = $1 and x.control_id = given.id and gone ? x.recommendation_id::text
		)
		insert into control_recommendation (organization_id, control_id, recommendation_id)
		select $1, id, r::uuid from given, jsonb_array_elements_text(c->'recommendationIds') r on conflict do nothing`,
		organization, plan, string(written))
	return wrap("write controls", err)
}

func deleteControl(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from control where organization_id = $1 and id = $2`, organization, id)
	return wrap("delete control", err)
}

// copyControls begins a plan with the controls of the latest earlier one, renumbered from 1 and without those removed, each with the
// risks that copyRisks has copied. Whoever has left is to be replaced.
func copyControls(ctx context.Context, tx *sqlx.Tx, organization, plan uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `
		with `+latestEarlier+`, copied as (
			insert into control (organization_id, id, plan_id, number, earlier_id, area, title, what, method, frequency, first_month, planned_offset,
				last_offset, sample_size, function, person_id)
			select $1, gen_random_uuid(), $2, row_number() over (order by t.number), t.id, t.area, t.title, t.what, t.method, t.frequency, t.first_month,
				t.planned_offset, t.last_offset, t.sample_size, t.function,
				(select m.account_id from membership m where m.organization_id = t.organization_id and m.account_id = t.person_id)
			from control t join earlier on earlier.id = t.plan_id
			where t.organization_id = $1 and not t.removed
			returning id, earlier_id
		), risks as (
			insert into control_risk (organization_id, plan_id, control_id, risk_id)
			select $1, $2, copied.id, r.id from copied
			join control_risk x on x.organization_id = $1 and x.control_id = copied.earlier_id
			join risk r on r.organization_id = $1 and r.plan_id = $2 and r.earlier_id = x.risk_id
		)
		insert into control_recommendation (organization_id, control_id, recommendation_id)
		select $1, copied.id, x.recommendation_id from copied
		join control_recommendation x on x.organization_id = $1 and x.control_id = copied.earlier_id`, organization, plan)
	return wrap("copy controls", err)
}

func updateContent(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, content contract.ControlPlanContent) error {
	_, err := tx.ExecContext(ctx, `update control_plan set registry_number = $3, minor_limit = $4 where organization_id = $1 and id = $2`,
		organization, id, content.RegistryNumber, content.MinorLimit)
	return wrap("write plan", err)
}
