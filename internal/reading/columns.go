package reading

import (
	"cmp"
	"maps"
	"slices"
	"strings"
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
