package reading

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A conversion that keeps the page's look sets a table's columns apart with spaces, and breaks its cells over several
// lines beside one another. withLaidOutTables gives such a table's rows whole, with tabs between the cells.
func withLaidOutTables(lines []line) []line {
	for i := 0; i < len(lines); i++ {
		heads, t, rows, length := tableAt(lines[i:])
		if len(rows) == 0 {
			continue
		}
		for k, number := range t.begun {
			lines[i+len(heads)+k].number = number
		}
		writeRows(lines[i:i+length], append(heads, rows...))
		i += length - 1
	}
	return lines
}

// tableLength is how many of some lines are a laid out table, which they begin with.
func tableLength(lines []line) int {
	_, _, rows, length := tableAt(lines)
	if len(rows) == 0 {
		return 0
	}
	return length
}

// tableAt gives the table that some lines begin with, by where its heads stand, else by where its lines have no letters.
func tableAt(lines []line) (heads [][]string, t laidOutTable, rows [][]string, length int) {
	heads, t, length = laidOutTableAt(lines)
	if rows = t.rows(); len(rows) == 0 {
		heads, t, length = riverTableAt(lines)
		rows = t.rows()
	}
	return heads, t, rows, length
}

// laidOutTableAt gives the heads of the table that some lines may begin with, the table and how many lines it takes.
func laidOutTableAt(lines []line) (heads [][]string, t laidOutTable, length int) {
	columns := headColumns(lines[0].text)
	named, taken := namedHead(lines)
	if columns == nil {
		columns = named.columns
	}
	if columns == nil {
		return nil, t, 0
	}
	t.columns = columns
	length = 1
	heads = [][]string{t.head(lines[0].text)}
	t.answers = isAnswerHead(heads[0])
	if taken > 0 {
		heads[0] = named.cells
		length = taken
	} else if length < len(lines) && isSecondHead(lines[length].text) {
		t.columns = append(columns[:1], placesOf(piecesOf(lines[length].text))...)
		heads = append(heads, t.head(lines[length].text))
		length++
	}
	for length+t.taken < len(lines) && t.take(lines[length+t.taken]) {
		t.taken++
	}
	t.leaveTail()
	return heads, t, length + t.taken
}

// leaveTail gives back the text below the table that only happens to be narrow.
func (t *laidOutTable) leaveTail() {
	for last := len(t.groups) - 1; last >= 0 && !t.beyondFirst(t.groups[last]); last-- {
		t.groups, t.taken = t.groups[:last], 0
		if last > 0 {
			t.taken = t.ends[last-1]
		}
	}
}

// piece is a part of a line between wide gaps, and the place of its first letter.
type piece struct {
	at   int
	text string
}

func (p piece) end() int { return p.at + utf8.RuneCountInString(p.text) }

func piecesOf(text string) []piece {
	var pieces []piece
	start, end := 0, 0
	gaps := wideGap.FindAllStringIndex(text, -1)
	for i := 0; i <= len(gaps); i++ {
		end = len(text)
		next := len(text)
		if i < len(gaps) {
			end, next = gaps[i][0], gaps[i][1]
		}
		if strings.TrimSpace(text[start:end]) != "" {
			pieces = append(pieces, piece{utf8.RuneCountInString(text[:start]), text[start:end]})
		}
		start = next
	}
	return pieces
}

// headColumns gives where the columns begin when a line is the head of a table of grades.
func headColumns(text string) []int {
	if strings.ContainsAny(text, "\t|") {
		return nil
	}
	pieces := piecesOf(text)
	if len(pieces) < 2 {
		return nil
	}
	var columns []int
	ofAdvice := isAdviceHead(pieces)
	for _, p := range pieces {
		if !ofAdvice && !isHeadWord(p.text) && !isAbbreviation(p.text) {
			return nil
		}
		columns = append(columns, p.at)
	}
	if !ofAdvice && !questionHeader.MatchString(pieces[0].text) {
		return nil
	}
	return columns
}

var rowNumber = regexp.MustCompile(`^\d{1,2}[.)]?$`)

