-- +goose Up

-- The organization's sections of a memorandum, as a whole: they are set at once and copied into each memorandum begun.
create table memorandum_template (
    organization_id uuid   primary key references organization,
    content         jsonb  not null,
    version         bigint not null default 1
);

-- The administration's paper to the committee; it belongs to its response's aggregate.
create table memorandum (
    organization_id uuid        not null,
    response_id     uuid        not null,
    name            text        not null,
    decision_lead   text        not null,
    started_at      timestamptz not null,
    primary key (organization_id, response_id),
    foreign key (organization_id, response_id) references response on delete cascade
);

create table memorandum_section (
    organization_id uuid   not null,
    id              uuid   not null,
    response_id     uuid   not null,
    position        int    not null,
    kind            text   not null check (kind in ('proposed_decision', 'matter', 'summary', 'preparation', 'perspectives', 'presentation',
                                                    'economic_consequences', 'decision_basis', 'recipients', 'description', 'other')),
    heading         text   not null,
    text            text   not null,
    includes        text[] not null check (includes <@ array ['introduction', 'recommendations', 'stances', 'measures', 'input']),
    version         bigint not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, response_id) references memorandum on delete cascade
);
create index on memorandum_section (organization_id, response_id);
comment on column memorandum_section.includes is 'passages with their one source elsewhere, printed after the text';

-- What is approved is the response, the memorandum, and the one with the other as its appendix.
alter table response_edition
    add column part text not null default 'response' check (part in ('response', 'memorandum', 'both')),
    drop constraint response_edition_pkey,
    add primary key (organization_id, response_id, edition, version, part);

call protect_tenant_table('memorandum_template');
call protect_tenant_table('memorandum');
call protect_tenant_table('memorandum_section');
