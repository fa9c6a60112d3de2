package audit

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// insert stores the audit's own row and tells whether it is new.
func insert(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, content contract.AuditContent, by uuid.UUID, at time.Time) (bool, error) {
	result, err := tx.ExecContext(ctx, `
		insert into audit (organization_id, id, title, firm, commissioned_by, report_date, registry_number, registered_by, registered_at)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
		on conflict (organization_id, id) do nothing`,
		organization, id, content.Title, content.Firm, content.CommissionedBy, content.ReportDate, content.RegistryNumber, by, at)
	if err != nil {
		return false, fmt.Errorf("insert audit: %w", err)
	}
	rows, err := result.RowsAffected()
	return rows == 1, err
}

func update(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, content contract.AuditContent) error {
	_, err := tx.ExecContext(ctx, `
		update audit set title = $3, firm = $4, commissioned_by = $5, report_date = $6, registry_number = $7
		where organization_id = $1 and id = $2`,
		organization, id, content.Title, content.Firm, content.CommissionedBy, content.ReportDate, content.RegistryNumber)
	return wrap("update audit", err)
}

func raiseVersion(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `update audit set version = version + 1 where organization_id = $1 and id = $2`, organization, id)
	return wrap("raise the audit's version", err)
}

func confirm(ctx context.Context, tx *sqlx.Tx, organization, id, by uuid.UUID, at time.Time) error {
	_, err := tx.ExecContext(ctx, `update audit set confirmed_by = $3, confirmed_at = $4 where organization_id = $1 and id = $2`,
		organization, id, by, at)
	return wrap("confirm audit", err)
}

func publish(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, since *time.Time) error {
	_, err := tx.ExecContext(ctx, `update audit set published_at = $3 where organization_id = $1 and id = $2`, organization, id, since)
	return wrap("publish audit", err)
}

