package publicpage

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// organizationAt is whose page an address is; an address is all that a stranger brings.
func organizationAt(ctx context.Context, tx *sqlx.Tx, address string) (uuid.UUID, error) {
	var organization uuid.UUID
	err := tx.GetContext(ctx, &organization, `select organization_id from public_address where address = $1`, address)
	return organization, postgres.Translate(err, "page")
}

func load(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID) (contract.PublicPage, error) {
	return postgres.GetJSON[contract.PublicPage](ctx, tx, "organization", `
		select jsonb_build_object('version', o.public_page_version, 'content', jsonb_build_object('address', p.address))
		from organization o left join public_address p on p.organization_id = o.organization_id where o.organization_id = $1`, organization)
}

// set gives the page its address, or turns it off: 412 where somebody else was first.
func set(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, version int64, address *string) error {
	result, err := tx.ExecContext(ctx, `update organization set public_page_version = public_page_version + 1
		where organization_id = $1 and public_page_version = $2`, organization, version)
	if err != nil {
		return fmt.Errorf("set public page: %w", err)
	}
	if rows, err := result.RowsAffected(); err != nil || rows == 0 {
		return stale(err)
	}
	_, err = tx.ExecContext(ctx, `
		with off as (delete from public_address where organization_id = $1 and $2::text is null)
		insert into public_address (organization_id, address) select $1, $2 where $2::text is not null
		on conflict (organization_id) do update set address = excluded.address`, organization, address)
	if postgres.Constraint(err) == "public_address_pkey" {
		return fault.InvalidField("/address", "already_used", "").Because(err)
	}
	if err != nil {
		return fmt.Errorf("set public page: %w", err)
	}
	return nil
}

func stale(err error) error {
	if err != nil {
		return err
	}
	return fault.Stale()
}

// isPublic: published, confirmed, and not confidential as a whole.
const isPublic = `a.published_at is not null and a.confirmed_at is not null and a.confidential_ground is null`

func list(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID) (List, error) {
	return postgres.GetJSON[List](ctx, tx, "page", `
		select jsonb_build_object('organization', o.name, 'audits', (select coalesce(jsonb_agg(jsonb_build_object(
				'id', a.id, 'title', a.title, 'reportDate', a.report_date,
				'committees', `+committeeNames+`,
				'recommendations', (select count(*) from recommendation c where c.organization_id = a.organization_id and c.audit_id = a.id and c.confidential_ground is null))
			|| (select jsonb_build_object('done', count(*) filter (where g.progress in ('done', 'continuous')), 'confirmed', count(*) filter (where g.verdict = 'addressed'))
				from assignment g join recommendation c on c.organization_id = g.organization_id and c.id = g.recommendation_id and c.confidential_ground is null
				where g.organization_id = a.organization_id and g.audit_id = a.id) order by a.report_date desc nulls last, a.title collate "sv-x-icu", a.id), '[]')
			from audit a where a.organization_id = o.organization_id and `+isPublic+`))
		from organization o where o.organization_id = $1`, organization)
}

const committeeNames = `(select coalesce(jsonb_agg(k.name order by x.position), '[]') from audit_committee x
	join committee k on k.organization_id = x.organization_id and k.id = x.committee_id where x.organization_id = a.organization_id and x.audit_id = a.id)`

func loadAudit(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (Audit, error) {
	return postgres.GetJSON[Audit](ctx, tx, "page", `
		select jsonb_build_object('organization', o.name, 'id', a.id, 'title', a.title, 'firm', a.firm, 'commissionedBy', a.commissioned_by,
			'reportDate', a.report_date, 'registryNumber', a.registry_number, 'committees', `+committeeNames+`,
			'questions', (select coalesce(jsonb_agg(jsonb_build_object('number', q.number, 'text', q.text, 'grades', (
					select coalesce(jsonb_agg(coalesce(s.grade, '') order by x.position), '[]') from audit_committee x
					left join assessment s on s.organization_id = x.organization_id and s.question_id = q.id and s.committee_id = x.committee_id
					where x.organization_id = a.organization_id and x.audit_id = a.id)) order by q.position), '[]')
				from question q where q.organization_id = a.organization_id and q.audit_id = a.id),
			'recommendations', (select coalesce(jsonb_agg(jsonb_build_object('number', c.number, 'text', c.text, 'assignments', (
					select coalesce(jsonb_agg(`+assignmentObject+` order by k.name collate "sv-x-icu"), '[]')
					from assignment g join committee k on k.organization_id = g.organization_id and k.id = g.committee_id
					left join lateral (`+decidedAnswer+`) w on true
					where g.organization_id = c.organization_id and g.recommendation_id = c.id)) order by c.position), '[]')
				from recommendation c where c.organization_id = a.organization_id and c.audit_id = a.id and c.confidential_ground is null),
			'leftOut', (select count(*) from recommendation c where c.organization_id = a.organization_id and c.audit_id = a.id and c.confidential_ground is not null)
				+ (select count(*) from assignment g join recommendation c on c.organization_id = g.organization_id and c.id = g.recommendation_id
					and c.confidential_ground is null cross join lateral (`+decidedAnswer+`) w
					where g.organization_id = a.organization_id and g.audit_id = a.id and w.confidential_ground is not null))
		from audit a join organization o on o.organization_id = a.organization_id
		where a.organization_id = $1 and a.id = $2 and `+isPublic, organization, id)
}

// decidedAnswer is the latest answer to g in a decided response; a draft is never public. "is true" keeps PostgreSQL from
// beginning with all of the committee's responses.
const decidedAnswer = `select w.text, ` + confidentiality.AnswerGround + ` as confidential_ground, coalesce(w.stance, r.common_stance) as stance, n.date, n.paragraph
	from answered_recommendation x
	join answer w on w.organization_id = x.organization_id and w.id = x.answer_id
	join response r on r.organization_id = x.organization_id and r.id = x.response_id and (r.committee_id = g.committee_id) is true and r.state in ('decided', 'delivered')
	join decision n on n.organization_id = r.organization_id and n.response_id = r.id and n.outcome not in ('referred_back', 'rejected')
	where x.organization_id = g.organization_id and x.recommendation_id = g.recommendation_id
	order by n.date desc, n.registered_at desc limit 1`

const assignmentObject = `jsonb_build_object('committee', k.name, 'stance', case when w.confidential_ground is null then w.stance end, 'confidential', w.confidential_ground is not null,
	'answer', case when w.confidential_ground is null then coalesce(w.text, '') else '' end, 'decidedOn', w.date, 'paragraph', coalesce(w.paragraph, ''),
	'progress', g.progress, 'progressOn', (select max(t.on_day) from progress_report t where t.organization_id = g.organization_id and t.assignment_id = g.id),
	'verdict', g.verdict, 'verdictOn', g.verdict_on)`
