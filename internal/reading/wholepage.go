package reading

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A viewer on the web may give a document's text with each page as one line: headings, lists and paragraphs run together,
// and the page's number first. withWholePagesDivided makes lines of what can be told apart: headings that the table of
// contents lists or that reports share, items of a list, questions. It gives the titles of the headings that it found.
func withWholePagesDivided(lines []line) ([]line, []string) {
	pages := wholePages(lines)
	if len(pages) == 0 {
		return lines, nil
	}
	d := &pageDivider{}
	texts := make([]string, len(pages))
	for i, index := range pages {
		texts[i] = strings.TrimSpace(leadingNumber.ReplaceAllString(lines[index].text, ""))
	}
	for i, text := range withoutRunningWords(texts) {
		d.divide(lines[pages[i]].number, text)
	}
	divided := append([]line{}, lines[:pages[0]]...)
	for i := range divided {
		if d.titled || !titleOpening.MatchString(strings.TrimSpace(divided[i].text)) {
			divided[i].text = "" // the viewer's own words
		}
	}
	return append(divided, d.lines...), d.found
}

var (
	leadingNumber = regexp.MustCompile(`^\s*\d{1,3}\s+`)
	lonePage      = regexp.MustCompile(`^\s*\d{1,3}\s*$`)
)

const (
	leastPages    = 3
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
		if size > longPage && !strings.ContainsAny(l.text, "\t|") {
			long, inLong = append(long, i), inLong+size
		}
	}
	switch {
	case len(numbered) >= leastPages && inNumbered*10 > all*6 && inNumbered > len(numbered)*200:
		return numbered
	case len(long) >= leastLongPage && inLong*10 > all*6 && hasInlineHeadings(lines, long):
		return everyWritten(lines)
	}
	return nil
}

var inlineHeading = regexp.MustCompile(`\s\d{1,2}(?:\.\d{1,2})*\.?\s+\p{Lu}`)

func hasInlineHeadings(lines []line, long []int) bool {
	return slices.ContainsFunc(long, func(i int) bool { return len(inlineHeading.FindAllString(lines[i].text, 2)) > 1 })
}

func everyWritten(lines []line) []int {
	var written []int
	for i, l := range lines {
		if strings.TrimSpace(l.text) != "" {
			written = append(written, i)
		}
	}
	return written
}

// longestRunning is how many words a running header or footer may have.
const longestRunning = 25

