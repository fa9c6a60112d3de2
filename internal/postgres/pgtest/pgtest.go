// Package pgtest gives each test a database of its own on a real PostgreSQL, which all test processes of a run share.
package pgtest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"testing"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/postgres"
	"uppsikt/migrations"
)

// DB is a migrated, empty database, dropped when its test ends.
type DB struct {
	Server    *sqlx.DB // the serving role, bound by row-level security
	Owner     *sqlx.DB // the schema's owner, who sees everything
	ServerURL string
	OwnerURL  string
	name      string
}

// New clones the migrated database. A machine without PostgreSQL fails the test: nothing is proven without it.
func New(t testing.TB) *DB {
	t.Helper()
	server := joined(t)
	name := newName()
	if err := server.cloneMigrated(t.Context(), name); err != nil {
		t.Fatalf("no test database: %v", err)
	}
	return server.use(t, name)
}

// Filled gives databases that begin with what the first of them was filled with, for what is costly to fill.
type Filled struct {
	once sync.Once
	name string // kept until the server's end
}

// New clones the database that fill has filled, which the first to come has it do for all.
func (f *Filled) New(t testing.TB, fill func(*DB)) *DB {
	t.Helper()
	server := joined(t)
	f.once.Do(func() {
		filled := New(t)
		fill(filled)
		name := newName()
		// Nobody may be connected to what is cloned.
		err := errors.Join(filled.Server.Close(), filled.Owner.Close(), server.clone(t.Context(), filled.name, name))
		if err != nil {
			t.Fatalf("no filled database: %v", err)
		}
		f.name = name
	})
	name := newName()
	if err := server.clone(t.Context(), f.name, name); err != nil {
		t.Fatalf("no filled database: %v", err)
	}
	return server.use(t, name)
}

func joined(t testing.TB) *server {
	t.Helper()
	server, err := sharedServer(t.Context())
	if err != nil {
		t.Fatalf("no test database: %v", err)
	}
	return server
}

func newName() string { return "test_" + uuid.NewString() }

// use opens a new database and has it dropped when the test ends.
func (s *server) use(t testing.TB, name string) *DB {
	t.Helper()
	db := &DB{ServerURL: s.url("uppsikt_server", name), OwnerURL: s.url("uppsikt_owner", name), name: name}
	t.Cleanup(func() { s.drop(t, name) })
	db.Server = open(t, postgres.Open, db.ServerURL)
	db.Owner = open(t, postgres.OpenOwner, db.OwnerURL)
	return db
}

func open(t testing.TB, opener func(context.Context, string) (*sqlx.DB, error), url string) *sqlx.DB {
	t.Helper()
	db, err := opener(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

// templateName changes with the migrations and with what the serving role is granted.
func templateName() (string, error) {
	hash := sha256.New()
	err := fs.WalkDir(migrations.Files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(migrations.Files, path)
		fmt.Fprintf(hash, "%s %d\n%s", path, len(content), content)
		return err
	})
	fmt.Fprint(hash, migrations.Withheld)
	return "template_" + hex.EncodeToString(hash.Sum(nil)[:8]), err
}

// cloneMigrated makes the database name from the template, which the first to come makes for all.
func (s *server) cloneMigrated(ctx context.Context, name string) error {
	template, err := templateName()
	if err != nil {
		return err
	}
	s.templateOnce.Do(func() { s.templateErr = s.makeTemplate(ctx, template) })
	if s.templateErr != nil {
		return s.templateErr
	}
	return s.clone(ctx, template, name)
}

func (s *server) clone(ctx context.Context, template, name string) error {
	_, err := s.admin.ExecContext(ctx, fmt.Sprintf("create database %s template %s strategy file_copy owner uppsikt_owner",
		pq.QuoteIdentifier(name), pq.QuoteIdentifier(template)))
	return err
}

// makeTemplate migrates a database under another name and then renames it, so that a template is always whole.
func (s *server) makeTemplate(ctx context.Context, template string) error {
	connection, err := s.admin.Connx(ctx)
	if err != nil {
		return err
	}
	defer connection.Close() // gives the connection, and with it the lock, back
	if _, err := connection.ExecContext(ctx, `select pg_advisory_lock(hashtext('pgtest template'))`); err != nil {
		return err
	}
	defer connection.ExecContext(ctx, `select pg_advisory_unlock_all()`) //nolint:errcheck // ends with the session at the latest
	var exists bool
	err = connection.GetContext(ctx, &exists, `select exists (select from pg_database where datname = $1)`, template)
	if err != nil || exists {
		return err
	}
	unfinished := template + "_unfinished"
	for _, statement := range []string{
		`drop database if exists ` + unfinished,
		`create database ` + unfinished + ` owner uppsikt_owner`,
	} {
		if _, err := connection.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	if err := migrate(ctx, s.url("uppsikt_owner", unfinished)); err != nil {
		return err
	}
	_, err = connection.ExecContext(ctx, `alter database `+unfinished+` rename to `+template)
	return err
}

func migrate(ctx context.Context, ownerURL string) error {
	owner, err := postgres.OpenOwner(ctx, ownerURL)
	if err != nil {
		return err
	}
	if err := postgres.Migrate(ctx, owner, migrations.Files); err != nil {
		return err
	}
	if err := postgres.Grant(ctx, owner, "uppsikt_server", migrations.Withheld); err != nil {
		return err
	}
	return owner.Close()
}

func (s *server) drop(t testing.TB, name string) {
	_, err := s.admin.ExecContext(context.Background(), `drop database `+pq.QuoteIdentifier(name)+` with (force)`)
	if err != nil {
		t.Errorf("drop the test database: %v", err)
	}
}
