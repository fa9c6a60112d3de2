package notice

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/identity"
	"uppsikt/internal/journal"
	"uppsikt/internal/outbox"
	"uppsikt/internal/postgres"
)

// Choice is how the actor is reminded, wherever they work.
func (s *Service) Choice(ctx context.Context, actor authz.Actor) (choice contract.ReminderChoice, err error) {
	err = postgres.InTransaction(ctx, s.DB, func(ctx context.Context, tx *sqlx.Tx) error {
		choice, err = loadChoice(ctx, tx, actor.Account)
		return err
	})
	choice.MailIsOn = s.MailIsOn
	return choice, err
}

// Choose sets how the actor is reminded.
func (s *Service) Choose(ctx context.Context, actor authz.Actor, version int64, content contract.ReminderChoiceContent) (choice contract.ReminderChoice, err error) {
	err = postgres.InTransaction(ctx, s.DB, func(ctx context.Context, tx *sqlx.Tx) error {
		if err := writeChoice(ctx, tx, actor.Account, version, content); err != nil {
			return err
		}
		choice, err = loadChoice(ctx, tx, actor.Account)
		return err
	})
	choice.MailIsOn = s.MailIsOn
	return choice, err
}

// Mail lists what is, was or could not be sent to the organization's people.
func (s *Service) Mail(ctx context.Context, actor authz.Actor, which contract.ListMailParams) (page contract.MailPage, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		page, err = outbox.List(ctx, tx, actor.Organization, which)
		return err
	})
	return page, err
}

// RetryMail lets what could not be sent be tried again.
func (s *Service) RetryMail(ctx context.Context, actor authz.Actor, id uuid.UUID) (mail contract.Mail, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		if mail, err = outbox.Retry(ctx, tx, actor.Organization, id, s.Now()); err != nil {
			return err
		}
		return journal.Write(ctx, tx, journal.Entry{Organization: actor.Organization, At: s.Now(), Actor: actor.Account,
			Thing: "mail", ThingID: id, Action: "retry"})
	})
	return mail, err
}

// remind writes what waits for a person in an organization today, if anything does.
func (s *Service) remind(ctx context.Context, to member, today calendar.Date) error {
	return postgres.InOrganization(ctx, s.DB, to.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		actor, err := identity.ActorIn(ctx, tx, to.Organization, to.Account)
		if err != nil {
			return err
		}
		waits, err := waiting(ctx, tx, to.Organization, readerOf(actor), today)
		if err != nil || waits.Mine.Total+waits.Near.Total == 0 {
			return err
		}
		in, err := loadPlaces(ctx, tx, to.Organization)
		if err != nil {
			return err
		}
		return outbox.Add(ctx, tx, s.Now(), digest(to.Account, to.Organization, waits, in))
	})
}