// isAdviceHead tells the head of a table that numbers its recommendations, or has answers to them beside.
func isAdviceHead(pieces []piece) bool {
	texts := make([]string, len(pieces))
	for i, p := range pieces {
		texts[i] = strings.TrimSpace(p.text)
	}
	if numberHead.MatchString(texts[0]) {
		return slices.ContainsFunc(texts, adviceHead.MatchString)
	}
	return isAnswerHead(texts)
}

// isAnswerHead tells heads of which one is over recommendations, and none longer than a head: answers, or reasons, stand beside.
func isAnswerHead(texts []string) bool {
	isLong := func(text string) bool {
		return len(strings.Fields(text)) > 3 || !startsWithUpper(text) || endsSentence(text)
	}
	return len(texts) > 1 && slices.ContainsFunc(texts, adviceHead.MatchString) && !slices.ContainsFunc(texts, isLong)
}

// head is a table's head with where its columns begin.
type head struct {
	columns []int
	cells   []string
}

// namedHead reads the head of a table whose columns bear committees' names, which may go on below one another, and how many
// lines it takes; none where the lines are no such head.
func namedHead(lines []line) (head, int) {
	pieces := piecesOf(lines[0].text)
	if len(pieces) < 2 || strings.ContainsAny(lines[0].text, "\t|") || !questionHeader.MatchString(strings.TrimSpace(pieces[0].text)) {
		return head{}, 0
	}
	t := laidOutTable{columns: placesOf(pieces)}
	cells := t.cellsOf(pieces)
	for taken := 1; taken < len(lines) && taken < 4; taken++ {
		if namesColumns(cells) {
			return head{t.columns, cells}, taken
		}
		for _, p := range piecesOf(lines[taken].text) {
			column := t.columnOf(p)
			if column == 0 {
				return head{}, 0
			}
			cells[column] = joinBroken(cells[column], p.text)
		}
	}
	return head{}, 0
}

// namesColumns tells cells that are committees' names, after the ones that head the questions and their numbers.
func namesColumns(cells []string) bool {
	names := cells[1:]
	if len(names) > 1 && numberHead.MatchString(cells[0]) && questionHeader.MatchString(names[0]) {
		names = names[1:]
	}
	return !slices.ContainsFunc(names, func(cell string) bool { return !isCommitteeName(cell) })
}

// isSecondHead tells the line of committees' abbreviations that stands below "Bedömning".
func isSecondHead(text string) bool {
	pieces := piecesOf(text)
	return len(pieces) > 0 && !slices.ContainsFunc(pieces, func(p piece) bool { return !isAbbreviation(p.text) })
}

func placesOf(pieces []piece) []int {
	var places []int
	for _, p := range pieces {
		places = append(places, p.at)
	}
	return places
}

type laidOutTable struct {
	columns []int
	answers bool        // to recommendations stand in it
	groups  [][][]piece // lines between blank lines
	ends    []int       // after how many lines taken each ends
	taken   int
	blanks  int
	inside  bool
	numbers []int // of the lines taken
	begun   []int // in which of them each row begins
}

// mostBlanks is how many blank lines may stand within a table, where a page ends.
const mostBlanks = 3

// take adds a line that fits the columns, and tells whether it did.
func (t *laidOutTable) take(l line) bool {
	text := l.text
	pieces := piecesOf(strings.ReplaceAll(text, "\t", "    "))
	if len(pieces) == 0 {
		t.blanks++
		t.inside = false
		return t.blanks <= mostBlanks
	}
	if len(pieces) > 1 {
		pieces = t.dividedAtColumns(pieces)
	}
	for _, p := range pieces {
		if next := t.columnOf(p) + 1; next < len(t.columns) && p.end() > t.columns[next] {
			return false
		}
	}
	if !t.inside && t.blanks > 0 && len(pieces) == 1 && isKnownHeading(strings.TrimSpace(text)) {
		return false
	}
	if !t.inside {
		t.groups, t.ends, t.inside = append(t.groups, nil), append(t.ends, 0), true
	}
	last := len(t.groups) - 1
	t.ends[last] = t.taken + 1
	t.blanks = 0
	t.groups[last] = append(t.groups[last], pieces)
	t.numbers = append(t.numbers, l.number)
	return true
}

