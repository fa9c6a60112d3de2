package followup

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/postgres"
)

// statuses are the assignments that a committee answers for now, or all committees' where it is nil, by committee, audit
// and number.
func statuses(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, today calendar.Date, committee *uuid.UUID) ([]Status, error) {
	return postgres.GetJSON[[]Status](ctx, tx, "assignments", `
		with `+readingAs("$6", "$7")+`
		select coalesce(jsonb_agg(jsonb_build_object('Summary', `+summaryObject+`,
			'Latest', (select jsonb_build_object('id', t.id, 'progress', t.progress, 'comment', t.comment, 'effect', t.effect, 'on', t.on_day,
					'by', jsonb_build_object('id', p.id, 'name', p.name), 'at', t.at)
				from (select * from progress_report t where t.organization_id = g.organization_id and t.assignment_id = g.id
					order by t.on_day desc, t.at desc limit 1) t join account p on p.id = t.by),
			'Measures', (select coalesce(jsonb_agg(`+followedMeasure+` order by m.position, m.id), '[]') from `+everyDecidedMeasure+`))
			order by k.name collate "sv-x-icu", a.report_date, a.id, c.position), '[]')
		from assignment g
		join recommendation c on c.organization_id = g.organization_id and c.id = g.recommendation_id
		join audit a on a.organization_id = g.organization_id and a.id = g.audit_id
		join committee k on k.organization_id = g.organization_id and k.id = g.holder_id
		where g.organization_id = $1 and ($4::uuid is null or g.holder_id = $4) and `+isSeen("$6")+`
		and ($5::uuid is null or exists (select from audit_adviser d
			where d.organization_id = g.organization_id and d.audit_id = g.audit_id and d.account_id = $5))`,
		actor.Organization, today, false, committee, onlyGivenTo(actor), confidentiality.Argument(actor.SeesConfidential()),
		confidentiality.ByAccount(actor))
}
