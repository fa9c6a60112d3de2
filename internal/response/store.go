package response

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/audit"
	"uppsikt/internal/calendar"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/decision"
	"uppsikt/internal/fault"
	"uppsikt/internal/measure"
	"uppsikt/internal/postgres"
)

// asked is what a draft begins from: who is asked, by when, about what.
type asked struct {
	Audit        uuid.UUID      `db:"audit_id"`
	Committee    uuid.UUID      `db:"committee_id"`
	AuditTitle   string         `db:"title"`
	Firm         string         `db:"firm"`
	AuditorsName string         `db:"auditors_name"`
	Name         string         `db:"committee"`
	Due          *calendar.Date `db:"due"`
}

func loadAsked(ctx context.Context, tx *sqlx.Tx, organization, addressee uuid.UUID) (asked, error) {
	var found asked
	err := tx.GetContext(ctx, &found, `
		select d.audit_id, d.committee_id, a.title, a.firm, o.auditors_name, c.name as committee, coalesce(d.extension_date, d.response_due) as due
		from addressee d
		join audit a on a.organization_id = d.organization_id and a.id = d.audit_id
		join committee c on c.organization_id = d.organization_id and c.id = d.committee_id
		join organization o on o.organization_id = d.organization_id
		where d.organization_id = $1 and d.id = $2`, organization, addressee)
	return found, postgres.Translate(err, "addressee")
}

// insert stores a draft with its sections and tells whether it is new.
func insert(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, command contract.NewResponse, from asked, supplements *uuid.UUID, title, introduction string, officer uuid.UUID, at time.Time) (bool, error) {
	result, err := tx.ExecContext(ctx, `
		insert into response (organization_id, id, audit_id, addressee_id, committee_id, supplements_id, state, title, officer_id, started_at)
		values ($1, $2, $3, $4, $5, $9, 'draft', $6, $7, $8)
		on conflict (organization_id, id) do nothing`,
		organization, command.ID, from.Audit, command.AddresseeID, from.Committee, title, officer, at, supplements)
	if postgres.Constraint(err) == "response_first" {
		return false, fault.Conflict("response_exists", "the committee has begun a response already").Because(err)
	}
	if err != nil {
		return false, fmt.Errorf("insert response: %w", err)
	}
	if rows, err := result.RowsAffected(); err != nil || rows == 0 {
		return false, err
	}
	_, err = tx.ExecContext(ctx, `
		insert into response_section (organization_id, response_id, kind, text)
		select $1, $2, kind, case kind when 'introduction' then $3 else '' end
		from unnest(array['introduction', 'other_measures', 'control_plan', 'operational_plan', 'closing']) as kind`,
		organization, command.ID, introduction)
	return true, wrap("insert sections", err)
}

// unanswered lists the recommendations to the response's committee that no answer of it covers.
func unanswered(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) ([]uuid.UUID, error) {
	recommendations := []uuid.UUID{}
	err := tx.SelectContext(ctx, &recommendations, `
		select g.recommendation_id
		from response r
		join assignment g on g.organization_id = r.organization_id and g.audit_id = r.audit_id and g.committee_id = r.committee_id
		join recommendation c on c.organization_id = g.organization_id and c.id = g.recommendation_id
		where r.organization_id = $1 and r.id = $2 and not exists (select from answered_recommendation w
			where w.organization_id = r.organization_id and w.response_id = r.id and w.recommendation_id = g.recommendation_id)
		order by c.position`, organization, id)
	return recommendations, wrap("read unanswered recommendations", err)
}

// addEmptyAnswers adds an answer for each recommendation; ids[i] becomes the answer to recommendations[i].
func addEmptyAnswers(ctx context.Context, tx *sqlx.Tx, organization, response uuid.UUID, ids, recommendations []uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `
		with given as (select * from unnest($3::uuid[], $4::uuid[]) as g (id, recommendation)),
		added as (
			insert into answer (organization_id, id, response_id, audit_id, position)
			select $1, g.id, r.id, r.audit_id, c.position
			from given g
			join response r on r.organization_id = $1 and r.id = $2
			join recommendation c on c.organization_id = $1 and c.id = g.recommendation
			returning id, audit_id
		)
		insert into answered_recommendation (organization_id, response_id, audit_id, answer_id, recommendation_id)
		select $1, $2, a.audit_id, a.id, g.recommendation from added a join given g using (id)`,
		organization, response, pq.Array(ids), pq.Array(recommendations))
	return wrap("add empty answers", err)
}

