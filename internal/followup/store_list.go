package followup

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/calendar"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/postgres"
)

// Filter chooses assignments. A nil field does not filter.
type Filter struct {
	Words        *string
	Committees   *[]uuid.UUID
	Audit        *uuid.UUID
	Firm         *string
	Year         *int
	Stances      *[]contract.StanceFilter
	Progresses   *[]contract.ProgressFilter
	Verdicts     *[]contract.Verdict
	Differences  *[]contract.Difference
	Criticisms   *[]contract.CriticismFilter
	Overdue      *bool
	GivenTo      *uuid.UUID // the adviser whose audits they come from
	Sort         contract.AssignmentSort
	Limit        int // 0 is all
	Offset       int
	SeeProposals bool
	Confidential *[]uuid.UUID // the committees about which what is confidential is seen; nil is all
	Reader       any          // who reads, to whom measures are given
}

// orders sort the list; what is equal follows by audit, number and committee.
var orders = map[contract.AssignmentSort]string{
	contract.AssignmentSortReportDate:      `a.report_date nulls last`,
	contract.AssignmentSortMinusReportDate: `a.report_date desc nulls last`,
	contract.AssignmentSortCommittee:       `k.name collate "sv-x-icu"`,
	contract.AssignmentSortMinusCommittee:  `k.name collate "sv-x-icu" desc`,
	contract.AssignmentSortTitle:           `a.title collate "sv-x-icu"`,
	contract.AssignmentSortMinusTitle:      `a.title collate "sv-x-icu" desc`,
	contract.AssignmentSortLastDay:         lastDayOrder + ` nulls last`,
	contract.AssignmentSortMinusLastDay:    lastDayOrder + ` desc nulls last`,
}

const lastDayOrder = `(select max(case when m.new_ready_words is null then m.ready_last_day else m.new_ready_last_day end) from ` + decidedMeasures + `
	and m.progress not in ('done', 'continuous', 'cancelled'))`

// list chooses by what the assignment's own row and its audit say, and looks further only where a filter asks for it; the
// page's rows alone are then told in full.
func list(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, today calendar.Date, filter Filter) (contract.AssignmentPage, error) {
	order, known := orders[filter.Sort]
	if !known {
		order = orders[contract.AssignmentSortMinusReportDate]
	}
	return postgres.GetJSON[contract.AssignmentPage](ctx, tx, "assignments", `
		with `+readingAs("$17", "$18")+`, chosen as (
			select g.*, `+isSeen("$17")+` as seen, row_number() over (order by `+order+`, a.id, c.position, k.name collate "sv-x-icu", g.id) as place
			`+chosenFrom+`
			and ($4::text is null or c.words @@ websearch_to_tsquery('pg_catalog.swedish', $4) or a.words @@ websearch_to_tsquery('pg_catalog.swedish', $4)
				or strpos(lower(c.text || ' ' || a.title || ' ' || a.registry_number collate "sv-x-icu"), lower($4 collate "sv-x-icu")) > 0)
			and ($9::uuid is null or g.audit_id = $9)
			and ($10::text[] is null or coalesce(`+stance+`, 'unanswered') = any ($10))
			and ($11::text[] is null or coalesce(g.progress, 'unreported') = any ($11))
			and ($12::text[] is null or g.verdict = any ($12))
			and ($13::text[] is null or `+difference+` = any ($13))
			and ($14::boolean is null or `+isOverdue+` = $14)
			and ($19::text[] is null or `+criticism+` = any ($19))
		), page as (select * from chosen where seen order by place limit nullif($15, 0) offset $16)
		select jsonb_build_object('total', (select count(*) from chosen where seen), 'leftOut', (select count(*) from chosen where not seen),
			'items', coalesce((select jsonb_agg(`+summaryObject+` order by g.place)
			from page g
			join recommendation c on c.organization_id = g.organization_id and c.id = g.recommendation_id
			join audit a on a.organization_id = g.organization_id and a.id = g.audit_id), '[]'))`,
		organization, today, filter.SeeProposals, filter.Words, uuids(filter.Committees), filter.Firm, filter.Year, filter.GivenTo,
		filter.Audit, texts(filter.Stances), texts(filter.Progresses), texts(filter.Verdicts), texts(filter.Differences), filter.Overdue,
		filter.Limit, filter.Offset, confidentiality.Argument(filter.Confidential), filter.Reader, texts(filter.Criticisms))
}

// criticism is the gravest that the committee was given, or handed over, for the year of the report.
const criticism = `coalesce((select t.kind from criticism t where t.organization_id = g.organization_id and t.committee_id in (g.committee_id, g.holder_id)
	and t.year = extract(year from a.report_date) order by array_position(array['discharge_denied', 'formal_remark', 'caution'], t.kind) limit 1), 'none')`

// chosenFrom are the assignments that $5 committees answer for now, $6 a firm, $7 a report's year, in audits given to the adviser $8.
const chosenFrom = `from assignment g
	join recommendation c on c.organization_id = g.organization_id and c.id = g.recommendation_id
	join audit a on a.organization_id = g.organization_id and a.id = g.audit_id
	join committee k on k.organization_id = g.organization_id and k.id = g.holder_id
	where g.organization_id = $1
	and ($5::uuid[] is null or g.holder_id = any ($5))
	and ($6::text is null or a.firm = $6)
	and ($7::int is null or extract(year from a.report_date) = $7)
	and ($8::uuid is null or exists (select from audit_adviser v where v.organization_id = g.organization_id and v.audit_id = g.audit_id and v.account_id = $8))`

func uuids(ids *[]uuid.UUID) any {
	if ids == nil {
		return nil
	}
	return pq.Array(*ids)
}

func texts[T ~string](values *[]T) any {
	if values == nil {
		return nil
	}
	return pq.Array(*values)
}
