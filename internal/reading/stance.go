package reading

import (
	"regexp"
	"slices"
	"strings"
)

// Stance is what a committee says of a recommendation.
type Stance string

const (
	Accepts         Stance = "accepts"
	PartlyAccepts   Stance = "partly_accepts"
	Rejects         Stance = "rejects"
	TakesNoPosition Stance = "takes_no_position"
	unclearStance   Stance = ""
)

const (
	who    = `(?:(?:(?:kommunstyrelsen\s+och\s+)?\p{L}*nämnde(?:n|rna)|\p{L}*styrelsen|\p{L}*förvaltningen|\p{L}*kontoret|direktionen|kommunen|regionen|vi)\s+(?:\p{L}+\s+){0,2}?)?`
	others = `(?:revisionens|revisorernas|kommunrevisionens|granskningens|rapportens|revisionskontorets|\p{L}+:?s|den|de|denna|dessa)\s+`
	held   = `(?:bedömning\p{L}*|uppfattning\p{L}*|slutsats\p{L}*|synpunkt\p{L}*|syn|rekommendation\p{L}*|ståndpunkt\p{L}*|iakttagelse\p{L}*)`
	partly = `(?:endast |bara )?(?:delvis|till (?:viss|en viss|någon) del|i viss mån|i (?:vissa )?delar)`
	hedged = `(?:i huvudsak|i stort(?: sett)?|i allt väsentligt|till (?:stor|övervägande) del|i princip|huvudsakligen)`
	backs  = `(?:instämmer|samtycker|ställer sig|står|accepterar|godtar|delar|håller med)`
)

// stanceWords are the words in which committees take a stance; of those that fit one place, the first counts. What is hedged
// in another way than "delvis", or only does not object, is on no scale.
var stanceWords = []struct {
	stance Stance
	words  *regexp.Regexp
}{
	{TakesNoPosition, stancePattern(`(?:tar|tagit)\s+(?:inte|ej|ingen|inget)\s+ställning|avstår\s+från\s+att\s+ta\s+ställning|har\s+inte\s+tagit\s+ställning`)},
	{PartlyAccepts, stancePattern(partly + `\s+` + backs + `|instämmer\s+` + partly + `|(?:delar|accepterar|godtar)\s+` + partly + `(?:\s+` + others + `(?:\p{L}+\s+)?` + held + `)?|(?:delar|accepterar)\s+(?:` + others + `)?(?:\p{L}+\s+)?` + held + `\s+` + partly + `|(?:ställer\s+sig|står)\s+` + partly + `\s+bakom|håller\s+` + partly + `\s+med`)},
	{Rejects, stancePattern(`kan\s+(?:inte|ej)\s+(?:instämma|ställa\s+sig\s+bakom)|(?:instämmer|samtycker)\s+(?:inte|ej)|(?:delar|accepterar|godtar)\s+(?:inte|ej)(?:\s+` + others + `(?:\p{L}+\s+)?` + held + `)?|(?:ställer\s+sig|står)\s+(?:inte|ej)\s+bakom|håller\s+(?:inte|ej)\s+med|(?:avvisar|avslår|motsätter\s+sig)\s+(?:` + others + `|\p{L}+s\s+)?` + held)},
	{unclearStance, stancePattern(`har\s+(?:inget|ingenting)\s+att\s+erinra\s+(?:mot|på|över)\s+(?:` + others + `)?(?:rekommendation|bedömning|slutsats)\p{L}*|` + hedged + `\s+` + backs + `|(?:instämmer|delar|ställer\s+sig|står)\s+` + hedged)},
	{Accepts, stancePattern(`instämmer|delar\s+(?:helt\s+|fullt\s+ut\s+)?(?:` + others + `(?:\p{L}+\s+)?)?` + held + `|(?:ställer\s+sig|står)\s+(?:helt\s+|fullt\s+ut\s+)?bakom|(?:accepterar|godtar)\s+(?:` + others + `)?` + held + `|håller\s+med\s+(?:revision|revisor|om|granskning)\p{L}*`)},
}

