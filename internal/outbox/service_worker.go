package outbox

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/jmoiron/sqlx"
)

// lookEvery is how often an idle worker looks for mail.
const lookEvery = 3 * time.Second

// Worker sends what waits, one mail at a time. Any number of workers may run at once, in as many programs.
type Worker struct {
	DB   *sqlx.DB
	Now  func() time.Time
	Post Post
}

// Run sends until ctx ends. A mail that is on its way then is let through, so that it is not sent twice.
func (w Worker) Run(ctx context.Context) {
	for {
		pause, err := w.sendNext(ctx)
		if err != nil && ctx.Err() == nil {
			slog.ErrorContext(ctx, "the outbox", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
	}
}

// sendNext sends one mail, and tells how long to wait before the next.
func (w Worker) sendNext(ctx context.Context) (time.Duration, error) {
	found, err := claim(ctx, w.DB, w.Now())
	if err != nil {
		return lookEvery, err
	}
	if found == nil {
		return lookEvery, bury(ctx, w.DB, w.Now(), w.Now().Add(-patience))
	}
	through, cancel := context.WithTimeout(context.WithoutCancel(ctx), lease)
	defer cancel()
	return w.deliver(through, *found)
}

func (w Worker) deliver(ctx context.Context, l letter) (time.Duration, error) {
	err := w.Post.send(ctx, l)
	if err == nil {
		return 0, markSent(ctx, w.DB, l.ID, w.Now())
	}
	why := reason(err)
	isRefused := errors.Is(err, errRefused)
	isDead := isRefused || l.Attempts >= attempts
	slog.WarnContext(ctx, "a mail was not sent", "mail", l.ID, "attempt", l.Attempts, "dead", isDead, "reason", why)
	next := w.Now().Add(pauseAfter(l.Attempts))
	if err := markFailed(ctx, w.DB, l.ID, w.Now(), next, isDead, why); err != nil {
		return lookEvery, err
	}
	if isRefused {
		return 0, nil // the server is well
	}
	return lookEvery, nil
}
