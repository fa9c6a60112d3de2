-- +goose Up

-- What each request asks first. In PL/pgSQL its plan is kept by the connection; as an SQL function that may not be put into
-- the query that calls it, for it is a security definer, it was planned anew each time.
-- +goose StatementBegin
create or replace function session_by_token(hash bytea, now timestamptz)
    returns table (session_id uuid, account_id uuid, account_name text, email text, last_seen_at timestamptz,
                   organization_id uuid, title text, roles jsonb)
    language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
    return query
    select s.id, a.id, a.name, a.email, s.last_seen_at, m.organization_id, coalesce(m.title, ''),
           coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'committeeId', r.committee_id) order by r.role, r.committee_id)
                     from membership_role r
                     where r.organization_id = m.organization_id and r.membership_id = m.id), '[]')
    from session s
    join account a on a.id = s.account_id
    left join membership m on m.organization_id = s.organization_id and m.account_id = s.account_id
    where s.token_hash = hash and s.expires_at > session_by_token.now;
end
$$;
-- +goose StatementEnd
