-- +goose Up

-- The auditors ask the committees what has become of chosen recommendations, by a date. Who has answered is not stored: it
-- is whoever has reported since the round began.
create table round (
    organization_id uuid        not null references organization,
    id              uuid        not null,
    title           text        not null,
    question        text        not null,
    due             date        not null,
    started_by      uuid        not null references account,
    started_at      timestamptz not null,
    closed_at       timestamptz,
    version         bigint      not null default 1,
    primary key (organization_id, id)
);

create table round_assignment (
    organization_id uuid not null,
    round_id        uuid not null,
    assignment_id   uuid not null,
    primary key (organization_id, round_id, assignment_id),
    foreign key (organization_id, round_id) references round on delete cascade,
    constraint round_assignment_assignment foreign key (organization_id, assignment_id) references assignment (organization_id, id)
);
create index on round_assignment (organization_id, assignment_id);

-- Belongs to the auditors' yearly statement about a committee, not to one audit (kommunallagen 12 kap.).
create table criticism (
    organization_id uuid        not null,
    id              uuid        not null,
    committee_id    uuid        not null,
    year            int         not null,
    kind            text        not null check (kind in ('caution', 'formal_remark', 'discharge_denied')),
    text            text        not null,
    by              uuid        not null references account,
    at              timestamptz not null,
    version         bigint      not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, committee_id) references committee
);
create index on criticism (organization_id, year desc);

-- A recommendation that an auditor has said repeats an earlier one.
create table repetition (
    organization_id   uuid        not null,
    recommendation_id uuid        not null,
    earlier_id        uuid        not null check (earlier_id <> recommendation_id),
    by                uuid        not null references account,
    at                timestamptz not null,
    primary key (organization_id, recommendation_id, earlier_id),
    foreign key (organization_id, recommendation_id) references recommendation on delete cascade,
    foreign key (organization_id, earlier_id) references recommendation on delete cascade
);
create index on repetition (organization_id, earlier_id);

-- Who answers for an assignment now: the committee that it was given to, or the one that has succeeded it.
alter table assignment add column holder_id uuid;
update assignment set holder_id = committee_id;
alter table assignment
    alter column holder_id set not null,
    add foreign key (organization_id, holder_id) references committee;
create index on assignment (organization_id, holder_id);

-- +goose StatementBegin
create function current_committee(of_organization uuid, of_committee uuid) returns uuid
    language sql stable
as $$
    with recursive line as (
        select id, successor_id, 1 as step from committee where organization_id = of_organization and id = of_committee
        union all
        select c.id, c.successor_id, step + 1
        from line join committee c on c.organization_id = of_organization and c.id = line.successor_id
        where step < 50
    )
    select id from line order by step desc limit 1
$$;
-- +goose StatementEnd
comment on function current_committee is 'the committee itself, or the last of those that have succeeded it';

call protect_tenant_table('round');
call protect_tenant_table('round_assignment');
call protect_tenant_table('criticism');
call protect_tenant_table('repetition');
