package reading

import (
	"regexp"
	"slices"
	"strings"
)

// Grade is how a report answers a question: the codes of the glossary.
type Grade string

const (
	Yes             Grade = "yes"
	InAllEssentials Grade = "in_all_essentials"
	Mostly          Grade = "mostly"
	Partly          Grade = "partly"
	No              Grade = "no"
	NotGraded       Grade = "not_graded"
	NotApplicable   Grade = "not_applicable"
	unclear         Grade = "" // the words grade, but not on the scale
)

// longestGradeCell is how long a table cell may be, in bytes, and still be a grade without a stop after it.
const longestGradeCell = 60

// gradeWords are the phrases that carry a grade, the more particular first: "inte helt" before "helt", "ej uppfyllt"
// before "uppfyllt". Their codes are those of the glossary; a phrase that negates a high grade is unclear.
var gradeWords = []struct {
	phrase *regexp.Regexp
	grade  Grade
}{
	{phraseOf(`(?:ej|inte|icke)\s+tillämpligt?|ej\s+relevant|inte\s+relevant|ej\s+aktuellt?`), NotApplicable},
	{phraseOf(`(?:ej|inte)\s+(?:graderad|graderats|bedömd|bedömt|bedömts|besvarad|besvarats|besvaras)|graderas\s+(?:ej|inte)|ingen\s+(?:bedömning|gradering)`), NotGraded},
	{regexp.MustCompile(`(?i)(?:^|[^\p{L}-])(bedöms\s+(?:ej|inte))\s*(?:$|[.,;)])`), NotGraded},
	{phraseOf(`(?:bedöms|anses)\s+(?:ej|inte)\s+(?:vara\s+|som\s+|ha\s+)?(?:helt|fullt(?:\s+ut)?|till\s+fullo)(?:\s+uppfylld?[at]?)?`), Partly},
	{phraseOf(`(?:bedöms|anses)\s+(?:ej|inte)\s+(?:vara\s+|som\s+|ha\s+)?uppfyll(?:d|t|da|ts)`), No},
	{phraseOf(`(?:ej|inte)\s+(?:i\s+allt\s+väsentligt|till\s+övervägande\s+del|i\s+tillräcklig\s+(?:utsträckning|omfattning|grad|mån))|i\s+allt\s+väsentligt\s+(?:ej|inte)|till\s+övervägande\s+del\s+(?:ej|inte)`), unclear},
	{phraseOf(`i\s+huvudsak|huvudsakligen|(?:till|i)\s+stora?\s+(?:del|delar|drag|utsträckning|grad|omfattning)|i\s+stort(?:\s+sett)?|(?:i|till)\s+(?:begränsad|liten|mindre|låg|hög)\s+(?:del|utsträckning|grad|omfattning)`), unclear},
	{phraseOf(`(?:ej|inte)\s+(?:(?:är|har|ha|haft|en|ett|anses|bedöms|vara|varit|fungera[rt]|bedrivs|bedrivits?|sker|skett|utförs|utförts|på)\s+){0,4}(?:i\s+sin\s+helhet\s+|till\s+)?(?:helt(?:\s+och\s+hållet)?|fullt(?:\s+ut)?|fullo|fullständigt|i\s+alla\s+delar|alla\s+delar)`), Partly},
	{phraseOf(`(?:ej|inte)\s+(?:\p{L}+\s+){1,9}?(?:fullt\s+ut|i\s+(?:alla|samtliga)\s+(?:delar|avseenden)|i\s+sin\s+helhet|till\s+fullo|helt\s+och\s+hållet)`), Partly},
	{phraseOf(`(?:endast\s+|enbart\s+|till\s+)?delvis|till\s+viss\s+del|i\s+viss\s+(?:mån|utsträckning|grad)|till\s+vissa\s+delar|i\s+vissa\s+delar`), Partly},
	{phraseOf(`(?:i\s+)?allt\s+väsentligt|i\s+all\s+väsentlighet`), InAllEssentials},
	{phraseOf(`(?:till\s+)?övervägande\s+del(?:en)?`), Mostly},
	{phraseOf(`nej|(?:ej|inte|icke)\s+(?:är\s+|har\s+|anses\s+|bedöms\s+(?:vara\s+)?)?uppfylld?[at]?|(?:ej|inte)\s+uppfyllts|uppfylls\s+(?:ej|inte)|(?:ej|inte)\s+uppfylls`), No},
	{phraseOf(`ja|(?:helt\s+)?uppfylld?[at]?|uppfylls(?:\s+helt)?|(?:är\s+)?helt\s+uppfylld?[at]?`), Yes},
}

