package postgres_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"uppsikt/internal/postgres"
	"uppsikt/internal/postgres/pgtest"
)

func TestServingRefusesARoleThatRowLevelSecurityDoesNotBind(t *testing.T) {
	db := pgtest.New(t)
	for url, why := range map[string]string{
		db.OwnerURL: "owns the database",
		strings.Replace(db.OwnerURL, "uppsikt_owner", "uppsikt", 1): "superuser",
	} {
		opened, err := postgres.Open(t.Context(), url)
		if err == nil {
			_ = opened.Close()
		}
		if err == nil || !strings.Contains(err.Error(), why) || !strings.Contains(err.Error(), "UPPSIKT_DATABASE_URL") {
			t.Errorf("%s: %v", why, err)
		}
	}
}

func TestTheRoleOfAURL(t *testing.T) {
	role, err := postgres.Role("postgres://uppsikt_server@db.storan.example/uppsikt?sslmode=verify-full")
	if err != nil || role != "uppsikt_server" {
		t.Errorf("%q, %v", role, err)
	}
}

func TestASchemaOfAnotherVersionIsRefused(t *testing.T) {
	db := pgtest.New(t)
	db.Owner.MustExec(`drop table goose_db_version`)
	one := fstest.MapFS{"0001_one.sql": {Data: []byte("-- +goose Up\ncreate table one ();")}}
	two := fstest.MapFS{
		"0001_one.sql": one["0001_one.sql"],
		"0002_two.sql": {Data: []byte("-- +goose Up\ncreate table two ();")},
	}
	expectNotMigrated := func(files fstest.MapFS, what string) {
		t.Helper()
		err := postgres.Migrated(t.Context(), db.Owner, files)
		if !errors.Is(err, postgres.ErrNotMigrated) || !strings.Contains(err.Error(), what) {
			t.Errorf("got %v", err)
		}
	}
	expectNotMigrated(one, "uppsikt migrate")
	if err := postgres.Migrate(t.Context(), db.Owner, one); err != nil {
		t.Fatal(err)
	}
	expectNotMigrated(two, "uppsikt migrate")
	if err := postgres.Migrate(t.Context(), db.Owner, two); err != nil {
		t.Fatal(err)
	}
	if err := postgres.Migrated(t.Context(), db.Owner, two); err != nil {
		t.Error(err)
	}
	expectNotMigrated(one, "newer")
}

func TestSeveralMayMigrateAtOnce(t *testing.T) {
	db := pgtest.New(t)
	db.Owner.MustExec(`drop table goose_db_version`)
	files := fstest.MapFS{"0001_one.sql": {Data: []byte("-- +goose Up\nselect pg_sleep(0.1); create table one ();")}}
	results := make(chan error)
	for range 3 {
		owner, err := postgres.OpenOwner(t.Context(), db.OwnerURL)
		if err != nil {
			t.Fatal(err)
		}
		defer owner.Close() // the database is dropped
		go func() { results <- postgres.Migrate(t.Context(), owner, files) }()
	}
	if err := errors.Join(<-results, <-results, <-results); err != nil {
		t.Error(err)
	}
}
