package response

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// Citable lists what the committee's adopted plans hold that a response may cite, of the things asked for or of all.
func (s *Service) Citable(ctx context.Context, actor authz.Actor, filter contract.ListCitableParams, limit, offset int) (page contract.CitablePage, err error) {
	if err := actor.Require(authz.ResponseDraft, filter.CommitteeID); err != nil {
		return page, err
	}
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		page, err = listCitable(ctx, tx, actor.Organization, filter, limit, offset)
		return err
	})
	return page, err
}

// Cite keeps the wording of a risk, control or action in an answer, or in the response as a whole.
func (s *Service) Cite(ctx context.Context, actor authz.Actor, id uuid.UUID, citation contract.NewCitation) (contract.Response, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Response, error) {
		before, err := s.open(ctx, tx, actor, id, mayEdit)
		if err != nil {
			return contract.Response{}, err
		}
		if _, err := citationWith(before, citation.ID); err == nil {
			return before, nil // a create repeated after a lost answer
		}
		if citation.AnswerID != nil {
			if _, err := answerWith(before, *citation.AnswerID); err != nil {
				return contract.Response{}, fault.InvalidField("/answerId", "unknown_answer", "")
			}
		}
		if err := insertCitation(ctx, tx, actor.Organization, before, citation, actor.Account, s.Now()); err != nil {
			return contract.Response{}, err
		}
		return s.close(ctx, tx, actor, before, s.entry(actor, before.CommitteeID, "citation", citation.ID, "cite", nil, citation))
	})
}

// RenewCitation takes in the wording as the plan has it now.
func (s *Service) RenewCitation(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) (contract.Response, error) {
	return s.onCitation(ctx, actor, id, version, func(ctx context.Context, tx *sqlx.Tx, response contract.Response, before contract.Citation) (contract.Response, error) {
		if before.Now == nil {
			return response, nil
		}
		if err := renewCitation(ctx, tx, actor.Organization, id); err != nil {
			return contract.Response{}, err
		}
		return s.close(ctx, tx, actor, response, s.entry(actor, response.CommitteeID, "citation", id, "renew", before.Wording, before.Now))
	})
}

// DeleteCitation takes one out of the draft.
func (s *Service) DeleteCitation(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) (contract.Response, error) {
	return s.onCitation(ctx, actor, id, version, func(ctx context.Context, tx *sqlx.Tx, response contract.Response, before contract.Citation) (contract.Response, error) {
		if err := deleteCitation(ctx, tx, actor.Organization, id); err != nil {
			return contract.Response{}, err
		}
		return s.close(ctx, tx, actor, response, s.entry(actor, response.CommitteeID, "citation", id, "delete", before, nil))
	})
}

// onCitation changes a citation of a draft whose version is the one last read.
func (s *Service) onCitation(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64,
	change func(context.Context, *sqlx.Tx, contract.Response, contract.Citation) (contract.Response, error),
) (contract.Response, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Response, error) {
		of, err := responseOfCitation(ctx, tx, actor.Organization, id)
		if err != nil {
			return contract.Response{}, err
		}
		response, err := s.open(ctx, tx, actor, of, mayEdit)
		if err != nil {
			return contract.Response{}, err
		}
		before, err := citationWith(response, id)
		if err != nil {
			return contract.Response{}, err
		}
		if before.Version != version {
			return contract.Response{}, fault.Stale()
		}
		return change(ctx, tx, response, before)
	})
}
