package reading

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

func compiled(pattern string) *regexp.Regexp { return regexp.MustCompile(pattern) }

// pageSetter writes pages as lines of text.
type pageSetter struct {
	lines    []line
	page     int
	body     float64   // letter height of the body
	headings []float64 // letter heights of headings, the largest first
	covers   []float64 // letter heights on the first page
	edge     float64   // where the document's full lines end
	pageEdge float64   // where the page's do, 0 where it has columns
}

// findHeadings gathers the sizes above the body's, and those of the cover.
func (s *pageSetter) findHeadings(printed [][]printedLine) {
	for i, lines := range printed {
		for _, l := range lines {
			size := roundSize(l.strips[0].size())
			if i == 0 && isTitleLine(l.text()) && !bareKind.MatchString(l.text()) {
				s.covers = append(s.covers, size)
			}
			if i > 0 && size >= s.body*largerSize && !slices.Contains(s.headings, size) {
				s.headings = append(s.headings, size)
			}
		}
	}
	slices.SortFunc(s.headings, func(a, b float64) int { return cmp.Compare(b, a) })
}

// largerSize is how much larger than the body's a heading's letters are.
const largerSize = 1.12

// setPage writes a page's tables and columns in the order they are read.
func (s *pageSetter) setPage(page pdfPage, printed []printedLine) {
	s.newPage()
	if panel, ok := sidePanel(page); ok {
		rest, on, off := page.beside(panel, printed)
		s.setFlow(on)
		s.newPage()
		page, printed = rest, off
	}
	drawn := withoutTints(drawnTables(page), printed)
	var flow []printedLine
	for _, l := range printed {
		if rest := outsideTables(drawn, l.strips); len(rest) > 0 {
			flow = append(flow, lineOfStrips(rest))
		}
	}
	s.pageEdge = rightEdge(flow)
	if _, end, _ := columnsIn(flow); end > 0 {
		s.pageEdge = 0
	}
	for len(flow) > 0 || len(drawn) > 0 {
		upTo := len(flow)
		if len(drawn) > 0 {
			upTo = 0
			for upTo < len(flow) && flow[upTo].middle() < drawn[0].top {
				upTo++
			}
		}
		s.setFlow(flow[:upTo])
		flow = flow[upTo:]
		if len(drawn) > 0 {
			s.setRows(drawn[0].rows)
			drawn = drawn[1:]
		}
	}
}

// outsideTables gives what of some strips no table holds, word by word: a strip may reach into a table beside it.
func outsideTables(tables []drawnTable, strips []strip) []strip {
	var outside []strip
	for _, p := range strips {
		outside = append(outside, p.without(func(w pdfWord) bool { return inTable(tables, w.box) })...)
	}
	return outside
}

// without gives what is left of a strip, if anything is.
func (p strip) without(isGone func(pdfWord) bool) []strip {
	words := slices.DeleteFunc(slices.Clone(p.words), isGone)
	if len(words) == 0 {
		return nil
	}
	rest := strip{box: words[0].box, words: words, bold: p.bold}
	for _, w := range words {
		rest.box = rest.joined(w.box)
	}
	return []strip{rest}
}

func lineOfStrips(strips []strip) printedLine {
	l := printedLine{box: strips[0].box, strips: strips}
	for _, p := range strips {
		l.box = l.box.joined(p.box)
	}
	return l
}

func inTable(tables []drawnTable, b box) bool {
	return slices.ContainsFunc(tables, func(t drawnTable) bool { return t.holds(b) })
}

func (s *pageSetter) add(text string, heading int) {
	s.lines = append(s.lines, line{number: len(s.lines) + 1, text: text, heading: heading, page: s.page})
}

func (s *pageSetter) blank() {
	if last := len(s.lines) - 1; last >= 0 && s.lines[last].text != "" {
		s.add("", 0)
	}
}

// newPage marks where a page or column ends, across which a sentence may go on.
func (s *pageSetter) newPage() {
	if len(s.lines) > 0 {
		s.add("\f", 0)
	}
}

func (s *pageSetter) setRows(rows [][]string) {
	rows = s.withoutContinued(rows)
	s.blank()
	for _, cells := range rows {
		s.add(strings.Join(cells, "\t"), 0)
	}
	s.blank()
}

