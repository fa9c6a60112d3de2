package notice

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/calendar"
	"uppsikt/internal/postgres"
)

const (
	lookEvery  = time.Minute
	afterFault = 15 * time.Minute
)

// Round does what each day asks for: at its turn in every organization, and on weekday mornings the reminders. It keeps in mind
// which day it has done; another instance of the program, or this one started again, does it again to no effect.
type Round struct {
	Notices *Service
	Turn    func(ctx context.Context, organization uuid.UUID, today calendar.Date) error // what a new day changes

	turned, reminded calendar.Date
}

// Run goes on until ctx ends.
func (r *Round) Run(ctx context.Context) {
	for {
		pause := lookEvery
		if err := r.Look(ctx); err != nil && ctx.Err() == nil {
			slog.ErrorContext(ctx, "the day's round", "error", err)
			pause = afterFault
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
	}
}

// Look does what is due now and not done yet.
func (r *Round) Look(ctx context.Context) error {
	now := r.Notices.Now().In(calendar.Stockholm)
	today := calendar.DayOf(now)
	var failed error
	if r.turned != today {
		failed = r.turn(ctx, today)
		if failed == nil {
			r.turned = today
		}
	}
	if r.Notices.MailIsOn && r.reminded != today && now.Hour() >= digestHour {
		err := r.remindAll(ctx, today)
		if err == nil {
			r.reminded = today
		}
		failed = errors.Join(failed, err)
	}
	return failed
}

// turn goes through the organizations; what fails in one does not hold up the others.
func (r *Round) turn(ctx context.Context, today calendar.Date) error {
	var organizations []uuid.UUID
	err := postgres.InTransaction(ctx, r.Notices.DB, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		organizations, err = allOrganizations(ctx, tx)
		return err
	})
	for _, organization := range organizations {
		err = errors.Join(err, r.Turn(ctx, organization, today))
	}
	return err
}

// remindAll goes through those who want to be reminded today, each in a transaction of their own: what waits depends on
// who reads.
func (r *Round) remindAll(ctx context.Context, today calendar.Date) error {
	var members []member
	err := postgres.InTransaction(ctx, r.Notices.DB, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		members, err = membersWith(ctx, tx, digestsOn(today))
		return err
	})
	for _, to := range members {
		err = errors.Join(err, r.Notices.remind(ctx, to, today))
	}
	return err
}
