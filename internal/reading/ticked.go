package reading

import (
	"regexp"
	"slices"
)

var (
	tick   = regexp.MustCompile(`^(?:[xX×✓✔√☑☒✗✘■●•\x{F0FC}\x{F0FD}\x{F0FE}\x{F0FB}])$`)
	noTick = regexp.MustCompile(`^(?:|[☐□○–-]|\x{F0A8}|\x{F06F})$`)
)

// ticked turns a table whose columns are the grades, of which each row marks one, into one with a column of grades. A row
// that marks none, or several, keeps none.
func ticked(t table) table {
	head := slices.IndexFunc(t.rows, func(b block) bool { return isHeadOfGrades(b.cells) })
	if head < 0 || !slices.ContainsFunc(t.rows[head+1:], func(b block) bool { return len(b.cells) == len(t.rows[head].cells) }) {
		return t // a conversion that leaves out empty cells does not show which column a mark is in
	}
	columns := t.rows[head].cells
	turned := table{rows: slices.Clone(t.rows[:head])}
	for _, b := range t.rows[head:] {
		b.cells = withMarkedGrade(b.cells, columns)
		turned.rows = append(turned.rows, b)
	}
	return turned
}

// isHeadOfGrades tells a table's head that has a grade over each of several columns.
func isHeadOfGrades(cells []string) bool {
	grades := 0
	for _, cell := range filled(cells) {
		if isGradeOnly(cell) {
			grades++
		} else if !isHeadWord(cell) {
			return false
		}
	}
	return grades > 1 && !isGradeOnly(cells[0])
}

// withMarkedGrade gives a row's cells with the grade that it marks in place of its marks.
func withMarkedGrade(cells, columns []string) []string {
	var kept []string
	marked, plain := "", true
	for i, cell := range cells {
		switch {
		case i >= len(columns) || !isGradeOnly(columns[i]):
			kept = append(kept, cell)
		case tick.MatchString(cell) && marked == "":
			marked = columns[i]
		case !noTick.MatchString(cell):
			plain = false
		}
	}
	if plain && marked != "" {
		kept = slices.Insert(kept, 1, marked)
	}
	return kept
}
