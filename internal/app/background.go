package app

import (
	"context"
	"sync"

	"github.com/jmoiron/sqlx"

	"uppsikt/internal/notice"
	"uppsikt/internal/outbox"
)

// begin starts what goes on beside the requests: the day's round, and the outbox's worker where a mail server is named. Call
// what it gives to stop; it returns when a mail that was on its way has come through.
func begin(ctx context.Context, db *sqlx.DB, config Config, post *outbox.Post) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	var running sync.WaitGroup
	c := newCapabilities(db, config)
	round := notice.Round{Notices: c.notice, Turn: c.controlPlan.Extend}
	running.Go(func() { round.Run(ctx) })
	if post != nil {
		running.Go(func() { outbox.Worker{DB: db, Now: config.Now, Post: *post}.Run(ctx) })
	}
	return func() {
		cancel()
		running.Wait()
	}
}
