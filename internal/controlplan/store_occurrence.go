package controlplan

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

// runningRow is a running control as it is stored.
type runningRow struct {
	Plan          uuid.UUID          `db:"plan_id"`
	Control       uuid.UUID          `db:"id"`
	Frequency     contract.Frequency `db:"frequency"`
	FirstMonth    int                `db:"first_month"`
	PlannedOffset int                `db:"planned_offset"`
	LastOffset    int                `db:"last_offset"`
	Year          int                `db:"year"`
	From          calendar.Date      `db:"begins"`
	Until         *calendar.Date     `db:"until"`
	CoveredTo     *calendar.Date     `db:"covered_to"`
}

func (r runningRow) running() running {
	return running{
		Schedule: schedule{r.Frequency, r.FirstMonth, r.PlannedOffset, r.LastOffset},
		Year:     r.Year, From: r.From, Until: r.Until, CoveredTo: r.CoveredTo,
	}
}

// lockAdopted keeps every adopted plan of the organization from being superseded or amended until the transaction ends. What is
// read of them afterwards is read by a statement of its own, that sees what was waited for.
func lockAdopted(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `select from control_plan where organization_id = $1 and state <> 'draft' order by id for no key update`, organization)
	return wrap("lock adopted plans", err)
}

// readRunning reads the controls of all adopted plans, but of those that were superseded more than a year ago: they have got
// the checks that they are to have.
func readRunning(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, today calendar.Date) (rows []runningRow, err error) {
	err = tx.SelectContext(ctx, &rows, `
		with line as (select id, current_committee($1, id) as now from committee where organization_id = $1),
		adopted as (
			select p.*, (select min(q.in_force_from) from control_plan q join line ql on ql.id = q.committee_id
				where q.organization_id = $1 and q.state <> 'draft' and q.year > p.year and ql.now = l.now) as until
			from control_plan p join line l on l.id = p.committee_id
			where p.organization_id = $1 and p.state <> 'draft'
		)
		select t.plan_id, t.id, t.frequency, t.first_month, t.planned_offset, t.last_offset, p.year, f.begins, p.until,
			(select max(k.period_end) from control_check k left join control e on e.organization_id = t.organization_id and e.id = t.earlier_id
				where k.organization_id = t.organization_id and k.event = '' and (k.control_id = t.id and k.period_start < f.begins
					or k.control_id = e.id and k.period_end < f.begins and e.frequency not in ('once', 'on_event'))) as covered_to
		from adopted p
		join control t on t.organization_id = p.organization_id and t.plan_id = p.id and not t.removed and t.frequency <> 'on_event'
		cross join lateral (select greatest(p.in_force_from, (
			select max(n.date) from plan_amendment m join decision n on n.organization_id = m.organization_id and n.amendment_id = m.id and `+adopts+`
			where m.organization_id = t.organization_id and m.plan_id = t.plan_id and m.state = 'adopted'
				and m.changes @> jsonb_build_array(jsonb_build_object('controlId', t.id)))) as begins) f
		where p.until is null or p.until > $2::date - 366`, organization, today)
	return rows, wrap("read running controls", err)
}

// plannedCheck is a check as it is stored.
type plannedCheck struct {
	Plan        uuid.UUID     `json:"plan_id"`
	Control     uuid.UUID     `json:"control_id"`
	PeriodStart calendar.Date `json:"period_start"`
	PeriodEnd   calendar.Date `json:"period_end"`
	PlannedOn   calendar.Date `json:"planned_on"`
	LastOn      calendar.Date `json:"last_on"`
}

// insertChecks adds those that are not there.
func insertChecks(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, checks []plannedCheck) error {
	written, err := json.Marshal(checks)
	if err != nil {
		return fmt.Errorf("plan checks: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		insert into control_check (organization_id, id, plan_id, control_id, period_start, period_end, planned_on, last_on)
		select $1, gen_random_uuid(), c.plan_id, c.control_id, c.period_start, c.period_end, c.planned_on, c.last_on
		from jsonb_to_recordset($2::jsonb) as c (plan_id uuid, control_id uuid, period_start date, period_end date, planned_on date, last_on date)
		on conflict (organization_id, control_id, period_end) where event = '' do nothing`, organization, string(written))
	return wrap("plan checks", err)
}

// isUntouched tells that nobody has begun with k of control_check, nor added it by hand: it may be planned anew.
const isUntouched = `(k.event = '' and k.performed_at is null and k.outcome is null and k.population is null and k.population_of = ''
	and k.sample is null and k.deviating is null and k.seen = '' and k.done = '' and k.reason = '' and k.draw is null
	and not exists (select from deviation d where d.organization_id = k.organization_id and d.check_id = k.id)
	and not exists (select from attachment f where f.organization_id = k.organization_id and f.check_id = k.id))`

// deleteSuperseded takes away the checks of earlier plans for the periods that the plan owns. What somebody has begun stays, for
// them to complete.
func deleteSuperseded(ctx context.Context, tx *sqlx.Tx, organization, plan uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `
		delete from control_check k using control_plan p join control_plan e on `+isEarlierPlan+`
		where p.organization_id = $1 and p.id = $2 and k.organization_id = e.organization_id and k.plan_id = e.id
			and k.period_end >= p.in_force_from and `+isUntouched, organization, plan)
	return wrap("delete superseded checks", err)
}
