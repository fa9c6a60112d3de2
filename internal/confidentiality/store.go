package confidentiality

import (
	"cmp"
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// marked is where a thing's mark stands, and which committees it concerns.
type marked struct {
	table      string
	concerned  string // committee ids, of the thing $2 in the organization $1
	byAuditors string // whether the auditors have attached it; "" is never
	whole      string // the ground on which it is confidential by what it is a part of, too, of the row named t; "" has none
}

var markedThings = map[contract.ConfidentialThing]marked{
	contract.ConfidentialThingAudit: {table: "audit", concerned: concernedByAudit("$2")},
	contract.ConfidentialThingRecommendation: {table: "recommendation", concerned: `
		select unnest(array[committee_id, holder_id]) from assignment where organization_id = $1 and recommendation_id = $2`},
	contract.ConfidentialThingAnswer: {table: "answer", whole: `(select ` + AnswerGround + ` from answer w where w.organization_id = t.organization_id and w.id = t.id)`, concerned: `
		select r.committee_id from answer w join response r on r.organization_id = w.organization_id and r.id = w.response_id
		where w.organization_id = $1 and w.id = $2`},
	contract.ConfidentialThingMeasure: {table: "measure", whole: `(select ` + MeasureGround + ` from measure m where m.organization_id = t.organization_id and m.id = t.id)`, concerned: `select committee_id from measure where organization_id = $1 and id = $2`},
	contract.ConfidentialThingAttachment: {table: "attachment", byAuditors: "by_auditors", concerned: `
		select unnest(array[g.committee_id, g.holder_id]) from attachment t join assignment g on g.organization_id = t.organization_id and g.id = t.assignment_id
			where t.organization_id = $1 and t.id = $2
		union select m.committee_id from attachment t join measure m on m.organization_id = t.organization_id and m.id = t.measure_id
			where t.organization_id = $1 and t.id = $2
		union select r.committee_id from attachment t join response r on r.organization_id = t.organization_id and r.id = t.response_id
			where t.organization_id = $1 and t.id = $2
		union select p.committee_id from attachment t join control_check k on k.organization_id = t.organization_id and k.id = t.check_id
			join control_plan p on p.organization_id = k.organization_id and p.id = k.plan_id where t.organization_id = $1 and t.id = $2
		union select p.committee_id from attachment t join deviation d on d.organization_id = t.organization_id and d.id = t.deviation_id
			join control_plan p on p.organization_id = d.organization_id and p.id = d.plan_id where t.organization_id = $1 and t.id = $2
		union ` + concernedByAudit(`(select t.audit_id from attachment t where t.organization_id = $1 and t.id = $2)`)},
}

// concernedByAudit are the committees audited, asked, or recommended to.
func concernedByAudit(id string) string {
	return `select committee_id from addressee where organization_id = $1 and audit_id = ` + id + `
		union select committee_id from audit_committee where organization_id = $1 and audit_id = ` + id + `
		union select unnest(array[committee_id, holder_id]) from assignment where organization_id = $1 and audit_id = ` + id
}

// standing is how a thing stands before it is marked.
type standing struct {
	Ground     *string     `db:"confidential_ground"`
	Whole      *string     `db:"whole"` // also by what it is a part of
	ByAuditors bool        `db:"by_auditors"`
	Concerned  []uuid.UUID `db:"-"`
}

// lock keeps the thing from being marked by others until the transaction ends, and tells how it stands.
func lock(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, thing contract.ConfidentialThing, id uuid.UUID) (found standing, err error) {
	place, known := markedThings[thing]
	if !known {
		return found, fault.NotFound(string(thing))
	}
	byAuditors, whole := cmp.Or(place.byAuditors, "false"), cmp.Or(place.whole, "confidential_ground")
	err = tx.GetContext(ctx, &found, `select confidential_ground, `+byAuditors+` as by_auditors, `+whole+` as whole from `+place.table+` t
		where organization_id = $1 and id = $2 for update of t`, organization, id)
	if err != nil {
		return found, postgres.Translate(err, string(thing))
	}
	if err := tx.SelectContext(ctx, &found.Concerned, place.concerned, organization, id); err != nil {
		return found, fmt.Errorf("read whom it concerns: %w", err)
	}
	return found, nil
}

func mark(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, thing contract.ConfidentialThing, id uuid.UUID, ground *string) error {
	_, err := tx.ExecContext(ctx, `update `+markedThings[thing].table+` set confidential_ground = $3 where organization_id = $1 and id = $2`,
		organization, id, ground)
	if err != nil {
		return fmt.Errorf("mark confidential: %w", err)
	}
	return nil
}

// Fragments of SQL: the ground on which a row is confidential, or null.
const (
	// AnswerGround is that of w of answer: its own, else that of a recommendation which it answers, else of the audit as a whole.
	AnswerGround = `coalesce(w.confidential_ground, (select min(mc.confidential_ground) from answered_recommendation mx
		join recommendation mc on mc.organization_id = mx.organization_id and mc.id = mx.recommendation_id
		where mx.organization_id = w.organization_id and mx.answer_id = w.id),
		(select ma.confidential_ground from audit ma where ma.organization_id = w.organization_id and ma.id = w.audit_id))`

	// MeasureGround is that of m of measure: its own, else its answer's.
	MeasureGround = `coalesce(m.confidential_ground, (select ` + AnswerGround + ` from answer w
		where w.organization_id = m.organization_id and w.id = m.answer_id))`
)

// ByAccount is a query's argument of who reads: whoever a measure is given to sees it, if nothing is to be masked.
func ByAccount(actor authz.Actor) any {
	if actor.Masked {
		return nil
	}
	return actor.Account
}

// Argument is a query's array of the committees about which the reader sees what is confidential; null is all.
func Argument(committees *[]uuid.UUID) any {
	if committees == nil {
		return nil
	}
	return pq.Array(*committees)
}
