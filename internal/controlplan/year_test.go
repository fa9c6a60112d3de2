package controlplan_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

func logs(frequency contract.Frequency, first int) contract.ControlContent {
	return contract.ControlContent{
		Area: "Behörigheter", Title: "Loggar granskas", What: "Att loggarna har granskats", Method: "Stickprov", Frequency: frequency, FirstMonth: first,
		PlannedOffset: -5, LastOffset: 10, Function: "Systemförvaltare", RiskIds: []uuid.UUID{}, RecommendationIds: []uuid.UUID{},
	}
}

func (h *house) control(plan contract.ControlPlan, content contract.ControlContent) contract.ControlPlan {
	h.t.Helper()
	return must[contract.ControlPlan](h.t)(h.plans.AddControl(h.t.Context(), h.controller, plan.ID, contract.NewControl{ID: uuid.New(), Content: content}))
}

// chairDecides is the decision that needs no meeting.
func chairDecides(on calendar.Date) contract.NewPlanDecision {
	ground := "6 kap. 39 § kommunallagen"
	return contract.NewPlanDecision{ID: uuid.New(), Outcome: contract.DecisionOutcomeChairDecision, Date: &on, Delegation: &ground}
}

func (h *house) adopt(plan contract.ControlPlan, on calendar.Date) contract.ControlPlan {
	h.t.Helper()
	return must[contract.ControlPlan](h.t)(h.plans.Decide(h.t.Context(), h.secretary, plan.ID, plan.Version, chairDecides(on)))
}

func (h *house) read(plan contract.ControlPlan) contract.ControlPlan {
	h.t.Helper()
	return must[contract.ControlPlan](h.t)(h.plans.Plan(h.t.Context(), h.controller, plan.ID))
}

func (h *house) setDay(on calendar.Date) { h.now = on.Time().Add(9 * time.Hour) }

func TestAnAdoptedPlanIsFrozenAndItsChecksPlanned(t *testing.T) {
	h := build(t)
	h.setDay(calendar.New(2025, 2, 15))
	plan := h.control(h.add(h.begin(2025, false), theft()), logs(contract.FrequencyMonthly, 1))
	content := plan.Controls[0].Content
	content.RiskIds, content.PersonID = []uuid.UUID{plan.Risks[0].ID}, &h.officer.Account
	plan = must[contract.ControlPlan](t)(h.plans.WriteControl(t.Context(), h.controller, plan.Controls[0].ID, plan.Controls[0].Version, content))
	plan = must[contract.ControlPlan](t)(h.plans.Write(t.Context(), h.controller, plan.ID, plan.Version, contract.ControlPlanContent{RegistryNumber: "AMN-2025-00012", MinorLimit: 5}))
	why := "Fler kontroller"
	sent := chairDecides(calendar.New(2025, 2, 10))
	meeting := uuid.New()
	h.Owner.MustExec(`insert into meeting (organization_id, id, committee_id, date) values ($1, $2, $3, '2025-02-10')`, h.organization, meeting, h.committee)
	sent.Outcome, sent.MeetingID, sent.Date, sent.Delegation, sent.Paragraph, sent.Comment = contract.DecisionOutcomeReferredBack, &meeting, nil, nil, "12", &why
	plan = must[contract.ControlPlan](t)(h.plans.Decide(t.Context(), h.secretary, plan.ID, plan.Version, sent))
	if plan.State != contract.PlanStateDraft || len(plan.EarlierDecisions) != 1 || plan.Adoption != nil {
		t.Fatalf("sent back it is a draft: %+v", plan)
	}
	if err := h.plans.DeletePlan(t.Context(), h.controller, plan.ID, plan.Version); !fault.Is(err, "plan_was_decided_about") {
		t.Errorf("got %v", err)
	}
	plan = h.adopt(plan, calendar.New(2025, 2, 15))
	if plan.State != contract.PlanStateAdopted || *plan.InForceFrom != calendar.New(2025, 2, 15) || plan.Adoption == nil || len(plan.EarlierDecisions) != 1 {
		t.Fatalf("got %+v", plan)
	}
	control := plan.Controls[0]
	if len(control.Checks) != 11 || control.Checks[0].PeriodStart != calendar.New(2025, 2, 1) || control.Checks[0].Overdue || control.Person.ID != h.officer.Account {
		t.Errorf("January is not late: %+v", control)
	}
	if _, err := h.plans.WriteControl(t.Context(), h.controller, control.ID, control.Version, content); !fault.Is(err, "plan_adopted") {
		t.Errorf("got %v", err)
	}
	if _, err := h.plans.AddRisk(t.Context(), h.officer, plan.ID, contract.NewRisk{ID: uuid.New(), Content: theft()}); !fault.Is(err, "plan_adopted") {
		t.Errorf("got %v", err)
	}
}

