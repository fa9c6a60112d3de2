package controlplan

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
)

// Service has the use cases of the control plan, one transaction each.
type Service struct {
	DB  *sqlx.DB
	Now func() time.Time
}

// Plans lists control plans, the latest year first; of a draft, that it is there. A nil committee or year does not filter.
func (s *Service) Plans(ctx context.Context, actor authz.Actor, committee *uuid.UUID, year *int, limit, offset int) (page contract.ControlPlanPage, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		page, err = listPlans(ctx, tx, actor, committee, year, limit, offset)
		return err
	})
	return page, err
}

// Plan reads one plan with its risks and controls.
func (s *Service) Plan(ctx context.Context, actor authz.Actor, id uuid.UUID) (contract.ControlPlan, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.ControlPlan, error) {
		plan, err := s.load(ctx, tx, actor, id)
		if err != nil {
			return plan, err
		}
		return plan, mayReadPlan(actor, plan)
	})
}

// Begin makes a committee's draft for a year, valued on the organization's scale as it is now. A repeated id gives the plan
// first begun.
func (s *Service) Begin(ctx context.Context, actor authz.Actor, begun contract.NewControlPlan) (contract.ControlPlan, error) {
	if err := actor.Require(authz.ControlPlanEdit, begun.CommitteeID); err != nil {
		return contract.ControlPlan{}, err
	}
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.ControlPlan, error) {
		scale, err := loadScale(ctx, tx, actor.Organization)
		if err != nil {
			return contract.ControlPlan{}, err
		}
		isNew, err := insertPlan(ctx, tx, actor.Organization, begun, scale.Content, actor.Account, s.Now())
		if err != nil {
			return contract.ControlPlan{}, err
		}
		if !isNew {
			plan, err := s.load(ctx, tx, actor, begun.ID)
			if err != nil {
				return plan, err
			}
			return plan, mayReadPlan(actor, plan)
		}
		if begun.FromYearBefore {
			if err := copyEarlier(ctx, tx, actor.Organization, begun.ID); err != nil {
				return contract.ControlPlan{}, err
			}
		}
		return s.after(ctx, tx, actor, begun.ID, journal.Entry{Thing: "control_plan", ThingID: begun.ID, Action: "begin", After: begun})
	})
}

// DeletePlan takes a draft away; the journal keeps it.
func (s *Service) DeletePlan(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) error {
	return postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		before, err := s.open(ctx, tx, actor, id, version, mayDelete)
		if err != nil {
			return err
		}
		if err := deletePlan(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		return s.journal(ctx, tx, actor, journal.Entry{
			Thing: "control_plan", ThingID: id, Action: "delete", Committee: before.CommitteeID,
			Before: map[string]any{"content": before.Content, "risks": before.Risks, "controls": before.Controls},
		})
	})
}

// AddRisk adds one last in the plan. A repeated id gives the plan as it is.
func (s *Service) AddRisk(ctx context.Context, actor authz.Actor, plan uuid.UUID, added contract.NewRisk) (contract.ControlPlan, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.ControlPlan, error) {
		before, err := s.lock(ctx, tx, actor, plan)
		if err != nil {
			return before, err
		}
		if err := mayEditRisks(actor, before); err != nil {
			return before, err
		}
		if _, err := riskWith(before, added.ID); err == nil {
			return before, nil
		}
		if added.Content, err = worded(ctx, tx, actor.Organization, added.CommonRiskID, added.Content); err != nil {
			return before, err
		}
		if err := checkRisk(before.Scale, added.Content, "/content"); err != nil {
			return before, err
		}
		if err := checkOrigin(ctx, tx, actor, plan, added); err != nil {
			return before, err
		}
		if err := insertRisk(ctx, tx, actor.Organization, plan, added); err != nil {
			return before, err
		}
		return s.after(ctx, tx, actor, plan, journal.Entry{Thing: "risk", ThingID: added.ID, Action: "add", After: added})
	})
}

// WriteRisk replaces a risk's content.
func (s *Service) WriteRisk(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.RiskContent) (contract.ControlPlan, error) {
	return s.onRisk(ctx, actor, id, version, func(ctx context.Context, tx *sqlx.Tx, plan contract.ControlPlan, before contract.Risk) (journal.Entry, error) {
		after, err := worded(ctx, tx, actor.Organization, before.CommonRiskID, content)
		if err != nil {
			return journal.Entry{}, err
		}
		if err := checkRisk(plan.Scale, after, ""); err != nil {
			return journal.Entry{}, err
		}
		return journal.Entry{Action: "write", Before: before.Content, After: after}, updateRisk(ctx, tx, actor.Organization, id, after)
	})
}

