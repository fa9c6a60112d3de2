// Package postgres is the door to the database: opening, transactions, migrations and PostgreSQL's own errors. It knows
// PostgreSQL and nothing of the schema. Its folders hold the private server (private) and the test database (pgtest).
package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime"
	"time"

	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"
)

const (
	oldestVersion    = 150000 // as server_version_num writes PostgreSQL 15
	ownerConnections = 2      // one works while goose's session lock holds the other
)

// PoolSize is how many connections one instance of the program serves with: about four a core, beyond which PostgreSQL
// gets slower, not faster.
func PoolSize() int { return max(8, 4*runtime.NumCPU()) }

// Open gives the pool that serves. url is PostgreSQL's connection URL; sslmode is what it says. The error tells an
// operator what to change when the server is too old or cannot compare Swedish letters, or when the role is one that
// row-level security would not bind.
func Open(ctx context.Context, url string) (*sqlx.DB, error) {
	return open(ctx, url, PoolSize(), checkServer, checkServingRole)
}

// OpenOwner gives the few connections of the schema's owner, for migrations, backup and verification; never for serving.
func OpenOwner(ctx context.Context, url string) (*sqlx.DB, error) {
	return open(ctx, url, ownerConnections, checkServer)
}

// Role is the name of the role that url connects as.
func Role(url string) (string, error) {
	config, err := pq.NewConfig(url)
	if err != nil {
		return "", fmt.Errorf("the database URL cannot be read: %w", err)
	}
	return config.User, nil
}

type check func(context.Context, *sqlx.DB) error

func open(ctx context.Context, url string, connections int, checks ...check) (*sqlx.DB, error) {
	config, err := pq.NewConfig(url)
	if err != nil {
		return nil, fmt.Errorf("the database URL cannot be read: %w", err)
	}
	config.FallbackApplicationName = "uppsikt"
	config.TZ = "UTC"
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = 10 * time.Second
	}
	connector, err := pq.NewConnectorConfig(config)
	if err != nil {
		return nil, fmt.Errorf("the database URL cannot be used: %w", err)
	}
	db := sqlx.NewDb(sql.OpenDB(preparing{connector}), "postgres")
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	db.SetConnMaxIdleTime(5 * time.Minute)
	for _, check := range checks {
		if err := check(ctx, db); err != nil {
			return nil, errors.Join(err, db.Close())
		}
	}
	return db, nil
}

func checkServer(ctx context.Context, db *sqlx.DB) error {
	var server struct {
		Number  int
		Version string
	}
	err := db.GetContext(ctx, &server, `select current_setting('server_version_num')::int as number,
		current_setting('server_version') as version`)
	if err != nil {
		return fmt.Errorf("the database cannot be reached: %w", err)
	}
	if server.Number < oldestVersion {
		return fmt.Errorf("the database is PostgreSQL %s; Uppsikt needs 15 or later", server.Version)
	}
	var swedish bool
	err = db.GetContext(ctx, &swedish, `select lower('Å' collate "sv-x-icu") = 'å'`)
	if err != nil || !swedish {
		return errors.Join(errors.New(`the database does not know Swedish letters: it needs to be encoded in UTF-8, `+
			`on a server built with ICU (collation "sv-x-icu")`), err)
	}
	return nil
}

// checkServingRole refuses a role that row-level security does not bind: it would see every organization's rows.
func checkServingRole(ctx context.Context, db *sqlx.DB) error {
	var role struct {
		Name   string
		Exempt bool
		Owner  bool
	}
	err := db.GetContext(ctx, &role, `select rolname as name, rolsuper or rolbypassrls as exempt,
			exists (select from pg_database d where d.datname = current_database() and pg_has_role(d.datdba, 'member'))
			or exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
				and pg_has_role(c.relowner, 'member')) as owner
		from pg_roles where rolname = current_user`)
	switch {
	case err != nil:
		return fmt.Errorf("the database role cannot be checked: %w", err)
	case role.Exempt:
		return fmt.Errorf("the database role %q is a superuser or bypasses row-level security; serve as another, "+
			"in UPPSIKT_DATABASE_URL", role.Name)
	case role.Owner:
		return fmt.Errorf("the database role %q owns the database or its tables; serve as another in "+
			"UPPSIKT_DATABASE_URL, and keep the owner for UPPSIKT_OWNER_URL", role.Name)
	}
	return nil
}