// TestTwoYearsHaveNoGap: a plan for 2024 goes on into 2025 until the new one is adopted on 15 February, and each day from the
// first plan's New Year is covered by exactly one check of the same control, though it is checked at another frequency from then on.
func TestTwoYearsHaveNoGap(t *testing.T) {
	for _, frequencies := range [][2]contract.Frequency{
		{contract.FrequencyMonthly, contract.FrequencyMonthly},
		{contract.FrequencyMonthly, contract.FrequencyQuarterly},
		{contract.FrequencyQuarterly, contract.FrequencyMonthly},
	} {
		h := build(t)
		h.setDay(calendar.New(2023, 12, 5))
		first := h.adopt(h.control(h.begin(2024, false), logs(frequencies[0], 1)), calendar.New(2023, 12, 5))
		second := h.begin(2025, true)
		content := second.Controls[0].Content
		content.Frequency = frequencies[1]
		second = must[contract.ControlPlan](t)(h.plans.WriteControl(t.Context(), h.controller, second.Controls[0].ID, second.Controls[0].Version, content))
		for day := calendar.New(2023, 12, 6); day.Before(calendar.New(2026, 1, 1)); day = day.AddDays(5) {
			h.setDay(day)
			if second.State == contract.PlanStateDraft && calendar.New(2025, 2, 15).Before(day) {
				second = h.adopt(second, calendar.New(2025, 2, 15))
			}
			if err := h.plans.Extend(t.Context(), h.organization, day); err != nil {
				t.Fatal(err)
			}
		}
		covered := map[calendar.Date]int{}
		for _, check := range slices.Concat(h.read(first).Controls[0].Checks, h.read(second).Controls[0].Checks) {
			for day := check.PeriodStart; !check.PeriodEnd.Before(day); day = day.AddDays(1) {
				covered[day]++
			}
		}
		for day := calendar.New(2024, 1, 1); day.Before(calendar.New(2026, 1, 1)); day = day.AddDays(1) {
			if covered[day] != 1 {
				t.Fatalf("%v: %s is covered by %d checks", frequencies, day, covered[day])
			}
		}
	}
}

func TestWhatIsBegunStaysWithTheEarlierPlan(t *testing.T) {
	h := build(t)
	h.setDay(calendar.New(2024, 12, 5))
	first := h.adopt(h.control(h.begin(2024, false), logs(contract.FrequencyMonthly, 1)), calendar.New(2024, 1, 1))
	h.setDay(calendar.New(2025, 3, 20))
	if err := h.plans.Extend(t.Context(), h.organization, calendar.New(2025, 3, 20)); err != nil {
		t.Fatal(err)
	}
	h.Owner.MustExec(`update control_check set seen = 'Två konton' where period_end = '2025-03-31'`)
	h.adopt(h.begin(2025, true), calendar.New(2025, 2, 15))
	var ends []string
	if err := h.Owner.Select(&ends, `select period_end::text from control_check where plan_id = $1 and period_end >= '2025-01-01' order by 1`, first.ID); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(ends, []string{"2025-01-31", "2025-03-31"}) {
		t.Errorf("got %v", ends)
	}
}

