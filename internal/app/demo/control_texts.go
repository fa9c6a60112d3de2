package demo

import (
	"time"

	"uppsikt/internal/contract"
)

// control is a row of a committee's control plan: it answers to risks by their numbers in the committee's list, and its
// checks have the outcomes of two years, a letter each (see outcomes).
type plannedControl struct {
	area, title, what, method string
	frequency                 contract.Frequency
	firstMonth                int
	function, person          string
	sample                    int
	risks                     []int
	answersTo                 int // the number of a recommendation of the demo's report; 0 for none
	before, now               string
}

// outcomes are told by a letter each: what became of a check, in the order of the year; what is left out waits still.
var outcomes = map[rune]contract.CheckOutcome{
	'.': contract.CheckOutcomeNoDeviation,
	'm': contract.CheckOutcomeMinorDeviation,
	'M': contract.CheckOutcomeMajorDeviation,
	'x': contract.CheckOutcomeNotPerformed,
	// '-' is a check whose last day passed without a word
}

var controlsOf = map[string][]plannedControl{
	"AMN": {
		{"Utbetalningar", "Närvaro mot utbetalt stöd", "Att stöd bara betalas för dagar då deltagaren var närvarande eller hade giltig frånvaro.",
			"Stickprov: utbetalningarna jämförs med närvarolistorna.", contract.FrequencyQuarterly, 3, "Ekonom", "", 20, []int{1}, 0, ".m.M", "m.."},
		{"Utbetalningar", "Tid från upptäckt till beslut om återkrav", "Att återkrav beslutas inom tre månader från upptäckten.",
			"Genomgång av alla öppna ärenden.", contract.FrequencyHalfYearly, 6, "Ekonom", "", 0, []int{4}, 0, "m.", "."},
		{"Behörigheter och sekretess", "Avslutade behörigheter mot lönelistan", "Att konton i verksamhetssystemen är stängda senast den dag då anställningen upphörde.",
			"Stickprov mot lönelistan för dem som slutat under månaden.", contract.FrequencyMonthly, 1, "Systemförvaltare", "contributor", 20, []int{2}, 2, "..m..x..m...", ".m...x.m.-"},
		{"Behörigheter och sekretess", "Loggkontroll av öppnade akter", "Att den som öppnat en akt har haft anledning till det.",
			"Slumpvis dragna akter, frågor till närmaste chef.", contract.FrequencyMonthly, 1, "Enhetschef", "contributor", 20, []int{2}, 3, "......m.....", "...m......"},
		{"Jäv och bisysslor", "Bisysslor mot register", "Att anmälda bisysslor är prövade och att ingen förtroendeskadlig pågår.",
			"Anmälningarna jämförs med bolagsregistret.", contract.FrequencyYearly, 10, "HR-strateg", "", 0, []int{3}, 0, "x", "."},
		{"Jäv och bisysslor", "Jävsprövning när ärenden fördelas", "Att den som fördelar ett ärende har frågat om närstående.",
			"Stickprov i ärendesystemet.", contract.FrequencyFourMonthly, 4, "Gruppchef", "", 15, []int{3}, 0, ".m.", ".."},
	},
	"BUN": {
		{"Elever", "Frånvaro som följts upp", "Att frånvaro över femton procent har lett till en utredning.",
			"Uttag ur elevregistret, stickprov per skola.", contract.FrequencyMonthly, 1, "Rektor", "", 12, []int{1}, 0, "..m......m...", ".m..x...."},
		{"Elever", "Skolskjuts på lika grunder", "Att beslut om skolskjuts följer riktlinjen.",
			"Stickprov av beslut, två läser varje.", contract.FrequencyHalfYearly, 6, "Samordnare för skolskjuts", "", 10, []int{2}, 0, "m.", "."},
		{"Behörigheter", "Behörigheter i lärplattformen", "Att elever och personal bara når det som deras uppdrag kräver.",
			"Genomgång av grupper och roller.", contract.FrequencyQuarterly, 3, "Systemförvaltare", "", 0, []int{3}, 0, "...M", ".m"},
	},
	"SN": {
		{"Handläggning", "Utredningstid för barn och unga", "Att utredningar är klara inom fyra månader.",
			"Alla avslutade utredningar under kvartalet.", contract.FrequencyQuarterly, 3, "Enhetschef", "", 0, []int{1}, 0, "m.mm", "m.m"},
		{"Handläggning", "Genomförandeplaner", "Att varje insats har en aktuell plan.",
			"Stickprov av akter.", contract.FrequencyFourMonthly, 4, "Kvalitetssamordnare", "", 18, []int{1}, 0, "..m", ".."},
		{"Utbetalningar", "Två i förening vid akuta utbetalningar", "Att två har godkänt varje akut utbetalning.",
			"Alla akuta utbetalningar under månaden.", contract.FrequencyMonthly, 1, "Gruppchef", "", 0, []int{2}, 0, "....m.......", ".........."},
	},
}

