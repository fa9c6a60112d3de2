-- +goose Up

create table audit (
    organization_id uuid        not null references organization,
    id              uuid        not null,
    title           text        not null,
    firm            text        not null,
    commissioned_by text        not null,
    report_date     date,
    registry_number text        not null,
    registered_by   uuid        not null references account,
    registered_at   timestamptz not null,
    confirmed_by    uuid references account,
    confirmed_at    timestamptz,
    version         bigint      not null default 1,
    primary key (organization_id, id),
    check ((confirmed_by is null) = (confirmed_at is null))
);
create index on audit (organization_id, report_date desc);

create table audit_committee (
    organization_id uuid not null,
    audit_id        uuid not null,
    committee_id    uuid not null,
    position        int  not null,
    primary key (organization_id, audit_id, committee_id),
    foreign key (organization_id, audit_id) references audit on delete cascade,
    foreign key (organization_id, committee_id) references committee
);

create table audit_adviser (
    organization_id uuid not null,
    audit_id        uuid not null,
    account_id      uuid not null references account,
    primary key (organization_id, audit_id, account_id),
    foreign key (organization_id, audit_id) references audit on delete cascade
);

create table addressee (
    organization_id      uuid not null,
    id                   uuid not null,
    audit_id             uuid not null,
    committee_id         uuid not null,
    position             int  not null,
    response_due         date,
    registry_number      text not null,
    asked                text not null,
    extension_date       date,
    extension_granted_by text,
    extension_reason     text,
    primary key (organization_id, id),
    unique (organization_id, audit_id, committee_id) deferrable initially deferred,
    unique (organization_id, audit_id, committee_id, id),
    foreign key (organization_id, audit_id) references audit on delete cascade,
    foreign key (organization_id, committee_id) references committee,
    check ((extension_date is null) = (extension_granted_by is null)),
    check ((extension_date is null) = (extension_reason is null))
);
create index on addressee (organization_id, committee_id);

create table question (
    organization_id uuid not null,
    id              uuid not null,
    audit_id        uuid not null,
    parent_id       uuid,
    position        int  not null,
    number          text not null,
    text            text not null,
    primary key (organization_id, id),
    unique (organization_id, audit_id, id),
    foreign key (organization_id, audit_id) references audit on delete cascade,
    foreign key (organization_id, audit_id, parent_id) references question (organization_id, audit_id, id) deferrable initially deferred
);

create table assessment (
    organization_id uuid not null,
    audit_id        uuid not null,
    question_id     uuid not null,
    committee_id    uuid not null,
    grade           text not null check (grade in ('yes', 'in_all_essentials', 'mostly', 'partly', 'no', 'not_graded', 'not_applicable')),
    verbatim        text not null,
    primary key (organization_id, question_id, committee_id),
    foreign key (organization_id, audit_id, question_id) references question (organization_id, audit_id, id) on delete cascade,
    foreign key (organization_id, committee_id) references committee
);
create index on assessment (organization_id, audit_id);

create table overall_assessment (
    organization_id uuid not null,
    audit_id        uuid not null,
    committee_id    uuid not null,
    grade           text not null check (grade in ('yes', 'in_all_essentials', 'mostly', 'partly', 'no', 'not_graded', 'not_applicable')),
    verbatim        text not null,
    primary key (organization_id, audit_id, committee_id),
    foreign key (organization_id, audit_id) references audit on delete cascade,
    foreign key (organization_id, committee_id) references committee
);

create table recommendation (
    organization_id uuid   not null,
    id              uuid   not null,
    audit_id        uuid   not null,
    position        int    not null,
    number          text   not null,
    text            text   not null,
    variants        text[] not null,
    primary key (organization_id, id),
    unique (organization_id, audit_id, id),
    foreign key (organization_id, audit_id) references audit on delete cascade
);

-- One recommendation as it concerns one committee.
create table assignment (
    organization_id   uuid not null,
    audit_id          uuid not null,
    recommendation_id uuid not null,
    committee_id      uuid not null,
    primary key (organization_id, recommendation_id, committee_id),
    foreign key (organization_id, audit_id, recommendation_id) references recommendation (organization_id, audit_id, id) on delete cascade,
    foreign key (organization_id, committee_id) references committee
);
create index on assignment (organization_id, committee_id);
create index on assignment (organization_id, audit_id);

create table criterion (
    organization_id uuid not null,
    audit_id        uuid not null,
    position        int  not null,
    text            text not null,
    primary key (organization_id, audit_id, position),
    foreign key (organization_id, audit_id) references audit on delete cascade
);

create table reviewed_document (
    organization_id uuid not null,
    audit_id        uuid not null,
    position        int  not null,
    title           text not null,
    date            date,
    committee_id    uuid,
    primary key (organization_id, audit_id, position),
    foreign key (organization_id, audit_id) references audit on delete cascade,
    foreign key (organization_id, committee_id) references committee
);