// withoutRunningWords takes away the words that most pages begin or end with.
func withoutRunningWords(pages []string) []string {
	words := make([][]string, len(pages))
	for i, page := range pages {
		words[i] = strings.Fields(page)
	}
	for _, fromEnd := range []bool{false, true} {
		counts := map[string]int{}
		for _, page := range words {
			for n := 2; n <= min(longestRunning, len(page)); n++ {
				counts[edgeKey(page, n, fromEnd)]++
			}
		}
		for i, page := range words {
			for n := min(longestRunning, len(page)); n >= 2; n-- {
				if counts[edgeKey(page, n, fromEnd)] < minRepeats {
					continue
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

// pageDivider writes the lines of whole pages.
type pageDivider struct {
	lines    []line
	number   int
	contents string   // the table of contents' own words
	found    []string // the titles of headings, as headingKey gives them
	listing  bool     // inside a list with marks
	titled   bool     // the cover has told its title
	tasks    bool     // inside recommendations without marks
}

var contentsOpening = regexp.MustCompile(`(?i)^(?:[^.:?]{1,100}\s)?(?:innehåll|innehållsförteckning)\s+(?:\d|sammanfattning|inledning|sid)`)

func (d *pageDivider) divide(number int, text string) {
	d.number = number
	d.lines = append(d.lines, line{number: number, scar: true})
	if at := contentsOpening.FindStringIndex(text); at != nil {
		d.contents = strings.ToLower(text)
		return
	}
	date := ""
	if d.contents == "" && utf8.RuneCountInString(text) < coverText {
		text, date = withoutCoverDate(text)
		text = d.cover(text)
	}
	for _, part := range d.headingsApart(text) {
		if part.heading > 0 {
			d.listing, d.tasks = false, false
			d.put(part.text, part.heading)
			continue
		}
		for _, piece := range d.pieces(part.text) {
			d.put(piece, 0)
		}
	}
	d.put(date, 0)
}

func (d *pageDivider) put(text string, heading int) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	if heading > 0 {
		d.found = append(d.found, headingKey(text))
	}
	d.lines = append(d.lines, line{number: d.number, text: text, heading: heading}, line{number: d.number})
}

// part is a heading, or the text between two.
type part struct {
	text    string
	heading int
}

var headingPlace = regexp.MustCompile(`(?:^|\s)(?:(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+)?(\p{Lu})`)

// headingsApart divides a text at its headings: numbered ones that the table of contents lists or that reports share,
// and those without number that reports share, where a sentence has ended before them.
func (d *pageDivider) headingsApart(text string) []part {
	var parts []part
	start := 0
	for _, m := range headingPlace.FindAllStringSubmatchIndex(text, -1) {
		if m[4] < start {
			continue
		}
		begin := m[4]
		numbered := m[2] >= 0
		if numbered {
			begin = m[2]
		}
		before := strings.TrimSpace(text[start:begin])
		if !numbered && before != "" && !endsSentence(before) {
			continue
		}
		title := d.titleAt(text[m[4]:], numbered)
		if title == "" {
			continue
		}
		level := titleHeading + 1
		if numbered {
			level += strings.Count(text[m[2]:m[3]], ".")
		} else if !chapterWords.MatchString(headingKey(title)) {
			level = sectionLevel
		}
		parts = append(parts, part{text: text[start:begin]}, part{text[begin:m[4]] + title, level})
		start = m[4] + len(title)
	}
	return append(parts, part{text: text[start:]})
}

// longestTitle is of how many words a heading may be.
const longestTitle = 12

// titleAt gives the beginning of a text that is a heading, with another sentence or heading after it: the longest that the
// table of contents lists, else the shortest that reports share.
func (d *pageDivider) titleAt(text string, numbered bool) string {
	listed, known := "", ""
	words := strings.SplitN(text, " ", longestTitle+2)
	for n := 1; n <= min(longestTitle, len(words)); n++ {
		title := strings.Join(words[:n], " ")
		if n > 1 && endsSentence(words[n-2]) {
			break
		}
		if n < len(words) && startsWithLower(words[n]) && !(numbered && words[n] == "har") { // "har" where the firm's name was a picture
			continue
		}
		if numbered && d.contents != "" && containsTitle(d.contents, title) {
			listed = title
		}
		if known == "" && isKnownHeading(title) {
			known = title
		}
	}
	return strings.TrimRight(cmp.Or(listed, known), ":")
}

func containsTitle(contents, title string) bool {
	at := strings.Index(contents, strings.ToLower(title))
	if at < 0 {
		return false
	}
	end := at + len(title)
	return end >= len(contents) || strings.ContainsRune(" .…0123456789", rune(contents[end]))
}

var inlineMark = regexp.MustCompile(`\s[-–—•▪►]\s+`)

// pieces divides a text without headings: a list after its colon, questions, and recommendations that follow one another
// after they were announced.
func (d *pageDivider) pieces(text string) []string {
	var found []string
	marked := inlineMark.Split(" "+text, -1)
	for i, piece := range marked {
		if i > 0 && !d.listing {
			announced := len(found) > 0 && strings.HasSuffix(found[len(found)-1], ":")
			if d.listing = announced || areItems(marked[i:]); !d.listing {
				found = rejoined(found, piece)
				continue
			}
		}
		if i > 0 {
			found = append(found, d.lastOfList(strings.TrimSpace(piece))...)
			continue
		}
		found = append(found, d.sentences(strings.TrimSpace(piece))...)
	}
	return found
}

// areItems tells marks that no sentence ends between from dashes in a sentence, of which there are two at most.
func areItems(marked []string) bool {
	return len(marked) > 2 && !sentenceEnd.MatchString(marked[0]) && !sentenceEnd.MatchString(marked[1])
}

// rejoined puts back a dash that divides no list.
func rejoined(found []string, piece string) []string {
	if len(found) == 0 {
		return []string{"– " + piece}
	}
	found[len(found)-1] += " – " + strings.TrimSpace(piece)
	return found
}

var afterItem = regexp.MustCompile(`\s((?:Vi|Det|Detta|Granskningen|Utifrån|Mot bakgrund|Följande|Nedan|Efter|I granskningen|Syftet|Vår|Bedömningen)\s)`)

// lastOfList ends an item where its sentence ends, or where words begin that begin a sentence.
func (d *pageDivider) lastOfList(item string) []string {
	end := len(item)
	if m := sentenceEnd.FindStringSubmatchIndex(item); m != nil {
		end = m[0] + 1
	}
	if at := strings.Index(item, "? "); at > 0 {
		end = min(end, at+1)
	}
	if m := afterItem.FindStringSubmatchIndex(item); m != nil {
		end = min(end, m[2])
	}
	pieces := []string{"- " + strings.TrimSpace(item[:end])}
	return append(pieces, d.sentences(strings.TrimSpace(item[end:]))...)
}

// signedDate is the day that a report was signed, which stands before the names.
var signedDate = regexp.MustCompile(`(?:^|[.!?]\s)\s*(\d{4}-\d{2}-\d{2})\s+\p{Lu}`)

// sentences keeps a paragraph together, but for questions and for recommendations after the sentence that announces them.
func (d *pageDivider) sentences(text string) []string {
	var found []string
	open := ""
	flush := func() {
		if open != "" {
			found = append(found, open)
		}
		open = ""
	}
	for _, sentence := range sentencesOf(text) {
		sentence = strings.TrimSpace(sentence)
		if at := signedDate.FindStringSubmatchIndex(sentence); at != nil {
			found = append(found, d.sentences(sentence[:at[2]])...)
			d.tasks = false
			flush()
			found = append(found, sentence[at[2]:at[3]])
			sentence = strings.TrimSpace(sentence[at[3]:])
		}
		if grade, ok := leadingGrade(sentence); ok && strings.HasSuffix(sentence, "?") && startsWithUpper(strings.TrimSpace(sentence[grade.end:])) {
			flush()
			found = append(found, sentence[:grade.end])
			sentence = strings.TrimSpace(sentence[grade.end:])
		}
		if colon := strings.LastIndex(sentence, ": "); colon > 0 && (strings.HasSuffix(sentence, "?") || opensTask(sentence[colon+2:]) && strings.Contains(strings.ToLower(sentence[:colon]), "rekommend")) {
			open = strings.TrimSpace(open + " " + sentence[:colon+1])
			flush()
			d.tasks = !strings.HasSuffix(sentence, "?")
			sentence = sentence[colon+2:]
		}
		switch {
		case strings.HasSuffix(sentence, "?"):
			flush()
			found = append(found, sentence)
		case d.tasks && opensTask(sentence):
			flush()
			found = append(found, "- "+sentence)
		default:
			d.tasks = false
			open = strings.TrimSpace(open + " " + sentence)
		}
	}
	flush()
	return found
}
