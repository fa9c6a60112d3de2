package publicpage

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
)

// Service turns the page on and off, and reads what is published.
type Service struct {
	DB  *sqlx.DB
	Now func() time.Time
}

// Page says where the organization's page is.
func (s *Service) Page(ctx context.Context, actor authz.Actor) (page contract.PublicPage, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		page, err = load(ctx, tx, actor.Organization)
		return err
	})
	return page, err
}

// Set gives the page an address or turns it off.
func (s *Service) Set(ctx context.Context, actor authz.Actor, version int64, content contract.PublicPageContent) (page contract.PublicPage, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		before, err := load(ctx, tx, actor.Organization)
		if err != nil {
			return err
		}
		if err := set(ctx, tx, actor.Organization, version, content.Address); err != nil {
			return err
		}
		if page, err = load(ctx, tx, actor.Organization); err != nil {
			return err
		}
		return journal.Write(ctx, tx, journal.Entry{
			Organization: actor.Organization, At: s.Now(), Actor: actor.Account, Thing: "public_page", ThingID: actor.Organization, Action: "set",
			Before: before.Content, After: content,
		})
	})
	return page, err
}

// List reads the published audits at an address; a page that is off is not found.
func (s *Service) List(ctx context.Context, address string) (found List, err error) {
	err = s.at(ctx, address, func(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID) error {
		found, err = list(ctx, tx, organization)
		return err
	})
	return found, err
}

// Audit reads one published audit at an address.
func (s *Service) Audit(ctx context.Context, address string, id uuid.UUID) (found Audit, err error) {
	err = s.at(ctx, address, func(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID) error {
		found, err = loadAudit(ctx, tx, organization, id)
		return err
	})
	return found, err
}

func (s *Service) at(ctx context.Context, address string, fn func(context.Context, *sqlx.Tx, uuid.UUID) error) error {
	var organization uuid.UUID
	err := postgres.InTransaction(ctx, s.DB, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		organization, err = organizationAt(ctx, tx, address)
		return err
	})
	if err != nil {
		return err
	}
	return postgres.InOrganization(ctx, s.DB, organization, func(ctx context.Context, tx *sqlx.Tx) error {
		return fn(ctx, tx, organization)
	})
}
