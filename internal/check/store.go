package check

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/audit"
	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/identity"
	"uppsikt/internal/postgres"
)

const (
	// ofPlan are the checks k with their control t and its adopted plan p.
	ofPlan = `control_check k
		join control t on t.organization_id = k.organization_id and t.id = k.control_id
		join control_plan p on p.organization_id = k.organization_id and p.id = k.plan_id and p.state <> 'draft'`

	performer = `coalesce(k.person_id, t.person_id)`

	// isReported: a plan that has been reported goes on until the next one is adopted, and what is checked then is not in its report.
	isReported = `(p.state = 'reported' and extract(year from k.period_end) <= p.year)`

	// standingColumns: $2 is the reader's account.
	standingColumns = `p.committee_id as committee, ` + performer + ` is not distinct from $2 as is_own, k.performed_by is not distinct from $2 as was_own,
		k.performed_at is not null as is_performed, ` + isReported + ` as is_reported, k.event <> '' as is_by_hand`

	standingObject = `'committee', p.committee_id, 'isOwn', ` + performer + ` is not distinct from $2, 'wasOwn', k.performed_by is not distinct from $2,
		'isPerformed', k.performed_at is not null, 'isReported', ` + isReported + `, 'isByHand', k.event <> ''`

	// state: $3 is today.
	state = `case when k.performed_at is not null then 'performed' when k.last_on < $3 then 'overdue' when k.planned_on <= $3 then 'due' else 'ahead' end`

	// seenOutcome: until it is performed, what is decided of it is a draft.
	seenOutcome = `case when k.performed_at is not null then k.outcome end`

	// sees tells whether the reader sees what is written in the check; $4 is the committees whose drafts they see.
	sees = `(k.performed_at is not null or p.committee_id = any ($4) or ` + performer + ` is not distinct from $2)`

	actorObject = `(select jsonb_build_object('id', b.id, 'name', b.name) from account b where b.id = `

	// controlContent is the control t as the contract's ControlContent, with all that it is tied to.
	controlContent = `jsonb_build_object('area', t.area, 'title', t.title, 'what', t.what, 'method', t.method, 'frequency', t.frequency,
		'firstMonth', t.first_month, 'plannedOffset', t.planned_offset, 'lastOffset', t.last_offset, 'sampleSize', t.sample_size,
		'function', t.function, 'personId', t.person_id,
		'riskIds', (select coalesce(jsonb_agg(x.risk_id order by r.number), '[]') from control_risk x
			join risk r on r.organization_id = x.organization_id and r.id = x.risk_id where x.organization_id = t.organization_id and x.control_id = t.id),
		'recommendationIds', (select coalesce(jsonb_agg(x.recommendation_id order by x.recommendation_id), '[]') from control_recommendation x
			where x.organization_id = t.organization_id and x.control_id = t.id))`

	riskValue = `(select jsonb_build_object('value', v, 'level', case when v >= (p.scale->'levels'->>'critical')::int then 'critical'
			when v >= (p.scale->'levels'->>'high')::int then 'high' when v >= (p.scale->'levels'->>'medium')::int then 'medium' else 'low' end)
		from (select r.current_likelihood * r.current_consequence as v) valued where v is not null)`
)

// checkStatement: $1 is the organization, $2 the reader, $3 today, $4 and $5 are as audit.SeenBy gives, $6 is the check.
var checkStatement = `
	select jsonb_build_object('standing', jsonb_build_object(` + standingObject + `), 'check', jsonb_build_object('id', k.id, 'version', k.version,
		'planId', p.id, 'committeeId', p.committee_id, 'year', p.year, 'controlId', t.id, 'number', t.number, 'control', c.content,
		'risks', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'title', r.title, 'current', ` + riskValue + `) order by r.number), '[]')
			from risk r where r.organization_id = k.organization_id and r.plan_id = p.id and c.content->'riskIds' ? r.id::text),
		'recommendations', (select coalesce(jsonb_agg(y.object order by y.report_date, y.position, y.id), '[]')
			from jsonb_array_elements_text(c.content->'recommendationIds') i (id)
			cross join lateral (select ` + audit.TiedObject + ` as object, a.report_date, c.position, c.id from ` + audit.SeenAssignments("$4", "$5") + `
				and g.organization_id = k.organization_id and c.id = i.id::uuid and p.committee_id in (g.committee_id, g.holder_id)
				order by g.committee_id <> p.committee_id limit 1) y),
		'minorLimit', p.minor_limit, 'periodStart', k.period_start, 'periodEnd', k.period_end, 'event', k.event, 'plannedOn', k.planned_on, 'lastOn', k.last_on,
		'state', ` + state + `, 'person', ` + actorObject + performer + `),
		'content', jsonb_build_object('population', k.population, 'populationOf', k.population_of, 'sample', k.sample, 'deviating', k.deviating,
			'outcome', k.outcome, 'seen', k.seen, 'done', k.done, 'reason', k.reason),
		'draw', k.draw, 'performedBy', ` + actorObject + `k.performed_by), 'performedOn', k.performed_on,
		'earlier', (with recursive same as (
				select t.id, t.earlier_id, 1 as step
				union all
				select e.id, e.earlier_id, step + 1 from same join control e on e.organization_id = k.organization_id and e.id = same.earlier_id where step < 20
			), latest as (
				select o.* from same join control_check o on o.organization_id = k.organization_id and o.control_id = same.id
				where o.performed_at is not null and o.id <> k.id and o.period_end <= k.period_end
				order by o.period_end desc, o.performed_on desc, o.id limit 24
			)
			select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'periodStart', o.period_start, 'periodEnd', o.period_end, 'outcome', o.outcome,
				'sample', o.sample, 'deviating', o.deviating) order by o.period_end desc, o.performed_on desc, o.id), '[]') from latest o),
		'deviations', (select coalesce(jsonb_agg(` + deviationSummary + ` order by d.number), '[]') from deviation d ` + latestRecheck + `
			where d.organization_id = k.organization_id and d.check_id = k.id)))
	from ` + ofPlan + ` cross join lateral (select coalesce(k.control_then, ` + controlContent + `) as content) c
	where k.organization_id = $1 and k.id = $6`

