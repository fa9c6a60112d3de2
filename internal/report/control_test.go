package report

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
)

// TestTheControlSummaryIsAPaperAndASheet leaves the paper for scripts/conformance where it runs with -artifacts.
func TestTheControlSummaryIsAPaperAndASheet(t *testing.T) {
	first, second, adopted, judgement := uuid.New(), uuid.New(), calendar.New(2024, 12, 12), contract.JudgementSufficient
	state := contract.PlanStateReported
	s := sender{organization: contract.OrganizationContent{Name: "Storåns kommun"}, committees: map[uuid.UUID]string{first: "Kommunstyrelsen", second: "Ånämnden"},
		today: calendar.New(2026, 2, 1), at: time.Date(2026, 2, 1, 9, 0, 0, 0, time.UTC)}
	summary := contract.ControlSummary{Year: 2025, Committees: []contract.CommitteeControl{
		{CommitteeID: first, State: &state, AdoptedOn: &adopted, Controls: 8, Checks: 20, NoDeviation: 15, MinorDeviation: 2, MajorDeviation: 1, NotPerformed: 1, Missed: 1,
			Deviations: 3, OpenDeviations: 1, Judgement: &judgement},
		{CommitteeID: second},
	}}
	paper := controlPaper(s, summary)
	figures := paper.Blocks[4].(document.Table)
	if last := figures.Rows[len(figures.Rows)-1]; last[0][0].Text != "Samtliga" || last[1][0].Text != "20" || len(figures.Rows) != 2 {
		t.Errorf("got %v", figures.Rows)
	}
	if rows := controlSheet(s, summary).Rows; len(rows) != 2 || rows[1][1] != "Ingen plan" || rows[0][2] != "2024-12-12" {
		t.Errorf("got %v", rows)
	}
	pdf, err := document.PDF(paper)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(t.ArtifactDir(), "control-summary.pdf"), pdf, 0o600); err != nil {
		t.Fatal(err)
	}
}