// ofOwnOffice is what a committee shares with its own officials: it may be against the auditors'.
var ofOwnOffice = regexp.MustCompile(`(?i)\s\p{L}*(?:förvaltningens|kontorets|direktörens|chefens)\s`)

func stancePattern(words string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[^\p{L}])(` + who + `(?:` + words + `))(?:$|[^\p{L}])`)
}

// taken is a stance and the words that it stands in.
type taken struct {
	stance   Stance
	verbatim string
	ofAdvice bool // its sentence speaks of the recommendation
	ofAll    bool // of all of them
}

var (
	auditorsSay = regexp.MustCompile(`(?i)^(?:\p{L}*revisionen|revisorerna|granskningen|rapporten)\s`)
	speaksFor   = regexp.MustCompile(`(?i)nämnd|styrelse|förvaltning|kontoret|direktion|kommunen|regionen|(?:^|\s)vi\s`)
	adviceWord  = regexp.MustCompile(`(?i)rekommendation`)
	someAdvice  = regexp.MustCompile(`(?i)\sav\s+(?:de\s+\p{L}*\s*)?rekommendationer|merparten|flertalet|flesta|undantag|förutom|(?:^|\s)utom\s|övriga|rekommendation\p{L}*\s+(?:nr\.?\s*|nummer\s+)?\d|följande rekommendation`)
	allAdvice   = regexp.MustCompile(`(?i)(?:samtliga|alla)\s+(?:\p{L}+\s+)?rekommendationer|rekommendationerna|(?:revisionens|revisorernas|\p{L}+:?s)\s+rekommendationer(?:\s|[.,]|$)`)
)

// stanceIn reads the stance that one sentence takes, if any. One that takes two takes none that could be told.
func stanceIn(sentence string) (taken, bool) {
	var found []stanceMention
	for _, known := range stanceWords {
		for _, m := range known.words.FindAllStringSubmatchIndex(sentence, -1) {
			mentioned := stanceMention{known.stance, m[2], m[3]}
			if !slices.ContainsFunc(found, mentioned.overlaps) && mentioned.isCommittees(sentence) && !ofOwnOffice.MatchString(sentence[m[2]:m[3]]) {
				found = append(found, mentioned)
			}
		}
	}
	if len(found) == 0 || strings.HasSuffix(sentence, "?") {
		return taken{}, false
	}
	first := slices.MinFunc(found, func(a, b stanceMention) int { return a.start - b.start })
	said := taken{stance: first.stance, ofAdvice: adviceWord.MatchString(sentence)}
	if all := allAdvice.FindStringIndex(sentence); all != nil && !someAdvice.MatchString(sentence) {
		said.ofAll = true
		first.end = max(first.end, all[1])
	}
	said.verbatim = strings.Trim(sentence[first.start:first.end], " .,")
	for _, m := range found {
		if m.stance != first.stance {
			said.stance = unclearStance
		}
	}
	return said, true
}

type stanceMention struct {
	stance     Stance
	start, end int
}

func (m stanceMention) overlaps(other stanceMention) bool {
	return m.start < other.end && other.start < m.end
}

// isCommittees tells the committee's own words from what the auditors say: it is named before them, or they begin.
func (m stanceMention) isCommittees(sentence string) bool {
	if auditorsSay.MatchString(sentence) {
		return false
	}
	return strings.Trim(sentence[:m.start], " -•–”\"") == "" || speaksFor.MatchString(sentence[:m.end])
}

// stancesIn gives the stances of all sentences of a text.
func stancesIn(text string) []taken {
	var found []taken
	for _, paragraph := range strings.Split(text, "\n") {
		for _, sentence := range sentencesOf(strings.TrimSpace(paragraph)) {
			if t, ok := stanceIn(sentence); ok {
				found = append(found, t)
			}
		}
	}
	return found
}

// oneStance picks what an answer says: of those that speak of the recommendation, else of all, if they say the same.
func oneStance(found []taken) (taken, bool) {
	var of []taken
	for _, t := range found {
		if t.ofAdvice {
			of = append(of, t)
		}
	}
	if len(of) == 0 {
		of = found
	}
	for _, t := range of {
		if t.stance != of[0].stance {
			return taken{verbatim: of[0].verbatim}, false
		}
	}
	return of[0], true
}
