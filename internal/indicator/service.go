package indicator

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

// Service has the use cases of indicators, one transaction each.
type Service struct {
	DB  *sqlx.DB
	Now func() time.Time
}

// List gives indicators with their figures, by committee and name.
func (s *Service) List(ctx context.Context, actor authz.Actor, filter Filter, limit, offset int) (page contract.IndicatorPage, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		page, err = list(ctx, tx, actor, filter, limit, offset)
		return err
	})
	for i, indicator := range page.Items {
		page.Items[i] = complete(actor, indicator)
	}
	page.MayAdd = actor.Has(authz.IndicatorEdit)
	return page, err
}

// Indicator reads one.
func (s *Service) Indicator(ctx context.Context, actor authz.Actor, id uuid.UUID) (contract.Indicator, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Indicator, error) { return load(ctx, tx, actor, id) })
}

// Add stores a new one. A repeated id gives the one first added.
func (s *Service) Add(ctx context.Context, actor authz.Actor, added contract.NewIndicator) (contract.Indicator, error) {
	added.Content = cleaned(added.Content)
	if err := mayEdit(actor, added.CommitteeID); err != nil {
		return contract.Indicator{}, err
	}
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Indicator, error) {
		if err := checkWhole(ctx, tx, actor, added.Content, "/content"); err != nil {
			return contract.Indicator{}, err
		}
		isNew, err := insert(ctx, tx, actor.Organization, added.CommitteeID, []newIndicator{{added.ID, added.Content}})
		if err != nil {
			return contract.Indicator{}, err
		}
		if !isNew {
			return load(ctx, tx, actor, added.ID)
		}
		if err := setSubjects(ctx, tx, actor, added.ID, added.Content.Subjects); err != nil {
			return contract.Indicator{}, err
		}
		return s.after(ctx, tx, actor, added.ID, journal.Entry{Action: "add", After: added})
	})
}

// Write replaces what an indicator is.
func (s *Service) Write(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.IndicatorContent) (contract.Indicator, error) {
	content = cleaned(content)
	return s.change(ctx, actor, id, version, func(ctx context.Context, tx *sqlx.Tx, before contract.Indicator) (journal.Entry, error) {
		if err := checkWhole(ctx, tx, actor, content, ""); err != nil {
			return journal.Entry{}, err
		}
		if err := update(ctx, tx, actor.Organization, id, content); err != nil {
			return journal.Entry{}, err
		}
		return journal.Entry{Action: "write", Before: before.Content, After: content}, setSubjects(ctx, tx, actor, id, content.Subjects)
	})
}

func checkWhole(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, content contract.IndicatorContent, pointer string) error {
	if err := checkContent(content, pointer); err != nil {
		return err
	}
	known, err := subjectsAmong(ctx, tx, actor, content.Subjects)
	if err != nil {
		return err
	}
	return checkSubjects(content, known, pointer)
}

// WriteFigures replaces all of an indicator's figures.
func (s *Service) WriteFigures(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, figures []contract.Figure) (contract.Indicator, error) {
	checked, err := checkFigures(figures)
	if err != nil {
		return contract.Indicator{}, err
	}
	return s.change(ctx, actor, id, version, func(ctx context.Context, tx *sqlx.Tx, before contract.Indicator) (journal.Entry, error) {
		return journal.Entry{Action: "write_figures", Before: before.Figures, After: checked}, setFigures(ctx, tx, actor.Organization, id, checked)
	})
}

// Delete takes an indicator away with its figures; the journal keeps them.
func (s *Service) Delete(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) error {
	return postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		before, err := editable(ctx, tx, actor, id, version)
		if err != nil {
			return err
		}
		if err := remove(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		return s.journal(ctx, tx, actor, journal.Entry{ThingID: id, Action: "delete", Before: before})
	})
}

func editable(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, version int64) (contract.Indicator, error) {
	indicator, err := lock(ctx, tx, actor, id)
	if err != nil {
		return indicator, err
	}
	if err := mayEdit(actor, indicator.CommitteeID); err != nil {
		return indicator, err
	}
	return indicator, stale(indicator.Version, version)
}

func (s *Service) change(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64,
	change func(context.Context, *sqlx.Tx, contract.Indicator) (journal.Entry, error),
) (contract.Indicator, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Indicator, error) {
		before, err := editable(ctx, tx, actor, id, version)
		if err != nil {
			return before, err
		}
		entry, err := change(ctx, tx, before)
		if err != nil {
			return before, err
		}
		if err := raise(ctx, tx, actor.Organization, id); err != nil {
			return before, err
		}
		return s.after(ctx, tx, actor, id, entry)
	})
}

// after reads and journals what a change has made of an indicator.
func (s *Service) after(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, entry journal.Entry) (contract.Indicator, error) {
	indicator, err := load(ctx, tx, actor, id)
	if err != nil {
		return indicator, err
	}
	entry.ThingID = id
	return indicator, s.journal(ctx, tx, actor, entry)
}

func (s *Service) journal(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, entries ...journal.Entry) error {
	for i := range entries {
		entries[i].Organization, entries[i].Actor, entries[i].At, entries[i].Thing = actor.Organization, actor.Account, s.Now(), "indicator"
	}
	return journal.WriteAll(ctx, tx, entries)
}

func (s *Service) give(ctx context.Context, actor authz.Actor, fn func(context.Context, *sqlx.Tx) (contract.Indicator, error)) (contract.Indicator, error) {
	var indicator contract.Indicator
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		indicator, err = fn(ctx, tx)
		return err
	})
	if err != nil {
		return contract.Indicator{}, err
	}
	return complete(actor, indicator), nil
}
