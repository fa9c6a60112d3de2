package migrations_test

import (
	"slices"
	"testing"

	"github.com/lib/pq"

	"uppsikt/internal/postgres/pgtest"
	"uppsikt/migrations"
)

// tenantTables are the tables of the schema that are not listed as global.
func tenantTables(t *testing.T, db *pgtest.DB) []string {
	t.Helper()
	var all []string
	err := db.Owner.Select(&all, `select relname from pg_class
		where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range migrations.GlobalTables {
		if !slices.Contains(all, table) {
			t.Errorf("the global table %s does not exist", table)
		}
	}
	tenant := slices.DeleteFunc(all, func(table string) bool { return slices.Contains(migrations.GlobalTables, table) })
	if len(tenant) < 10 {
		t.Fatalf("only %d tenant tables: %v", len(tenant), tenant)
	}
	return tenant
}

// expectNone fails with each row of a query that finds what a rule forbids; $1 is the tenant tables.
func expectNone(t *testing.T, rule, query string) {
	t.Helper()
	db := pgtest.New(t)
	var offenders []string
	if err := db.Owner.Select(&offenders, query, pq.Array(tenantTables(t, db))); err != nil {
		t.Fatal(err)
	}
	for _, offender := range offenders {
		t.Errorf("%s: %s", rule, offender)
	}
}

func TestTenantTablesNameTheirOrganization(t *testing.T) {
	expectNone(t, "no organization_id uuid not null", `
		select relname from pg_class c
		where relnamespace = 'public'::regnamespace and relname = any($1) and not exists (
			select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id'
				and a.atttypid = 'uuid'::regtype and a.attnotnull)`)
}

func TestTenantTablesHaveRowLevelSecurityNotForced(t *testing.T) {
	expectNone(t, "row-level security is not enabled, or is forced on the owner too", `
		select relname from pg_class
		where relnamespace = 'public'::regnamespace and relname = any($1) and (not relrowsecurity or relforcerowsecurity)`)
}

// A policy that compares anything else, or a second permissive one beside it, would open the table.
func TestTenantTablesHaveOnePolicyThatComparesTheSetting(t *testing.T) {
	expectNone(t, "not exactly the one policy", `
		select t from unnest($1::text[]) t
		where (select count(*) from pg_policies p where p.schemaname = 'public' and p.tablename = t) <> 1
			or not exists (
				select from pg_policies p
				where p.schemaname = 'public' and p.tablename = t and p.cmd = 'ALL' and p.roles = '{public}'
					and p.qual = $q$(organization_id = (NULLIF(current_setting('uppsikt.organization'::text, true), ''::text))::uuid)$q$
					and coalesce(p.with_check, p.qual) = p.qual)`)
}

func TestTenantKeysBeginWithTheOrganization(t *testing.T) {
	expectNone(t, "primary key or unique index", `
		select i.indexrelid::regclass::text
		from pg_index i join pg_class c on c.oid = i.indrelid
		left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
		where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and i.indisunique
			and a.attname is distinct from 'organization_id'`)
	expectNone(t, "no primary key and no unique index", `
		select c.relname from pg_class c
		where c.relnamespace = 'public'::regnamespace and c.relname = any($1)
			and not exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and i.indpred is null)`)
}

// Foreign keys look past row-level security: only the organization within the key keeps a row from pointing into another.
func TestTenantReferencesBeginWithTheOrganization(t *testing.T) {
	expectNone(t, "foreign key", `
		select k.conrelid::regclass || ' ' || k.conname
		from pg_constraint k
		join pg_class c on c.oid = k.confrelid
		join pg_attribute here on here.attrelid = k.conrelid and here.attnum = k.conkey[1]
		join pg_attribute there on there.attrelid = k.confrelid and there.attnum = k.confkey[1]
		where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and c.relname = any($1)
			and (here.attname <> 'organization_id' or there.attname <> 'organization_id')`)
}

// A view is run with its owner's rights, who sees every organization, unless it says otherwise.
func TestViewsLookWithTheReadersEyes(t *testing.T) {
	expectNone(t, "view without security_invoker", `
		select relname from pg_class
		where relnamespace = 'public'::regnamespace and (relkind = 'm' or relkind = 'v'
			and not coalesce(reloptions, '{}') @> '{security_invoker=true}') and $1::text[] is not null`)
}

func TestTheServingRoleLacksWhatIsWithheld(t *testing.T) {
	db := pgtest.New(t)
	for table, privileges := range migrations.Withheld {
		var has bool
		err := db.Owner.Get(&has, `select has_table_privilege('uppsikt_server', $1, $2)`, table, privileges)
		if err != nil || has {
			t.Errorf("%s on %s: %v, %v", privileges, table, has, err)
		}
	}
}