// judgementWords grade what a committee has done, in sentences of overall judgement alone: there "inte" before the verb
// is a no, and a plain statement is a yes.
var judgementWords = []struct {
	phrase *regexp.Regexp
	grade  Grade
}{
	{phraseOf(`(?:ej|inte)\s+(?:har\s+|är\s+)?(?:säkerställt|säkerställer|säkerställts|tillräckligt?|tillräckliga|ändamålsenligt?|ändamålsenliga|tillfredsställande|bedrivs|bedrivits|sker|har|haft)`), No},
	{phraseOf(`(?:ej|inte)\s+(?:\p{L}+\s+){1,6}?(?:tillräckligt?|tillräckliga|ändamålsenligt?|ändamålsenliga|tillfredsställande|betryggande)`), No},
	{phraseOf(`(?:har|är|bedrivs|säkerställer|säkerställt|sker)\s+(?:ej|inte)\s+(?:säkerställt|tillräckligt?|tillräckliga|ändamålsenligt?|ändamålsenliga|tillfredsställande|på\s+ett)`), No},
	{phraseOf(`otillräckligt?|otillräckliga|bristfälligt?|bristfälliga`), No},
	{phraseOf(`(?:är|har|bedrivs|bedriver|sker|säkerställer|säkerställt)\s+(?:\p{L}+\s+){0,4}?(?:tillräckligt?|tillräckliga|ändamålsenligt?|ändamålsenliga|säkerställt|tillfredsställande)|har\s+säkerställt|säkerställer`), Yes},
	{phraseOf(`(?:bedöms|anses)\s+(?:\p{L}+\s+){0,4}?(?:ha|vara)\s+(?:\p{L}+\s+){0,3}?(?:tillräckligt?|tillräckliga|ändamålsenligt?|ändamålsenliga|tillfredsställande)`), Yes},
}

