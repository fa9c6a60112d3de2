-- +goose Up

-- The plan: controls, its decisions, amendments and report.
alter table control_plan
    add column registry_number text not null default '',
    add column minor_limit     int  not null default 10 check (minor_limit between 0 and 100),
    add column in_force_from   date,
    add constraint control_plan_of_committee unique (organization_id, committee_id, id),
    add check ((state = 'draft') = (in_force_from is null));
comment on column control_plan.minor_limit is 'percent of a sample: deviations up to it suggest a minor deviation, above it a major one';
comment on column control_plan.in_force_from is 'the later of the day of adoption and 1 January of its year: until then the earlier plan''s controls go on';

create table control (
    organization_id uuid   not null,
    id              uuid   not null,
    plan_id         uuid   not null,
    number          int    not null,
    earlier_id      uuid,
    area            text   not null,
    title           text   not null,
    what            text   not null,
    method          text   not null,
    frequency       text   not null check (frequency in ('continuous', 'monthly', 'quarterly', 'four_monthly', 'half_yearly', 'yearly', 'once', 'on_event')),
    first_month     int    not null check (first_month between 1 and 12),
    planned_offset  int    not null check (planned_offset between -180 and 180),
    last_offset     int    not null check (last_offset between -180 and 180),
    sample_size     int check (sample_size > 0),
    function        text   not null,
    person_id       uuid references account,
    removed         boolean not null default false,
    version         bigint not null default 1,
    primary key (organization_id, id),
    unique (organization_id, plan_id, number),
    unique (organization_id, plan_id, id),
    foreign key (organization_id, plan_id) references control_plan on delete cascade,
    foreign key (organization_id, earlier_id) references control on delete set null (earlier_id),
    check (planned_offset <= last_offset)
);
create index on control (organization_id, earlier_id) where earlier_id is not null;
create index on control (organization_id, person_id) where person_id is not null;
comment on column control.first_month is 'the month with which the first period of a year ends; later periods follow at the frequency';
comment on column control.planned_offset is 'days from the end of a period to the planned day; negative before it';
comment on column control.last_offset is 'days from the end of a period to the last day';
comment on column control.removed is 'by an amendment: what was checked before stays';

alter table risk add constraint risk_of_plan unique (organization_id, plan_id, id);

create table control_risk (
    organization_id uuid not null,
    plan_id         uuid not null,
    control_id      uuid not null,
    risk_id         uuid not null,
    primary key (organization_id, control_id, risk_id),
    foreign key (organization_id, plan_id, control_id) references control (organization_id, plan_id, id) on delete cascade,
    constraint control_risk_of_plan foreign key (organization_id, plan_id, risk_id) references risk (organization_id, plan_id, id) on delete cascade
);
create index on control_risk (organization_id, risk_id);

-- A recommendation that a control answers to.
create table control_recommendation (
    organization_id   uuid not null,
    control_id        uuid not null,
    recommendation_id uuid not null,
    primary key (organization_id, control_id, recommendation_id),
    foreign key (organization_id, control_id) references control on delete cascade,
    constraint control_recommendation_exists foreign key (organization_id, recommendation_id) references recommendation on delete cascade
);
create index on control_recommendation (organization_id, recommendation_id);

create table plan_amendment (
    organization_id uuid        not null,
    id              uuid        not null,
    plan_id         uuid        not null,
    number          int         not null,
    state           text        not null default 'draft' check (state in ('draft', 'adopted', 'rejected')),
    reason          text        not null,
    changes         jsonb       not null default '[]',
    begun_by        uuid        not null references account,
    begun_at        timestamptz not null,
    version         bigint      not null default 1,
    primary key (organization_id, id),
    unique (organization_id, plan_id, number),
    foreign key (organization_id, plan_id) references control_plan on delete cascade
);
comment on column plan_amendment.changes is 'an array of the contract''s ControlChange; when it is adopted each carries also the control as it was';

