package reading

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// smallLetter is how much lower than its neighbours a letter must be to be a raised number, or a line to be a note.
const smallLetter = 0.85

// strip is words of one page that stand on one line, with no gap as wide as between columns.
type strip struct {
	box
	words []pdfWord
	bold  bool
}

func (s strip) text() string {
	var texts []string
	for _, w := range joinedWords(s.words) {
		texts = append(texts, w.text)
	}
	return strings.Join(texts, " ")
}

// size is the height of a strip's letters: what most of them have.
func (s strip) size() float64 {
	return s.words[len(s.words)/2].size
}

// printedLine is the strips that stand beside one another, from left to right.
type printedLine struct {
	box
	strips []strip
}

func (l printedLine) text() string {
	var texts []string
	for _, s := range l.strips {
		texts = append(texts, s.text())
	}
	return strings.Join(texts, "  ")
}

// linesOfPages puts what stands on pages into reading order and gives it as the lines a text file would have: paragraphs
// whole with blank lines between, headings with their level, a table's cells between tabs. Running headers and footers,
// page numbers and notes at the foot are left out.
func linesOfPages(pages []pdfPage) []line {
	printed := make([][]printedLine, len(pages))
	for i, page := range pages {
		printed[i] = printedLines(withDrawnBullets(page))
	}
	withoutMargins(pages, printed)
	s := &pageSetter{body: bodySize(printed)}
	s.findHeadings(printed)
	s.edge = rightEdge(slices.Concat(printed...))
	for i, page := range pages {
		s.page = i + 1
		s.setPage(page, withoutNotes(printed[i], s.body, page.rules))
	}
	return s.lines
}

// printedLines puts words on their lines, whatever order the file has them in.
func printedLines(words []pdfWord) []printedLine {
	sorted := slices.Clone(words)
	slices.SortStableFunc(sorted, func(a, b pdfWord) int { return cmp.Compare(a.middle(), b.middle()) })
	var rows [][]pdfWord
	var open box
	for _, w := range sorted {
		if len(rows) > 0 && open.sameLine(w.box) && math.Abs(open.middle()-w.middle()) < max(open.height(), w.height())/2 {
			rows[len(rows)-1] = append(rows[len(rows)-1], w)
			continue
		}
		rows, open = append(rows, []pdfWord{w}), w.box
	}
	lines := make([]printedLine, 0, len(rows))
	for _, row := range rows {
		lines = append(lines, printedLineOf(row))
	}
	return lines
}

// columnGap is how wide, in letter heights, a gap between words must be to divide columns.
const columnGap = 1.1

func printedLineOf(words []pdfWord) printedLine {
	slices.SortStableFunc(words, func(a, b pdfWord) int { return cmp.Compare(a.left, b.left) })
	l := printedLine{box: words[0].box}
	for _, w := range words {
		l.box = l.box.joined(w.box)
		last := len(l.strips) - 1
		if last >= 0 && (w.left-l.strips[last].right < columnGap*w.height() || isMark(l.strips[last])) {
			l.strips[last].box = l.strips[last].box.joined(w.box)
			l.strips[last].words = append(l.strips[last].words, w)
			continue
		}
		l.strips = append(l.strips, strip{box: w.box, words: []pdfWord{w}})
	}
	for i := range l.strips {
		l.strips[i].bold = mostlyBold(l.strips[i].words)
	}
	return l
}

// isMark tells a bullet or number, which stands apart from its own text.
func isMark(s strip) bool {
	text := s.text()
	return loneBullet.MatchString(text) || loneNumber.MatchString(text) || len(s.words) == 1 && loneChapter.MatchString(text)
}

var loneChapter = compiled(`^(?:\d{1,2}(?:\.\d{1,2})*|[a-h]\)|R\d{1,2}[.:]?)$`)

// tightGap is how near, in letter heights, two words stand that are the pieces of one.
const tightGap = 0.05

// joinedWords puts words together that a conversion has torn apart: no gap is between them.
func joinedWords(words []pdfWord) []pdfWord {
	joined := slices.Clone(words[:1])
	for _, w := range words[1:] {
		last := &joined[len(joined)-1]
		if w.left-last.right < tightGap*w.height() && w.left > last.left && w.sameLine(last.box) {
			last.text += w.text
			last.box = last.joined(w.box)
			continue
		}
		joined = append(joined, w)
	}
	return joined
}

