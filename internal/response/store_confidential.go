package response

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/confidentiality"
	"uppsikt/internal/postgres"
)

// loadMarks reads what is confidential in a response. A measure given to the reader is not so to them; nil is nobody.
func loadMarks(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, reader any) (marks, error) {
	return postgres.GetJSON[marks](ctx, tx, "response", `
		select jsonb_build_object('Audit', a.confidential_ground,
			'Recommendations', (select coalesce(jsonb_object_agg(c.id, c.confidential_ground), '{}')
				from recommendation c where c.organization_id = r.organization_id and c.audit_id = r.audit_id),
			'Answers', (select coalesce(jsonb_object_agg(w.id, `+confidentiality.AnswerGround+`), '{}')
				from answer w where w.organization_id = r.organization_id and w.response_id = r.id),
			'Measures', (select coalesce(jsonb_object_agg(m.id, case when m.person_id is null or m.person_id is distinct from $3 then `+confidentiality.MeasureGround+` end), '{}')
				from answer x join measure m on m.organization_id = x.organization_id and m.answer_id = x.id
				where x.organization_id = r.organization_id and x.response_id = r.id),
			'Holders', (select coalesce(jsonb_agg(distinct g.holder_id), '[]') from assignment g
				where g.organization_id = r.organization_id and g.audit_id = r.audit_id and g.committee_id = r.committee_id))
		from response r join audit a on a.organization_id = r.organization_id and a.id = r.audit_id
		where r.organization_id = $1 and r.id = $2`, organization, id, reader)
}