-- The report of the year, with the committee's own judgement of its internal control.
create table plan_report (
    organization_id uuid   not null,
    plan_id         uuid   not null,
    judgement       text check (judgement in ('sufficient', 'sufficient_with_improvements', 'insufficient')),
    text            text   not null,
    version         bigint not null default 1,
    primary key (organization_id, plan_id),
    foreign key (organization_id, plan_id) references control_plan on delete cascade
);

-- Numbered actions, for a committee and a year.
create table operational_plan (
    organization_id uuid        not null,
    id              uuid        not null,
    committee_id    uuid        not null,
    year            int         not null,
    state           text        not null default 'draft' check (state in ('draft', 'adopted', 'reported')),
    title           text        not null,
    registry_number text        not null,
    begun_by        uuid        not null references account,
    begun_at        timestamptz not null,
    version         bigint      not null default 1,
    primary key (organization_id, id),
    constraint operational_plan_of_year unique (organization_id, committee_id, year),
    constraint operational_plan_of_committee unique (organization_id, committee_id, id),
    constraint operational_plan_committee foreign key (organization_id, committee_id) references committee
);

create table plan_action (
    organization_id uuid   not null,
    id              uuid   not null,
    plan_id         uuid   not null,
    number          text   not null,
    position        int    not null,
    area            text   not null,
    what            text   not null,
    function        text   not null,
    ready_words     text,
    ready_precision text check (ready_precision in ('day', 'month', 'quarter', 'season', 'year', 'continuous')),
    ready_last_day  date,
    progress        text   not null default 'not_started' check (progress in ('not_started', 'ongoing', 'continuous', 'done', 'cancelled')),
    version         bigint not null default 1,
    primary key (organization_id, id),
    constraint plan_action_number unique (organization_id, plan_id, number),
    foreign key (organization_id, plan_id) references operational_plan on delete cascade
);

-- Other committees that share an action.
create table action_committee (
    organization_id uuid not null,
    action_id       uuid not null,
    committee_id    uuid not null,
    primary key (organization_id, action_id, committee_id),
    foreign key (organization_id, action_id) references plan_action on delete cascade,
    constraint action_committee_exists foreign key (organization_id, committee_id) references committee
);
create index on action_committee (organization_id, committee_id);

create table action_recommendation (
    organization_id   uuid not null,
    action_id         uuid not null,
    recommendation_id uuid not null,
    primary key (organization_id, action_id, recommendation_id),
    foreign key (organization_id, action_id) references plan_action on delete cascade,
    constraint action_recommendation_exists foreign key (organization_id, recommendation_id) references recommendation on delete cascade
);
create index on action_recommendation (organization_id, recommendation_id);

create table action_report (
    organization_id uuid        not null,
    id              uuid        not null,
    action_id       uuid        not null,
    committee_id    uuid        not null,
    period          text        not null check (period in ('four_months', 'eight_months', 'year_end')),
    progress        text        not null check (progress in ('not_started', 'ongoing', 'continuous', 'done', 'cancelled')),
    comment         text        not null check (progress <> 'cancelled' or comment <> ''),
    on_day          date        not null,
    by              uuid        not null references account,
    at              timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, action_id) references plan_action on delete cascade,
    foreign key (organization_id, committee_id) references committee
);
create index on action_report (organization_id, action_id, on_day, at);

-- One decision may adopt a control plan and an operational plan together.
alter table decision
    add column control_plan_id     uuid,
    add column control_plan_part   text check (control_plan_part in ('plan', 'amendment', 'report')),
    add column amendment_id        uuid,
    add column operational_plan_id uuid,
    add column operational_plan_part text check (operational_plan_part in ('plan', 'report')),
    add foreign key (organization_id, committee_id, control_plan_id) references control_plan (organization_id, committee_id, id),
    add foreign key (organization_id, committee_id, operational_plan_id) references operational_plan (organization_id, committee_id, id),
    add foreign key (organization_id, amendment_id) references plan_amendment,
    add check ((control_plan_id is null) = (control_plan_part is null)),
    add check ((operational_plan_id is null) = (operational_plan_part is null)),
    add check ((amendment_id is not null) = (control_plan_part is not distinct from 'amendment')),
    add check (response_id is null or (control_plan_id is null and operational_plan_id is null));
