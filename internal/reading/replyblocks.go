package reading

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// replyBlocks gives a response's blocks their own shape again: labels begin what they label, and a table whose cells stand
// below one another has rows.
func replyBlocks(blocks []block) []block {
	return restoreAnswerRows(labelsApart(blocks))
}

// labelsApart divides the blocks in which a label stands on a line of its own, or first on one: "Nämndens svar:". A report
// has no such labels, so that its lines were put together as if they went on.
func labelsApart(blocks []block) []block {
	var apart []block
	for _, b := range blocks {
		apart = append(apart, dividedAtLabels(b)...)
	}
	return apart
}

func dividedAtLabels(b block) []block {
	if b.kind == row || b.kind == heading {
		return []block{b}
	}
	start := 0
	var parts []block
	for i := 1; i < len(b.lines); i++ {
		if isLabelLine(b.lines[i].text) || isPartLine(b.lines[i].text) || beginsClause(b, i) || isLabelLine(b.lines[i-1].text) && strings.HasSuffix(strings.TrimSpace(b.lines[i-1].text), ":") {
			parts = append(parts, joinedBlock(b.lines[start:i]))
			start = i
		}
	}
	if parts == nil {
		return []block{b}
	}
	return append(parts, joinedBlock(b.lines[start:]))
}

func isLabelLine(text string) bool {
	text = strings.TrimSpace(text)
	return strings.Contains(text, ":") && (answerBegins.MatchString(text) || answerOpening.MatchString(text))
}

// isPartLine tells a line that begins with the label of a part of an answer: "Ansvarig: …".
func isPartLine(text string) bool {
	return strings.HasSuffix(partOfAnswer.FindString(strings.TrimSpace(text)), ":")
}

// beginsClause tells the next of several clauses that stand below one another: "att …" below a line that was broken although it
// had room.
func beginsClause(b block, i int) bool {
	starts := func(l line) bool { return beginsAtt.MatchString(strings.TrimSpace(l.text)) }
	opens := starts(b.lines[0]) || decidesThat.MatchString(strings.TrimSpace(b.lines[0].text))
	if b.kind != paragraph || !opens || !starts(b.lines[i]) {
		return false
	}
	longest := 0
	for _, l := range b.lines {
		longest = max(longest, utf8.RuneCountInString(strings.TrimSpace(l.text)))
	}
	above := strings.TrimSpace(b.lines[i-1].text)
	return endsClause(above) || utf8.RuneCountInString(above)*100 < longest*70
}

func joinedBlock(lines []line) block {
	b := newBlock(lines[0])
	for _, l := range lines[1:] {
		b.text = joinBroken(b.text, strings.Join(strings.Fields(l.text), " "))
	}
	b.lines = lines
	return b
}

// restoreAnswerRows finds a head of recommendations and answers whose cells stand below one another, and makes rows of the
// lines below it. Where the lines do not fit the head, it is still no label of what follows.
func restoreAnswerRows(blocks []block) []block {
	var restored []block
	for i := 0; i < len(blocks); i++ {
		columns := runOf(blocks[i:], isAnswerTableHead)
		if columns < 3 || !headsAnswers(blocks[i:i+columns]) {
			restored = append(restored, blocks[i])
			continue
		}
		head := rowOf(blocks[i].text, blocks[i+1:i+columns])
		head.lines = append(slices.Clone(blocks[i].lines), head.lines...)
		rows, taken := stackedRows(blocks[i+columns:], columns)
		restored = append(append(restored, head), rows...)
		i += columns - 1 + taken
	}
	return restored
}

func isAnswerTableHead(b block) bool {
	return b.kind != row && b.kind != item && len(strings.Fields(b.text)) <= 3 && !strings.Contains(b.text, ":") &&
		(adviceHead.MatchString(b.text) || answerHead.MatchString(b.text) || numberHead.MatchString(b.text) || partOfAnswer.MatchString(b.text))
}

func headsAnswers(cells []block) bool {
	texts := make([]string, len(cells))
	for i, cell := range cells {
		texts[i] = cell.text
	}
	return slices.ContainsFunc(texts, adviceHead.MatchString) && slices.ContainsFunc(texts, answerHead.MatchString)
}

// stackedRows makes rows of the lines that stand close below one another, and tells how many blocks they take: as many
// lines to a row as there are columns, each row numbered after the one before. Where they are not so, none.
func stackedRows(blocks []block, columns int) (rows []block, taken int) {
	var lines []line
	for taken < len(blocks) && (taken == 0 || blocks[taken].line() == lines[len(lines)-1].number+1) {
		lines = append(lines, blocks[taken].lines...)
		taken++
	}
	if len(lines) == 0 || len(lines)%columns != 0 {
		return nil, 0
	}
	for begin := 0; begin < len(lines); begin += columns {
		cells := lines[begin : begin+columns]
		if m := cellNumber.FindStringSubmatch(strings.TrimSpace(cells[0].text)); m == nil || m[1] != strconv.Itoa(len(rows)+1) {
			return nil, 0
		}
		made := block{kind: row, lines: cells}
		for _, cell := range cells {
			made.cells = append(made.cells, strings.TrimSpace(cell.text))
		}
		rows = append(rows, made)
	}
	return rows, taken
}

// minutesTitle is how each committee's minutes begin.
var minutesTitle = regexp.MustCompile(`(?i)^(?:sammanträdesprotokoll|protokollsutdrag|protokoll|utdrag ur protokoll)(?:\s|$)`)

// withoutOthersMinutes leaves out the minutes where those of several committees stand in one file: which of them the response
// is of cannot be told, nor then whose number, day or answers these are.
func (r *replyReader) withoutOthersMinutes(own []document) []document {
	var minuted []*entry
	for _, d := range own {
		for i, b := range d.blocks {
			if d.kind == minutes && minutesTitle.MatchString(b.text) {
				minuted = r.appendFirstNamed(minuted, d.blocks[max(0, i-2):min(len(d.blocks), i+4)])
			}
		}
	}
	if len(minuted) < 2 {
		return own
	}
	r.warn(warnCommitteeUnclear, 0, "committee: minutes of both %s and %s", minuted[0].ref(), minuted[1].ref())
	return slices.DeleteFunc(own, func(d document) bool { return d.kind == minutes })
}

// appendFirstNamed adds the committee whose name stands alone first among some blocks.
func (r *replyReader) appendFirstNamed(entries []*entry, blocks []block) []*entry {
	for _, b := range blocks {
		if only := r.onlyCommittees(fullDate.ReplaceAllString(b.text, "")); len(only) == 1 {
			return appendEntry(entries, only[0])
		}
	}
	return entries
}
