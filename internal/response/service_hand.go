package response

import (
	"context"
	"slices"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/identity"
	"uppsikt/internal/outbox"
)

// handOn tells those whose turn it is after a change of state.
func (s *Service) handOn(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, response contract.Response, action contract.TransitionAction) error {
	handed := outbox.Handed{By: actor, Committee: response.CommitteeID, Thing: response.ID, Version: response.Version, Due: response.ResponseDue}
	switch action {
	case contract.TransitionActionSubmit:
		approvers, err := identity.Holding(ctx, tx, actor.Organization, response.CommitteeID, authz.ResponseApprove)
		if err != nil {
			return err
		}
		handed.Kind, handed.To = outbox.ResponseSubmitted, approvers
	case contract.TransitionActionReturn:
		handed.Kind, handed.To = outbox.ResponseReturned, writersOf(response)
	case contract.TransitionActionReferBack:
		handed.Kind, handed.To = outbox.ResponseSentBack, writersOf(response)
	default:
		return nil
	}
	return outbox.Hand(ctx, tx, s.Now(), handed)
}

// writersOf are its officer and whoever last submitted it; the outbox tells one who is both of them once.
func writersOf(response contract.Response) []uuid.UUID {
	for _, step := range slices.Backward(response.History) {
		if step.Action == contract.TransitionActionSubmit {
			return []uuid.UUID{response.Officer.ID, step.By.ID}
		}
	}
	return []uuid.UUID{response.Officer.ID}
}

// askForSupplement tells all who may write the committee's supplement, where one is asked for.
func (s *Service) askForSupplement(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, response contract.Response, due *calendar.Date) error {
	if due == nil {
		return nil
	}
	writers, err := identity.Holding(ctx, tx, actor.Organization, response.CommitteeID, authz.ResponseDraft)
	if err != nil {
		return err
	}
	return outbox.Hand(ctx, tx, s.Now(), outbox.Handed{Kind: outbox.SupplementRequested, By: actor, To: writers,
		Committee: response.CommitteeID, Thing: response.ID, Version: response.Version, Due: due})
}
