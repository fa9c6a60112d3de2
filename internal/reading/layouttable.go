package reading

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// drawnTable is a table whose rows are ruled, with its cells' text.
type drawnTable struct {
	box
	rows [][]string
}

func (t drawnTable) holds(b box) bool {
	return b.middle() > t.top && b.middle() < t.bottom && b.centre() > t.left && b.centre() < t.right
}

func (t drawnTable) heldOf(words []pdfWord) []pdfWord {
	return slices.DeleteFunc(slices.Clone(words), func(w pdfWord) bool { return !t.holds(w.box) })
}

const (
	thinRule   = 3.0  // points; a thicker one is a filled box, which rules by its edges
	shortRule  = 8.0  // shorter ones are parts of letters and drawings
	sameRule   = 3.0  // rules this near one another are one
	tallestRow = 350. // a table's rules are not farther apart
)

// drawnTables finds a page's ruled tables from top to bottom: at least two columns between at least two rules.
func drawnTables(page pdfPage) []drawnTable {
	across, down := rulesOf(page)
	var tables []drawnTable
	for len(across) > 0 {
		group := tableRules(across, down)
		if t, ok := tableWithin(group, down, page.words); ok {
			tables = append(tables, t)
		} else {
			tables = append(tables, tablesAmong(group, down, page.words)...)
		}
		across = slices.DeleteFunc(across, func(r box) bool { return slices.Contains(group, r) })
	}
	slices.SortFunc(tables, func(a, b drawnTable) int { return cmp.Compare(a.top, b.top) })
	return apart(tables)
}

// apart leaves out a table that lies on one above it: a word stands in one of them.
func apart(tables []drawnTable) []drawnTable {
	var kept []drawnTable
	for _, t := range tables {
		if !slices.ContainsFunc(kept, func(above drawnTable) bool {
			return t.top < above.bottom && t.left < above.right && above.left < t.right
		}) {
			kept = append(kept, t)
		}
	}
	return kept
}

// rulesOf divides what is drawn into rules across the page and down it, each in one piece, from top to bottom and from
// left to right.
func rulesOf(page pdfPage) (across, down []box) {
	for _, r := range page.rules {
		switch {
		case r.height() > page.height*0.9 && r.width() > page.width*0.9:
			continue // the page's own background
		case r.height() <= thinRule && r.width() >= shortRule:
			across = append(across, box{r.left, r.middle(), r.right, r.middle()})
		case r.width() <= thinRule && r.height() >= shortRule:
			down = append(down, box{r.centre(), r.top, r.centre(), r.bottom})
		case r.width() >= shortRule && r.height() >= shortRule:
			across = append(across, box{r.left, r.top, r.right, r.top}, box{r.left, r.bottom, r.right, r.bottom})
			down = append(down, box{r.left, r.top, r.left, r.bottom}, box{r.right, r.top, r.right, r.bottom})
		}
	}
	across = inOnePiece(across, func(r box) (float64, float64, float64) { return r.top, r.left, r.right }, func(at, from, to float64) box { return box{from, at, to, at} })
	down = inOnePiece(down, func(r box) (float64, float64, float64) { return r.left, r.top, r.bottom }, func(at, from, to float64) box { return box{at, from, at, to} })
	return across, down
}

// inOnePiece joins rules that lie on one another or go on from one another.
func inOnePiece(rules []box, taken func(box) (at, from, to float64), made func(at, from, to float64) box) []box {
	slices.SortFunc(rules, func(a, b box) int {
		atA, fromA, _ := taken(a)
		atB, fromB, _ := taken(b)
		return cmp.Or(cmp.Compare(atA, atB), cmp.Compare(fromA, fromB))
	})
	var joined []box
	for _, r := range rules {
		at, from, to := taken(r)
		found := false
		for i := len(joined) - 1; i >= 0 && !found; i-- {
			knownAt, knownFrom, knownTo := taken(joined[i])
			if at-knownAt > sameRule {
				break
			}
			if from <= knownTo+2*sameRule && to >= knownFrom-2*sameRule {
				joined[i] = made(knownAt, min(from, knownFrom), max(to, knownTo))
				found = true
			}
		}
		if !found {
			joined = append(joined, r)
		}
	}
	return joined
}

// tableRules takes the first rule and those below it that are as long, without a gap that no table has.
func tableRules(across, down []box) []box {
	group := []box{across[0]}
	for _, r := range across[1:] {
		last := group[len(group)-1]
		shared := min(r.right, last.right) - max(r.left, last.left)
		if shared < 0.8*min(r.width(), last.width()) || r.width() < 0.5*last.width() || last.width() < 0.5*r.width() {
			continue
		}
		if r.top-last.top > tallestRow || r.top-last.top > tallestRow/3 && !ruledBetween(down, last, r) {
			break
		}
		group = append(group, r)
	}
	return group
}

