package confidentiality

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
)

// Service marks things.
type Service struct {
	DB  *sqlx.DB
	Now func() time.Time
}

// Mark sets the legal ground on which a thing is confidential; nil takes the mark away.
func (s *Service) Mark(ctx context.Context, actor authz.Actor, thing contract.ConfidentialThing, id uuid.UUID, ground *string) error {
	return postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		before, err := lock(ctx, tx, actor.Organization, thing, id)
		if err != nil {
			return err
		}
		if err := mayMark(actor, thing, before.ByAuditors, before.Concerned); err != nil {
			return err
		}
		if ground == nil {
			if err := mayUnmark(before); err != nil {
				return err
			}
		}
		if err := mark(ctx, tx, actor.Organization, thing, id, ground); err != nil {
			return err
		}
		return journal.Write(ctx, tx, journal.Entry{
			Organization: actor.Organization, At: s.Now(), Actor: actor.Account, Thing: string(thing), ThingID: id, Action: "mark_confidential",
			Before: contract.ConfidentialMark{Ground: before.Ground}, After: contract.ConfidentialMark{Ground: ground},
		})
	})
}
