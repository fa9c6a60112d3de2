package pgtest_test

import (
	"testing"

	"uppsikt/internal/postgres"
	"uppsikt/internal/postgres/pgtest"
	"uppsikt/migrations"
)

func TestEachTestHasADatabaseOfItsOwn(t *testing.T) {
	one, other := pgtest.New(t), pgtest.New(t)
	if _, err := one.Owner.Exec(`create table only_here ()`); err != nil {
		t.Fatal(err)
	}
	var there bool
	if err := other.Owner.Get(&there, `select to_regclass('only_here') is not null`); err != nil || there {
		t.Errorf("the other database has the table too: %v, %v", there, err)
	}
}

func TestTheDatabaseIsMigrated(t *testing.T) {
	if err := postgres.Migrated(t.Context(), pgtest.New(t).Server, migrations.Files); err != nil {
		t.Error(err)
	}
}
