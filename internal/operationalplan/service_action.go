package operationalplan

import (
	"context"
	"slices"
	"strconv"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
)

// AddAction adds one to a draft. A repeated id gives the plan as it is.
func (s *Service) AddAction(ctx context.Context, actor authz.Actor, plan uuid.UUID, added contract.NewPlanAction) (contract.OperationalPlan, error) {
	added.Content = cleaned(added.Content)
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.OperationalPlan, error) {
		before, err := lockPlan(ctx, tx, actor, plan)
		if err != nil {
			return before, err
		}
		if err := mayEdit(actor, before); err != nil {
			return before, err
		}
		if _, err := actionWith(before, added.ID); err == nil {
			return before, nil
		}
		if len(before.Actions) >= mostActions {
			return before, tooManyActions()
		}
		if err := checkWhole(ctx, tx, actor, before, added.ID, added.Content, "/content"); err != nil {
			return before, err
		}
		if err := insertActions(ctx, tx, actor.Organization, plan, []contract.NewPlanAction{added}); err != nil {
			return before, err
		}
		all := append(before.Actions, contract.PlanAction{ID: added.ID, Content: added.Content})
		if err := placeActions(ctx, tx, actor.Organization, placed(all)); err != nil {
			return before, err
		}
		return s.after(ctx, tx, actor, plan, journal.Entry{Thing: "plan_action", ThingID: added.ID, Action: "add", After: added})
	})
}

// WriteAction replaces the content of a draft's action.
func (s *Service) WriteAction(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.PlanActionContent) (contract.OperationalPlan, error) {
	content = cleaned(content)
	return s.onAction(ctx, actor, id, version, func(ctx context.Context, tx *sqlx.Tx, plan contract.OperationalPlan, before contract.PlanAction) (journal.Entry, error) {
		if err := checkWhole(ctx, tx, actor, plan, id, content, ""); err != nil {
			return journal.Entry{}, err
		}
		if err := updateActions(ctx, tx, actor, plan.ID, []contract.NewPlanAction{{ID: id, Content: content}}); err != nil {
			return journal.Entry{}, err
		}
		place := slices.IndexFunc(plan.Actions, func(action contract.PlanAction) bool { return action.ID == id })
		plan.Actions[place].Content = content
		return journal.Entry{Action: "write", Before: before.Content, After: content}, placeActions(ctx, tx, actor.Organization, placed(plan.Actions))
	})
}

// DeleteAction takes one out of a draft; the others keep their numbers.
func (s *Service) DeleteAction(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) (contract.OperationalPlan, error) {
	return s.onAction(ctx, actor, id, version, func(ctx context.Context, tx *sqlx.Tx, _ contract.OperationalPlan, before contract.PlanAction) (journal.Entry, error) {
		return journal.Entry{Action: "delete", Before: before.Content}, deleteAction(ctx, tx, actor.Organization, id)
	})
}

// onAction changes an action of a draft whose version is the one last read.
func (s *Service) onAction(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64,
	change func(context.Context, *sqlx.Tx, contract.OperationalPlan, contract.PlanAction) (journal.Entry, error),
) (contract.OperationalPlan, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.OperationalPlan, error) {
		of, err := planOfAction(ctx, tx, actor.Organization, id)
		if err != nil {
			return contract.OperationalPlan{}, err
		}
		plan, err := lockPlan(ctx, tx, actor, of)
		if err != nil {
			return plan, err
		}
		if err := mayEdit(actor, plan); err != nil {
			return plan, err
		}
		before, err := actionWith(plan, id)
		if err != nil {
			return plan, err
		}
		if err := stale(before.Version, version); err != nil {
			return plan, err
		}
		entry, err := change(ctx, tx, plan, before)
		if err != nil {
			return plan, err
		}
		entry.Thing, entry.ThingID = "plan_action", id
		return s.after(ctx, tx, actor, of, entry)
	})
}

// checkWhole is checkAction, with the recommendations held against those that are given to the committee and the actor sees.
func checkWhole(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, plan contract.OperationalPlan, id uuid.UUID, content contract.PlanActionContent, pointer string) error {
	if err := checkAction(plan, id, content, pointer); err != nil {
		return err
	}
	known, err := tieable(ctx, tx, actor, plan.CommitteeID, content.RecommendationIds)
	if err != nil {
		return err
	}
	for i, recommendation := range content.RecommendationIds {
		if !slices.Contains(known, recommendation) {
			return fault.InvalidField(pointer+"/recommendationIds/"+strconv.Itoa(i), "recommendation_not_given", "")
		}
	}
	return nil
}

// Report says how far an action of an adopted plan has come. A repeated id changes nothing.
func (s *Service) Report(ctx context.Context, actor authz.Actor, id uuid.UUID, report contract.NewActionReport) (contract.PlanAction, error) {
	var plan contract.OperationalPlan
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		of, err := planOfAction(ctx, tx, actor.Organization, id)
		if err != nil {
			return err
		}
		if plan, err = lockPlan(ctx, tx, actor, of); err != nil {
			return err
		}
		isNew, err := s.report(ctx, tx, actor, plan, id, report)
		if err != nil || !isNew {
			return err
		}
		plan, err = loadPlan(ctx, tx, actor, of)
		if err != nil {
			return err
		}
		return s.journal(ctx, tx, actor, journal.Entry{Thing: "plan_action", ThingID: id, Action: "report", After: report})
	})
	if err != nil {
		return contract.PlanAction{}, err
	}
	return actionWith(complete(actor, plan, s.today()), id)
}

func (s *Service) report(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, plan contract.OperationalPlan, id uuid.UUID, report contract.NewActionReport) (isNew bool, err error) {
	if err := mayRead(actor, plan); err != nil {
		return false, err
	}
	action, err := actionWith(plan, id)
	if err != nil {
		return false, err
	}
	if err := mayReport(actor, plan, action, report.CommitteeID); err != nil {
		return false, err
	}
	if err := checkReport(report, s.today()); err != nil {
		return false, err
	}
	return addReport(ctx, tx, actor.Organization, id, report, actor.Account, s.Now())
}
