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
	"uppsikt/internal/attachment"
	"uppsikt/internal/audit"
	"uppsikt/internal/check"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/controlplan"
	"uppsikt/internal/followup"
	"uppsikt/internal/identity"
	"uppsikt/internal/indicator"
	"uppsikt/internal/notice"
	"uppsikt/internal/operationalplan"
	"uppsikt/internal/organization"
	"uppsikt/internal/postgres/private"
	"uppsikt/internal/publicpage"
	"uppsikt/internal/reading"
	"uppsikt/internal/report"
	"uppsikt/internal/response"
	"uppsikt/internal/web"
)

// Config is what differs between production and tests.
type Config struct {
	Now           func() time.Time // the clock; what it gives is taken as UTC, to the microsecond
	SecureCookies bool             // off only where there is no TLS, on a loopback address
	MailIsOn      bool             // somebody sends what the outbox holds
}

// New gives the whole program as a handler, on a migrated database. db is the serving role's pool; it stays the caller's.
func New(config Config, db *sqlx.DB) (http.Handler, error) {
	capabilities := newCapabilities(db, config)
	spa, err := fs.Sub(frontend.Dist, "dist")
	if err != nil {
		return nil, fmt.Errorf("the front end: %w", err)
	}
	public, err := publicpage.Site(capabilities.publicPage, spa)
	if err != nil {
		return nil, fmt.Errorf("the public page: %w", err)
	}
	return web.New(web.Parts{
		Operations: capabilities.operations(config.SecureCookies),
		Sessions:   capabilities.identity,
		SPA:        spa,
		Ready:      db.PingContext,
		PublicBase: publicpage.Base,
		Public:     public,
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
	attachment   *attachment.Service
	response     *response.Service
	followup     *followup.Service
	controlPlan  *controlplan.Service
	operational  *operationalplan.Service
	check        *check.Service
	indicator    *indicator.Service
	report       *report.Service

	confidentiality *confidentiality.Service
	publicPage      *publicpage.Service
	notice          *notice.Service
}

func newCapabilities(db *sqlx.DB, config Config) capabilities {
	now := config.Now
	people := identity.NewService(db, now)
	organizations := &organization.Service{DB: db, Now: now}
	followups := &followup.Service{DB: db, Now: now, People: people}
	controlPlans := &controlplan.Service{DB: db, Now: now}
	return capabilities{
		identity:     people,
		organization: organizations,
		audit:        &audit.Service{DB: db, Now: now},
		attachment:   &attachment.Service{DB: db, Now: now, Access: accessToPapers},
		response:     &response.Service{DB: db, Now: now, People: people},
		followup:     followups,
		controlPlan:  controlPlans,
		operational:  &operationalplan.Service{DB: db, Now: now},
		check:        &check.Service{DB: db, Now: now},
		report:       &report.Service{Organization: organizations, Followup: followups, ControlPlan: controlPlans, Now: now},
		indicator:    &indicator.Service{DB: db, Now: now},

		confidentiality: &confidentiality.Service{DB: db, Now: now},
		publicPage:      &publicpage.Service{DB: db, Now: now},
		notice:          &notice.Service{DB: db, Now: now, MailIsOn: config.MailIsOn},
	}
}

// Each capability's operations, by names that may stand beside each other in one struct.
type (
	identityHTTP     = identity.HTTP
	organizationHTTP = organization.HTTP
	auditHTTP        = audit.HTTP
	readingHTTP      = reading.HTTP
	attachmentHTTP   = attachment.HTTP
	responseHTTP     = response.HTTP
	followupHTTP     = followup.HTTP
	controlPlanHTTP  = controlplan.HTTP
	operationalHTTP  = operationalplan.HTTP
	checkHTTP        = check.HTTP
	indicatorHTTP    = indicator.HTTP
	reportHTTP       = report.HTTP

	confidentialityHTTP = confidentiality.HTTP
	publicPageHTTP      = publicpage.HTTP
	noticeHTTP          = notice.HTTP
)

// operations are all of the contract's: one that no capability has does not compile.
type operations struct {
	pending
	identityHTTP
	organizationHTTP
	auditHTTP
	readingHTTP
	attachmentHTTP
	responseHTTP
	followupHTTP
	controlPlanHTTP
	operationalHTTP
	checkHTTP
	indicatorHTTP
	reportHTTP
	confidentialityHTTP
	publicPageHTTP
	noticeHTTP
}

func (c capabilities) operations(secureCookies bool) contract.StrictServerInterface {
	room := ReadingRoom()
	return operations{
		identityHTTP:     identity.HTTP{Service: c.identity, SecureCookies: secureCookies},
		organizationHTTP: organization.HTTP{Service: c.organization},
		auditHTTP:        audit.HTTP{Service: c.audit},
		attachmentHTTP:   attachment.HTTP{Service: c.attachment},
		readingHTTP:      reading.HTTP{Room: room},
		responseHTTP:     response.HTTP{Service: c.response},
		followupHTTP:     followup.HTTP{Service: c.followup, Room: room},
		controlPlanHTTP:  controlplan.HTTP{Service: c.controlPlan},
		operationalHTTP:  operationalplan.HTTP{Service: c.operational},
		checkHTTP:        check.HTTP{Service: c.check},
		indicatorHTTP:    indicator.HTTP{Service: c.indicator},
		reportHTTP:       report.HTTP{Service: c.report},

		confidentialityHTTP: confidentiality.HTTP{Service: c.confidentiality},
		publicPageHTTP:      publicpage.HTTP{Service: c.publicPage},
		noticeHTTP:          notice.HTTP{Service: c.notice},
	}
}
