package followup

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
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

// valueOf understands a word or a code; nil for none.
func valueOf[T interface {
	~string
	Valid() bool
}](text string, words map[string]T) (value *T, isKnown bool) {
	bare := barely(text)
	if found, isWord := words[bare]; isWord && found == "" || bare == "" {
		return nil, true
	} else if isWord {
		return &found, true
	}
	code := T(bare)
	return &code, code.Valid()
}

// barely is a text for comparison: in small letters, with single spaces and no closing mark.
func barely(text string) string {
	return strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(text), " ")), ".:; ")
}

var (
	digitsDate  = regexp.MustCompile(`^(\d{4})-?(\d{2})-?(\d{2})$`)
	swedishDate = regexp.MustCompile(`^(?:den )?(\d{1,2})(?::?e)? (jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zåäö]*\.? (\d{4})$`)
	slashDate   = regexp.MustCompile(`^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$`) // 14/12/2023: the day first, as in Swedish
)

var monthsByStart = map[string]int{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10, "nov": 11, "dec": 12,
}

// dateOf understands a day written in one of the Swedish ways; nil for none.
func dateOf(text string) (date *calendar.Date, isDate bool) {
	text = barely(text)
	if text == "" || text == "-" {
		return nil, true
	}
	year, month, day := "", 0, ""
	if found := digitsDate.FindStringSubmatch(text); found != nil {
		year, day = found[1], found[3]
		month, _ = strconv.Atoi(found[2])
	} else if found := swedishDate.FindStringSubmatch(text); found != nil {
		year, month, day = found[3], monthsByStart[found[2]], found[1]
	} else if found := slashDate.FindStringSubmatch(text); found != nil {
		year, day = found[3], found[1]
		month, _ = strconv.Atoi(found[2])
	} else {
		return nil, false
	}
	y, _ := strconv.Atoi(year) // the patterns let digits through
	d, _ := strconv.Atoi(day)
	made := calendar.New(y, time.Month(month), d)
	return &made, made.Day() == d && int(made.Month()) == month && y >= 1950 && y <= 2100
}

// importCommittee is a committee of the organization, and who answers for what was given to it.
type importCommittee struct {
	ID, HolderID       uuid.UUID
	Name, Abbreviation string
}

// committeeNames finds committees by name or abbreviation.
type committeeNames map[string]*importCommittee

// namesOf: of two with one name, such as one that has been succeeded by a namesake, the one that answers now is meant.
func namesOf(committees []importCommittee) committeeNames {
	names := committeeNames{}
	for i := range committees {
		committee := &committees[i]
		for _, name := range []string{committee.Name, committee.Abbreviation} {
			key := barely(name)
			if other := names[key]; key != "" && (other == nil || other.HolderID != other.ID) {
				names[key] = committee
			}
		}
	}
	return names
}

var betweenCommittees = regexp.MustCompile(`[,;/\n]`)

// in finds the committees that a cell names, one or several; unknown is the first that is none.
func (names committeeNames) in(cell string) (found []*importCommittee, unknown string) {
	if committee := names[barely(cell)]; committee != nil {
		return []*importCommittee{committee}, ""
	}
	for _, part := range betweenCommittees.Split(cell, -1) {
		if barely(part) == "" {
			continue
		}
		committee := names[barely(part)]
		if committee == nil {
			return nil, strings.TrimSpace(part)
		}
		found = append(found, committee)
	}
	return found, ""
}
