package controlplan

import (
	"context"
	"slices"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
)

// Write replaces what a draft says of itself.
func (s *Service) Write(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.ControlPlanContent) (contract.ControlPlan, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.ControlPlan, error) {
		before, err := s.open(ctx, tx, actor, id, version, mayEdit)
		if err != nil {
			return before, err
		}
		if err := updateContent(ctx, tx, actor.Organization, id, content); err != nil {
			return before, err
		}
		return s.after(ctx, tx, actor, id, journal.Entry{Thing: "control_plan", ThingID: id, Action: "write", Before: before.Content, After: content})
	})
}

// AddControl adds one last in the plan. A repeated id gives the plan as it is.
func (s *Service) AddControl(ctx context.Context, actor authz.Actor, plan uuid.UUID, added contract.NewControl) (contract.ControlPlan, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.ControlPlan, error) {
		before, err := s.lock(ctx, tx, actor, plan)
		if err != nil {
			return before, err
		}
		if err := mayEdit(actor, before); err != nil {
			return before, err
		}
		if _, err := controlWith(before, added.ID); err == nil {
			return before, nil
		}
		if err := check(ctx, tx, actor, before, proposed{Content: added.Content, Pointer: "/content"}); err != nil {
			return before, err
		}
		if err := insertControls(ctx, tx, actor.Organization, plan, []contract.NewControl{added}); err != nil {
			return before, err
		}
		return s.after(ctx, tx, actor, plan, journal.Entry{Thing: "control", ThingID: added.ID, Action: "add", After: added.Content})
	})
}

// WriteControl replaces a control's content; its links to recommendations that the actor does not see stay as they are.
func (s *Service) WriteControl(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.ControlContent) (contract.ControlPlan, error) {
	return s.onControl(ctx, actor, id, version, func(ctx context.Context, tx *sqlx.Tx, plan contract.ControlPlan, before contract.Control) (journal.Entry, error) {
		if err := check(ctx, tx, actor, plan, proposed{Before: &before.Content, Content: content}); err != nil {
			return journal.Entry{}, err
		}
		written := writtenControl{ID: id, Content: content, Gone: gone(before.Content, content)}
		return journal.Entry{Action: "write", Before: before.Content, After: content},
			updateControls(ctx, tx, actor.Organization, plan.ID, []writtenControl{written})
	})
}

// DeleteControl takes one out of a draft; the others keep their numbers.
func (s *Service) DeleteControl(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) (contract.ControlPlan, error) {
	return s.onControl(ctx, actor, id, version, func(ctx context.Context, tx *sqlx.Tx, _ contract.ControlPlan, before contract.Control) (journal.Entry, error) {
		return journal.Entry{Action: "delete", Before: before.Content}, deleteControl(ctx, tx, actor.Organization, id)
	})
}

// onControl changes a control of a draft whose version is the one last read.
func (s *Service) onControl(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64,
	change func(context.Context, *sqlx.Tx, contract.ControlPlan, contract.Control) (journal.Entry, error),
) (contract.ControlPlan, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.ControlPlan, error) {
		of, err := planOfControl(ctx, tx, actor.Organization, id)
		if err != nil {
			return contract.ControlPlan{}, err
		}
		plan, err := s.lock(ctx, tx, actor, of)
		if err != nil {
			return plan, err
		}
		if err := mayEdit(actor, plan); err != nil {
			return plan, err
		}
		before, err := controlWith(plan, id)
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
		entry.Thing, entry.ThingID = "control", id
		return s.after(ctx, tx, actor, of, entry)
	})
}

// check holds controls against their plan, the people here and the recommendations to the committee.
func check(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, plan contract.ControlPlan, controls ...proposed) error {
	var recommendations, persons []uuid.UUID
	for _, control := range controls {
		recommendations = append(recommendations, control.Content.RecommendationIds...)
		if control.Content.PersonID != nil {
			persons = append(persons, *control.Content.PersonID)
		}
	}
	given, err := givenRecommendations(ctx, tx, actor, plan.ID, recommendations)
	if err != nil {
		return err
	}
	members, err := membersAmong(ctx, tx, actor.Organization, persons)
	if err != nil {
		return err
	}
	var fields []fault.Field
	for _, control := range controls {
		fields = append(fields, control.faults(plan, given, members)...)
	}
	if fields != nil {
		return fault.Invalid("invalid", "", fields...)
	}
	return nil
}

// gone are the recommendations that a control answered to as the actor saw it, and does no longer.
func gone(before, after contract.ControlContent) []uuid.UUID {
	return slices.DeleteFunc(slices.Clone(before.RecommendationIds), func(id uuid.UUID) bool {
		return slices.Contains(after.RecommendationIds, id)
	})
}
