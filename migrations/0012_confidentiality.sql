-- +goose Up

-- What is confidential, with its ground in the Public Access to Information and Secrecy Act (OSL): seen by the committees
-- concerned, the auditors and the audit's advisers alone.
alter table audit add column confidential_ground text check (confidential_ground <> '');
alter table recommendation add column confidential_ground text check (confidential_ground <> '');
alter table answer add column confidential_ground text check (confidential_ground <> '');
alter table measure add column confidential_ground text check (confidential_ground <> '');