// addAnswer adds one answer to several recommendations, or to a statement, in place of the answers that go.
func addAnswer(ctx context.Context, tx *sqlx.Tx, organization, response uuid.UUID, command contract.NewAnswer, gone []uuid.UUID) error {
	if _, err := tx.ExecContext(ctx, `delete from answer where organization_id = $1 and response_id = $2 and id = any ($3::uuid[])`,
		organization, response, pq.Array(gone)); err != nil {
		return fmt.Errorf("take empty answers away: %w", err)
	}
	_, err := tx.ExecContext(ctx, `
		with added as (
			insert into answer (organization_id, id, response_id, audit_id, position, statement)
			select $1, $3, r.id, r.audit_id, coalesce((select min(position) from recommendation c
					where c.organization_id = $1 and c.id = any ($4::uuid[])), 100000), $5
			from response r where r.organization_id = $1 and r.id = $2
			on conflict (organization_id, id) do nothing
			returning id, audit_id
		)
		insert into answered_recommendation (organization_id, response_id, audit_id, answer_id, recommendation_id)
		select $1, $2, audit_id, id, recommendation from added, unnest($4::uuid[]) as recommendation`,
		organization, response, command.ID, pq.Array(command.RecommendationIds), command.Statement)
	return wrap("add answer", err)
}

func writeAnswer(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, content contract.AnswerContent) error {
	_, err := tx.ExecContext(ctx, `
		update answer set version = version + 1, statement = $3, stance = $4, already_addressed = $5, depends_on_committee_id = $6, text = $7
		where organization_id = $1 and id = $2`,
		organization, id, content.Statement, content.Stance, content.AlreadyAddressed, content.DependsOnCommitteeID, content.Text)
	if postgres.Constraint(err) != "" {
		return fault.InvalidField("/dependsOnCommitteeId", "unknown_committee", "").Because(err)
	}
	return wrap("write answer", err)
}

func deleteAnswer(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from answer where organization_id = $1 and id = $2`, organization, id)
	return wrap("delete answer", err)
}

func writeSection(ctx context.Context, tx *sqlx.Tx, organization, response uuid.UUID, kind contract.SectionKind, text string) error {
	_, err := tx.ExecContext(ctx, `update response_section set version = version + 1, text = $4
		where organization_id = $1 and response_id = $2 and kind = $3`, organization, response, kind, text)
	return wrap("write section", err)
}

func writeContent(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, content contract.ResponseContent) error {
	_, err := tx.ExecContext(ctx, `update response set title = $3, common_stance = $4 where organization_id = $1 and id = $2`,
		organization, id, content.Title, content.CommonStance)
	return wrap("write response", err)
}

func remove(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from response where organization_id = $1 and id = $2`, organization, id)
	return wrap("delete response", err)
}

// raiseVersion follows every change of the response or a part of it.
func raiseVersion(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `update response set version = version + 1 where organization_id = $1 and id = $2`, organization, id)
	return wrap("raise the response's version", err)
}

// move changes the state and keeps who did it, when and why.
func move(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, step contract.Transition) error {
	_, err := tx.ExecContext(ctx, `
		with moved as (
			update response set state = $3, version = version + 1,
				submitted_by = case when $4 = 'submit' then $5::uuid else submitted_by end
			where organization_id = $1 and id = $2 returning version
		)
		insert into response_transition (organization_id, response_id, response_version, action, to_state, at, by, comment)
		select $1, $2, version, $4, $3, $6, $5, $7 from moved`,
		organization, id, step.To, step.Action, step.By.ID, step.At, step.Comment)
	return wrap("change the response's state", err)
}

