package followup

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// Notes lists the auditors' working notes on an audit, latest first.
func (s *Service) Notes(ctx context.Context, actor authz.Actor, audit uuid.UUID, limit, offset int) (page contract.WorkingNotePage, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		if err := s.mayReadNotes(ctx, tx, actor, audit); err != nil {
			return err
		}
		page, err = listNotes(ctx, tx, actor.Organization, audit, limit, offset)
		return err
	})
	return page, err
}

// AddNote adds a working note. A repeated id gives the note first added.
func (s *Service) AddNote(ctx context.Context, actor authz.Actor, audit uuid.UUID, added contract.NewWorkingNote) (contract.WorkingNote, error) {
	var written note
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		if err := s.mayReadNotes(ctx, tx, actor, audit); err != nil {
			return err
		}
		isNew, err := insertNote(ctx, tx, actor.Organization, audit, added, actor.Account, s.Now())
		if err != nil {
			return err
		}
		if written, err = loadNote(ctx, tx, actor.Organization, added.ID); err != nil {
			return unknownAssignment(err)
		}
		if !isNew {
			return s.mayReadNotes(ctx, tx, actor, written.Audit)
		}
		return s.journal(ctx, tx, actor, "working_note", added.ID, "write", nil, notedInJournal(added.Content))
	})
	return written.Note, err
}

// unknownAssignment: a note is not stored when what it is about is not part of the audit.
func unknownAssignment(err error) error {
	if fault.Is(err, "not_found") {
		return fault.InvalidField("/content/assignmentId", "unknown_assignment", "").Because(err)
	}
	return err
}

// WriteNote replaces a note's text; what it is about stays.
func (s *Service) WriteNote(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.WorkingNoteContent) (contract.WorkingNote, error) {
	var after note
	err := s.onNote(ctx, actor, id, func(ctx context.Context, tx *sqlx.Tx, before note) (err error) {
		if !isSame(before.Note.Content.AssignmentID, content.AssignmentID) {
			return fault.InvalidField("/assignmentId", "not_changeable", "")
		}
		if err := writeNote(ctx, tx, actor.Organization, id, version, content.Text); err != nil {
			return err
		}
		if after, err = loadNote(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		return s.journal(ctx, tx, actor, "working_note", id, "write", notedInJournal(before.Note.Content), notedInJournal(content))
	})
	return after.Note, err
}

// DeleteNote takes a note away.
func (s *Service) DeleteNote(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) error {
	return s.onNote(ctx, actor, id, func(ctx context.Context, tx *sqlx.Tx, before note) error {
		if err := deleteNote(ctx, tx, actor.Organization, id, version); err != nil {
			return err
		}
		return s.journal(ctx, tx, actor, "working_note", id, "delete", notedInJournal(before.Note.Content), nil)
	})
}

func (s *Service) onNote(ctx context.Context, actor authz.Actor, id uuid.UUID, fn func(context.Context, *sqlx.Tx, note) error) error {
	return postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		before, err := loadNote(ctx, tx, actor.Organization, id)
		if err != nil {
			return err
		}
		if err := s.mayReadNotes(ctx, tx, actor, before.Audit); err != nil {
			return err
		}
		if err := mayWriteNote(actor, before.Note); err != nil {
			return err
		}
		return fn(ctx, tx, before)
	})
}

// mayReadNotes: auditors, and the advisers that the audit is given to (GLOSSARY's fifth law).
func (s *Service) mayReadNotes(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, audit uuid.UUID) error {
	if known, err := isKnown(ctx, tx, audits, actor.Organization, audit); err != nil || !known {
		return firstOf(err, fault.NotFound("audit"))
	}
	return s.mayRead(ctx, tx, actor, audit)
}

func isSame(a, b *uuid.UUID) bool { return a == b || a != nil && b != nil && *a == *b }

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
