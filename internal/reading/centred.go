package reading

import (
	"slices"
	"strings"
)

// Cells may be centred in their rows: the number, the grade or the date of a row then stands beside the middle of its
// question, and neither a line's first cell nor its last tells where a row begins. Rows are told by dividing the lines so
// that in each row the middles of all cells meet. Where that can be done in more ways than one, there are no rows.

// cellLine is a line of a laid out table.
type cellLine struct {
	number int
	cells  []string
	first  bool // after a blank line
}

func (t *laidOutTable) lines() []cellLine {
	var lines []cellLine
	for _, group := range t.groups {
		for i, pieces := range group {
			lines = append(lines, cellLine{t.numbers[len(lines)], t.cellsOf(pieces), i == 0})
		}
	}
	return lines
}

// keyColumn is the column of what the rows are about: the first that is not their numbers.
func keyColumn(lines []cellLine) int {
	numbered := 0
	for _, l := range lines {
		switch cell := l.cells[0]; {
		case cell == "":
		case rowNumber.MatchString(cell):
			numbered++
		default:
			return 0
		}
	}
	if numbered > 0 && len(lines[0].cells) > 2 {
		return 1
	}
	return 0
}

// isCentred tells a table in which a cell begins beside the middle of another: beside a line that goes on, or above the first.
func isCentred(lines []cellLine) bool {
	if len(lines) == 0 {
		return false
	}
	key := keyColumn(lines)
	for i, l := range lines {
		above := ""
		if i > 0 && !l.first {
			above = lines[i-1].cells[key]
		}
		begins, opens := false, i == 0 || l.first
		for c, cell := range l.cells {
			begins = begins || c != key && cell != "" && (c < key || startsWithUpper(cell) && (opens || isGradeOnly(cell)))
		}
		if begins && above != "" && startsWithLower(l.cells[key]) || begins && l.cells[key] == "" && !isFilledBelow(lines[:i], key) {
			return true
		}
	}
	return false
}

// isFilledBelow tells whether a column has been written in since the last blank line.
func isFilledBelow(lines []cellLine, column int) bool {
	for i := len(lines) - 1; i >= 0; i-- {
		if lines[i].cells[column] != "" {
			return true
		}
		if lines[i].first {
			return false
		}
	}
	return false
}

// mostRowLines is more lines than a row takes.
const mostRowLines = 30

// division is the best way to divide lines from one on into rows.
type division struct {
	rows     int
	away     int // of all cells' middles from their rows', in half lines
	next     int // where the first row ends
	possible bool
	unclear  bool // others are as good
}

func (d division) isBetter(than division) bool {
	return d.possible && (!than.possible || d.rows > than.rows || d.rows == than.rows && d.away < than.away)
}

func (d division) isAsGood(as division) bool {
	return d.possible && as.possible && d.rows == as.rows && d.away == as.away
}

// dividedIntoRows divides lines into rows of a kind and gives the number of the line that each begins on; none where it is not
// certain. Of a row that is one, isRow tells how far it is from a perfect one.
func dividedIntoRows(lines []cellLine, isRow func(lines []cellLine, key int) (away int, ok bool)) (rows [][]string, begun []int) {
	key := keyColumn(lines)
	divisions := make([]division, len(lines)+1)
	divisions[len(lines)] = division{possible: true}
	for from := len(lines) - 1; from >= 0; from-- {
		for to := from + 1; to <= min(len(lines), from+mostRowLines); to++ {
			if to > from+1 && lines[to-1].first {
				break
			}
			away, ok := isRow(lines[from:to], key)
			rest := divisions[to]
			if !ok || !rest.possible {
				continue
			}
			found := division{rest.rows + 1, rest.away + away, to, true, rest.unclear}
			if found.isAsGood(divisions[from]) {
				divisions[from].unclear = true
			} else if found.isBetter(divisions[from]) {
				divisions[from] = found
			}
		}
	}
	if best := divisions[0]; !best.possible || best.unclear || best.rows < 2 {
		return nil, nil
	}
	for from := 0; from < len(lines); from = divisions[from].next {
		rows = append(rows, joinedCells(lines[from:divisions[from].next]))
		begun = append(begun, lines[from].number)
	}
	return rows, begun
}

func joinedCells(lines []cellLine) []string {
	row := make([]string, len(lines[0].cells))
	for _, l := range lines {
		continueRow(row, l.cells)
	}
	return row
}

// continueRow takes a further line's cells into a row's.
func continueRow(row, cells []string) {
	for c, cell := range cells {
		switch {
		case cell == "":
		case row[c] == "":
			row[c] = cell
		default:
			row[c] = joinBroken(row[c], cell)
		}
	}
}

// farthestAway is how far, in half lines, a cell's middle may be from its row's.
const farthestAway = 2

// centredRow tells whether lines are one row, of which all cells are filled, each beginning as a cell does and in the middle;
// and how far from it they are together.
func centredRow(lines []cellLine, key int) (away int, ok bool) {
	middle := lines[0].number + lines[len(lines)-1].number
	for c := range lines[0].cells {
		written := slices.DeleteFunc(slices.Clone(lines), func(l cellLine) bool { return l.cells[c] == "" })
		if len(written) == 0 || !isOneCell(written, c, c < key) {
			return 0, false
		}
		apart := written[0].number + written[len(written)-1].number - middle
		if apart = max(apart, -apart); apart > farthestAway {
			return 0, false
		}
		away += apart + leftOpen(written, c)
	}
	return away, true
}

// leftOpen is 1 for a cell of several lines that ends no sentence: the next line may go on with it.
func leftOpen(written []cellLine, column int) int {
	if len(written) > 1 && !endsSentence(written[len(written)-1].cells[column]) {
		return 1
	}
	return 0
}

// levelRow tells whether lines are one row in which all cells begin on the first line: what the row is about, what is said
// of it and, beside them, something of a third column if there are more. Only a blank line makes up for it.
func levelRow(lines []cellLine, key int) (away int, ok bool) {
	filledFirst := len(filled(lines[0].cells))
	if lines[0].cells[key] == "" || filledFirst < 2 || filledFirst < 3 && len(lines[0].cells)-key > 2 && !lines[0].first {
		return 0, false
	}
	for c, first := range lines[0].cells {
		written := slices.DeleteFunc(slices.Clone(lines), func(l cellLine) bool { return l.cells[c] == "" })
		if len(written) == 0 {
			continue
		}
		if first == "" || !isOneCell(written, c, c < key) {
			return 0, false
		}
		if c > key && len(lines[0].cells)-key == 2 && leftOpen(written, c) > 0 {
			return 0, false // nothing but the end of its sentences tells where a row of two ends
		}
		away += leftOpen(written, c)
	}
	return away, true
}

// isOneCell tells one cell's lines from those of several: it begins with no small letter, no second question or grade begins
// in it, and a number stands alone.
func isOneCell(written []cellLine, column int, isNumber bool) bool {
	first := written[0].cells[column]
	if startsWithLower(first) || isNumber && len(written) > 1 {
		return false
	}
	for i, l := range written[1:] {
		cell, above := l.cells[column], written[i].cells[column]
		if startsWithUpper(cell) && (isGradeOnly(cell) || strings.HasSuffix(above, "?")) {
			return false
		}
	}
	return true
}
