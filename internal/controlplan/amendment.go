package controlplan

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

func mayEditAmendment(actor authz.Actor, plan contract.ControlPlan, amendment contract.Amendment) error {
	return mayChangeAmendment(actor, authz.ControlPlanEdit, plan, amendment)
}

// mayDecideAmendment: one that changes nothing says nothing to decide about.
func mayDecideAmendment(actor authz.Actor, plan contract.ControlPlan, amendment contract.Amendment) error {
	if err := mayChangeAmendment(actor, authz.DecisionRegister, plan, amendment); err != nil {
		return err
	}
	if len(amendment.Content.Changes) == 0 {
		return fault.Conflict("amendment_without_changes", "the amendment changes nothing")
	}
	return nil
}

func mayChangeAmendment(actor authz.Actor, needed authz.Permission, plan contract.ControlPlan, amendment contract.Amendment) error {
	if err := mayChangeAdopted(actor, needed, plan); err != nil {
		return err
	}
	return amendmentIsDraft(amendment)
}

// mayDeleteAmendment: also when the plan has been reported; what the committee has decided about is kept.
func mayDeleteAmendment(actor authz.Actor, plan contract.ControlPlan, amendment contract.Amendment) error {
	if err := actor.Require(authz.ControlPlanEdit, plan.CommitteeID); err != nil {
		return err
	}
	if len(amendment.EarlierDecisions) > 0 {
		return fault.Conflict("amendment_was_decided_about", "the committee has decided about the amendment")
	}
	return amendmentIsDraft(amendment)
}

func amendmentIsDraft(amendment contract.Amendment) error {
	if amendment.State != contract.AmendmentStateDraft {
		return fault.Conflict("amendment_decided", "the amendment is decided")
	}
	return nil
}

func amendmentActionsOf(actor authz.Actor, plan contract.ControlPlan, amendment contract.Amendment) []contract.AmendmentAction {
	actions := []contract.AmendmentAction{}
	for _, asked := range []struct {
		action contract.AmendmentAction
		may    func(authz.Actor, contract.ControlPlan, contract.Amendment) error
	}{
		{contract.AmendmentActionEdit, mayEditAmendment},
		{contract.AmendmentActionDelete, mayDeleteAmendment},
		{contract.AmendmentActionDecide, mayDecideAmendment},
	} {
		if asked.may(actor, plan, amendment) == nil {
			actions = append(actions, asked.action)
		}
	}
	return actions
}

// checkAmendment: it has a reason, and each change is of a control of its own: of one that there is, unless it is added. What the
// controls say is for check.
func checkAmendment(plan contract.ControlPlan, content contract.AmendmentContent, pointer string) error {
	var fields []fault.Field
	require := func(holds bool, at, code string) {
		if !holds {
			fields = append(fields, fault.Field{Pointer: pointer + at, Code: code})
		}
	}
	require(strings.TrimSpace(content.Reason) != "", "/reason", "required")
	changed := map[uuid.UUID]bool{}
	for i, change := range content.Changes {
		at := fmt.Sprintf("/changes/%d", i)
		control, err := controlWith(plan, change.ControlID)
		isThere := err == nil && !control.Removed
		adds, removes := change.Kind == contract.ControlChangeKindAdd, change.Kind == contract.ControlChangeKindRemove
		require(!changed[change.ControlID] && (!adds || err != nil), at+"/controlId", "already_used")
		require(adds || isThere, at+"/controlId", "unknown_control")
		require(removes || change.Content != nil, at+"/content", "required")
		require(!removes || change.Content == nil, at+"/content", "only_what_remains")
		changed[change.ControlID] = true
	}
	if fields != nil {
		return fault.Invalid("invalid", "", fields...)
	}
	return nil
}

// proposedBy are the controls that an amendment adds or changes.
func proposedBy(plan contract.ControlPlan, content contract.AmendmentContent, pointer string) (controls []proposed) {
	for i, change := range content.Changes {
		if change.Content == nil {
			continue
		}
		p := proposed{Content: *change.Content, Pointer: fmt.Sprintf("%s/changes/%d/content", pointer, i)}
		if control, err := controlWith(plan, change.ControlID); err == nil {
			p.Before = &control.Content
		}
		controls = append(controls, p)
	}
	return controls
}

func amendmentWith(plan contract.ControlPlan, id uuid.UUID) (contract.Amendment, error) {
	for _, amendment := range plan.Amendments {
		if amendment.ID == id {
			return amendment, nil
		}
	}
	return contract.Amendment{}, fault.NotFound("amendment")
}

// amendmentAtVersion is one that the actor may do something with, as it was last read. A draft that is not for the actor to see is
// not among the plan's.
func amendmentAtVersion(actor authz.Actor, plan contract.ControlPlan, id uuid.UUID, version int64,
	may func(authz.Actor, contract.ControlPlan, contract.Amendment) error,
) (contract.Amendment, error) {
	amendment, err := amendmentWith(plan, id)
	if err != nil {
		return amendment, fault.Forbidden(string(authz.ControlPlanDraft))
	}
	if err := may(actor, plan, amendment); err != nil {
		return amendment, err
	}
	return amendment, stale(amendment.Version, version)
}

// adoptIn is the plan as it tells of the amendment when it is adopted.
func adoptIn(plan *contract.ControlPlan, id uuid.UUID, taken *contract.Decision) {
	for i := range plan.Amendments {
		amendment := &plan.Amendments[i]
		if amendment.ID != id {
			continue
		}
		for _, change := range amendment.Content.Changes {
			if control, err := controlWith(*plan, change.ControlID); err == nil {
				amendment.Before = append(amendment.Before, contract.ControlBefore{ControlID: control.ID, Content: control.Content})
			}
		}
		amendment.State, amendment.Decision = contract.AmendmentStateAdopted, taken
	}
}

// storedChange is a change as it is kept: whole, also with links to recommendations that whoever wrote it did not see.
type storedChange struct {
	Kind      contract.ControlChangeKind `json:"kind"`
	ControlID uuid.UUID                  `json:"controlId"`
	Content   *contract.ControlContent   `json:"content"`
	Upon      int64                      `json:"upon"`   // the control's version when it was written; 0 where it is added
	Before    *contract.ControlContent   `json:"before"` // as the control stands now; nil where it is added
	Current   int64                      `json:"current"`
}

// checkUpToDate: what another amendment has changed since this one was written must be looked at again.
func checkUpToDate(changes []storedChange) error {
	for _, change := range changes {
		if change.Upon != change.Current {
			return fault.Conflict("amendment_outdated", "the plan has been amended since the amendment was written")
		}
	}
	return nil
}

// isRescheduled tells whether the checks of the control are to be planned anew.
func (c storedChange) isRescheduled() bool {
	return c.Before == nil || c.Content == nil || scheduleOf(*c.Before) != scheduleOf(*c.Content)
}

func scheduleOf(content contract.ControlContent) schedule {
	return schedule{content.Frequency, content.FirstMonth, content.PlannedOffset, content.LastOffset}
}
