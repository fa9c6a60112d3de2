package followup

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/authz"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/measure"
	"uppsikt/internal/postgres"
)

// lockImports lets one import at a time add to an organization: two of one file would not see each other's audits.
func lockImports(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `select from organization where organization_id = $1 for no key update`, organization)
	return wrap("wait for other imports", err)
}

func importCommittees(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID) ([]importCommittee, error) {
	return postgres.GetJSON[[]importCommittee](ctx, tx, "committees", `
		select coalesce(jsonb_agg(jsonb_build_object('ID', c.id, 'HolderID', coalesce(current_committee($1, c.id), c.id),
			'Name', c.name, 'Abbreviation', c.abbreviation) order by c.id), '[]')
		from committee c where c.organization_id = $1`, organization)
}

// bareWords is the SQL that makes a text as sheetimport.Barely does.
func bareWords(text string) string {
	return `rtrim(lower(regexp_replace(trim(` + text + `), '\s+', ' ', 'g') collate "sv-x-icu"), '.:; ')`
}

// importAudits reads the audits of these titles or registry numbers with all that an import compares, and keeps others from
// changing them until the transaction ends. What is confidential to the actor is told as hidden, and an answer that is so not at all.
func importAudits(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, titles, numbers []string) ([]*importAudit, error) {
	var found []uuid.UUID
	err := tx.SelectContext(ctx, &found, `
		select id from audit where organization_id = $1 and (`+bareWords("title")+` = any ($2) or `+bareWords("registry_number")+` = any ($3))
		order by id for no key update`, actor.Organization, pq.Array(titles), pq.Array(numbers))
	if err != nil {
		return nil, fmt.Errorf("find audits: %w", err)
	}
	return postgres.GetJSON[[]*importAudit](ctx, tx, "audits", `
		with `+readingAs("$3", "$4")+`
		select coalesce(jsonb_agg(jsonb_build_object('ID', a.id, 'Title', a.title, 'Firm', a.firm, 'RegistryNumber', a.registry_number,
			'ReportDate', a.report_date, 'Confirmed', a.confirmed_at is not null, 'Hidden', $3::uuid[] is not null and (
				a.confidential_ground is not null and not exists (`+importConcerned+` and k.committee_id = any ($3))
				or exists (select from recommendation c where c.organization_id = a.organization_id and c.audit_id = a.id and c.confidential_ground is not null
					and not exists (select from assignment g where g.organization_id = c.organization_id and g.recommendation_id = c.id
						and (g.committee_id = any ($3) or g.holder_id = any ($3))))),
			'CommitteeIds', (select coalesce(jsonb_agg(committee_id), '[]') from (`+importConcerned+`) as concerned),
			'Addressees', (select coalesce(jsonb_agg(`+importAddresseeObject+` order by d.position), '[]')
				from addressee d where d.organization_id = a.organization_id and d.audit_id = a.id),
			'Recommendations', (select coalesce(jsonb_agg(jsonb_build_object('ID', c.id, 'Number', c.number, 'Text', c.text,
					'Assignments', (select coalesce(jsonb_agg(`+importAssignmentObject+`), '[]')
						from assignment g where g.organization_id = c.organization_id and g.recommendation_id = c.id)) order by c.position), '[]')
				from recommendation c where c.organization_id = a.organization_id and c.audit_id = a.id)) order by a.id), '[]')
		from audit a where a.organization_id = $1 and a.id = any ($2)`,
		actor.Organization, pq.Array(found), confidentiality.Argument(actor.SeesConfidential()), actor.Account)
}

// importConcerned are the committees audited, or asked to answer.
const importConcerned = `select k.committee_id from (select organization_id, audit_id, committee_id from audit_committee
		union select organization_id, audit_id, committee_id from addressee) k
	where k.organization_id = a.organization_id and k.audit_id = a.id`

const importAddresseeObject = `jsonb_build_object('ID', d.id, 'CommitteeID', d.committee_id, 'RegistryNumber', d.registry_number,
	'Response', (select jsonb_build_object('State', r.state, 'DecidedOn', n.date, 'Paragraph', coalesce(n.paragraph, ''))
		from response r
		left join decision n on n.organization_id = r.organization_id and n.response_id = r.id and n.outcome not in ('referred_back', 'rejected')
		where r.organization_id = d.organization_id and r.addressee_id = d.id and r.supplements_id is null))`

const isAnswerSeen = `(w.confidential_ground is null or $3::uuid[] is null or g.committee_id = any ($3) or g.holder_id = any ($3))`

