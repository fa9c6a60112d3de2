package organization

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
)

// Service has the use cases, one transaction each.
type Service struct {
	DB  *sqlx.DB
	Now func() time.Time // UTC, to the microsecond
}

// Establish makes an organization, within the transaction that gives it its first people. One that exists stays as it is.
func Establish(ctx context.Context, tx *sqlx.Tx, id, by uuid.UUID, now time.Time, content contract.OrganizationContent) error {
	isNew, err := insertOrganization(ctx, tx, id, content)
	if err != nil || !isNew {
		return err
	}
	return journal.Write(ctx, tx, journal.Entry{Organization: id, At: now, Actor: by,
		Thing: "organization", ThingID: id, Action: "create", After: content})
}

// read runs a query in the actor's organization.
func (s *Service) read(ctx context.Context, actor authz.Actor, query func(context.Context, *sqlx.Tx) error) error {
	return postgres.InOrganization(ctx, s.DB, actor.Organization, query)
}

// write makes a change in the actor's organization, with the journal entry that it gives; none when nothing changed.
func (s *Service) write(ctx context.Context, actor authz.Actor, change func(context.Context, *sqlx.Tx) (*journal.Entry, error)) error {
	return postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		entry, err := change(ctx, tx)
		if err != nil || entry == nil {
			return err
		}
		entry.Organization, entry.At, entry.Actor = actor.Organization, s.Now(), actor.Account
		return journal.Write(ctx, tx, *entry)
	})
}

// Organization reads the actor's own.
func (s *Service) Organization(ctx context.Context, actor authz.Actor) (contract.Organization, error) {
	var found contract.Organization
	err := s.read(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		found, err = organization(ctx, tx, actor.Organization)
		return err
	})
	return found, err
}

// UpdateOrganization changes its names.
func (s *Service) UpdateOrganization(ctx context.Context, actor authz.Actor, version int64, content contract.OrganizationContent) (contract.Organization, error) {
	var after contract.Organization
	err := s.write(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (*journal.Entry, error) {
		before, err := organizationForUpdate(ctx, tx, actor.Organization, version)
		if err != nil {
			return nil, err
		}
		if after, err = updateOrganization(ctx, tx, actor.Organization, content); err != nil {
			return nil, err
		}
		return &journal.Entry{Thing: "organization", ThingID: before.ID, Action: "update", Before: before.Content, After: content}, nil
	})
	return after, err
}

// Administrations lists them by name.
func (s *Service) Administrations(ctx context.Context, actor authz.Actor, limit, offset int) (contract.AdministrationPage, error) {
	var page contract.AdministrationPage
	err := s.read(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		page, err = administrationPage(ctx, tx, actor.Organization, limit, offset)
		return err
	})
	return page, err
}

// CreateAdministration repeated with the same id gives the first.
func (s *Service) CreateAdministration(ctx context.Context, actor authz.Actor, given contract.NewAdministration) (contract.Administration, error) {
	var created contract.Administration
	err := s.write(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (*journal.Entry, error) {
		isNew, err := insertAdministration(ctx, tx, actor.Organization, given)
		if err != nil {
			return nil, err
		}
		created, err = administration(ctx, tx, actor.Organization, given.ID)
		if err != nil || !isNew {
			return nil, err
		}
		return &journal.Entry{Thing: "administration", ThingID: given.ID, Action: "create", After: given.Content}, nil
	})
	return created, err
}

// UpdateAdministration changes its name.
func (s *Service) UpdateAdministration(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.AdministrationContent) (contract.Administration, error) {
	var after contract.Administration
	err := s.write(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (*journal.Entry, error) {
		before, err := administrationForUpdate(ctx, tx, actor.Organization, id, version)
		if err != nil {
			return nil, err
		}
		if after, err = updateAdministration(ctx, tx, actor.Organization, id, content); err != nil {
			return nil, err
		}
		return &journal.Entry{Thing: "administration", ThingID: id, Action: "update", Before: before.Content, After: content}, nil
	})
	return after, err
}

// DeleteAdministration refuses one that serves a committee: conflict administration_serves_committee.
func (s *Service) DeleteAdministration(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) error {
	return s.write(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (*journal.Entry, error) {
		before, err := administrationForUpdate(ctx, tx, actor.Organization, id, version)
		if err != nil {
			return nil, err
		}
		if err := deleteAdministration(ctx, tx, actor.Organization, id); err != nil {
			return nil, err
		}
		return &journal.Entry{Thing: "administration", ThingID: id, Action: "delete", Before: before.Content}, nil
	})
}

// Committees lists them by name.
func (s *Service) Committees(ctx context.Context, actor authz.Actor, limit, offset int) (contract.CommitteePage, error) {
	var page contract.CommitteePage
	err := s.read(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		page, err = committeePage(ctx, tx, actor.Organization, limit, offset)
		return err
	})
	return page, err
}

