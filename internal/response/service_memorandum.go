package response

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/organization"
	"uppsikt/internal/postgres"
)

// StartMemorandum begins the response's memorandum from the organization's template. One that is begun stays as it is.
func (s *Service) StartMemorandum(ctx context.Context, actor authz.Actor, id uuid.UUID) (contract.Response, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Response, error) {
		before, err := s.open(ctx, tx, actor, id, mayEdit)
		if err != nil || before.Memorandum != nil {
			return before, err
		}
		memorandum, err := newMemorandum(ctx, tx, actor.Organization, before)
		if err != nil {
			return contract.Response{}, err
		}
		if err := insertMemorandum(ctx, tx, actor.Organization, id, memorandum, s.Now()); err != nil {
			return contract.Response{}, err
		}
		return s.close(ctx, tx, actor, before, s.entry(actor, before.CommitteeID, "memorandum", memorandumID(id), "start", nil, memorandum))
	})
}

func newMemorandum(ctx context.Context, tx *sqlx.Tx, of uuid.UUID, response contract.Response) (contract.Memorandum, error) {
	template, err := organization.MemorandumTemplate(ctx, tx, of)
	if err != nil {
		return contract.Memorandum{}, err
	}
	from, err := loadAsked(ctx, tx, of, response.AddresseeID)
	if err != nil {
		return contract.Memorandum{}, err
	}
	ids := make([]uuid.UUID, len(template.Content.Sections))
	for i := range ids {
		if ids[i], err = uuid.NewV7(); err != nil {
			return contract.Memorandum{}, fmt.Errorf("make an id: %w", err)
		}
	}
	return begunFrom(template.Content, factsOf(response, from), ids), nil
}

// DeleteMemorandum throws the memorandum away; version is the response's.
func (s *Service) DeleteMemorandum(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) (contract.Response, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Response, error) {
		before, err := s.open(ctx, tx, actor, id, mayEdit)
		switch {
		case err != nil:
			return contract.Response{}, err
		case before.Version != version:
			return contract.Response{}, fault.Stale()
		case before.Memorandum == nil:
			return contract.Response{}, fault.NotFound("memorandum")
		}
		if err := journal.Settle(ctx, tx, actor.Organization, writtenInMemorandum(before)); err != nil {
			return contract.Response{}, err
		}
		if err := deleteMemorandum(ctx, tx, actor.Organization, id); err != nil {
			return contract.Response{}, err
		}
		return s.close(ctx, tx, actor, before, s.entry(actor, before.CommitteeID, "memorandum", memorandumID(id), "delete", before.Memorandum, nil))
	})
}

// WriteMemorandumSection saves a section as it is typed; version is the section's own.
func (s *Service) WriteMemorandumSection(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.MemorandumSectionContent) (section contract.MemorandumSection, err error) {
	err = s.inResponseOf(ctx, actor, responseOfMemorandumSection, id, func(ctx context.Context, tx *sqlx.Tx, response contract.Response) error {
		before, err := memorandumSectionWith(response, id)
		if err != nil {
			return err
		}
		if before.Version != version {
			return fault.Stale()
		}
		if err := writeMemorandumSection(ctx, tx, actor.Organization, id, content); err != nil {
			return err
		}
		section = *before
		section.Version, section.Content = version+1, content
		return s.autosaved(ctx, tx, actor, response, "memorandum_section", id, before.Content, content)
	})
	return section, err
}

// ReadThrough gives the memorandum and the response as they will look now, for those who may see the draft.
func (s *Service) ReadThrough(ctx context.Context, actor authz.Actor, id uuid.UUID) (contract.ReadThrough, error) {
	var response contract.Response
	var from sender
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		if response, err = load(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		if err := actor.Require(authz.ResponseSeeDraft, response.CommitteeID); err != nil {
			return err
		}
		if response, err = asReadBy(ctx, tx, actor, response, confidentiality.Sentence); err != nil {
			return err
		}
		from, err = loadSender(ctx, tx, actor.Organization, response, signingDay(response, s.Now()))
		return err
	})
	if err != nil {
		return contract.ReadThrough{}, err
	}
	return readThrough(response, from, s.Now()), nil
}
