package reading

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	emphasis      = regexp.MustCompile(`(^|[^\p{L}\d*])\*([^*\s](?:[^*]*[^*\s])?)\*`)
	markdownTitle = regexp.MustCompile(`^\s{0,3}(#{1,6}) +(\S.*)$`)
	boldMarks     = strings.NewReplacer("**", "", "__", "")
)

// lamp is the coloured mark that a table has before its grade.
var lamp = regexp.MustCompile(`[●■◉⬤🔴🟡🟢🟠]\x{FE0F}?\s*((?i:ja|nej|delvis|ej|inte|uppfyll\p{L}*|i allt väsentligt|i huvudsak|helt)(?:$|[^\p{L}]))`)

// tidy takes away markup that a converter left, line by line.
func tidy(lines []line) []line {
	tidied := make([]line, 0, len(lines))
	for _, l := range lines {
		if isPageFoot(l.text) {
			l.text = ""
		}
		text := withWholeWords(boldMarks.Replace(escapedSign.ReplaceAllString(lineBreak.ReplaceAllString(l.text, " "), "$1")))
		text = lamp.ReplaceAllString(emphasis.ReplaceAllString(text, "$1$2"), "$1")
		if m := markdownTitle.FindStringSubmatch(text); m != nil {
			l.heading, text = len(m[1]), m[2]
		}
		for _, part := range splitBullets(strings.TrimRight(text, " ")) {
			l.text = part
			tidied = append(tidied, l)
		}
	}
	return tidied
}

// escapedSign is a sign that would mean something in Markdown, as programs write it that make Markdown of pages: "1\\.".
var escapedSign = regexp.MustCompile(`\\([\\.*_#()\[\]>~+-])`)

// lineBreak is how programs that make Markdown of pages break a cell's line.
var lineBreak = regexp.MustCompile(`\s*<br ?/?>\s*`)

// isPageFoot tells the line at a page's foot that holds both the sender's address and the page's number.
func isPageFoot(text string) bool {
	return postalCode.MatchString(text) && pageOfAll.MatchString(text) && len(text) < 200
}

var postalCode = regexp.MustCompile(`(?:^|\s)\d{3} \d{2}\s+\p{Lu}\p{L}+`)

var innerBullet = regexp.MustCompile(`(\S)\s+([•▪●■➢➤►▶▸‣]\s*\S)`)

// splitBullets gives each item of a list its own line again where a conversion has run them together.
func splitBullets(text string) []string {
	if strings.ContainsAny(text, "\t|") || len(innerBullet.FindAllString(text, 2)) == 0 {
		return []string{text}
	}
	return splitItems(text)
}

func splitItems(text string) []string {
	return strings.Split(innerBullet.ReplaceAllString(text, "$1\n$2"), "\n")
}

var (
	pageNumber = regexp.MustCompile(`(?i)^\s*(?:(?:[-–]\s*)?(?:sid(?:a|an|nr)?\.?\s*)?\d{1,3}(?:\s*[-–])?|\(\d{1,3}\))\s*$`)
	pageOfAll  = regexp.MustCompile(`(?i)(?:^|\s)(?:sid(?:a|an)?\.?\s*)?\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|av\s+\d{1,3}|/\s*\d{1,3})\s*$`)
	digits     = regexp.MustCompile(`\d+`)
)

// imprint is what firms print at the foot of every page.
var imprint = regexp.MustCompile(`(?i)^\s*(?:©|\(c\)\s*\d{4})|document classification:`)

// coverHead is how many written lines the title stands within, from the top of the cover.
const coverHead = 15

// minRepeats is how often a short line must stand beside page breaks before it is taken for a running header or footer.
const minRepeats = 3

// withoutScars empties what the printed page added: page numbers, running headers and footers. It marks the lines where
// a page ended, since sentences go on across them.
func withoutScars(lines []line) []line {
	breaks := map[int]bool{} // by index
	for i, l := range lines {
		switch {
		case strings.Contains(l.text, "\f"):
			breaks[i] = true
			lines[i].text = strings.ReplaceAll(l.text, "\f", "")
		case imprint.MatchString(l.text), pageNumber.MatchString(l.text), pageOfAll.MatchString(l.text) && len(l.text) < 120:
			breaks[i] = true
		}
	}
	for _, i := range countingFeet(lines) {
		breaks[i] = true
	}
	running := runningLines(lines, breaks)
	written := 0
	for i, l := range lines {
		if strings.TrimSpace(l.text) != "" {
			written++
		}
		isNumber := pageNumber.MatchString(l.text) || pageOfAll.MatchString(l.text) && (len(l.text) < 20 && !registryLabel.MatchString(strings.TrimSpace(l.text)) || running[runningKey(l.text)])
		// The running header's title stands for itself on a cover that has no other.
		isCover := written <= coverHead && !pageOfAll.MatchString(l.text) && !(written == 1 && isTitledBelow(lines[i+1:], breaks, i+1, running))
		if isNumber || imprint.MatchString(l.text) || running[runningKey(l.text)] && !isCover && l.heading == 0 && (written == 1 || nearBreak(lines, i, breaks)) {
			lines[i].text = ""
			lines[i].scar = true
		} else if breaks[i] {
			lines[i].scar = true
		}
	}
	return lines
}