func storeEdition(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, rendered rendered) error {
	content, err := json.Marshal(rendered.response)
	if err != nil {
		return fmt.Errorf("store edition: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		insert into response_edition (organization_id, response_id, edition, version, part, content, pdf, sha256, rendered_at)
		select r.organization_id, r.id, $3, r.version, made.part, $4, made.pdf, sha256(made.pdf), $5
		from response r, unnest($6::text[], $7::bytea[]) as made (part, pdf) where r.organization_id = $1 and r.id = $2`,
		organization, id, rendered.edition, string(content), rendered.at, pq.Array(rendered.parts), pq.Array(rendered.pdfs))
	return wrap("store edition", err)
}

// storedEdition is what was rendered: the response as it read then, and the bytes. PDF is nil for what was never stored.
type storedEdition struct {
	Response   contract.Response
	PDF        []byte
	RenderedAt time.Time
	IsMasked   bool // something confidential is left out of it
}

func loadEdition(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, edition contract.Edition, part contract.DocumentPart) (storedEdition, error) {
	var row struct {
		Content    []byte
		PDF        []byte
		RenderedAt time.Time `db:"rendered_at"`
	}
	err := tx.GetContext(ctx, &row, `select content, pdf, rendered_at from response_edition
		where organization_id = $1 and response_id = $2 and edition = $3 and part = $4 order by version desc limit 1`, organization, id, edition, part)
	if err != nil {
		return storedEdition{}, postgres.Translate(err, "edition")
	}
	stored := storedEdition{PDF: row.PDF, RenderedAt: row.RenderedAt}
	if err := json.Unmarshal(row.Content, &stored.Response); err != nil {
		return storedEdition{}, fmt.Errorf("read edition: %w", err)
	}
	return stored, nil
}

func responseOfAnswer(ctx context.Context, tx *sqlx.Tx, organization, answer uuid.UUID) (uuid.UUID, error) {
	return responseOf(ctx, tx, "answer", organization, answer)
}

func responseOfMeasure(ctx context.Context, tx *sqlx.Tx, organization, measure uuid.UUID) (uuid.UUID, error) {
	var response uuid.UUID
	err := tx.GetContext(ctx, &response, `select a.response_id from measure m
		join answer a on a.organization_id = m.organization_id and a.id = m.answer_id
		where m.organization_id = $1 and m.id = $2`, organization, measure)
	return response, postgres.Translate(err, "measure")
}

// isGivenTo tells whether the response's audit is given to this adviser.
func isGivenTo(ctx context.Context, tx *sqlx.Tx, organization, id, adviser uuid.UUID) (bool, error) {
	var given bool
	err := tx.GetContext(ctx, &given, `select exists (select from response r
		join audit_adviser g on g.organization_id = r.organization_id and g.audit_id = r.audit_id
		where r.organization_id = $1 and r.id = $2 and g.account_id = $3)`, organization, id, adviser)
	return given, wrap("read advisers", err)
}

// lock keeps others from changing the response or its parts until the transaction ends, and reads it.
func lock(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (contract.Response, error) {
	var found uuid.UUID
	err := tx.GetContext(ctx, &found, `select id from response where organization_id = $1 and id = $2 for update`, organization, id)
	if err != nil {
		return contract.Response{}, postgres.Translate(err, "response")
	}
	return load(ctx, tx, organization, id)
}

// load reads the whole response and says what is missing in it.
func load(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (contract.Response, error) {
	response, err := postgres.GetJSON[contract.Response](ctx, tx, "response", loadStatement, organization, id)
	if err != nil {
		return response, err
	}
	var late []uuid.UUID
	if response.SupplementsID == nil { // a supplement answers what it is asked to, not everything
		late, err = unanswered(ctx, tx, organization, id)
	}
	response.Missing = missing(response, late)
	return response, err
}

const loadStatement = `
select jsonb_build_object(
	'id', r.id, 'version', r.version, 'auditId', r.audit_id, 'auditTitle', a.title, 'addresseeId', r.addressee_id,
	'committeeId', r.committee_id, 'registryNumber', d.registry_number,
	'responseDue', coalesce((select x.supplement_due from reception x where x.organization_id = r.organization_id and x.response_id = r.supplements_id),
		d.extension_date, d.response_due),
	'state', r.state, 'content', jsonb_build_object('title', r.title, 'commonStance', r.common_stance),
	'officer', (select jsonb_build_object('id', p.id, 'name', p.name) from account p where p.id = r.officer_id),
	'sections', (select jsonb_agg(jsonb_build_object('kind', s.kind, 'version', s.version, 'content', jsonb_build_object('text', s.text))
			order by array_position(array['introduction', 'other_measures', 'control_plan', 'operational_plan', 'closing'], s.kind))
		from response_section s where s.organization_id = r.organization_id and s.response_id = r.id),
	'memorandum', (select ` + memorandumObject + ` from memorandum u where u.organization_id = r.organization_id and u.response_id = r.id),
	'citations', ` + citationsObject + `,
	'answers', (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'version', w.version,
			'content', jsonb_build_object('statement', w.statement, 'stance', w.stance, 'alreadyAddressed', w.already_addressed,
				'dependsOnCommitteeId', w.depends_on_committee_id, 'text', w.text),
			'confidentialGround', ` + confidentiality.AnswerGround + `, 'hidden', false,
			'recommendations', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'text', c.text) order by c.position), '[]')
				from answered_recommendation x join recommendation c on c.organization_id = x.organization_id and c.id = x.recommendation_id
				where x.organization_id = w.organization_id and x.answer_id = w.id),
			'measures', (select coalesce(jsonb_agg(` + measure.Object + ` order by m.position, m.id), '[]')
				from measure m where m.organization_id = w.organization_id and m.answer_id = w.id)) order by w.position, w.id), '[]')
		from answer w where w.organization_id = r.organization_id and w.response_id = r.id),
	'history', (select coalesce(jsonb_agg(jsonb_build_object('action', t.action, 'to', t.to_state, 'at', t.at, 'comment', t.comment,
			'by', jsonb_build_object('id', p.id, 'name', p.name)) order by t.response_version), '[]')
		from response_transition t join account p on p.id = t.by where t.organization_id = r.organization_id and t.response_id = r.id),
	'decision', (select ` + decision.Object + ` from decision n where n.organization_id = r.organization_id and n.response_id = r.id
		and n.outcome not in ('referred_back', 'rejected')),
	'earlierDecisions', (select coalesce(jsonb_agg(` + decision.Object + ` order by n.registered_at), '[]')
		from decision n where n.organization_id = r.organization_id and n.response_id = r.id and n.outcome in ('referred_back', 'rejected')),
	'reception', (select jsonb_build_object('content', jsonb_build_object('reception', x.reception, 'comment', x.comment,
			'supplementDue', x.supplement_due), 'by', jsonb_build_object('id', p.id, 'name', p.name), 'at', x.at)
		from reception x join account p on p.id = x.by where x.organization_id = r.organization_id and x.response_id = r.id),
	'supplementsId', r.supplements_id,
	'supplementIds', (select coalesce(jsonb_agg(x.id order by x.started_at), '[]')
		from response x where x.organization_id = r.organization_id and x.supplements_id = r.id),
	'inputRequests', (select coalesce(jsonb_agg(` + inputObject + ` order by i.asked_at, i.id), '[]')
		from input_request i where i.organization_id = r.organization_id and i.response_id = r.id),
	'comments', (select coalesce(jsonb_agg(` + commentObject + ` order by m.at, m.id), '[]')
		from placed_comment m where m.organization_id = r.organization_id and m.response_id = r.id),
	'dispatches', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'recipientKind', s.recipient_kind, 'recipient', s.recipient,
			'sentOn', s.sent_on) order by s.sent_on, s.id), '[]')
		from decision n join dispatch s on s.organization_id = n.organization_id and s.decision_id = n.id
		where n.organization_id = r.organization_id and n.response_id = r.id),
	'editions', (select coalesce(jsonb_agg(jsonb_build_object('edition', e.edition, 'part', e.part, 'sha256', encode(e.sha256, 'hex'), 'size', length(e.pdf),
			'renderedAt', e.rendered_at) order by e.version, array_position(array['response', 'memorandum', 'both'], e.part)), '[]')
		from response_edition e where e.organization_id = r.organization_id and e.response_id = r.id))
