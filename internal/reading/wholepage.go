package reading

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A viewer on the web may give a document's text with each page as one line: headings, lists and paragraphs run together,
// and the page's number first. withWholePagesDivided makes lines of what can be told apart: headings that the table of
// contents lists or that reports share, items of a list, questions. It gives the titles of the headings that it found.
func withWholePagesDivided(divided []line) ([]line, []string) {
	lines := withItemsRunTogether(divided)
	pages := wholePages(lines)
	if len(pages) == 0 {
		return divided, nil
	}
	d := &pageDivider{counted: map[string]int{}}
	texts := make([]string, len(pages))
	for i, index := range pages {
		texts[i] = strings.TrimSpace(leadingNumber.ReplaceAllString(lines[index].text, ""))
	}
	for i, text := range withoutRunningWords(withoutPageNumbers(texts)) {
		d.divide(lines[pages[i]].number, text)
	}
	before := append([]line{}, lines[:pages[0]]...)
	for i := range before {
		if d.titled || !titleOpening.MatchString(strings.TrimSpace(before[i].text)) {
			before[i].text = "" // the viewer's own words
		}
	}
	return append(before, d.lines...), d.found
}

// withItemsRunTogether makes one line again of what one line of the text held.
func withItemsRunTogether(lines []line) []line {
	var joined []line
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && lines[to].number == lines[from].number {
			to++
		}
		l := lines[from]
		if to > from+1 {
			l.text = runTogetherOf(lines[from:to])
		}
		joined, from = append(joined, l), to
	}
	return joined
}

func runTogetherOf(lines []line) string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	return strings.Join(texts, " ")
}

var (
	leadingNumber = regexp.MustCompile(`^\s*\d{1,3}\s+`)
	lonePage      = regexp.MustCompile(`^\s*\d{1,3}\s*$`)
)

const (
	leastPages    = 2
	filledPage    = 400  // letters that pages hold on an average, and items of a numbered list do not
	longPage      = 1200 // letters that no paragraph has, so that their line is a page
	leastLongPage = 2
)

// wholePages finds the lines that are pages, by their index: those with consecutive numbers, which hold most of the text;
// without numbers, the very long ones.
func wholePages(lines []line) []int {
	var numbered, long []int
	all, inNumbered, inLong, next := 0, 0, 0, 1
	for i, l := range lines {
		size := utf8.RuneCountInString(l.text)
		all += size
		if lonePage.MatchString(l.text) && strings.TrimSpace(l.text) == strconv.Itoa(next) {
			next++ // a page without text
		}
		if m := leadingNumber.FindString(l.text); m != "" && size > 2*len(m) {
			if number, _ := strconv.Atoi(strings.TrimSpace(m)); number == next {
				numbered, inNumbered, next = append(numbered, i), inNumbered+size, next+1
			}
		}
		if (size > longPage || size > filledPage/2 && headsInline(l.text)) && !strings.ContainsAny(l.text, "\t|") {
			long, inLong = append(long, i), inLong+size
		}
	}
	switch {
	case len(numbered) >= leastPages && inNumbered*10 > all*6 && (inNumbered > len(numbered)*filledPage || len(numbered) > leastPages && inNumbered > len(numbered)*filledPage/2):
		return numbered
	case len(long) >= leastLongPage && inLong*10 > all*6 && hasInlineHeadings(lines, long):
		return everyWritten(lines)
	}
	return nil
}

var inlineHeading = regexp.MustCompile(`\s\d{1,2}(?:\.\d{1,2})*\.?\s+\p{Lu}`)

func hasInlineHeadings(lines []line, long []int) bool {
	return slices.ContainsFunc(long, func(i int) bool { return headsInline(lines[i].text) })
}

// headsInline tells a text in which numbered headings stand among the sentences.
func headsInline(text string) bool { return len(inlineHeading.FindAllString(text, 2)) > 1 }

func everyWritten(lines []line) []int {
	var written []int
	for i, l := range lines {
		if strings.TrimSpace(l.text) != "" {
			written = append(written, i)
		}
	}
	return written
}

// pageDivider writes the lines of whole pages.
type pageDivider struct {
	lines    []line
	number   int
	contents string         // the table of contents' own words
	found    []string       // the titles of headings, as headingKey gives them
	listing  bool           // inside a list with marks
	titled   bool           // the cover has told its title
	tasks    bool           // inside recommendations without marks
	advising bool           // under a heading of recommendations
	counted  map[string]int // how far a list has counted, by its way of counting
}

var contentsOpening = regexp.MustCompile(`(?i)^(?:[^.:?]{1,100}\s)?(?:innehåll|innehållsförteckning)\s+(?:\d|sammanfattning|inledning|sid)`)

func (d *pageDivider) divide(number int, text string) {
	d.number = number
	d.lines = append(d.lines, line{number: number, scar: true})
	if at := contentsOpening.FindStringIndex(text); at != nil {
		d.contents = strings.ToLower(text)
		if at := signedAt.FindStringSubmatchIndex(text); at != nil { // some sign beside the contents
			d.put(text[at[2]:at[3]], 0)
		}
		return
	}
	date, registry := "", ""
	if d.contents == "" && utf8.RuneCountInString(text) < coverText {
		text, date = withoutCoverDate(text)
		text, registry = withoutCoverNumber(text)
		text = d.cover(text)
	}
	for _, part := range d.headingsApart(text) {
		if part.heading > 0 {
			d.listing, d.tasks, d.counted = false, false, map[string]int{}
			d.advising = strings.Contains(strings.ToLower(part.text), "rekommend")
			d.put(part.text, part.heading)
			continue
		}
		for _, piece := range d.pieces(part.text) {
			d.put(piece, 0)
		}
	}
	d.put(date, 0)
	d.put(registry, 0)
}

func (d *pageDivider) put(text string, heading int) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	if heading > 0 {
		d.found = append(d.found, headingKey(text))
	}
	d.number += linesOfAll
	d.lines = append(d.lines, line{number: d.number, text: text, heading: heading}, line{number: d.number})
}