func remove(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from audit where organization_id = $1 and id = $2`, organization, id)
	return wrap("delete audit", err)
}

func setAdvisers(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, accounts []uuid.UUID) error {
	var advisers int
	err := tx.GetContext(ctx, &advisers, `
		with gone as (
			delete from audit_adviser where organization_id = $1 and audit_id = $2 and account_id <> all ($3::uuid[])
		), given as (
			insert into audit_adviser (organization_id, audit_id, account_id)
			select $1, $2, m.account_id
			from membership m join membership_role r on r.organization_id = m.organization_id and r.membership_id = m.id
			where m.organization_id = $1 and m.account_id = any ($3::uuid[]) and r.role = 'adviser'
			on conflict do nothing
		)
		select count(*) from membership m join membership_role r on r.organization_id = m.organization_id and r.membership_id = m.id
		where m.organization_id = $1 and m.account_id = any ($3::uuid[]) and r.role = 'adviser'`,
		organization, id, pq.Array(accounts))
	if err == nil && advisers != len(accounts) {
		return fault.InvalidField("/accountIds", "not_an_adviser", "")
	}
	return wrap("set advisers", err)
}

// parts are the statements that make an audit's parts what the content says. Each takes the organization, the audit and
// the part as a JSON array; what is not in the array any more goes first, so that nothing is left pointing at it.
var parts = []struct {
	name      string
	of        func(contract.AuditContent) any
	statement string
}{
	{"committeeIds", func(c contract.AuditContent) any { return c.CommitteeIds }, `
		with gone as (delete from audit_committee where organization_id = $1 and audit_id = $2
			and committee_id not in (select value::uuid from jsonb_array_elements_text($3)))
		insert into audit_committee (organization_id, audit_id, committee_id, position)
		select $1, $2, value::uuid, position from jsonb_array_elements_text($3) with ordinality as t (value, position)
		on conflict (organization_id, audit_id, committee_id) do update set position = excluded.position`},
	{"addressees", func(c contract.AuditContent) any { return c.Addressees }, `
		with given as (select (value->>'id')::uuid as id, value, position from jsonb_array_elements($3) with ordinality as t (value, position)),
		gone as (delete from addressee where organization_id = $1 and audit_id = $2 and id not in (select id from given))
		insert into addressee (organization_id, id, audit_id, committee_id, position, response_due, registry_number, asked,
			extension_date, extension_granted_by, extension_reason)
		select $1, id, $2, (value->>'committeeId')::uuid, position, (value->>'responseDue')::date, value->>'registryNumber', value->>'asked',
			(value#>>'{extension,newDate}')::date, value#>>'{extension,grantedBy}', value#>>'{extension,reason}'
		from given
		on conflict (organization_id, id) do update set committee_id = excluded.committee_id, position = excluded.position,
			response_due = excluded.response_due, registry_number = excluded.registry_number, asked = excluded.asked,
			extension_date = excluded.extension_date, extension_granted_by = excluded.extension_granted_by,
			extension_reason = excluded.extension_reason
		where addressee.audit_id = excluded.audit_id`},
	{"questions", func(c contract.AuditContent) any { return c.Questions }, `
		with given as (select (value->>'id')::uuid as id, value, position from jsonb_array_elements($3) with ordinality as t (value, position)),
		gone as (delete from question where organization_id = $1 and audit_id = $2 and id not in (select id from given))
		insert into question (organization_id, id, audit_id, parent_id, position, number, text)
		select $1, id, $2, (value->>'parentId')::uuid, position, value->>'number', value->>'text' from given
		on conflict (organization_id, id) do update set parent_id = excluded.parent_id, position = excluded.position,
			number = excluded.number, text = excluded.text
		where question.audit_id = excluded.audit_id`},
	{"assessments", func(c contract.AuditContent) any { return c.Assessments }, `
		with given as (select * from jsonb_to_recordset($3) as g ("questionId" uuid, "committeeId" uuid, grade text, verbatim text)),
		gone as (delete from assessment where organization_id = $1 and audit_id = $2
			and (question_id, committee_id) not in (select "questionId", "committeeId" from given))
		insert into assessment (organization_id, audit_id, question_id, committee_id, grade, verbatim)
		select $1, $2, "questionId", "committeeId", grade, verbatim from given
		on conflict (organization_id, question_id, committee_id) do update set grade = excluded.grade, verbatim = excluded.verbatim`},
	{"overallAssessments", func(c contract.AuditContent) any { return c.OverallAssessments }, `
		with given as (select * from jsonb_to_recordset($3) as g ("committeeId" uuid, grade text, verbatim text)),
		gone as (delete from overall_assessment where organization_id = $1 and audit_id = $2
			and committee_id not in (select "committeeId" from given))
		insert into overall_assessment (organization_id, audit_id, committee_id, grade, verbatim)
		select $1, $2, "committeeId", grade, verbatim from given
		on conflict (organization_id, audit_id, committee_id) do update set grade = excluded.grade, verbatim = excluded.verbatim`},
	{"recommendations", func(c contract.AuditContent) any { return c.Recommendations }, `
		with given as (select (value->>'id')::uuid as id, value, position from jsonb_array_elements($3) with ordinality as t (value, position)),
		gone as (delete from recommendation where organization_id = $1 and audit_id = $2 and id not in (select id from given))
		insert into recommendation (organization_id, id, audit_id, position, number, text, variants)
		select $1, id, $2, position, value->>'number', value->>'text', array(select jsonb_array_elements_text(value->'variants'))
		from given
		on conflict (organization_id, id) do update set position = excluded.position, number = excluded.number,
			text = excluded.text, variants = excluded.variants
		where recommendation.audit_id = excluded.audit_id`},
	{"recommendations", func(c contract.AuditContent) any { return c.Recommendations }, `
		with given as (select (value->>'id')::uuid as recommendation, jsonb_array_elements_text(value->'committeeIds')::uuid as committee
			from jsonb_array_elements($3)),
		gone as (delete from assignment where organization_id = $1 and audit_id = $2
			and (recommendation_id, committee_id) not in (select recommendation, committee from given))
		insert into assignment (organization_id, audit_id, recommendation_id, committee_id, holder_id)
		select $1, $2, recommendation, committee, coalesce(current_committee($1, committee), committee) from given
		on conflict do nothing`},
	{"criteria", func(c contract.AuditContent) any { return c.Criteria }, `
		with gone as (delete from criterion where organization_id = $1 and audit_id = $2 and position > jsonb_array_length($3))
		insert into criterion (organization_id, audit_id, position, text)
		select $1, $2, position, value from jsonb_array_elements_text($3) with ordinality as t (value, position)
		on conflict (organization_id, audit_id, position) do update set text = excluded.text`},
	{"documents", func(c contract.AuditContent) any { return c.Documents }, `
		with gone as (delete from reviewed_document where organization_id = $1 and audit_id = $2 and position > jsonb_array_length($3))
		insert into reviewed_document (organization_id, audit_id, position, title, date, committee_id)
		select $1, $2, position, value->>'title', (value->>'date')::date, (value->>'committeeId')::uuid
		from jsonb_array_elements($3) with ordinality as t (value, position)
		on conflict (organization_id, audit_id, position) do update set title = excluded.title, date = excluded.date,
			committee_id = excluded.committee_id`},
}

func replaceParts(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, content contract.AuditContent) error {
	for _, part := range parts {
		written, err := json.Marshal(part.of(content))
		if err != nil {
			return fmt.Errorf("%s: %w", part.name, err)
		}
		if _, err := tx.ExecContext(ctx, part.statement, organization, id, string(written)); err != nil {
			return partFault(part.name, err)
		}
	}
	return nil
}

// partFault says in the form's terms what the keys refused.
func partFault(part string, err error) error {
	pointer := "/content/" + part
	switch postgres.Constraint(err) {
	case "":
		return fmt.Errorf("replace %s: %w", part, err)
	case "response_addressee":
		return fault.Conflict("addressee_answered", "an addressee that has begun to answer stays").Because(err)
	case "answered_recommendation_exists":
		return fault.Conflict("recommendation_answered", "a recommendation that has an answer stays").Because(err)
	case "progress_report_assignment", "verdict_assignment", "attachment_assignment", "round_assignment_assignment":
		return fault.Conflict("recommendation_followed", "a recommendation that has been followed up stays with its committee").Because(err)
	default:
		return fault.InvalidField(pointer, "unknown_committee", "").Because(err)
	}
}

func updateAddressee(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, content contract.AddresseeContent) error {
	extension := content.Extension
	if extension == nil {
		extension = &contract.Extension{}
	}
	_, err := tx.ExecContext(ctx, `
		update addressee set response_due = $3, registry_number = $4, asked = $5, extension_date = $6,
			extension_granted_by = case when $6::date is not null then $7 end, extension_reason = case when $6::date is not null then $8 end
		where organization_id = $1 and id = $2`,
		organization, id, content.ResponseDue, content.RegistryNumber, content.Asked, extension.NewDate, extension.GrantedBy, extension.Reason)
	return wrap("update addressee", err)
}

func auditOfAddressee(ctx context.Context, tx *sqlx.Tx, organization, addressee uuid.UUID) (uuid.UUID, error) {
	var audit uuid.UUID
	err := tx.GetContext(ctx, &audit, `select audit_id from addressee where organization_id = $1 and id = $2`, organization, addressee)
	return audit, postgres.Translate(err, "addressee")
}

// lockVersion reads the audit for a change: 404 where there is none, 412 where somebody else was first.
func lockVersion(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, version int64) (contract.Audit, error) {
	var has int64
	err := tx.GetContext(ctx, &has, `select version from audit where organization_id = $1 and id = $2 for update`, organization, id)
	if err != nil {
		return contract.Audit{}, postgres.Translate(err, "audit")
	}
	if has != version {
		return contract.Audit{}, fault.Stale()
	}
	return load(ctx, tx, organization, id, nil)
}

// load reads the whole audit in one round trip; an error handed to it comes back.
func load(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, err error) (contract.Audit, error) {
	if err != nil {
		return contract.Audit{}, err
	}
	return postgres.GetJSON[contract.Audit](ctx, tx, "audit", loadStatement, organization, id)
}

const loadStatement = `
select jsonb_build_object(
	'id', a.id, 'version', a.version,
	'registeredBy', (select jsonb_build_object('id', p.id, 'name', p.name) from account p where p.id = a.registered_by),
	'registeredAt', a.registered_at, 'publishedAt', a.published_at,
	'confidentialGround', a.confidential_ground, 'leftOut', 0,
	'confidentialRecommendations', (select coalesce(jsonb_agg(jsonb_build_object('recommendationId', r.id, 'ground', r.confidential_ground) order by r.position), '[]')
		from recommendation r where r.organization_id = a.organization_id and r.audit_id = a.id and r.confidential_ground is not null),
	'confirmation', (select jsonb_build_object('by', jsonb_build_object('id', p.id, 'name', p.name), 'at', a.confirmed_at)
		from account p where p.id = a.confirmed_by),
	'advisers', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name collate "sv-x-icu"), '[]')
		from audit_adviser g join account p on p.id = g.account_id where g.organization_id = a.organization_id and g.audit_id = a.id),
	'addressees', (select coalesce(jsonb_agg(` + addresseeObject + ` || jsonb_build_object('response', ` + responseStatus + `) order by d.position), '[]')
		from addressee d where d.organization_id = a.organization_id and d.audit_id = a.id),
	'content', jsonb_build_object(
		'title', a.title, 'firm', a.firm, 'commissionedBy', a.commissioned_by, 'reportDate', a.report_date, 'registryNumber', a.registry_number,
		'committeeIds', (select coalesce(jsonb_agg(c.committee_id order by c.position), '[]')
			from audit_committee c where c.organization_id = a.organization_id and c.audit_id = a.id),
		'addressees', (select coalesce(jsonb_agg(` + addresseeObject + ` order by d.position), '[]')
			from addressee d where d.organization_id = a.organization_id and d.audit_id = a.id),
		'questions', (select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'number', q.number, 'text', q.text, 'parentId', q.parent_id) order by q.position), '[]')
			from question q where q.organization_id = a.organization_id and q.audit_id = a.id),
		'assessments', (select coalesce(jsonb_agg(jsonb_build_object('questionId', s.question_id, 'committeeId', s.committee_id, 'grade', s.grade,
				'verbatim', s.verbatim) order by q.position, c.position), '[]')
			from assessment s
			join question q on q.organization_id = s.organization_id and q.id = s.question_id
			join audit_committee c on c.organization_id = s.organization_id and c.audit_id = s.audit_id and c.committee_id = s.committee_id
			where s.organization_id = a.organization_id and s.audit_id = a.id),
		'overallAssessments', (select coalesce(jsonb_agg(jsonb_build_object('committeeId', s.committee_id, 'grade', s.grade, 'verbatim', s.verbatim)
				order by c.position), '[]')
			from overall_assessment s
			join audit_committee c on c.organization_id = s.organization_id and c.audit_id = s.audit_id and c.committee_id = s.committee_id
			where s.organization_id = a.organization_id and s.audit_id = a.id),
		'recommendations', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'text', r.text, 'variants', r.variants,
				'committeeIds', (select coalesce(jsonb_agg(g.committee_id order by c.position, g.committee_id), '[]') from assignment g
					left join audit_committee c on c.organization_id = g.organization_id and c.audit_id = g.audit_id and c.committee_id = g.committee_id
					where g.organization_id = r.organization_id and g.recommendation_id = r.id)) order by r.position), '[]')
			from recommendation r where r.organization_id = a.organization_id and r.audit_id = a.id),
		'criteria', (select coalesce(jsonb_agg(c.text order by c.position), '[]')
			from criterion c where c.organization_id = a.organization_id and c.audit_id = a.id),
		'documents', (select coalesce(jsonb_agg(jsonb_build_object('title', d.title, 'date', d.date, 'committeeId', d.committee_id) order by d.position), '[]')
			from reviewed_document d where d.organization_id = a.organization_id and d.audit_id = a.id)))
