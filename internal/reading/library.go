package reading

import (
	"regexp"
	"strings"
)

// A library on the web puts words of its own above a document's text: a title that it has put together out of the first
// lines, the year it was handed in, how often it was copied. They are not the document's; some are in the library's own tongue.
var librarysWords = regexp.MustCompile(`(?i)^(?:academic year: \d{4}|share ".{3,300}"|copied!|\S{5,20} \(view fulltext now\)|full text|tam metin|texte intégral|volltext|texto completo)$`)

// longestLibraryHead is within how many lines a library's own words stand.
const longestLibraryHead = 60

// leastLibraryWords is how many of them tell that they are a library's.
const leastLibraryWords = 3

// withoutLibraryHead empties what a library says above a document's text.
func withoutLibraryHead(lines []line) []line {
	seen, last, certain := 0, -1, false
	for i := 0; i < min(len(lines), longestLibraryHead); i++ {
		if text := strings.TrimSpace(lines[i].text); librarysWords.MatchString(text) {
			seen, last = seen+1, i
			certain = certain || strings.HasSuffix(text, "(view fulltext now)")
		}
	}
	if seen < leastLibraryWords && !certain {
		return lines
	}
	for i := range lines[:last+1] {
		lines[i].text = ""
	}
	return lines
}

// viewersWords is a line that a viewer on the web writes around a document's text.
var viewersWords = regexp.MustCompile(`(?i)^(?:storlek: px|starta visningen från sidan:?|download ["”“].*|transkript|save this pdf as:?|word\s+png\s+txt\s+jpg|visningar:?|för \d+ år sedan|relevanta dokument)$`)
