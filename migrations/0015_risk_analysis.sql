-- +goose Up

-- How risks are valued in the organization; without a row, the program's own scale.
create table risk_scale (
    organization_id uuid   primary key references organization,
    content         jsonb  not null,
    version         bigint not null default 1
);

-- What every committee is to assess in a year, beside its own risks.
create table common_risk (
    organization_id uuid   not null references organization,
    id              uuid   not null,
    year            int    not null,
    title           text   not null,
    category        text   not null,
    cause           text   not null,
    consequence     text   not null,
    version         bigint not null default 1,
    primary key (organization_id, id)
);
create index on common_risk (organization_id, year desc);

-- A committee's control plan for a year, with the risk analysis that it rests on: one aggregate. Every change to a part of
-- it raises its version too.
create table control_plan (
    organization_id uuid        not null,
    id              uuid        not null,
    committee_id    uuid        not null,
    year            int         not null,
    state           text        not null default 'draft' check (state in ('draft', 'adopted', 'reported')),
    scale           jsonb       not null,
    begun_by        uuid        not null references account,
    begun_at        timestamptz not null,
    version         bigint      not null default 1,
    primary key (organization_id, id),
    constraint control_plan_of_year unique (organization_id, committee_id, year),
    constraint control_plan_committee foreign key (organization_id, committee_id) references committee
);
comment on column control_plan.scale is 'as it was when the plan was begun: what was valued by it keeps its meaning';

create table risk (
    organization_id     uuid   not null,
    id                  uuid   not null,
    plan_id             uuid   not null,
    number              int    not null,
    common_risk_id      uuid,
    earlier_id          uuid,
    title               text   not null,
    category            text   not null,
    cause               text   not null,
    consequence         text   not null,
    inherent_likelihood  int check (inherent_likelihood between 1 and 5),
    inherent_consequence int check (inherent_consequence between 1 and 5),
    current_likelihood   int check (current_likelihood between 1 and 5),
    current_consequence  int check (current_consequence between 1 and 5),
    target_likelihood    int check (target_likelihood between 1 and 5),
    target_consequence   int check (target_consequence between 1 and 5),
    version             bigint not null default 1,
    primary key (organization_id, id),
    unique (organization_id, plan_id, number),
    constraint risk_common_once unique (organization_id, plan_id, common_risk_id),
    foreign key (organization_id, plan_id) references control_plan on delete cascade,
    constraint risk_common foreign key (organization_id, common_risk_id) references common_risk,
    foreign key (organization_id, earlier_id) references risk on delete set null (earlier_id),
    check ((inherent_likelihood is null) = (inherent_consequence is null)),
    check ((current_likelihood is null) = (current_consequence is null)),
    check ((target_likelihood is null) = (target_consequence is null))
);
create index on risk (organization_id, common_risk_id) where common_risk_id is not null;
create index on risk (organization_id, earlier_id) where earlier_id is not null;

create table risk_treatment (
    organization_id uuid not null,
    risk_id         uuid not null,
    treatment       text not null check (treatment in ('control_plan', 'operational_plan', 'action_now', 'accept', 'handled_elsewhere')),
    reason          text not null check (treatment not in ('accept', 'handled_elsewhere') or reason <> ''),
    primary key (organization_id, risk_id, treatment),
    foreign key (organization_id, risk_id) references risk on delete cascade
);

call protect_tenant_table('risk_scale');
call protect_tenant_table('common_risk');
call protect_tenant_table('control_plan');
call protect_tenant_table('risk');
call protect_tenant_table('risk_treatment');
