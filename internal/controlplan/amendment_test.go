package controlplan_test

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

func (h *house) amend(plan contract.ControlPlan, changes ...contract.ControlChange) contract.ControlPlan {
	h.t.Helper()
	return must[contract.ControlPlan](h.t)(h.plans.BeginAmendment(h.t.Context(), h.controller, plan.ID, contract.NewAmendment{
		ID: uuid.New(), Content: contract.AmendmentContent{Reason: "Verksamheten har ändrats", Changes: append([]contract.ControlChange{}, changes...)},
	}))
}

func (h *house) decideAmendment(plan contract.ControlPlan, command contract.NewPlanDecision) contract.ControlPlan {
	h.t.Helper()
	last := plan.Amendments[len(plan.Amendments)-1]
	return must[contract.ControlPlan](h.t)(h.plans.DecideAmendment(h.t.Context(), h.secretary, last.ID, last.Version, command))
}

func change(control contract.Control, to func(*contract.ControlContent)) contract.ControlChange {
	content := control.Content
	to(&content)
	return contract.ControlChange{Kind: contract.ControlChangeKindChange, ControlID: control.ID, Content: &content}
}

func ends(control contract.Control) (all []string) {
	for _, check := range control.Checks {
		all = append(all, check.PeriodStart.String()+"–"+check.PeriodEnd.String())
	}
	return all
}

func TestAnAdoptedAmendmentIsMadeInThePlan(t *testing.T) {
	h := build(t)
	h.setDay(calendar.New(2024, 12, 20))
	plan := h.control(h.control(h.begin(2025, false), logs(contract.FrequencyQuarterly, 3)), logs(contract.FrequencyMonthly, 1))
	plan = h.adopt(plan, calendar.New(2024, 12, 20))
	h.Owner.MustExec(`update control_check set outcome = 'no_deviation', performed_by = $1, performed_at = now(), performed_on = '2025-02-02', control_then = '{}'
		where period_end = '2025-01-31'`, h.officer.Account)
	h.setDay(calendar.New(2025, 2, 15))
	quarterly, monthly, added := plan.Controls[0], plan.Controls[1], logs(contract.FrequencyHalfYearly, 6)
	plan = h.amend(plan,
		change(quarterly, func(c *contract.ControlContent) { c.Frequency, c.FirstMonth = contract.FrequencyMonthly, 1 }),
		contract.ControlChange{Kind: contract.ControlChangeKindRemove, ControlID: monthly.ID},
		contract.ControlChange{Kind: contract.ControlChangeKindAdd, ControlID: uuid.New(), Content: &added},
	)
	if seen := must[contract.ControlPlan](t)(h.plans.Plan(t.Context(), h.everywhere, plan.ID)); len(seen.Amendments) != 0 {
		t.Errorf("a draft is its committee's own: %+v", seen.Amendments)
	}
	if plan.Controls[0].Content.Frequency != contract.FrequencyQuarterly {
		t.Errorf("a draft changes nothing")
	}
	plan = h.decideAmendment(plan, chairDecides(calendar.New(2025, 2, 15)))
	amendment := plan.Amendments[0]
	if amendment.State != contract.AmendmentStateAdopted || amendment.Decision == nil || len(amendment.Before) != 2 || amendment.Before[0].Content.Frequency != contract.FrequencyQuarterly {
		t.Errorf("got %+v", amendment)
	}
	if got := ends(plan.Controls[0]); len(got) != 11 || got[0] != "2025-01-01–2025-02-28" || got[1] != "2025-03-01–2025-03-31" {
		t.Errorf("the quarter is taken over from its first day: %v", got)
	}
	if got := plan.Controls[1]; !got.Removed || !slices.Equal(ends(got), []string{"2025-01-01–2025-01-31"}) {
		t.Errorf("what was checked stays: %+v", got)
	}
	if got := plan.Controls[2]; got.Number != 3 || !slices.Equal(ends(got), []string{"2025-01-01–2025-06-30", "2025-07-01–2025-12-31"}) {
		t.Errorf("got %v", ends(got))
	}
	if err := h.plans.Extend(t.Context(), h.organization, calendar.New(2025, 6, 1)); err != nil {
		t.Fatal(err)
	}
	if again := h.read(plan); !slices.Equal(ends(again.Controls[0]), ends(plan.Controls[0])) || len(again.Controls[1].Checks) != 1 {
		t.Errorf("planned again it is the same: %v", ends(again.Controls[0]))
	}
	if next := h.begin(2026, true); len(next.Controls) != 2 || next.Controls[1].Number != 2 {
		t.Errorf("what is removed does not come again: %+v", next.Controls)
	}
}

