-- +goose Up

-- What became of a recommendation to a committee: three tracks that never overwrite one another. The stance stands in the
-- decided response; the committee's progress and the auditors' verdict are rows that are only ever added to, and the
-- latest of each stands beside the assignment for lists.
alter table assignment
    add column id         uuid   not null default gen_random_uuid(),
    add column version    bigint not null default 1,
    add column progress   text check (progress in ('not_started', 'ongoing', 'continuous', 'done', 'cancelled')),
    add column done_since date,
    add column verdict    text   not null default 'not_followed_up'
        check (verdict in ('not_followed_up', 'addressed', 'partly_addressed', 'not_addressed', 'no_longer_relevant')),
    add column verdict_on date,
    add unique (organization_id, id),
    add check ((progress in ('continuous', 'done')) = (done_since is not null));
comment on column assignment.done_since is 'the day from which the committee says done or continuous, without a break; null while it does not';

create table progress_report (
    organization_id uuid        not null,
    id              uuid        not null,
    assignment_id   uuid        not null,
    progress        text        not null check (progress in ('not_started', 'ongoing', 'continuous', 'done', 'cancelled')),
    comment         text        not null check (progress <> 'cancelled' or comment <> ''),
    effect          text        not null,
    on_day          date        not null,
    by              uuid        not null references account,
    at              timestamptz not null,
    primary key (organization_id, id),
    constraint progress_report_assignment foreign key (organization_id, assignment_id) references assignment (organization_id, id)
);
create index on progress_report (organization_id, assignment_id, on_day, at);

create table verdict (
    organization_id uuid        not null,
    id              uuid        not null,
    assignment_id   uuid        not null,
    verdict         text        not null check (verdict in ('not_followed_up', 'addressed', 'partly_addressed', 'not_addressed', 'no_longer_relevant')),
    comment         text        not null,
    on_day          date        not null,
    by              uuid        not null references account,
    at              timestamptz not null,
    confirmed_by    uuid references account,
    confirmed_at    timestamptz,
    primary key (organization_id, id),
    constraint verdict_assignment foreign key (organization_id, assignment_id) references assignment (organization_id, id),
    check ((confirmed_by is null) = (confirmed_at is null))
);
create index on verdict (organization_id, assignment_id, on_day, at);
comment on column verdict.confirmed_by is 'null: an adviser''s proposal, for auditors and advisers alone';

-- A measure keeps what was decided; its progress and a new date stand beside it.
alter table measure
    add column progress            text not null default 'not_started' check (progress in ('not_started', 'ongoing', 'continuous', 'done', 'cancelled')),
    add column person_id           uuid references account,
    add column new_ready_words     text,
    add column new_ready_precision text check (new_ready_precision in ('day', 'month', 'quarter', 'season', 'year', 'continuous')),
    add column new_ready_last_day  date;
create index on measure (organization_id, person_id) where person_id is not null;

create table measure_report (
    organization_id     uuid        not null,
    id                  uuid        not null,
    measure_id          uuid        not null,
    progress            text        not null check (progress in ('not_started', 'ongoing', 'continuous', 'done', 'cancelled')),
    done                text        not null,
    effect              text        not null,
    on_day              date        not null,
    new_ready_words     text,
    new_ready_precision text check (new_ready_precision in ('day', 'month', 'quarter', 'season', 'year', 'continuous')),
    new_ready_last_day  date,
    reason              text        not null check (reason <> '' or (new_ready_words is null and progress <> 'cancelled')),
    by                  uuid        not null references account,
    at                  timestamptz not null,
    primary key (organization_id, id),
    constraint measure_report_measure foreign key (organization_id, measure_id) references measure
);
create index on measure_report (organization_id, measure_id, on_day, at);

-- The auditors' own notes. Their words stand here alone: the journal keeps that a note was written, not what it says.
create table working_note (
    organization_id uuid        not null,
    id              uuid        not null,
    audit_id        uuid        not null,
    assignment_id   uuid,
    text            text        not null,
    by              uuid        not null references account,
    at              timestamptz not null,
    version         bigint      not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, audit_id) references audit on delete cascade,
    foreign key (organization_id, assignment_id) references assignment (organization_id, id) on delete set null (assignment_id)
);
create index on working_note (organization_id, audit_id, at);

-- Swedish words in any inflection. No index: under a policy the operator is not leakproof, so that the planner may only
-- use it on what the organization's own index leaves.
alter table recommendation add column words tsvector generated always as (to_tsvector('pg_catalog.swedish', text)) stored;
alter table audit add column words tsvector generated always as (to_tsvector('pg_catalog.swedish', title)) stored;

call protect_tenant_table('progress_report');
call protect_tenant_table('verdict');
call protect_tenant_table('measure_report');
call protect_tenant_table('working_note');
