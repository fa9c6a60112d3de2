-- +goose Up

-- Row-level security is enabled, not forced: the owner migrates, verifies and backs up; the program serves as another
-- role and sees only the organization that the transaction has set. A later migration that makes a tenant table adds
-- its policy there.
-- +goose StatementBegin
create procedure protect_tenant_table(tenant_table regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', tenant_table);
    execute format('create policy organization on %s
        using (organization_id = nullif(current_setting(''uppsikt.organization'', true), '''')::uuid)', tenant_table);
end
$$;
-- +goose StatementEnd

-- +goose StatementBegin
do $$
declare
    tenant_table regclass;
begin
    for tenant_table in
        select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'organization_id' and a.attnotnull
    loop
        call protect_tenant_table(tenant_table);
    end loop;
end
$$;
-- +goose StatementEnd
