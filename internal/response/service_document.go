package response

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// rendered is a document's bytes and what they were made of.
type rendered struct {
	edition  contract.Edition
	response contract.Response
	pdf      []byte
	at       time.Time
}

// render reads the response at a version, makes of it what is to be kept, and draws it. It stores nothing: the caller
// stores the bytes in a transaction of its own, only if the version still holds.
func (s *Service) render(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, may func(authz.Actor, contract.Response) error,
	prepare func(context.Context, *sqlx.Tx, contract.Response) (contract.Response, error), edition contract.Edition, into *rendered,
) error {
	var from sender
	var response contract.Response
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		if response, err = load(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		if err := may(actor, response); err != nil {
			return err
		}
		if response.Version != version {
			return fault.Stale()
		}
		if response, err = prepare(ctx, tx, response); err != nil {
			return err
		}
		from, err = loadSender(ctx, tx, actor.Organization, response.CommitteeID, signingDay(response, s.Now()))
		return err
	})
	if err != nil {
		return err
	}
	at := s.Now()
	pdf, err := document.PDF(compose(response, from, at))
	if err != nil {
		return fmt.Errorf("render response: %w", err)
	}
	*into = rendered{edition, response, pdf, at}
	return nil
}

// Document gives a response's PDF: the stored bytes of what is approved or decided, else the draft as it is now. Without
// an edition it is the one that the response's state calls for.
func (s *Service) Document(ctx context.Context, actor authz.Actor, id uuid.UUID, wanted *contract.Edition) (pdf []byte, edition contract.Edition, err error) {
	var response contract.Response
	var from sender
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		if response, err = read(ctx, tx, actor, id); err != nil {
			return err
		}
		if edition, err = readableEdition(actor, response, wanted); err != nil {
			return err
		}
		if edition != contract.EditionDraft {
			pdf, err = loadEdition(ctx, tx, actor.Organization, id, edition)
			return err
		}
		from, err = loadSender(ctx, tx, actor.Organization, response.CommitteeID, signingDay(response, s.Now()))
		return err
	})
	if err != nil || edition != contract.EditionDraft {
		return pdf, edition, err
	}
	response.Decision = nil
	pdf, err = document.PDF(compose(response, from, s.Now()))
	return pdf, edition, err
}

// readableEdition: only what is decided leaves the committee; what was approved before it was working material.
func readableEdition(actor authz.Actor, response contract.Response, wanted *contract.Edition) (contract.Edition, error) {
	edition := contract.EditionDraft
	switch {
	case wanted != nil:
		edition = *wanted
	case isDecided(response):
		edition = contract.EditionDecided
	case response.State == contract.ResponseStateApproved:
		edition = contract.EditionApproved
	}
	if edition == contract.EditionDecided && isDecided(response) {
		return edition, nil
	}
	if edition == contract.EditionDraft && isDecided(response) {
		return edition, fault.NotFound("edition")
	}
	return edition, actor.Require(authz.ResponseSeeDraft, response.CommitteeID)
}
