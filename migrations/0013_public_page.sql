-- +goose Up

-- Where the public may read, without signing in, what an organization has published. A row is a page that is on.
create table public_address (
    address         text primary key check (address ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'),
    organization_id uuid not null unique references organization
);
alter table organization add column public_page_version bigint not null default 1;

alter table audit add column published_at timestamptz;
