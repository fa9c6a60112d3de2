package reading

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A conversion that keeps the page's look gives text set in columns as it stands: each line of a column on one line with
// what happens to stand beside it. withColumnsApart gives the left column's lines before the right one's, each with the
// number of its line, and a note in the margin after what it stands beside. What may be a table stays as it is.
func withColumnsApart(lines []line) []line {
	pages := pagesOf(lines)
	running := edgesRepeated(pages)
	var apart []line
	for _, page := range pages {
		if !isLaidOut(page) {
			apart = append(apart, page...)
			continue
		}
		first := len(apart)
		s := newSheet(page)
		s.fixEdges(running)
		apart = append(apart, s.apart(0, len(page))...)
		if strings.HasPrefix(page[0].text, "\f") {
			apart[first].text = "\f" + apart[first].text
		}
	}
	return apart
}

// pagesOf divides lines where a page ends.
func pagesOf(lines []line) [][]line {
	var pages [][]line
	for i, l := range lines {
		if i == 0 || strings.HasPrefix(l.text, "\f") {
			pages = append(pages, nil)
		}
		pages[len(pages)-1] = append(pages[len(pages)-1], l)
	}
	return pages
}

const (
	longestSheet = 300 // more lines than a page has
	widestSheet  = 500 // more than the letters of a line on it may take
)

// isLaidOut tells a page as it was set from a text without pages, and from whole paragraphs.
func isLaidOut(page []line) bool {
	return len(page) <= longestSheet && !slices.ContainsFunc(page, func(l line) bool { return len(l.text) > widestSheet })
}

// edgeLines is how many written lines at a page's top or foot may be its header or footer.
const edgeLines = 3

// edgesOf are a page's first and last written lines, by their index.
func edgesOf(page []line) []int {
	var written []int
	for i, l := range page {
		if strings.TrimSpace(l.text) != "" {
			written = append(written, i)
		}
	}
	if len(written) <= 2*edgeLines {
		return written
	}
	return slices.Concat(written[:edgeLines], written[len(written)-edgeLines:])
}

// edgesRepeated are the headers and footers that several pages have, as runningKey gives them.
func edgesRepeated(pages [][]line) map[string]bool {
	repeated, seen := map[string]bool{}, map[string]int{}
	for i, page := range pages {
		for _, at := range edgesOf(page) {
			key := runningKey(page[at].text)
			repeated[key] = repeated[key] || seen[key] > 0 && seen[key] != i+1
			seen[key] = i + 1
		}
	}
	return repeated
}

// sheet is the lines of a page, or of a column of it.
type sheet struct {
	lines  []line
	runes  [][]rune
	across []bool // stands across all columns, however short it is
}

func newSheet(lines []line) *sheet {
	s := &sheet{lines: slices.Clone(lines), across: make([]bool, len(lines))}
	for i := range s.lines {
		l := &s.lines[i]
		l.text = strings.TrimRight(strings.TrimPrefix(l.text, "\f"), " ")
		s.runes = append(s.runes, []rune(l.text))
		s.across[i] = l.heading > 0 || strings.ContainsAny(l.text, "\t|") || leaders.MatchString(l.text)
	}
	for i := 0; i < len(lines); i++ {
		length := tableLength(s.lines[i:])
		for k := range length {
			s.across[i+k] = true
		}
		i += max(0, length-1)
	}
	return s
}

// fixEdges holds a page's header and footer apart from its columns.
func (s *sheet) fixEdges(running map[string]bool) {
	for _, i := range edgesOf(s.lines) {
		text := s.lines[i].text
		s.across[i] = s.across[i] || running[runningKey(text)] || pageNumber.MatchString(text) || pageOfAll.MatchString(text) || imprint.MatchString(text)
	}
}

// apart gives some of a sheet's lines with its columns one after another.
func (s *sheet) apart(from, to int) []line {
	var apart []line
	for _, st := range s.stretches(from, to) {
		apart = append(apart, s.apart(from, st.from)...)
		apart = append(apart, st.set()...)
		from = st.to
	}
	return append(apart, s.lines[from:to]...)
}

