-- +goose Up

-- A control is shown with its latest check wherever it stands: without this each of them looked through all checks.
create index control_check_latest on control_check (organization_id, control_id, performed_on desc, performed_at desc) where performed_at is not null;
