package followup

import (
	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/sheetimport"
)

// The words under which GLOSSARY.md's values are understood, beside their codes. "" is a word for there being none.
var (
	stanceWords = map[string]contract.Stance{
		"instämmer": contract.StanceAccepts, "ja": contract.StanceAccepts,
		"instämmer delvis": contract.StancePartlyAccepts, "delvis": contract.StancePartlyAccepts,
		"instämmer inte": contract.StanceRejects, "instämmer ej": contract.StanceRejects, "nej": contract.StanceRejects,
		"tar inte ställning": contract.StanceTakesNoPosition, "tar ej ställning": contract.StanceTakesNoPosition,
		"ej besvarad": "", "obesvarad": "", "-": "",
	}
	progressWords = map[string]contract.Progress{
		"ej påbörjad": contract.ProgressNotStarted, "inte påbörjad": contract.ProgressNotStarted, "ej påbörjat": contract.ProgressNotStarted,
		"pågående": contract.ProgressOngoing, "pågår": contract.ProgressOngoing, "påbörjad": contract.ProgressOngoing, "påbörjat": contract.ProgressOngoing,
		"löpande, ingår i ordinarie verksamhet": contract.ProgressContinuous, "löpande": contract.ProgressContinuous,
		"genomförd": contract.ProgressDone, "genomfört": contract.ProgressDone, "klar": contract.ProgressDone, "klart": contract.ProgressDone,
		"avslutad utan åtgärd": contract.ProgressCancelled,
		"ej rapporterad":       "", "-": "",
	}
	verdictWords = map[string]contract.Verdict{
		"ej uppföljd": contract.VerdictNotFollowedUp, "inte uppföljd": contract.VerdictNotFollowedUp,
		"åtgärdad": contract.VerdictAddressed, "åtgärdat": contract.VerdictAddressed,
		"delvis åtgärdad": contract.VerdictPartlyAddressed, "delvis åtgärdat": contract.VerdictPartlyAddressed,
		"ej åtgärdad": contract.VerdictNotAddressed, "inte åtgärdad": contract.VerdictNotAddressed, "ej åtgärdat": contract.VerdictNotAddressed,
		"ej längre aktuell": contract.VerdictNoLongerRelevant, "inte längre aktuell": contract.VerdictNoLongerRelevant,
		"-": "",
	}
)

// importCommittee is a committee of the organization, and who answers for what was given to it.
type importCommittee struct {
	ID, HolderID       uuid.UUID
	Name, Abbreviation string
}

// namesOf: of two with one name, such as one that has been succeeded by a namesake, the one that answers now is meant.
func namesOf(committees []importCommittee) sheetimport.Names[*importCommittee] {
	names := sheetimport.Names[*importCommittee]{}
	for i := range committees {
		committee := &committees[i]
		for _, name := range []string{committee.Name, committee.Abbreviation} {
			key := sheetimport.Barely(name)
			if other := names[key]; key != "" && (other == nil || other.HolderID != other.ID) {
				names[key] = committee
			}
		}
	}
	return names
}
