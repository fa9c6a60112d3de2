package report

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/authz"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// Fragments of SQL: $1 is the organization, $2 and $3 the thing asked about, $4 the committees whose draft control plans the
// reader sees, $5 those whose draft operational plans, $6 those whose draft responses, $7 those about which the reader sees what
// is confidential (null is all), $8 the adviser whose audits they are (null is all), $9 to $11 whether the reader reads
// control plans, operational plans and the follow-up at all.
const (
	// things are all that the reader sees, with what the loop tells of each.
	loopThings = `things as (
		select 'assignment' as thing, 1 as kind, g.id, g.committee_id, null::uuid as plan_id, extract(year from a.report_date)::int as year,
			c.number, c.position as place, c.text as title, false as removed, null::text as outcome, null::date as outcome_on, null::uuid as check_id, g.progress, g.verdict
		from assignment g
		join recommendation c on c.organization_id = g.organization_id and c.id = g.recommendation_id
		join audit a on a.organization_id = g.organization_id and a.id = g.audit_id
		where g.organization_id = $1 and $11 and (coalesce(c.confidential_ground, a.confidential_ground) is null or ` + concernsReader + `)
			and ($8::uuid is null or exists (select from audit_adviser d where d.organization_id = a.organization_id and d.audit_id = a.id and d.account_id = $8))
		union all
		select 'risk', 2, r.id, p.committee_id, p.id, p.year, 'R' || r.number, r.number, r.title, false, null, null, null, null, null
		from control_plan p join risk r on r.organization_id = p.organization_id and r.plan_id = p.id
		where p.organization_id = $1 and ` + planIsSeen + `
		union all
		select 'control', 3, k.id, p.committee_id, p.id, p.year, 'K' || k.number, k.number, k.title, k.removed, l.outcome, l.performed_on, l.id, null, null
		from control_plan p join control k on k.organization_id = p.organization_id and k.plan_id = p.id
		left join lateral (select h.id, h.outcome, h.performed_on from control_check h
			where h.organization_id = k.organization_id and h.control_id = k.id and h.performed_at is not null
			order by h.performed_on desc, h.performed_at desc limit 1) l on true
		where p.organization_id = $1 and ` + planIsSeen + `
		union all
		select 'action', 4, n.id, q.committee_id, q.id, q.year, n.number, n.position, n.what, false, null, null, null, n.progress, null
		from operational_plan q join plan_action n on n.organization_id = q.organization_id and n.plan_id = q.id
		where q.organization_id = $1 and $10 and (q.state <> 'draft' or q.committee_id = any ($5))
		union all
		select 'deviation', 5, v.id, p.committee_id, p.id, p.year, v.number::text, v.number, v.what, false, null, null, null, v.progress, null
		from control_plan p join deviation v on v.organization_id = p.organization_id and v.plan_id = p.id
		join control_check h on h.organization_id = v.organization_id and h.id = v.check_id
		where p.organization_id = $1 and ` + planIsSeen + ` and (h.performed_at is not null or p.committee_id = any ($4)))`

	planIsSeen     = `$9 and (p.state <> 'draft' or p.committee_id = any ($4))`
	concernsReader = `($7::uuid[] is null or g.committee_id = any ($7) or g.holder_id = any ($7))`

	// ties are between two things each. A recommendation is tied to a committee's plans by its assignment to the committee,
	// or to one that the committee has succeeded; what is only in a draft response is tied for its committee alone.
	loopTies = `committees as (select id, current_committee($1, id) as now from committee where organization_id = $1),
	recommended as (
		select g.id as assignment_id, g.recommendation_id, m.now as committee from assignment g join committees m on m.id = g.committee_id
		where g.organization_id = $1
	), planned as (
		select p.id, m.now as committee from control_plan p join committees m on m.id = p.committee_id where p.organization_id = $1
	), carried as (
		select n.id as action_id, m.now as committee from plan_action n
		join operational_plan q on q.organization_id = n.organization_id and q.id = n.plan_id join committees m on m.id = q.committee_id
		where n.organization_id = $1
		union
		select s.action_id, m.now from action_committee s join committees m on m.id = s.committee_id where s.organization_id = $1
	), ties as (
		select d.assignment_id as one, r.id as other, 'origin' as tied from recommended d
		join risk r on r.organization_id = $1 and r.recommendation_id = d.recommendation_id join planned p on p.id = r.plan_id and p.committee = d.committee
		union all
		select d.assignment_id, k.id, 'linked' from recommended d
		join control_recommendation x on x.organization_id = $1 and x.recommendation_id = d.recommendation_id
		join control k on k.organization_id = $1 and k.id = x.control_id join planned p on p.id = k.plan_id and p.committee = d.committee
		union all
		select d.assignment_id, x.action_id, 'linked' from recommended d
		join action_recommendation x on x.organization_id = $1 and x.recommendation_id = d.recommendation_id
		join carried n on n.action_id = x.action_id and n.committee = d.committee
		union all
		select g.id, coalesce(z.risk_id, z.control_id, z.action_id), 'cited' from citation z
		join response r on r.organization_id = z.organization_id and r.id = z.response_id
		join answer w on w.organization_id = z.organization_id and w.id = z.answer_id
		join answered_recommendation x on x.organization_id = w.organization_id and x.answer_id = w.id
		join assignment g on g.organization_id = x.organization_id and g.recommendation_id = x.recommendation_id and g.committee_id = r.committee_id
		where z.organization_id = $1 and (r.state in ('decided', 'delivered') or r.committee_id = any ($6))
			and (` + confidentiality.AnswerGround + ` is null or ` + concernsReader + `)
		union all
		select risk_id, control_id, 'linked' from control_risk where organization_id = $1
		union all
		select h.control_id, v.id, 'linked' from deviation v join control_check h on h.organization_id = v.organization_id and h.id = v.check_id
		where v.organization_id = $1
		union all
		select deviation_id, id, 'origin' from risk where organization_id = $1 and deviation_id is not null
	), both_ways as (select one, other, tied from ties union all select other, one, tied from ties)`

	// loopStatement goes two steps from the thing, over what the reader sees, and to the deviations of the controls found:
	// from a recommendation by its risk to the control that answers to it. A thing of the same kind is no step back.
	loopStatement = `with ` + loopThings + `, ` + loopTies + `, first as (
			select b.other as id, b.tied from both_ways b join things t on t.id = b.other where b.one = $3
		), second as (
			select id, tied, 1 as step from first
			union all
			select b.other, 'linked', 2 from first f join both_ways b on b.one = f.id
		), third as (
			select id, tied, step from second
			union all
			select b.other, 'linked', 3 from second s join things k on k.id = s.id and k.thing = 'control'
			join both_ways b on b.one = s.id join things v on v.id = b.other and v.thing = 'deviation'
		), found as (
			select distinct on (id) id, tied from third order by id, step, array_position(array['origin', 'linked', 'cited'], tied)
		)
		select jsonb_build_object('items', coalesce((select jsonb_agg(jsonb_build_object('thing', t.thing, 'id', t.id, 'committeeId', t.committee_id,
			'planId', t.plan_id, 'year', t.year, 'number', t.number, 'title', t.title, 'tied', f.tied, 'removed', t.removed, 'outcome', t.outcome, 'outcomeOn', t.outcome_on,
			'checkId', t.check_id, 'progress', t.progress, 'verdict', t.verdict) order by t.kind, t.year desc nulls last, t.place, t.id)
			from found f join things t on t.id = f.id where t.thing <> $2), '[]'))
		where exists (select from things where thing = $2 and id = $3)`
)

