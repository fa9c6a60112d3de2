package reading

import (
	"regexp"
	"slices"
	"strings"
)

// Verdict is what a follow-up audit found of an earlier recommendation: the codes of the glossary.
type Verdict string

const (
	Addressed        Verdict = "addressed"
	PartlyAddressed  Verdict = "partly_addressed"
	NotAddressed     Verdict = "not_addressed"
	NoLongerRelevant Verdict = "no_longer_relevant"
	NotFollowedUp    Verdict = "not_followed_up"
	unclearVerdict   Verdict = "" // the words judge, but not on the scale
)

const (
	done     = `(?:(?:åtgärda|genomför|hantera|beakta|uppfyll)(?:da|de|ts|t|d)|uppfyllda|omhändertag(?:en|et|na|its))`
	partWord = `(?:delvis|till\s+viss\s+del|i\s+viss\s+(?:mån|utsträckning|grad)|till\s+vissa\s+delar|i\s+vissa\s+delar)`
	negation = `(?:ej|inte|icke)`
	filling  = `(?:\s+(?:har|är|ännu|blivit|kan|anses|bedöms|som|vara|än|helt|fullt))*`
	wholly   = `(?:helt(?:\s+och\s+hållet)?|fullt(?:\s+ut)?|till\s+fullo|i\s+sin\s+helhet|i\s+alla\s+delar|fullständigt)`
)

// verdictWords are the phrases that carry a verdict, the more particular first, as gradeWords are.
var verdictWords = []struct {
	phrase  *regexp.Regexp
	verdict Verdict
}{
	{phraseOf(negation + `\s+(?:längre\s+|länge\s+|är\s+|bedöms\s+|anses\s+|vara\s+)*(?:aktuell|relevant|tillämplig)[at]?|överspela(?:d|t|de|ts)|inaktuell[at]?`), NoLongerRelevant},
	{phraseOf(negation + `\s+(?:har\s+|är\s+|kunnat\s+|ännu\s+)*(?:följts\s+upp|följas\s+upp|uppfölj[dt]a?|granska(?:d|t|de|ts|s)|bedöm(?:d|t|da|ts|as))|(?:kan|går)\s+` + negation + `\s+(?:att\s+)?(?:bedömas|bedöma|följas\s+upp)`), NotFollowedUp},
	{phraseOf(`(?:i\s+huvudsak|huvudsakligen|i\s+allt\s+väsentligt|(?:till|i)\s+stora?\s+(?:del|delar|drag|utsträckning)|till\s+övervägande\s+del|i\s+stort(?:\s+sett)?|nästan|ännu\s+oklart)(?:\s+` + done + `)?|` + done + `\s+(?:i\s+huvudsak|huvudsakligen|i\s+allt\s+väsentligt|till\s+stora?\s+(?:del|delar)|till\s+övervägande\s+del|i\s+stort\s+sett)`), unclearVerdict},
	{phraseOf(negation + `\s+(?:\p{L}+\s+){0,3}?` + wholly + `(?:\s+` + done + `)?`), PartlyAddressed},
	{phraseOf(`(?:endast\s+|enbart\s+)?` + partWord + `(?:(?:\s+(?:har|är|bedöms|anses|kan|vara|blivit))*\s+(?:` + done + `|kvarstår))?|(?:` + done + `|kvarstår)\s+(?:endast\s+)?` + partWord), PartlyAddressed},
	{phraseOf(negation + filling + `\s+(?:` + done + `|påbörja(?:d|t|de|ts))|` + `oåtgärda(?:d|t|de)|kvarstår(?:\s+i\s+sin\s+helhet)?|kvarstående`), NotAddressed},
	{phraseOf(`pågår|pågående|påbörja(?:d|t|de|ts)|under\s+(?:genomförande|åtgärdande)`), PartlyAddressed},
	{phraseOf(`(?:` + wholly + `\s+)?` + done + `(?:\s+` + wholly + `)?`), Addressed},
}

// verdictMention is a verdict's words in a text, by byte offsets.
type verdictMention struct {
	verdict    Verdict
	start, end int
}

// verdictsIn finds every verdict in a text, in order, the more particular phrase where several cover one place.
func verdictsIn(text string) []verdictMention {
	var taken []gradeMention
	for _, word := range verdictWords {
		taken = appendFree(taken, text, word.phrase, Grade(word.verdict))
	}
	sortMentions(taken)
	var found []verdictMention
	for _, mention := range taken {
		if !workDone.MatchString(text[mention.end:]) {
			found = append(found, verdictMention{Verdict(mention.grade), mention.start, mention.end})
		}
	}
	return found
}

// workDone follows a participle that only tells what has been done: "efter genomförd granskning".
var workDone = regexp.MustCompile(`(?i)^\s+(?:uppföljning|granskning|revision|intervju|kontroll|enkät|åtgärder|insats|utbildning|stickprov)`)

// oneVerdict gives the verdict that all of a text's words agree upon.
func oneVerdict(mentions []verdictMention) (Verdict, bool) {
	if len(mentions) == 0 {
		return unclearVerdict, false
	}
	for _, mention := range mentions {
		if mention.verdict != mentions[0].verdict {
			return unclearVerdict, true
		}
	}
	return mentions[0].verdict, true
}