// amendment is a change of this year's adopted plan, decided in a month of the year.
type amendment struct {
	month        int
	control      int // the number of the one that is changed
	reason, what string
	added        plannedControl
}

var amendments = map[string]amendment{
	"SN": {2, 1, "Förra årets kontroller visade att skälen för att förlänga utredningstiden inte framgår av akterna. Bemanningen behöver följas för sig.",
		"Att utredningar är klara inom fyra månader, och att akten visar skälen när tiden förlängs.",
		plannedControl{"Handläggning", "Bemanning i utredningsgrupperna", "Att varje grupp har haft den bemanning som nämnden har beslutat om.",
			"Jämförelse av schema och beslut för hela året.", contract.FrequencyYearly, 12, "Verksamhetschef", "", 0, nil, 0, "", ""}},
}

// What was seen and done, by outcome; of the rows that the deviations below are noted on they say more.
var wordsOfOutcome = map[contract.CheckOutcome]struct{ seen, done, reason string }{
	contract.CheckOutcomeNoDeviation:    {seen: "Allt som prövades stämmer."},
	contract.CheckOutcomeMinorDeviation: {seen: "Enstaka fall avviker från rutinen, utan skada för någon enskild.", done: "Felen rättades samma dag och den ansvariga påmindes om rutinen."},
	contract.CheckOutcomeMajorDeviation: {seen: "Flera fall avviker på samma sätt. Det tyder på att rutinen inte är känd.", done: "Chefen underrättades och arbetet gicks igenom med gruppen."},
	contract.CheckOutcomeNotPerformed:   {reason: "Underlaget gick inte att ta fram: systemet byttes under perioden."},
}

// noted is a deviation on the check that a control had of a period's end.
type noted struct {
	committee            string
	control              int // its number in the plan
	month                int
	lastYear             bool
	what, cause, measure string
	function             string
	progress             contract.Progress
	rechecked            contract.RecheckOutcome
}

var deviations = []noted{
	{"AMN", 1, 12, true, "Fyra av tjugo utbetalningar avser dagar utan närvaro.", "Närvarolistan lämnas efter utbetalningsdagen.",
		"Utbetalningen flyttas till veckan efter att listan lämnats.", "Enhetschef", contract.ProgressDone, contract.RecheckOutcomeRemedied},
	{"AMN", 3, 3, true, "Två konton var öppna efter sista dagen.", "Timanställda meddelas inte från lönesystemet.",
		"Lönesystemet meddelar varje avslut samma dag.", "Systemförvaltare", contract.ProgressDone, contract.RecheckOutcomeRemains},
	{"AMN", 1, 3, false, "En utbetalning avser en vecka utan närvaro.", "Listan hade fel vecka.",
		"Listan får veckonummer tryckt i förväg.", "Ekonom", contract.ProgressDone, contract.RecheckOutcomeRemedied},
	{"AMN", 3, 2, false, "Ett konto var öppet tretton dagar efter sista dagen.", "Timanställd utan besked från lönesystemet.",
		"Chefen stänger kontot själv tills beskedet går automatiskt.", "Enhetschef", contract.ProgressOngoing, ""},
	{"AMN", 4, 4, false, "Tre öppningar utan ärende.", "Handledning skedde i skarpa akter.",
		"Övningsakter tas fram för handledning.", "Enhetschef", contract.ProgressDone, ""},
	{"BUN", 3, 12, true, "Två vikarier kom åt en annan skolas elever.", "Roller ärvs när vikarier byter skola.",
		"Rollen tas bort vid varje byte av skola.", "Systemförvaltare", contract.ProgressDone, contract.RecheckOutcomeRemedied},
	{"SN", 1, 3, false, "Fem av trettio utredningar tog mer än fyra månader.", "Två handläggare slutade.",
		"Utredningarna fördelas om varje vecka.", "Enhetschef", contract.ProgressNotStarted, ""},
}

