package notice

import (
	"context"
	"time"

	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/postgres"
)

// Service reads what waits for whom, and reminds them of it.
type Service struct {
	DB       *sqlx.DB
	Now      func() time.Time
	MailIsOn bool // somebody sends what the outbox holds
}

// Waiting is what waits for the actor, what comes near, and what the actor waits for from others, as of today in Stockholm.
func (s *Service) Waiting(ctx context.Context, actor authz.Actor) (found contract.Waiting, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		found, err = waiting(ctx, tx, actor.Organization, readerOf(actor), calendar.DayOf(s.Now()))
		return err
	})
	return found, err
}
