package controlplan_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/controlplan"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres/pgtest"
)

// house is a municipality with two committees, of which one has a controller of its own.
type house struct {
	*pgtest.DB
	t                                                *testing.T
	plans                                            *controlplan.Service
	organization, committee, other                   uuid.UUID
	controller, officer, everywhere, otherController authz.Actor
	secretary                                        authz.Actor
	now                                              time.Time
}

func build(t *testing.T) *house {
	t.Helper()
	h := &house{DB: pgtest.New(t), t: t, organization: uuid.New(), committee: uuid.New(), other: uuid.New(), now: time.Date(2024, 10, 1, 9, 0, 0, 0, time.UTC)}
	h.plans = &controlplan.Service{DB: h.Server, Now: func() time.Time { return h.now }}
	h.Owner.MustExec(`insert into organization (organization_id, name, auditors_name) values ($1, 'Storåns kommun', 'Storåns kommuns revisorer')`, h.organization)
	for id, name := range map[uuid.UUID]string{h.committee: "Arbetsmarknadsnämnden", h.other: "Ånämnden"} {
		h.Owner.MustExec(`insert into committee (organization_id, id, name, abbreviation, kind, registry_number_pattern)
			values ($1, $2, $3, '', 'committee', '')`, h.organization, id, name)
	}
	h.controller, h.officer = h.person(contract.RoleController, &h.committee), h.person(contract.RoleOfficer, &h.committee)
	h.secretary = h.person(contract.RoleSecretary, &h.committee)
	h.everywhere, h.otherController = h.person(contract.RoleController, nil), h.person(contract.RoleController, &h.other)
	return h
}

func (h *house) person(role contract.Role, committee *uuid.UUID) authz.Actor {
	id := uuid.New()
	h.Owner.MustExec(`insert into account (id, email, name, created_at) values ($1, $2, $3, now())`, id, id.String()+"@storan.example", string(role))
	h.Owner.MustExec(`insert into membership (organization_id, id, account_id, title) values ($1, gen_random_uuid(), $2, '')`, h.organization, id)
	return authz.Actor{Account: id, Name: string(role), Organization: h.organization, Roles: []contract.RoleGrant{{Role: role, CommitteeID: committee}}}
}

func (h *house) begin(year int, fromYearBefore bool) contract.ControlPlan {
	h.t.Helper()
	return must[contract.ControlPlan](h.t)(h.plans.Begin(h.t.Context(), h.controller,
		contract.NewControlPlan{ID: uuid.New(), CommitteeID: h.committee, Year: year, FromYearBefore: fromYearBefore}))
}

func (h *house) add(plan contract.ControlPlan, content contract.RiskContent) contract.ControlPlan {
	h.t.Helper()
	return must[contract.ControlPlan](h.t)(h.plans.AddRisk(h.t.Context(), h.officer, plan.ID, contract.NewRisk{ID: uuid.New(), Content: content}))
}

