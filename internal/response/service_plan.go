package response

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
	"uppsikt/internal/postgres"
)

// StatusSheet is a page to print or send, for those who may see the draft: how far the response has come and what is left.
func (s *Service) StatusSheet(ctx context.Context, actor authz.Actor, id uuid.UUID) (sheet document.Document, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		response, err := load(ctx, tx, actor.Organization, id)
		if err != nil {
			return err
		}
		if err := actor.Require(authz.ResponseSeeDraft, response.CommitteeID); err != nil {
			return err
		}
		if _, err := asReadBy(ctx, tx, actor, response, nothing); err != nil {
			return err
		}
		made, err := s.plan(ctx, tx, actor, id)
		if err != nil {
			return err
		}
		from, err := loadSender(ctx, tx, actor.Organization, response, made.Today)
		sheet = composeStatusSheet(response, made, from, s.Now())
		return err
	})
	return sheet, err
}

// Plan is the way to the date as of today in Stockholm.
func (s *Service) Plan(ctx context.Context, actor authz.Actor, id uuid.UUID) (made contract.ResponsePlan, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		if err := mayFollow(ctx, tx, actor, id); err != nil {
			return err
		}
		made, err = s.plan(ctx, tx, actor, id)
		return err
	})
	return made, err
}

func (s *Service) plan(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (contract.ResponsePlan, error) {
	today := calendar.DayOf(s.Now())
	found, err := loadPlanning(ctx, tx, actor.Organization, id, today)
	if err != nil {
		return contract.ResponsePlan{}, err
	}
	received := calendar.DayOf(found.Registered)
	return plan(planning{today: today, received: &received, due: found.Due, state: found.State, meetings: found.Meetings}), nil
}
