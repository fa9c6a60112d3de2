package followup

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/calendar"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/postgres"
)

// overview counts the assignments as they stood on a day: today, and the last day of each year before. Both are told by
// the same rows and rules, so that the figures agree; today's agree with the lists, also on what is dated ahead.
func overview(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, today calendar.Date, filter Filter) (contract.FollowupOverview, error) {
	return postgres.GetJSON[contract.FollowupOverview](ctx, tx, "overview", `
		with `+readingAs("$9", "$10")+`, every as (
			select g.organization_id, g.id, g.recommendation_id, g.committee_id, g.holder_id, k.name, a.firm, a.report_date,
				extract(year from a.report_date)::int as year, `+criticism+` as criticism, `+isSeen("$9")+` as seen
			`+chosenFrom+` and ($3 or true) and $4::text is null
		), chosen as (select * from every where seen), day as (
			select $2::date as day union
			select make_date(y, 12, 31) from generate_series((select min(year) from chosen), extract(year from $2::date)::int - 1) as y
		), stood as (
			select d.day, g.holder_id, g.name, g.firm, g.year, g.criticism, `+asOf+`
			from day d join chosen g on d.day = $2 or g.report_date <= d.day
			`+asOfRows+`
		)
		select jsonb_build_object('asOf', $2::date, 'leftOut', (select count(*) from every where not seen),
			'answersHidden', (select count(*) from chosen g where `+answerIsHidden+`),
			'total', (select `+figures+` from stood where day = $2),
			'committees', (select coalesce(jsonb_agg(jsonb_build_object('committeeId', holder_id, 'figures', f) order by name collate "sv-x-icu"), '[]')
				from (select holder_id, name, `+figures+` as f from stood where day = $2 group by holder_id, name) t),
			'firms', (select coalesce(jsonb_agg(jsonb_build_object('firm', firm, 'figures', f) order by firm collate "sv-x-icu"), '[]')
				from (select firm, `+figures+` as f from stood where day = $2 group by firm) t),
			'years', (select coalesce(jsonb_agg(jsonb_build_object('year', year, 'figures', f) order by year), '[]')
				from (select year, `+figures+` as f from stood where day = $2 group by year) t),
			'criticisms', (select coalesce(jsonb_agg(jsonb_build_object('criticism', criticism, 'figures', f)
					order by array_position(array['none', 'caution', 'formal_remark', 'discharge_denied'], criticism)), '[]')
				from (select criticism, `+figures+` as f from stood where day = $2 group by criticism) t),
			'turns', (select coalesce(jsonb_agg(jsonb_build_object('year', extract(year from day)::int, 'figures', f) order by day), '[]')
				from (select day, `+figures+` as f from stood where day < $2 group by day) t),
			'daysToDone', (select jsonb_build_object('count', count(*), 'median', round(percentile_cont(0.5) within group (order by done_since - decided_on)))
				from stood where day = $2 and done_since >= decided_on))`,
		organization, today, filter.SeeProposals, nil, uuids(filter.Committees), filter.Firm, filter.Year, filter.GivenTo,
		confidentiality.Argument(filter.Confidential), filter.Reader)
}

// asOf are the columns of an assignment as it stood on d.day, of the rows that asOfRows finds.
const asOf = `s.stance, p.progress, v.verdict, p.done_since, s.decided_on,
	case when p.done_since is null or v.verdict in ('addressed', 'no_longer_relevant') then 'none'
		when coalesce(v.verdict, 'not_followed_up') = 'not_followed_up' or v.on_day < p.done_since then 'unexamined' else 'differs' end as difference,
	coalesce(p.progress, '') not in ('done', 'continuous', 'cancelled') and coalesce(o.overdue, false) as overdue`

const asOfRows = `
	left join lateral (select case when ` + answerIsSeen + ` then coalesce(w.stance, r.common_stance) end as stance, min(n.date) over () as decided_on
		from ` + decidedAnswers + ` and (d.day = $2 or n.date <= d.day) order by n.date desc, n.registered_at desc limit 1) s on true
	left join lateral (select t.progress, case when t.progress in ('done', 'continuous') then (select min(e.on_day) from progress_report e
			where e.organization_id = g.organization_id and e.assignment_id = g.id and e.on_day <= d.day and not exists (select from progress_report u
				where u.organization_id = g.organization_id and u.assignment_id = g.id and u.on_day <= d.day
				and u.progress not in ('done', 'continuous') and (u.on_day, u.at) >= (e.on_day, e.at))) end as done_since
		from progress_report t where t.organization_id = g.organization_id and t.assignment_id = g.id and t.on_day <= d.day
		order by t.on_day desc, t.at desc limit 1) p on true
	left join lateral (select y.verdict, y.on_day from verdict y where y.organization_id = g.organization_id and y.assignment_id = g.id
		and y.confirmed_by is not null and y.on_day <= d.day order by y.on_day desc, y.confirmed_at desc limit 1) v on true
	left join lateral (select bool_or(coalesce(t.progress, 'not_started') not in ('done', 'continuous', 'cancelled') and l.last_day < d.day) as overdue
		from measure m
		left join lateral (select z.progress from measure_report z where z.organization_id = m.organization_id and z.measure_id = m.id
			and z.on_day <= d.day order by z.on_day desc, z.at desc limit 1) t on true
		cross join lateral (select case when z.new_ready_words is null then m.ready_last_day else z.new_ready_last_day end as last_day
			from (select) one left join lateral (select new_ready_words, new_ready_last_day from measure_report q
				where q.organization_id = m.organization_id and q.measure_id = m.id and q.on_day <= d.day and q.new_ready_words is not null
				order by q.at desc limit 1) z on true) l
		where m.organization_id = g.organization_id and m.answer_id in (select w.id from ` + decidedAnswers + ` and (d.day = $2 or n.date <= d.day))
		and ` + measureIsSeen + `) o on true`

const figures = `jsonb_build_object('given', count(*), 'answered', count(stance), 'accepted', count(*) filter (where stance in ('accepts', 'partly_accepts')),
	'ongoing', count(*) filter (where progress = 'ongoing'), 'done', count(*) filter (where progress in ('done', 'continuous')),
	'confirmed', count(*) filter (where verdict = 'addressed'), 'overdue', count(*) filter (where overdue),
	'differing', count(*) filter (where difference = 'differs'), 'unexamined', count(*) filter (where difference = 'unexamined'))`
