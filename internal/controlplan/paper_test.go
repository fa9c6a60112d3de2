package controlplan

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
)

// generated is a plan with what became of it, from a seed.
func generated(seed uint64) source {
	random := rand.New(rand.NewPCG(seed, seed))
	plan := contract.ControlPlan{Year: 2025, State: contract.PlanStateAdopted, Scale: defaultScale(), Content: contract.ControlPlanContent{RegistryNumber: "AMN-2025-00012"}}
	for i := range 6 {
		point := &contract.RiskPoint{Likelihood: 1 + random.IntN(4), Consequence: 1 + random.IntN(4)}
		plan.Risks = append(plan.Risks, contract.Risk{ID: uuid.New(), Number: i + 1, Content: contract.RiskContent{
			Title: "Konton avslutas inte i tid", Category: "information_security", Cause: "Chefer anmäler sent när någon slutar", Consequence: "Uppgifter kan läsas av obehöriga",
			Current: point, Target: point, Treatments: []contract.ChosenTreatment{{Treatment: contract.TreatmentControlPlan}, {Treatment: contract.TreatmentAccept, Reason: "Kostnaden"}},
		}})
	}
	year := year{}
	for i := range 5 {
		control := contract.Control{ID: uuid.New(), Number: i + 1, Content: contract.ControlContent{
			Area: []string{"Behörigheter", "Inköp", ""}[i%3], Title: "Avslutade anställningar", What: "Att kontot är stängt senast den sista anställningsdagen",
			Method: "Stickprov ur personalsystemet", Frequency: contract.FrequencyQuarterly, FirstMonth: 3, LastOffset: 20, Function: "Systemförvaltare",
			RiskIds: []uuid.UUID{plan.Risks[i].ID},
		}, Recommendations: []contract.TiedRecommendation{{Number: "2", AuditTitle: "Granskning av behörigheter"}}}
		plan.Controls = append(plan.Controls, control)
		for quarter := range 4 {
			year.Checks = append(year.Checks, generatedCheck(random, control.ID, quarter))
		}
	}
	due, remedied := calendar.New(2025, 9, 30), contract.RecheckOutcomeRemedied
	year.Deviations = []yearDeviation{
		{Number: 1, Control: 1, What: "Fyra konton var öppna", Cause: "Sen anmälan", Measure: "Påminnelse till chefer", Function: "Personalchef", Due: &due, Progress: contract.ProgressDone, Recheck: &remedied, RecheckedOn: &due},
		{Number: 2, Control: 3, What: "Avtal saknas", Progress: contract.ProgressOngoing},
	}
	judgement := contract.JudgementSufficientWithImprovements
	plan.Report = &contract.PlanReport{Content: contract.PlanReportContent{Judgement: &judgement, Text: "Kontrollerna har gjorts som planerat.\n\n- Konton\n- Inköp"}}
	added, changed := plan.Controls[0].Content, plan.Controls[1].Content
	changed.Function = "Ekonomichef"
	plan.Amendments = []contract.Amendment{{Number: 1, State: contract.AmendmentStateDraft, Content: contract.AmendmentContent{Reason: "Verksamheten har ändrats", Changes: []contract.ControlChange{
		{Kind: contract.ControlChangeKindAdd, ControlID: uuid.New(), Content: &added},
		{Kind: contract.ControlChangeKindChange, ControlID: plan.Controls[1].ID, Content: &changed},
		{Kind: contract.ControlChangeKindRemove, ControlID: plan.Controls[2].ID},
	}}}}
	return source{plan: complete(authz.Actor{}, plan), year: year, at: time.Date(2026, 1, 20, 9, 0, 0, 0, time.UTC),
		from: sender{Organization: "Storåns kommun", Committee: "Arbetsmarknadsnämnden", Administrations: []string{"Arbetsmarknadsförvaltningen"}}}
}

func generatedCheck(random *rand.Rand, control uuid.UUID, quarter int) yearCheck {
	month := time.Month(3*quarter + 1)
	check := yearCheck{Control: control, PeriodStart: calendar.New(2025, month, 1), PeriodEnd: calendar.New(2025, month+3, 0), LastOn: calendar.New(2025, month+3, 20)}
	switch random.IntN(6) {
	case 0:
		check.IsMissed = true
		return check
	case 1:
		return check
	}
	all := []contract.CheckOutcome{contract.CheckOutcomeNoDeviation, contract.CheckOutcomeMinorDeviation, contract.CheckOutcomeMajorDeviation, contract.CheckOutcomeNotPerformed}
	outcome, population, sample, deviating := all[random.IntN(len(all))], 120, 15, random.IntN(4)
	check.Outcome, check.PerformedOn, check.Population, check.Sample, check.Deviating = &outcome, &check.LastOn, &population, &sample, &deviating
	check.PopulationOf, check.Seen, check.Done, check.Reason = "avslutade anställningar", "Konton stängdes i tid", "Stängt de öppna", "Systemet var ur drift"
	return check
}

// TestFiguresAddUp: of each control and of all, what is shown as the number of checks is the sum of how they went, the last row is
// the sum of the others, and as many are told of as are counted.
func TestFiguresAddUp(t *testing.T) {
	for seed := range uint64(50) {
		found := generated(seed)
		table := figureBlocks(found.plan, found.year)[1].(document.Table)
		sums := make([]int, 7)
		for i, row := range table.Rows {
			figures := make([]int, 7)
			for j := range figures {
				figures[j] = must(strconv.Atoi(row[j+1][0].Text))
			}
			if figures[0] != figures[1]+figures[2]+figures[3]+figures[4]+figures[5]+figures[6] {
				t.Fatalf("seed %d: %v does not add up", seed, figures)
			}
			if i == len(table.Rows)-1 {
				if fmt.Sprint(figures) != fmt.Sprint(sums) || figures[0] != len(found.year.Checks) {
					t.Fatalf("seed %d: the sum of %v is not %v", seed, sums, figures)
				}
				told := told(performedBlocks(found.plan, found.year)) + told(unperformedBlocks(found.plan, found.year)) + figures[6]
				if told != figures[0] {
					t.Fatalf("seed %d: %d are told of, %d counted", seed, told, figures[0])
				}
			}
			for j := range sums {
				sums[j] += figures[j]
			}
		}
	}
}

func told(blocks []document.Block) (rows int) {
	for _, block := range blocks {
		if table, is := block.(document.Table); is {
			rows += len(table.Rows)
		}
	}
	return rows
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// TestPapersArePDF leaves them for scripts/conformance where it runs with -artifacts.
func TestPapersArePDF(t *testing.T) {
	found := generated(1)
	for name, paper := range map[string]document.Document{
		"control-plan": composePlan(found), "control-plan-report": composeReport(found),
		"control-plan-amendment": amendmentPaper(found.plan, found.plan.Amendments[0], found.from, found.at),
	} {
		if paper.Mark != "Förslag" {
			t.Errorf("%s: a draft is marked: %q", name, paper.Mark)
		}
		if err := os.WriteFile(filepath.Join(t.ArtifactDir(), name+".pdf"), must(document.PDF(paper)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
