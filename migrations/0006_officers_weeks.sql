-- +goose Up

-- The decision in full: outcomes that send the response back, and the chair's decision without a meeting.
alter table decision
    add column delegation  text,
    add column comment     text,
    add column verified_on date,
    add check ((outcome = 'chair_decision') = (meeting_id is null)),
    add check ((outcome = 'chair_decision') = (delegation is not null));
alter table response_transition drop constraint response_transition_action_check,
    add check (action in ('start', 'submit', 'withdraw', 'return', 'approve', 'decide', 'refer_back', 'deliver'));

-- The auditors' word on a delivered response.
create table reception (
    organization_id uuid        not null,
    response_id     uuid        not null,
    reception       text        not null check (reception in ('received', 'sufficient', 'supplement_requested')),
    comment         text        not null,
    supplement_due  date,
    by              uuid        not null references account,
    at              timestamptz not null,
    primary key (organization_id, response_id),
    foreign key (organization_id, response_id) references response,
    check ((reception = 'supplement_requested') = (supplement_due is not null))
);

-- A question from the officer to somebody, also in another administration; internal.
create table input_request (
    organization_id uuid        not null,
    id              uuid        not null,
    response_id     uuid        not null,
    answer_id       uuid,
    account_id      uuid        not null references account,
    question        text        not null,
    due             date        not null,
    asked_by        uuid        not null references account,
    asked_at        timestamptz not null,
    reply           text,
    replied_at      timestamptz,
    taken_in_at     timestamptz,
    version         bigint      not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, response_id) references response on delete cascade,
    foreign key (organization_id, answer_id) references answer on delete set null (answer_id),
    check ((reply is null) = (replied_at is null))
);
create index on input_request (organization_id, response_id);
create index on input_request (organization_id, account_id);

-- Comments at a place of a draft, in the read-through.
create table placed_comment (
    organization_id uuid        not null,
    id              uuid        not null,
    response_id     uuid        not null,
    part            text        not null,
    quote           text        not null,
    text            text        not null,
    by              uuid        not null references account,
    at              timestamptz not null,
    resolved_by     uuid references account,
    resolved_at     timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, response_id) references response on delete cascade,
    check ((resolved_by is null) = (resolved_at is null))
);
create index on placed_comment (organization_id, response_id);

-- Who is at which part of a draft right now.
create table presence (
    organization_id uuid        not null,
    response_id     uuid        not null,
    account_id      uuid        not null references account on delete cascade,
    part            text        not null,
    seen_at         timestamptz not null,
    primary key (organization_id, response_id, account_id),
    foreign key (organization_id, response_id) references response on delete cascade
);

call protect_tenant_table('reception');
call protect_tenant_table('input_request');
call protect_tenant_table('placed_comment');
call protect_tenant_table('presence');
