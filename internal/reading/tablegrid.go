package reading

import (
	"strconv"
	"strings"
)

// gridCell is a cell of a table in a DOCX file or a web page.
type gridCell struct {
	lines  []line
	spans  int  // columns
	merged bool // with the cell above
}

// widestSpan is how many columns or rows one cell may span.
const widestSpan = 63

// spanIn is how many columns or rows an attribute says that a cell spans.
func spanIn(attribute string) int {
	n, err := strconv.Atoi(strings.TrimSpace(attribute))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, widestSpan)
}

// rowText writes a row with a cell for each of the table's columns. A grade in a cell over several columns is that of each
// in which another row has a cell of its own; other text stands in the first.
func rowText(cells []gridCell, begun map[int]bool) string {
	var texts []string
	for _, cell := range cells {
		text := cell.text()
		texts = append(texts, text)
		for span := 1; span < cell.spans; span++ {
			if isGradeOnly(text) && begun[len(texts)] {
				texts = append(texts, text)
			} else {
				texts = append(texts, "")
			}
		}
	}
	return strings.Join(texts, "\t")
}

// fillMerged repeats a grade or a committee's name in the rows that its cell reaches down over: it goes for each of them.
func fillMerged(rows [][]gridCell) {
	above := map[int]gridCell{}
	for _, cells := range rows {
		column := 0
		for i := range cells {
			if over, ok := above[column]; ok && cells[i].merged && goesForEachRow(over.text()) {
				cells[i].lines = over.lines
			}
			above[column] = cells[i]
			column += cells[i].spans
		}
	}
}

// goesForEachRow tells a grade, and whose rows they are, from other text in a cell over several rows, which stands in the first.
func goesForEachRow(text string) bool {
	return isGradeOnly(text) || isCommitteeName(text) || isAbbreviation(text)
}

func (c gridCell) text() string { return strings.TrimSpace(joinedText(c.lines)) }

// columnsBegun are the columns of a table's grid that a cell with text begins in: the others only serve its layout.
func columnsBegun(rows [][]gridCell) map[int]bool {
	begun := map[int]bool{}
	for _, cells := range rows {
		column := 0
		for _, cell := range cells {
			if cell.text() != "" {
				begun[column] = true
			}
			column += cell.spans
		}
	}
	return begun
}