create index on decision (organization_id, control_plan_id) where control_plan_id is not null;
create index on decision (organization_id, operational_plan_id) where operational_plan_id is not null;

-- What was adopted: the bytes as rendered, from then on served as they are.
create table plan_edition (
    organization_id uuid        not null,
    plan_id         uuid        not null,
    decision_id     uuid        not null,
    part            text        not null check (part in ('plan', 'amendment', 'report')),
    pdf             bytea       not null,
    sha256          bytea       not null,
    rendered_at     timestamptz not null,
    primary key (organization_id, plan_id, decision_id),
    foreign key (organization_id, plan_id) references control_plan on delete cascade,
    foreign key (organization_id, decision_id) references decision
);

-- One occurrence of a control.
create table control_check (
    organization_id uuid   not null,
    id              uuid   not null,
    plan_id         uuid   not null,
    control_id      uuid   not null,
    period_start    date   not null,
    period_end      date   not null check (period_end >= period_start),
    event           text   not null default '',
    planned_on      date   not null,
    last_on         date   not null check (last_on >= planned_on),
    person_id       uuid references account,
    population      int check (population >= 0),
    population_of   text   not null default '',
    sample          int check (sample >= 0),
    deviating       int check (deviating >= 0),
    outcome         text check (outcome in ('no_deviation', 'minor_deviation', 'major_deviation', 'not_performed')),
    seen            text   not null default '',
    done            text   not null default '',
    reason          text   not null default '',
    draw            jsonb,
    performed_by    uuid references account,
    performed_at    timestamptz,
    performed_on    date,
    control_then    jsonb,
    version         bigint not null default 1,
    primary key (organization_id, id),
    unique (organization_id, plan_id, id),
    foreign key (organization_id, plan_id, control_id) references control (organization_id, plan_id, id) on delete cascade,
    check ((performed_by is null) = (performed_at is null)),
    check ((performed_at is null) = (performed_on is null)),
    check ((performed_at is null) = (control_then is null)),
    check (performed_at is null or outcome is not null),
    check (performed_at is null or outcome <> 'not_performed' or reason <> '')
);
create unique index control_check_of_period on control_check (organization_id, control_id, period_end) where event = '';
create index on control_check (organization_id, plan_id, last_on);
create index on control_check (organization_id, last_on) where performed_at is null;
comment on table control_check is 'a check in the contract; the word is SQL''s own';
comment on column control_check.event is 'what made a control at an event be checked; empty for those at a frequency';
comment on column control_check.person_id is 'who performs this one in the place of the control''s own';
comment on column control_check.draw is 'the random draw: the list''s name, SHA-256 and number of rows, seed, size, and the drawn rows with their results; the rest of the list is not kept';
comment on column control_check.control_then is 'the control''s content as it stood when the check was performed';

create table deviation (
    organization_id uuid        not null,
    id              uuid        not null,
    plan_id         uuid        not null,
    check_id        uuid        not null,
    number          int         not null,
    what            text        not null,
    cause           text        not null,
    measure         text        not null,
    function        text        not null,
    person_id       uuid references account,
    due             date,
    progress        text        not null default 'not_started' check (progress in ('not_started', 'ongoing', 'continuous', 'done', 'cancelled')),
    progress_note   text        not null default '' check (progress <> 'cancelled' or progress_note <> ''),
    progress_on     date,
    recheck_due     date,
    noted_by        uuid        not null references account,
    noted_at        timestamptz not null,
    version         bigint      not null default 1,
    primary key (organization_id, id),
    unique (organization_id, plan_id, number),
    foreign key (organization_id, plan_id, check_id) references control_check (organization_id, plan_id, id) on delete cascade
);
create index on deviation (organization_id, check_id);
create index on deviation (organization_id, person_id) where person_id is not null;

