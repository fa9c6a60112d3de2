package followup_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/audit"
	"uppsikt/internal/authz"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/followup"
)

const ground = "OSL 18 kap. 8 §"

func (h *house) mark(actor authz.Actor, thing contract.ConfidentialThing, id uuid.UUID, ground *string) error {
	marks := &confidentiality.Service{DB: h.Server, Now: func() time.Time { return h.clock }}
	return marks.Mark(h.t.Context(), actor, thing, id, ground)
}

func (h *house) audits() *audit.Service {
	return &audit.Service{DB: h.Server, Now: func() time.Time { return h.clock }}
}

func TestAConfidentialRecommendationIsLeftOutAndSaidToBe(t *testing.T) {
	h := build(t)
	h.decide()
	id := h.first(h.officer).Summary.RecommendationID
	if err := h.mark(h.officer, contract.ConfidentialThingRecommendation, id, pointer(ground)); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		actor          authz.Actor
		total, leftOut int
	}{
		"auditor": {h.auditor, 3, 0}, "adviser": {h.adviser, 3, 0}, "officer": {h.officer, 2, 1},
		"officer of the other committee": {h.otherOfficer, 2, 1}, "reader": {h.reader, 1, 2},
	} {
		page := h.list(c.actor, followup.Filter{})
		if page.Total != c.total || page.LeftOut != c.leftOut || len(page.Items) != c.total {
			t.Errorf("%s: %d of which %d shown, %d left out", name, page.Total, len(page.Items), page.LeftOut)
		}
		figures := must[contract.FollowupOverview](t)(h.followup.Overview(t.Context(), c.actor, followup.Filter{}))
		if figures.Total.Given != c.total || figures.LeftOut != c.leftOut {
			t.Errorf("%s: the figures say %d, and %d left out", name, figures.Total.Given, figures.LeftOut)
		}
		if statuses := must[[]followup.Status](t)(h.followup.Statuses(t.Context(), c.actor, nil)); len(statuses) != c.total {
			t.Errorf("%s: a paper tells of %d", name, len(statuses))
		}
	}
	if words := "otillbörlig"; h.list(h.reader, followup.Filter{Words: &words}).Total != 0 {
		t.Error("it is found by searching")
	}
	assignment := h.first(h.officer)
	if _, err := h.followup.Get(t.Context(), h.reader, assignment.ID); !fault.Is(err, "confidential") {
		t.Errorf("got %v", err)
	}
	seen := must[contract.Audit](t)(h.audits().Get(t.Context(), h.reader, h.audit))
	if seen.LeftOut != 1 || seen.Content.Recommendations[0].Text != "" || seen.Content.Recommendations[1].Text == "" {
		t.Errorf("got %+v", seen.Content.Recommendations)
	}
}

func TestAConfidentialAuditIsSeenByThoseItConcerns(t *testing.T) {
	h := build(t)
	stranger := h.person(contract.RoleOfficer, pointer(h.third()))
	if err := h.mark(stranger, contract.ConfidentialThingAudit, h.audit, pointer(ground)); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("a committee that it does not concern marked it: %v", err)
	}
	if err := h.mark(h.auditor, contract.ConfidentialThingAudit, h.audit, pointer(ground)); err != nil {
		t.Fatal(err)
	}
	list := func(ctx context.Context, actor authz.Actor) contract.AuditPage {
		return must[contract.AuditPage](t)(h.audits().List(ctx, actor, audit.Filter{Limit: 50}))
	}
	for name, actor := range map[string]authz.Actor{"officer": h.officer, "other officer": h.otherOfficer, "secretary": h.secretary, "auditor": h.auditor, "adviser": h.adviser} {
		if page := list(t.Context(), actor); page.Total != 1 || page.LeftOut != 0 {
			t.Errorf("%s: %+v", name, page)
		}
		must[contract.Audit](t)(h.audits().Get(t.Context(), actor, h.audit))
	}
	for name, actor := range map[string]authz.Actor{"reader": h.reader, "stranger": stranger} {
		if page := list(t.Context(), actor); page.Total != 0 || page.LeftOut != 1 || len(page.Items) != 0 {
			t.Errorf("%s: %+v", name, page)
		}
		if _, err := h.audits().Get(t.Context(), actor, h.audit); !fault.Is(err, "confidential") {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := h.followup.Repetitions(t.Context(), actor, h.audit); !fault.Is(err, "confidential") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := h.mark(h.auditor, contract.ConfidentialThingAudit, h.audit, nil); err != nil {
		t.Fatal(err)
	}
	if page := list(t.Context(), h.reader); page.Total != 1 {
		t.Errorf("the mark is gone and it is still left out: %+v", page)
	}
}

func TestAnAnswerIsMarkedByItsCommitteeAlone(t *testing.T) {
	h := build(t)
	h.draft()
	answer := h.response.Answers[0].ID
	if err := h.mark(h.auditor, contract.ConfidentialThingAnswer, answer, pointer(ground)); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("an auditor marked a committee's answer: %v", err)
	}
	if err := h.mark(h.officer, contract.ConfidentialThingAnswer, answer, pointer(ground)); err != nil {
		t.Error(err)
	}
}

// third is a committee that the audit does not concern.
func (h *house) third() uuid.UUID {
	id := uuid.New()
	h.Owner.MustExec(`insert into committee (organization_id, id, name, abbreviation, kind, registry_number_pattern)
		values ($1, $2, 'Kulturnämnden', '', 'committee', '')`, h.organization, id)
	return id
}
