package controlplan

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/calendar"
	"uppsikt/internal/postgres"
)

// Extend plans the checks that are due to be planned today in every adopted plan of the organization: a plan goes on past its
// year until the next one is in force. Done again it changes nothing. What it plans follows from what was decided, and has
// no entry in the journal.
func (s *Service) Extend(ctx context.Context, organization uuid.UUID, today calendar.Date) error {
	return postgres.InOrganization(ctx, s.DB, organization, func(ctx context.Context, tx *sqlx.Tx) error {
		return extend(ctx, tx, organization, today, nil)
	})
}

// extend plans what is to be planned. anew has, of the controls whose checks were taken away to be planned anew, the first day
// that is no longer covered.
func extend(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, today calendar.Date, anew map[uuid.UUID]calendar.Date) error {
	if err := lockAdopted(ctx, tx, organization); err != nil {
		return err
	}
	rows, err := readRunning(ctx, tx, organization, today)
	if err != nil {
		return err
	}
	checks := []plannedCheck{}
	for _, row := range rows {
		if first, ok := anew[row.Control]; ok && row.CoveredTo == nil {
			covered := first.AddDays(-1)
			row.CoveredTo = &covered
		}
		for _, o := range row.running().occurrences(today) {
			checks = append(checks, plannedCheck{row.Plan, row.Control, o.Period.Start, o.Period.End, o.PlannedOn, o.LastOn})
		}
	}
	return insertChecks(ctx, tx, organization, checks)
}
