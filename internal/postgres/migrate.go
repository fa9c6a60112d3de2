package postgres

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"

	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

// Migrate brings the schema forward to the newest of the migrations, each in a transaction of its own. Several instances
// may call it at once: goose's session lock lets one through at a time. owner is from OpenOwner.
func Migrate(ctx context.Context, owner *sqlx.DB, migrations fs.FS) error {
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300)) // each second, for five minutes
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectPostgres, owner.DB, migrations, goose.WithSessionLocker(locker))
	if err != nil {
		return fmt.Errorf("read the migrations: %w", err)
	}
	applied, err := provider.Up(ctx)
	if err != nil {
		return fmt.Errorf("migrate the database: %w", err)
	}
	for _, migration := range applied {
		slog.InfoContext(ctx, "migrated", "file", migration.Source.Path, "took", migration.Duration)
	}
	return nil
}

// ErrNotMigrated says that the schema is older, or newer, than the program.
var ErrNotMigrated = errors.New("the database's schema is not this program's")

// Migrated refuses a schema that is not the migrations' newest: ErrNotMigrated, with what to do. The serving role may ask.
func Migrated(ctx context.Context, db *sqlx.DB, migrations fs.FS) error {
	provider, err := goose.NewProvider(goose.DialectPostgres, db.DB, migrations)
	if err != nil {
		return fmt.Errorf("read the migrations: %w", err)
	}
	var has int64
	var exists bool
	if err := db.GetContext(ctx, &exists, `select to_regclass('goose_db_version') is not null`); err != nil {
		return fmt.Errorf("read the schema's version: %w", err)
	}
	if exists {
		if has, err = provider.GetDBVersion(ctx); err != nil {
			return fmt.Errorf("read the schema's version: %w", err)
		}
	}
	sources := provider.ListSources()
	switch needs := sources[len(sources)-1].Version; {
	case has < needs:
		return fmt.Errorf("%w: it is at version %d and should be at %d: run `uppsikt migrate` with the owner's "+
			"UPPSIKT_OWNER_URL", ErrNotMigrated, has, needs)
	case has > needs:
		return fmt.Errorf("%w: it is at version %d and this program knows %d: run a newer Uppsikt", ErrNotMigrated, has, needs)
	}
	return nil
}

// Grant gives role what serving needs: to read and write the rows of every table but those withheld, which maps a table
// to the privileges that it does not get ("update, delete"). It may be repeated, and is after each migration.
func Grant(ctx context.Context, owner *sqlx.DB, role string, withheld map[string]string) error {
	name := pq.QuoteIdentifier(role)
	statements := []string{
		`grant usage on schema public to ` + name,
		`grant select, insert, update, delete on all tables in schema public to ` + name,
		`grant usage on all sequences in schema public to ` + name,
	}
	for table, privileges := range withheld {
		statements = append(statements, fmt.Sprintf(`revoke %s on %s from %s`, privileges, pq.QuoteIdentifier(table), name))
	}
	return InTransaction(ctx, owner, func(ctx context.Context, tx *sqlx.Tx) error {
		for _, statement := range statements {
			if _, err := tx.ExecContext(ctx, statement); err != nil {
				return fmt.Errorf("%s: %w", statement, err)
			}
		}
		return nil
	})
}
