package controlplan

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/decision"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
)

// BeginAmendment makes a draft of what is to be changed in an adopted plan. A repeated id gives the plan as it is.
func (s *Service) BeginAmendment(ctx context.Context, actor authz.Actor, plan uuid.UUID, begun contract.NewAmendment) (contract.ControlPlan, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.ControlPlan, error) {
		before, err := s.lock(ctx, tx, actor, plan)
		if err != nil {
			return before, err
		}
		if err := mayAmend(actor, before); err != nil {
			return before, err
		}
		if _, err := amendmentWith(before, begun.ID); err == nil {
			return before, nil
		}
		if err := checkChanges(ctx, tx, actor, before, begun.Content, "/content"); err != nil {
			return before, err
		}
		if err := insertAmendment(ctx, tx, actor.Organization, plan, begun, actor.Account, s.Now()); err != nil {
			return before, err
		}
		if err := writeAmendment(ctx, tx, actor, begun.ID, begun.Content); err != nil {
			return before, err
		}
		return s.after(ctx, tx, actor, plan, journal.Entry{Thing: "plan_amendment", ThingID: begun.ID, Action: "begin", After: begun.Content})
	})
}

// WriteAmendment replaces what a draft is to change.
func (s *Service) WriteAmendment(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.AmendmentContent) (contract.ControlPlan, error) {
	return s.onAmendment(ctx, actor, id, version, mayEditAmendment,
		func(ctx context.Context, tx *sqlx.Tx, plan contract.ControlPlan, before contract.Amendment) (journal.Entry, error) {
			if err := checkChanges(ctx, tx, actor, plan, content, ""); err != nil {
				return journal.Entry{}, err
			}
			return journal.Entry{Action: "write", Before: before.Content, After: content}, writeAmendment(ctx, tx, actor, id, content)
		})
}

// DeleteAmendment takes a draft away.
func (s *Service) DeleteAmendment(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) (contract.ControlPlan, error) {
	return s.onAmendment(ctx, actor, id, version, mayDeleteAmendment,
		func(ctx context.Context, tx *sqlx.Tx, _ contract.ControlPlan, before contract.Amendment) (journal.Entry, error) {
			return journal.Entry{Action: "delete", Before: before.Content}, deleteAmendment(ctx, tx, actor.Organization, id)
		})
}

// DecideAmendment registers the committee's decision about an amendment. Adopted, its changes are made and the checks ahead
// planned anew; rejected, it is closed.
func (s *Service) DecideAmendment(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, command contract.NewPlanDecision) (contract.ControlPlan, error) {
	if err := checkAboutPart(command); err != nil {
		return contract.ControlPlan{}, err
	}
	kept, err := s.renderedAmendment(ctx, actor, id, version, command)
	if err != nil {
		return contract.ControlPlan{}, err
	}
	return s.onAmendment(ctx, actor, id, version, mayDecideAmendment,
		func(ctx context.Context, tx *sqlx.Tx, plan contract.ControlPlan, amendment contract.Amendment) (journal.Entry, error) {
			part := decision.PartAmendment
			about := decision.Subject{Committee: plan.CommitteeID, ControlPlan: &plan.ID, ControlPlanPart: &part, Amendment: &id}
			on, err := s.register(ctx, tx, actor, about, command)
			if err != nil {
				return journal.Entry{}, err
			}
			entry := journal.Entry{Action: "decide", After: command}
			switch command.Outcome {
			case contract.DecisionOutcomeReferredBack:
				return entry, moveAmendment(ctx, tx, actor.Organization, id, contract.AmendmentStateDraft)
			case contract.DecisionOutcomeRejected:
				return entry, moveAmendment(ctx, tx, actor.Organization, id, contract.AmendmentStateRejected)
			}
			if err := s.amend(ctx, tx, actor, plan.ID, amendment, on); err != nil {
				return entry, err
			}
			return entry, storeEdition(ctx, tx, actor.Organization, plan.ID, kept)
		})
}

