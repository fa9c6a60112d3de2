// Package app is the one place that names every capability: it puts them together to the program that serves, and gives
// the command line what it does.
package app

import (
	"fmt"
	"io/fs"
	"net/http"
	"path/filepath"
	"time"

	"github.com/jmoiron/sqlx"

	"uppsikt/frontend"
	"uppsikt/internal/audit"
	"uppsikt/internal/contract"
	"uppsikt/internal/identity"
	"uppsikt/internal/organization"
	"uppsikt/internal/postgres/private"
	"uppsikt/internal/reading"
	"uppsikt/internal/response"
	"uppsikt/internal/web"
)

// Config is what differs between production and tests.
type Config struct {
	Now           func() time.Time // the clock; what it gives is taken as UTC, to the microsecond
	SecureCookies bool             // off only where there is no TLS, on a loopback address
}

// New gives the whole program as a handler, on a migrated database. db is the serving role's pool; it stays the caller's.
func New(config Config, db *sqlx.DB) (http.Handler, error) {
	capabilities := newCapabilities(db, config.Now)
	spa, err := fs.Sub(frontend.Dist, "dist")
	if err != nil {
		return nil, fmt.Errorf("the front end: %w", err)
	}
	return web.New(web.Parts{
		Operations: capabilities.operations(config.SecureCookies),
		Sessions:   capabilities.identity,
		SPA:        spa,
		Ready:      db.PingContext,
	})
}

// ReadingRoom is where reports are read, with PDFium kept compiled beside the private database.
func ReadingRoom() *reading.Room {
	folder, err := private.DataDir()
	if err != nil {
		return reading.NewRoom("") // no place to keep anything: each PDF then takes some seconds more
	}
	return reading.NewRoom(filepath.Join(folder, "pdfium"))
}

// SystemClock is the time as the database keeps it.
func SystemClock() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }

type capabilities struct {
	identity     *identity.Service
	organization *organization.Service
	audit        *audit.Service
	response     *response.Service
}

func newCapabilities(db *sqlx.DB, now func() time.Time) capabilities {
	people := identity.NewService(db, now)
	return capabilities{
		identity:     people,
		organization: &organization.Service{DB: db, Now: now},
		audit:        &audit.Service{DB: db, Now: now},
		response:     &response.Service{DB: db, Now: now, People: people},
	}
}

// Each capability's operations, by names that may stand beside each other in one struct.
type (
	identityHTTP     = identity.HTTP
	organizationHTTP = organization.HTTP
	auditHTTP        = audit.HTTP
	readingHTTP      = reading.HTTP
	responseHTTP     = response.HTTP
)

// operations are all of the contract's: one that no capability has does not compile.
type operations struct {
	identityHTTP
	organizationHTTP
	auditHTTP
	readingHTTP
	responseHTTP
	memorandumPending
	waitingPending
}

func (c capabilities) operations(secureCookies bool) contract.StrictServerInterface {
	return operations{
		identityHTTP:     identity.HTTP{Service: c.identity, SecureCookies: secureCookies},
		organizationHTTP: organization.HTTP{Service: c.organization},
		auditHTTP:        audit.HTTP{Service: c.audit},
		readingHTTP:      reading.HTTP{Room: ReadingRoom()},
		responseHTTP:     response.HTTP{Service: c.response},
	}
}