var loopTables = map[contract.LoopThing]string{
	contract.LoopThingAssignment: "assignment", contract.LoopThingRisk: "risk", contract.LoopThingControl: "control",
	contract.LoopThingAction: "plan_action", contract.LoopThingDeviation: "deviation",
}

func isKnown(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, thing contract.LoopThing, id uuid.UUID) (known bool, err error) {
	err = tx.GetContext(ctx, &known, `select exists (select from `+loopTables[thing]+` where organization_id = $1 and id = $2)`, organization, id)
	if err != nil {
		return false, fmt.Errorf("look for %s: %w", thing, err)
	}
	return known, nil
}

// loadLoop reads what a known thing is tied to: 403 where the reader does not see it.
func loadLoop(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, thing contract.LoopThing, id uuid.UUID) (contract.Loop, error) {
	var adviser *uuid.UUID
	if actor.OnlyAdviser() {
		adviser = &actor.Account
	}
	loop, err := postgres.GetJSON[contract.Loop](ctx, tx, string(thing), loopStatement, actor.Organization, thing, id,
		pq.Array(actor.CommitteesWhere(authz.ControlPlanDraft)), pq.Array(actor.CommitteesWhere(authz.OperationalPlanDraft)),
		pq.Array(actor.CommitteesWhere(authz.ResponseSeeDraft)), confidentiality.Argument(actor.SeesConfidential()), adviser,
		actor.Has(authz.ControlPlanRead), actor.Has(authz.OperationalPlanRead), actor.Has(authz.FollowupRead))
	if fault.Is(err, "not_found") {
		return loop, fault.Forbidden("the " + string(thing) + " is not for this reader")
	}
	return loop, err
}