func loadCheck(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, today calendar.Date) (found, error) {
	return getCheck(ctx, tx, actor, id, today, "")
}

// lockCheck is loadCheck that keeps others from changing the check, and its plan from being reported, until the transaction ends.
func lockCheck(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, today calendar.Date) (found, error) {
	return getCheck(ctx, tx, actor, id, today, ` for no key update of k for share of p`)
}

func getCheck(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, today calendar.Date, lock string) (found, error) {
	committees, adviser := audit.SeenBy(actor)
	return postgres.GetJSON[found](ctx, tx, "check", checkStatement+lock, actor.Organization, actor.Account, today, committees, adviser, id)
}

// FindCheck tells how a check stands, for who may read and attach to its papers.
func FindCheck(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (standing Standing, err error) {
	err = tx.GetContext(ctx, &standing, `select `+standingColumns+`, false as is_to_remedy from `+ofPlan+` where k.organization_id = $1 and k.id = $3`,
		actor.Organization, actor.Account, id)
	return standing, postgres.Translate(err, "check")
}

func listChecks(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, which contract.ListChecksParams, today calendar.Date, limit, offset int) (contract.CheckPage, error) {
	return postgres.GetJSON[contract.CheckPage](ctx, tx, "checks", `
		with chosen as (
			select k.*, p.committee_id, p.year, t.number, coalesce(k.control_then->>'title', t.title) as title,
				coalesce(k.control_then->>'function', t.function) as function, `+performer+` as performer, `+state+` as state,
				row_number() over (order by k.last_on, k.period_end, t.number, k.id) as place
			from `+ofPlan+`
			where k.organization_id = $1 and ($4 or `+performer+` = $2 or k.performed_by = $2)
				and ($5::uuid is null or p.committee_id = $5) and ($6::uuid is null or p.id = $6) and ($7::uuid is null or t.id = $7)
				and ($8::int is null or p.year = $8) and ($9::text is null or `+state+` = $9)
		), page as (select * from chosen order by place limit $10 offset $11)
		select jsonb_build_object('total', (select count(*) from chosen), 'items', coalesce((select jsonb_agg(jsonb_build_object('id', k.id,
			'planId', k.plan_id, 'committeeId', k.committee_id, 'year', k.year, 'controlId', k.control_id, 'number', k.number, 'title', k.title,
			'function', k.function, 'periodStart', k.period_start, 'periodEnd', k.period_end, 'event', k.event, 'plannedOn', k.planned_on, 'lastOn', k.last_on,
			'state', k.state, 'outcome', `+seenOutcome+`, 'person', `+actorObject+`k.performer)) order by k.place) from page k), '[]'))`,
		actor.Organization, actor.Account, today, seesAll(actor, which.Mine), which.CommitteeID, which.PlanID, which.ControlID, which.Year, which.State, limit, offset)
}

// seesAll tells whether a list goes beyond what is the reader's own.
func seesAll(actor authz.Actor, mine *bool) bool {
	return actor.Has(authz.ControlPlanRead) && (mine == nil || !*mine)
}

// controlStanding is what decides whether a control may be checked once more.
type controlStanding struct {
	Committee  uuid.UUID `db:"committee_id"`
	Plan       uuid.UUID `db:"plan_id"`
	IsOwn      bool      `db:"is_own"`
	IsDraft    bool      `db:"is_draft"`
	IsReported bool      `db:"is_reported"`
	IsPast     bool      `db:"is_past"` // removed from its plan, or in a plan that a later one has taken the place of
}

func findControl(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, plannedOn, today calendar.Date) (standing controlStanding, err error) {
	err = tx.GetContext(ctx, &standing, `
		select p.committee_id, t.plan_id, t.person_id is not distinct from $3 as is_own, p.state = 'draft' as is_draft,
			p.state = 'reported' and extract(year from $4::date) <= p.year as is_reported,
			t.removed or exists (select from control_plan q where q.organization_id = p.organization_id and q.year > p.year and q.in_force_from <= $5
				and current_committee(q.organization_id, q.committee_id) = current_committee(p.organization_id, p.committee_id)) as is_past
		from control t join control_plan p on p.organization_id = t.organization_id and p.id = t.plan_id
		where t.organization_id = $1 and t.id = $2 for share of p`, actor.Organization, id, actor.Account, plannedOn, today)
	return standing, postgres.Translate(err, "control")
}

// insertCheck tells whether it is new: not when one with its id exists.
func insertCheck(ctx context.Context, tx *sqlx.Tx, organization, plan, control uuid.UUID, added contract.NewCheck) (bool, error) {
	result, err := tx.ExecContext(ctx, `
		insert into control_check (organization_id, id, plan_id, control_id, period_start, period_end, event, planned_on, last_on)
		values ($1, $2, $3, $4, $5, $5, $6, $5, $7) on conflict (organization_id, id) do nothing`,
		organization, added.ID, plan, control, added.PlannedOn, added.Event, added.LastOn)
	if err != nil {
		return false, fmt.Errorf("add check: %w", err)
	}
	rows, err := result.RowsAffected()
	return rows == 1, err
}

func deleteCheck(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from control_check where organization_id = $1 and id = $2`, organization, id)
	return hasPapers(wrap("delete check", err))
}

// hasPapers: what papers are attached to is not deleted before they are.
func hasPapers(err error) error {
	switch postgres.Constraint(err) {
	case "attachment_control_check", "attachment_deviation":
		return fault.Conflict("check_has_papers", "papers are attached to it").Because(err)
	}
	return err
}

func updateCheck(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, c contract.CheckContent, drawn *contract.Draw) error {
	written, err := drawColumn(drawn)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `
		update control_check set version = version + 1, population = $3, population_of = $4, sample = $5, deviating = $6, outcome = $7, seen = $8, done = $9,
			reason = $10, draw = $11
		where organization_id = $1 and id = $2`,
		organization, id, c.Population, c.PopulationOf, c.Sample, c.Deviating, c.Outcome, c.Seen, c.Done, c.Reason, written)
	return wrap("write check", err)
}

func setDraw(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, drawn *contract.Draw) error {
	written, err := drawColumn(drawn)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `update control_check set version = version + 1, draw = $3 where organization_id = $1 and id = $2`, organization, id, written)
	return wrap("draw sample", err)
}

func drawColumn(drawn *contract.Draw) (*string, error) {
	if drawn == nil {
		return nil, nil
	}
	written, err := json.Marshal(drawn)
	if err != nil {
		return nil, fmt.Errorf("write draw: %w", err)
	}
	text := string(written)
	return &text, nil
}

// setPerformed keeps the control as it stands now.
func setPerformed(ctx context.Context, tx *sqlx.Tx, organization, id, by uuid.UUID, at time.Time, on calendar.Date) error {
	_, err := tx.ExecContext(ctx, `
		update control_check k set performed_by = $3, performed_at = $4, performed_on = $5, control_then = `+controlContent+`
		from control t where k.organization_id = $1 and k.id = $2 and t.organization_id = k.organization_id and t.id = k.control_id`,
		organization, id, by, at, on)
	return wrap("complete check", err)
}

func setOpen(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `
		update control_check set version = version + 1, performed_by = null, performed_at = null, performed_on = null, control_then = null
		where organization_id = $1 and id = $2`, organization, id)
	return wrap("reopen check", err)
}

func setPerson(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, person *uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `update control_check set version = version + 1, person_id = $3 where organization_id = $1 and id = $2`, organization, id, person)
	return wrap("give check", err)
}

// isColleague tells whether something may be given to the account to do.
func isColleague(ctx context.Context, tx *sqlx.Tx, organization, account uuid.UUID) (is bool, err error) {
	err = tx.GetContext(ctx, &is, `select exists (select from membership m where m.organization_id = $1 and m.account_id = $2 and `+identity.IsColleague+`)`,
		organization, account)
	return is, wrap("look for the person", err)
}

func wrap(doing string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}
