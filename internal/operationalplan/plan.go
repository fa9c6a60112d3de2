// Package operationalplan keeps what the committees have decided to do in a year: numbered actions, shared where they are, and
// what has been reported of them.
package operationalplan

import (
	"slices"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/decision"
	"uppsikt/internal/fault"
	"uppsikt/internal/measure"
)

// mayRead: a draft is its committee's own (GLOSSARY's first law); what is adopted is read by all who read operational plans.
func mayRead(actor authz.Actor, plan contract.OperationalPlan) error {
	if plan.State == contract.PlanStateDraft {
		return actor.Require(authz.OperationalPlanDraft, plan.CommitteeID)
	}
	return nil
}

// mayEdit: while the plan is a draft; what is adopted stays as it was adopted.
func mayEdit(actor authz.Actor, plan contract.OperationalPlan) error {
	if err := actor.Require(authz.OperationalPlanEdit, plan.CommitteeID); err != nil {
		return err
	}
	if plan.State != contract.PlanStateDraft {
		return fault.Conflict("operational_plan_adopted", "an adopted plan stays as it was adopted")
	}
	return nil
}

// mayDecide: about a draft, or about the report of what is adopted.
func mayDecide(actor authz.Actor, plan contract.OperationalPlan) error {
	if err := actor.Require(authz.DecisionRegister, plan.CommitteeID); err != nil {
		return err
	}
	switch {
	case plan.State == contract.PlanStateReported:
		return fault.Conflict("plan_reported", "the plan has been reported")
	case len(plan.Actions) == 0:
		return fault.Conflict("plan_without_actions", "there is nothing to decide about")
	}
	return nil
}

// mayReport: of an adopted plan's action, by its committee and by those that share it.
func mayReport(actor authz.Actor, plan contract.OperationalPlan, action contract.PlanAction, by uuid.UUID) error {
	if by != action.CommitteeID && !slices.Contains(action.Content.CommitteeIds, by) {
		return fault.InvalidField("/committeeId", "committee_not_sharing", "")
	}
	if err := actor.Require(authz.OperationalPlanReport, by); err != nil {
		return err
	}
	return mayBeReported(plan.State)
}

func mayBeReported(state contract.PlanState) error {
	switch state {
	case contract.PlanStateDraft:
		return fault.Conflict("plan_not_adopted", "progress is reported of an adopted plan")
	case contract.PlanStateReported:
		return fault.Conflict("plan_reported", "the plan has been reported")
	}
	return nil
}

// decided is the part of a plan that a decision is about, and what the plan becomes by it.
func decided(plan contract.OperationalPlan, outcome contract.DecisionOutcome) (decision.Part, contract.PlanState) {
	part, becomes := decision.PartPlan, contract.PlanStateAdopted
	if plan.State == contract.PlanStateAdopted {
		part, becomes = decision.PartReport, contract.PlanStateReported
	}
	if decision.SendsBack(outcome) {
		becomes = plan.State
	}
	return part, becomes
}

// complete adds to a plan as it is stored what is computed: what is overdue, and what the actor may do.
func complete(actor authz.Actor, plan contract.OperationalPlan, today calendar.Date) contract.OperationalPlan {
	for i, action := range plan.Actions {
		plan.Actions[i] = completeAction(actor, plan.State, action, today)
	}
	for i, action := range plan.Shared {
		plan.Shared[i] = completeAction(actor, contract.PlanStateAdopted, action, today)
	}
	plan.May = []contract.OperationalPlanAction{}
	if mayEdit(actor, plan) == nil {
		plan.May = append(plan.May, contract.OperationalPlanActionEdit, contract.OperationalPlanActionDelete)
	}
	if mayDecide(actor, plan) == nil {
		plan.May = append(plan.May, contract.OperationalPlanActionDecide)
	}
	if mayBeReported(plan.State) == nil && actor.May(authz.OperationalPlanReport, plan.CommitteeID) {
		plan.May = append(plan.May, contract.OperationalPlanActionReport)
	}
	return plan
}

func completeAction(actor authz.Actor, state contract.PlanState, action contract.PlanAction, today calendar.Date) contract.PlanAction {
	action.Overdue = measure.IsOverdue(action.Progress, action.Content.Ready, today)
	action.May = []contract.ActionAction{}
	if state == contract.PlanStateDraft && actor.May(authz.OperationalPlanEdit, action.CommitteeID) {
		action.May = append(action.May, contract.ActionActionEdit)
	}
	reports := func(committee uuid.UUID) bool { return actor.May(authz.OperationalPlanReport, committee) }
	if mayBeReported(state) == nil && (reports(action.CommitteeID) || slices.ContainsFunc(action.Content.CommitteeIds, reports)) {
		action.May = append(action.May, contract.ActionActionReport)
	}
	return action
}

func actionWith(plan contract.OperationalPlan, id uuid.UUID) (contract.PlanAction, error) {
	for _, action := range plan.Actions {
		if action.ID == id {
			return action, nil
		}
	}
	return contract.PlanAction{}, fault.NotFound("plan_action")
}

// stale: what is changed must be what was last read.
func stale(current, read int64) error {
	if current != read {
		return fault.Stale()
	}
	return nil
}
