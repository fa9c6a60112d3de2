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
	kind, turn, err := turnAfter(ctx, tx, actor.Organization, response, action)
	if err != nil || len(turn) == 0 {
		return err
	}
	return outbox.Hand(ctx, tx, s.Now(), outbox.Handed{Kind: kind, By: actor, To: turn,
		Committee: response.CommitteeID, Thing: response.ID, Version: response.Version, Due: response.ResponseDue})
}

// turnAfter gives whose turn it is after an action; nobody's where the action hands nothing over.
func turnAfter(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, response contract.Response, action contract.TransitionAction) (kind outbox.Kind, turn []uuid.UUID, err error) {
	switch action {
	case contract.TransitionActionSubmit:
		turn, err = identity.Holding(ctx, tx, organization, response.CommitteeID, authz.ResponseApprove)
		return outbox.ResponseSubmitted, turn, err
	case contract.TransitionActionApprove:
		turn, err = identity.Holding(ctx, tx, organization, response.CommitteeID, authz.DecisionRegister)
		return outbox.ResponseApproved, turn, err
	case contract.TransitionActionReturn:
		return outbox.ResponseReturned, writersOf(response), nil
	case contract.TransitionActionReferBack:
		return outbox.ResponseSentBack, writersOf(response), nil
	default:
		return "", nil, nil
	}
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
