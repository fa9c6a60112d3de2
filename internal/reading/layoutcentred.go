package reading

import (
	"cmp"
	"math"
	"slices"
)

// A table that nothing rules may have its cells centred, in their rows and under their heads: then no cell begins where
// another does, neither across the page nor down it. Its columns are told by the strips of the page that stay empty, and
// its rows by dividing the lines so that the middles of all cells meet. Where that can be done in more ways than one, it is
// not read so.

// narrowestStrip is the least, in letter heights, that is empty between columns.
const narrowestStrip = 0.25

// mostHeadLines is how many lines a table's head takes.
const mostHeadLines = 4

// centredTableIn finds the first table whose cells are centred: gives where it begins and ends, and its rows. Where cells
// begin at the same places and none stands between the lines of another, it is left to those places.
func centredTableIn(lines []printedLine) (begin, end int, rows [][]string) {
	for begin := range lines {
		rows, count := centredTable(lines[begin:])
		if count == 0 {
			continue
		}
		if _, placed := placedTable(lines[begin:]); placed == 0 || isSetCentred(lines[begin:begin+count]) {
			return begin, begin + count, rows
		}
	}
	return 0, 0, nil
}

// centredTable reads the table that some lines begin with, under a head that is known by its words. It gives how many
// lines it takes, 0 for none.
func centredTable(lines []printedLine) (rows [][]string, count int) {
	if !mayHeadTable(lines) {
		return nil, 0
	}
	for end := linesNear(lines); end > 2; end-- {
		t := centredUnder(lines[:end])
		if t.heads == nil {
			continue
		}
		if rows := t.rows(); rows != nil {
			return append([][]string{t.heads}, rows...), end
		}
	}
	return nil, 0
}

// mayHeadTable tells whether a word of a table's head stands in the first lines.
func mayHeadTable(lines []printedLine) bool {
	for _, l := range lines[:min(len(lines), mostHeadLines)] {
		first := l.strips[0].words[0].text
		if questionHeader.MatchString(first) || adviceHead.MatchString(first) || committeeColumn.MatchString(first) {
			return true
		}
		if len(l.strips) > 1 {
			return false
		}
	}
	return false
}

// linesNear is how many lines follow one another without a gap that no table has.
func linesNear(lines []printedLine) int {
	for i := 1; i < min(len(lines), mostRows); i++ {
		if lines[i].bottom-lines[i-1].bottom > 4*lines[i].height() {
			return i
		}
	}
	return min(len(lines), mostRows)
}

// centredLines are a table's heads and the lines below them, in cells.
type centredLines struct {
	heads   []string
	printed []printedLine
	cells   []cellLine // by their place among the printed lines
}

// centredUnder divides lines by the strips that are empty in all of them; it has no heads where they are no table's.
func centredUnder(lines []printedLine) centredLines {
	columns := emptyStrips(lines)
	for taken := 1; taken <= min(mostHeadLines, len(lines)-2); taken++ {
		kept := withoutCuts(columns, joinedCells(cellsUnder(lines[:taken], columns)))
		if len(kept) < 2 {
			continue
		}
		cells := cellsUnder(lines, kept)
		heads := joinedCells(cells[:taken])
		if len(filled(heads)) == len(heads) && headsCentred(heads) {
			t := centredLines{heads, lines[taken:], cells[taken:]}
			t.markGaps()
			return t
		}
	}
	return centredLines{}
}

// withoutCuts leaves out the strips that cut a head in two, "Fråga" from its number: a head begins with a capital.
func withoutCuts(columns [][2]float64, heads []string) [][2]float64 {
	kept := [][2]float64{columns[0]}
	for i, c := range columns[1:] {
		if head := heads[i+1]; head != "" && !startsWithUpper(head) {
			kept[len(kept)-1][1] = c[1]
		} else {
			kept = append(kept, c)
		}
	}
	return kept
}

func cellsUnder(lines []printedLine, columns [][2]float64) []cellLine {
	var cells []cellLine
	for i, l := range lines {
		cells = append(cells, cellLine{number: i, cells: cellsOfLine(l, columns)})
	}
	return cells
}

// headsCentred tells heads of grades, by committee or by question, or of recommendations.
func headsCentred(heads []string) bool {
	isQuestion := func(head string) bool { return questionColumn.MatchString(head) }
	switch rest := heads[1:]; {
	case numberHead.MatchString(heads[0]) && slices.ContainsFunc(rest, adviceHead.MatchString), isAnswerHead(heads):
		return true
	case committeeColumn.MatchString(heads[0]):
		return !slices.ContainsFunc(rest, func(head string) bool { return !isQuestion(head) })
	case !questionHeader.MatchString(heads[0]):
		return false
	default:
		return !slices.ContainsFunc(rest, func(head string) bool {
			return !isHeadWord(head) && !isAbbreviation(head) && !isCommitteeName(head)
		})
	}
}

