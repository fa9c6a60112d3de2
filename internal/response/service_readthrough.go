package response

import (
	"context"
	"encoding/json"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
)

// presenceLasts is how long somebody counts as present without saying so again.
const presenceLasts = 30 * time.Second

// NotePresence says at which part the actor is, and who else is in the draft.
func (s *Service) NotePresence(ctx context.Context, actor authz.Actor, id uuid.UUID, part string) (others contract.PresentOthers, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		response, err := load(ctx, tx, actor.Organization, id)
		if err != nil {
			return err
		}
		if err := mayComment(actor, response); err != nil {
			return err
		}
		others, err = notePresence(ctx, tx, actor.Organization, id, actor.Account, part, s.Now(), s.Now().Add(-presenceLasts))
		return err
	})
	return others, err
}

// Comment adds a comment at a place of the draft. A repeated id gives the first.
func (s *Service) Comment(ctx context.Context, actor authz.Actor, id uuid.UUID, command contract.NewPlacedComment) (contract.PlacedComment, error) {
	return s.commented(ctx, actor, id, command.ID, "add", command, func(ctx context.Context, tx *sqlx.Tx) error {
		return insertComment(ctx, tx, actor.Organization, id, command, actor.Account, s.Now())
	})
}

// Resolve marks a comment as dealt with, or opens it again.
func (s *Service) Resolve(ctx context.Context, actor authz.Actor, comment uuid.UUID, resolved bool) (contract.PlacedComment, error) {
	response, err := s.responseOfComment(ctx, actor, comment)
	if err != nil {
		return contract.PlacedComment{}, err
	}
	action := "reopen"
	if resolved {
		action = "resolve"
	}
	return s.commented(ctx, actor, response, comment, action, nil, func(ctx context.Context, tx *sqlx.Tx) error {
		return resolveComment(ctx, tx, actor.Organization, comment, resolved, actor.Account, s.Now())
	})
}

func (s *Service) responseOfComment(ctx context.Context, actor authz.Actor, comment uuid.UUID) (response uuid.UUID, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		response, err = responseOf(ctx, tx, "placed_comment", actor.Organization, comment)
		return err
	})
	return response, err
}

// commented changes a comment without raising the response's version: what is read is what was approved.
func (s *Service) commented(ctx context.Context, actor authz.Actor, id, comment uuid.UUID, action string, content any,
	apply func(context.Context, *sqlx.Tx) error,
) (changed contract.PlacedComment, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		response, err := s.open(ctx, tx, actor, id, mayComment)
		if err != nil {
			return err
		}
		if err := apply(ctx, tx); err != nil {
			return err
		}
		if changed, err = loadComment(ctx, tx, actor.Organization, comment); err != nil {
			return err
		}
		if seen, err := asReadBy(ctx, tx, actor, response, nothing); err != nil || isHiddenPart(seen, changed.Part) {
			return firstFault(err, fault.Confidential())
		}
		return journal.Write(ctx, tx, s.entry(actor, response.CommitteeID, "comment", comment, action, nil, content))
	})
	return changed, err
}

// History tells how a part of the response came to read as it does: one item for each pause in the writing, latest first.
func (s *Service) History(ctx context.Context, actor authz.Actor, id uuid.UUID, part string) (contract.PartHistory, error) {
	history := contract.PartHistory{}
	var changes []journal.Change
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		response, err := load(ctx, tx, actor.Organization, id)
		if err != nil {
			return err
		}
		if err := actor.Require(authz.ResponseSeeDraft, response.CommitteeID); err != nil {
			return err
		}
		if seen, err := asReadBy(ctx, tx, actor, response, nothing); err != nil || isHiddenPart(seen, part) {
			return firstFault(err, fault.Confidential())
		}
		thing, err := thingOf(response, part)
		if err != nil {
			return err
		}
		changes, err = journal.History(ctx, tx, actor.Organization, thing)
		return err
	})
	history.Items = make([]struct {
		After  string         `json:"after"`
		At     time.Time      `json:"at"`
		Before string         `json:"before"`
		By     contract.Actor `json:"by"`
	}, len(changes))
	for i, change := range changes {
		item := &history.Items[i]
		item.At, item.By = change.At, contract.Actor{ID: change.Actor, Name: change.Name}
		item.Before, item.After = textOf(change.Before), textOf(change.After)
	}
	return history, err
}

// thingOf is a part's name in the journal: a section's kind, or the id of an answer or a section of this response's memorandum.
func thingOf(response contract.Response, part string) (uuid.UUID, error) {
	if section, err := sectionOf(response, contract.SectionKind(part)); err == nil {
		return sectionID(response.ID, section.Kind), nil
	}
	id, err := uuid.Parse(part)
	if err != nil {
		return uuid.Nil, fault.NotFound("part")
	}
	if _, err := memorandumSectionWith(response, id); err == nil {
		return id, nil
	}
	if _, err := answerWith(response, id); err != nil {
		return uuid.Nil, err
	}
	return id, nil
}

// textOf is what a section or an answer said.
func textOf(content json.RawMessage) string {
	var part struct{ Text string }
	_ = json.Unmarshal(content, &part) // null before the first writing
	return part.Text
}
