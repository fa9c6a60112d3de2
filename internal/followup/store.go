package followup

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/measure"
	"uppsikt/internal/postgres"
)

// Fragments of SQL that the statements share. Everywhere g is the assignment, c its recommendation, a the audit; $1 is the
// organization, $2 today, $3 whether the reader sees verdicts that are only proposed; reader is the one row of readingAs.
const (
	// decidedAnswers are the answers w to g in the decided responses r of its committee, by the decisions n. A draft is
	// never among them (GLOSSARY's first law). PostgreSQL takes the organization and the committee for independent, and so
	// the committee's responses for few: "is true" keeps it from beginning with them instead of with the recommendation.
	decidedAnswers = `answered_recommendation x
		join answer w on w.organization_id = x.organization_id and w.id = x.answer_id
		join response r on r.organization_id = x.organization_id and r.id = x.response_id and (r.committee_id = g.committee_id) is true
			and r.state in ('decided', 'delivered')
		join decision n on n.organization_id = r.organization_id and n.response_id = r.id and n.outcome not in ('referred_back', 'rejected')
		where x.organization_id = g.organization_id and x.recommendation_id = g.recommendation_id`

	// concernsReader: what is confidential is for the committees concerned, the auditors and the audit's advisers.
	concernsReader = `((select committees from reader) is null
		or g.committee_id = any ((select committees from reader)::uuid[]) or g.holder_id = any ((select committees from reader)::uuid[]))`

	answerIsSeen = `(` + concernsReader + ` or ` + confidentiality.AnswerGround + ` is null)`

	measureIsSeen = `(` + concernsReader + ` or coalesce(m.person_id = (select account from reader), false) or ` + confidentiality.MeasureGround + ` is null)`

	// stance is none where the reader does not see the answer.
	stance = `(select case when ` + answerIsSeen + ` then coalesce(w.stance, r.common_stance) end
		from ` + decidedAnswers + ` order by n.date desc, n.registered_at desc limit 1)`

	everyDecidedMeasure = `measure m where m.organization_id = g.organization_id and m.answer_id in (select w.id from ` + decidedAnswers + `)`

	// decidedMeasures are those that the reader sees.
	decidedMeasures = everyDecidedMeasure + ` and ` + measureIsSeen

	answerIsHidden = `(not ` + concernsReader + ` and (exists (select from ` + decidedAnswers + ` and not ` + answerIsSeen + `)
		or exists (select from ` + everyDecidedMeasure + ` and not ` + measureIsSeen + `)))`

	followedMeasure = measure.FollowedObject + ` || case when ` + measureIsSeen + ` then '{}' else ` + measure.HiddenParts + ` end`

	difference = `case when g.done_since is null or g.verdict in ('addressed', 'no_longer_relevant') then 'none'
		when g.verdict = 'not_followed_up' or g.verdict_on < g.done_since then 'unexamined' else 'differs' end`

	isOverdue = `(coalesce(g.progress, '') not in ('done', 'continuous', 'cancelled') and exists (select from ` + decidedMeasures + `
		and m.progress not in ('done', 'continuous', 'cancelled') and ` + measure.LastDay + ` < $2))`

	// openProposals are the verdicts v that advisers have proposed of g and no auditor's later word has overtaken.
	openProposals = `verdict v where v.organization_id = g.organization_id and v.assignment_id = g.id and v.confirmed_by is null
		and not exists (select from verdict y where y.organization_id = v.organization_id and y.assignment_id = v.assignment_id and y.confirmed_at > v.at)`

	summaryObject = `jsonb_build_object('id', g.id, 'version', g.version, 'recommendationId', g.recommendation_id, 'number', c.number, 'text', c.text,
		'auditId', g.audit_id, 'auditTitle', a.title, 'firm', a.firm, 'reportDate', a.report_date, 'committeeId', g.committee_id, 'holderId', g.holder_id,
		'responseState', (select r.state from addressee d
			join response r on r.organization_id = d.organization_id and r.addressee_id = d.id and r.supplements_id is null
			where d.organization_id = g.organization_id and d.audit_id = g.audit_id and d.committee_id = g.committee_id),
		'stance', ` + stance + `, 'progress', g.progress, 'verdict', g.verdict,
		'proposedVerdict', case when $3 then (select v.verdict from ` + openProposals + ` order by v.at desc limit 1) end,
		'difference', ` + difference + `, 'overdue', ` + isOverdue + `,
		'confidentialGround', coalesce(c.confidential_ground, a.confidential_ground), 'answerHidden', ` + answerIsHidden + `)
	|| (select jsonb_build_object('measures', count(*), 'measuresDone', count(*) filter (where m.progress in ('done', 'continuous')),
			'lastDay', max(` + measure.LastDay + `) filter (where m.progress not in ('done', 'continuous', 'cancelled')))
		from ` + decidedMeasures + `)`
)