func ruledBetween(down []box, above, below box) bool {
	return slices.ContainsFunc(down, func(d box) bool {
		return d.top <= above.top+sameRule && d.bottom >= below.top-sameRule && d.left >= above.left-sameRule && d.left <= above.right+sameRule
	})
}

// tableWithin reads what stands between some rules as a table, if it has columns.
func tableWithin(across, down []box, words []pdfWord) (drawnTable, bool) {
	if len(across) < 2 {
		return drawnTable{}, false
	}
	across = withOpenEnds(across, down)
	t := drawnTable{box: boxOf(across)}
	inside := t.heldOf(words)
	columns := t.ruledColumns(down)
	if len(columns) < 2 && len(across) > 2 {
		columns, down = t.clearColumns(inside), nil
	} else if across = withoutFrame(across, columns, down, inside); len(across) < 2 {
		return drawnTable{}, false
	}
	t.box = boxOf(across)
	inside = t.heldOf(inside) // a frame that is left out may reach farther than what it frames
	if len(columns) < 2 {
		return drawnTable{}, false
	}
	for i := 1; i < len(across); i++ {
		merged := mergedColumns(columns, down, across[i-1].top, across[i].top)
		if cells := cellsBetween(merged, across[i-1].top, across[i].top, inside); len(filled(cells)) > 0 {
			t.rows = append(t.rows, overColumns(cells, merged, columns))
		}
	}
	return t, t.hasColumns()
}

// hasColumns tells a table from a frame, where no row has more than one cell filled.
func (t drawnTable) hasColumns() bool {
	return slices.ContainsFunc(t.rows, func(cells []string) bool { return len(filled(cells)) > 1 })
}

// ruledColumns are the places between the rules that go down a third of the table or more, in one piece or several: cells
// that are merged leave them out.
func (t drawnTable) ruledColumns(down []box) [][2]float64 {
	edges := []float64{t.left, t.right}
	for _, d := range down {
		if d.left <= t.left+2*sameRule || d.left >= t.right-2*sameRule {
			continue
		}
		if ruledLength(down, d.left, t.top, t.bottom) >= t.height()/3 {
			edges = append(edges, d.left)
		}
	}
	return between(edges)
}

// ruledLength is how much of the way from top to bottom is ruled at a place.
func ruledLength(down []box, at, top, bottom float64) float64 {
	length := 0.0
	for _, d := range down {
		if math.Abs(d.left-at) <= sameRule {
			length += max(0, min(d.bottom, bottom)-max(d.top, top))
		}
	}
	return length
}

func between(edges []float64) [][2]float64 {
	slices.Sort(edges)
	var places [][2]float64
	for i := 1; i < len(edges); i++ {
		if edges[i]-edges[i-1] > 2*sameRule {
			places = append(places, [2]float64{edges[i-1], edges[i]})
		}
	}
	return places
}

// clearWidth is how wide a strip without words is between the columns of a table that rules only its rows.
const clearWidth = 7

// clearColumns divides where no word stands in the whole table.
func (t drawnTable) clearColumns(words []pdfWord) [][2]float64 {
	if len(words) == 0 {
		return nil
	}
	sorted := slices.Clone(words)
	slices.SortFunc(sorted, func(a, b pdfWord) int { return cmp.Compare(a.left, b.left) })
	edges := []float64{t.left, t.right}
	reach := sorted[0].right
	for _, w := range sorted[1:] {
		if w.left-reach > clearWidth {
			edges = append(edges, (w.left+reach)/2)
		}
		reach = max(reach, w.right)
	}
	return between(edges)
}

// cellsBetween gives the text of a row's cells, each with its lines joined.
func cellsBetween(columns [][2]float64, top, bottom float64, words []pdfWord) []string {
	cells := make([]string, len(columns))
	for i, c := range columns {
		var own []pdfWord
		for _, w := range words {
			if w.middle() > top && w.middle() <= bottom && w.centre() > c[0] && w.centre() <= c[1] {
				own = append(own, w)
			}
		}
		cells[i] = joinedLines(printedLines(own))
	}
	return cells
}

func joinedLines(lines []printedLine) string {
	text := ""
	for _, l := range lines {
		if text == "" {
			text = l.text()
		} else {
			text = joinBroken(text, l.text())
		}
	}
	return strings.Join(strings.Fields(text), " ")
}

// sameColumn is how far apart the beginnings of one column's cells may be.
const sameColumn = 12.0