from response r
join audit a on a.organization_id = r.organization_id and a.id = r.audit_id
join addressee d on d.organization_id = r.organization_id and d.id = r.addressee_id
where r.organization_id = $1 and r.id = $2`

// loadSender reads what the letterheads and the signatures say: those in office in the response's committee on the day.
func loadSender(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, response contract.Response, day calendar.Date) (sender, error) {
	return postgres.GetJSON[sender](ctx, tx, "committee", `
		select jsonb_build_object(
			'Organization', o.name, 'Committee', c.name,
			'Administrations', (select coalesce(jsonb_agg(m.name order by m.name collate "sv-x-icu"), '[]')
				from committee_administration x join administration m on m.organization_id = x.organization_id and m.id = x.administration_id
				where x.organization_id = c.organization_id and x.committee_id = c.id),
			'CommitteeNames', (select jsonb_object_agg(k.id, k.name) from committee k where k.organization_id = c.organization_id),
			'Signatories', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'role', s.role, 'name', s.name, 'title', s.title,
					'from', s.from_date, 'until', s.until_date) order by array_position(array['chair', 'secretary', 'director'], s.role), s.from_date), '[]')
				from signatory s where s.organization_id = c.organization_id and s.committee_id = c.id and s.role in ('chair', 'secretary', 'director')
				and s.from_date <= $3 and (s.until_date is null or s.until_date >= $3)),
			'Titles', (select jsonb_object_agg(m.account_id, m.title) from membership m where m.organization_id = c.organization_id
				and m.account_id = any ($4::uuid[])))
		from committee c join organization o on o.organization_id = c.organization_id
		where c.organization_id = $1 and c.id = $2`, organization, response.CommitteeID, day, pq.Array(named(response)))
}

// Filter chooses a list of responses. A nil field does not filter.
type Filter struct {
	Committee     *uuid.UUID
	GivenTo       *uuid.UUID // the adviser whose audits they answer
	States        *[]contract.ResponseState
	Confidential  *[]uuid.UUID // the committees about which what is confidential is seen; nil is all
	Limit, Offset int
}

// byUrgency puts what remains to be done before what is delivered: the nearest date first, and of the delivered the latest.
const byUrgency = `state = 'delivered', case when state <> 'delivered' then due end nulls last, due desc nulls last, id`

func list(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, filter Filter) (contract.ResponsePage, error) {
	var states any
	if filter.States != nil {
		states = pq.Array(*filter.States)
	}
	return postgres.GetJSON[contract.ResponsePage](ctx, tx, "responses", `
		with chosen as (
			select r.id, r.audit_id, case when `+audit.IsSeen("$7")+` then a.title else '' end as title, r.committee_id, d.registry_number, coalesce(d.extension_date, d.response_due) as due, r.state, r.supplements_id,
				(select max(n.date) from decision n where n.organization_id = r.organization_id and n.response_id = r.id
					and n.outcome not in ('referred_back', 'rejected')) as decided_on
			from response r
			join audit a on a.organization_id = r.organization_id and a.id = r.audit_id
			join addressee d on d.organization_id = r.organization_id and d.id = r.addressee_id
			where r.organization_id = $1 and ($2::uuid is null or r.committee_id = $2) and ($3::text[] is null or r.state = any ($3))
			and ($6::uuid is null or exists (select from audit_adviser g
				where g.organization_id = r.organization_id and g.audit_id = r.audit_id and g.account_id = $6))
		), page as (select * from chosen order by `+byUrgency+` limit $4 offset $5)
		select jsonb_build_object('total', (select count(*) from chosen), 'items', coalesce((select jsonb_agg(jsonb_build_object(
			'id', id, 'auditId', audit_id, 'auditTitle', title, 'committeeId', committee_id, 'registryNumber', registry_number,
			'responseDue', due, 'state', state, 'decidedOn', decided_on, 'supplementsId', supplements_id) order by `+byUrgency+`) from page), '[]'))`,
		organization, filter.Committee, states, filter.Limit, filter.Offset, filter.GivenTo,
		confidentiality.Argument(filter.Confidential))
}

func wrap(what string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}
