package reading

import (
	"regexp"
	"slices"
	"strings"
)

// matrix is a table of questions and grades. Columns are empty where one column of grades goes for all committees.
type matrix struct {
	columns []column
	lines   []matrixLine
}

// column is a committee's; index is its place among the row's cells.
type column struct {
	index int
	label string
}

type matrixLine struct {
	number   string
	question string
	cells    []string
	named    []*entry // whom the row says that its grade is for
	line     int
}

var (
	questionHeader = regexp.MustCompile(`(?i)^(nr\.?|#|revisionsfråg(a|or)|delfråg(a|or)|fråg(a|or)|frågeställning(ar)?|kontrollmål|granskningsområde)$`)
	gradeHeader    = regexp.MustCompile(`(?i)^(bedömning(ar)?|svar|uppfyllt|uppfyllelse|grad|resultat|vår bedömning|revisionens bedömning|bedömning/svar)$`)
	proseHeader    = regexp.MustCompile(`(?i)^(kommentar(er)?|iakttagelser?|motivering|beskrivning|underlag|motiv)$`)
	cellNumber     = regexp.MustCompile(`^(?i)(?:(?:(?:revisions|del)?fråga|kontrollmål)\s*)?(\d{1,2}(?:\.\d{1,2})?(?:[a-h]\b)?)\s*[.):]?\s*`)
)

// matrices reads the report's tables of grades, the last first: that of the report's conclusions, then its summary's.
func (r *reader) matrices() []matrix {
	if r.cachedMatrices == nil {
		r.cachedMatrices = []matrix{}
		tables := tablesIn(r.report.blocks)
		for i := len(tables) - 1; i >= 0; i-- {
			if m := r.matrixOf(ticked(r.upright(tables[i]))); len(m.lines) > 0 {
				r.cachedMatrices = append(r.cachedMatrices, m)
			}
		}
	}
	return r.cachedMatrices
}

func (r *reader) matrixOf(t table) matrix {
	var m matrix
	headed := false
	for _, tableRow := range t.rows {
		if columns := r.columnsOf(tableRow.cells); len(columns) > 0 {
			m.columns = columns
			continue
		}
		if isHeaderRow(tableRow.cells) {
			headed = true
			continue
		}
		line, graded := matrixLineOf(tableRow)
		if len(m.columns) == 0 && r.namesInRow(&line, m.lines) {
			graded = len(line.statements()) > 0
		}
		asked := headed && strings.HasSuffix(line.question, "?") // also where its answer is no grade
		if graded || asked || len(m.columns) > 0 && len(filled(line.cells)) > len(m.columns) {
			m.lines = append(m.lines, line)
		} else if cells := filled(tableRow.cells); len(cells) == 1 && len(m.lines) > 0 && startsWithLower(cells[0]) {
			last := &m.lines[len(m.lines)-1]
			last.question = joinBroken(last.question, cells[0])
		}
	}
	return m
}

// namesInRow reads whom a row is for where each committee has its own row below the question. It tells whether the
// question stands in a row above only.
func (r *reader) namesInRow(line *matrixLine, above []matrixLine) bool {
	for _, cell := range line.cells {
		if only := r.onlyCommittees(cell); only != nil {
			line.named = only
			break
		}
	}
	if len(above) == 0 || r.onlyCommittees(line.question) == nil || len(above[len(above)-1].named) == 0 {
		return false
	}
	line.number, line.question = above[len(above)-1].number, above[len(above)-1].question
	return true
}

var questionColumn = regexp.MustCompile(`(?i)^(?:(?:(?:revisions|del)?fråga|kontrollmål)\s*)?(\d{1,2}(?:\.\d{1,2})?)[.:]?$`)

// upright turns a table that has a row for each committee and a column for each question.
func (r *reader) upright(t table) table {
	if len(t.rows) < 2 || len(t.rows[0].cells) < 2 {
		return t
	}
	head := t.rows[0].cells
	for _, cell := range head[1:] {
		if cell != "" && !questionColumn.MatchString(cell) && !strings.HasSuffix(cell, "?") {
			return t
		}
	}
	turned := table{rows: []block{{kind: row, cells: []string{""}, lines: t.rows[0].lines}}}
	for i, cell := range head[1:] {
		if cell == "" {
			continue
		}
		line := block{kind: row, cells: []string{cell}, lines: t.rows[0].lines}
		for _, committee := range t.rows[1:] {
			if len(committee.cells) != len(head) || !isAbbreviation(committee.cells[0]) && !r.namesCommittee(committee.cells[0]) {
				return t
			}
			line.cells = append(line.cells, committee.cells[i+1])
		}
		turned.rows = append(turned.rows, line)
	}
	for _, committee := range t.rows[1:] {
		turned.rows[0].cells = append(turned.rows[0].cells, committee.cells[0])
	}
	return turned
}

