package response

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/postgres"
)

// Plan is the way to the date as of today in Stockholm.
func (s *Service) Plan(ctx context.Context, actor authz.Actor, id uuid.UUID) (made contract.ResponsePlan, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		today := calendar.DayOf(s.Now())
		if err := mayFollow(ctx, tx, actor, id); err != nil {
			return err
		}
		found, err := loadPlanning(ctx, tx, actor.Organization, id, today)
		if err != nil {
			return err
		}
		received := calendar.DayOf(found.Registered)
		made = plan(planning{today: today, received: &received, due: found.Due, state: found.State, meetings: found.Meetings})
		return nil
	})
	return made, err
}