const importAssignmentObject = `jsonb_build_object('ID', g.id, 'CommitteeID', g.committee_id, 'HolderID', g.holder_id, 'Progress', g.progress,
	'Verdict', g.verdict,
	'LastDay', (select max(` + measure.LastDay + `) filter (where m.progress not in ('done', 'continuous', 'cancelled')) from ` + decidedMeasures + `),
	'Answer', (select jsonb_build_object('Stance', coalesce(w.stance, r.common_stance), 'Text', w.text,
			'Measures', (select coalesce(jsonb_agg(m.what), '[]') from ` + decidedMeasures + `))
		from ` + decidedAnswers + ` and ` + isAnswerSeen + ` order by n.date desc, n.registered_at desc limit 1),
	'Reports', (select coalesce(jsonb_agg(jsonb_build_object('Progress', t.progress, 'On', t.on_day)), '[]')
		from progress_report t where t.organization_id = g.organization_id and t.assignment_id = g.id),
	'Verdicts', (select coalesce(jsonb_agg(jsonb_build_object('Verdict', v.verdict, 'On', v.on_day)), '[]')
		from verdict v where v.organization_id = g.organization_id and v.assignment_id = g.id and v.confirmed_by is not null))`

// storeParts writes the audits and their parts, each kind with one statement. Positions go on from those there are.
func storeParts(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, added additions, at time.Time) error {
	for _, part := range []struct {
		name      string
		rows      any
		statement string
		more      []any
	}{
		{"audits", added.audits, `
			insert into audit (organization_id, id, title, firm, commissioned_by, report_date, registry_number, registered_by, registered_at)
			select $1, id, title, firm, o.auditors_name, "reportDate", "registryNumber", $3, $4
			from jsonb_to_recordset($2) as g (id uuid, title text, firm text, "reportDate" date, "registryNumber" text)
			join organization o on o.organization_id = $1`, []any{actor.Account, at}},
		{"committees", added.committees, `
			insert into audit_committee (organization_id, audit_id, committee_id, position)
			select $1, (value->>'audit')::uuid, (value->>'committee')::uuid, place + coalesce((select max(position) from audit_committee k
				where k.organization_id = $1 and k.audit_id = (value->>'audit')::uuid), 0)
			from jsonb_array_elements($2) with ordinality as t (value, place)
			on conflict do nothing`, nil},
		{"addressees", added.addressees, `
			insert into addressee (organization_id, id, audit_id, committee_id, position, registry_number, asked)
			select $1, (value->>'id')::uuid, (value->>'audit')::uuid, (value->>'committee')::uuid, place + coalesce((select max(position)
				from addressee d where d.organization_id = $1 and d.audit_id = (value->>'audit')::uuid), 0), value->>'number', ''
			from jsonb_array_elements($2) with ordinality as t (value, place)`, nil},
		{"recommendations", added.recommendations, `
			insert into recommendation (organization_id, id, audit_id, position, number, text, variants)
			select $1, (value->>'id')::uuid, (value->>'audit')::uuid, place + coalesce((select max(position)
				from recommendation c where c.organization_id = $1 and c.audit_id = (value->>'audit')::uuid), 0), value->>'number', value->>'text', '{}'
			from jsonb_array_elements($2) with ordinality as t (value, place)`, nil},
		{"assignments", added.assignments, `
			insert into assignment (organization_id, id, audit_id, recommendation_id, committee_id, holder_id)
			select $1, id, audit, recommendation, committee, coalesce(current_committee($1, committee), committee)
			from jsonb_to_recordset($2) as g (id uuid, audit uuid, recommendation uuid, committee uuid)`, nil},
		{"audits' versions", added.extended, `
			update audit set version = version + 1
			where organization_id = $1 and id in (select (value->>'id')::uuid from jsonb_array_elements($2))`, nil},
	} {
		if err := storeAdded(ctx, tx, actor.Organization, part.name, part.rows, part.statement, part.more...); err != nil {
			return err
		}
	}
	return nil
}

// storeAdded writes all of one kind: $1 is the organization, $2 the rows.
func storeAdded(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, name string, rows any, statement string, more ...any) error {
	written, err := json.Marshal(rows)
	if err != nil {
		return fmt.Errorf("add %s: %w", name, err)
	}
	if string(written) == "null" {
		return nil
	}
	_, err = tx.ExecContext(ctx, statement, append([]any{organization, string(written)}, more...)...)
	return wrap("add "+name, err)
}
