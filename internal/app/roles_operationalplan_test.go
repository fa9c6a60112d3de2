package app_test

import (
	"net/http"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
)

var reportingActions = []string{"officer", "manager", "controller"}

// operationalPlanExpectations are of a committee's numbered actions, some of them shared with the committee elsewhere.
var operationalPlanExpectations = []expectation{
	{operation: "ListOperationalPlans", may: readers, abroad: http.StatusOK, prepare: func(w *world) call {
		w.operationalPlan()
		return w.call("ListOperationalPlans", 0, nil, nil)
	}},
	{operation: "BeginOperationalPlan", may: planning, abroad: http.StatusForbidden, prepare: func(w *world) call {
		return w.call("BeginOperationalPlan", 0, nil, w.newOperationalPlan())
	}},
	{operation: "GetOperationalPlan", when: "a draft", may: seeingDraft, prepare: func(w *world) call {
		return w.call("GetOperationalPlan", 0, []any{w.operationalPlan().ID}, nil)
	}},
	{operation: "GetOperationalPlan", when: "adopted", may: readers, prepare: func(w *world) call {
		return w.call("GetOperationalPlan", 0, []any{w.adoptedOperationalPlan().ID}, nil)
	}},
	{operation: "WriteOperationalPlan", may: planning, prepare: func(w *world) call {
		plan := w.operationalPlan()
		return w.call("WriteOperationalPlan", plan.Version, []any{plan.ID}, plan.Content)
	}},
	{operation: "WriteOperationalPlan", when: "adopted", except: map[string]int{"controller": http.StatusConflict}, prepare: func(w *world) call {
		plan := w.adoptedOperationalPlan()
		return w.call("WriteOperationalPlan", plan.Version, []any{plan.ID}, plan.Content)
	}},
	{operation: "DeleteOperationalPlan", may: planning, prepare: func(w *world) call {
		plan := w.operationalPlan()
		return w.call("DeleteOperationalPlan", plan.Version, []any{plan.ID}, nil)
	}},
	{operation: "AddPlanAction", may: planning, prepare: func(w *world) call {
		return w.call("AddPlanAction", 0, []any{w.operationalPlan().ID}, w.newPlanAction("2"))
	}},
	{operation: "WritePlanAction", may: planning, prepare: func(w *world) call {
		action := w.operationalPlan().Actions[0]
		return w.call("WritePlanAction", action.Version, []any{action.ID}, action.Content)
	}},
	{operation: "DeletePlanAction", may: planning, prepare: func(w *world) call {
		action := w.operationalPlan().Actions[0]
		return w.call("DeletePlanAction", action.Version, []any{action.ID}, nil)
	}},
	{operation: "ReportPlanAction", may: reportingActions, prepare: func(w *world) call {
		return w.call("ReportPlanAction", 0, []any{w.adoptedOperationalPlan().Actions[0].ID}, newActionReport(w.here))
	}},
	{operation: "ReportPlanAction", when: "by a committee that shares it", may: []string{"officer elsewhere", "manager elsewhere"}, prepare: func(w *world) call {
		return w.call("ReportPlanAction", 0, []any{w.adoptedOperationalPlan().Actions[0].ID}, newActionReport(w.elsewhere))
	}},
	{operation: "DecideOperationalPlan", may: []string{"secretary"}, prepare: func(w *world) call {
		plan := w.operationalPlan()
		return w.call("DecideOperationalPlan", plan.Version, []any{plan.ID}, w.newPlanDecision())
	}},
	{operation: "ImportOperationalPlan", may: planning, prepare: func(w *world) call {
		plan := w.operationalPlan()
		c := w.call("ImportOperationalPlan", plan.Version, []any{plan.ID}, nil)
		c.body, c.contentType = w.form([][2]string{{"preview", "false"}}, "plan.csv", []byte("Nr;Åtgärd\n2;Inför en rutin.\n"))
		return c
	}},
	{operation: "ExportOperationalPlan", when: "a draft", may: seeingDraft, prepare: func(w *world) call {
		return w.call("ExportOperationalPlan", 0, []any{w.operationalPlan().ID}, nil)
	}},
	{operation: "ExportOperationalPlan", when: "adopted", may: readers, prepare: func(w *world) call {
		return w.call("ExportOperationalPlan", 0, []any{w.adoptedOperationalPlan().ID}, nil)
	}},
}

// newOperationalPlan is for a year that the committee has no plan for yet.
func (w *world) newOperationalPlan() contract.NewOperationalPlan {
	w.years++
	return contract.NewOperationalPlan{ID: uuid.New(), CommitteeID: w.here, Year: 1999 + w.years,
		Content: contract.OperationalPlanContent{Title: "Verksamhetsplan " + marker, RegistryNumber: "Dnr " + marker}}
}

func (w *world) newPlanAction(number string) contract.NewPlanAction {
	return contract.NewPlanAction{ID: uuid.New(), Content: contract.PlanActionContent{
		Number: number, Area: marker, What: "Inför " + marker, Function: marker, CommitteeIds: []uuid.UUID{w.elsewhere}, RecommendationIds: []uuid.UUID{},
	}}
}

// operationalPlan is a draft with an action that the committee elsewhere shares.
func (w *world) operationalPlan() (plan contract.OperationalPlan) {
	w.t.Helper()
	w.must("controller", "BeginOperationalPlan", nil, w.newOperationalPlan(), &plan)
	w.must("controller", "AddPlanAction", []any{plan.ID}, w.newPlanAction("1"), &plan)
	return plan
}

// planElsewhere is the adopted plan for the year of the committee elsewhere, in which what is shared with it is seen.
func (w *world) planElsewhere(year int) uuid.UUID {
	w.t.Helper()
	id := uuid.New()
	w.db.Owner.MustExec(`insert into operational_plan (organization_id, id, committee_id, year, state, title, registry_number, begun_by, begun_at)
		values ($1, $2, $3, $4, 'adopted', 'Plan', '', $5, now())`, w.organization, id, w.elsewhere, year, w.byName["officer"].actor.Account)
	return id
}

func (w *world) adoptedOperationalPlan() contract.OperationalPlan {
	w.t.Helper()
	plan := w.operationalPlan()
	w.mustWith("secretary", "DecideOperationalPlan", plan.Version, []any{plan.ID}, w.newPlanDecision(), &plan)
	return plan
}

func newActionReport(by uuid.UUID) contract.NewActionReport {
	return contract.NewActionReport{ID: uuid.New(), CommitteeID: by, Period: contract.ReportPeriodFourMonths, Progress: contract.ProgressOngoing, On: today()}
}
