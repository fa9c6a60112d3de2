package notice

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/calendar"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/postgres"
)

// waiting reads the three lists in one statement: an item is a row of one of the small selects below, each of which asks for
// what one kind of reader has to do.
func waiting(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, r reader, today calendar.Date) (contract.Waiting, error) {
	return postgres.GetJSON[contract.Waiting](ctx, tx, "waiting", `
		with seen as (`+seenAudits+`), asked as (`+askedCommittees+`), open as (`+openResponses+`),
		open_check as (`+openChecks+`), open_deviation as (`+openDeviations+`),
		item as (`+mine+` union all `+mineOfControls+` union all `+near+` union all `+nearOfControls+` union all `+others+`),
		placed as (select *, row_number() over (partition by list order by date nulls last, kind, title collate "sv-x-icu", id) as place from item)
		select jsonb_build_object('today', $3::date) || (select jsonb_object_agg(n.list, jsonb_build_object(
			'total', (select count(*) from placed i where i.list = n.list),
			'items', (select coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'thing', i.thing, 'id', i.id, 'committeeId', i.committee_id,
					'title', i.title, 'date', i.date, 'overdue', i.list <> 'near' and i.expires and coalesce(i.date < $3, false),
					'person', case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end) order by i.place), '[]')
				from placed i left join account p on p.id = i.person where i.list = n.list and i.place <= 50)))
			from unnest(array['mine', 'near', 'others']) as n (list))`,
		organization, r.account, today, pq.Array(r.drafts), pq.Array(r.approves), pq.Array(r.registers), pq.Array(r.reports), r.isAuditor, r.oversees,
		confidentiality.Argument(r.confidential), NearDays, pq.Array(r.performs), pq.Array(r.plans))
}