// hiddenAnswer takes the place of an answer's words for whoever may not see it.
const hiddenAnswer = `'{"stance": null, "alreadyAddressed": false, "dependsOnCommitteeId": null, "text": "", "hidden": true}'::jsonb`

// isSeen tells whether the reader sees g: what is confidential is for the committees concerned, of which the parameter has
// the reader's; null is all.
func isSeen(parameter string) string {
	return `(coalesce(c.confidential_ground, a.confidential_ground) is null or ` + parameter + `::uuid[] is null
		or g.committee_id = any (` + parameter + `) or g.holder_id = any (` + parameter + `))`
}

// readingAs is the relation reader: the committees about which the reader sees what is confidential, null for all, and who it is.
func readingAs(committees, account string) string {
	return `reader as (select ` + committees + `::uuid[] as committees, ` + account + `::uuid as account)`
}

// load reads an assignment with its tracks in one round trip, as the actor may see it.
func load(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, today calendar.Date) (contract.Assignment, error) {
	return postgres.GetJSON[contract.Assignment](ctx, tx, "assignment", loadStatement, actor.Organization, today, seesProposals(actor), id,
		confidentiality.Argument(actor.SeesConfidential()), confidentiality.ByAccount(actor))
}

var loadStatement = `with ` + readingAs("$5", "$6") + `
select jsonb_build_object('id', g.id, 'version', g.version, 'summary', ` + summaryObject + `,
	'others', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'committeeId', o.committee_id) order by k.name collate "sv-x-icu"), '[]')
		from assignment o join committee k on k.organization_id = o.organization_id and k.id = o.committee_id
		where o.organization_id = g.organization_id and o.recommendation_id = g.recommendation_id and o.id <> g.id),
	'answers', (select coalesce(jsonb_agg(jsonb_build_object('responseId', r.id, 'answerId', w.id, 'decidedOn', n.date, 'paragraph', n.paragraph,
			'stance', coalesce(w.stance, r.common_stance), 'alreadyAddressed', w.already_addressed,
			'dependsOnCommitteeId', w.depends_on_committee_id, 'text', w.text, 'confidentialGround', ` + confidentiality.AnswerGround + `, 'hidden', false)
			|| case when ` + answerIsSeen + ` then '{}' else ` + hiddenAnswer + ` end order by n.date, n.registered_at), '[]')
		from ` + decidedAnswers + `),
	'measures', (select coalesce(jsonb_agg(` + followedMeasure + ` order by m.position, m.id), '[]') from ` + everyDecidedMeasure + `),
	'progressReports', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'progress', t.progress, 'comment', t.comment, 'effect', t.effect,
			'on', t.on_day, 'by', jsonb_build_object('id', p.id, 'name', p.name), 'at', t.at) order by t.on_day, t.at), '[]')
		from progress_report t join account p on p.id = t.by where t.organization_id = g.organization_id and t.assignment_id = g.id),
	'verdicts', (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'verdict', v.verdict, 'comment', v.comment, 'on', v.on_day,
			'by', jsonb_build_object('id', p.id, 'name', p.name), 'at', v.at,
			'confirmedBy', case when q.id is not null then jsonb_build_object('id', q.id, 'name', q.name) end, 'confirmedAt', v.confirmed_at) order by v.on_day, v.at), '[]')
		from verdict v join account p on p.id = v.by left join account q on q.id = v.confirmed_by
		where v.organization_id = g.organization_id and v.assignment_id = g.id and ($3 or v.confirmed_by is not null)))
from assignment g
join recommendation c on c.organization_id = g.organization_id and c.id = g.recommendation_id
join audit a on a.organization_id = g.organization_id and a.id = g.audit_id
where g.organization_id = $1 and g.id = $4`

// lock keeps others from adding to the assignment until the transaction ends, and reads it.
func lock(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, today calendar.Date) (contract.Assignment, error) {
	var found uuid.UUID
	err := tx.GetContext(ctx, &found, `select id from assignment where organization_id = $1 and id = $2 for update`, actor.Organization, id)
	if err != nil {
		return contract.Assignment{}, postgres.Translate(err, "assignment")
	}
	return load(ctx, tx, actor, id, today)
}

// isGivenTo tells whether the assignment's audit is given to this adviser.
func isGivenTo(ctx context.Context, tx *sqlx.Tx, organization, audit, adviser uuid.UUID) (bool, error) {
	var given bool
	err := tx.GetContext(ctx, &given, `select exists (select from audit_adviser
		where organization_id = $1 and audit_id = $2 and account_id = $3)`, organization, audit, adviser)
	return given, wrap("read advisers", err)
}

