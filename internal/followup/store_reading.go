package followup

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/postgres"
	"uppsikt/internal/reading"
)

const (
	// leastCandidate is lower than leastLikeness: a report may quote a recommendation in part.
	leastCandidate = 0.2
	// anotherCommittee is what a likeness is worth when the report says it was another committee's.
	anotherCommittee = 0.5
)

// candidates finds for each result the assignments whose recommendations share most words with it in any inflection, of all
// the words of both (Jaccard), as repetitions does. Whose the report says it is counts where the organization has such a
// committee.
func candidates(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, today calendar.Date, results []reading.VerdictResult) ([]json.RawMessage, error) {
	asked, err := json.Marshal(results)
	if err != nil {
		return nil, fmt.Errorf("ask for candidates: %w", err)
	}
	return postgres.GetJSON[[]json.RawMessage](ctx, tx, "assignments", `
		with `+readingAs("$6", "$9")+`, result as (
			select r.place, r.value ->> 'number' as number, tsvector_to_array(to_tsvector('pg_catalog.swedish', r.value ->> 'text')) as stems,
				(select array_agg(k.id) from committee k where k.organization_id = $1
					and lower(r.value ->> 'committee' collate "sv-x-icu") in (lower(k.name collate "sv-x-icu"), lower(nullif(k.abbreviation, '') collate "sv-x-icu"))) as committees
			from jsonb_array_elements($4::jsonb) with ordinality r (value, place)
		),
		seen as (
			select g.id, c.id as recommendation_id, c.number, tsvector_to_array(c.words) as stems, g.committee_id, g.holder_id, a.report_date
			from assignment g
			join recommendation c on c.organization_id = g.organization_id and c.id = g.recommendation_id
			join audit a on a.organization_id = g.organization_id and a.id = g.audit_id
			where g.organization_id = $1 and `+isSeen("$6")+`
			and ($5::uuid is null or exists (select from audit_adviser v where v.organization_id = g.organization_id and v.audit_id = g.audit_id and v.account_id = $5))
		),
		common as (
			select r.place, s.recommendation_id, count(*) as words
			from (select place, unnest(stems) as stem from result) r
			join (select distinct recommendation_id, unnest(stems) as stem from seen) s using (stem)
			group by r.place, s.recommendation_id
		),
		compared as (
			select r.place, s.*, r.number = s.number as same_number,
				n.words::float / (cardinality(r.stems) + cardinality(s.stems) - n.words)
					* case when r.committees is null or s.committee_id = any (r.committees) or s.holder_id = any (r.committees) then 1 else $7::float end as likeness
			from common n join result r using (place) join seen s using (recommendation_id)
		),
		likest as (
			select *, row_number() over (partition by place order by likeness desc, same_number desc nulls last, report_date desc nulls last, id) as rank
			from compared where likeness >= $8
		)
		select jsonb_agg((select coalesce(jsonb_agg(jsonb_build_object('assignment', `+summaryObject+`, 'likeness', round(l.likeness::numeric, 2)) order by l.rank), '[]')
			from likest l
			join assignment g on g.organization_id = $1 and g.id = l.id
			join recommendation c on c.organization_id = g.organization_id and c.id = g.recommendation_id
			join audit a on a.organization_id = g.organization_id and a.id = g.audit_id
			where l.place = r.place and l.rank <= 5) order by r.place) from result r`,
		actor.Organization, today, seesProposals(actor), string(asked), onlyGivenTo(actor), confidentiality.Argument(actor.SeesConfidential()),
		anotherCommittee, leastCandidate, actor.Account)
}
