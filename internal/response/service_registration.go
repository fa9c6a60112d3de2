package response

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
)

// RegisterDecided stores a response that its committee decided outside the program. A repeated id gives the response first
// registered.
func (s *Service) RegisterDecided(ctx context.Context, actor authz.Actor, command contract.NewRegisteredResponse) (contract.Response, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Response, error) {
		from, err := loadAsked(ctx, tx, actor.Organization, command.AddresseeID)
		if err != nil {
			return contract.Response{}, err
		}
		if err := actor.Require(authz.ResponseRegister, from.Committee); err != nil {
			return contract.Response{}, err
		}
		if first, err := read(ctx, tx, actor, command.ID); !fault.Is(err, "not_found") {
			return first, err // the id may be of another committee's draft
		}
		if err := s.checkRegistration(ctx, tx, actor.Organization, from, command); err != nil {
			return contract.Response{}, err
		}
		registrations := []Registration{{from.Committee, command}}
		if err := storeRegistrations(ctx, tx, actor.Organization, registrations, actor.Account, s.Now()); err != nil {
			return contract.Response{}, err
		}
		response, err := load(ctx, tx, actor.Organization, command.ID)
		if err != nil {
			return contract.Response{}, err
		}
		return response, journal.WriteAll(ctx, tx, entriesOf(actor, registrations, s.Now()))
	})
}

func (s *Service) checkRegistration(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, from asked, command contract.NewRegisteredResponse) error {
	recommendations, err := recommendedTo(ctx, tx, organization, from.Audit, from.Committee)
	if err != nil {
		return err
	}
	return firstFault(checkRegistration(command, calendar.DayOf(s.Now())), checkAsked(command, recommendations))
}

// RegisterAll stores many such responses in the caller's transaction and gives what the journal is to say of them. The
// caller has checked them.
func RegisterAll(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, registrations []Registration, at time.Time) ([]journal.Entry, error) {
	if len(registrations) == 0 {
		return nil, nil
	}
	return entriesOf(actor, registrations, at), storeRegistrations(ctx, tx, actor.Organization, registrations, actor.Account, at)
}

func entriesOf(actor authz.Actor, registrations []Registration, at time.Time) []journal.Entry {
	entries := make([]journal.Entry, len(registrations))
	for i, registration := range registrations {
		entries[i] = journal.Entry{
			Organization: actor.Organization, At: at, Actor: actor.Account, Committee: registration.Committee,
			Thing: "response", ThingID: registration.Command.ID, Action: "register", After: registration.Command,
		}
	}
	return entries
}

// SetOriginal keeps the PDF that was decided, as it is: from then on it is the decided edition.
func (s *Service) SetOriginal(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content []byte) (contract.Response, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Response, error) {
		before, err := s.open(ctx, tx, actor, id, maySetOriginal)
		if err != nil {
			return contract.Response{}, err
		}
		if err := checkOriginal(content); err != nil {
			return contract.Response{}, err
		}
		if before.Version != version {
			return contract.Response{}, fault.Stale()
		}
		original := rendered{
			edition: contract.EditionDecided, response: before, at: s.Now(),
			parts: []contract.DocumentPart{contract.DocumentPartResponse}, pdfs: [][]byte{content},
		}
		if err := storeEdition(ctx, tx, actor.Organization, id, original); err != nil {
			return contract.Response{}, err
		}
		if err := raiseVersion(ctx, tx, actor.Organization, id); err != nil {
			return contract.Response{}, err
		}
		after, err := load(ctx, tx, actor.Organization, id)
		if err != nil {
			return contract.Response{}, err
		}
		return after, journal.Write(ctx, tx, s.entry(actor, uuid.Nil, "response", id, "set_original", before.Editions, after.Editions))
	})
}