const (
	// seenAudits are the audits that are not confidential to the reader.
	seenAudits = `select a.* from audit a where a.organization_id = $1 and (a.confidential_ground is null or $10::uuid[] is null
		or exists (select from addressee d where d.organization_id = a.organization_id and d.audit_id = a.id and d.committee_id = any ($10))
		or exists (select from audit_committee c where c.organization_id = a.organization_id and c.audit_id = a.id and c.committee_id = any ($10)))`

	// askedCommittees are the committees asked to answer, each with its day and its first response.
	askedCommittees = `select d.*, a.title, coalesce(d.extension_date, d.response_due) as due, r.id as response_id, r.state
		from addressee d join seen a on a.id = d.audit_id
		left join response r on r.organization_id = d.organization_id and r.addressee_id = d.id and r.supplements_id is null
		where d.organization_id = $1`

	// openResponses are the responses with their day, who submitted, when they were approved, and the last step taken.
	openResponses = `select r.*, a.title as audit, t.action as last_action, t.by as last_by, (t.at at time zone 'Europe/Stockholm')::date as last_day,
			coalesce((select x.supplement_due from reception x where x.organization_id = r.organization_id and x.response_id = r.supplements_id),
				d.extension_date, d.response_due) as due
		from response r
		join seen a on a.id = r.audit_id
		join addressee d on d.organization_id = r.organization_id and d.id = r.addressee_id
		cross join lateral (select t.action, t.by, t.at from response_transition t where t.organization_id = r.organization_id and t.response_id = r.id
			order by t.response_version desc limit 1) t
		where r.organization_id = $1`

	// mine: of what was decided outside the program, and registered afterwards, nothing waits.
	mine = `
		select 'mine' as list, 'start_response' as kind, 'audit' as thing, audit_id as id, committee_id, title, due as date, null::uuid as person, true as expires
		from asked where response_id is null and committee_id = any ($4)
		union all
		select 'mine', case when last_action in ('return', 'refer_back') then 'revise_returned' else 'finish_draft' end, 'response', id, committee_id, audit, due,
			case when last_action in ('return', 'refer_back') then last_by end, true
		from open where state = 'draft' and committee_id = any ($4) and officer_id = $2
		union all
		select 'mine', 'take_in_input', 'response', r.id, r.committee_id, r.audit, null, i.account_id, true
		from input_request i join open r on r.id = i.response_id
		where i.organization_id = $1 and i.asked_by = $2 and i.reply is not null and i.taken_in_at is null and r.state = 'draft'
		union all
		select 'mine', 'start_supplement', 'response', r.id, r.committee_id, r.audit, x.supplement_due, x.by, true
		from open r join reception x on x.organization_id = r.organization_id and x.response_id = r.id and x.reception = 'supplement_requested'
		where r.committee_id = any ($4) and not exists (select from response s where s.organization_id = $1 and s.supplements_id = r.id)
		union all
		select 'mine', 'approve_response', 'response', id, committee_id, audit, due, submitted_by, true
		from open where state = 'submitted' and committee_id = any ($5) and submitted_by <> $2
		union all
		select 'mine', 'decide_response', 'response', r.id, r.committee_id, r.audit, (select min(m.date) from meeting m
			where m.organization_id = r.organization_id and m.committee_id = r.committee_id and m.date >= r.last_day), null, true
		from open r where r.state = 'approved' and r.committee_id = any ($6)
		union all
		select 'mine', 'verify_decision', 'response', r.id, r.committee_id, r.audit, n.date, null, false
		from open r join decision n on n.organization_id = r.organization_id and n.response_id = r.id and n.outcome in ('adopted', 'adopted_with_changes')
		where r.committee_id = any ($6) and n.verified_on is null and r.last_action <> 'register'
		union all
		select 'mine', 'dispatch_response', 'response', id, committee_id, audit, due, null, true
		from open where state = 'decided' and committee_id = any ($6) and last_action <> 'register'
		union all
		select 'mine', 'reply_input', 'input_request', i.id, null, left(i.question, 120), i.due, i.asked_by, true
		from input_request i join response r on r.organization_id = i.organization_id and r.id = i.response_id
		where i.organization_id = $1 and i.account_id = $2 and i.reply is null and r.state = 'draft'
		union all
		select 'mine', 'report_measure', 'measure', m.id, m.committee_id, left(m.what, 120),
			case when m.new_ready_words is null then m.ready_last_day else m.new_ready_last_day end, null, true
		from measure m join answer w on w.organization_id = m.organization_id and w.id = m.answer_id
		join response r on r.organization_id = w.organization_id and r.id = w.response_id and r.state in ('decided', 'delivered')
		where m.organization_id = $1 and m.person_id = $2 and m.progress not in ('done', 'continuous', 'cancelled')
		union all
		select distinct 'mine', 'answer_round', 'round', o.id, g.holder_id, o.title, o.due, null::uuid, true
		from round o join round_assignment x on x.organization_id = o.organization_id and x.round_id = o.id
		join assignment g on g.organization_id = x.organization_id and g.id = x.assignment_id
		where o.organization_id = $1 and o.closed_at is null and g.holder_id = any ($7) and not exists (select from progress_report t
			where t.organization_id = g.organization_id and t.assignment_id = g.id and t.at >= o.started_at)
		union all
		select 'mine', 'confirm_audit', 'audit', id, null, title, null, registered_by, true from seen where $8 and confirmed_at is null
		union all
		select 'mine', 'receive_response', 'response', r.id, r.committee_id, r.audit, null, null, true
		from open r where $8 and r.state = 'delivered' and r.last_action <> 'register' and not exists (select from reception x where x.organization_id = $1 and x.response_id = r.id)
		union all
		select 'mine', 'confirm_verdict', 'assignment', g.id, g.holder_id, a.title, null, v.by, true
		from verdict v join assignment g on g.organization_id = v.organization_id and g.id = v.assignment_id join seen a on a.id = g.audit_id
		where v.organization_id = $1 and $8 and v.confirmed_by is null and not exists (select from verdict y
			where y.organization_id = $1 and y.assignment_id = v.assignment_id and y.confirmed_at > v.at)`

	near = `
		select 'near', 'response_due', case when response_id is null then 'audit' else 'response' end, coalesce(response_id, audit_id), committee_id, title, due, null::uuid, false
		from asked where coalesce(state, 'draft') <> 'delivered' and due > $3 and due <= $3 + $11::int and committee_id = any ($4::uuid[] || $5::uuid[] || $6::uuid[])
		union all
		select 'near', 'manuscript_stop', 'meeting', m.id, m.committee_id, k.name, coalesce(m.manuscript_stop, m.date - 14), null, false
		from meeting m join committee k on k.organization_id = m.organization_id and k.id = m.committee_id
		where m.organization_id = $1 and coalesce(m.manuscript_stop, m.date - 14) between $3 and $3 + $11::int and m.committee_id = any ($4::uuid[] || $5::uuid[])
		and exists (select from open r where r.committee_id = m.committee_id and r.state in ('draft', 'submitted'))
		union all
		select 'near', 'papers_sent', 'meeting', m.id, m.committee_id, k.name, coalesce(m.dispatch, m.date - 7), null, false
		from meeting m join committee k on k.organization_id = m.organization_id and k.id = m.committee_id
		where m.organization_id = $1 and coalesce(m.dispatch, m.date - 7) between $3 and $3 + $11::int and m.committee_id = any ($6)
		and exists (select from open r where r.committee_id = m.committee_id and r.state = 'approved')
		union all
		select 'near', 'meeting', 'meeting', m.id, m.committee_id, k.name, m.date, null, false
		from meeting m join committee k on k.organization_id = m.organization_id and k.id = m.committee_id
		where m.organization_id = $1 and m.date between $3 and $3 + $11::int and (m.committee_id = any ($6) or m.committee_id = any ($4::uuid[] || $5::uuid[])
			and exists (select from open r where r.committee_id = m.committee_id and r.state in ('submitted', 'approved')))
		union all
		select 'near', 'measure_due', 'assignment', g.id, g.holder_id, left(m.what, 120), m.last_day, m.person_id, false
		from (select m.*, case when m.new_ready_words is null then m.ready_last_day else m.new_ready_last_day end as last_day from measure m
			where m.organization_id = $1 and m.committee_id = any ($7) and m.progress not in ('done', 'continuous', 'cancelled')) m
		join answer w on w.organization_id = m.organization_id and w.id = m.answer_id
		join response r on r.organization_id = w.organization_id and r.id = w.response_id and r.state in ('decided', 'delivered')
		cross join lateral (select g.* from answered_recommendation x join assignment g on g.organization_id = x.organization_id
			and g.recommendation_id = x.recommendation_id and g.committee_id = r.committee_id
			where x.organization_id = w.organization_id and x.answer_id = w.id limit 1) g
		where m.last_day between $3 and $3 + $11::int`

	others = `
		select 'others', 'input_awaited', 'response', r.id, r.committee_id, r.audit, i.due, i.account_id, true
		from input_request i join open r on r.id = i.response_id
		where i.organization_id = $1 and i.asked_by = $2 and i.reply is null and r.state = 'draft'
		union all
		select 'others', 'approval_awaited', 'response', id, committee_id, audit, due, null, true from open where state = 'submitted' and submitted_by = $2
		union all
		select 'others', 'decision_awaited', 'response', id, committee_id, audit, due, null, true
		from open where state = 'approved' and committee_id = any ($4) and $2 in (officer_id, submitted_by)
		union all
		select 'others', 'reception_awaited', 'response', r.id, r.committee_id, r.audit, null, null, true
		from open r where r.state = 'delivered' and r.last_action <> 'register' and r.committee_id = any ($4) and r.officer_id = $2
		and not exists (select from reception x where x.organization_id = $1 and x.response_id = r.id)
		union all
		select 'others', 'response_awaited', 'audit', audit_id, committee_id, title, due, null, true
		from asked where $9 and due is not null and coalesce(state, 'draft') not in ('decided', 'delivered')
		union all
		select 'others', 'supplement_awaited', 'response', r.id, r.committee_id, r.audit, x.supplement_due, null, true
		from open r join reception x on x.organization_id = r.organization_id and x.response_id = r.id and x.reception = 'supplement_requested'
		where $9 and not exists (select from response s where s.organization_id = $1 and s.supplements_id = r.id and s.state in ('decided', 'delivered'))`
)
