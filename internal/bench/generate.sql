-- A nation's follow-up, the same for the same seed. psql -v seed=… -v organizations=… -v audits=… -v entries=… -f generate.sql
-- Five recommendations an audit, each to one committee; organizations of skewed size: the first has the most.
\set ON_ERROR_STOP on
set synchronous_commit = off;

create function pg_temp.id(of text) returns uuid language sql immutable as $$ select md5(of)::uuid $$;

-- chance is even between 0 and 1, and the same for the same words.
create function pg_temp.chance(of text) returns float8 language sql immutable as $$ select (hashtextextended(of, 0) & 1048575) / 1048576.0 $$;

create temp table word as
select row_number() over () - 1 as i, w from regexp_split_to_table('nämnden kommunen granskningen rutinerna kontrollen uppföljningen
    planen målen riskerna avtalen inköpen ekonomin prognosen budgeten skolan elever förskolan omsorgen hemtjänsten bemanningen
    kompetensen arbetsmiljön avvikelser läkemedel informationen behörigheter säkerheten beredskapen klimatet tillsynen bygglov
    vatten avlopp vägar kulturen biblioteket föreningar bisysslor representation lönerna cheferna ansvaret rollerna samverkan
    dokumentationen arkivet sekretess handläggningen utredningar fastigheterna underhållet investeringar upphandlingen
    leverantörer fakturor att och för med som en ett den det på av till från inom under efter senast årligen tydligt skriftligt
    säkerställa följa upp återkoppla dokumentera redovisa stärka utveckla fastställa besluta pröva jämföra analysera', '\s+') as w;

-- prose is sentences of fifteen words drawn evenly; each of the rarer words stands in a few texts of a hundred. The
-- sentences are some thousands, so that a million of them are quickly put together.
create temp table sentence as
select s as i, string_agg(w, ' ' order by n) || '.' as t from generate_series(0, 4095) s cross join generate_series(1, 15) n
join word on i = (hashtextextended('sentence' || s, n) & 2147483647) % (select count(*) from word) group by s;
create index on sentence (i);
analyze sentence;
create function pg_temp.prose(of text, sentences int) returns text language sql stable as $$
    select string_agg((select t from sentence where i = (hashtextextended(of, n) & 4095)::int), ' ' order by n) from generate_series(1, sentences) n
$$;
create temp table rare as
select row_number() over () - 1 as i, w from regexp_split_to_table('avfallstaxan krisledningen bostadsanpassning färdtjänst
    grundvattnet livsmedelskontroll musikskolan nattvandring parkeringen räddningstjänsten simhallen skolskjutsen snöröjningen
    tolkförmedling trygghetslarm ungdomsgården valnämnden vattenskydd vuxenutbildningen överförmyndaren', '\s+') as w;

create temp table place as select o, pg_temp.id(:'seed' || 'organization' || o) as organization_id, pg_temp.id(:'seed' || 'account' || o) as account_id
from generate_series(1, :organizations) o;

begin;
insert into account (id, email, name, created_at) select account_id, 'utredare' || o || '@' || :'seed' || '.example', 'Utredare ' || o, '2020-01-01' from place;
insert into organization (organization_id, name, auditors_name) select organization_id, 'Kommun ' || o, 'Revisorerna i Kommun ' || o from place;
insert into committee (organization_id, id, name, abbreviation, kind, registry_number_pattern)
select organization_id, pg_temp.id(:'seed' || 'committee' || o || '.' || n), 'Nämnd ' || n, 'N' || n, 'committee', '' from place, generate_series(1, 6) n;
insert into membership (organization_id, id, account_id, title) select organization_id, account_id, account_id, 'utredare' from place;
insert into membership_role (organization_id, membership_id, role, committee_id)
select organization_id, account_id, 'officer', pg_temp.id(:'seed' || 'committee' || o || '.' || n) from place, generate_series(1, 6) n;
-- The cookie of organization 7 is the seed and "-7".
insert into session (id, token_hash, account_id, organization_id, user_agent, created_at, last_seen_at, expires_at)
select account_id, sha256(convert_to(:'seed' || '-' || o, 'UTF8')), account_id, organization_id, 'bench', now(), now(), now() + interval '7 days' from place;

create temp table audited as
select n, p.*, pg_temp.id(:'seed' || 'audit' || n) as audit_id, pg_temp.id(:'seed' || 'addressee' || n) as addressee_id,
    pg_temp.id(:'seed' || 'response' || n) as response_id,
    pg_temp.id(:'seed' || 'committee' || o || '.' || 1 + floor(6 * pg_temp.chance(:'seed' || 'of' || n))::int) as committee_id,
    date '2018-01-15' + floor(2900 * pg_temp.chance(:'seed' || 'day' || n))::int as report_date,
    pg_temp.chance(:'seed' || 'decided' || n) < 0.8 as decided
from generate_series(1, :audits) n
join place p on p.o = case when n <= :organizations then n else 1 + floor(:organizations * pg_temp.chance(:'seed' || 'owner' || n) ^ 2)::int end;

insert into audit (organization_id, id, title, firm, commissioned_by, report_date, registry_number, registered_by, registered_at, confirmed_by, confirmed_at)
select organization_id, audit_id, 'Granskning av ' || left(pg_temp.prose(:'seed' || 'title' || n, 1), 40), 'Byrå ' || n % 5, 'Revisorerna', report_date,
    'REV ' || n, account_id, report_date, account_id, report_date from audited;
insert into addressee (organization_id, id, audit_id, committee_id, position, registry_number, asked)
select organization_id, addressee_id, audit_id, committee_id, 1, '', '' from audited;
insert into response (organization_id, id, audit_id, addressee_id, committee_id, state, title, officer_id, started_at)
select organization_id, response_id, audit_id, addressee_id, committee_id, case when decided then 'decided' else 'draft' end, 'Yttrande', account_id,
    report_date from audited;
insert into decision (organization_id, id, committee_id, response_id, outcome, date, paragraph, registered_by, registered_at, delegation)
select organization_id, response_id, committee_id, response_id, 'chair_decision', report_date + 60, '', account_id, report_date + 61, '3.2' from audited where decided;

create temp table given as
select a.*, r, pg_temp.id(:'seed' || 'recommendation' || n || '.' || r) as recommendation_id, pg_temp.id(:'seed' || 'assignment' || n || '.' || r) as assignment_id,
    pg_temp.id(:'seed' || 'answer' || n || '.' || r) as answer_id, pg_temp.chance(:'seed' || 'fate' || n || '.' || r) as fate
from audited a, generate_series(1, 5) r;

insert into recommendation (organization_id, id, audit_id, position, number, text, variants)
select organization_id, recommendation_id, audit_id, r, r::text, pg_temp.prose(recommendation_id::text, 11) || ' Det gäller '
    || (select w from rare where i = (hashtextextended(recommendation_id::text, 0) & 2147483647) % 20) || '.', '{}' from given;
insert into assignment (organization_id, audit_id, recommendation_id, committee_id, holder_id, id, progress, done_since, verdict, verdict_on)
select organization_id, audit_id, recommendation_id, committee_id, committee_id, assignment_id,
    case when not decided then null when fate < 0.3 then 'done' when fate < 0.7 then 'ongoing' end,
    case when decided and fate < 0.3 then report_date + 200 end,
    case when decided and fate < 0.2 then 'addressed' else 'not_followed_up' end, case when decided and fate < 0.2 then report_date + 400 end from given;
insert into answer (organization_id, id, response_id, audit_id, position, stance, text)
select organization_id, answer_id, response_id, audit_id, r, case when fate < 0.9 then 'accepts' else 'rejects' end,
    pg_temp.prose(answer_id::text, 3) from given;
insert into answered_recommendation (organization_id, response_id, audit_id, answer_id, recommendation_id)
select organization_id, response_id, audit_id, answer_id, recommendation_id from given;
insert into measure (organization_id, id, committee_id, answer_id, position, what, function, ready_words, ready_precision, ready_last_day, progress)
select organization_id, answer_id, committee_id, answer_id, 1, pg_temp.prose(answer_id::text || 'm', 1), 'chefen', (report_date + 300)::text, 'day',
    report_date + 300, case when decided and fate < 0.3 then 'done' else 'not_started' end from given;
insert into progress_report (organization_id, id, assignment_id, progress, comment, effect, on_day, by, at)
select organization_id, pg_temp.id(assignment_id::text || s), assignment_id, case when s = 2 then 'done' else 'ongoing' end,
    pg_temp.prose(assignment_id::text || s, 1), '', report_date + 100 * s, account_id, report_date + 100 * s
from given, generate_series(1, 2) s where decided and (fate < 0.3 or fate < 0.7 and s = 1);
insert into verdict (organization_id, id, assignment_id, verdict, comment, on_day, by, at, confirmed_by, confirmed_at)
select organization_id, assignment_id, assignment_id, 'addressed', '', report_date + 400, account_id, report_date + 400, account_id, report_date + 400
from given where decided and fate < 0.2;

-- The journal is filled, not chained: no reader here verifies it.
create temp table entry as
select organization_id, row_number() over (partition by organization_id order by e) as sequence, account_id, assignment_id,
    timestamptz '2018-01-01 00:00Z' + e * interval '1 minute' as at, committee_id
from generate_series(1, :entries) e
join (select *, row_number() over (order by n, r) as place from given) g on g.place = 1 + e % (select count(*) from given);
insert into journal_entry (organization_id, sequence, at, actor_id, thing, thing_id, action, content_hash, hash)
select organization_id, sequence, at, account_id, 'assignment', assignment_id, 'report_progress', sha256(''), sha256(int8send(sequence)) from entry;
insert into journal_content (organization_id, sequence, salt, content)
select organization_id, sequence, sha256(int8send(sequence)), '{"progress":"ongoing","comment":"Arbetet pågår."}' from entry;
insert into journal_head (organization_id, sequence, hash)
select organization_id, max(sequence), sha256(int8send(max(sequence))) from entry group by organization_id
on conflict (organization_id) do update set sequence = excluded.sequence, hash = excluded.hash;
commit;
vacuum analyze account, session, membership, membership_role, organization, committee, audit, addressee, response, decision, recommendation,
    assignment, answer, answered_recommendation, measure, progress_report, verdict, journal_entry, journal_content, journal_head;