// columnsOf reads a header row: committees by name or abbreviation and nothing else but the words of a table's head.
func (r *reader) columnsOf(cells []string) []column {
	var columns []column
	for i, cell := range cells {
		switch {
		case cell == "", isHeadWord(cell):
			continue
		case isAbbreviation(cell), r.namesCommittee(cell):
			columns = append(columns, column{i, cell})
		default:
			return nil
		}
	}
	return columns
}

// namesCommittee tells whether a text is a committee's name and no more.
func (r *reader) namesCommittee(text string) bool {
	mentions := r.register.in(text)
	if len(mentions) != 1 {
		return false
	}
	rest := text[:mentions[0].start] + text[mentions[0].end:]
	if m := inParentheses.FindString(rest); m != "" {
		rest = strings.Replace(rest, m, "", 1)
	}
	return strings.Trim(rest, " :.,") == ""
}

func isHeaderRow(cells []string) bool {
	return !slices.ContainsFunc(filled(cells), func(cell string) bool { return !isHeadWord(cell) })
}

// matrixLineOf reads a row that states a question and grades after it.
func matrixLineOf(tableRow block) (matrixLine, bool) {
	line := matrixLine{cells: tableRow.cells, line: tableRow.line()}
	graded := false
	for _, cell := range tableRow.cells {
		if cell == "" {
			continue
		}
		if isGradedCell(cell) && (line.question != "" || line.number != "") {
			graded = true
			continue
		}
		if line.question != "" {
			continue
		}
		text := cell
		if number := cellNumber.FindStringSubmatch(text); number != nil {
			line.number, text = number[1], strings.TrimSpace(text[len(number[0]):])
		}
		line.question = text
	}
	return line, graded && (len(line.question) > 15 || strings.HasSuffix(line.question, "?") || line.number != "")
}

// statements are the sentences that a row without committees' columns grades by: the first of its answer, and the next
// where they begin with a grade too.
func (l matrixLine) statements() []string {
	var found []string
	for _, cell := range l.cells {
		if !isGradedCell(cell) || cell == l.question {
			continue
		}
		for _, sentence := range sentencesOf(cell) {
			if isGradedCell(sentence) {
				found = append(found, sentence)
			}
		}
		return found
	}
	return found
}

// isGradedCell tells a cell that begins with its grade, or with whom its grade is for.
func isGradedCell(cell string) bool {
	_, ok := leadingGrade(cell)
	return ok || answersFor(cell)
}

// gradeUnder gives the cell of a column: at its own index, else by order where a row has as many grades as there are
// columns, or begins where the head has its first committee: then the head's empty cell above the questions is lost. It tells
// whether the cell is a grade.
func (l matrixLine) gradeUnder(columns []column, position int) (string, bool) {
	own := ""
	if grades := l.grades(); len(grades) == len(columns) && l.asksUnder(columns[0]) {
		return grades[position], true
	}
	if index := columns[position].index; index < len(l.cells) {
		own = l.cells[index]
		if _, _, ok := gradeOfCell(own); ok {
			return own, true
		}
	}
	if grades := l.grades(); len(grades) == len(columns) {
		return grades[position], true
	}
	return own, false
}

// asksUnder tells a row whose first cell, which is no grade, stands where the head has a committee.
func (l matrixLine) asksUnder(c column) bool {
	if c.index >= len(l.cells) || l.cells[c.index] == "" || len(filled(l.cells[:c.index])) > 0 {
		return false
	}
	return !isGradedCell(l.cells[c.index])
}

// isMisplaced tells a row whose question stands where the head has a committee, and whose grades are not as many as they.
func (l matrixLine) isMisplaced(columns []column) bool {
	if len(l.grades()) == len(columns) || len(columns) == 0 {
		return false
	}
	return l.asksUnder(columns[0]) || slices.ContainsFunc(columns, func(c column) bool {
		return c.index < len(l.cells) && len(l.question) > 15 && strings.HasSuffix(l.cells[c.index], l.question)
	})
}

func (l matrixLine) grades() []string {
	var grades []string
	for _, cell := range l.cells {
		if _, _, ok := gradeOfCell(cell); ok {
			grades = append(grades, cell)
		}
	}
	return grades
}