// setFlow writes lines without drawn tables between them: columns one after another, and what spans them in between.
func (s *pageSetter) setFlow(lines []printedLine) {
	if begin, end, panes := panesIn(lines); end > 0 {
		s.setFlow(lines[:begin])
		for _, pane := range panes {
			s.newPage()
			s.setText(pane)
		}
		s.newPage()
		s.setFlow(lines[end:])
		return
	}
	if begin, end, rows := centredTableIn(lines); end > 0 {
		s.setFlow(lines[:begin])
		s.setRows(rows)
		s.setFlow(lines[end:])
		return
	}
	from := 0
	for from < len(lines) {
		begin, end, gutter := columnsIn(lines[from:])
		if end == 0 {
			break
		}
		s.setText(lines[from : from+begin])
		left, right := divided(lines[from+begin:from+end], gutter)
		s.newPage()
		s.setFlow(left)
		s.newPage()
		s.setFlow(right)
		s.newPage()
		from += end
	}
	s.setText(lines[from:])
}

// setText writes one column: tables that are set by their places alone, and paragraphs.
func (s *pageSetter) setText(lines []printedLine) {
	p := &paragraphSetter{pageSetter: s, left: leftEdge(lines), right: max(rightEdge(lines), s.pageEdge), pitch: usualPitch(lines)}
	if s.page == 1 || !slices.ContainsFunc(lines, func(l printedLine) bool { return startsWithLower(l.text()) }) {
		p.right = max(p.right, s.edge) // a cover has no full lines of its own, nor has a list in which no line goes on
	}
	for i := 0; i < len(lines); i++ {
		if rows, count := placedTable(lines[i:]); count > 0 {
			p.flush()
			s.setRows(rows)
			i += count - 1
			continue
		}
		p.set(lines[i])
	}
	p.flush()
}

// rightEdge is where full lines end: nearly all end before it.
func rightEdge(lines []printedLine) float64 {
	if len(lines) == 0 {
		return 0
	}
	var edges []float64
	for _, l := range lines {
		edges = append(edges, l.right)
	}
	slices.Sort(edges)
	return edges[(len(edges)-1)*95/100]
}

// leftEdge is where the line that stands farthest out begins.
func leftEdge(lines []printedLine) float64 {
	edge := math.Inf(1)
	for _, l := range lines {
		edge = min(edge, l.left)
	}
	return edge
}

// usualPitch is the distance from line to line within paragraphs, 0 for no lines.
func usualPitch(lines []printedLine) float64 {
	var pitches []float64
	for i := 1; i < len(lines); i++ {
		if pitch := lines[i].bottom - lines[i-1].bottom; pitch > 0 && pitch < 2.2*lines[i].height() && roundSize(lines[i].height()) == roundSize(lines[i-1].height()) {
			pitches = append(pitches, pitch)
		}
	}
	if len(pitches) == 0 {
		return 0
	}
	slices.Sort(pitches)
	return pitches[len(pitches)/3]
}

// paragraphSetter puts a column's lines together to paragraphs.
type paragraphSetter struct {
	*pageSetter
	left, right, pitch float64
	open               []printedLine // of one paragraph
	text               string
}

func (p *paragraphSetter) set(l printedLine) {
	text := l.text()
	if len(p.open) > 0 && !p.continues(l, text) {
		p.flush()
	}
	if len(p.open) == 0 {
		p.text = text
	} else {
		p.text = joinBroken(p.text, text)
	}
	p.open = append(p.open, l)
}

func (p *paragraphSetter) flush() {
	if len(p.open) == 0 {
		return
	}
	p.blank()
	p.add(p.text, p.headingOf(p.open[0], p.text))
	p.blank()
	p.open, p.text = nil, ""
}

// paragraphGap is how much wider than usual the distance to a new paragraph is.
const paragraphGap = 1.22

