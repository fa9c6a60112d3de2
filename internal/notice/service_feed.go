package notice

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/identity"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
)

// Feeds lists the actor's own calendars in the organization.
func (s *Service) Feeds(ctx context.Context, actor authz.Actor) (feeds contract.CalendarFeeds, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		feeds, err = listFeeds(ctx, tx, actor.Organization, actor.Account)
		return err
	})
	return feeds, err
}

// AddFeed makes a calendar with a secret address, which is told this once. A repeated id makes another address in the place of the
// first, whose answer was lost.
func (s *Service) AddFeed(ctx context.Context, actor authz.Actor, command contract.NewCalendarFeed) (made contract.MadeCalendarFeed, err error) {
	secret := newSecret()
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		feed, err := insertFeed(ctx, tx, actor.Organization, actor.Account, command, hashOf(secret), s.Now())
		if err != nil {
			return err
		}
		made = contract.MadeCalendarFeed{Feed: feed, Path: feedPath + secret}
		return journal.Write(ctx, tx, s.feedEntry(actor, command.ID, "add", command.CommitteeID))
	})
	return made, err
}

// RevokeFeed ends one of the actor's own calendars: its address is not found any more.
func (s *Service) RevokeFeed(ctx context.Context, actor authz.Actor, id uuid.UUID) error {
	return postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		if err := deleteFeed(ctx, tx, actor.Organization, actor.Account, id); err != nil {
			return err
		}
		return journal.Write(ctx, tx, s.feedEntry(actor, id, "revoke", nil))
	})
}

func (s *Service) feedEntry(actor authz.Actor, id uuid.UUID, action string, after any) journal.Entry {
	return journal.Entry{Organization: actor.Organization, At: s.Now(), Actor: actor.Account, Thing: "calendar_feed", ThingID: id, Action: action, After: after}
}

// Calendar is what stands at a secret address: what its account may read now, in the current year and the next. An account that is no
// member any more has none.
func (s *Service) Calendar(ctx context.Context, secret string) (written []byte, err error) {
	today := calendar.DayOf(s.Now())
	var at feed
	err = postgres.InTransaction(ctx, s.DB, func(ctx context.Context, tx *sqlx.Tx) error {
		at, err = readFeed(ctx, tx, hashOf(secret), today)
		return err
	})
	if err != nil {
		return nil, err
	}
	err = postgres.InOrganization(ctx, s.DB, at.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		actor, err := identity.ActorIn(ctx, tx, at.Organization, at.Account)
		if err != nil {
			return err
		}
		if !actor.Has(authz.Member) {
			return fault.NotFound("calendar")
		}
		written, err = s.fill(ctx, tx, actor, at, today)
		return err
	})
	return written, err
}

func (s *Service) fill(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, at feed, today calendar.Date) ([]byte, error) {
	in, err := loadPlaces(ctx, tx, at.Organization)
	if err != nil {
		return nil, err
	}
	if at.Committee == nil {
		waits, err := waiting(ctx, tx, at.Organization, readerOf(actor), today)
		return written("Uppsikt, "+in.Organization, at.ID.String(), eventsOfWaiting(waits, in), s.Now()), err
	}
	actor.Masked = true // the calendar is read by other programs: nothing confidential, even to those who may read it here
	wheel, err := loadWheel(ctx, tx, at.Organization, *at.Committee, onlookerOf(actor, *at.Committee), years(today.Year(), today.Year()+1), today)
	committee := in.Committees[*at.Committee]
	return written("Årshjul, "+committee, at.ID.String(), eventsOfWheel(wheel, committee), s.Now()), err
}