func mostlyBold(words []pdfWord) bool {
	bold, all := 0, 0
	for _, w := range words {
		n := utf8.RuneCountInString(w.text)
		if all += n; w.bold {
			bold += n
		}
	}
	return bold*10 >= all*9
}

// bodySize is the letter height that most of the text has.
func bodySize(printed [][]printedLine) float64 {
	letters := map[float64]int{}
	for _, lines := range printed {
		for _, l := range lines {
			for _, s := range l.strips {
				letters[roundSize(s.size())] += utf8.RuneCountInString(s.text())
			}
		}
	}
	most := 0.0
	for size, n := range letters {
		if n > letters[most] || n == letters[most] && size < most {
			most = size
		}
	}
	return most
}

func roundSize(size float64) float64 { return math.Round(size*2) / 2 }

// margin is the part of a page's height at its top and at its foot in which running headers and footers stand.
const margin = 0.13

// minRunning is on how many pages a line must stand at the same place to be a running one; in a short document, on most.
const minRunning = 3

// withoutMargins takes away the lines that repeat in the pages' margins, and page numbers.
func withoutMargins(pages []pdfPage, printed [][]printedLine) {
	seen := map[string]int{}
	for i, lines := range printed {
		for _, key := range distinctKeys(pages[i], lines) {
			seen[key]++
		}
	}
	needed := minRunning
	if len(pages) < 2*minRunning {
		needed = max(2, len(pages)-1)
	}
	for i, lines := range printed {
		if len(lines) == 0 {
			continue
		}
		first := lines[0]
		printed[i] = slices.DeleteFunc(lines, func(l printedLine) bool {
			if !inMargin(pages[i], l) {
				return false
			}
			text := l.text()
			return seen[marginKey(pages[i], l)] >= needed || seen[cornerKey(first, l)] >= needed || pageNumber.MatchString(text) || pageOfAll.MatchString(text) && len(text) < 20
		})
	}
}

func distinctKeys(page pdfPage, lines []printedLine) []string {
	var keys []string
	if len(lines) > 0 && inMargin(page, lines[0]) {
		if key := cornerKey(lines[0], lines[0]); key != "" {
			keys = append(keys, key)
		}
	}
	for _, l := range lines {
		if inMargin(page, l) {
			if key := marginKey(page, l); !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

func inMargin(page pdfPage, l printedLine) bool {
	return l.bottom < page.height*margin || l.top > page.height*(1-margin)
}

// marginKey is what a running line has in common from page to page: its words, and which of the margins it stands in.
func marginKey(page pdfPage, l printedLine) string {
	if l.middle() < page.height/2 {
		return "top " + runningKey(l.text())
	}
	return "foot " + runningKey(l.text())
}

// cornerKey is what a page's first line has in one corner, where the other tells the chapter: "STADSREVISIONEN  Inledning".
func cornerKey(first, l printedLine) string {
	if len(l.strips) != 2 || l.top != first.top || isGradeOnly(l.strips[1].text()) || isCommitteeName(l.strips[0].text()) {
		return ""
	}
	return "corner " + runningKey(l.strips[0].text())
}

// noteOpening is how a note at a page's foot begins: with its number.
var noteOpening = compiled(`^\s*\d{1,3}\s*\S`)

// withoutNotes takes away the notes at a page's foot: from the line in small letters that begins with a number, if all
// that follows is as small. A table's numbered rows in small letters have rules between and below them.
func withoutNotes(lines []printedLine, body float64, rules []box) []printedLine {
	first := len(lines)
	for i := len(lines) - 1; i > 0 && lines[i].strips[0].size() < body*0.93 && !ruledBelow(lines[i], rules); i-- {
		if noteOpening.MatchString(lines[i].text()) && len(lines[i].strips) <= 2 {
			first = i
		}
	}
	return lines[:first]
}

// ruledBelow tells a line that a rule across the page stands close below, as below a table's row.
func ruledBelow(l printedLine, rules []box) bool {
	return slices.ContainsFunc(rules, func(r box) bool {
		return r.width() > l.width()/2 && r.left < l.right && r.right > l.left && r.top > l.middle() && r.top < l.bottom+l.height()
	})
}
