package followup

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/postgres"
)

// Criticisms lists the auditors' criticism, the latest year first. A nil committee or year does not filter.
func (s *Service) Criticisms(ctx context.Context, actor authz.Actor, committee *uuid.UUID, year *int, limit, offset int) (page contract.CriticismPage, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		page, err = listCriticisms(ctx, tx, actor.Organization, committee, year, limit, offset)
		return err
	})
	return page, err
}

// RegisterCriticism adds what a yearly statement says of a committee. A repeated id gives the one first registered.
func (s *Service) RegisterCriticism(ctx context.Context, actor authz.Actor, added contract.NewCriticism) (criticism contract.Criticism, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		isNew, err := insertCriticism(ctx, tx, actor.Organization, added, actor.Account, s.Now())
		if err != nil {
			return err
		}
		if criticism, err = loadCriticism(ctx, tx, actor.Organization, added.ID); err != nil || !isNew {
			return err
		}
		return s.journal(ctx, tx, actor, "criticism", added.ID, "register", nil, added.Content)
	})
	return criticism, err
}

// UpdateCriticism replaces its content.
func (s *Service) UpdateCriticism(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.CriticismContent) (criticism contract.Criticism, err error) {
	err = s.onCriticism(ctx, actor, id, version, func(ctx context.Context, tx *sqlx.Tx, before contract.Criticism) error {
		if err := updateCriticism(ctx, tx, actor.Organization, id, content); err != nil {
			return err
		}
		if criticism, err = loadCriticism(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		return s.journal(ctx, tx, actor, "criticism", id, "update", before.Content, content)
	})
	return criticism, err
}

// DeleteCriticism takes it away; the journal keeps it.
func (s *Service) DeleteCriticism(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) error {
	return s.onCriticism(ctx, actor, id, version, func(ctx context.Context, tx *sqlx.Tx, before contract.Criticism) error {
		if err := deleteCriticism(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		return s.journal(ctx, tx, actor, "criticism", id, "delete", before.Content, nil)
	})
}

func (s *Service) onCriticism(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, fn func(context.Context, *sqlx.Tx, contract.Criticism) error) error {
	return postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		before, err := loadCriticism(ctx, tx, actor.Organization, id)
		if err != nil {
			return err
		}
		if err := stale(before.Version, version); err != nil {
			return err
		}
		return fn(ctx, tx, before)
	})
}
