package response

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// rendered is an edition's documents and what they were made of.
type rendered struct {
	edition  contract.Edition
	response contract.Response
	parts    []contract.DocumentPart
	pdfs     [][]byte // of the parts
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
		from, err = loadSender(ctx, tx, actor.Organization, response, signingDay(response, s.Now()))
		return err
	})
	if err != nil {
		return err
	}
	*into = rendered{edition: edition, response: response, parts: partsOf(edition, response), at: s.Now()}
	for _, part := range into.parts {
		pdf, err := document.PDF(composePart(part, response, from, into.at))
		if err != nil {
			return fmt.Errorf("render %s: %w", part, err)
		}
		into.pdfs = append(into.pdfs, pdf)
	}
	return nil
}

// partsOf are what an edition keeps: the committee is shown the memorandum too, but decides the response alone.
func partsOf(edition contract.Edition, response contract.Response) []contract.DocumentPart {
	if edition == contract.EditionDecided || response.Memorandum == nil {
		return []contract.DocumentPart{contract.DocumentPartResponse}
	}
	return []contract.DocumentPart{contract.DocumentPartResponse, contract.DocumentPartMemorandum, contract.DocumentPartBoth}
}

// Wanted is which of a response's documents; without an edition it is the one that the response's state calls for.
type Wanted struct {
	Part    contract.DocumentPart
	Edition *contract.Edition
	Format  contract.DocumentFormat
}

// File is a response's document in a format.
type File struct {
	Part    contract.DocumentPart
	Edition contract.Edition
	Format  contract.DocumentFormat
	Content []byte
}

// Document gives a response's document: as PDF the stored bytes of what is approved or decided, else the draft as it is
// now; as DOCX the same words, made of what was stored.
func (s *Service) Document(ctx context.Context, actor authz.Actor, id uuid.UUID, wanted Wanted) (File, error) {
	file := File{Part: wanted.Part, Format: wanted.Format}
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
		if err := checkOffered(response, file); err != nil {
			return err
		}
		if shown, err = s.shown(ctx, tx, actor.Organization, response, file); err != nil {
			return err
		}
		if shown, err = shown.seenBy(ctx, tx, actor); err != nil {
			return err
		}
		from, err = loadSender(ctx, tx, actor.Organization, shown.Response, signingDay(shown.Response, shown.RenderedAt))
		return err
	})
	if err != nil {
		return file, err
	}
	file.Content, err = shown.in(file.Format, file.Part, from)
	return file, err
}

// shown is the edition as stored; a draft is what it is now, not decided.
func (s *Service) shown(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, response contract.Response, wanted File) (storedEdition, error) {
	if wanted.Edition != contract.EditionDraft {
		return loadEdition(ctx, tx, organization, response.ID, wanted.Edition, wanted.Part)
	}
	if wanted.Part != contract.DocumentPartResponse && response.Memorandum == nil {
		return storedEdition{}, fault.NotFound("memorandum")
	}
	response.Decision = nil
	return storedEdition{Response: response, RenderedAt: s.Now()}, nil
}

// seenBy is the edition without what is confidential to the actor, or as it is where nothing is. The stored bytes have it.
func (e storedEdition) seenBy(ctx context.Context, tx *sqlx.Tx, actor authz.Actor) (storedEdition, error) {
	marks, err := loadMarks(ctx, tx, actor.Organization, e.Response.ID, nil)
	if err != nil || marks.seenBy(actor, e.Response.CommitteeID) {
		return e, err
	}
	unmasked := actor
	unmasked.Masked = false
	if marks.Audit != nil && !marks.seenBy(unmasked, e.Response.CommitteeID) {
		return e, fault.Confidential()
	}
	if e.Response, e.IsMasked = masked(e.Response, marks, confidentiality.Sentence); e.IsMasked {
		e.PDF = nil
	}
	return e, nil
}

// in gives the edition's bytes in a format; a PDF that is stored is served as it is.
func (e storedEdition) in(format contract.DocumentFormat, part contract.DocumentPart, from sender) ([]byte, error) {
	if format == contract.DocumentFormatPdf && e.PDF != nil {
		return e.PDF, nil
	}
	composed := composePart(part, e.Response, from, e.RenderedAt)
	if e.IsMasked {
		composed = markedAsMasked(composed)
	}
	if format == contract.DocumentFormatDocx {
		return document.DOCX(composed)
	}
	return document.PDF(composed)
}

// readableEdition: only the response that is decided leaves the committee; what was approved before it, and the memorandum, are
// working material.
func readableEdition(actor authz.Actor, response contract.Response, wanted Wanted) (contract.Edition, error) {
	isResponse := wanted.Part == contract.DocumentPartResponse
	edition := contract.EditionDraft
	switch {
	case wanted.Edition != nil:
		edition = *wanted.Edition
	case isDecided(response) && isResponse:
		edition = contract.EditionDecided
	case isDecided(response) || response.State == contract.ResponseStateApproved:
		edition = contract.EditionApproved
	}
	if edition == contract.EditionDecided && isDecided(response) && isResponse {
		return edition, nil
	}
	if edition == contract.EditionDraft && isDecided(response) {
		return edition, fault.NotFound("edition")
	}
	return edition, actor.Require(authz.ResponseSeeDraft, response.CommitteeID)
}
