package controlplan

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/decision"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
)

// Decide registers the committee's decision about a draft. Adopted, its controls are in force and their checks planned; sent
// back, it is a draft still, with the decision kept.
func (s *Service) Decide(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, command contract.NewPlanDecision) (contract.ControlPlan, error) {
	if err := decision.CheckAboutPlan(command); err != nil {
		return contract.ControlPlan{}, err
	}
	kept, err := s.rendered(ctx, actor, id, version, command)
	if err != nil {
		return contract.ControlPlan{}, err
	}
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.ControlPlan, error) {
		plan, err := s.open(ctx, tx, actor, id, version, mayDecide)
		if err != nil {
			return plan, err
		}
		on, err := s.registerAbout(ctx, tx, actor, plan, command)
		if err != nil {
			return plan, err
		}
		if !decision.SendsBack(command.Outcome) {
			if err := s.adopt(ctx, tx, actor, plan, on); err != nil {
				return plan, err
			}
			if err := storeEdition(ctx, tx, actor.Organization, id, kept); err != nil {
				return plan, err
			}
		}
		return s.after(ctx, tx, actor, id, journal.Entry{Thing: "control_plan", ThingID: id, Action: "decide", After: command})
	})
}

// rendered is the plan as it reads when it is adopted; nothing where it is sent back.
func (s *Service) rendered(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, command contract.NewPlanDecision) (edition, error) {
	if decision.SendsBack(command.Outcome) {
		return edition{}, nil
	}
	return s.render(ctx, actor, id, command, decision.PartPlan,
		func(plan contract.ControlPlan) error { return mayAtVersion(actor, plan, version, mayDecide) },
		func(plan *contract.ControlPlan, taken *contract.Decision) { plan.Adoption = taken }, composePlan)
}

// checkAboutPart is decision.CheckAboutPlan for an amendment or a report, which no operational plan is decided with.
func checkAboutPart(command contract.NewPlanDecision) error {
	if command.OperationalPlanID != nil {
		return fault.InvalidField("/operationalPlanId", "only_with_the_plan", "")
	}
	return decision.CheckAboutPlan(command)
}

// registerAbout registers a decision about the plan, and about the operational plan where one decision is about both.
func (s *Service) registerAbout(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, plan contract.ControlPlan, command contract.NewPlanDecision) (calendar.Date, error) {
	part := decision.PartPlan
	about := decision.Subject{Committee: plan.CommitteeID, ControlPlan: &plan.ID, ControlPlanPart: &part}
	if command.OperationalPlanID != nil {
		if err := lockOperationalPlan(ctx, tx, actor.Organization, *command.OperationalPlanID, plan); err != nil {
			return calendar.Date{}, err
		}
		about.OperationalPlan, about.OperationalPart = command.OperationalPlanID, &part
	}
	on, err := s.register(ctx, tx, actor, about, command)
	if err != nil || command.OperationalPlanID == nil {
		return on, err
	}
	if !decision.SendsBack(command.Outcome) {
		if err := adoptOperationalPlan(ctx, tx, actor.Organization, *command.OperationalPlanID); err != nil {
			return on, err
		}
	}
	return on, s.journal(ctx, tx, actor, journal.Entry{
		Thing: "operational_plan", ThingID: *command.OperationalPlanID, Action: "decide", Committee: plan.CommitteeID, After: command,
	})
}

// register registers a decision and tells the day on which it was taken.
func (s *Service) register(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, about decision.Subject, command contract.NewPlanDecision) (calendar.Date, error) {
	asked := decision.AboutPlan(command)
	on, err := decision.TakenOn(ctx, tx, actor.Organization, about.Committee, asked)
	if err != nil {
		return on, err
	}
	return on, decision.Register(ctx, tx, actor.Organization, about, asked, on, actor.Account, s.Now())
}

// adopt puts the plan in force. The earlier plan first gets the checks that are its own to the last: the new plan's go on from there.
func (s *Service) adopt(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, plan contract.ControlPlan, on calendar.Date) error {
	if err := extend(ctx, tx, actor.Organization, s.today(), nil); err != nil {
		return err
	}
	if err := adoptPlan(ctx, tx, actor.Organization, plan.ID, inForceFrom(on, plan.Year)); err != nil {
		return err
	}
	if err := deleteSuperseded(ctx, tx, actor.Organization, plan.ID); err != nil {
		return err
	}
	return extend(ctx, tx, actor.Organization, s.today(), nil)
}