// stretches finds the columns that most lines stand in, where they surely are columns.
func (s *sheet) stretches(from, to int) []stretch {
	var best []stretch
	most := 0
	for _, gutter := range s.gutters(from, to) {
		found, written := s.stretchesAt(gutter, from, to)
		if written > most {
			best, most = found, written
		}
	}
	return best
}

const mostGutters = 24

// gutters are the places before which lines have a gap, those of most lines first.
func (s *sheet) gutters(from, to int) []int {
	counts := map[int]int{}
	for _, l := range s.lines[from:to] {
		for i, p := range piecesOf(l.text) {
			if i > 0 || p.at > 0 {
				counts[p.at]++
			}
		}
	}
	places := slices.SortedFunc(maps.Keys(counts), func(a, b int) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	return places[:min(len(places), mostGutters)]
}

// stretchesAt gives the stretches that a gutter surely divides and how many lines they have. Where it does, those too short to tell
// are divided there as well.
func (s *sheet) stretchesAt(gutter, from, to int) ([]stretch, int) {
	var certain, all []stretch
	written := 0
	for _, st := range s.runs(gutter, from, to) {
		switch {
		case st.areColumns(), st.hasNotes():
			certain, all = append(certain, st), append(all, st)
			written += len(st.left) + len(st.right)
		case st.fitsColumns():
			all = append(all, st)
		}
	}
	if len(certain) == 0 || certain[0].notes {
		return certain, written
	}
	return all, written
}

// sides tells which sides of a gutter a line has text on; crosses, that its text goes across.
func (s *sheet) sides(i, gutter int) (left, right, crosses bool) {
	text := s.runes[i]
	left = strings.TrimSpace(string(text[:min(gutter, len(text))])) != ""
	right = len(text) > gutter
	crosses = left && right && (text[gutter-1] != ' ' || gutter < 2 || text[gutter-2] != ' ') || left && len(text) >= gutter && !right
	return left, right, crosses
}

// isDivided tells a line with text on both sides, and the gutter between.
func (s *sheet) isDivided(i, gutter int) bool {
	if i < 0 || i >= len(s.lines) || s.across[i] {
		return false
	}
	left, right, crosses := s.sides(i, gutter)
	return left && right && !crosses
}

// isAcross tells a line that stands across the columns. A single space is gap enough between lines that are divided.
func (s *sheet) isAcross(i, gutter int) bool {
	if s.across[i] {
		return true
	}
	_, right, crosses := s.sides(i, gutter)
	tight := right && gutter > 0 && s.runes[i][gutter-1] == ' ' && s.runes[i][gutter] != ' ' && s.isDivided(i-1, gutter) && s.isDivided(i+1, gutter)
	return crosses && !tight
}

// runs are the lines between those that stand across: full lines, with the end of their paragraph, and headings.
func (s *sheet) runs(gutter, from, to int) []stretch {
	var runs []stretch
	start := from
	end := func(i int) {
		if st, ok := s.stretchOf(gutter, start, i); ok {
			runs = append(runs, st)
		}
	}
	for i := from; i < to; i++ {
		if s.isAcross(i, gutter) {
			end(s.aboveHeading(gutter, start, i))
			for i++; i < to && s.onlyLeft(i, gutter); i++ {
			}
			start, i = i, i-1
		} else if n := s.headingsAcross(gutter, start, i, to); n > 0 {
			end(i)
			start, i = i+n, i+n-1
		}
	}
	end(to)
	return runs
}

func (s *sheet) isBlank(i int) bool { return len(s.runes[i]) == 0 }

func (s *sheet) onlyLeft(i, gutter int) bool {
	left, right, _ := s.sides(i, gutter)
	return left && !right && !s.across[i]
}

// aboveHeading gives where a run ends that a line across follows: above the headings of what that line begins.
func (s *sheet) aboveHeading(gutter, from, to int) int {
	for i := to - 1; i > from; i-- {
		if s.isBlank(i) {
			continue
		}
		if !s.onlyLeft(i, gutter) || !s.isTitle(i) {
			break
		}
		if s.isBlank(i - 1) {
			to = i
		}
	}
	return to
}

func (s *sheet) isTitle(i int) bool {
	text := strings.TrimSpace(s.lines[i].text)
	return isKnownHeading(text) || looksLikeHeading(text) || isChapterLine(text)
}

// nearEnd is how far below one column's end the other's may stand, where the columns are made equally long.
const nearEnd = 2

// headingsAcross tells how many lines from one on are headings that stand across the columns, with nothing beside them:
// those after which both columns go on, or above which both end.
func (s *sheet) headingsAcross(gutter, from, at, to int) int {
	if at == from || !s.isBlank(at-1) {
		return 0
	}
	n := 0
	for i := at; i < to && (s.isBlank(i) || s.onlyLeft(i, gutter) && s.isTitle(i)); i++ {
		if !s.isBlank(i) {
			n = i + 1 - at
		}
	}
	if n == 0 || !s.rightFollows(gutter, at+n, to) && !s.endsLevel(gutter, from, at) {
		return 0
	}
	return n
}

// rightFollows tells whether the right column goes on below, before a line across; with a heading beside the one above, that one
// is the left column's own.
func (s *sheet) rightFollows(gutter, from, to int) bool {
	for i := from; i < to && !s.isAcross(i, gutter); i++ {
		if _, right, _ := s.sides(i, gutter); right {
			return i > from || !looksLikeHeading(strings.TrimSpace(string(s.runes[i][gutter:])))
		}
	}
	return false
}

// endsLevel tells whether both columns end at the same height.
func (s *sheet) endsLevel(gutter, from, to int) bool {
	lastLeft, lastRight := -nearEnd-1, to+nearEnd+1
	for i := from; i < to; i++ {
		left, right, _ := s.sides(i, gutter)
		if left {
			lastLeft = i
		}
		if right {
			lastRight = i
		}
	}
	return lastRight-lastLeft <= nearEnd && lastLeft-lastRight <= nearEnd
}

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
	if left, right := st.cut(); left > 0 {
		above, below := stretch{left: st.left[:left], right: st.right[:right]}, stretch{left: st.left[left:], right: st.right[right:]}
		return append(above.set(), below.set()...)
	}
	return append(st.left.set(), asNextColumn(st.left, st.right.set())...)
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
	return st.isNumberedOn() || (flow || list) && !st.areRows()
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

// sideLine is a line of a column and its place on the sheet.
type sideLine struct {
	at int
	line
}

func (l sideLine) isBlank() bool { return l.text == "" }

// side is one side of a stretch.
type side []sideLine

func (c side) isWritten() bool {
	return slices.ContainsFunc(c, func(l sideLine) bool { return !l.isBlank() })
}

// withoutSteps takes away the lines that are blank only since the other side's stand a little higher or lower.
func (c side) withoutSteps(other side) side {
	var kept side
	for i, l := range c {
		isStep := i > 0 && i+1 < len(c) && i < len(other) && l.isBlank() && !other[i].isBlank() && !c[i-1].isBlank() && !c[i+1].isBlank() &&
			(other[i-1].isBlank() || other[i+1].isBlank()) && !endsSentence(c[i-1].text)
		if !isStep {
			kept = append(kept, l)
		}
	}
	return kept
}

// trimmed leaves out the blank lines at both ends.
func (c side) trimmed() side {
	for len(c) > 0 && c[0].isBlank() {
		c = c[1:]
	}
	for len(c) > 0 && c[len(c)-1].isBlank() {
		c = c[:len(c)-1]
	}
	return c
}

func (c side) width() int {
	widest, margin := 0, longestSheet
	for _, l := range c {
		if !l.isBlank() {
			length := utf8.RuneCountInString(l.text)
			widest, margin = max(widest, length), min(margin, length-utf8.RuneCountInString(strings.TrimLeft(l.text, " ")))
		}
	}
	return widest - margin
}

// flows tells running text: lines close to one another, many of which a sentence goes on from.
func (c side) flows() bool {
	c = c.trimmed()
	written, on := 0, 0
	for i, l := range c {
		if !l.isBlank() {
			written++
		}
		if i > 0 && goesOn(c[i-1], l) {
			on++
		}
	}
	return on >= leastFlow && on*4 >= written && written*10 >= len(c)*6
}

func goesOn(l, next sideLine) bool {
	return !l.isBlank() && !endsSentence(l.text) && startsWithLower(strings.TrimSpace(next.text))
}

// beginnings are where paragraphs begin, but for the first, and how many blank lines are above each.
func (c side) beginnings() map[int]int {
	found := map[int]int{}
	above, blank := "", 0
	for _, l := range c.trimmed() {
		if l.isBlank() {
			blank++
			continue
		}
		ends := blank > 0 || endsSentence(above) && startsWithUpper(strings.TrimSpace(l.text))
		if above != "" && ends && !opensList(above) && !bulletLine.MatchString(l.text) {
			found[l.at] = blank
		}
		above, blank = l.text, 0
	}
	return found
}

// isList tells items with bullets, several or after a line that announces them.
func (c side) isList() bool {
	bullets, announced := 0, 0
	for _, l := range c {
		if bulletLine.MatchString(l.text) {
			bullets++
		} else if opensList(l.text) {
			announced++
		}
	}
	return bullets > 0 && bullets+announced > 1
}

// numbers are those of its items.
func (c side) numbers() []int {
	var found []int
	for _, l := range c {
		if m := numberedLine.FindStringSubmatch(l.text); m != nil && m[2] != "" {
			number, _ := strconv.Atoi(m[2])
			found = append(found, number)
		}
	}
	return found
}

// paragraphs divides a column at its blank lines.
func (c side) paragraphs() []side {
	var found []side
	for i, l := range c {
		if l.isBlank() {
			continue
		}
		if i == 0 || c[i-1].isBlank() {
			found = append(found, nil)
		}
		found[len(found)-1] = append(found[len(found)-1], l)
	}
	return found
}

// isLeftBy tells a line that stands apart from those above it.
func (c side) isLeftBy(l sideLine) bool {
	return len(c) > 0 && !l.isBlank() && l.at > c[len(c)-1].at+1
}

// breaksOff tells a last line that leaves a sentence open at the end of a full line.
func (c side) breaksOff() bool {
	paragraphs := c.paragraphs()
	if len(paragraphs) == 0 {
		return false
	}
	last := paragraphs[len(paragraphs)-1]
	inList := slices.ContainsFunc(last, func(l sideLine) bool { return isItemText(l.text) })
	return !inList && len(last) > 1 && last.isOpen(c.width())
}

// isOpen tells a full last line that ends no sentence.
func (c side) isOpen(width int) bool {
	if len(c) == 0 {
		return false
	}
	last := c[len(c)-1].text
	return !endsSentence(last) && utf8.RuneCountInString(last)*100 >= width*70
}

func (c side) standsAt(at int) bool {
	return slices.ContainsFunc(c, func(l sideLine) bool { return l.at == at && !l.isBlank() })
}

// areNotes tells whole sentences, each over several lines.
func (c side) areNotes() bool {
	return !slices.ContainsFunc(c.paragraphs(), func(p side) bool {
		on := slices.ContainsFunc(p[1:], func(l sideLine) bool { return startsWithLower(strings.TrimSpace(l.text)) })
		return !on || !startsWithUpper(strings.TrimSpace(p[0].text)) || lastRune(p[len(p)-1].text) != '.'
	})
}

// set gives a column's own lines, in which there may be columns again.
func (c side) set() []line {
	var lines []line
	for _, l := range c.trimmed() {
		lines = append(lines, l.line)
	}
	lines = newSheet(lines).apart(0, len(lines))
	for i := range lines {
		lines[i].width = cmp.Or(lines[i].width, c.width())
	}
	return lines
}

// withNotes gives a column's lines with each note where the paragraph beside it has ended.
func (c side) withNotes(notes side) []line {
	var lines []line
	waiting := notes.paragraphs()
	put := func(before int) {
		for len(waiting) > 0 && waiting[0][0].at < before {
			lines = append(append(lines, line{number: waiting[0][0].number}), waiting[0].set()...)
			waiting = waiting[1:]
		}
	}
	for i, l := range c {
		switch {
		case !l.isBlank() || i == 0:
		case endsSentence(c[i-1].text):
			put(l.at)
		case c[:i].trimmed().isOpen(c.width()) && notes.standsAt(l.at):
			continue // blank only since the note's lines stand closer
		}
		lines = append(lines, l.line)
	}
	put(longestSheet)
	return lines
}
