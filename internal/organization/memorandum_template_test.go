package organization_test

import (
	"errors"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/organization"
)

func TestFillIn(t *testing.T) {
	facts := organization.MemorandumFacts{Audit: "Granskning av loggar", Committee: "Socialnämnden"}
	for text, want := range map[string]string{
		"Över ”{granskning}”.":               "Över ”Granskning av loggar”.",
		"{nämnden} svarar. {nämnden} lovar.": "Socialnämnden svarar. Socialnämnden lovar.",
		"Svaret från {nämnden}":              "Svaret från socialnämnden",
		"1. {nämnden} antar":                 "1. Socialnämnden antar",
		"Senast {svarsdatum}.":               "Senast [svarsdatum].",
		"En mängd {a, b} står kvar.":         "En mängd {a, b} står kvar.",
		"Av {biträde}\n**{nämnden}** yttrar": "Av [biträde]\n**Socialnämnden** yttrar",
	} {
		if got := organization.FillIn(text, facts); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestTheTemplateIsTheFirstStartingPointUntilItIsSet(t *testing.T) {
	h := open(t)
	first := must[contract.MemorandumTemplate](t)(h.service.MemorandumTemplate(t.Context(), h.admin))
	if first.Version != 0 || len(first.StartingPoints) != 2 || first.Content.DecisionLead != "att" || first.StartingPoints[1].DecisionLead != "" {
		t.Fatalf("got %+v", first)
	}
	for _, start := range first.StartingPoints {
		version := must[contract.MemorandumTemplate](t)(h.service.MemorandumTemplate(t.Context(), h.admin)).Version
		set := must[contract.MemorandumTemplate](t)(h.service.UpdateMemorandumTemplate(t.Context(), h.admin, version, start))
		if set.Version != version+1 || set.Content.DecisionLead != start.DecisionLead {
			t.Errorf("set as version %d: %+v", set.Version, set.Content)
		}
	}
	for _, stale := range []int64{0, 1, 3} {
		if _, err := h.service.UpdateMemorandumTemplate(t.Context(), h.admin, stale, first.Content); fault.KindOf(err) != fault.KindStale {
			t.Errorf("upon version %d: %v", stale, err)
		}
	}
	other := administrator(uuid.New())
	h.establish(t, other.Organization)
	if read := must[contract.MemorandumTemplate](t)(h.service.MemorandumTemplate(t.Context(), other)); read.Version != 0 {
		t.Error("another organization has the same template")
	}
}

func TestATemplateIsRefusedAtItsFaults(t *testing.T) {
	h := open(t)
	id := uuid.New()
	section := func(text string) contract.MemorandumTemplateSection {
		return contract.MemorandumTemplateSection{ID: id, Kind: contract.MemorandumSectionKindOther, Heading: "Övrigt", Text: text, Includes: []contract.MemorandumInclusion{}}
	}
	content := contract.MemorandumTemplateContent{Name: "Tjänsteutlåtande", Sections: []contract.MemorandumTemplateSection{section("{granskning}"), section("{okänt}")}}
	_, err := h.service.UpdateMemorandumTemplate(t.Context(), h.admin, 0, content)
	var refused *fault.Error
	if !errors.As(err, &refused) {
		t.Fatalf("got %v", err)
	}
	got := map[string]string{}
	for _, field := range refused.Fields {
		got[field.Pointer] = field.Code
	}
	want := map[string]string{"/sections/1/id": "already_used", "/sections/1/text": "unknown_placeholder", "/sections": "proposed_decision_required"}
	for pointer, code := range want {
		if got[pointer] != code || len(got) != len(want) {
			t.Errorf("got %v", got)
		}
	}
}
