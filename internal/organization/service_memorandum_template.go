package organization

import (
	"context"

	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/journal"
)

// MemorandumTemplate reads the organization's sections of a memorandum, and the layouts to begin from.
func (s *Service) MemorandumTemplate(ctx context.Context, actor authz.Actor) (contract.MemorandumTemplate, error) {
	var template contract.MemorandumTemplate
	err := s.read(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		template, err = MemorandumTemplate(ctx, tx, actor.Organization)
		return err
	})
	return template, err
}

// UpdateMemorandumTemplate sets it for memoranda begun from now on; those that are begun keep their sections.
func (s *Service) UpdateMemorandumTemplate(ctx context.Context, actor authz.Actor, version int64, content contract.MemorandumTemplateContent) (contract.MemorandumTemplate, error) {
	var after contract.MemorandumTemplate
	if err := checkMemorandumTemplate(content); err != nil {
		return after, err
	}
	err := s.write(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (*journal.Entry, error) {
		before, err := MemorandumTemplate(ctx, tx, actor.Organization)
		if err != nil {
			return nil, err
		}
		if err := setMemorandumTemplate(ctx, tx, actor.Organization, version, content); err != nil {
			return nil, err
		}
		if after, err = MemorandumTemplate(ctx, tx, actor.Organization); err != nil {
			return nil, err
		}
		return &journal.Entry{Thing: "memorandum_template", ThingID: actor.Organization, Action: "update", Before: before.Content, After: content}, nil
	})
	return after, err
}