// dividedAtColumns divides what fills its column so that one space alone is left before the next.
func (t *laidOutTable) dividedAtColumns(pieces []piece) []piece {
	var divided []piece
	for _, p := range pieces {
		if next := t.columnOf(p) + 1; next < len(t.columns) && p.end() > t.columns[next] {
			if at := wordNear(p.text, t.columns[next]-p.at); at > 0 {
				letters := []rune(p.text)
				divided = append(divided, piece{p.at, string(letters[:at-1])})
				p = piece{p.at + at, string(letters[at:])}
			}
		}
		divided = append(divided, p)
	}
	return divided
}

// wordNear is the beginning of the word nearest to a place in a text where a column begins, or 0.
func wordNear(text string, at int) int {
	letters := []rune(text)
	for distance := range nearColumn + 1 {
		for _, begin := range []int{at - distance, at + distance} {
			if begin > 0 && begin < len(letters) && letters[begin-1] == ' ' {
				return begin
			}
		}
	}
	return 0
}

// nearColumn is how many letters before a column's head its cells may begin.
const nearColumn = 3

func (t *laidOutTable) columnOf(p piece) int {
	found := 0
	for i, at := range t.columns {
		if p.at >= at-nearColumn {
			found = i
		}
	}
	return found
}

// rows gives the cells of each row. Blank lines divide rows where each group between them begins with a question of its
// own; else a row begins with each line that has a grade beside a new question.
func (t *laidOutTable) rows() [][]string {
	if !t.aligned() {
		return nil
	}
	switch lines := t.lines(); {
	case isCentred(lines):
		rows, begun := dividedIntoRows(lines, centredRow)
		t.begun = begun
		return rows
	case t.answers:
		rows, begun := dividedIntoRows(lines, levelRow)
		t.begun = begun
		return rows
	}
	var rows [][]string
	taken := 0
	for _, group := range t.groups {
		for i, pieces := range group {
			taken++
			cells := t.cellsOf(pieces)
			if len(rows) == 0 || i == 0 && cells[0] != "" || i > 0 && t.beginsRow(cells, rows[len(rows)-1]) {
				rows = append(rows, make([]string, len(t.columns)))
				t.begun = append(t.begun, t.numbers[taken-1])
			}
			continueRow(rows[len(rows)-1], cells)
		}
	}
	return rows
}

// aligned tells cells that stand under their heads from those that only have gaps between them.
func (t *laidOutTable) aligned() bool {
	under, all := 0, 0
	for _, group := range t.groups {
		for _, pieces := range group {
			for _, p := range pieces {
				if c := t.columnOf(p); c > 0 {
					if all++; p.at-t.columns[c] <= 2*nearColumn {
						under++
					}
				}
			}
		}
	}
	return under*3 >= all*2
}

func (t *laidOutTable) beyondFirst(group [][]piece) bool {
	return slices.ContainsFunc(group, func(pieces []piece) bool {
		return slices.ContainsFunc(pieces, func(p piece) bool { return t.columnOf(p) > 0 })
	})
}

func (t *laidOutTable) cellsOf(pieces []piece) []string {
	cells := make([]string, len(t.columns))
	for _, p := range pieces {
		c := t.columnOf(p)
		cells[c] = strings.TrimSpace(cells[c] + " " + p.text)
	}
	return cells
}

// beginsRow tells a line that begins a question after one that is graded already: with its grade at once, or since that
// question has ended.
func (t *laidOutTable) beginsRow(cells, open []string) bool {
	if cells[0] == "" || startsWithLower(cells[0]) {
		return false
	}
	if rowNumber.MatchString(cells[0]) && rowNumber.MatchString(open[0]) {
		return true
	}
	graded := func(cells []string) bool {
		return slices.ContainsFunc(cells[1:], isGradedCell)
	}
	return graded(open) && (graded(cells) || strings.HasSuffix(open[0], "?"))
}

func (t *laidOutTable) head(text string) []string {
	return t.cellsOf(piecesOf(text))
}

// writeRows puts rows in the place of lines, of which there are at least as many.
func writeRows(lines []line, rows [][]string) {
	for i := range lines {
		lines[i].text = ""
		if i < len(rows) {
			lines[i].text = strings.Join(rows[i], "\t")
		}
	}
}
