package controlplan

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/decision"
	"uppsikt/internal/journal"
)

// WriteReport replaces the committee's own words in the year's report; version is the report's, 0 until there is one.
func (s *Service) WriteReport(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.PlanReportContent) (contract.ControlPlan, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.ControlPlan, error) {
		plan, err := s.lock(ctx, tx, actor, id)
		if err != nil {
			return plan, err
		}
		if err := mayWriteReport(actor, plan); err != nil {
			return plan, err
		}
		before := contract.PlanReport{}
		if plan.Report != nil {
			before = *plan.Report
		}
		if err := stale(before.Version, version); err != nil {
			return plan, err
		}
		if err := writeReport(ctx, tx, actor.Organization, id, content); err != nil {
			return plan, err
		}
		return s.after(ctx, tx, actor, id, journal.Entry{Thing: "plan_report", ThingID: id, Action: "write", Before: before.Content, After: content})
	})
}

// DecideReport registers the committee's decision about the year's report. Adopted, the plan is reported.
func (s *Service) DecideReport(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, command contract.NewPlanDecision) (contract.ControlPlan, error) {
	if err := checkAboutPart(command); err != nil {
		return contract.ControlPlan{}, err
	}
	kept, err := s.renderedReport(ctx, actor, id, version, command)
	if err != nil {
		return contract.ControlPlan{}, err
	}
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.ControlPlan, error) {
		plan, err := s.open(ctx, tx, actor, id, version, mayDecideReport)
		if err != nil {
			return plan, err
		}
		part := decision.PartReport
		about := decision.Subject{Committee: plan.CommitteeID, ControlPlan: &id, ControlPlanPart: &part}
		if _, err := s.register(ctx, tx, actor, about, command); err != nil {
			return plan, err
		}
		if !decision.SendsBack(command.Outcome) {
			if err := reportPlan(ctx, tx, actor.Organization, id); err != nil {
				return plan, err
			}
			if err := storeEdition(ctx, tx, actor.Organization, id, kept); err != nil {
				return plan, err
			}
		}
		return s.after(ctx, tx, actor, id, journal.Entry{Thing: "plan_report", ThingID: id, Action: "decide", After: command})
	})
}

// renderedReport is the year's report as it reads when it is adopted; nothing where it is sent back.
func (s *Service) renderedReport(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, command contract.NewPlanDecision) (edition, error) {
	if decision.SendsBack(command.Outcome) {
		return edition{}, nil
	}
	return s.render(ctx, actor, id, command, decision.PartReport,
		func(plan contract.ControlPlan) error { return mayAtVersion(actor, plan, version, mayDecideReport) },
		func(plan *contract.ControlPlan, taken *contract.Decision) { plan.Report.Decision = taken }, composeReport)
}
