package reading

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// vague are words that any question of any audit may have.
var vague = regexp.MustCompile(`^(?:\p{L}*nämnd\p{L}*|\p{L}*styrelsen?s?|\p{L}*kommun(?:en|ens|er|erna)?|region(?:en|ens)?|granskning\p{L}*|verksamhet\p{L}*|arbete\p{L}*|arbeta[rs]?|ändamålsenlig\p{L}*|tillräcklig\p{L}*|tillfredsställ\p{L}*|fungerande|säkerställ\p{L}*|tydlig\p{L}*|relevant\p{L}*|finns|sker|görs|har|hur|vad|och|eller|för|att|som|med|till|från|inom|den|det|den|denna|detta|dessa|ett|ens|vid|mot|utifrån|enligt|samt|över|under|mellan|inte|kan|ska|bör|sina?|sitt|dess|deras|vilk\p{L}*|någon|något|några|alla|andra|olika|övergripande|område\p{L}*|fråga?\p{L}*|revisionsfråg\p{L}*)$`)

// commonWords is how many words of a heading a text has too, in whatever form: "Avtalsuppföljning" of "Följs avtalen upp?".
func commonWords(title, text string) int {
	words, common := distinctiveWords(text), 0
	for _, word := range distinctiveWords(title) {
		if slices.ContainsFunc(words, func(other string) bool { return isFormOf(word, other) }) {
			common++
		}
	}
	return common
}

// particle is what a verb may have apart from it, and a noun before it: "följer … upp", "uppföljning".
var particle = regexp.MustCompile(`^(?:upp|in|ut)$`)

// farthest is how many words before its particle a verb stands.
const farthest = 6

func distinctiveWords(text string) []string {
	words := wordPattern.FindAllString(strings.ToLower(text), -1)
	var found []string
	for i, word := range words {
		if particle.MatchString(word) {
			for _, verb := range words[max(0, i-farthest):i] {
				found = append(found, word+verb)
			}
		}
		if utf8.RuneCountInString(word) > 2 && !vague.MatchString(word) && !slices.Contains(found, word) {
			found = append(found, word)
		}
	}
	return found
}

const (
	longestEnding = 3
	leastCommon   = 5 // letters that two words begin with, for them to be of one stem
)

// isFormOf tells two words of one stem: with another ending, or a compound of the other.
func isFormOf(a, b string) bool {
	first, second := []rune(a), []rune(b)
	if len(first) > len(second) {
		first, second = second, first
	}
	common := 0
	for common < len(first) && first[common] == second[common] {
		common++
	}
	switch {
	case common == len(first) && len(second)-common <= longestEnding,
		common >= leastCommon && common*10 >= len(first)*7:
		return true
	case len(first) <= leastCommon:
		return false
	}
	stem := string(first[:max(leastCommon+1, len(first)-longestEnding)])
	return strings.Contains(string(second), stem)
}
