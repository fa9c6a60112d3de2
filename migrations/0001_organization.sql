-- +goose Up

-- What works without an organization: accounts, their sessions and attempts to sign in. postgres.GlobalTables names them.
create table account (
    id            uuid primary key,
    email         text        not null check (email = lower(email)),
    name          text        not null,
    password_hash text,
    subject       text unique,
    created_at    timestamptz not null,
    unique (email)
);
comment on column account.password_hash is 'argon2id in PHC form; null where a provider signs the person in';
comment on column account.subject is 'issuer and subject of an identity provider';

create table session (
    id              uuid primary key,
    token_hash      bytea       not null unique,
    account_id      uuid        not null references account on delete cascade,
    organization_id uuid,
    user_agent      text        not null,
    created_at      timestamptz not null,
    last_seen_at    timestamptz not null,
    expires_at      timestamptz not null
);
comment on column session.token_hash is 'SHA-256 of the cookie''s secret, which is stored nowhere';
comment on column session.organization_id is 'the organization chosen; checked against the memberships at each request';
create index on session (account_id);

create table sign_in_attempt (
    id       bigint generated always as identity primary key,
    account  text        not null,
    address  text        not null,
    at       timestamptz not null,
    accepted boolean     not null
);
create index on sign_in_attempt (account, at);
create index on sign_in_attempt (address, at);

-- The tenant. Every key of what belongs to it begins with organization_id: foreign keys look past row-level security,
-- so the composite key is what stops a row from pointing into another organization.
create table organization (
    organization_id uuid primary key,
    name            text   not null,
    auditors_name   text   not null,
    version         bigint not null default 1
);
alter table session add foreign key (organization_id) references organization;

create table administration (
    organization_id uuid   not null references organization,
    id              uuid   not null,
    name            text   not null,
    version         bigint not null default 1,
    primary key (organization_id, id),
    unique (organization_id, name)
);

create table committee (
    organization_id         uuid   not null references organization,
    id                      uuid   not null,
    name                    text   not null,
    abbreviation            text   not null,
    kind                    text   not null check (kind in ('committee', 'executive', 'joint', 'company')),
    registry_number_pattern text   not null,
    successor_id            uuid,
    version                 bigint not null default 1,
    primary key (organization_id, id),
    unique (organization_id, name),
    foreign key (organization_id, successor_id) references committee
);
create unique index committee_abbreviation on committee (organization_id, abbreviation) where abbreviation <> '';

create table committee_administration (
    organization_id   uuid not null,
    committee_id      uuid not null,
    administration_id uuid not null,
    primary key (organization_id, committee_id, administration_id),
    foreign key (organization_id, committee_id) references committee on delete cascade,
    foreign key (organization_id, administration_id) references administration
);

create table signatory (
    organization_id uuid not null,
    id              uuid not null,
    committee_id    uuid not null,
    role            text not null check (role in ('chair', 'deputy_chair', 'secretary', 'director')),
    name            text not null,
    title           text not null,
    from_date       date not null,
    until_date      date check (until_date >= from_date),
    primary key (organization_id, id),
    foreign key (organization_id, committee_id) references committee on delete cascade
);
create index on signatory (organization_id, committee_id);

create table meeting (
    organization_id uuid   not null,
    id              uuid   not null,
    committee_id    uuid   not null,
    date            date   not null,
    manuscript_stop date check (manuscript_stop <= date),
    preparation     date check (preparation <= date),
    dispatch        date check (dispatch <= date),
    version         bigint not null default 1,
    primary key (organization_id, id),
    unique (organization_id, committee_id, date),
    unique (organization_id, committee_id, id),
    foreign key (organization_id, committee_id) references committee
);

create table membership (
    organization_id uuid   not null references organization,
    id              uuid   not null,
    account_id      uuid   not null references account,
    title           text   not null,
    version         bigint not null default 1,
    primary key (organization_id, id),
    unique (organization_id, account_id)
);
create index on membership (account_id);

create table membership_role (
    organization_id uuid not null,
    membership_id   uuid not null,
    role            text not null check (role in ('officer', 'manager', 'secretary', 'controller', 'contributor',
                                                  'auditor', 'adviser', 'overseer', 'reader', 'administrator')),
    committee_id    uuid,
    unique nulls not distinct (organization_id, membership_id, role, committee_id),
    foreign key (organization_id, membership_id) references membership on delete cascade,
    foreign key (organization_id, committee_id) references committee
);

-- Sign-in comes before an organization is chosen. These two functions run with the owner's eyes and give away only the
-- caller's own memberships.

-- +goose StatementBegin
create function memberships_of(of_account uuid)
    returns table (organization_id uuid, name text)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select o.organization_id, o.name
    from membership m join organization o using (organization_id)
    where m.account_id = of_account
    order by o.name collate "sv-x-icu"
$$;
-- +goose StatementEnd

-- +goose StatementBegin
create function session_by_token(hash bytea, now timestamptz)
    returns table (session_id uuid, account_id uuid, account_name text, email text, last_seen_at timestamptz,
                   organization_id uuid, title text, roles jsonb)
    language sql stable security definer set search_path = public, pg_temp
as $$
    select s.id, a.id, a.name, a.email, s.last_seen_at, m.organization_id, coalesce(m.title, ''),
           coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'committeeId', r.committee_id) order by r.role, r.committee_id)
                     from membership_role r
                     where r.organization_id = m.organization_id and r.membership_id = m.id), '[]')
    from session s
    join account a on a.id = s.account_id
    left join membership m on m.organization_id = s.organization_id and m.account_id = s.account_id
    where s.token_hash = hash and s.expires_at > now
$$;
-- +goose StatementEnd