func TestAnAmendmentIsNotMadeUponWhatItDidNotSee(t *testing.T) {
	h := build(t)
	plan := h.adopt(h.control(h.begin(2025, false), logs(contract.FrequencyQuarterly, 3)), calendar.New(2024, 12, 20))
	control := plan.Controls[0]
	plan = h.amend(plan, change(control, func(c *contract.ControlContent) { c.Method = "Intervju" }))
	first := plan.Amendments[0]
	plan = h.decideAmendment(h.amend(plan, change(control, func(c *contract.ControlContent) { c.Function = "Enhetschef" })), chairDecides(calendar.New(2025, 2, 15)))
	command := chairDecides(calendar.New(2025, 3, 1))
	if _, err := h.plans.DecideAmendment(t.Context(), h.secretary, first.ID, first.Version, command); !fault.Is(err, "amendment_outdated") {
		t.Errorf("got %v", err)
	}
	first.Content.Changes = []contract.ControlChange{change(plan.Controls[0], func(c *contract.ControlContent) { c.Method = "Intervju" })}
	plan = must[contract.ControlPlan](t)(h.plans.WriteAmendment(t.Context(), h.controller, first.ID, first.Version, first.Content))
	command.Outcome = contract.DecisionOutcomeRejected
	meeting := uuid.New()
	h.Owner.MustExec(`insert into meeting (organization_id, id, committee_id, date) values ($1, $2, $3, '2025-03-01')`, h.organization, meeting, h.committee)
	command.MeetingID, command.Date, command.Delegation, command.Paragraph = &meeting, nil, nil, "14"
	plan = must[contract.ControlPlan](t)(h.plans.DecideAmendment(t.Context(), h.secretary, first.ID, plan.Amendments[0].Version, command))
	if got := plan.Amendments[0]; got.State != contract.AmendmentStateRejected || got.Decision == nil || plan.Controls[0].Content.Method != "Stickprov" {
		t.Errorf("got %+v", got)
	}
	if seen := must[contract.ControlPlan](t)(h.plans.Plan(t.Context(), h.everywhere, plan.ID)); len(seen.Amendments) != 2 {
		t.Errorf("what the committee has decided is no draft: %+v", seen.Amendments)
	}
}

func TestAnAmendmentKeepsLinksThatItsWriterDoesNotSee(t *testing.T) {
	h := build(t)
	ground := "18 kap. 8 § offentlighets- och sekretesslagen"
	secret := h.recommend(h.committee, &ground)
	plan := h.control(h.begin(2025, false), logs(contract.FrequencyQuarterly, 3))
	h.Owner.MustExec(`insert into control_recommendation (organization_id, control_id, recommendation_id) values ($1, $2, $3)`, h.organization, plan.Controls[0].ID, secret)
	plan = h.adopt(plan, calendar.New(2024, 12, 20))
	plan = h.amend(h.read(plan), change(h.read(plan).Controls[0], func(c *contract.ControlContent) { c.Method = "Intervju" }))
	if got := plan.Amendments[0].Content.Changes[0].Content.RecommendationIds; len(got) != 0 {
		t.Errorf("a controller sees %v", got)
	}
	plan = h.decideAmendment(plan, chairDecides(calendar.New(2025, 2, 15)))
	if got := plan.Controls[0].Content; got.Method != "Intervju" || !slices.Equal(got.RecommendationIds, []uuid.UUID{secret}) {
		t.Errorf("the secretary sees that it stays: %+v", got)
	}
}

func TestWhatAnAmendmentMayNotBe(t *testing.T) {
	h := build(t)
	draft := h.control(h.begin(2025, false), logs(contract.FrequencyQuarterly, 3))
	asked := contract.NewAmendment{ID: uuid.New(), Content: contract.AmendmentContent{Reason: "Skäl", Changes: []contract.ControlChange{}}}
	if _, err := h.plans.BeginAmendment(t.Context(), h.controller, draft.ID, asked); !fault.Is(err, "plan_not_adopted") {
		t.Errorf("got %v", err)
	}
	plan := h.adopt(draft, calendar.New(2024, 12, 20))
	content, late := plan.Controls[0].Content, plan.Controls[0].Content
	late.FirstMonth = 9
	for name, changes := range map[string][]contract.ControlChange{
		"unknown":      {{Kind: contract.ControlChangeKindRemove, ControlID: uuid.New()}},
		"twice":        {{Kind: contract.ControlChangeKindRemove, ControlID: plan.Controls[0].ID}, {Kind: contract.ControlChangeKindChange, ControlID: plan.Controls[0].ID, Content: &content}},
		"added again":  {{Kind: contract.ControlChangeKindAdd, ControlID: plan.Controls[0].ID, Content: &content}},
		"nothing":      {{Kind: contract.ControlChangeKindChange, ControlID: plan.Controls[0].ID}},
		"gone but not": {{Kind: contract.ControlChangeKindRemove, ControlID: plan.Controls[0].ID, Content: &content}},
		"wrong":        {{Kind: contract.ControlChangeKindChange, ControlID: plan.Controls[0].ID, Content: &late}},
	} {
		asked.Content.Changes = changes
		if _, err := h.plans.BeginAmendment(t.Context(), h.controller, plan.ID, asked); !fault.Is(err, "invalid") {
			t.Errorf("%s: %v", name, err)
		}
	}
	plan = h.amend(plan)
	if slices.Contains(plan.Amendments[0].May, contract.AmendmentActionDecide) {
		t.Error("one that changes nothing is not decided")
	}
}

