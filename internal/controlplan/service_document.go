package controlplan

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/decision"
	"uppsikt/internal/document"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// source is what a plan's papers are made of.
type source struct {
	plan contract.ControlPlan
	year year
	from sender
	at   time.Time
}

// readSource reads what the actor may see of the plan. Nothing confidential stands in its papers: they are passed on, and those
// decided are kept for good.
func (s *Service) readSource(ctx context.Context, actor authz.Actor, id uuid.UUID, prepare func(context.Context, *sqlx.Tx, *contract.ControlPlan) error) (source, error) {
	actor.Masked = true
	found := source{at: s.Now()}
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		if found.plan, err = s.load(ctx, tx, actor, id); err != nil {
			return err
		}
		if err := mayReadPlan(actor, found.plan); err != nil {
			return err
		}
		if err := prepare(ctx, tx, &found.plan); err != nil {
			return err
		}
		if found.year, err = loadYear(ctx, tx, actor.Organization, id, s.today()); err != nil {
			return err
		}
		found.from, err = loadSender(ctx, tx, actor.Organization, found.plan.CommitteeID)
		return err
	})
	found.plan = complete(actor, found.plan)
	return found, err
}

// render draws what is decided about, as it reads with the decision. It stores nothing: the caller stores the bytes in the transaction of
// the decision, only if the version still holds.
func (s *Service) render(ctx context.Context, actor authz.Actor, id uuid.UUID, command contract.NewPlanDecision, part decision.Part,
	may func(contract.ControlPlan) error, decide func(*contract.ControlPlan, *contract.Decision), compose func(source) document.Document,
) (edition, error) {
	kept := edition{Part: part, Decision: command.ID, RenderedAt: s.Now()}
	found, err := s.readSource(ctx, actor, id, func(ctx context.Context, tx *sqlx.Tx, plan *contract.ControlPlan) error {
		if err := may(*plan); err != nil {
			return err
		}
		on, err := decision.TakenOn(ctx, tx, actor.Organization, plan.CommitteeID, decision.AboutPlan(command))
		if err != nil {
			return err
		}
		decide(plan, &contract.Decision{
			ID: command.ID, Outcome: command.Outcome, MeetingID: command.MeetingID, Date: on, Delegation: command.Delegation, Paragraph: command.Paragraph,
		})
		return nil
	})
	if err != nil {
		return kept, err
	}
	kept.PDF, err = document.PDF(compose(found))
	return kept, err
}

// Document gives the plan, an amendment of it or its year's report: as PDF the stored bytes of what is decided, else as it is now.
// Without a decision it is the latest.
func (s *Service) Document(ctx context.Context, actor authz.Actor, id uuid.UUID, part contract.PlanDocumentPart, format contract.PlanDocumentFormat, decided *uuid.UUID) ([]byte, error) {
	var shown paper
	var stored []byte
	found, err := s.readSource(ctx, actor, id, func(ctx context.Context, tx *sqlx.Tx, plan *contract.ControlPlan) (err error) {
		if shown, err = paperOf(actor, *plan, part, decided); err != nil {
			return err
		}
		if format == contract.PlanDocumentFormatPdf && shown.decision != nil {
			stored, err = loadEdition(ctx, tx, actor.Organization, id, *shown.decision, part)
		}
		return err
	})
	switch {
	case err != nil || stored != nil:
		return stored, err
	case format == contract.PlanDocumentFormatXlsx:
		return workbook(found, part)
	case format == contract.PlanDocumentFormatDocx:
		return document.DOCX(shown.compose(found))
	}
	return document.PDF(shown.compose(found))
}

// paper is one of the plan's; the decision is the one that adopted it, nil while it is a draft.
type paper struct {
	decision *uuid.UUID
	compose  func(source) document.Document
}

// paperOf finds which paper is asked for. A draft is its committee's own.
func paperOf(actor authz.Actor, plan contract.ControlPlan, part contract.PlanDocumentPart, decided *uuid.UUID) (paper, error) {
	switch part {
	case contract.PlanDocumentPartAmendment:
		return paperOfAmendment(actor, plan, decided)
	case contract.PlanDocumentPartReport:
		if plan.State == contract.PlanStateDraft {
			return paper{}, fault.NotFound("report")
		}
		var taken *contract.Decision
		if plan.Report != nil {
			taken = plan.Report.Decision
		}
		if taken == nil {
			if err := actor.Require(authz.ControlPlanDraft, plan.CommitteeID); err != nil {
				return paper{}, err
			}
		}
		return decidedBy(taken, decided, composeReport)
	}
	return decidedBy(plan.Adoption, decided, composePlan)
}

func decidedBy(taken *contract.Decision, asked *uuid.UUID, compose func(source) document.Document) (paper, error) {
	if asked != nil && (taken == nil || taken.ID != *asked) {
		return paper{}, fault.NotFound("decision")
	}
	if taken == nil {
		return paper{compose: compose}, nil
	}
	return paper{decision: &taken.ID, compose: compose}, nil
}

// paperOfAmendment is of the one that the decision is about, else of the latest. Drafts have been left out for those outside.
func paperOfAmendment(actor authz.Actor, plan contract.ControlPlan, decided *uuid.UUID) (paper, error) {
	for i := len(plan.Amendments) - 1; i >= 0; i-- {
		amendment := plan.Amendments[i]
		taken := adoptedBy(amendment)
		if decided == nil || taken != nil && taken.ID == *decided {
			return decidedBy(taken, decided, composeAmendment(amendment.ID))
		}
	}
	if err := actor.Require(authz.ControlPlanDraft, plan.CommitteeID); err != nil {
		return paper{}, err // there may be a draft
	}
	return paper{}, fault.NotFound("amendment")
}

func composePlan(found source) document.Document { return planPaper(found.plan, found.from, found.at) }

func composeReport(found source) document.Document {
	return reportPaper(found.plan, found.year, found.from, found.at)
}

func composeAmendment(id uuid.UUID) func(source) document.Document {
	return func(found source) document.Document {
		amendment, _ := amendmentWith(found.plan, id) // whoever asks has found it there
		return amendmentPaper(found.plan, amendment, found.from, found.at)
	}
}
