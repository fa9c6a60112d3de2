package app

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/attachment"
	"uppsikt/internal/audit"
	"uppsikt/internal/authz"
	"uppsikt/internal/check"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/response"
)

// accessToPapers says what an actor may do with the papers of a thing. The thing's own capability has the rules of what
// is read and written there; papers are never read by anybody else.
func accessToPapers(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, to attachment.To) (attachment.Access, error) {
	switch to.Thing {
	case contract.AttachedThingAudit:
		return papersOfAudit(ctx, tx, actor, to.ID)
	case contract.AttachedThingResponse:
		return papersOfResponse(ctx, tx, actor, to.ID)
	case contract.AttachedThingMeasure:
		measure, err := findMeasure(ctx, tx, actor, to.ID)
		if err != nil {
			return attachment.Access{}, err
		}
		return papersOfMeasure(actor, measure)
	case contract.AttachedThingCheck:
		return papersOfCheck(ctx, tx, actor, to.ID)
	case contract.AttachedThingDeviation:
		return papersOfDeviation(ctx, tx, actor, to.ID)
	}
	assignment, err := findAssignment(ctx, tx, actor, to.ID)
	if err != nil {
		return attachment.Access{}, err
	}
	return papersOfAssignment(actor, assignment)
}

// papersOfAudit: read with the audit, attached by whoever may correct it.
func papersOfAudit(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (attachment.Access, error) {
	mayCorrect, concerned, err := audit.Rights(ctx, tx, actor, id)
	return attachment.Access{MayAttach: mayCorrect, IsColleague: !actor.Is(contract.RoleAdviser), Concerned: concerned}, err
}

// papersOfResponse are working material: inside the committee before and after the decision, attached until then.
func papersOfResponse(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (attachment.Access, error) {
	committee, isDecided, err := response.Standing(ctx, tx, actor, id)
	if err != nil {
		return attachment.Access{}, err
	}
	mayAttach := !isDecided && actor.May(authz.ResponseDraft, committee)
	access := attachment.Access{MayAttach: mayAttach, IsColleague: true, Draft: committee, Concerned: []uuid.UUID{committee}}
	return access, actor.Require(authz.ResponseSeeDraft, committee)
}

// papersOfMeasure are evidence of what is done: attached by its committee and by the person it is given to. A draft's
// measure belongs to its committee.
func papersOfMeasure(actor authz.Actor, measure followed) (attachment.Access, error) {
	reports := actor.May(authz.ProgressReport, measure.Holder)
	access := attachment.Access{
		MayAttach: reports || measure.IsOwn, IsColleague: reports, Concerned: []uuid.UUID{measure.Committee}, IsGiven: measure.IsOwn,
	}
	switch {
	case !measure.IsDecided && !actor.May(authz.ResponseSeeDraft, measure.Committee):
		return access, fault.Forbidden(string(authz.ResponseSeeDraft))
	case !measure.IsDecided:
		access.Draft = measure.Committee
		return access, maySee(actor, measure)
	case measure.IsOwn:
		return access, nil
	}
	return access, mayFollow(actor, measure)
}

// papersOfCheck are the evidence of what was seen: read as what is written in the check, and until it is performed inside the
// committee; attached by whoever performs it, until it is reported.
func papersOfCheck(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (attachment.Access, error) {
	standing, err := check.FindCheck(ctx, tx, actor, id)
	if err != nil {
		return attachment.Access{}, err
	}
	access := papersAround(actor, standing)
	access.MayAttach = standing.MayAttach(actor)
	if !standing.SeesContent(actor) {
		return access, fault.Forbidden(string(authz.ControlPlanDraft))
	}
	return access, standing.MayRead(actor)
}

// papersOfDeviation are the evidence of what is done about it: attached also by whoever is to remedy it.
func papersOfDeviation(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (attachment.Access, error) {
	standing, err := check.FindDeviation(ctx, tx, actor, id)
	if err != nil {
		return attachment.Access{}, err
	}
	access := papersAround(actor, standing)
	access.MayAttach = standing.MayRemedy(actor)
	return access, standing.MayReadDeviation(actor)
}

func papersAround(actor authz.Actor, standing check.Standing) attachment.Access {
	access := attachment.Access{
		IsColleague: actor.May(authz.CheckPerform, standing.Committee), Concerned: []uuid.UUID{standing.Committee},
		IsGiven: standing.IsOwn || standing.WasOwn || standing.IsToRemedy,
	}
	if !standing.IsPerformed {
		access.Draft = standing.Committee
	}
	return access
}

// papersOfAssignment are evidence too, of the committee's and of the auditors'.
func papersOfAssignment(actor authz.Actor, assignment followed) (attachment.Access, error) {
	reports, audits := actor.May(authz.ProgressReport, assignment.Holder), actor.Has(authz.VerdictPropose)
	access := attachment.Access{
		MayAttach: reports || audits, IsColleague: !actor.Is(contract.RoleAdviser), Concerned: []uuid.UUID{assignment.Committee, assignment.Holder},
	}
	return access, mayFollow(actor, assignment)
}

func mayFollow(actor authz.Actor, thing followed) error {
	switch {
	case !actor.Has(authz.FollowupRead):
		return fault.Forbidden(string(authz.FollowupRead))
	case actor.OnlyAdviser() && !thing.IsGiven:
		return fault.Forbidden("the audit is not given to this adviser")
	}
	return maySee(actor, thing)
}

func maySee(actor authz.Actor, thing followed) error {
	if thing.IsConfidential && !confidentiality.Sees(actor, thing.Committee, thing.Holder) {
		return fault.Confidential()
	}
	return nil
}