func TestTheYearIsReported(t *testing.T) {
	h := build(t)
	plan := h.adopt(h.control(h.begin(2025, false), logs(contract.FrequencyQuarterly, 3)), calendar.New(2024, 12, 20))
	if _, err := h.plans.DecideReport(t.Context(), h.secretary, plan.ID, plan.Version, chairDecides(calendar.New(2026, 2, 1))); !fault.Is(err, "report_without_judgement") {
		t.Errorf("got %v", err)
	}
	judgement := contract.JudgementSufficient
	content := contract.PlanReportContent{Judgement: &judgement, Text: "Nämndens ord"}
	plan = must[contract.ControlPlan](t)(h.plans.WriteReport(t.Context(), h.controller, plan.ID, 0, content))
	if _, err := h.plans.WriteReport(t.Context(), h.controller, plan.ID, 0, content); !fault.Is(err, "stale") {
		t.Errorf("got %v", err)
	}
	for _, reader := range []authz.Actor{h.everywhere, h.otherController} {
		if seen := must[contract.ControlPlan](t)(h.plans.Plan(t.Context(), reader, plan.ID)); seen.Report != nil {
			t.Errorf("a draft is its committee's own: %+v", seen.Report)
		}
	}
	plan = must[contract.ControlPlan](t)(h.plans.DecideReport(t.Context(), h.secretary, plan.ID, plan.Version, chairDecides(calendar.New(2026, 2, 1))))
	if plan.State != contract.PlanStateReported || plan.Report.Decision == nil || plan.Adoption == nil || len(plan.May) != 0 {
		t.Errorf("got %+v", plan)
	}
	if seen := must[contract.ControlPlan](t)(h.plans.Plan(t.Context(), h.everywhere, plan.ID)); seen.Report == nil {
		t.Error("what is decided is read")
	}
	if _, err := h.plans.WriteReport(t.Context(), h.controller, plan.ID, plan.Report.Version, content); !fault.Is(err, "plan_reported") {
		t.Errorf("got %v", err)
	}
}

func TestARiskComesFromADeviationOrARecommendation(t *testing.T) {
	h := build(t)
	first := h.adopt(h.control(h.begin(2024, false), logs(contract.FrequencyQuarterly, 3)), calendar.New(2024, 1, 10))
	deviation := uuid.New()
	h.Owner.MustExec(`insert into deviation (organization_id, id, plan_id, check_id, number, what, cause, measure, function, noted_by, noted_at)
		values ($1, $2, $3, $4, 1, 'Två konton', '', '', '', $5, now())`, h.organization, deviation, first.ID, first.Controls[0].Checks[0].ID, h.officer.Account)
	given, theirs := h.recommend(h.committee, nil), h.recommend(h.other, nil)
	plan := h.begin(2025, false)
	add := func(deviation, recommendation *uuid.UUID) (contract.ControlPlan, error) {
		return h.plans.AddRisk(t.Context(), h.officer, plan.ID, contract.NewRisk{ID: uuid.New(), Content: theft(), DeviationID: deviation, RecommendationID: recommendation})
	}
	if _, err := add(nil, &theirs); !fault.Is(err, "invalid") {
		t.Errorf("it is another committee's: %v", err)
	}
	plan = must[contract.ControlPlan](t)(add(&deviation, nil))
	plan = must[contract.ControlPlan](t)(add(nil, &given))
	if *plan.Risks[0].DeviationID != deviation || plan.Risks[1].Recommendation.ID != given {
		t.Errorf("got %+v", plan.Risks)
	}
	if _, err := add(&deviation, nil); !fault.Is(err, "deviation_taken_in") {
		t.Errorf("got %v", err)
	}
	if _, err := add(nil, &given); !fault.Is(err, "recommendation_taken_in") {
		t.Errorf("got %v", err)
	}
	theirPlan := must[contract.ControlPlan](t)(h.plans.Begin(t.Context(), h.otherController, contract.NewControlPlan{ID: uuid.New(), CommitteeID: h.other, Year: 2025}))
	if _, err := h.plans.AddRisk(t.Context(), h.otherController, theirPlan.ID, contract.NewRisk{ID: uuid.New(), Content: theft(), DeviationID: &deviation}); !fault.Is(err, "invalid") {
		t.Errorf("it is another committee's: %v", err)
	}
}