// renderedAmendment is the amendment as it reads when it is adopted; nothing where it is not.
func (s *Service) renderedAmendment(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, command contract.NewPlanDecision) (edition, error) {
	if decision.SendsBack(command.Outcome) {
		return edition{}, nil
	}
	var of uuid.UUID
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		of, err = planOfAmendment(ctx, tx, actor.Organization, id)
		return err
	})
	if err != nil {
		return edition{}, err
	}
	return s.render(ctx, actor, of, command, decision.PartAmendment,
		func(plan contract.ControlPlan) error {
			_, err := amendmentAtVersion(actor, plan, id, version, mayDecideAmendment)
			return err
		},
		func(plan *contract.ControlPlan, taken *contract.Decision) { adoptIn(plan, id, taken) }, composeAmendment(id))
}

// amend makes the changes of an amendment in the plan.
func (s *Service) amend(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, plan uuid.UUID, amendment contract.Amendment, on calendar.Date) error {
	changes, err := loadChanges(ctx, tx, actor.Organization, amendment.ID)
	if err != nil {
		return err
	}
	if err := checkUpToDate(changes); err != nil {
		return err
	}
	if err := keepChanges(ctx, tx, actor.Organization, amendment.ID, changes); err != nil {
		return err
	}
	if err := moveAmendment(ctx, tx, actor.Organization, amendment.ID, contract.AmendmentStateAdopted); err != nil {
		return err
	}
	if err := makeChanges(ctx, tx, actor.Organization, plan, changes); err != nil {
		return err
	}
	rescheduled := []uuid.UUID{}
	for _, change := range changes {
		if change.isRescheduled() {
			rescheduled = append(rescheduled, change.ControlID)
		}
	}
	uncovered, err := deleteAhead(ctx, tx, actor.Organization, rescheduled, on)
	if err != nil {
		return err
	}
	return extend(ctx, tx, actor.Organization, s.today(), uncovered)
}

// makeChanges writes them in the controls, one statement for each kind.
func makeChanges(ctx context.Context, tx *sqlx.Tx, organization, plan uuid.UUID, changes []storedChange) error {
	added, written, removed := []contract.NewControl{}, []writtenControl{}, []uuid.UUID{}
	for _, change := range changes {
		switch change.Kind {
		case contract.ControlChangeKindAdd:
			added = append(added, contract.NewControl{ID: change.ControlID, Content: *change.Content})
		case contract.ControlChangeKindChange:
			written = append(written, writtenControl{ID: change.ControlID, Content: *change.Content, Gone: gone(*change.Before, *change.Content)})
		case contract.ControlChangeKindRemove:
			removed = append(removed, change.ControlID)
		}
	}
	if err := insertControls(ctx, tx, organization, plan, added); err != nil {
		return err
	}
	if err := updateControls(ctx, tx, organization, plan, written); err != nil {
		return err
	}
	return removeControls(ctx, tx, organization, plan, removed)
}

// onAmendment does something with an amendment whose version is the one last read.
func (s *Service) onAmendment(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64,
	may func(authz.Actor, contract.ControlPlan, contract.Amendment) error,
	change func(context.Context, *sqlx.Tx, contract.ControlPlan, contract.Amendment) (journal.Entry, error),
) (contract.ControlPlan, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.ControlPlan, error) {
		of, err := planOfAmendment(ctx, tx, actor.Organization, id)
		if err != nil {
			return contract.ControlPlan{}, err
		}
		plan, err := s.lock(ctx, tx, actor, of)
		if err != nil {
			return plan, err
		}
		before, err := amendmentAtVersion(actor, plan, id, version, may)
		if err != nil {
			return plan, err
		}
		entry, err := change(ctx, tx, plan, before)
		if err != nil {
			return plan, err
		}
		entry.Thing, entry.ThingID = "plan_amendment", id
		return s.after(ctx, tx, actor, of, entry)
	})
}

// checkChanges holds an amendment and its controls against the plan.
func checkChanges(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, plan contract.ControlPlan, content contract.AmendmentContent, pointer string) error {
	if err := checkAmendment(plan, content, pointer); err != nil {
		return err
	}
	return check(ctx, tx, actor, plan, proposedBy(plan, content, pointer)...)
}
