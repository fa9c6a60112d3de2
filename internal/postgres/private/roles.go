package private

import (
	"context"
	"errors"
	"fmt"

	"github.com/jmoiron/sqlx"
)

// makeRoles makes the owner of the schema, the role that serves, and the database, each when it is missing: a start that
// was broken off is completed by the next.
func (s *Server) makeRoles(ctx context.Context) (err error) {
	db, err := sqlx.ConnectContext(ctx, "postgres", s.URL(superuser, "postgres"))
	if err != nil {
		return fmt.Errorf("connect to the private PostgreSQL: %w", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	for _, thing := range []struct{ missing, create string }{
		{`select not exists (select from pg_roles where rolname = 'uppsikt_owner')`,
			`create role uppsikt_owner login`},
		{`select not exists (select from pg_roles where rolname = 'uppsikt_server')`,
			`create role uppsikt_server login`},
		{`select not exists (select from pg_database where datname = 'uppsikt')`,
			`create database uppsikt owner uppsikt_owner`},
	} {
		var missing bool
		if err := db.GetContext(ctx, &missing, thing.missing); err != nil {
			return err
		}
		if !missing {
			continue
		}
		if _, err := db.ExecContext(ctx, thing.create); err != nil {
			return fmt.Errorf("%s: %w", thing.create, err)
		}
	}
	return nil
}
