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

// File is a response's document in a format.
type File struct {
	Edition contract.Edition
	Format  contract.DocumentFormat
	Content []byte
}

// Document gives a response's document: as PDF the stored bytes of what is approved or decided, else the draft as it is
// now; as DOCX the same words, made of what was stored. Without an edition it is the one that the response's state calls for.
func (s *Service) Document(ctx context.Context, actor authz.Actor, id uuid.UUID, wanted *contract.Edition, format contract.DocumentFormat) (File, error) {
	file := File{Format: format}
	var shown storedEdition
	var from sender
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		response, err := read(ctx, tx, actor, id)
		if err != nil {
			return err
		}
		if file.Edition, err = readableEdition(actor, response, wanted); err != nil {
			return err
		}
		if shown, err = s.shown(ctx, tx, actor.Organization, response, file.Edition); err != nil {
			return err
		}
		from, err = loadSender(ctx, tx, actor.Organization, response.CommitteeID, signingDay(shown.Response, shown.RenderedAt))
		return err
	})
	if err != nil {
		return file, err
	}
	file.Content, err = shown.in(format, from)
	return file, err
}

// shown is the edition as stored; a draft is what it is now, not decided.
func (s *Service) shown(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, response contract.Response, edition contract.Edition) (storedEdition, error) {
	if edition != contract.EditionDraft {
		return loadEdition(ctx, tx, organization, response.ID, edition)
	}
	response.Decision = nil
	return storedEdition{Response: response, RenderedAt: s.Now()}, nil
}

// in gives the edition's bytes in a format; a PDF that is stored is served as it is.
func (e storedEdition) in(format contract.DocumentFormat, from sender) ([]byte, error) {
	switch {
	case format == contract.DocumentFormatDocx:
		return document.DOCX(compose(e.Response, from, e.RenderedAt))
	case e.PDF != nil:
		return e.PDF, nil
	}
	return document.PDF(compose(e.Response, from, e.RenderedAt))
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
