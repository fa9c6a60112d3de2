package app

import (
	"context"
	"errors"
	"os"

	"github.com/jmoiron/sqlx"

	"uppsikt/internal/postgres"
	"uppsikt/internal/postgres/private"
	"uppsikt/migrations"
)

// database is where the data are: a private server that this program starts, or the one that the environment names.
type database struct {
	servingURL string
	ownerURL   string // empty where only the serving role is known
	private    *private.Server
}

var (
	errNoServingURL = errors.New("UPPSIKT_OWNER_URL is set without UPPSIKT_DATABASE_URL: set the serving role's URL too")
	errNoOwnerURL   = errors.New("this needs the owner of the database's schema: set UPPSIKT_OWNER_URL")
)

// openDatabase reads UPPSIKT_DATABASE_URL and UPPSIKT_OWNER_URL, and starts the private server where neither is set.
func openDatabase(ctx context.Context) (*database, error) {
	d := &database{servingURL: os.Getenv("UPPSIKT_DATABASE_URL"), ownerURL: os.Getenv("UPPSIKT_OWNER_URL")}
	switch {
	case d.servingURL != "":
		return d, nil
	case d.ownerURL != "":
		return nil, errNoServingURL
	}
	dir, err := private.DataDir()
	if err != nil {
		return nil, err
	}
	if d.private, err = private.Start(ctx, dir); err != nil {
		return nil, err
	}
	d.servingURL, d.ownerURL = d.private.ServerURL(), d.private.OwnerURL()
	return d, nil
}

func (d *database) close() error {
	if d.private == nil {
		return nil
	}
	return d.private.Stop()
}

// failed delivers when the private server cannot be kept running; never for another.
func (d *database) failed() <-chan error {
	if d.private == nil {
		return nil
	}
	return d.private.Failed()
}

// migrate brings the schema forward and lets the serving role use it.
func (d *database) migrate(ctx context.Context) error {
	return d.asOwner(ctx, func(owner *sqlx.DB) error {
		if err := postgres.Migrate(ctx, owner, migrations.Files); err != nil {
			return err
		}
		role, err := postgres.Role(d.servingURL)
		if err != nil {
			return err
		}
		return postgres.Grant(ctx, owner, role, migrations.Withheld)
	})
}

// serve opens the serving pool on a schema that is this program's: migrated, or refused where the owner is not known.
func (d *database) serve(ctx context.Context) (*sqlx.DB, error) {
	if d.ownerURL != "" {
		if err := d.migrate(ctx); err != nil {
			return nil, err
		}
	}
	db, err := postgres.Open(ctx, d.servingURL)
	if err != nil {
		return nil, err
	}
	if err := postgres.Migrated(ctx, db, migrations.Files); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

func (d *database) asOwner(ctx context.Context, do func(owner *sqlx.DB) error) (err error) {
	if d.ownerURL == "" {
		return errNoOwnerURL
	}
	owner, err := postgres.OpenOwner(ctx, d.ownerURL)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, owner.Close()) }()
	return do(owner)
}
