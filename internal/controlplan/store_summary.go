package controlplan

import (
	"context"

	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/postgres"
)

// loadSummary is of every committee that there is, or that had a plan for the year. Each check that counts in the year is in one of the
// figures that it is the sum of.
func loadSummary(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, year int, today calendar.Date) (contract.ControlSummary, error) {
	return postgres.GetJSON[contract.ControlSummary](ctx, tx, "control_summary", `
		select jsonb_build_object('year', $2::int, 'committees', coalesce(jsonb_agg(jsonb_build_object(
				'committeeId', o.id, 'planId', p.id, 'state', p.state, 'mayRead', coalesce(p.state <> 'draft' or p.committee_id = any ($3), false),
				'adoptedOn', (select n.date from decision n where `+isDecisionAbout("plan")+` and `+adopts+`),
				'controls', case when p.state <> 'draft' then (select count(*) from control t
					where t.organization_id = p.organization_id and t.plan_id = p.id and not t.removed) else 0 end,
				'checks', f.checks, 'noDeviation', f.none, 'minorDeviation', f.minor, 'majorDeviation', f.major, 'notPerformed', f.not_performed,
				'missed', f.missed, 'ahead', f.ahead, 'deviations', v.noted, 'openDeviations', v.open,
				'judgement', case when p.state = 'reported' then (select q.judgement from plan_report q where q.organization_id = p.organization_id and q.plan_id = p.id) end)
			order by o.name collate "sv-x-icu", o.id), '[]'))
		from committee o
		left join control_plan p on p.organization_id = o.organization_id and p.committee_id = o.id and p.year = $2
		cross join lateral (select count(k.id) as checks,
				count(*) filter (where k.performed_at is not null and k.outcome = 'no_deviation') as none,
				count(*) filter (where k.performed_at is not null and k.outcome = 'minor_deviation') as minor,
				count(*) filter (where k.performed_at is not null and k.outcome = 'major_deviation') as major,
				count(*) filter (where k.performed_at is not null and k.outcome = 'not_performed') as not_performed,
				count(*) filter (where k.performed_at is null and k.last_on < $4) as missed,
				count(*) filter (where k.performed_at is null and k.last_on >= $4) as ahead
			from control_check k where k.organization_id = p.organization_id and k.plan_id = p.id and `+countsInYear("$4")+`) f
		cross join lateral (select count(d.id) as noted, count(d.id) filter (where z.outcome is distinct from 'remedied') as open
			from deviation d `+latestRecheck+` where d.organization_id = p.organization_id and d.plan_id = p.id) v
		where o.organization_id = $1 and (o.successor_id is null or p.id is not null)`,
		actor.Organization, year, pq.Array(actor.CommitteesWhere(authz.ControlPlanDraft)), today)
}
