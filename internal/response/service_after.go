package response

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/decision"
	"uppsikt/internal/fault"
)

// Verify notes the day on which the minutes with the decision were verified.
func (s *Service) Verify(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, on calendar.Date) (contract.Response, error) {
	return s.after(ctx, actor, id, version, mayVerify, "verify", on, func(ctx context.Context, tx *sqlx.Tx, response contract.Response) error {
		if on.Before(response.Decision.Date) {
			return fault.InvalidField("/verifiedOn", "before_the_decision", "")
		}
		return decision.Verify(ctx, tx, actor.Organization, response.Decision.ID, on)
	})
}

// Receive keeps the auditors' word on a delivered response.
func (s *Service) Receive(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.ReceptionContent) (contract.Response, error) {
	if asks := content.Reception == contract.ReceptionKindSupplementRequested; asks != (content.SupplementDue != nil) {
		code := "required"
		if !asks {
			code = "only_with_supplement"
		}
		return contract.Response{}, fault.InvalidField("/supplementDue", code, "")
	}
	return s.after(ctx, actor, id, version, mayReceive, "receive", content, func(ctx context.Context, tx *sqlx.Tx, response contract.Response) error {
		if err := storeReception(ctx, tx, actor.Organization, id, content, actor.Account, s.Now()); err != nil {
			return err
		}
		return s.askForSupplement(ctx, tx, actor, response, content.SupplementDue)
	})
}

// after changes something about a response that is decided; no draft's text is in its journal entry.
func (s *Service) after(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, may func(authz.Actor, contract.Response) error,
	action string, content any, apply func(context.Context, *sqlx.Tx, contract.Response) error,
) (contract.Response, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Response, error) {
		before, err := s.open(ctx, tx, actor, id, may)
		if err != nil {
			return contract.Response{}, err
		}
		if before.Version != version {
			return contract.Response{}, fault.Stale()
		}
		if err := apply(ctx, tx, before); err != nil {
			return contract.Response{}, err
		}
		return s.close(ctx, tx, actor, before, s.entry(actor, uuid.Nil, "response", id, action, nil, content))
	})
}

// Supplement begins a supplementary response to one that is decided: the officer adds the answers that are asked for.
func (s *Service) Supplement(ctx context.Context, actor authz.Actor, to, id uuid.UUID) (contract.Response, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Response, error) {
		first, err := s.open(ctx, tx, actor, to, maySupplement)
		if err != nil {
			return contract.Response{}, err
		}
		from, err := loadAsked(ctx, tx, actor.Organization, first.AddresseeID)
		if err != nil {
			return contract.Response{}, err
		}
		command := contract.NewResponse{ID: id, AddresseeID: first.AddresseeID}
		isNew, err := insert(ctx, tx, actor.Organization, command, from, &to, "Kompletterande yttrande över "+lowerFirst(from.AuditTitle),
			supplementIntroduction(first), actor.Account, s.Now())
		if err != nil {
			return contract.Response{}, err
		}
		if !isNew {
			return read(ctx, tx, actor, id) // the id may be of another committee's draft
		}
		return s.begun(ctx, tx, actor, id)
	})
}

// supplementIntroduction is a first wording for the officer to go on from.
func supplementIntroduction(first contract.Response) string {
	text := "Nämnden yttrade sig över granskningen ”" + first.AuditTitle + "” " + first.Decision.Date.String()
	if first.Decision.Paragraph != "" {
		text += ", §\u00a0" + first.Decision.Paragraph
	}
	text += "."
	if first.Reception != nil && first.Reception.Content.Comment != "" {
		text += " Revisorerna har begärt komplettering: ”" + first.Reception.Content.Comment + "”"
	}
	return text
}
