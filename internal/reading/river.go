package reading

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Narrow columns stand a single space apart, and heads may be centred over theirs or be taller than one line: a head does
// then not tell where the columns begin. The table's own lines do, by the places where none of them has a letter.

const (
	tallestHead = 4   // lines
	longestBody = 150 // lines
	mostGroups  = 40  // of lines between blank ones
	headWords   = 14  // in one line of a head
)

// tableHeadWord is the word that a head has over what its table is about.
var tableHeadWord = regexp.MustCompile(`(?i)(?:^|\s)(?:rekommendation(?:er|en)?|(?:revisions|del)?fråg(?:a|or)|frågeställning(?:ar)?|kontrollmål)(?:\s|$)`)

// riverTableAt gives the heads and the table that some lines may begin with, and how many lines they take.
func riverTableAt(lines []line) (heads [][]string, t laidOutTable, length int) {
	for height := 1; height <= tallestHead && height < len(lines) && mayHead(lines[height-1].text); height++ {
		if !slices.ContainsFunc(lines[:height], func(l line) bool { return tableHeadWord.MatchString(l.text) }) || !hasGaps(lines[height:]) {
			continue
		}
		for _, end := range bodyEnds(lines, height) {
			t, head := riverTable(lines[:height], lines[height:end])
			if len(t.rows()) > 0 {
				return [][]string{head}, t, end
			}
		}
	}
	return nil, laidOutTable{}, 0
}

// hasGaps tells lines that may be a table's from running text: one of the first has parts.
func hasGaps(lines []line) bool {
	return slices.ContainsFunc(lines[:min(len(lines), mostRowLines/2)], func(l line) bool { return len(piecesOf(l.text)) > 1 })
}

func mayHead(text string) bool {
	return strings.TrimSpace(text) != "" && !strings.ContainsAny(text, "\t|?") && len(strings.Fields(text)) <= headWords && !endsSentence(strings.TrimSpace(text))
}

// bodyEnds are where a table's body may end, the farthest first: before a blank line.
func bodyEnds(lines []line, from int) []int {
	var ends []int
	for i := from; i <= min(len(lines), from+longestBody) && len(ends) < mostGroups; i++ {
		isEnd := i == len(lines) || strings.TrimSpace(lines[i].text) == ""
		if isEnd && i > from && strings.TrimSpace(lines[i-1].text) != "" {
			ends = append(ends, i)
		}
		if i < len(lines) && strings.ContainsAny(lines[i].text, "\t|") {
			break
		}
	}
	slices.Reverse(ends)
	return ends
}

// riverTable reads a body by its rivers, else by where most of its words after a gap begin, and names its columns by the
// head; none where either is uncertain.
func riverTable(head, body []line) (laidOutTable, []string) {
	for _, way := range []struct {
		columns []int
		cut     func(text string, columns []int) []string
	}{{columnsBetweenRivers(body), cutAt}, {columnsByBeginnings(body), cutByBeginnings}} {
		if len(way.columns) < 2 {
			continue
		}
		cells := headsOf(head, way.columns, bodyWidth(body))
		if cells == nil {
			continue
		}
		t := laidOutTable{columns: way.columns, answers: isAnswerHead(afterNumbers(cells))}
		if t.takeCut(body, way.cut) && len(t.rows()) > 0 {
			return t, cells
		}
	}
	return laidOutTable{}, nil
}

func afterNumbers(cells []string) []string {
	if numberHead.MatchString(cells[0]) {
		return cells[1:]
	}
	return cells
}

func bodyWidth(body []line) int {
	width := 0
	for _, l := range body {
		width = max(width, utf8.RuneCountInString(l.text))
	}
	return width
}

// takeCut adds lines cut into cells, and tells whether all could be, and none is only text below the table.
func (t *laidOutTable) takeCut(body []line, cut func(text string, columns []int) []string) bool {
	for _, l := range body {
		if strings.TrimSpace(l.text) == "" {
			t.inside = false
			continue
		}
		cells := cut(l.text, t.columns)
		if cells == nil {
			return false
		}
		if !t.inside {
			t.groups, t.inside = append(t.groups, nil), true
		}
		var pieces []piece
		for c, cell := range cells {
			if cell != "" {
				pieces = append(pieces, piece{t.columns[c], cell})
			}
		}
		last := len(t.groups) - 1
		t.groups[last] = append(t.groups[last], pieces)
		t.numbers = append(t.numbers, l.number)
	}
	return !slices.ContainsFunc(t.groups, func(group [][]piece) bool { return !t.beyondFirst(group) })
}

func cutAt(text string, columns []int) []string {
	letters := []rune(text)
	cells := make([]string, len(columns))
	for c, begin := range columns {
		end := len(letters)
		if c+1 < len(columns) {
			end = min(end, columns[c+1])
		}
		if c == 0 {
			begin = 0
		}
		if begin < end {
			cells[c] = strings.TrimSpace(string(letters[begin:end]))
		}
	}
	return cells
}