// placedTable reads a table that nothing rules from the beginning of some lines: of which at least two, or a head and one,
// have cells that begin at the same places. It gives how many lines it takes, 0 for none.
func placedTable(lines []printedLine) (rows [][]string, count int) {
	if len(lines[0].strips) < 2 {
		return nil, 0
	}
	lines = dividedByHead(lines)
	columns := columnStarts(lines)
	if len(columns) < 2 {
		return nil, 0
	}
	pitch, multiple, end := 0.0, 0, 0
	for i, l := range lines {
		if !fitsColumns(l, columns) || i > 0 && l.bottom-lines[i-1].bottom > 4*l.height() {
			break
		}
		if i > 0 && l.bottom-lines[i-1].bottom < 1.6*l.height() && (pitch == 0 || l.bottom-lines[i-1].bottom < pitch) {
			pitch = l.bottom - lines[i-1].bottom
		}
		if len(l.strips) > 1 {
			multiple++
			end = i + 1
		} else if end == i && l.bottom-lines[i-1].bottom < 1.6*l.height() {
			end = i + 1
		}
	}
	if multiple < 2 {
		return nil, 0
	}
	return placedRows(lines[:end], columns, pitch), end
}

// mostRows is how many lines of a table stand on one page.
const mostRows = 60

// dividedByHead divides the lines below a table's head also where a word begins just where a column does: a cell may be so
// full that it all but touches the next.
func dividedByHead(lines []printedLine) []printedLine {
	isHead := func(s strip) bool { return questionHeader.MatchString(s.text()) || adviceHead.MatchString(s.text()) }
	if !slices.ContainsFunc(lines[0].strips, isHead) {
		return lines
	}
	divided := slices.Clone(lines[:min(len(lines), mostRows)])
	for i := range divided[1:] {
		divided[i+1] = dividedAt(divided[i+1], lines[0].strips[1:])
	}
	return divided
}

func dividedAt(l printedLine, columns []strip) printedLine {
	divided := printedLine{box: l.box}
	for _, s := range l.strips {
		from := 0
		for i, w := range s.words {
			if i > from && slices.ContainsFunc(columns, func(c strip) bool { return math.Abs(w.left-c.left) < sameStart }) {
				divided.strips = append(divided.strips, stripOf(s, from, i))
				from = i
			}
		}
		divided.strips = append(divided.strips, stripOf(s, from, len(s.words)))
	}
	return divided
}

// stripOf is some of a strip's words.
func stripOf(s strip, from, to int) strip {
	part := strip{box: s.words[from].box, words: s.words[from:to], bold: s.bold}
	for _, w := range part.words {
		part.box = part.box.joined(w.box)
	}
	return part
}

// sameStart is how near, in points, a word stands to where its column begins.
const sameStart = 1.0

// columnStarts are the places where cells begin on the first line and again on a later one.
func columnStarts(lines []printedLine) []float64 {
	var starts []float64
	for _, p := range lines[0].strips {
		starts = append(starts, p.left)
	}
	for _, l := range lines[1:min(len(lines), 12)] {
		if len(l.strips) == len(starts) && alignedWith(l, starts) {
			return starts
		}
	}
	return nil
}

func alignedWith(l printedLine, starts []float64) bool {
	for i, p := range l.strips {
		if p.left-starts[i] > sameColumn || starts[i]-p.left > sameColumn {
			return false
		}
	}
	return true
}

// fitsColumns tells a line whose strips all begin where columns do, and end before the next.
func fitsColumns(l printedLine, starts []float64) bool {
	for _, p := range l.strips {
		i := columnAt(p, starts)
		if i < 0 || p.left-starts[i] > 3*sameColumn || i+1 < len(starts) && p.right > starts[i+1] {
			return false
		}
	}
	return true
}

func columnAt(p strip, starts []float64) int {
	found := -1
	for i, start := range starts {
		if p.left >= start-sameColumn {
			found = i
		}
	}
	return found
}

// placedRows begins a row where the distance is wider than from line to line; where it nowhere is, with each line that
// fills its first cell and another.
func placedRows(lines []printedLine, starts []float64, pitch float64) [][]string {
	spaced := false
	for i := 1; i < len(lines); i++ {
		spaced = spaced || pitch > 0 && lines[i].bottom-lines[i-1].bottom > pitch*paragraphGap
	}
	var rows [][]string
	for i, l := range lines {
		begins := len(l.strips) > 1 && columnAt(l.strips[0], starts) == 0
		if spaced {
			begins = lines[i].bottom-lines[max(0, i-1)].bottom > pitch*paragraphGap
		}
		if i == 0 || begins || pitch == 0 {
			rows = append(rows, make([]string, len(starts)))
		}
		last := rows[len(rows)-1]
		for _, p := range l.strips {
			if at := columnAt(p, starts); last[at] == "" {
				last[at] = p.text()
			} else {
				last[at] = joinBroken(last[at], p.text())
			}
		}
	}
	return rows
}
