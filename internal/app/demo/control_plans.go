package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

// risk is a row of a committee's risk list: a point is likelihood and consequence, from 1.
type risk struct {
	title, category, cause, consequence string
	inherent, current, target           [2]int
	treatments                          []contract.ChosenTreatment
}

var (
	toPlan     = contract.ChosenTreatment{Treatment: contract.TreatmentControlPlan}
	toActions  = contract.ChosenTreatment{Treatment: contract.TreatmentOperationalPlan}
	actNow     = contract.ChosenTreatment{Treatment: contract.TreatmentActionNow}
	inOrdinary = contract.ChosenTreatment{Treatment: contract.TreatmentHandledElsewhere, Reason: "Ingår i den systematiska uppföljningen av arbetsmiljön."}
	accepted   = contract.ChosenTreatment{Treatment: contract.TreatmentAccept, Reason: "Beloppen är små och fler kontroller skulle kosta mer än de ger."}
)

var commonRisks = []contract.CommonRiskContent{
	{Title: "Bisysslor som kan rubba förtroendet blir inte anmälda", Category: "trust",
		Cause: "Medarbetare vet inte att de ska anmäla, och frågan ställs sällan.", Consequence: "Beslut kan ifrågasättas och förtroendet för kommunen skadas."},
	{Title: "Direktupphandlingar dokumenteras inte", Category: "finance",
		Cause: "Mallen används inte vid små köp.", Consequence: "Det går inte att visa att köpet var affärsmässigt."},
}

var risksOf = map[string][]risk{
	"AMN": {
		{"Stöd betalas ut till den som inte deltar i sin insats", "irregularities", "Närvaron rapporteras sent och på olika sätt.",
			"Fel belopp betalas ut och skulder uppstår för den enskilde.", [2]int{4, 3}, [2]int{3, 3}, [2]int{2, 3}, []contract.ChosenTreatment{toPlan, toActions}},
		{"Obehöriga kommer åt uppgifter om enskilda", "information_security", "Konton avslutas inte när någon byter uppdrag.",
			"Sekretess bryts och enskilda kommer till skada.", [2]int{4, 4}, [2]int{3, 4}, [2]int{2, 4}, []contract.ChosenTreatment{toPlan, actNow}},
		{"Anställd handlägger ärende om en närstående", "trust", "Jäv prövas inte när ärenden fördelas.",
			"Beslut blir partiska eller uppfattas så.", [2]int{3, 4}, [2]int{2, 4}, [2]int{1, 4}, []contract.ChosenTreatment{toPlan}},
		{"Återkrav beslutas så sent att fordran preskriberas", "finance", "Ingen bevakar tiden från upptäckt till beslut.",
			"Kommunen förlorar pengar och lika fall behandlas olika.", [2]int{3, 3}, [2]int{2, 3}, [2]int{2, 2}, []contract.ChosenTreatment{toPlan}},
		{"Hot och våld mot handläggare", "work_environment", "Möten hålls utan att risken är bedömd.",
			"Medarbetare skadas eller låter sig påverkas.", [2]int{3, 4}, [2]int{3, 3}, [2]int{2, 3}, []contract.ChosenTreatment{inOrdinary}},
		{"Små inköp görs utanför ramavtal", "finance", "Ramavtalen är svåra att hitta.",
			"Kommunen betalar mer än den behöver.", [2]int{4, 2}, [2]int{3, 1}, [2]int{3, 1}, []contract.ChosenTreatment{accepted}},
	},
	"BUN": {
		{"Frånvaro upptäcks sent", "operations", "Skolorna registrerar frånvaro på olika sätt.",
			"Elever får inte stöd i tid.", [2]int{4, 3}, [2]int{3, 3}, [2]int{2, 3}, []contract.ChosenTreatment{toPlan}},
		{"Skolskjuts beviljas på olika grunder", "legal", "Riktlinjen tolkas olika.",
			"Lika fall behandlas olika och beslut ändras i domstol.", [2]int{3, 3}, [2]int{2, 3}, [2]int{1, 3}, []contract.ChosenTreatment{toPlan}},
		{"Elever får tillgång till varandras uppgifter", "information_security", "Behörigheter i lärplattformen sätts för hand.",
			"Skyddade uppgifter röjs.", [2]int{3, 4}, [2]int{2, 4}, [2]int{1, 4}, []contract.ChosenTreatment{toPlan, actNow}},
	},
}

// controlPlans makes this year's risk analysis of some committees, and next year's, in which two risks have changed.
func (s *seeder) controlPlans(ctx context.Context) error {
	year := s.today().Year()
	if err := s.commonRisks(ctx, year+1); err != nil {
		return err
	}
	for _, committee := range []string{"AMN", "BUN"} {
		if err := s.riskAnalysis(ctx, committee, year); err != nil {
			return fmt.Errorf("%s: %w", committee, err)
		}
	}
	return s.nextYearsAnalysis(ctx, "AMN", year+1)
}

func (s *seeder) commonRisks(ctx context.Context, year int) error {
	for i, content := range commonRisks {
		content.Year = year
		added := contract.NewCommonRisk{ID: id(fmt.Sprintf("common-risk/%d", i)), Content: content}
		if _, err := s.ControlPlan.AddCommonRisk(ctx, s.as("controller"), added); err != nil {
			return err
		}
	}
	return nil
}

func (s *seeder) riskAnalysis(ctx context.Context, committee string, year int) error {
	on, plan := s.on(calendar.New(year-1, time.October, 14)), planID(committee, year)
	begun := contract.NewControlPlan{ID: plan, CommitteeID: committeeID(committee), Year: year}
	if _, err := on.ControlPlan.Begin(ctx, s.as("controller"), begun); err != nil {
		return err
	}
	for i, r := range risksOf[committee] {
		added := contract.NewRisk{ID: id(fmt.Sprintf("risk/%s/%d/%d", committee, year, i)), Content: contract.RiskContent{
			Title: r.title, Category: r.category, Cause: r.cause, Consequence: r.consequence,
			Inherent: at(r.inherent), Current: at(r.current), Target: at(r.target), Treatments: r.treatments,
		}}
		if _, err := on.ControlPlan.AddRisk(ctx, s.as("officer"), plan, added); err != nil {
			return err
		}
	}
	return nil
}

// nextYearsAnalysis begins with this year's risks: one has become likelier, and another has come near its target.
func (s *seeder) nextYearsAnalysis(ctx context.Context, committee string, year int) error {
	actor := s.as("controller")
	begun := contract.NewControlPlan{ID: planID(committee, year), CommitteeID: committeeID(committee), Year: year, FromYearBefore: true}
	plan, err := s.ControlPlan.Begin(ctx, actor, begun)
	if err != nil || plan.Version > 2 { // a seeding that was broken off later had come this far
		return err
	}
	for number, point := range map[int][2]int{1: {4, 3}, 2: {2, 4}} {
		risk := plan.Risks[number-1]
		risk.Content.Current = at(point)
		if _, err := s.ControlPlan.WriteRisk(ctx, actor, risk.ID, risk.Version, risk.Content); err != nil {
			return err
		}
	}
	return nil
}

func at(point [2]int) *contract.RiskPoint {
	return &contract.RiskPoint{Likelihood: point[0], Consequence: point[1]}
}

func planID(committee string, year int) uuid.UUID {
	return id(fmt.Sprintf("control-plan/%s/%d", committee, year))
}