var (
	countingFoot = regexp.MustCompile(`^\s*([^\d\s.:][^\d.:]*\s[^\d.:]*\S)\s+(\d{1,3})\s*$`)
	footOwner    = regexp.MustCompile(`(?i)\s(?:kommun|stad|kommunalförbund)$|^region\s|^granskning\s|rapport`)
)

// countingFeet finds the lines that name the municipality or the audit with a number that grows by one from each to the
// next: a page's foot, where nothing else tells pages apart.
func countingFeet(lines []line) []int {
	at, last := map[string][]int{}, map[string]int{}
	for i, l := range lines {
		m := countingFoot.FindStringSubmatch(l.text)
		if m == nil || !footOwner.MatchString(m[1]) || len(l.text) > 120 {
			continue
		}
		number, _ := strconv.Atoi(m[2])
		if known := at[m[1]]; len(known) > 0 && number != last[m[1]]+1 {
			at[m[1]] = nil
		}
		at[m[1]], last[m[1]] = append(at[m[1]], i), number
	}
	var feet []int
	for _, found := range at {
		if len(found) >= minRepeats {
			feet = append(feet, found...)
		}
	}
	return feet
}

// isTitledBelow tells a cover that bears the audit's title under the page's running header.
func isTitledBelow(below []line, breaks map[int]bool, from int, running map[string]bool) bool {
	for i, l := range below {
		if breaks[from+i] {
			return false
		}
		if opensAsTitle(strings.TrimSpace(l.text)) && !running[runningKey(l.text)] {
			return true
		}
	}
	return false
}

// runningKey is a line without what differs from page to page.
func runningKey(text string) string {
	return strings.Join(strings.Fields(digits.ReplaceAllString(text, "#")), " ")
}

func runningLines(lines []line, breaks map[int]bool) map[string]bool {
	total, beside := map[string]int{}, map[string]int{}
	for i, l := range lines {
		key := runningKey(l.text)
		if key == "" || len(key) > 120 || isItemText(l.text) {
			continue
		}
		total[key]++
		if nearBreak(lines, i, breaks) {
			beside[key]++
		}
	}
	running := map[string]bool{}
	for key, n := range beside {
		running[key] = n >= minRepeats && n*3 >= total[key]*2 && !isGradeOnly(key)
	}
	return running
}

// nearBreak tells whether a page break stands within three written lines.
func nearBreak(lines []line, index int, breaks map[int]bool) bool {
	if breaks[index] {
		return true
	}
	for _, step := range []int{-1, 1} {
		for i, seen := index+step, 0; i >= 0 && i < len(lines) && seen < 3; i += step {
			if breaks[i] {
				return true
			}
			if strings.TrimSpace(lines[i].text) != "" {
				seen++
			}
		}
	}
	return false
}

var (
	contentsTitle = regexp.MustCompile(`(?i)^\s*(?:innehåll|innehållsförteckning|innehållsförteck-?ning)\s*:?\s*\d*\s*$`)
	contentsEntry = regexp.MustCompile(`^\s*(\S.*?)(?:\s*\.{3,}\s*|\s*(?:…\s*)+|\s*(?:\. ){3,}\s*|\t\s*|\s{2,}|\s)(\d{1,3})\s*$`)
	leaders       = regexp.MustCompile(`(?:\.{4,}|…{2,}|(?:\. ){4,})\s*\d{1,3}\s*$`)
	entryNumber   = regexp.MustCompile(`^\s*(\d{1,2}(?:\.\d{1,2})*)\.?\s+`)
)

// withoutContents empties tables of contents, whose lines look like headings, and gives the titles they listed,
// in order.
func withoutContents(lines []line) ([]line, []string) {
	var listed []string
	inside, misses := false, 0
	for i, l := range lines {
		text := strings.TrimSpace(l.text)
		entry := contentsEntry.FindStringSubmatch(l.text)
		switch {
		case contentsTitle.MatchString(text):
			inside, misses = true, 0
			lines[i].text = ""
		case entry != nil && (inside || leaders.MatchString(text)):
			listed = append(listed, headingKey(entry[1]))
			lines[i].text, misses = "", 0
		case inside && text != "":
			if misses++; misses > 2 || len(text) > 90 {
				inside = false
			} else if wrapsToEntry(lines, i) || occursLater(lines, i) {
				listed = append(listed, headingKey(text))
				lines[i].text, misses = "", 0
			} else {
				inside = false
			}
		}
	}
	return lines, listed
}

// wrapsToEntry tells whether the next line ends an entry that this line began.
func wrapsToEntry(lines []line, index int) bool {
	return index+1 < len(lines) && contentsEntry.MatchString(lines[index+1].text) && !entryNumber.MatchString(lines[index+1].text)
}

// occursLater finds the heading that an entry without a page number stands for.
func occursLater(lines []line, index int) bool {
	key := headingKey(lines[index].text)
	for _, l := range lines[index+1:] {
		if len(l.text) < 100 && headingKey(l.text) == key {
			return true
		}
	}
	return false
}

// headingKey is a heading without number, case and spacing.
func headingKey(text string) string {
	text = entryNumber.ReplaceAllString(text, "")
	return strings.ToLower(strings.Trim(strings.Join(strings.Fields(text), " "), " .:"))
}