// columnsBetweenRivers gives where columns begin: after places where no line has a letter, if most lines that have letters
// next have more than one space before them.
func columnsBetweenRivers(body []line) []int {
	var letters [][]rune
	for _, l := range body {
		if strings.TrimSpace(l.text) != "" {
			letters = append(letters, []rune(l.text))
		}
	}
	empty := emptyPlaces(letters)
	var columns []int
	for x := 0; x < len(empty); x++ {
		if empty[x] || x > 0 && !empty[x-1] {
			continue
		}
		end := x
		for end < len(empty) && !empty[end] {
			end++
		}
		if len(columns) == 0 || isWideBefore(letters, x, end) {
			columns = append(columns, x)
		}
	}
	return columns
}

// columnsByBeginnings gives where columns begin by the places at which the words after a gap do, on two lines at least: in
// each row of a table a conversion may set the same column a few letters farther to the left or right.
func columnsByBeginnings(body []line) []int {
	var begins []int
	for _, l := range body {
		begins = append(begins, placesOf(piecesOf(l.text))...)
	}
	slices.Sort(begins)
	var columns []int
	for i := 0; i < len(begins); {
		next := i + 1
		for next < len(begins) && begins[next]-begins[next-1] <= nearColumn {
			next++
		}
		if next-i > 1 {
			columns = append(columns, begins[i])
		}
		i = next
	}
	return columns
}

// cutByBeginnings gives a line's cells by the nearest beginning; none where two parts of it are in one cell.
func cutByBeginnings(text string, columns []int) []string {
	t := laidOutTable{columns: columns}
	cells := make([]string, len(columns))
	var pieces []piece
	for _, p := range piecesOf(text) {
		if next := t.columnOf(p) + 1; next < len(columns) && p.end() > columns[next]+nearColumn {
			pieces = append(pieces, t.dividedAtColumns([]piece{p})...)
			continue
		}
		pieces = append(pieces, p)
	}
	for _, p := range pieces {
		c := t.columnOf(p)
		if cells[c] != "" {
			return nil
		}
		cells[c] = strings.TrimSpace(p.text)
	}
	return cells
}

func emptyPlaces(letters [][]rune) []bool {
	var empty []bool
	for _, l := range letters {
		for x, letter := range l {
			if x >= len(empty) {
				empty = append(empty, true)
			}
			empty[x] = empty[x] && letter == ' '
		}
	}
	return empty
}

// isWideBefore tells whether at least half of the lines with letters between two places have a wide gap before the first.
func isWideBefore(letters [][]rune, from, to int) bool {
	written, wide := 0, 0
	for _, l := range letters {
		if len(l) <= from || strings.TrimSpace(string(l[from:min(to, len(l))])) == "" {
			continue
		}
		written++
		if from < 2 || l[from] == ' ' || l[from-2] == ' ' {
			wide++
		}
	}
	return written > 0 && wide*2 >= written
}

// headsOf gives each column its head: one after the other where there are as many, else what stands over it. Whatever is no
// head makes it none.
func headsOf(lines []line, columns []int, width int) []string {
	if len(lines) == 1 {
		if units := headUnits(lines[0].text); len(units) == len(columns) && areHeads(units) {
			return units
		}
	}
	cells := make([]string, len(columns))
	for _, l := range lines {
		for _, p := range piecesOf(l.text) {
			c := columnUnder(p, columns, width)
			if cells[c] == "" {
				cells[c] = strings.TrimSpace(p.text)
			} else {
				cells[c] = joinBroken(cells[c], strings.TrimSpace(p.text))
			}
		}
	}
	if !areHeads(cells) {
		return nil
	}
	return cells
}

// headUnits divides a head at its gaps, and between words that are heads each.
func headUnits(text string) []string {
	var units []string
	for _, p := range piecesOf(text) {
		words := strings.Fields(p.text)
		if slices.ContainsFunc(words, func(word string) bool { return !isOneHead(word) }) {
			words = []string{strings.TrimSpace(p.text)}
		}
		units = append(units, words...)
	}
	return units
}

func isOneHead(text string) bool {
	return isHeadWord(text) || adviceHead.MatchString(text) || answerHead.MatchString(text) || isPartHead(text) || isCommitteeName(text) || isAbbreviation(text)
}

// isPartHead tells the head of a part of an answer: "Ansvarig", "Planerad åtgärd", "Klart senast".
func isPartHead(text string) bool {
	return partOfAnswer.MatchString(text) && len(strings.Fields(text)) <= 3
}

// areHeads tells the heads of a table of answers, or of one of grades.
func areHeads(cells []string) bool {
	named := afterNumbers(cells)
	if len(named) < 2 || slices.Contains(named, "") {
		return false
	}
	if isAnswerHead(named) {
		return true
	}
	isGrades := func(cell string) bool { return isHeadWord(cell) || isCommitteeName(cell) || isAbbreviation(cell) }
	return questionHeader.MatchString(named[0]) && !slices.ContainsFunc(named[1:], func(cell string) bool { return !isGrades(cell) })
}

// columnUnder is the column that most of a head stands over.
func columnUnder(p piece, columns []int, width int) int {
	best, most := 0, -width
	for c, begin := range columns {
		end := width
		if c+1 < len(columns) {
			end = columns[c+1] - 1
		}
		if over := min(p.end(), end) - max(p.at, begin); over > most {
			best, most = c, over
		}
	}
	return best
}