// riskDeviation is the place above of the deviation that becomes a risk of next year's analysis.
const riskDeviation = 1

var (
	riskOfDeviation = risk{"Timanställdas konton stängs för sent", "information_security", "Lönesystemet meddelar inte när en timanställning upphör.",
		"Den som slutat kan läsa uppgifter om enskilda.", [2]int{4, 3}, [2]int{3, 3}, [2]int{1, 3}, []contract.ChosenTreatment{toPlan}}
	riskOfRecommendation = risk{"Hot och otillåten påverkan anmäls inte", "work_environment", "Medarbetare räknar med att inget händer.",
		"Nämnden vet inte var riskerna finns, och beslut kan påverkas.", [2]int{4, 4}, [2]int{3, 4}, [2]int{2, 3}, []contract.ChosenTreatment{toPlan, toActions}}
)

// The committee's own words about a year that has been reported.
var judgements = map[string]struct {
	judgement contract.Judgement
	text      string
}{
	"AMN": {contract.JudgementSufficientWithImprovements, "Kontrollerna har i huvudsak utförts. **Behörigheter för timanställda** är årets återkommande brist: " +
		"de är stängda för sent varje gång besked saknas från lönesystemet.\n\n- Risken förs till nästa års plan.\n- Kontrollen av bisysslor kunde inte utföras och görs om i oktober."},
	"BUN": {contract.JudgementSufficient, "Nämnden bedömer att kontrollen är tillräcklig. Avvikelsen i lärplattformen är åtgärdad och prövad igen."},
	"SN": {contract.JudgementInsufficient, "Utredningstiderna överskrids tredje året i rad. Nämnden bedömer att kontrollen av handläggningen inte är tillräcklig " +
		"och har beställt en genomgång av bemanningen."},
}

var actionsOf = map[string][]action{
	"AMN": {
		{"4", "Vägen till arbete", "Fler platser för praktik i kommunens egna verksamheter.", "Enhetschef", "", nil, toRecommendation{}, []contract.Progress{contract.ProgressOngoing, contract.ProgressDone}},
		{"11", "God ordning", "Behörigheter i verksamhetssystemen gås igenom varje kvartal.", "Systemförvaltare", "2026-06-30", []string{"BUN"}, toRecommendation{"report", 2}, []contract.Progress{contract.ProgressOngoing, contract.ProgressContinuous}},
		{"12", "God ordning", "Ny rutin för att anmäla och pröva bisysslor.", "HR-strateg", "", nil, toRecommendation{}, []contract.Progress{contract.ProgressNotStarted, contract.ProgressOngoing}},
		{"19", "Trygg arbetsplats", "Utbildning i att möta hot och otillåten påverkan för alla som möter sökande.", "Förvaltningschef", "", []string{"BUN"}, toRecommendation{"violence", 1}, []contract.Progress{contract.ProgressOngoing, contract.ProgressOngoing}},
	},
	"BUN": {
		{"1", "Närvaro", "Gemensam rutin för att registrera frånvaro i alla skolor.", "Skolchef", "", nil, toRecommendation{}, []contract.Progress{contract.ProgressDone}},
		{"7", "Närvaro", "Skolsocialt team för elever med lång frånvaro.", "Rektorer", "", nil, toRecommendation{"pupil-health", 2}, []contract.Progress{contract.ProgressOngoing}},
	},
}

