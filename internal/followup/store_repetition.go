package followup

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/authz"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// leastLikeness is the share of words in common from which two recommendations are worth a look.
const leastLikeness = 0.35

// repetitions compares an audit's recommendations with those of earlier audits in the same organization: the words they
// share in any inflection, of all the words of both (Jaccard). An adviser sees those that are given to them.
func repetitions(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, audit uuid.UUID) (contract.Repetitions, error) {
	const concerned = `($5::uuid[] is null or exists (select from assignment g
		where g.organization_id = c.organization_id and g.recommendation_id = c.id and (g.committee_id = any ($5) or g.holder_id = any ($5))))`
	return postgres.GetJSON[contract.Repetitions](ctx, tx, "audit", `
		with this as (select c.*, a.report_date, tsvector_to_array(c.words) as stems from audit a
			join recommendation c on c.organization_id = a.organization_id and c.audit_id = a.id
			where a.organization_id = $1 and a.id = $2 and (c.confidential_ground is null or `+concerned+`)),
		earlier as (select c.*, a.title, a.report_date, tsvector_to_array(c.words) as stems
			from recommendation c join audit a on a.organization_id = c.organization_id and a.id = c.audit_id
			where c.organization_id = $1 and c.audit_id <> $2
			and (coalesce(c.confidential_ground, a.confidential_ground) is null or `+concerned+`)
			and ($4::uuid is null or exists (select from audit_adviser d where d.organization_id = a.organization_id and d.audit_id = a.id and d.account_id = $4))),
		compared as (
			select t.id as recommendation_id, t.position, e.id, e.number, e.text, e.audit_id, e.title, e.report_date, l.common / nullif(l.every, 0) as likeness,
				exists (select from repetition x where x.organization_id = t.organization_id and x.recommendation_id = t.id and x.earlier_id = e.id) as linked
			from this t
			join earlier e on e.report_date < t.report_date
			cross join lateral (select count(*) filter (where times = 2)::float as common, count(*)::float as every
				from (select count(*) as times from (select unnest(t.stems) as stem union all select unnest(e.stems)) s group by stem) n) l
		), found as (
			select *, row_number() over (partition by recommendation_id order by linked desc, likeness desc, report_date desc, id) as place
			from compared where linked or likeness >= $3
		)
		select jsonb_build_object('mayLink', false, 'items', coalesce((select jsonb_agg(jsonb_build_object('recommendationId', t.id, 'earlier', (
				select coalesce(jsonb_agg(jsonb_build_object('recommendationId', f.id, 'number', f.number, 'text', f.text, 'auditId', f.audit_id,
					'auditTitle', f.title, 'reportDate', f.report_date, 'likeness', round(f.likeness::numeric, 2), 'linked', f.linked) order by f.place), '[]')
				from found f where f.recommendation_id = t.id and f.place <= 10)) order by t.position) from this t), '[]'))`,
		actor.Organization, audit, leastLikeness, onlyGivenTo(actor), confidentiality.Argument(actor.SeesConfidential()))
}

// isConfidentialTo tells whether the audit as a whole is kept from the actor.
func isConfidentialTo(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, audit uuid.UUID) (bool, error) {
	var hidden bool
	err := tx.GetContext(ctx, &hidden, `select exists (select from audit a
		where a.organization_id = $1 and a.id = $2 and a.confidential_ground is not null and $3::uuid[] is not null
		and not exists (select from assignment g where g.organization_id = a.organization_id and g.audit_id = a.id
			and (g.committee_id = any ($3) or g.holder_id = any ($3))))`,
		actor.Organization, audit, confidentiality.Argument(actor.SeesConfidential()))
	return hidden, wrap("look for what is confidential", err)
}

// link makes a recommendation repeat these earlier ones.
func link(ctx context.Context, tx *sqlx.Tx, organization, recommendation uuid.UUID, earlier []uuid.UUID, by uuid.UUID, at time.Time) error {
	var known int
	err := tx.GetContext(ctx, &known, `
		with gone as (delete from repetition where organization_id = $1 and recommendation_id = $2 and earlier_id <> all ($3::uuid[])),
		known as (select e.id from recommendation e join audit f on f.organization_id = e.organization_id and f.id = e.audit_id
			join recommendation c on c.organization_id = e.organization_id and c.id = $2 join audit a on a.organization_id = c.organization_id and a.id = c.audit_id
			where e.organization_id = $1 and e.id = any ($3::uuid[]) and f.report_date < a.report_date),
		linked as (insert into repetition (organization_id, recommendation_id, earlier_id, by, at) select $1, $2, id, $4, $5 from known on conflict do nothing)
		select count(*) from known`, organization, recommendation, pq.Array(earlier), by, at)
	if err == nil && known != len(earlier) {
		return fault.InvalidField("/earlierIds", "not_an_earlier_recommendation", "")
	}
	return wrap("link repetitions", err)
}

func auditOfRecommendation(ctx context.Context, tx *sqlx.Tx, organization, recommendation uuid.UUID) (uuid.UUID, error) {
	var audit uuid.UUID
	err := tx.GetContext(ctx, &audit, `select audit_id from recommendation where organization_id = $1 and id = $2`, organization, recommendation)
	return audit, postgres.Translate(err, "recommendation")
}
