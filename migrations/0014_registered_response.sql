-- +goose Up

-- A response that the committee decided outside the program, registered afterwards: its meeting may be none that is
-- registered here, and the ground of a chair's decision may not be known.
alter table decision
    drop constraint decision_check,
    drop constraint decision_check1,
    add check (outcome <> 'chair_decision' or meeting_id is null),
    add check (outcome = 'chair_decision' or delegation is null);
alter table response_transition drop constraint response_transition_action_check,
    add check (action in ('start', 'submit', 'withdraw', 'return', 'approve', 'decide', 'refer_back', 'deliver', 'register'));

alter table attachment add column confidential_ground text check (confidential_ground <> '');
