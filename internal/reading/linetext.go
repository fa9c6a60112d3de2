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

// A conversion that joins a paragraph's lines leaves the hyphens that ended them, each with a space after it: "verk-
// samheten". The hyphen of "barn- och …" and of "säkerhets- kvalitets- …" is the writer's.
var (
	brokenInside = regexp.MustCompile(`(\p{L}+)- (\p{Ll}{2,})(-?)`)
	writersOwn   = regexp.MustCompile(`^(?:och|eller|samt|respektive|resp|men|till|som|att|alternativt|vilket|vilka|inte)$`)
)

// withWordsWhole joins the halves of words that were broken where a line once ended.
func withWordsWhole(text string) string {
	if !strings.Contains(text, "- ") {
		return text
	}
	return brokenInside.ReplaceAllStringFunc(text, func(found string) string {
		m := brokenInside.FindStringSubmatch(found)
		if m[3] != "" || writersOwn.MatchString(m[2]) {
			return found
		}
		return joinBroken(m[1]+"-", m[2])
	})
}

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
	name, found := strings.CutSuffix(text, " att:")
	return found && isCommitteeName(name)
}

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
