package identity

import (
	"time"

	"github.com/jmoiron/sqlx"
)

// Service has the use cases. All its times are UTC, to the microsecond.
type Service struct {
	db     *sqlx.DB
	now    func() time.Time
	hasher hasher
}

// NewService takes the serving pool and the clock.
func NewService(db *sqlx.DB, now func() time.Time) *Service {
	return &Service{db: db, now: now, hasher: newHasher()}
}
