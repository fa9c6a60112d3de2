-- +goose Up

-- One aggregate: sections, answers and measures have versions of their own, which autosave sends as If-Match; each change
-- raises the response's version too, which its changes of state require.
create table response (
    organization_id uuid        not null,
    id              uuid        not null,
    audit_id        uuid        not null,
    addressee_id    uuid        not null,
    committee_id    uuid        not null,
    supplements_id  uuid,
    state           text        not null check (state in ('draft', 'submitted', 'approved', 'decided', 'delivered')),
    title           text        not null,
    common_stance   text check (common_stance in ('accepts', 'partly_accepts', 'rejects', 'takes_no_position')),
    officer_id      uuid        not null references account,
    submitted_by    uuid references account,
    started_at      timestamptz not null,
    version         bigint      not null default 1,
    primary key (organization_id, id),
    unique (organization_id, audit_id, id),
    unique (organization_id, committee_id, id),
    constraint response_addressee foreign key (organization_id, audit_id, committee_id, addressee_id)
        references addressee (organization_id, audit_id, committee_id, id),
    foreign key (organization_id, supplements_id) references response
);
create unique index response_first on response (organization_id, addressee_id) where supplements_id is null;
create index on response (organization_id, committee_id, state);
create index on response (organization_id, audit_id);

create table response_section (
    organization_id uuid   not null,
    response_id     uuid   not null,
    kind            text   not null check (kind in ('introduction', 'other_measures', 'control_plan', 'operational_plan', 'closing')),
    text            text   not null,
    version         bigint not null default 1,
    primary key (organization_id, response_id, kind),
    foreign key (organization_id, response_id) references response on delete cascade
);

create table answer (
    organization_id         uuid    not null,
    id                      uuid    not null,
    response_id             uuid    not null,
    audit_id                uuid    not null,
    position                int     not null,
    statement               text,
    stance                  text check (stance in ('accepts', 'partly_accepts', 'rejects', 'takes_no_position')),
    already_addressed       boolean not null default false,
    depends_on_committee_id uuid,
    text                    text    not null default '',
    version                 bigint  not null default 1,
    primary key (organization_id, id),
    unique (organization_id, response_id, audit_id, id),
    foreign key (organization_id, audit_id, response_id) references response (organization_id, audit_id, id) on delete cascade,
    foreign key (organization_id, depends_on_committee_id) references committee
);
create index on answer (organization_id, response_id);

create table answered_recommendation (
    organization_id   uuid not null,
    response_id       uuid not null,
    audit_id          uuid not null,
    answer_id         uuid not null,
    recommendation_id uuid not null,
    primary key (organization_id, response_id, recommendation_id),
    foreign key (organization_id, response_id, audit_id, answer_id)
        references answer (organization_id, response_id, audit_id, id) on delete cascade,
    constraint answered_recommendation_exists foreign key (organization_id, audit_id, recommendation_id)
        references recommendation (organization_id, audit_id, id)
);
create index on answered_recommendation (organization_id, answer_id);
create index on answered_recommendation (organization_id, recommendation_id);

-- A measure keeps its identity from draft through decision to progress.
create table measure (
    organization_id uuid   not null,
    id              uuid   not null,
    committee_id    uuid   not null,
    answer_id       uuid   not null,
    position        int    not null,
    what            text   not null,
    function        text   not null,
    start_words     text,
    start_precision text,
    start_last_day  date,
    ready_words     text,
    ready_precision text,
    ready_last_day  date,
    version         bigint not null default 1,
    primary key (organization_id, id),
    foreign key (organization_id, answer_id) references answer on delete cascade,
    foreign key (organization_id, committee_id) references committee,
    check (start_precision in ('day', 'month', 'quarter', 'season', 'year', 'continuous')),
    check (ready_precision in ('day', 'month', 'quarter', 'season', 'year', 'continuous'))
);
create index on measure (organization_id, answer_id);

create table response_transition (
    organization_id  uuid        not null,
    response_id      uuid        not null,
    response_version bigint      not null,
    action           text        not null check (action in ('start', 'submit', 'withdraw', 'return', 'approve', 'decide', 'deliver')),
    to_state         text        not null check (to_state in ('draft', 'submitted', 'approved', 'decided', 'delivered')),
    at               timestamptz not null,
    by               uuid        not null references account,
    comment          text,
    primary key (organization_id, response_id, response_version),
    foreign key (organization_id, response_id) references response on delete cascade
);

-- What was approved and what was decided: the bytes as rendered, from then on served as they are, and the content that
-- they were made of.
create table response_edition (
    organization_id uuid        not null,
    response_id     uuid        not null,
    edition         text        not null check (edition in ('approved', 'decided')),
    version         bigint      not null,
    content         jsonb       not null,
    pdf             bytea       not null,
    sha256          bytea       not null,
    rendered_at     timestamptz not null,
    primary key (organization_id, response_id, edition, version),
    foreign key (organization_id, response_id) references response on delete cascade
);
comment on column response_edition.version is 'the response''s version that was rendered; an approval that was taken back stays';

create table decision (
    organization_id uuid        not null,
    id              uuid        not null,
    committee_id    uuid        not null,
    meeting_id      uuid,
    response_id     uuid,
    outcome         text        not null check (outcome in ('adopted', 'adopted_with_changes', 'referred_back', 'chair_decision', 'rejected')),
    date            date        not null,
    paragraph       text        not null,
    registered_by   uuid        not null references account,
    registered_at   timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, committee_id, meeting_id) references meeting (organization_id, committee_id, id),
    foreign key (organization_id, committee_id, response_id) references response (organization_id, committee_id, id)
);
create index on decision (organization_id, response_id);
create index on decision (organization_id, meeting_id);

create table dispatch (
    organization_id uuid not null,
    id              uuid not null,
    decision_id     uuid not null,
    recipient_kind  text not null check (recipient_kind in ('auditors', 'firm', 'committee', 'other')),
    recipient       text not null,
    sent_on         date not null,
    primary key (organization_id, id),
    foreign key (organization_id, decision_id) references decision
);
create index on dispatch (organization_id, decision_id);
