package notice

// What waits of checks and control deviations: $12 is the committees whose checks the reader performs, $13 those whose plans
// they draw up. A control's title is of an adopted plan; a deviation's words are told to those alone whom it waits for.
const (
	openChecks = `select k.*, p.committee_id, t.title, coalesce(k.person_id, t.person_id) as performer
		from control_check k
		join control t on t.organization_id = k.organization_id and t.id = k.control_id
		join control_plan p on p.organization_id = k.organization_id and p.id = k.plan_id
		where k.organization_id = $1 and k.performed_at is null and p.state <> 'draft' and not (p.state = 'reported' and extract(year from k.period_end) <= p.year)`

	openDeviations = `select d.*, p.committee_id, coalesce(k.person_id, t.person_id) as performer, d.progress in ('done', 'continuous', 'cancelled') as is_settled
		from deviation d
		join control_check k on k.organization_id = d.organization_id and k.id = d.check_id
		join control t on t.organization_id = k.organization_id and t.id = k.control_id
		join control_plan p on p.organization_id = k.organization_id and p.id = k.plan_id
		where d.organization_id = $1 and (select x.outcome from recheck x where x.organization_id = d.organization_id and x.deviation_id = d.id
			order by x.on_day desc, x.at desc limit 1) is distinct from 'remedied'`

	// mineOfControls: where nobody in particular performs a control, whoever draws up the plan looks again.
	mineOfControls = `
		select 'mine', 'perform_check', 'check', id, committee_id, title, last_on, null::uuid, true
		from open_check where performer = $2 and planned_on <= $3
		union all
		select 'mine', 'remedy_deviation', 'deviation', id, committee_id, left(what, 120), due, null, true
		from open_deviation where person_id = $2 and not is_settled
		union all
		select 'mine', 'recheck_deviation', 'deviation', id, committee_id, left(what, 120), recheck_due, person_id, true
		from open_deviation where is_settled and (performer = $2 or performer is null and committee_id = any ($13))
		union all
		select 'mine', 'plan_to_report', 'control_plan', p.id, p.committee_id, k.name, null, null, false
		from control_plan p join committee k on k.organization_id = p.organization_id and k.id = p.committee_id
		where p.organization_id = $1 and p.state = 'adopted' and p.year < extract(year from $3::date) and p.committee_id = any ($13)`

	nearOfControls = `
		select 'near', 'check_due', 'check', id, committee_id, title, last_on, performer, false
		from open_check where last_on between $3 and $3 + $11::int
			and (performer = $2 and planned_on > $3 or performer is distinct from $2 and committee_id = any ($12))`
)
