package audit

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/calendar"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/postgres"
)

// Sought is what a report says of itself, by which a registered audit may be known again.
type Sought struct {
	Title          string
	RegistryNumber *string
	ReportDate     *calendar.Date

	givenTo      *uuid.UUID
	confidential *[]uuid.UUID
}

// From these shares of words in common two titles may be the same audit's: on their own, and of reports of the same day.
const (
	alikeTitles       = 0.5
	alikeTitlesOfADay = 0.25
)

// mostMatches is how many a person would look through.
const mostMatches = 5

// match finds the audits with the same registry number, spaces, hyphens and case aside, or whose title shares its words in any
// inflection (Jaccard). "Granskning" says nothing, since it stands in nearly every title.
func match(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, sought Sought) (contract.AuditMatches, error) {
	return postgres.GetJSON[contract.AuditMatches](ctx, tx, "audits", `
		with common as (select array_agg(stem) as stems from unnest(tsvector_to_array(to_tsvector('pg_catalog.swedish', 'granskning granskningen'))) stem),
		wanted as (select array(select unnest(tsvector_to_array(to_tsvector('pg_catalog.swedish', $2))) except select unnest(stems) from common) as stems,
			nullif(`+plainNumber("$3::text")+`, '') as number),
		compared as (
			select a.*, coalesce(`+plainNumber("a.registry_number")+` = w.number, false) as same_number, coalesce(a.report_date = $4::date, false) as same_day,
				coalesce(l.common / nullif(l.every, 0), 0) as likeness
			from audit a cross join wanted w
			cross join lateral (select count(*) filter (where times = 2)::float as common, count(*)::float as every
				from (select count(*) as times from (select unnest(w.stems) as stem
					union all (select unnest(tsvector_to_array(a.words)) except select unnest(stems) from common)) s group by stem) n) l
			where a.organization_id = $1 and `+IsSeen("$5")+`
			and ($6::uuid is null or exists (select from audit_adviser g where g.organization_id = a.organization_id and g.audit_id = a.id and g.account_id = $6))
		), found as (
			select a.*, row_number() over (order by a.same_number desc, a.likeness desc, a.same_day desc, a.report_date desc nulls last, a.id) as place
			from compared a where a.same_number or a.likeness >= $7 or a.same_day and a.likeness >= $8
		)
		select jsonb_build_object('items', coalesce((select jsonb_agg(jsonb_build_object('audit', `+summaryObject+`,
			'likeness', round(a.likeness::numeric, 2), 'sameRegistryNumber', a.same_number) order by a.place) from found a where a.place <= $9), '[]'))`,
		organization, sought.Title, sought.RegistryNumber, sought.ReportDate, confidentiality.Argument(sought.confidential), sought.givenTo,
		alikeTitles, alikeTitlesOfADay, mostMatches)
}

func plainNumber(number string) string {
	return `regexp_replace(lower(` + number + `), '[[:space:]-]+', '', 'g')`
}