func TestLastYearsControlsBeginNextYearsDraftWithHowTheyWent(t *testing.T) {
	h := build(t)
	h.setDay(calendar.New(2024, 1, 10))
	plan := h.add(h.begin(2024, false), theft())
	content := logs(contract.FrequencyQuarterly, 3)
	content.RiskIds = []uuid.UUID{plan.Risks[0].ID}
	first := h.adopt(h.control(h.control(plan, content), logs(contract.FrequencyOnEvent, 1)), calendar.New(2024, 1, 10))
	h.Owner.MustExec(`update control_check set outcome = 'minor_deviation', performed_by = $1, performed_at = now(), performed_on = '2024-04-02', control_then = '{}'
		where period_end = '2024-03-31'`, h.officer.Account)
	h.setDay(calendar.New(2024, 10, 1))
	next := h.begin(2025, true)
	if len(next.Controls) != 2 || *next.Controls[0].EarlierID != first.Controls[0].ID || !slices.Equal(next.Controls[0].Content.RiskIds, []uuid.UUID{next.Risks[0].ID}) {
		t.Fatalf("got %+v", next.Controls)
	}
	outcome := contract.CheckOutcomeMinorDeviation
	went := next.Controls[0].Earlier
	if went.Year != 2024 || went.Performed != 1 || went.Deviating != 1 || went.Missed != 1 || went.NotPerformed != 0 || *went.Latest != outcome {
		t.Errorf("the second quarter was missed, the third is not due yet: %+v", went)
	}
	if went := next.Controls[1].Earlier; went == nil || went.Performed != 0 || went.Latest != nil {
		t.Errorf("got %+v", went)
	}
}

func TestWhatAControlMayNotBe(t *testing.T) {
	h := build(t)
	plan := h.add(h.begin(2025, false), theft())
	stranger := uuid.New()
	for pointer, spoil := range map[string]func(*contract.ControlContent){
		"/content/title":               func(c *contract.ControlContent) { c.Title = " " },
		"/content/firstMonth":          func(c *contract.ControlContent) { c.Frequency, c.FirstMonth = contract.FrequencyQuarterly, 4 },
		"/content/lastOffset":          func(c *contract.ControlContent) { c.PlannedOffset, c.LastOffset = 5, 4 },
		"/content/personId":            func(c *contract.ControlContent) { c.PersonID = &stranger },
		"/content/riskIds/0":           func(c *contract.ControlContent) { c.RiskIds = []uuid.UUID{stranger} },
		"/content/recommendationIds/0": func(c *contract.ControlContent) { c.RecommendationIds = []uuid.UUID{stranger} },
	} {
		content := logs(contract.FrequencyMonthly, 1)
		spoil(&content)
		_, err := h.plans.AddControl(t.Context(), h.controller, plan.ID, contract.NewControl{ID: uuid.New(), Content: content})
		var known *fault.Error
		if !errors.As(err, &known) || len(known.Fields) != 1 || known.Fields[0].Pointer != pointer {
			t.Errorf("%v does not point at %s", err, pointer)
		}
	}
}

// recommend gives the committee a recommendation, confidential on the ground where there is one.
func (h *house) recommend(committee uuid.UUID, ground *string) uuid.UUID {
	h.t.Helper()
	audit, id := uuid.New(), uuid.New()
	h.Owner.MustExec(`insert into audit (organization_id, id, title, firm, commissioned_by, registry_number, registered_by, registered_at)
		values ($1, $2, 'Granskning av loggar', '', '', '', $3, now())`, h.organization, audit, h.officer.Account)
	h.Owner.MustExec(`insert into recommendation (organization_id, id, audit_id, number, position, text, variants, confidential_ground) values ($1, $2, $3, '1', 1, 'Granska loggarna', '{}', $4)`,
		h.organization, id, audit, ground)
	h.Owner.MustExec(`insert into assignment (organization_id, id, audit_id, recommendation_id, committee_id, holder_id) values ($1, gen_random_uuid(), $2, $3, $4, $4)`,
		h.organization, audit, id, committee)
	return id
}

