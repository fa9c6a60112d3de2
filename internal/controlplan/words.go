package controlplan

import (
	"strconv"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

// The words of GLOSSARY.md's values, as documents say them.
var (
	frequencies = map[contract.Frequency]string{
		contract.FrequencyContinuous: "Löpande", contract.FrequencyMonthly: "Varje månad", contract.FrequencyQuarterly: "Varje kvartal",
		contract.FrequencyFourMonthly: "Varje tertial", contract.FrequencyHalfYearly: "Varje halvår", contract.FrequencyYearly: "Varje år",
		contract.FrequencyOnce: "En gång", contract.FrequencyOnEvent: "Vid händelse",
	}
	outcomes = map[contract.CheckOutcome]string{
		contract.CheckOutcomeNoDeviation: "Ingen avvikelse", contract.CheckOutcomeMinorDeviation: "Mindre avvikelse",
		contract.CheckOutcomeMajorDeviation: "Väsentlig avvikelse", contract.CheckOutcomeNotPerformed: "Kunde inte utföras",
	}
	treatments = map[contract.Treatment]string{
		contract.TreatmentControlPlan: "Till internkontrollplan", contract.TreatmentOperationalPlan: "Till verksamhetsplan",
		contract.TreatmentActionNow: "Åtgärdas direkt", contract.TreatmentAccept: "Accepteras", contract.TreatmentHandledElsewhere: "Hanteras i ordinarie verksamhet",
	}
	levels = map[contract.RiskLevel]string{
		contract.RiskLevelLow: "låg", contract.RiskLevelMedium: "medel", contract.RiskLevelHigh: "hög", contract.RiskLevelCritical: "kritisk",
	}
	judgements = map[contract.Judgement]string{
		contract.JudgementSufficient:                 "varit tillräcklig",
		contract.JudgementSufficientWithImprovements: "varit tillräcklig, med områden som ska förbättras",
		contract.JudgementInsufficient:               "inte varit tillräcklig",
	}
	progresses = map[contract.Progress]string{
		contract.ProgressNotStarted: "Ej påbörjad", contract.ProgressOngoing: "Pågående", contract.ProgressContinuous: "Löpande, ingår i ordinarie verksamhet",
		contract.ProgressDone: "Genomförd", contract.ProgressCancelled: "Avslutad utan åtgärd",
	}
	recheckOutcomes = map[contract.RecheckOutcome]string{contract.RecheckOutcomeRemedied: "Åtgärdad", contract.RecheckOutcomeRemains: "Kvarstår"}

	months = []string{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"}
)

// several is a number with its noun.
func several(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// periodInWords: whole months are named, other periods written by their days.
func periodInWords(start, end calendar.Date) string {
	year := " " + strconv.Itoa(end.Year())
	switch {
	case start.Day() != 1 || end.AddDays(1).Day() != 1 || start.Year() != end.Year():
		return start.String() + "–" + end.String()
	case start.Month() == end.Month():
		return months[start.Month()-1] + year
	}
	return months[start.Month()-1] + "–" + months[end.Month()-1] + year
}

// lastDayInWords is how long after a period its check may be made.
func lastDayInWords(offset int) string {
	switch {
	case offset == 0:
		return "senast periodens sista dag"
	case offset < 0:
		return "senast " + several(-offset, "dag", "dagar") + " före periodens slut"
	}
	return "senast " + several(offset, "dag", "dagar") + " efter periodens slut"
}
