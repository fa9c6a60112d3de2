package notice

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/calendar"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// loadWheel reads a committee's days in one statement: an item is a row of one of the small selects below.
func loadWheel(ctx context.Context, tx *sqlx.Tx, organization, committee uuid.UUID, o onlooker, days period, today calendar.Date) (contract.YearWheel, error) {
	return postgres.GetJSON[contract.YearWheel](ctx, tx, "committee", `
		with item as (`+meetingDays+` union all `+responseDays+` union all `+checkDays+` union all `+planDays+` union all `+dutyDays+`)
		select jsonb_build_object('today', $5::date, 'mayAdd', $10::boolean, 'items', (select coalesce(jsonb_agg(jsonb_build_object(
				'kind', kind, 'ring', ring, 'id', id, 'startsOn', starts_on, 'endsOn', ends_on, 'title', title, 'who', who,
				'count', count, 'done', done, 'duty', duty) order by starts_on, ends_on, kind, title collate "sv-x-icu", id), '[]') from item))
		from committee k where k.organization_id = $1 and k.id = $2`,
		organization, committee, days.from, days.to, today, o.followsResponses, o.givenTo, confidentiality.Argument(o.confidential), o.readsPlans, o.editsOwn, o.editsCommon)
}

const (
	// meetingDays are the days of the meetings and what comes before them; where nobody has said when, as notices reckon it.
	meetingDays = `select d.kind, 'meeting' as ring, m.id, d.day as starts_on, d.day as ends_on, k.name as title, '' as who,
			null::int as count, null::boolean as done, null::jsonb as duty
		from meeting m join committee k on k.organization_id = m.organization_id and k.id = m.committee_id
		cross join lateral (values ('meeting', m.date), ('manuscript_stop', coalesce(m.manuscript_stop, m.date - 14)), ('papers_sent', coalesce(m.dispatch, m.date - 7))) d (kind, day)
		where m.organization_id = $1 and m.committee_id = $2 and d.day between $3 and $4`

	// responseDays are the days for the committee's responses; of audits that are confidential to the reader, nothing.
	responseDays = `select 'response_due', 'audit', a.id, d.due, d.due, a.title, '', null, exists (select from response r
			where r.organization_id = d.organization_id and r.addressee_id = d.id and r.supplements_id is null and r.state = 'delivered'), null
		from (select *, coalesce(extension_date, response_due) as due from addressee where organization_id = $1 and committee_id = $2) d
		join audit a on a.organization_id = d.organization_id and a.id = d.audit_id
		where $6::boolean and d.due between $3 and $4
			and ($7::uuid is null or exists (select from audit_adviser g where g.organization_id = a.organization_id and g.audit_id = a.id and g.account_id = $7))
			and (a.confidential_ground is null or $8::uuid[] is null
				or exists (select from addressee x where x.organization_id = a.organization_id and x.audit_id = a.id and x.committee_id = any ($8))
				or exists (select from audit_committee x where x.organization_id = a.organization_id and x.audit_id = a.id and x.committee_id = any ($8)))`

	// checkDays are each month's checks together, between the first and the latest of their last days.
	checkDays = `select 'checks_due', 'internal_control', null, min(c.last_on), max(c.last_on), '', '', count(*)::int, bool_and(c.performed_at is not null), null
		from control_check c join control_plan p on p.organization_id = c.organization_id and p.id = c.plan_id and p.state <> 'draft'
		where $9::boolean and c.organization_id = $1 and p.committee_id = $2 and c.last_on between $3 and $4
		group by date_trunc('month', c.last_on)`

	// planDays: a plan's title is its year. Its report is due on 1 March of the year after.
	planDays = `select 'plan_adoption', 'internal_control', p.id, n.date, n.date, p.year::text, '', null, true, null
		from control_plan p join decision n on n.organization_id = p.organization_id and n.control_plan_id = p.id and n.control_plan_part = 'plan'
		where $9::boolean and p.organization_id = $1 and p.committee_id = $2 and p.state <> 'draft' and n.outcome in ('adopted', 'adopted_with_changes', 'chair_decision')
			and n.date between $3 and $4
		union all
		select 'plan_report', 'internal_control', p.id, d.day, d.day, p.year::text, '', null, p.state = 'reported', null
		from control_plan p cross join lateral (select coalesce((select max(n.date) from decision n where p.state = 'reported'
			and n.organization_id = p.organization_id and n.control_plan_id = p.id and n.control_plan_part = 'report'), make_date(p.year + 1, 3, 1)) as day) d
		where $9::boolean and p.organization_id = $1 and p.committee_id = $2 and p.state <> 'draft' and d.day between $3 and $4`

	// dutyDays: a yearly one comes again on the same days, and that of 29 February on 28 February in other years.
	dutyDays = `select 'duty', t.kind, t.id, d.starts_on, d.ends_on, t.title, t.who, null, null,
			case when case when t.committee_id is null then $11::boolean else $10::boolean end then ` + dutyJSON + ` end
		from duty t
		cross join lateral (select 0 as years union select n from generate_series(0, extract(year from $4::date)::int - extract(year from t.starts_on)::int) n
			where t.yearly and n >= extract(year from $3::date)::int - extract(year from t.ends_on)::int) y
		cross join lateral (select (t.starts_on + make_interval(years => y.years))::date as starts_on, (t.ends_on + make_interval(years => y.years))::date as ends_on) d
		where t.organization_id = $1 and (t.committee_id = $2 or t.committee_id is null) and d.starts_on <= $4 and d.ends_on >= $3`
)

// dutyJSON gives row t of duty as the contract does.
const dutyJSON = `jsonb_build_object('id', t.id, 'version', t.version, 'committeeId', t.committee_id, 'content', jsonb_build_object('kind', t.kind, 'title', t.title,
	'who', t.who, 'startsOn', t.starts_on, 'endsOn', t.ends_on, 'yearly', t.yearly))`

func insertDuty(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, duty contract.NewDuty) (isNew bool, err error) {
	c := duty.Content
	result, err := tx.ExecContext(ctx, `
		insert into duty (organization_id, id, committee_id, kind, title, who, starts_on, ends_on, yearly) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
		on conflict (organization_id, id) do nothing`, organization, duty.ID, duty.CommitteeID, c.Kind, c.Title, c.Who, c.StartsOn, c.EndsOn, c.Yearly)
	if postgres.Constraint(err) == "duty_committee" {
		return false, fault.NotFound("committee")
	}
	if err != nil {
		return false, fmt.Errorf("add duty: %w", err)
	}
	inserted, err := result.RowsAffected()
	return inserted > 0, err
}

// lockDuty reads a duty that is to be changed.
func lockDuty(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (contract.Duty, error) {
	return postgres.GetJSON[contract.Duty](ctx, tx, "duty", `select `+dutyJSON+` from duty t where t.organization_id = $1 and t.id = $2 for update`, organization, id)
}

func updateDuty(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, c contract.DutyContent) error {
	_, err := tx.ExecContext(ctx, `update duty set kind = $3, title = $4, who = $5, starts_on = $6, ends_on = $7, yearly = $8, version = version + 1
		where organization_id = $1 and id = $2`, organization, id, c.Kind, c.Title, c.Who, c.StartsOn, c.EndsOn, c.Yearly)
	if err != nil {
		return fmt.Errorf("write duty: %w", err)
	}
	return nil
}

func deleteDuty(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	if _, err := tx.ExecContext(ctx, `delete from duty where organization_id = $1 and id = $2`, organization, id); err != nil {
		return fmt.Errorf("delete duty: %w", err)
	}
	return nil
}
