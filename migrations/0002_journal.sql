-- +goose Up

-- The append-only record of changes. An entry chains organization, sequence, actor, time, thing, action and the SHA-256
-- of its content with a random salt; the content stands in a table of its own and can be erased with a reason without
-- breaking the chain. A draft's content belongs to its committee: committee_id says whose it is.
create table journal_head (
    organization_id uuid primary key references organization,
    sequence        bigint not null,
    hash            bytea  not null
);

create table journal_entry (
    organization_id uuid        not null references organization,
    sequence        bigint      not null,
    at              timestamptz not null,
    actor_id        uuid        not null,
    thing           text        not null,
    thing_id        uuid        not null,
    action          text        not null,
    content_hash    bytea       not null,
    hash            bytea       not null,
    primary key (organization_id, sequence)
);
create index on journal_entry (organization_id, thing_id, sequence);

create table journal_content (
    organization_id uuid   not null,
    sequence        bigint not null,
    salt            bytea,
    content         json,
    committee_id    uuid,
    erased_reason   text,
    primary key (organization_id, sequence),
    foreign key (organization_id, sequence) references journal_entry,
    foreign key (organization_id, committee_id) references committee,
    check ((content is null) = (erased_reason is not null))
);
comment on column journal_entry.hash is 'SHA-256 of the entry before''s hash followed by this entry''s fields; see internal/journal';
comment on column journal_content.content is 'json, not jsonb: its very bytes are what is hashed';
comment on column journal_content.committee_id is 'null: readable by whoever may read the journal; else only by that committee until it is decided';

-- What somebody is writing: one row per person and thing, which becomes one entry after a pause or a change of state.
create table journal_draft (
    organization_id uuid        not null references organization,
    thing           text        not null,
    thing_id        uuid        not null,
    actor_id        uuid        not null,
    committee_id    uuid        not null,
    until           timestamptz not null,
    before          json        not null,
    after           json        not null,
    primary key (organization_id, thing_id, actor_id),
    foreign key (organization_id, committee_id) references committee
);
create index on journal_draft (organization_id, until);