func TestAControlAnswersToRecommendationsThatOnlySomeSee(t *testing.T) {
	h := build(t)
	ground := "18 kap. 8 § offentlighets- och sekretesslagen"
	open, secret, theirs := h.recommend(h.committee, nil), h.recommend(h.committee, &ground), h.recommend(h.other, nil)
	content := logs(contract.FrequencyMonthly, 1)
	plan := h.begin(2025, false)
	for _, id := range []uuid.UUID{secret, theirs} {
		content.RecommendationIds = []uuid.UUID{id}
		if _, err := h.plans.AddControl(t.Context(), h.controller, plan.ID, contract.NewControl{ID: uuid.New(), Content: content}); !fault.Is(err, "invalid") {
			t.Errorf("a controller does not see the one, and the other is another committee's: %v", err)
		}
	}
	content.RecommendationIds = []uuid.UUID{open}
	plan = h.control(plan, content)
	control := plan.Controls[0]
	h.Owner.MustExec(`insert into control_recommendation (organization_id, control_id, recommendation_id) values ($1, $2, $3)`, h.organization, control.ID, secret)
	if seen := must[contract.ControlPlan](t)(h.plans.Plan(t.Context(), h.officer, plan.ID)); len(seen.Controls[0].Recommendations) != 2 {
		t.Errorf("an officer sees both: %+v", seen.Controls[0].Recommendations)
	}
	if seen := h.read(plan).Controls[0]; len(seen.Recommendations) != 1 || len(seen.Content.RecommendationIds) != 1 || seen.Recommendations[0].AuditTitle != "Granskning av loggar" {
		t.Errorf("a controller sees one: %+v", seen)
	}
	content.RecommendationIds = []uuid.UUID{}
	must[contract.ControlPlan](t)(h.plans.WriteControl(t.Context(), h.controller, control.ID, control.Version, content))
	if seen := must[contract.ControlPlan](t)(h.plans.Plan(t.Context(), h.officer, plan.ID)); !slices.Equal(seen.Controls[0].Content.RecommendationIds, []uuid.UUID{secret}) {
		t.Errorf("what is not seen stays: %+v", seen.Controls[0].Content)
	}
}

func TestOneDecisionAdoptsBothPlans(t *testing.T) {
	h := build(t)
	plan := h.begin(2025, false)
	begin := func(year int) uuid.UUID {
		id := uuid.New()
		h.Owner.MustExec(`insert into operational_plan (organization_id, id, committee_id, year, title, registry_number, begun_by, begun_at) values ($1, $2, $3, $4, '', '', $5, now())`,
			h.organization, id, h.committee, year, h.controller.Account)
		return id
	}
	other, both := begin(2026), begin(2025)
	command := chairDecides(calendar.New(2024, 12, 10))
	command.OperationalPlanID = &other
	if _, err := h.plans.Decide(t.Context(), h.secretary, plan.ID, plan.Version, command); !fault.Is(err, "invalid") {
		t.Errorf("another year's is unknown: %v", err)
	}
	command.OperationalPlanID = &both
	plan = must[contract.ControlPlan](t)(h.plans.Decide(t.Context(), h.secretary, plan.ID, plan.Version, command))
	var state string
	if err := h.Owner.Get(&state, `select state from operational_plan where id = $1`, both); err != nil || state != "adopted" || *plan.OperationalPlanID != both {
		t.Errorf("got %s %v %+v", state, err, plan.OperationalPlanID)
	}
	if *plan.InForceFrom != calendar.New(2025, 1, 1) {
		t.Errorf("got %s", plan.InForceFrom)
	}
}