from audit a
where a.organization_id = $1 and a.id = $2`

const addresseeObject = `jsonb_build_object('id', d.id, 'committeeId', d.committee_id, 'responseDue', d.response_due,
	'registryNumber', d.registry_number, 'asked', d.asked, 'extension', case when d.extension_date is not null then
	jsonb_build_object('newDate', d.extension_date, 'grantedBy', d.extension_granted_by, 'reason', d.extension_reason) end)`

// responseStatus is the first response of addressee d, not its supplements: what everybody may know.
const responseStatus = `(select jsonb_build_object('id', r.id, 'state', r.state, 'decidedOn',
		(select max(n.date) from decision n where n.organization_id = r.organization_id and n.response_id = r.id
			and n.outcome not in ('referred_back', 'rejected')))
	from response r where r.organization_id = d.organization_id and r.addressee_id = d.id and r.supplements_id is null)`

// Filter chooses and sorts a list of audits. A nil field does not filter.
type Filter struct {
	Words     *string
	Committee *uuid.UUID
	Confirmed *bool
	GivenTo   *uuid.UUID
	Sort      contract.AuditSort
	Limit     int
	Offset    int

	Confidential *[]uuid.UUID // the committees about which what is confidential is seen; nil is all
}

// IsSeen is the SQL that tells whether the reader sees the row a of audit: what is confidential is seen by the committees
// concerned, of which the parameter has the reader's; null is all.
func IsSeen(parameter string) string {
	readers := ` = any (` + parameter + `)`
	return `(a.confidential_ground is null or ` + parameter + `::uuid[] is null
		or exists (select from addressee d where d.organization_id = a.organization_id and d.audit_id = a.id and d.committee_id` + readers + `)
		or exists (select from audit_committee c where c.organization_id = a.organization_id and c.audit_id = a.id and c.committee_id` + readers + `)
		or exists (select from assignment g where g.organization_id = a.organization_id and g.audit_id = a.id and (g.committee_id` + readers + ` or g.holder_id` + readers + `)))`
}

// summaryObject is what a list shows of audit a.
const summaryObject = `jsonb_build_object('id', a.id, 'title', a.title, 'firm', a.firm, 'reportDate', a.report_date, 'registryNumber', a.registry_number,
	'confirmed', a.confirmed_at is not null,
	'recommendations', (select count(*) from recommendation r where r.organization_id = a.organization_id and r.audit_id = a.id),
	'addressees', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'committeeId', d.committee_id, 'registryNumber', d.registry_number,
			'responseDue', coalesce(d.extension_date, d.response_due), 'response', ` + responseStatus + `) order by d.position), '[]')
		from addressee d where d.organization_id = a.organization_id and d.audit_id = a.id))`

var orders = map[contract.AuditSort]string{
	contract.AuditSortReportDate:       `a.report_date nulls last`,
	contract.AuditSortMinusReportDate:  `a.report_date desc nulls last`,
	contract.AuditSortTitle:            `a.title collate "sv-x-icu"`,
	contract.AuditSortMinusTitle:       `a.title collate "sv-x-icu" desc`,
	contract.AuditSortResponseDue:      `due nulls last`,
	contract.AuditSortMinusResponseDue: `due desc nulls last`,
}

func list(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, filter Filter) (contract.AuditPage, error) {
	order, known := orders[filter.Sort]
	if !known {
		order = orders[contract.AuditSortMinusReportDate]
	}
	return postgres.GetJSON[contract.AuditPage](ctx, tx, "audits", `
		with chosen as (
			select a.*, (select min(coalesce(d.extension_date, d.response_due)) from addressee d
				where d.organization_id = a.organization_id and d.audit_id = a.id) as due, `+IsSeen("$8")+` as seen
			from audit a
			where a.organization_id = $1
			and ($2::text is null or strpos(lower(a.title || ' ' || a.firm || ' ' || a.registry_number collate "sv-x-icu"), lower($2 collate "sv-x-icu")) > 0
				or exists (select from addressee d where d.organization_id = a.organization_id and d.audit_id = a.id
					and strpos(lower(d.registry_number collate "sv-x-icu"), lower($2 collate "sv-x-icu")) > 0))
			and ($3::uuid is null or exists (select from addressee d where d.organization_id = a.organization_id and d.audit_id = a.id and d.committee_id = $3)
				or exists (select from audit_committee c where c.organization_id = a.organization_id and c.audit_id = a.id and c.committee_id = $3))
			and ($4::boolean is null or (a.confirmed_at is not null) = $4)
			and ($5::uuid is null or exists (select from audit_adviser g where g.organization_id = a.organization_id and g.audit_id = a.id and g.account_id = $5))
		), page as (
			select a.*, row_number() over (order by `+order+`, a.id) as place from chosen a where a.seen order by place limit $6 offset $7
		)
		select jsonb_build_object('total', (select count(*) from chosen where seen), 'leftOut', (select count(*) from chosen where not seen),
			'items', coalesce((select jsonb_agg(`+summaryObject+` order by a.place) from page a), '[]'))`,
		organization, filter.Words, filter.Committee, filter.Confirmed, filter.GivenTo, filter.Limit, filter.Offset,
		confidentiality.Argument(filter.Confidential))
}

func wrap(what string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}
