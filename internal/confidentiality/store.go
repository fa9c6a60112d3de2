package confidentiality

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// marked is where a thing's mark stands, and which committees it concerns.
type marked struct {
	table     string
	concerned string // committee ids, of the thing $2 in the organization $1
}

var markedThings = map[contract.ConfidentialThing]marked{
	contract.ConfidentialThingAudit: {"audit", `
		select committee_id from addressee where organization_id = $1 and audit_id = $2
		union select committee_id from audit_committee where organization_id = $1 and audit_id = $2
		union select unnest(array[committee_id, holder_id]) from assignment where organization_id = $1 and audit_id = $2`},
	contract.ConfidentialThingRecommendation: {"recommendation", `
		select unnest(array[committee_id, holder_id]) from assignment where organization_id = $1 and recommendation_id = $2`},
	contract.ConfidentialThingAnswer: {"answer", `
		select r.committee_id from answer w join response r on r.organization_id = w.organization_id and r.id = w.response_id
		where w.organization_id = $1 and w.id = $2`},
	contract.ConfidentialThingMeasure: {"measure", `select committee_id from measure where organization_id = $1 and id = $2`},
}

// lock keeps the thing from being marked by others until the transaction ends, and gives its ground and whom it concerns.
func lock(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, thing contract.ConfidentialThing, id uuid.UUID) (ground *string, concerned []uuid.UUID, err error) {
	place, known := markedThings[thing]
	if !known {
		return nil, nil, fault.NotFound(string(thing))
	}
	err = tx.GetContext(ctx, &ground, `select confidential_ground from `+place.table+` where organization_id = $1 and id = $2 for update`, organization, id)
	if err != nil {
		return nil, nil, postgres.Translate(err, string(thing))
	}
	if err := tx.SelectContext(ctx, &concerned, place.concerned, organization, id); err != nil {
		return nil, nil, fmt.Errorf("read whom it concerns: %w", err)
	}
	return ground, concerned, nil
}

func mark(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, thing contract.ConfidentialThing, id uuid.UUID, ground *string) error {
	_, err := tx.ExecContext(ctx, `update `+markedThings[thing].table+` set confidential_ground = $3 where organization_id = $1 and id = $2`,
		organization, id, ground)
	if err != nil {
		return fmt.Errorf("mark confidential: %w", err)
	}
	return nil
}

// Argument is a query's array of the committees about which the reader sees what is confidential; null is all.
func Argument(committees *[]uuid.UUID) any {
	if committees == nil {
		return nil
	}
	return pq.Array(*committees)
}
