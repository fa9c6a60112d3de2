package reading

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var brokenWord = regexp.MustCompile(`\p{L}-$`)

// joinBroken joins the two halves of a broken line: a word that was hyphenated at its end becomes whole, a hyphen that
// belongs to it ("plan- och", "HR-avdelning") stays.
func joinBroken(first, second string) string {
	if brokenNumber.MatchString(first) && digitFirst.MatchString(second) {
		return first + second // of a narrow cell's date: "2023-", "12-31"
	}
	if !brokenWord.MatchString(first) {
		return first + " " + second
	}
	if afterHyphen.MatchString(second) {
		return first + " " + second
	}
	word := first[strings.LastIndexAny(first, " (/")+1 : len(first)-1]
	if utf8.RuneCountInString(word) < 2 || strings.ToUpper(word) == word || !startsWithLower(second) {
		return first + second
	}
	return first[:len(first)-1] + second
}

var (
	brokenNumber = regexp.MustCompile(`\d-$`)
	digitFirst   = regexp.MustCompile(`^\d`)
)

var afterHyphen = regexp.MustCompile(`^(och|eller|samt|respektive|&)\s`)

func endsSentence(text string) bool {
	return strings.ContainsRune(".?!:;”\"", lastRune(text))
}

func endsClause(text string) bool {
	return strings.ContainsRune(",;:", lastRune(text)) || strings.HasSuffix(text, " samt") || strings.HasSuffix(text, " och") || announcesTasks(text)
}

// announcesTasks tells "… rekommenderar vi nämnden att" from the "för att" of any sentence.
func announcesTasks(text string) bool {
	return strings.HasSuffix(text, " att") && strings.Contains(strings.ToLower(text), "rekommend")
}

// leavesOpen tells a line that ends in a word that hardly any sentence, heading or cell ends with, so that it goes on below.
func leavesOpen(text string) bool { return openEnding.MatchString(text) }

var openEnding = regexp.MustCompile(`\s(?:i|på|av|till|för|med|över|från|mellan|enligt|inom|vid|under|genom|en|ett|den|det|de|sin|sina)$`)

// isBareQuestionLabel tells "Revisionsfråga 2", which heads what is said of it.
func isBareQuestionLabel(text string) bool {
	label := questionLabel.FindString(text)
	return label != "" && len(label) == len(text)
}

// isAnnouncement tells a line that is nothing but whom the tasks below it are for: "Vi rekommenderar nämnden att:".
func isAnnouncement(text string) bool {
	return startsWithUpper(text) && announcesTasks(strings.TrimSuffix(text, ":"))
}

// addressesNext tells a line between the items of a list that names whom the next are for: "socialnämnden att:".
func addressesNext(text string) bool {
	names, found := strings.CutSuffix(strings.TrimSuffix(text, ":"), " att")
	return found && len(committeeSpans(names)) > 0 && namesAlone(names)
}

// namesAlone tells one or several committees and nothing else.
func namesAlone(text string) bool {
	rest, end := "", 0
	for _, span := range committeeSpans(text) {
		rest += text[end:span[0]]
		end = span[1]
	}
	return onlyJoining.MatchString(rest + text[end:])
}

var onlyJoining = regexp.MustCompile(`^(?:,|\s|och|samt)*$`)

func lastRune(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

func startsWithLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

func startsWithUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// A label begins a paragraph. That of a form ("Diarienummer: …") is not continued on the next line either.
var (
	formLabel = regexp.MustCompile(`(?i)^(datum|diarienummer|diarienr|dnr|ärendenummer|handläggare|till|från|kopia|för kännedom)\s?:`)
	textLabel = regexp.MustCompile(`(?i)^(bedömning|svar|rekommendation \d+|revisionsfråga \d+(\.\d+)?|fråga \d+(\.\d+)?)\s?:`)
)

func isFormLabel(text string) bool { return formLabel.MatchString(text) }

func isLabel(text string) bool { return formLabel.MatchString(text) || textLabel.MatchString(text) }