create table recheck (
    organization_id uuid        not null,
    id              uuid        not null,
    deviation_id    uuid        not null,
    outcome         text        not null check (outcome in ('remedied', 'remains')),
    note            text        not null,
    on_day          date        not null,
    by              uuid        not null references account,
    at              timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, deviation_id) references deviation on delete cascade
);
create index on recheck (organization_id, deviation_id, on_day, at);

-- Where a risk came from.
alter table risk
    add column deviation_id      uuid,
    add column recommendation_id uuid,
    add constraint risk_deviation foreign key (organization_id, deviation_id) references deviation on delete set null (deviation_id),
    add constraint risk_recommendation foreign key (organization_id, recommendation_id) references recommendation on delete set null (recommendation_id),
    add constraint risk_deviation_once unique (organization_id, plan_id, deviation_id),
    add constraint risk_recommendation_once unique (organization_id, plan_id, recommendation_id);
create index on risk (organization_id, deviation_id) where deviation_id is not null;
create index on risk (organization_id, recommendation_id) where recommendation_id is not null;

-- What a response points to in adopted plans, with the wording as it stood when it was chosen.
create table citation (
    organization_id uuid        not null,
    id              uuid        not null,
    response_id     uuid        not null,
    answer_id       uuid,
    risk_id         uuid,
    control_id      uuid,
    action_id       uuid,
    wording         jsonb       not null,
    cited_by        uuid        not null references account,
    cited_at        timestamptz not null,
    version         bigint      not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, response_id) references response on delete cascade,
    foreign key (organization_id, answer_id) references answer on delete cascade,
    foreign key (organization_id, risk_id) references risk,
    foreign key (organization_id, control_id) references control,
    foreign key (organization_id, action_id) references plan_action,
    check (num_nonnulls(risk_id, control_id, action_id) = 1)
);
create unique index citation_once on citation (organization_id, response_id, coalesce(answer_id, response_id), coalesce(risk_id, control_id, action_id));
create index on citation (organization_id, risk_id) where risk_id is not null;
create index on citation (organization_id, control_id) where control_id is not null;
create index on citation (organization_id, action_id) where action_id is not null;
comment on column citation.wording is 'the contract''s CitedWording';

alter table attachment
    add column check_id     uuid,
    add column deviation_id uuid,
    drop constraint attachment_check,
    add constraint attachment_thing check (num_nonnulls(audit_id, assignment_id, measure_id, response_id, check_id, deviation_id) = 1),
    add constraint attachment_control_check foreign key (organization_id, check_id) references control_check,
    add constraint attachment_deviation foreign key (organization_id, deviation_id) references deviation;
create index on attachment (organization_id, check_id) where check_id is not null;
create index on attachment (organization_id, deviation_id) where deviation_id is not null;

-- Figures per committee and period: no cases, no persons.
create table indicator (
    organization_id uuid    not null,
    id              uuid    not null,
    committee_id    uuid    not null,
    name            text    not null,
    description     text    not null,
    unit            text    not null check (unit in ('count', 'percent')),
    direction       text    not null check (direction in ('higher_is_better', 'lower_is_better', 'neither')),
    baseline        numeric(14,2),
    baseline_words  text    not null,
    version         bigint  not null default 1,
    primary key (organization_id, id),
    constraint indicator_name unique (organization_id, committee_id, name),
    constraint indicator_committee foreign key (organization_id, committee_id) references committee
);

create table indicator_value (
    organization_id uuid          not null,
    indicator_id    uuid          not null,
    series          text          not null,
    period_start    date          not null,
    period_end      date          not null check (period_end >= period_start),
    value           numeric(14,2) not null,
    answers         int check (answers >= 0),
    primary key (organization_id, indicator_id, series, period_start, period_end),
    foreign key (organization_id, indicator_id) references indicator on delete cascade
);
comment on column indicator_value.series is 'what the figure counts, e.g. a type of incident; empty where there is but one';
comment on column indicator_value.answers is 'how many a share of answers rests on';

