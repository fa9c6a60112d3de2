package reading

import (
	"slices"
	"strings"
)

// stretch is lines that a gutter divides.
type stretch struct {
	from, to    int
	left, right side
	notes       bool // the narrow column is one of notes
}

func (s *sheet) stretchOf(gutter, from, to int) (stretch, bool) {
	for from < to && s.isBlank(from) {
		from++
	}
	for to > from && s.isBlank(to-1) {
		to--
	}
	st := stretch{from: from, to: to}
	margin := longestSheet
	for i := from; i < to; i++ {
		if left, _, _ := s.sides(i, gutter); left {
			margin = min(margin, len(s.runes[i])-len([]rune(strings.TrimLeft(s.lines[i].text, " "))))
		}
	}
	for i := from; i < to; i++ {
		left, right := s.runes[i], []rune(nil)
		if len(left) > gutter {
			left, right = left[:gutter], left[gutter:]
		}
		st.left = append(st.left, s.sideLine(i, string(left)))
		st.right = append(st.right, s.sideLine(i, afterMargin(string(right), margin)))
	}
	if margin == longestSheet || !st.right.isWritten() {
		return stretch{}, false
	}
	st.left, st.right = st.left.withoutSteps(st.right), st.right.withoutSteps(st.left)
	return st, true
}

func afterMargin(text string, margin int) string {
	if text == "" {
		return ""
	}
	return strings.Repeat(" ", margin) + text
}

func (s *sheet) sideLine(i int, text string) sideLine {
	l := s.lines[i]
	l.text = strings.TrimRight(text, " ")
	return sideLine{i, l}
}

// set gives the columns' lines one after the other, or the text with each note after the paragraphs that it stands beside.
func (st stretch) set() []line {
	if st.notes {
		body, notes := st.byWidth()
		return body.withNotes(notes)
	}
	if st.areRows() {
		return st.setRows()
	}
	if left, right := st.cut(); left > 0 {
		above, below := stretch{left: st.left[:left], right: st.right[:right]}, stretch{left: st.left[left:], right: st.right[right:]}
		return append(above.set(), below.set()...)
	}
	return append(st.left.set(), asNextColumn(st.left, st.right.set())...)
}

// setRows gives what begins beside one another one after the other, as it stands: that is right for cells of running text, and
// for columns whose paragraphs happen to begin so.
func (st stretch) setRows() []line {
	var lines []line
	left, right := st.left, st.right
	for _, at := range append(st.rowBeginnings(), longestSheet) {
		for _, cell := range []side{left.above(at), right.above(at)} {
			if cell.isWritten() {
				lines = append(lines, append(cell.set(), line{number: cell[len(cell)-1].number})...)
			}
		}
		left, right = left[len(left.above(at)):], right[len(right.above(at)):]
	}
	return lines
}

// rowBeginnings are where both sides begin something, in order: below blank lines, if there are such.
func (st stretch) rowBeginnings() []int {
	left, right := st.left.beginnings(), st.right.beginnings()
	var below, all []int
	for at, room := range left {
		if other, found := right[at]; found {
			all = append(all, at)
			if room > 0 && other > 0 {
				below = append(below, at)
			}
		}
	}
	if len(below) > 0 {
		all = below
	}
	slices.Sort(all)
	return all
}

func (st stretch) byWidth() (wide, narrow side) {
	if st.left.width() < st.right.width() {
		return st.right, st.left
	}
	return st.left, st.right
}

// cut gives where each column ends whose sentence the right one's beginning ends: with other columns close below.
func (st stretch) cut() (left, right int) {
	if !startsWithLower(strings.TrimSpace(st.right.trimmed()[0].text)) {
		return 0, 0
	}
	for i, l := range st.left {
		above := st.left[:i].trimmed()
		if !above.isLeftBy(l) || !above.breaksOff() || !startsWithUpper(strings.TrimSpace(l.text)) {
			continue
		}
		for k, r := range st.right {
			beside := st.right[:k].trimmed()
			if beside.isLeftBy(r) && endsSentence(beside[len(beside)-1].text) && max(r.at-l.at, l.at-r.at) <= nearEnd {
				return i, k
			}
		}
	}
	return 0, 0
}

// asNextColumn marks where a column begins: like a page's end, what the one before it ends with may go on there.
func asNextColumn(before side, lines []line) []line {
	last := before.trimmed()
	if len(last) > 0 && len(lines) > 0 && (endsSentence(last[len(last)-1].text) || !startsWithLower(strings.TrimSpace(lines[0].text))) {
		lines[0].scar = true
	}
	return lines
}

const (
	leastFlow  = 3 // lines that a sentence goes on from, for a column to be running text
	leastLevel = 5 // lines that columns stand beside one another for
)

// areColumns tells two columns that go on without regard to one another from a table's cells: of running text, or of a list.
func (st stretch) areColumns() bool {
	flow := st.left.flows() && st.right.flows() && st.level() >= leastLevel
	list := st.left.isList() && st.right.isList() && st.level() > 0
	return st.isNumberedOn() || flow || list && !st.areRows()
}

// isNumberedOn tells a list of which the right column's numbers follow upon the left one's.
func (st stretch) isNumberedOn() bool {
	left, right := st.left.numbers(), st.right.numbers()
	return len(left) > 1 && len(right) > 0 && slices.IsSorted(slices.Concat(left, right)) && left[len(left)-1]+1 == right[0]
}

// fitsColumns tells what may stand in columns that are sure elsewhere on the page.
func (st stretch) fitsColumns() bool {
	left, right := st.left.trimmed(), st.right.trimmed()
	isHead := left[0].at == right[0].at && isShortHead(left[0].text) && isShortHead(right[0].text)
	return st.level() > 0 && !isHead && !st.areRows()
}

func isShortHead(text string) bool {
	return len(strings.Fields(text)) < 4 && looksLikeHeading(strings.TrimSpace(text))
}

// level is for how many lines both columns stand beside one another.
func (st stretch) level() int {
	left, right := st.left.trimmed(), st.right.trimmed()
	return min(left[len(left)-1].at, right[len(right)-1].at) - max(left[0].at, right[0].at) + 1
}

// areRows tells cells: they begin beside one another, and the shorter one leaves room below.
func (st stretch) areRows() bool {
	left, right := st.left.beginnings(), st.right.beginnings()
	beside, isUneven := 0, false
	for at, room := range left {
		if other, found := right[at]; found {
			beside++
			isUneven = isUneven || other != room
		}
	}
	return isUneven && beside*2 > min(len(left), len(right))
}

// hasNotes tells a narrow column of notes beside running text.
func (st *stretch) hasNotes() bool {
	body, notes := st.byWidth()
	st.notes = notes.width()*100 <= body.width()*45 && body.flows() && notes.areNotes()
	return st.notes
}
