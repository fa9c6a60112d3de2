package controlplan

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
)

// Scale reads how risks are valued here.
func (s *Service) Scale(ctx context.Context, actor authz.Actor) (scale contract.RiskScale, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		scale, err = loadScale(ctx, tx, actor.Organization)
		return err
	})
	return scaleFor(actor, scale), err
}

// UpdateScale sets it for plans that are begun from now on.
func (s *Service) UpdateScale(ctx context.Context, actor authz.Actor, version int64, content contract.RiskScaleContent) (scale contract.RiskScale, err error) {
	if err := checkScale(content); err != nil {
		return scale, err
	}
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		before, err := loadScale(ctx, tx, actor.Organization)
		if err != nil {
			return err
		}
		if err := setScale(ctx, tx, actor.Organization, version, content); err != nil {
			return err
		}
		if scale, err = loadScale(ctx, tx, actor.Organization); err != nil {
			return err
		}
		return s.journal(ctx, tx, actor, journal.Entry{
			Thing: "risk_scale", ThingID: actor.Organization, Action: "update", Before: before.Content, After: content,
		})
	})
	return scaleFor(actor, scale), err
}

func scaleFor(actor authz.Actor, scale contract.RiskScale) contract.RiskScale {
	scale.May = []contract.RiskScaleMay{}
	if actor.Has(authz.RiskScaleEdit) {
		scale.May = append(scale.May, contract.RiskScaleMayEdit)
	}
	return scale
}

// CommonRisks lists what every committee is to assess, the latest year first; a nil year is all years.
func (s *Service) CommonRisks(ctx context.Context, actor authz.Actor, year *int, limit, offset int) (page contract.CommonRiskPage, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		page, err = listCommonRisks(ctx, tx, actor.Organization, year, limit, offset)
		return err
	})
	page.May = []contract.CommonRiskPageMay{}
	if actor.Has(authz.CommonRiskEdit) {
		page.May = append(page.May, contract.CommonRiskPageMayEdit)
	}
	return page, err
}

// AddCommonRisk adds one for a year. A repeated id gives the one first added.
func (s *Service) AddCommonRisk(ctx context.Context, actor authz.Actor, added contract.NewCommonRisk) (risk contract.CommonRisk, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		isNew, err := insertCommonRisk(ctx, tx, actor.Organization, added)
		if err != nil {
			return err
		}
		if risk, err = loadCommonRisk(ctx, tx, actor.Organization, added.ID); err != nil || !isNew {
			return err
		}
		return s.journal(ctx, tx, actor, journal.Entry{Thing: "common_risk", ThingID: added.ID, Action: "add", After: added.Content})
	})
	return risk, err
}

// UpdateCommonRisk words it anew, also in the drafts that have taken it in.
func (s *Service) UpdateCommonRisk(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.CommonRiskContent) (risk contract.CommonRisk, err error) {
	err = s.onCommonRisk(ctx, actor, id, version, func(ctx context.Context, tx *sqlx.Tx, before contract.CommonRisk) error {
		if err := updateCommonRisk(ctx, tx, actor.Organization, id, content); err != nil {
			return err
		}
		if risk, err = loadCommonRisk(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		return s.journal(ctx, tx, actor, journal.Entry{Thing: "common_risk", ThingID: id, Action: "update", Before: before.Content, After: content})
	})
	return risk, err
}

// DeleteCommonRisk takes away one that no plan has taken in.
func (s *Service) DeleteCommonRisk(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) error {
	return s.onCommonRisk(ctx, actor, id, version, func(ctx context.Context, tx *sqlx.Tx, before contract.CommonRisk) error {
		if err := deleteCommonRisk(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		return s.journal(ctx, tx, actor, journal.Entry{Thing: "common_risk", ThingID: id, Action: "delete", Before: before.Content})
	})
}

func (s *Service) onCommonRisk(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, change func(context.Context, *sqlx.Tx, contract.CommonRisk) error) error {
	return postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		before, err := lockCommonRisk(ctx, tx, actor.Organization, id)
		if err != nil {
			return err
		}
		if err := stale(before.Version, version); err != nil {
			return err
		}
		return change(ctx, tx, before)
	})
}