create table indicator_subject (
    organization_id   uuid not null,
    indicator_id      uuid not null,
    risk_id           uuid,
    control_id        uuid,
    recommendation_id uuid,
    foreign key (organization_id, indicator_id) references indicator on delete cascade,
    constraint indicator_risk foreign key (organization_id, risk_id) references risk on delete cascade,
    constraint indicator_control foreign key (organization_id, control_id) references control on delete cascade,
    constraint indicator_recommendation foreign key (organization_id, recommendation_id) references recommendation on delete cascade,
    check (num_nonnulls(risk_id, control_id, recommendation_id) = 1),
    unique nulls not distinct (organization_id, indicator_id, risk_id, control_id, recommendation_id)
);
create index on indicator_subject (organization_id, risk_id) where risk_id is not null;
create index on indicator_subject (organization_id, control_id) where control_id is not null;
create index on indicator_subject (organization_id, recommendation_id) where recommendation_id is not null;

-- A committee's own dates in the year, beside those that the program knows.
create table duty (
    organization_id uuid    not null,
    id              uuid    not null,
    committee_id    uuid,
    kind            text    not null check (kind in ('internal_control', 'audit', 'other')),
    title           text    not null,
    who             text    not null,
    starts_on       date    not null,
    ends_on         date    not null check (ends_on >= starts_on),
    yearly          boolean not null,
    version         bigint  not null default 1,
    primary key (organization_id, id),
    constraint duty_committee foreign key (organization_id, committee_id) references committee
);
create index on duty (organization_id, committee_id);
comment on column duty.committee_id is 'null: every committee''s';
comment on column duty.yearly is 'comes again each year on the same days';

-- A calendar's secret address: its holder reads what the account may read, until it is revoked.
create table calendar_feed (
    id              uuid        primary key,
    token_hash      bytea       not null unique,
    account_id      uuid        not null references account on delete cascade,
    organization_id uuid        not null references organization,
    committee_id    uuid,
    made_at         timestamptz not null,
    last_read_on    date,
    foreign key (organization_id, committee_id) references committee
);
create index on calendar_feed (account_id);

-- How often a person is reminded.
create table reminder_choice (
    account_id uuid   primary key references account on delete cascade,
    digest     text   not null check (digest in ('daily', 'weekly', 'never')),
    at_once    boolean not null,
    version    bigint not null default 1
);

-- Mail that is to be sent, written in the transaction of what it tells. The Message-ID is made from the id.
create table outbox (
    id              uuid        primary key,
    organization_id uuid        not null references organization,
    account_id      uuid        not null references account on delete cascade,
    kind            text        not null,
    key             text        not null,
    subject         text        not null,
    body            text        not null,
    made_at         timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts        int         not null default 0,
    claimed_until   timestamptz,
    sent_at         timestamptz,
    dead_at         timestamptz,
    last_error      text        not null default '',
    unique (account_id, key),
    check (sent_at is null or dead_at is null)
);
create index outbox_waiting on outbox (next_attempt_at) where sent_at is null and dead_at is null;
create index on outbox (organization_id, made_at desc);
comment on column outbox.key is 'what the mail is about, e.g. the day of a digest: written twice it is sent once';

call protect_tenant_table('control');
call protect_tenant_table('control_risk');
call protect_tenant_table('control_recommendation');
call protect_tenant_table('plan_amendment');
call protect_tenant_table('plan_report');
call protect_tenant_table('operational_plan');
call protect_tenant_table('plan_action');
call protect_tenant_table('action_committee');
call protect_tenant_table('action_recommendation');
call protect_tenant_table('action_report');
call protect_tenant_table('plan_edition');
call protect_tenant_table('control_check');
call protect_tenant_table('deviation');
call protect_tenant_table('recheck');
call protect_tenant_table('citation');
call protect_tenant_table('indicator');
call protect_tenant_table('indicator_value');
call protect_tenant_table('indicator_subject');
call protect_tenant_table('duty');