// continues tells whether a line goes on with the open paragraph: as near as lines are, in the same letters, and begun
// only since it found no room on the line before.
func (p *paragraphSetter) continues(l printedLine, text string) bool {
	first, last := p.open[0], p.open[len(p.open)-1]
	pitch := l.bottom - last.bottom
	usual := p.pitch
	if usual == 0 || roundSize(l.strips[0].size()) != roundSize(p.body) {
		usual = 1.25 * l.strips[0].size()
	}
	switch {
	case pitch > usual*paragraphGap, pitch <= 0,
		roundSize(l.strips[0].size()) != roundSize(last.strips[0].size()),
		isItemText(text), isMark(l.strips[0]), isLabel(text), isDateOnly(text), isDateOnly(p.text), registryLabel.MatchString(text),
		len(l.strips) > 1 && len(last.strips) > 1,
		contentsTail.MatchString(last.text()), p.beginsItem(last, l, text), p.leavesList(first, l, text):
		return false
	case l.strips[0].bold != last.strips[0].bold && (first.strips[0].bold || l.strips[0].bold):
		return len(p.open) == 1 && !looksLikeHeading(p.text) && !looksLikeHeading(text) && !p.hadRoom(last, l)
	case roundSize(l.strips[0].size()) >= p.body*largerSize:
		return true
	}
	return !p.hadRoom(last, l) || brokenWord.MatchString(p.text)
}

// beginsItem tells the next item of an indented list whose bullets are drawn, and so no text.
func (p *paragraphSetter) beginsItem(last, l printedLine, text string) bool {
	indented := last.left-p.left > l.height() && math.Abs(l.left-last.left) < 1
	ended := endsSentence(p.text) && startsWithUpper(text) || strings.ContainsRune(",;", lastRune(p.text)) && startsWithLower(text)
	return indented && ended && startsWithTask(text)
}

// leavesList tells what comes after an item: a line that stands farther out, announces the next list or is a name.
func (p *paragraphSetter) leavesList(first, l printedLine, text string) bool {
	return isAnnouncement(text) || endsSentence(p.text) && (personLine.MatchString(text) || startsWithUpper(text) && first.left-l.left > l.height())
}

var contentsTail = compiled(`(?:\.{3,}|…|\s{2,})\s*\d{1,3}\s*$`)

// hadRoom tells whether a line's first word would have found room on the line before: its break was wanted.
func (p *paragraphSetter) hadRoom(last, l printedLine) bool {
	first := joinedWords(l.strips[0].words)[0]
	return last.right+first.width()+0.4*l.height() < p.right
}

// headingOf is a line's level, by its number, else by the size of its letters: 0 for text.
func (p *paragraphSetter) headingOf(l printedLine, text string) int {
	size := roundSize(l.strips[0].size())
	larger := size >= p.body*largerSize && utf8.RuneCountInString(text) < 150
	switch {
	case p.page == 1 && larger && size == p.largestOf():
		return titleHeading
	case larger && len(l.strips) == 1:
		if m := chapterNumber.FindStringSubmatch(text); m != nil {
			return titleHeading + 1 + strings.Count(strings.TrimSuffix(m[1], "."), ".")
		}
		return min(titleHeading+1+max(0, slices.Index(p.headings, size)), subheading)
	case l.strips[0].bold && len(l.strips) == 1 && isBoldHeading(text):
		return boldHeading(text)
	}
	return 0
}

func (p *paragraphSetter) largestOf() float64 {
	if len(p.covers) == 0 {
		return 0
	}
	return slices.Max(p.covers)
}

var chapterNumber = compiled(`^(\d{1,2}(?:\.\d{1,2})*)\.?\s+\p{Lu}`)

func isBoldHeading(text string) bool {
	return looksLikeHeading(text) && !startsWithTask(text) && !isGradeOnly(text) && !isLabel(text) && !isDateOnly(text)
}

// boldHeading is the level of a heading in the body's size: the lowest, unless its number or words say more.
func boldHeading(text string) int {
	if m := chapterNumber.FindStringSubmatch(text); m != nil {
		return titleHeading + 1 + strings.Count(strings.TrimSuffix(m[1], "."), ".")
	}
	switch {
	case chapterWords.MatchString(headingKey(text)):
		return titleHeading + 1
	case isKnownHeading(text):
		return sectionLevel
	}
	return subheading - 1
}
