package report

import (
	"fmt"
	"strconv"

	"uppsikt/internal/contract"
)

// The words of GLOSSARY.md's values, as documents say them.
var (
	stances = map[contract.Stance]string{
		contract.StanceAccepts: "Instämmer", contract.StancePartlyAccepts: "Instämmer delvis",
		contract.StanceRejects: "Instämmer inte", contract.StanceTakesNoPosition: "Tar inte ställning",
	}
	progresses = map[contract.Progress]string{
		contract.ProgressNotStarted: "Ej påbörjad", contract.ProgressOngoing: "Pågående", contract.ProgressContinuous: "Löpande, ingår i ordinarie verksamhet",
		contract.ProgressDone: "Genomförd", contract.ProgressCancelled: "Avslutad utan åtgärd",
	}
	verdicts = map[contract.Verdict]string{
		contract.VerdictNotFollowedUp: "Ej uppföljd", contract.VerdictAddressed: "Åtgärdad", contract.VerdictPartlyAddressed: "Delvis åtgärdad",
		contract.VerdictNotAddressed: "Ej åtgärdad", contract.VerdictNoLongerRelevant: "Ej längre aktuell",
	}
	differences = map[contract.Difference]string{contract.DifferenceDiffers: "Går isär", contract.DifferenceUnexamined: "Ej prövad"}
)

func stanceOf(stance *contract.Stance) string {
	if stance == nil {
		return "Ej besvarad"
	}
	return stances[*stance]
}

// stanceIn is the stance that the reader sees: what is left out may be it.
func stanceIn(summary contract.AssignmentSummary) string {
	if summary.Stance == nil && summary.AnswerHidden {
		return "Uppgiften är utelämnad (sekretess)"
	}
	return stanceOf(summary.Stance)
}

func progressOf(progress *contract.Progress) string {
	if progress == nil {
		return "Ej rapporterad"
	}
	return progresses[*progress]
}

// counted is a number with its noun: "en rekommendation", "12 rekommendationer". Numbers up to twelve are written out.
func counted(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return number(n) + " " + many
}

var smallNumbers = []string{"inga", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"}

func number(n int) string {
	if n < len(smallNumbers) {
		return smallNumbers[n]
	}
	return thousands(n)
}

// thousands writes 12 000 with non-breaking spaces.
func thousands(n int) string {
	if n < 1000 {
		return strconv.Itoa(n)
	}
	return fmt.Sprintf("%s\u00a0%03d", thousands(n/1000), n%1000)
}