// addProgress adds the committee's word of each assignment; the latest of what it has said then stands in lists.
func addProgress(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, words []word, by uuid.UUID, at time.Time) error {
	_, err := tx.ExecContext(ctx, `
		insert into progress_report (organization_id, id, assignment_id, progress, comment, effect, on_day, by, at)
		select $1, w.id, g.assignment, w.progress, w.comment, w.effect, w."on", $3, $4
		from jsonb_to_recordset($2) as g (assignment uuid, content jsonb),
			jsonb_to_record(g.content) as w (id uuid, progress text, comment text, effect text, "on" date)`,
		organization, written(words), by, at)
	if err != nil {
		return fmt.Errorf("add progress: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		with said as (select assignment_id, progress, on_day, at from progress_report where organization_id = $1 and assignment_id = any ($2)),
		latest as (select distinct on (assignment_id) assignment_id, progress from said order by assignment_id, on_day desc, at desc),
		unfinished as (select distinct on (assignment_id) assignment_id, on_day, at from said
			where progress not in ('done', 'continuous') order by assignment_id, on_day desc, at desc),
		finished as (select s.assignment_id, min(s.on_day) as since from said s left join unfinished u using (assignment_id)
			where u.on_day is null or (s.on_day, s.at) > (u.on_day, u.at) group by s.assignment_id)
		update assignment g set version = version + 1, progress = latest.progress,
			done_since = case when latest.progress in ('done', 'continuous') then finished.since end
		from latest left join finished using (assignment_id) where g.organization_id = $1 and g.id = latest.assignment_id`, organization, pq.Array(assignmentsOf(words)))
	return wrap("let the latest progress stand", err)
}

// addVerdicts adds the auditors' word of each assignment; confirmedBy is nil for proposals.
func addVerdicts(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, words []word, by uuid.UUID, confirmedBy *uuid.UUID, at time.Time) error {
	_, err := tx.ExecContext(ctx, `
		insert into verdict (organization_id, id, assignment_id, verdict, comment, on_day, by, at, confirmed_by, confirmed_at)
		select $1, w.id, g.assignment, w.verdict, w.comment, w."on", $3, $4, $5, case when $5::uuid is not null then $4::timestamptz end
		from jsonb_to_recordset($2) as g (assignment uuid, content jsonb),
			jsonb_to_record(g.content) as w (id uuid, verdict text, comment text, "on" date)`,
		organization, written(words), by, at, confirmedBy)
	if err != nil {
		return fmt.Errorf("add verdicts: %w", err)
	}
	return settleVerdicts(ctx, tx, organization, assignmentsOf(words))
}

func confirmVerdicts(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, assignments, ids []uuid.UUID, by uuid.UUID, at time.Time) error {
	_, err := tx.ExecContext(ctx, `update verdict set confirmed_by = $3, confirmed_at = $4 where organization_id = $1 and id = any ($2)`,
		organization, pq.Array(ids), by, at)
	if err != nil {
		return fmt.Errorf("confirm verdicts: %w", err)
	}
	return settleVerdicts(ctx, tx, organization, assignments)
}

func deleteVerdict(ctx context.Context, tx *sqlx.Tx, organization, assignment, id uuid.UUID) error {
	if _, err := tx.ExecContext(ctx, `delete from verdict where organization_id = $1 and id = $2`, organization, id); err != nil {
		return fmt.Errorf("withdraw verdict: %w", err)
	}
	return settleVerdicts(ctx, tx, organization, []uuid.UUID{assignment})
}

// settleVerdicts lets the latest confirmed verdict on each assignment stand in lists.
func settleVerdicts(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, assignments []uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `
		update assignment g set version = version + 1, verdict = coalesce(latest.verdict, 'not_followed_up'), verdict_on = latest.on_day
		from unnest($2::uuid[]) as settled (id) left join lateral (select verdict, on_day from verdict
			where organization_id = $1 and assignment_id = settled.id and confirmed_by is not null order by on_day desc, confirmed_at desc limit 1) latest on true
		where g.organization_id = $1 and g.id = settled.id`, organization, pq.Array(assignments))
	return wrap("let the latest verdict stand", err)
}

func assignmentOfVerdict(ctx context.Context, tx *sqlx.Tx, organization, verdict uuid.UUID) (uuid.UUID, error) {
	var assignment uuid.UUID
	err := tx.GetContext(ctx, &assignment, `select assignment_id from verdict where organization_id = $1 and id = $2`, organization, verdict)
	return assignment, postgres.Translate(err, "verdict")
}

// decidedMeasure is a measure as it is followed, and whose.
type decidedMeasure struct {
	Committee uuid.UUID
	Measure   contract.FollowedMeasure
}

// lockMeasure keeps others from reporting on the measure until the transaction ends. One in a draft is not found: it is
// followed once it is decided.
func lockMeasure(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (decidedMeasure, error) {
	var found uuid.UUID
	err := tx.GetContext(ctx, &found, `select id from measure where organization_id = $1 and id = $2 for update`, organization, id)
	if err != nil {
		return decidedMeasure{}, postgres.Translate(err, "measure")
	}
	return loadMeasure(ctx, tx, organization, id)
}

func loadMeasure(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (decidedMeasure, error) {
	return postgres.GetJSON[decidedMeasure](ctx, tx, "measure", `
		select jsonb_build_object('Committee', m.committee_id, 'Measure', `+measure.FollowedObject+`)
		from measure m
		join answer w on w.organization_id = m.organization_id and w.id = m.answer_id
		join response r on r.organization_id = w.organization_id and r.id = w.response_id and r.state in ('decided', 'delivered')
		where m.organization_id = $1 and m.id = $2`, organization, id)
}

// given lists the decided measures given to a person, those to be done first.
// What is confidential around them has its words left out, and is nobody's for being given one of them.
func given(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, limit, offset int) (contract.GivenMeasurePage, error) {
	const concerned = `($5::uuid[] is null or m.committee_id = any ($5))`
	return postgres.GetJSON[contract.GivenMeasurePage](ctx, tx, "measures", `
		with chosen as (
			select m.*, case when a.confidential_ground is null or `+concerned+` then a.title else '' end as title,
				a.confidential_ground is null or `+concerned+` as audit_seen, `+concerned+` as concerned, m.progress in ('done', 'continuous', 'cancelled') as settled, `+measure.LastDay+` as last_day
			from measure m
			join answer w on w.organization_id = m.organization_id and w.id = m.answer_id
			join response r on r.organization_id = w.organization_id and r.id = w.response_id and r.state in ('decided', 'delivered')
			join audit a on a.organization_id = r.organization_id and a.id = r.audit_id
			where m.organization_id = $1 and m.person_id = $2
		), page as (select * from chosen order by settled, last_day nulls last, id limit $3 offset $4)
		select jsonb_build_object('total', (select count(*) from chosen), 'items', coalesce((select jsonb_agg(jsonb_build_object(
			'measure', `+measure.FollowedObject+`, 'committeeId', m.committee_id, 'auditTitle', m.title,
			'recommendations', (select coalesce(jsonb_agg(c.text order by c.position), '[]') from answered_recommendation x
				join recommendation c on c.organization_id = x.organization_id and c.id = x.recommendation_id
				where x.organization_id = m.organization_id and x.answer_id = m.answer_id
				and (m.concerned or m.audit_seen and c.confidential_ground is null))) order by m.settled, m.last_day nulls last, m.id)
			from page m), '[]'))`, actor.Organization, actor.Account, limit, offset, confidentiality.Argument(actor.SeesConfidential()))
}

// handOver makes the successor answer for what a committee has answered for.
func handOver(ctx context.Context, tx *sqlx.Tx, organization, committee, successor uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `
		with taken as (
			update assignment set version = version + 1, holder_id = $3 where organization_id = $1 and holder_id = $2
		)
		update measure m set version = m.version + 1, committee_id = $3
		from answer w join response r on r.organization_id = w.organization_id and r.id = w.response_id and r.state in ('decided', 'delivered')
		where m.organization_id = $1 and m.committee_id = $2 and w.organization_id = m.organization_id and w.id = m.answer_id`,
		organization, committee, successor)
	return wrap("hand over", err)
}

// onlyGivenTo is the adviser to whose audits everything is limited, or nil.
func onlyGivenTo(actor authz.Actor) *uuid.UUID {
	if actor.OnlyAdviser() {
		return &actor.Account
	}
	return nil
}

// isKnown tells that a row with this id exists.
func isKnown(ctx context.Context, tx *sqlx.Tx, table knownTable, organization, id uuid.UUID) (bool, error) {
	var known bool
	err := tx.GetContext(ctx, &known, `select exists (select from `+string(table)+` where organization_id = $1 and id = $2)`, organization, id)
	return known, wrap("look for "+string(table), err)
}

type knownTable string

const (
	progressReports knownTable = "progress_report"
	verdicts        knownTable = "verdict"
	measureReports  knownTable = "measure_report"
	audits          knownTable = "audit"
)

func stale(has, wanted int64) error {
	if has != wanted {
		return fault.Stale()
	}
	return nil
}

func wrap(what string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}
