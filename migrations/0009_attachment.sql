-- +goose Up

-- A file that belongs to one thing, in rows of at most 256 kB so that it is streamed in and out.
create table attachment (
    organization_id uuid        not null,
    id              uuid        not null,
    audit_id        uuid,
    assignment_id   uuid,
    measure_id      uuid,
    response_id     uuid,
    name            text        not null,
    media_type      text        not null,
    size            bigint      not null,
    sha256          bytea       not null,
    paper_date      date,
    uploaded_by     uuid        not null references account,
    uploaded_at     timestamptz not null,
    by_auditors     boolean     not null,
    primary key (organization_id, id),
    check (num_nonnulls(audit_id, assignment_id, measure_id, response_id) = 1),
    foreign key (organization_id, audit_id) references audit on delete cascade,
    constraint attachment_assignment foreign key (organization_id, assignment_id) references assignment (organization_id, id),
    constraint attachment_measure foreign key (organization_id, measure_id) references measure,
    foreign key (organization_id, response_id) references response on delete cascade
);
comment on column attachment.by_auditors is 'uploaded on the auditors'' side, whatever roles the person has later: the other side does not take it away';
create index on attachment (organization_id, audit_id) where audit_id is not null;
create index on attachment (organization_id, assignment_id) where assignment_id is not null;
create index on attachment (organization_id, measure_id) where measure_id is not null;
create index on attachment (organization_id, response_id) where response_id is not null;

create table attachment_part (
    organization_id uuid  not null,
    attachment_id   uuid  not null,
    sequence        int   not null,
    bytes           bytea not null check (length(bytes) <= 262144),
    primary key (organization_id, attachment_id, sequence),
    foreign key (organization_id, attachment_id) references attachment on delete cascade
);
alter table attachment_part alter column bytes set storage external;
comment on column attachment_part.bytes is 'not compressed: papers mostly are already';

call protect_tenant_table('attachment');
call protect_tenant_table('attachment_part');
