package reading

import (
	"regexp"
	"strconv"
	"strings"
)

var wordPattern = regexp.MustCompile(`[\p{L}\d]+`)

// similarity is Dice's coefficient over the words of two texts, each word cut to its first six letters so that endings
// and typing errors count less: 1 for the same words, 0 for none in common.
func similarity(a, b string) float64 {
	first, second := stems(a), stems(b)
	if len(first) == 0 || len(second) == 0 {
		return 0
	}
	counts := map[string]int{}
	for _, word := range first {
		counts[word]++
	}
	common := 0
	for _, word := range second {
		if counts[word] > 0 {
			counts[word]--
			common++
		}
	}
	return 2 * float64(common) / float64(len(first)+len(second))
}

func stems(text string) []string {
	words := wordPattern.FindAllString(strings.ToLower(text), -1)
	for i, word := range words {
		if letters := []rune(word); len(letters) > 6 {
			words[i] = string(letters[:6])
		}
	}
	return words
}

// sameWording tells whether two texts say the same in the same words, spacing and closing mark aside.
func sameWording(a, b string) bool {
	return wordingKey(a) == wordingKey(b)
}

func wordingKey(text string) string {
	return strings.ToLower(strings.TrimRight(strings.Join(strings.Fields(text), " "), " .,;?"))
}

func pointer[T any](value T) *T { return &value }

func itoa(n int) string { return strconv.Itoa(n) }