var (
	// verdictGoesOn is what may follow a verdict that a cell or an answer begins with; "Genomfört en utbildning" is none.
	verdictGoesOn = regexp.MustCompile(`(?i)^(?:\s*$|\s*[.,;:!()–—/]|\s+[-–—]|\s+\d|\s+(?:men|då|eftersom|genom|under|enligt|sedan|rekommendation\p{L}*)(?:\s|$))`)
	// judgementFilling is what a text may hold beside its verdict and be nothing but that verdict.
	judgementFilling = regexp.MustCompile(`(?i)^(?:vi|vår|bedömer|bedömning(?:en)?|är|att|den|denna|har|bedöms|anses|kan|vara|som|därmed|rekommendation(?:en)?|åtgärd(?:en)?|arbetet?|punkten|status|därför|sammantaget|(?:har\s+)?blivit|av)$`)
	// ofRecommendation are sentences whose verdict is upon a recommendation, and upon several.
	ofRecommendation  = regexp.MustCompile(`(?i)rekommendation`)
	ofRecommendations = regexp.MustCompile(`(?i)rekommendationer`)
	// committeesVoice are sentences that tell what the committee says of itself, which is no verdict.
	committeesVoice = regexp.MustCompile(`(?i)(?:nämnden|styrelsen|förvaltningen|kommunen|kontoret|bolaget|de)\s+(?:har\s+)?(?:själv\s+)?(?:anser|ansåg|uppger|uppgav|uppgett|svarar|svarat|svarade|bedömer|bedömde|redovisar|redovisat|menar|framför|framfört|framhåller|skriver|beskriver|anger|angett|angav|avser|planerar)|(?:enligt|av)\s+(?:\p{L}+-?\s+(?:och\s+)?)?(?:\p{L}*nämnden|\p{L}*styrelsen|\p{L}*förvaltningen|\p{L}*kontoret|yttrandet|svaret)(?:s\s+svar)?\s+(?:är|har|ska|framgår)|(?:syfte\p{L}*|frågan?|avgöra|granskat|bedöma|undersöka|följt\s+upp|följa\s+upp)\s+(?:\p{L}+\s+){0,4}?(?:om|huruvida|hur)\s`)
	// auditorsVoice are sentences in which the auditors judge.
	auditorsVoice = regexp.MustCompile(`(?i)(?:vi|revisionen|revisorerna|granskningen)\s+(?:bedömer|konstaterar|visar)|(?:bedömer|konstaterar)\s+vi|bedöms|bedömning(?:en)?\s+är|uppföljning(?:en)?\s+visar|sammantaget`)
	notYet        = regexp.MustCompile(`(?i)\b(?:ska|skall|bör|behöver|kommer\s+att|måste)\s`)
	numeration    = regexp.MustCompile(`(?i)(?:^|\s)(?:ingen|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|\d{1,2}|flera|flertalet|några|merparten|hälften|majoriteten|övriga|resterande)\s+(?:av\s+(?:de\s+)?(?:\p{L}+\s+){0,3}?)?(?:\p{L}+\s+){0,2}?rekommendation`)
)

// leadingVerdict reads a text that begins with its verdict, as table cells and answers do.
func leadingVerdict(text string) (Verdict, bool) {
	trimmed := strings.TrimLeft(text, ` "”“'*:–-`)
	mentions := verdictsIn(trimmed)
	if len(mentions) == 0 || mentions[0].start > 0 || !verdictGoesOn.MatchString(trimmed[mentions[0].end:]) {
		return unclearVerdict, false
	}
	return mentions[0].verdict, true
}

// isVerdictOnly tells a text that judges and says nothing more: "Bedöms som delvis åtgärdad".
func isVerdictOnly(text string) bool {
	mentions := verdictsIn(text)
	if len(mentions) == 0 {
		return false
	}
	rest := text
	for _, mention := range slices.Backward(mentions) {
		rest = rest[:mention.start] + " " + rest[mention.end:]
	}
	return !slices.ContainsFunc(wordPattern.FindAllString(rest, -1), func(word string) bool { return !judgementFilling.MatchString(word) })
}

// judgedIn reads a text that stands where the auditors judge: by what it begins with, by its sentences about the
// recommendation, or as a whole where it does nothing but judge.
func judgedIn(text string) (Verdict, bool) {
	if verdict, ok := leadingVerdict(text); ok {
		return verdict, true
	}
	var mentions []verdictMention
	for _, sentence := range sentencesOf(text) {
		if isVerdictOnly(sentence) || judgesRecommendation(sentence) {
			mentions = append(mentions, verdictsIn(sentence)...)
		}
	}
	return oneVerdict(mentions)
}

// judgesRecommendation tells a sentence in which the auditors say how it went with one recommendation.
func judgesRecommendation(sentence string) bool {
	return ofRecommendation.MatchString(sentence) && !committeesVoice.MatchString(sentence) && !notYet.MatchString(sentence) &&
		!strings.HasSuffix(sentence, "?") && len(verdictsIn(sentence)) > 0
}