func must[T any](t *testing.T) func(T, error) T {
	t.Helper()
	return func(value T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

func at(likelihood, consequence int) *contract.RiskPoint {
	return &contract.RiskPoint{Likelihood: likelihood, Consequence: consequence}
}

func theft() contract.RiskContent {
	return contract.RiskContent{
		Title: "Obehöriga kommer åt uppgifter", Category: "legal", Cause: "Konton avslutas sent", Consequence: "Uppgifter sprids",
		Inherent: at(4, 4), Current: at(3, 4), Target: at(2, 4),
		Treatments: []contract.ChosenTreatment{{Treatment: contract.TreatmentAccept, Reason: "Kostnaden"}, {Treatment: contract.TreatmentControlPlan}},
	}
}

func TestARiskIsValuedOnTheScaleThatThePlanWasBegunWith(t *testing.T) {
	h := build(t)
	plan := h.add(h.begin(2025, false), theft())
	risk := plan.Risks[0]
	if risk.Number != 1 || *risk.Inherent != (contract.RiskValue{Value: 16, Level: contract.RiskLevelCritical}) ||
		*risk.Current != (contract.RiskValue{Value: 12, Level: contract.RiskLevelHigh}) || *risk.Target != (contract.RiskValue{Value: 8, Level: contract.RiskLevelMedium}) {
		t.Errorf("got %+v", risk)
	}
	if got := risk.Content.Treatments; len(got) != 2 || got[0].Treatment != contract.TreatmentControlPlan || got[1].Reason != "Kostnaden" {
		t.Errorf("got %+v", got)
	}
	scale := must[contract.RiskScale](t)(h.plans.Scale(t.Context(), h.everywhere))
	scale.Content.Levels.High = 13
	must[contract.RiskScale](t)(h.plans.UpdateScale(t.Context(), h.everywhere, scale.Version, scale.Content))
	if again := must[contract.ControlPlan](t)(h.plans.Plan(t.Context(), h.officer, plan.ID)); again.Risks[0].Current.Level != contract.RiskLevelHigh {
		t.Errorf("a plan that is begun keeps its scale: %+v", again.Risks[0].Current)
	}
	if next := h.add(h.begin(2026, false), theft()); next.Risks[0].Current.Level != contract.RiskLevelMedium {
		t.Errorf("a new plan has the new scale: %+v", next.Risks[0].Current)
	}
	if _, err := h.plans.UpdateScale(t.Context(), h.everywhere, scale.Version, scale.Content); !fault.Is(err, "stale") {
		t.Errorf("somebody else was first: %v", err)
	}
}

func TestLastYearsRisksBeginNextYearsDraft(t *testing.T) {
	h := build(t)
	first := h.add(h.add(h.begin(2024, false), theft()), contract.RiskContent{Title: "Inköp utanför avtal", Treatments: []contract.ChosenTreatment{}})
	first = must[contract.ControlPlan](t)(h.plans.DeleteRisk(t.Context(), h.officer, first.Risks[0].ID, first.Risks[0].Version))
	first = h.add(first, theft())
	next := h.begin(2026, true)
	if len(next.Risks) != 2 || next.Risks[0].Number != 1 || next.Risks[0].Content.Title != "Inköp utanför avtal" || *next.Risks[1].EarlierID != first.Risks[1].ID {
		t.Fatalf("got %+v", next.Risks)
	}
	if next.Earlier == nil || next.Earlier.Year != 2024 || next.Earlier.Risks[1].Current.Value != 12 || next.Earlier.Risks[0].Current != nil {
		t.Errorf("last year beside: %+v", next.Earlier)
	}
	if len(next.Risks[1].Content.Treatments) != 2 {
		t.Errorf("got %+v", next.Risks[1].Content.Treatments)
	}
}

func TestWhatIsCommonToAllIsWordedOnce(t *testing.T) {
	h := build(t)
	common := must[contract.CommonRisk](t)(h.plans.AddCommonRisk(t.Context(), h.everywhere,
		contract.NewCommonRisk{ID: uuid.New(), Content: contract.CommonRiskContent{Year: 2025, Title: "Bisysslor anmäls inte", Category: "trust"}}))
	plan := h.begin(2025, false)
	if len(plan.CommonRisks) != 1 {
		t.Fatalf("got %+v", plan.CommonRisks)
	}
	own := theft()
	taken := contract.NewRisk{ID: uuid.New(), CommonRiskID: &common.ID, Content: own}
	plan = must[contract.ControlPlan](t)(h.plans.AddRisk(t.Context(), h.officer, plan.ID, taken))
	if got := plan.Risks[0].Content; got.Title != "Bisysslor anmäls inte" || got.Category != "trust" || *got.Current != *own.Current || len(plan.CommonRisks) != 0 {
		t.Errorf("got %+v", plan)
	}
	taken.ID = uuid.New()
	if _, err := h.plans.AddRisk(t.Context(), h.officer, plan.ID, taken); !fault.Is(err, "common_risk_taken_in") {
		t.Errorf("got %v", err)
	}
	if err := h.plans.DeleteCommonRisk(t.Context(), h.everywhere, common.ID, common.Version); !fault.Is(err, "common_risk_in_use") {
		t.Errorf("got %v", err)
	}
	common.Content.Title = "Bisysslor anmäls sent"
	must[contract.CommonRisk](t)(h.plans.UpdateCommonRisk(t.Context(), h.everywhere, common.ID, common.Version, common.Content))
	plan = must[contract.ControlPlan](t)(h.plans.Plan(t.Context(), h.officer, plan.ID))
	if plan.Risks[0].Content.Title != "Bisysslor anmäls sent" {
		t.Errorf("got %+v", plan.Risks[0].Content)
	}
}

func TestWhatARiskMayNotBe(t *testing.T) {
	h := build(t)
	plan := h.begin(2025, false)
	for pointer, spoil := range map[string]func(*contract.RiskContent){
		"/content/title":               func(c *contract.RiskContent) { c.Title = "  " },
		"/content/category":            func(c *contract.RiskContent) { c.Category = "weather" },
		"/content/current":             func(c *contract.RiskContent) { c.Current = at(5, 1) },
		"/content/treatments/0/reason": func(c *contract.RiskContent) { c.Treatments[0].Reason = " " },
		"/content/treatments/1/treatment": func(c *contract.RiskContent) {
			c.Treatments[1] = contract.ChosenTreatment{Treatment: contract.TreatmentAccept, Reason: "igen"}
		},
	} {
		content := theft()
		spoil(&content)
		_, err := h.plans.AddRisk(t.Context(), h.officer, plan.ID, contract.NewRisk{ID: uuid.New(), Content: content})
		var known *fault.Error
		if !errors.As(err, &known) || len(known.Fields) != 1 || known.Fields[0].Pointer != pointer {
			t.Errorf("%v does not point at %s", err, pointer)
		}
	}
}

func TestACommitteeHasOneDraftOfItsOwnAYear(t *testing.T) {
	h := build(t)
	plan := h.add(h.begin(2025, false), theft())
	if _, err := h.plans.Begin(t.Context(), h.controller, contract.NewControlPlan{ID: uuid.New(), CommitteeID: h.committee, Year: 2025}); !fault.Is(err, "plan_exists") {
		t.Errorf("got %v", err)
	}
	for _, outsider := range []authz.Actor{h.everywhere, h.otherController} {
		if _, err := h.plans.Plan(t.Context(), outsider, plan.ID); !fault.Is(err, "forbidden") {
			t.Errorf("got %v", err)
		}
		page := must[contract.ControlPlanPage](t)(h.plans.Plans(t.Context(), outsider, nil, nil, 50, 0))
		if page.Total != 1 || page.Items[0].MayRead || page.Items[0].State != contract.PlanStateDraft {
			t.Errorf("that there is a draft is no secret: %+v", page)
		}
	}
	if err := h.plans.DeletePlan(t.Context(), h.controller, plan.ID, plan.Version-1); !fault.Is(err, "stale") {
		t.Errorf("got %v", err)
	}
	if err := h.plans.DeletePlan(t.Context(), h.controller, plan.ID, plan.Version); err != nil {
		t.Error(err)
	}
}