// An operational plan's action as decided.
type action struct {
	number, area, what, function, ready string
	sharedWith                          []string
	answersTo                           toRecommendation
	said                                []contract.Progress // at the four-month and the eight-month report
}

type toRecommendation struct {
	audit  string
	number int
}

// toldIndicator is an indicator with its figures by series, from January of last year in periods of so many months.
type toldIndicator struct {
	committee, name, description string
	unit                         contract.IndicatorUnit
	direction                    contract.IndicatorDirection
	baseline                     *float64
	baselineWords                string
	risk                         int // the number of one in the committee's plan; 0 for none
	toRecommendation
	months, answers int
	values          map[string][]float64
}

func baseline(value float64) *float64 { return &value }

var indicatorsTold = []toldIndicator{
	{"AMN", "Anmälda händelser i arbetsmiljön", "Antal ur systemet för tillbud och arbetsskador, per kvartal.", contract.IndicatorUnitCount, contract.IndicatorDirectionNeither,
		nil, "", 5, toRecommendation{"violence", 1}, 3, 0, map[string][]float64{
			"Hot och våld": {4, 3, 5, 6, 7, 9, 8, 6}, "Tillbud": {11, 9, 12, 10, 14, 12, 9, 11}, "Otillåten påverkan": {0, 0, 1, 1, 2, 3, 3, 2}}},
	{"AMN", "Känner till hur bisysslor anmäls", "Andel som svarat ja i medarbetarenkäten.", contract.IndicatorUnitPercent, contract.IndicatorDirectionHigherIsBetter,
		baseline(46), "medarbetarenkäten året innan", 3, toRecommendation{}, 12, 164, map[string][]float64{"": {58, 71}}},
	{"AMN", "Utbildade i att möta otillåten påverkan", "Andel av dem som möter sökande, ur utbildningsportalen.", contract.IndicatorUnitPercent, contract.IndicatorDirectionHigherIsBetter,
		baseline(0), "innan utbildningen fanns", 0, toRecommendation{"violence", 1}, 4, 92, map[string][]float64{"": {12, 31, 47, 68, 81, 84}}},
	{"BUN", "Genomförd utbildning i informationssäkerhet", "Andel av personalen, ur utbildningsportalen.", contract.IndicatorUnitPercent, contract.IndicatorDirectionHigherIsBetter,
		baseline(22), "första mätningen", 3, toRecommendation{"report", 2}, 4, 410, map[string][]float64{"": {35, 44, 52, 58, 66}}},
}

type dayOfYear struct {
	month time.Month
	day   int
}

var dutiesTold = []struct {
	kind         contract.DutyKind
	title, who   string
	starts, ends dayOfYear
}{
	{contract.DutyKindInternalControl, "Årsrapport för internkontrollen", "Controller", dayOfYear{time.January, 8}, dayOfYear{time.February, 14}},
	{contract.DutyKindAudit, "Revisionsberättelse och ansvarsfrihet", "Revisorerna", dayOfYear{time.April, 8}, dayOfYear{time.April, 26}},
	{contract.DutyKindInternalControl, "Uppföljning av planerna, tertial 1", "Controller", dayOfYear{time.May, 2}, dayOfYear{time.May, 24}},
	{contract.DutyKindInternalControl, "Uppföljning av planerna, tertial 2", "Controller", dayOfYear{time.August, 26}, dayOfYear{time.September, 27}},
	{contract.DutyKindAudit, "Grundläggande granskning, möten med presidierna", "Revisorerna", dayOfYear{time.September, 2}, dayOfYear{time.October, 25}},
	{contract.DutyKindInternalControl, "Riskanalys inför nästa år", "Alla kontrollansvariga", dayOfYear{time.October, 1}, dayOfYear{time.November, 15}},
	{contract.DutyKindInternalControl, "Nämnden antar nästa års plan", "Nämndsekreterare", dayOfYear{time.December, 1}, dayOfYear{time.December, 19}},
}
