package controlplan

import (
	"context"

	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/postgres"
)

// Summary tells how each committee's internal control stands in a year: states, dates and figures, and the committee's own judgement once
// it is decided.
func (s *Service) Summary(ctx context.Context, actor authz.Actor, year int) (summary contract.ControlSummary, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		summary, err = loadSummary(ctx, tx, actor, year, s.today())
		return err
	})
	return summary, err
}
