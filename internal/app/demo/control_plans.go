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
	"SN": {
		{"Utredningar tar längre tid än fyra månader", "legal", "Bemanningen räcker inte vid frånvaro.",
			"Barn får vänta på skydd och stöd.", [2]int{4, 4}, [2]int{3, 4}, [2]int{2, 4}, []contract.ChosenTreatment{toPlan, toActions}},
		{"Utbetalning görs av en person ensam", "irregularities", "Akuta utbetalningar går utanför ordinarie flöde.",
			"Pengar kan betalas ut fel utan att det upptäcks.", [2]int{3, 3}, [2]int{2, 3}, [2]int{1, 3}, []contract.ChosenTreatment{toPlan}},
	},
}

// planning is who makes a committee's plans, and in which month they were adopted, counted from January of the year before
// the plan's own: 12 is December before, 14 is February of the plan's year.
type planning struct {
	committee, controller, officer string
	lastYear, thisYear             int
}

var plannings = []planning{
	{"AMN", "controller", "officer", 12, 12},
	{"BUN", "controller", "officer", 11, 14}, // late: in January the controls of the year before went on
	{"SN", "sara.lindvall", "fatima.berglov", 11, 11},
}

// controlPlans makes two years of internal control for several committees: last year's plan, reported; this year's, with its
// checks so far; and for one of them next year's draft, in which a deviation and a recommendation have become risks.
func (s *seeder) controlPlans(ctx context.Context) error {
	year := s.today().Year()
	if err := s.commonRisks(ctx, year+1); err != nil {
		return err
	}
	for _, p := range plannings {
		for _, planned := range []struct{ year, month int }{{year - 1, p.lastYear}, {year, p.thisYear}} {
			if err := s.controlYear(ctx, p, planned.year, planned.month); err != nil {
				return fmt.Errorf("%s %d: %w", p.committee, planned.year, err)
			}
		}
	}
	return s.nextYearsAnalysis(ctx, plannings[0], year+1)
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

// controlYear is a plan's year as far as it has come: analysed in October, adopted, checked, reported in February after.
func (s *seeder) controlYear(ctx context.Context, p planning, year, adoptedIn int) error {
	plan, err := s.draftPlan(ctx, p, year)
	if err != nil || plan.State != contract.PlanStateDraft {
		return err
	}
	adopted, err := s.meetingIn(ctx, p.committee, year-1, adoptedIn)
	if err != nil || s.today().Before(adopted) {
		return err
	}
	if plan, err = s.adoptPlan(ctx, p, plan, adopted); err != nil {
		return err
	}
	if err := s.check(ctx, p, plan); err != nil {
		return err
	}
	if err := s.noteDeviations(ctx, p, plan); err != nil {
		return err
	}
	if told, isAmended := amendments[p.committee]; isAmended && year == s.today().Year() {
		return s.amendPlan(ctx, p, plan.ID, told)
	}
	return s.reportPlan(ctx, p, plan)
}

// amendPlan changes a control of an adopted plan and adds another that answers to the same risks.
func (s *seeder) amendPlan(ctx context.Context, p planning, plan uuid.UUID, told amendment) error {
	year := s.today().Year()
	day, err := s.meetingIn(ctx, p.committee, year, told.month)
	if err != nil || s.today().Before(day) {
		return err
	}
	before, err := s.ControlPlan.Plan(ctx, s.as(p.controller), plan)
	if err != nil {
		return err
	}
	changed := before.Controls[told.control-1]
	changed.Content.What = told.what
	added := s.controlContent(p.committee, year, told.added)
	added.RiskIds = changed.Content.RiskIds
	begun := contract.NewAmendment{ID: id("amendment/" + p.committee), Content: contract.AmendmentContent{Reason: told.reason, Changes: []contract.ControlChange{
		{Kind: contract.ControlChangeKindChange, ControlID: changed.ID, Content: &changed.Content},
		{Kind: contract.ControlChangeKindAdd, ControlID: id("amendment/" + p.committee + "/control"), Content: &added},
	}}}
	proposed, err := s.on(day.AddDays(-14)).ControlPlan.BeginAmendment(ctx, s.as(p.controller), plan, begun)
	if err != nil {
		return err
	}
	decided := s.decisionAt(p.committee, "amendment", year, day, "48")
	_, err = s.on(day).ControlPlan.DecideAmendment(ctx, s.as(desks[p.committee].secretary), begun.ID, proposed.Amendments[0].Version, decided)
	return err
}

func (s *seeder) draftPlan(ctx context.Context, p planning, year int) (contract.ControlPlan, error) {
	on, actor, plan := s.on(calendar.New(year-1, time.October, 14)).ControlPlan, s.as(p.controller), planID(p.committee, year)
	isFirst := year < s.today().Year()
	begun := contract.NewControlPlan{ID: plan, CommitteeID: committeeID(p.committee), Year: year, FromYearBefore: !isFirst}
	after, err := on.Begin(ctx, actor, begun)
	switch {
	case err != nil || after.State != contract.PlanStateDraft:
		return after, err
	case isFirst:
		err = s.firstAnalysis(ctx, p, year)
	default:
		err = s.valueAnew(ctx, p, after)
	}
	if err != nil {
		return after, err
	}
	read, err := on.Plan(ctx, actor, plan)
	if err != nil || read.State != contract.PlanStateDraft {
		return read, err
	}
	content := contract.ControlPlanContent{RegistryNumber: s.registryNumber(p.committee, calendar.New(year-1, time.October, 14), fmt.Sprint("plan ", year)), MinorLimit: 10}
	return on.Write(ctx, actor, plan, read.Version, content)
}

// firstAnalysis is the list of risks, some of which then stood as high as without any control, and the controls that met them.
func (s *seeder) firstAnalysis(ctx context.Context, p planning, year int) error {
	on, plan := s.on(calendar.New(year-1, time.October, 14)).ControlPlan, planID(p.committee, year)
	for i, r := range risksOf[p.committee] {
		added := contract.NewRisk{ID: riskID(p.committee, year, i+1), Content: r.content()}
		if i%2 == 1 {
			added.Content.Current = added.Content.Inherent
		}
		if _, err := on.AddRisk(ctx, s.as(p.officer), plan, added); err != nil {
			return err
		}
	}
	for i, c := range controlsOf[p.committee] {
		added := contract.NewControl{ID: id(fmt.Sprintf("control/%s/%d/%d", p.committee, year, i+1)), Content: s.controlContent(p.committee, year, c)}
		if _, err := on.AddControl(ctx, s.as(p.controller), plan, added); err != nil {
			return err
		}
	}
	return nil
}

// valueAnew sets the risks taken over from the year before as they stand now.
func (s *seeder) valueAnew(ctx context.Context, p planning, plan contract.ControlPlan) error {
	on := s.on(calendar.New(plan.Year-1, time.October, 14)).ControlPlan
	for i, r := range risksOf[p.committee] {
		risk := plan.Risks[i]
		if *risk.Content.Current == *at(r.current) {
			continue
		}
		risk.Content.Current = at(r.current)
		if _, err := on.WriteRisk(ctx, s.as(p.officer), risk.ID, risk.Version, risk.Content); err != nil {
			return err
		}
	}
	return nil
}

func (r risk) content() contract.RiskContent {
	return contract.RiskContent{
		Title: r.title, Category: r.category, Cause: r.cause, Consequence: r.consequence,
		Inherent: at(r.inherent), Current: at(r.current), Target: at(r.target), Treatments: r.treatments,
	}
}

func (s *seeder) controlContent(committee string, year int, c plannedControl) contract.ControlContent {
	content := contract.ControlContent{
		Area: c.area, Title: c.title, What: c.what, Method: c.method, Frequency: c.frequency, FirstMonth: c.firstMonth,
		PlannedOffset: -10, LastOffset: 14, Function: c.function, RecommendationIds: []uuid.UUID{},
	}
	if c.sample > 0 {
		content.SampleSize = &c.sample
	}
	if c.person != "" {
		person := s.as(c.person).Account
		content.PersonID = &person
	}
	for _, number := range c.risks {
		content.RiskIds = append(content.RiskIds, riskID(committee, year, number))
	}
	if c.answersTo > 0 {
		content.RecommendationIds = append(content.RecommendationIds, recommendationID("report", c.answersTo-1))
	}
	return content
}

// meetingIn is the committee's meeting in a month counted from January of a year; it is made where the demo's calendar does not reach.
func (s *seeder) meetingIn(ctx context.Context, committee string, year, month int) (calendar.Date, error) {
	day := committeeOf(committee).meets.in(calendar.New(year, time.Month(month), 1))
	return day, s.meetingOn(ctx, committeeOf(committee), day)
}

func (s *seeder) adoptPlan(ctx context.Context, p planning, plan contract.ControlPlan, on calendar.Date) (contract.ControlPlan, error) {
	return s.on(on).ControlPlan.Decide(ctx, s.as(desks[p.committee].secretary), plan.ID, plan.Version, s.decisionAt(p.committee, "plan", plan.Year, on, "112"))
}

func (s *seeder) decisionAt(committee, about string, year int, on calendar.Date, paragraph string) contract.NewPlanDecision {
	meeting := meetingID(committee, on)
	return contract.NewPlanDecision{
		ID: id(fmt.Sprintf("decision/%s/%s/%d", about, committee, year)), Outcome: contract.DecisionOutcomeAdopted, MeetingID: &meeting, Paragraph: paragraph,
	}
}

// nextYearsAnalysis begins with this year's risks: one has become likelier, another has come near its target, and a deviation
// and a recommendation have become risks.
func (s *seeder) nextYearsAnalysis(ctx context.Context, p planning, year int) error {
	actor := s.as(p.controller)
	begun := contract.NewControlPlan{ID: planID(p.committee, year), CommitteeID: committeeID(p.committee), Year: year, FromYearBefore: true}
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
	return s.risksFromTheLoop(ctx, p, plan)
}

func (s *seeder) risksFromTheLoop(ctx context.Context, p planning, plan contract.ControlPlan) error {
	deviation, recommendation := deviationID(riskDeviation), recommendationID("violence", 0)
	for i, added := range []contract.NewRisk{
		{DeviationID: &deviation, Content: riskOfDeviation.content()},
		{RecommendationID: &recommendation, Content: riskOfRecommendation.content()},
	} {
		added.ID = id(fmt.Sprintf("risk/%s/%d/loop/%d", p.committee, plan.Year, i))
		if _, err := s.ControlPlan.AddRisk(ctx, s.as(p.officer), plan.ID, added); err != nil {
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

// riskID is by its number in the plan of the first year told.
func riskID(committee string, year, number int) uuid.UUID {
	return id(fmt.Sprintf("risk/%s/%d/%d", committee, year, number-1))
}

func deviationID(place int) uuid.UUID { return id(fmt.Sprintf("deviation/%d", place)) }