// emptyStrips divides lines where no word stands in any of them.
func emptyStrips(lines []printedLine) [][2]float64 {
	var words []pdfWord
	for _, l := range lines {
		for _, s := range l.strips {
			words = append(words, s.words...)
		}
	}
	slices.SortFunc(words, func(a, b pdfWord) int { return cmp.Compare(a.left, b.left) })
	reach := words[0].right
	edges := []float64{math.Inf(-1), math.Inf(1)}
	for _, w := range words[1:] {
		if w.left-reach > narrowestStrip*w.height() {
			edges = append(edges, (w.left+reach)/2)
		}
		reach = max(reach, w.right)
	}
	slices.Sort(edges)
	var columns [][2]float64
	for i := range edges[1:] {
		columns = append(columns, [2]float64{edges[i], edges[i+1]})
	}
	return columns
}

func cellsOfLine(l printedLine, columns [][2]float64) []string {
	own := make([]strip, len(columns))
	for _, s := range l.strips {
		for _, w := range s.words {
			at := slices.IndexFunc(columns, func(c [2]float64) bool { return w.centre() <= c[1] })
			own[at].words = append(own[at].words, w)
		}
	}
	cells := make([]string, len(columns))
	for i, s := range own {
		if len(s.words) > 0 {
			cells[i] = s.text()
		}
	}
	return cells
}

// wideBetween is how much more, in letter heights, is empty between rows than between a cell's lines.
const wideBetween = 0.3

// markGaps marks the lines above which more is empty than between a cell's lines: each begins a row.
func (t centredLines) markGaps() {
	usual := math.Inf(1)
	for i := 1; i < len(t.printed); i++ {
		for k := max(0, i-2); k < i; k++ {
			if pitch := t.printed[i].bottom - t.printed[k].bottom; t.goesOn(k, i) && pitch > 0.9*t.printed[i].height() {
				usual = min(usual, pitch-t.printed[i].height())
			}
		}
	}
	for i := range t.printed {
		t.cells[i].first = i == 0 || t.printed[i].top-t.printed[i-1].bottom > usual+wideBetween*t.printed[i].height()
	}
}

// goesOn tells whether a cell of one line goes on in another: with a small letter.
func (t centredLines) goesOn(above, below int) bool {
	for c, cell := range t.cells[below].cells {
		if t.cells[above].cells[c] != "" && startsWithLower(cell) {
			return true
		}
	}
	return false
}

func (t centredLines) rows() [][]string {
	rows, _ := dividedIntoRows(t.cells, func(lines []cellLine, key int) (int, bool) {
		from := lines[0].number - t.cells[0].number
		return centredAmong(lines, t.printed[from:from+len(lines)], key)
	})
	return rows
}

// cellsApart is how far, in letter heights, the middle of a cell may be from its row's.
const cellsApart = 0.2

// centredAmong tells whether lines are one row, of which all cells are filled, each in one piece and in the middle.
func centredAmong(lines []cellLine, printed []printedLine, key int) (away int, ok bool) {
	middle := (printed[0].middle() + printed[len(printed)-1].middle()) / 2
	for c := range lines[0].cells {
		var written []cellLine
		var own []printedLine
		for i, l := range lines {
			if l.cells[c] != "" {
				written, own = append(written, l), append(own, printed[i])
			}
		}
		if len(written) == 0 || !isOneCell(written, c, c < key) || !followLines(own) {
			return 0, false
		}
		if math.Abs((own[0].middle()+own[len(own)-1].middle())/2-middle) > cellsApart*own[0].height() {
			return 0, false
		}
		away += leftOpen(written, c)
	}
	return away, true
}

// followLines tells lines that stand below one another as near as a cell's do.
func followLines(lines []printedLine) bool {
	for i := 1; i < len(lines); i++ {
		if lines[i].bottom-lines[i-1].bottom > 2.2*lines[i].height() {
			return false
		}
	}
	return true
}

// isSetCentred tells whether lines stand beside one another so near that they are those of cells centred in one row.
func isSetCentred(lines []printedLine) bool {
	for i := 1; i < len(lines); i++ {
		if lines[i].bottom-lines[i-1].bottom < 0.9*lines[i].height() {
			return true
		}
	}
	return false
}

// withoutTints leaves out the tables that are only the coloured cells of a larger one, whose questions and heads no colour
// is behind.
func withoutTints(tables []drawnTable, printed []printedLine) []drawnTable {
	return slices.DeleteFunc(tables, func(t drawnTable) bool {
		return t.isOnlyGrades() && isWithin(t, printed)
	})
}

func (t drawnTable) isOnlyGrades() bool {
	return !slices.ContainsFunc(t.rows, func(cells []string) bool {
		return slices.ContainsFunc(filled(cells), func(cell string) bool { return !isGradeOnly(cell) })
	})
}

// isWithin tells whether a drawn table stands between the first and the last line of one that goes on beside it.
func isWithin(t drawnTable, printed []printedLine) bool {
	for i, l := range printed {
		if l.middle() > t.top {
			return false
		}
		if _, count := centredTable(printed[i:]); count > 0 && (i+count == len(printed) || printed[i+count].middle() > t.bottom) {
			return true
		}
	}
	return false
}
