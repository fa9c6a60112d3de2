package reading

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	firstNumber = regexp.MustCompile(`^\s*(\d{1,3})\s`)
	lastNumber  = regexp.MustCompile(`\s(\d{1,3})\s*$`)
)

// withoutPageNumbers takes away the numbers that pages begin or end with, where they count the pages: some covers have none.
func withoutPageNumbers(pages []string) []string {
	for _, place := range []*regexp.Regexp{firstNumber, lastNumber} {
		counts := map[int]int{} // by how far the number is from the page's place
		aheads := make([]int, len(pages))
		for i, page := range pages {
			if m := place.FindStringSubmatch(page); m != nil {
				number, _ := strconv.Atoi(m[1])
				aheads[i] = i + 1 - number
				counts[aheads[i]]++
			}
		}
		for i, page := range pages {
			if m := place.FindStringIndex(page); m != nil && counts[aheads[i]] >= minRepeats {
				pages[i] = page[:m[0]] + page[m[1]:]
			}
		}
	}
	return pages
}

// longestRunning is how many words a running header or footer may have.
const longestRunning = 25

// withoutRunningWords takes away the words that several pages begin or end with, but from the first of them: a cover begins
// with the words that the pages after it repeat.
func withoutRunningWords(pages []string) []string {
	words := make([][]string, len(pages))
	for i, page := range pages {
		words[i] = strings.Fields(page)
	}
	for _, fromEnd := range []bool{false, true} {
		counts, first := map[string]int{}, map[string]int{}
		for i, page := range words {
			for n := 2; n <= min(longestRunning, len(page)); n++ {
				key := edgeKey(page, n, fromEnd)
				if counts[key]++; counts[key] == 1 {
					first[key] = i
				}
			}
		}
		for i, page := range words {
			for n := min(longestRunning, len(page)); n >= 2; n-- {
				if key := edgeKey(page, n, fromEnd); counts[key] < minRepeats {
					continue
				} else if first[key] == i {
					break
				}
				if words[i] = page[n:]; fromEnd {
					words[i] = page[:len(page)-n]
				}
				break
			}
		}
	}
	for i := range pages {
		pages[i] = pageOfAll.ReplaceAllString(strings.Join(words[i], " "), "")
	}
	return pages
}

func edgeKey(words []string, n int, fromEnd bool) string {
	if fromEnd {
		return runningKey(strings.Join(words[len(words)-n:], " "))
	}
	return runningKey(strings.Join(words[:n], " "))
}