// Committee reads one with its administrations and signatories.
func (s *Service) Committee(ctx context.Context, actor authz.Actor, id uuid.UUID) (contract.Committee, error) {
	var found contract.Committee
	err := s.read(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		found, err = committee(ctx, tx, actor.Organization, id)
		return err
	})
	return found, err
}

// CreateCommittee repeated with the same id gives the first.
func (s *Service) CreateCommittee(ctx context.Context, actor authz.Actor, given contract.NewCommittee) (contract.Committee, error) {
	var created contract.Committee
	if err := checkCommittee(given.Content); err != nil {
		return created, err
	}
	err := s.write(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (*journal.Entry, error) {
		isNew, err := insertCommittee(ctx, tx, actor.Organization, given)
		if err != nil {
			return nil, err
		}
		created, err = committee(ctx, tx, actor.Organization, given.ID)
		if err != nil || !isNew {
			return nil, err
		}
		return &journal.Entry{Thing: "committee", ThingID: given.ID, Action: "create", After: created.Content}, nil
	})
	return created, err
}

// UpdateCommittee replaces all of its content.
func (s *Service) UpdateCommittee(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.CommitteeContent) (contract.Committee, error) {
	var after contract.Committee
	if err := checkCommittee(content); err != nil {
		return after, err
	}
	err := s.write(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (*journal.Entry, error) {
		before, err := committeeForUpdate(ctx, tx, actor.Organization, id, version)
		if err != nil {
			return nil, err
		}
		if err := updateCommittee(ctx, tx, actor.Organization, id, content); err != nil {
			return nil, err
		}
		if after, err = committee(ctx, tx, actor.Organization, id); err != nil {
			return nil, err
		}
		return &journal.Entry{Thing: "committee", ThingID: id, Action: "update", Before: before.Content, After: after.Content}, nil
	})
	return after, err
}

// Meetings lists them by date, of one committee and from a day on where that is asked for.
func (s *Service) Meetings(ctx context.Context, actor authz.Actor, which contract.ListMeetingsParams) (contract.MeetingPage, error) {
	var page contract.MeetingPage
	err := s.read(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		page, err = meetingPage(ctx, tx, actor.Organization, which)
		return err
	})
	return page, err
}

// CreateMeeting repeated with the same id gives the first.
func (s *Service) CreateMeeting(ctx context.Context, actor authz.Actor, given contract.NewMeeting) (contract.Meeting, error) {
	var created contract.Meeting
	err := s.write(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (*journal.Entry, error) {
		if _, err := committee(ctx, tx, actor.Organization, given.CommitteeID); err != nil {
			return nil, err
		}
		if err := actor.Require(authz.MeetingEdit, given.CommitteeID); err != nil {
			return nil, err
		}
		isNew, err := insertMeeting(ctx, tx, actor.Organization, given)
		if err != nil {
			return nil, err
		}
		created, err = meeting(ctx, tx, actor.Organization, given.ID)
		if err != nil || !isNew {
			return nil, err
		}
		return &journal.Entry{Thing: "meeting", ThingID: given.ID, Action: "create", After: given.Content}, nil
	})
	return created, err
}

// UpdateMeeting changes a meeting's dates. Where something has been decided the day stays: conflict meeting_has_decisions.
func (s *Service) UpdateMeeting(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.MeetingContent) (contract.Meeting, error) {
	var after contract.Meeting
	err := s.write(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (*journal.Entry, error) {
		before, err := s.meetingToChange(ctx, tx, actor, id, version)
		if err != nil {
			return nil, err
		}
		if content.Date != before.Content.Date {
			if err := checkUndecided(ctx, tx, actor.Organization, id); err != nil {
				return nil, err
			}
		}
		if after, err = updateMeeting(ctx, tx, actor.Organization, id, content); err != nil {
			return nil, err
		}
		return &journal.Entry{Thing: "meeting", ThingID: id, Action: "update", Before: before.Content, After: content}, nil
	})
	return after, err
}

// DeleteMeeting refuses a meeting at which something has been decided: conflict meeting_has_decisions.
func (s *Service) DeleteMeeting(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) error {
	return s.write(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (*journal.Entry, error) {
		before, err := s.meetingToChange(ctx, tx, actor, id, version)
		if err != nil {
			return nil, err
		}
		if err := deleteMeeting(ctx, tx, actor.Organization, id); err != nil {
			return nil, err
		}
		return &journal.Entry{Thing: "meeting", ThingID: id, Action: "delete", Before: before.Content}, nil
	})
}

// meetingToChange asks for the right before the version: whoever may not change it learns nothing of others' changes.
func (s *Service) meetingToChange(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, version int64) (contract.Meeting, error) {
	found, err := meetingForUpdate(ctx, tx, actor.Organization, id)
	if err != nil {
		return found, err
	}
	if err := actor.Require(authz.MeetingEdit, found.CommitteeID); err != nil {
		return found, err
	}
	if found.Version != version {
		return found, fault.Stale()
	}
	return found, nil
}