// DeleteRisk takes one out of the plan; the others keep their numbers.
func (s *Service) DeleteRisk(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) (contract.ControlPlan, error) {
	return s.onRisk(ctx, actor, id, version, func(ctx context.Context, tx *sqlx.Tx, _ contract.ControlPlan, before contract.Risk) (journal.Entry, error) {
		return journal.Entry{Action: "delete", Before: before.Content}, deleteRisk(ctx, tx, actor.Organization, id)
	})
}

// onRisk changes a risk of a draft whose version is the one last read.
func (s *Service) onRisk(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64,
	change func(context.Context, *sqlx.Tx, contract.ControlPlan, contract.Risk) (journal.Entry, error),
) (contract.ControlPlan, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.ControlPlan, error) {
		of, err := planOfRisk(ctx, tx, actor.Organization, id)
		if err != nil {
			return contract.ControlPlan{}, err
		}
		plan, err := s.lock(ctx, tx, actor, of)
		if err != nil {
			return plan, err
		}
		if err := mayEditRisks(actor, plan); err != nil {
			return plan, err
		}
		before, err := riskWith(plan, id)
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
		entry.Thing, entry.ThingID = "risk", id
		return s.after(ctx, tx, actor, of, entry)
	})
}

// worded gives a risk that is common to all committees the common words.
func worded(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, common *uuid.UUID, content contract.RiskContent) (contract.RiskContent, error) {
	if common == nil {
		return content, nil
	}
	found, err := loadCommonRisk(ctx, tx, organization, *common)
	if fault.Is(err, "not_found") {
		return content, fault.InvalidField("/commonRiskId", "unknown_common_risk", "")
	}
	return asCommon(content, found.Content), err
}

// checkOrigin: a risk comes from a deviation in the committee's own internal control, or from a recommendation to it.
func checkOrigin(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, plan uuid.UUID, added contract.NewRisk) error {
	if added.DeviationID != nil {
		has, err := hasDeviation(ctx, tx, actor.Organization, plan, *added.DeviationID)
		if err != nil {
			return err
		}
		if !has {
			return fault.InvalidField("/deviationId", "unknown_deviation", "")
		}
	}
	if added.RecommendationID == nil {
		return nil
	}
	given, err := givenRecommendations(ctx, tx, actor, plan, []uuid.UUID{*added.RecommendationID})
	if err == nil && len(given) == 0 {
		return fault.InvalidField("/recommendationId", "recommendation_not_given", "")
	}
	return err
}

// after raises the plan's version, and reads and journals what a change has made of it.
func (s *Service) after(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, entry journal.Entry) (contract.ControlPlan, error) {
	if err := raisePlan(ctx, tx, actor.Organization, id); err != nil {
		return contract.ControlPlan{}, err
	}
	plan, err := s.load(ctx, tx, actor, id)
	if err != nil {
		return plan, err
	}
	entry.Committee = plan.CommitteeID
	return plan, s.journal(ctx, tx, actor, entry)
}

// load reads a plan as the actor may see it today.
func (s *Service) load(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (contract.ControlPlan, error) {
	return loadPlan(ctx, tx, actor, id, s.today())
}

// lock is load that keeps others from changing the plan until the transaction ends.
func (s *Service) lock(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (contract.ControlPlan, error) {
	return lockPlan(ctx, tx, actor, id, s.today())
}

// open locks a plan that the actor may do something with, as it was last read.
func (s *Service) open(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, version int64, may func(authz.Actor, contract.ControlPlan) error) (contract.ControlPlan, error) {
	plan, err := s.lock(ctx, tx, actor, id)
	if err != nil {
		return plan, err
	}
	return plan, mayAtVersion(actor, plan, version, may)
}

func (s *Service) today() calendar.Date { return calendar.DayOf(s.Now()) }

func (s *Service) journal(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, entry journal.Entry) error {
	entry.Organization, entry.Actor, entry.At = actor.Organization, actor.Account, s.Now()
	return journal.Write(ctx, tx, entry)
}

func (s *Service) give(ctx context.Context, actor authz.Actor, fn func(context.Context, *sqlx.Tx) (contract.ControlPlan, error)) (contract.ControlPlan, error) {
	var plan contract.ControlPlan
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		plan, err = fn(ctx, tx)
		return err
	})
	if err != nil {
		return contract.ControlPlan{}, err
	}
	return complete(actor, plan), nil
}
