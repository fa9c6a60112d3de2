package controlplan

import (
	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// mayReadPlan: a draft is its committee's own (GLOSSARY's first law); what is adopted is read by all who read control plans.
func mayReadPlan(actor authz.Actor, plan contract.ControlPlan) error {
	if plan.State == contract.PlanStateDraft {
		return actor.Require(authz.ControlPlanDraft, plan.CommitteeID)
	}
	return nil
}

// mayEditRisks: while the plan is a draft; what is adopted is changed by amendment.
func mayEditRisks(actor authz.Actor, plan contract.ControlPlan) error {
	return mayChangeDraft(actor, authz.RiskEdit, plan)
}

// mayEdit: the plan's own content and its controls.
func mayEdit(actor authz.Actor, plan contract.ControlPlan) error {
	return mayChangeDraft(actor, authz.ControlPlanEdit, plan)
}

// mayDelete: what the committee has decided about is kept, also where it was sent back.
func mayDelete(actor authz.Actor, plan contract.ControlPlan) error {
	if err := mayEdit(actor, plan); err != nil {
		return err
	}
	if len(plan.EarlierDecisions) > 0 {
		return fault.Conflict("plan_was_decided_about", "the committee has decided about the plan")
	}
	return nil
}

func mayDecide(actor authz.Actor, plan contract.ControlPlan) error {
	return mayChangeDraft(actor, authz.DecisionRegister, plan)
}

func mayChangeDraft(actor authz.Actor, needed authz.Permission, plan contract.ControlPlan) error {
	if err := actor.Require(needed, plan.CommitteeID); err != nil {
		return err
	}
	if plan.State != contract.PlanStateDraft {
		return fault.Conflict("plan_adopted", "an adopted plan is changed by an amendment with its own decision")
	}
	return nil
}

// mayChangeAdopted: until the year is reported.
func mayChangeAdopted(actor authz.Actor, needed authz.Permission, plan contract.ControlPlan) error {
	if err := actor.Require(needed, plan.CommitteeID); err != nil {
		return err
	}
	switch plan.State {
	case contract.PlanStateDraft:
		return fault.Conflict("plan_not_adopted", "the plan is a draft")
	case contract.PlanStateReported:
		return fault.Conflict("plan_reported", "the plan is reported")
	}
	return nil
}

func mayAmend(actor authz.Actor, plan contract.ControlPlan) error {
	return mayChangeAdopted(actor, authz.ControlPlanEdit, plan)
}

func mayWriteReport(actor authz.Actor, plan contract.ControlPlan) error {
	return mayChangeAdopted(actor, authz.ControlPlanEdit, plan)
}

// mayDecideReport: a report without a judgement says nothing to decide about.
func mayDecideReport(actor authz.Actor, plan contract.ControlPlan) error {
	if err := mayChangeAdopted(actor, authz.DecisionRegister, plan); err != nil {
		return err
	}
	if plan.Report == nil || plan.Report.Content.Judgement == nil {
		return fault.Conflict("report_without_judgement", "the report does not say how the committee judges its internal control")
	}
	return nil
}

// complete adds to a plan as it is stored what is computed: values, levels, and what the actor may do.
func complete(actor authz.Actor, plan contract.ControlPlan) contract.ControlPlan {
	for i, risk := range plan.Risks {
		plan.Risks[i].Inherent = valueOf(plan.Scale, risk.Content.Inherent)
		plan.Risks[i].Current = valueOf(plan.Scale, risk.Content.Current)
		plan.Risks[i].Target = valueOf(plan.Scale, risk.Content.Target)
	}
	if plan.Earlier != nil {
		for i, risk := range plan.Earlier.Risks {
			plan.Earlier.Risks[i].Current = valueOf(plan.Scale, risk.Point)
		}
	}
	for i, amendment := range plan.Amendments {
		plan.Amendments[i].May = amendmentActionsOf(actor, plan, amendment)
	}
	plan.May = actionsOf(actor, plan)
	return plan
}

func actionsOf(actor authz.Actor, plan contract.ControlPlan) []contract.ControlPlanAction {
	actions := []contract.ControlPlanAction{}
	for _, asked := range []struct {
		action contract.ControlPlanAction
		may    func(authz.Actor, contract.ControlPlan) error
	}{
		{contract.ControlPlanActionEditRisks, mayEditRisks},
		{contract.ControlPlanActionEdit, mayEdit},
		{contract.ControlPlanActionDelete, mayDelete},
		{contract.ControlPlanActionDecide, mayDecide},
		{contract.ControlPlanActionAmend, mayAmend},
		{contract.ControlPlanActionWriteReport, mayWriteReport},
		{contract.ControlPlanActionDecideReport, mayDecideReport},
	} {
		if asked.may(actor, plan) == nil {
			actions = append(actions, asked.action)
		}
	}
	return actions
}

func riskWith(plan contract.ControlPlan, id uuid.UUID) (contract.Risk, error) {
	for _, risk := range plan.Risks {
		if risk.ID == id {
			return risk, nil
		}
	}
	return contract.Risk{}, fault.NotFound("risk")
}

// mayAtVersion tells that the actor may do something with the plan, which is as it was last read.
func mayAtVersion(actor authz.Actor, plan contract.ControlPlan, version int64, may func(authz.Actor, contract.ControlPlan) error) error {
	if err := may(actor, plan); err != nil {
		return err
	}
	return stale(plan.Version, version)
}

// stale: what is changed must be what was last read.
func stale(current, read int64) error {
	if current != read {
		return fault.Stale()
	}
	return nil
}
