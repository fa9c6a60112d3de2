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

func TestWhatIsFilledOnceIsThereForEach(t *testing.T) {
	var filled pgtest.Filled
	fill := func(db *pgtest.DB) { db.Owner.MustExec(`create table filled as select 1 as times`) }
	for range 2 {
		db := filled.New(t, fill)
		var times int
		if err := db.Owner.Get(&times, `update filled set times = times + 1 returning times`); err != nil || times != 2 {
			t.Errorf("%d, %v", times, err)
		}
	}
}

func TestTheDatabaseIsMigrated(t *testing.T) {
	if err := postgres.Migrated(t.Context(), pgtest.New(t).Server, migrations.Files); err != nil {
		t.Error(err)
	}
}