func phraseOf(pattern string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[^\p{L}-])(` + pattern + `)(?:$|[^\p{L}-])`)
}

// gradeMention is a grade's words in a text, by byte offsets.
type gradeMention struct {
	grade      Grade
	start, end int
}

// gradesIn finds every grade in a text, in order, the more particular phrase where several cover one place.
func gradesIn(text string) []gradeMention {
	var found []gradeMention
	for _, word := range gradeWords {
		found = appendFree(found, text, word.phrase, word.grade)
	}
	sortMentions(found)
	return joinFulfilled(text, found)
}

// joinFulfilled makes one of "Delvis uppfylld" and of "Ja, i allt väsentligt", which are one grade said twice. What
// takes back what it said ("Nej, delvis", "Ja/delvis") is unclear.
func joinFulfilled(text string, found []gradeMention) []gradeMention {
	var joined []gradeMention
	for _, g := range found {
		last := len(joined) - 1
		if last >= 0 && g.start < joined[last].end {
			continue
		}
		g = withFollowing(text, g)
		if last >= 0 && saidTwice(text, joined[last], g) {
			joined[last].grade = joinedGrade(text, joined[last], g)
			joined[last].end = g.end
			continue
		}
		joined = append(joined, g)
	}
	return joined
}

// saidTwice tells whether two grades beside one another are one: "Ja, i allt väsentligt", "Uppfylls delvis".
func saidTwice(text string, first, second gradeMention) bool {
	between := text[first.end:second.start]
	return gradeSeam.MatchString(between) || fulfilledFirst.MatchString(text[first.start:first.end]) && strings.TrimSpace(between) == ""
}

func joinedGrade(text string, first, second gradeMention) Grade {
	switch {
	case strings.Contains(text[first.end:second.start], "/"):
		return unclear
	case first.grade == Yes, first.grade == second.grade:
		return second.grade
	case first.grade == No && second.grade == Partly && notWholly.MatchString(text[second.start:second.end]):
		return Partly // "Nej, inte fullt ut"
	case first.grade == No && insufficient.MatchString(text[second.start:second.end]):
		return No // "Nej, inte i tillräcklig utsträckning"
	}
	return unclear
}

var (
	fulfilledFirst = regexp.MustCompile(`^(?i)uppfyll\p{L}+$`)
	notWholly      = regexp.MustCompile(`^(?i)(?:ej|inte)\s`)
	insufficient   = regexp.MustCompile(`^(?i)(?:ej|inte)\s+i\s+tillräcklig\s`)
)

var gradeSeam = regexp.MustCompile(`^(?i)\s*(?:[,/–]|,?\s+men)\s*(?:endast\s+|enbart\s+|till\s+)?$`)

// appendFree adds the places of a phrase that no earlier phrase has taken.
func appendFree(found []gradeMention, text string, phrase *regexp.Regexp, grade Grade) []gradeMention {
	for from := 0; from < len(text); {
		m := phrase.FindStringSubmatchIndex(text[from:])
		if m == nil {
			break
		}
		mention := gradeMention{grade, from + m[2], from + m[3]}
		if !overlaps(found, mention) {
			found = append(found, mention)
		}
		from = mention.end
	}
	return found
}

func overlaps(found []gradeMention, mention gradeMention) bool {
	return slices.ContainsFunc(found, func(other gradeMention) bool {
		return mention.start < other.end && other.start < mention.end
	})
}

func sortMentions(mentions []gradeMention) {
	slices.SortFunc(mentions, func(a, b gradeMention) int { return a.start - b.start })
}

// gradeOpening are the first words of all grades: most texts begin with another, and need no closer look.
var gradeOpening = regexp.MustCompile(`^[\s"”“'*:–-]*(?i:ja|nej|delvis|i|till|ej|inte|icke|helt|huvudsakligen|uppfyll\p{L}*|allt|övervägande|endast|enbart|bedöms|graderas|ingen|är)(?:$|[^\p{L}])`)

// leadingBytes is more than the longest grade takes.
const leadingBytes = 120

// leadingGrade reads a text that begins with its grade, as table cells and answers do: "Delvis. Nämnden har …".
func leadingGrade(text string) (gradeMention, bool) {
	if !gradeOpening.MatchString(text) {
		return gradeMention{}, false
	}
	head := text
	if len(head) > leadingBytes {
		head = strings.ToValidUTF8(head[:leadingBytes], "")
	}
	found := gradesIn(head)
	if len(found) == 0 || strings.Trim(text[:found[0].start], " \t\"”“'*:–-") != "" {
		return gradeMention{}, false
	}
	return found[0], true
}

// answersFor tells a text that begins with whom its grade is for: "Socialnämnden: Nej."
func answersFor(text string) bool {
	name, rest, found := strings.Cut(text, ":")
	if name = strings.TrimSpace(name); !found || !isCommitteeName(name) && !isAbbreviation(name) {
		return false
	}
	_, graded := leadingGrade(rest)
	return graded
}

// withFollowing stretches "Delvis" over "Delvis uppfylld": one grade, said in two words.
func withFollowing(text string, mention gradeMention) gradeMention {
	if m := fulfilled.FindString(text[mention.end:]); m != "" {
		mention.end += len(m)
	}
	return mention
}

var fulfilled = regexp.MustCompile(`^(?i)\s+(?:är\s+)?uppfyll(?:d|t|da|s|er)`)

// isGradeOnly tells a text that is a grade and nothing else.
func isGradeOnly(text string) bool {
	mention, ok := leadingGrade(text)
	return ok && strings.Trim(text[mention.end:], " .*)\"”") == ""
}

// gradeOfCell reads a table cell: a grade alone, or one with its reasons after it.
func gradeOfCell(cell string) (Grade, string, bool) {
	mention, ok := leadingGrade(cell)
	if !ok {
		return unclear, "", false
	}
	rest := strings.TrimSpace(cell[mention.end:])
	if rest != "" && !strings.ContainsAny(rest[:1], ".,:;–-(") && !startsWithUpper(rest) && len(cell) > longestGradeCell {
		return unclear, "", false
	}
	return mention.grade, strings.TrimSpace(cell[mention.start:mention.end]), true
}
