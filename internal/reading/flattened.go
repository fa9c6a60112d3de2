package reading

import (
	"regexp"
	"slices"
	"strings"
)

// A conversion may lose a table's columns: its cells then stand after one another on a line, or below one another.
// restoreRows makes rows of both again, so that a matrix is read the same way whatever became of it.
func restoreRows(blocks []block) []block {
	blocks = withGradesBelowJoined(blocks)
	for i := range blocks {
		if cells := headAbove(blocks, i); cells != nil {
			blocks[i].kind, blocks[i].cells = row, cells
		} else if cells := lineCells(blocks[i]); len(cells) > 1 {
			blocks[i].kind, blocks[i].cells = row, cells
		}
	}
	return restoreColumns(blocks)
}

// withGradesBelowJoined puts a row of several grades on the line of the question that they stand below.
func withGradesBelowJoined(blocks []block) []block {
	joined := blocks[:0]
	for _, b := range blocks {
		if last := len(joined) - 1; last >= 0 && isGradedBelow(joined[last], b) {
			joined[last].text += " " + b.text
			joined[last].lines = append(joined[last].lines, b.lines...)
			continue
		}
		joined = append(joined, b)
	}
	return joined
}

func isGradedBelow(above, b block) bool {
	return above.kind != row && b.kind == paragraph && strings.HasSuffix(above.text, "?") && len(onlyGrades(b.text)) > 1 && areGrades(b.text)
}

// mostAsked is how many lines a cell may break a question into.
const mostAsked = 7

// withGradesLast puts the grades that stand beside a question's first line, within its sentence, after its last: a table read
// line by line gives "Säkerställs att det Ja Nej" and below it "finns rutiner?".
func withGradesLast(lines []line) []line {
	for i := range lines {
		asked, grades := gradesEnding(lines[i].text)
		if grades == "" {
			continue
		}
		for j := i + 1; j < len(lines) && j < i+mostAsked && startsWithLower(strings.TrimSpace(lines[j].text)); j++ {
			if text := strings.TrimSpace(lines[j].text); strings.HasSuffix(text, "?") {
				lines[i].text, lines[j].text = asked, text+" "+grades
				break
			}
		}
	}
	return lines
}

// mostGradeWords is how many words a row's grades take.
const mostGradeWords = 16

// gradesEnding divides a line that begins a question and ends with grades in upper case, which none of its words are.
func gradesEnding(text string) (asked, grades string) {
	words := strings.Fields(text)
	begun := newBlock(line{text: text}).text
	if !questionOpening.MatchString(begun) && !asksWhether.MatchString(begun) || !startsWithUpper(begun) || strings.Contains(text, "?") {
		return "", ""
	}
	for count := min(mostGradeWords, len(words)-2); count > 0; count-- {
		at := len(words) - count
		last := strings.Join(words[at:], " ")
		if startsWithUpper(last) && areGrades(last) && !endsSentence(words[at-1]) {
			return strings.Join(words[:at], " "), last
		}
	}
	return "", ""
}

// areGrades tells one grade after another, each in upper case.
func areGrades(text string) bool {
	grades := onlyGrades(text)
	return isGradeOnly(text) || len(grades) > 1 && !slices.ContainsFunc(grades, startsWithLower)
}

// headAbove divides a line of committees' names that a table stands below, with a column for each and one for its questions.
func headAbove(blocks []block, i int) []string {
	b := blocks[i]
	if b.kind != paragraph || len(b.lines) != 1 || i+1 >= len(blocks) || blocks[i+1].kind != row {
		return nil
	}
	names := wideGap.Split(strings.TrimSpace(b.lines[0].text), -1)
	isOther := func(name string) bool { return !isCommitteeName(name) }
	if len(names) < 2 || slices.ContainsFunc(names, isOther) || len(filled(blocks[i+1].cells)) != len(names)+1 {
		return nil
	}
	return append([]string{""}, names...)
}

// lineCells divides "Finns rutiner? Ja Delvis Nej" and "Revisionsfråga KS AMN BUN" into cells.
func lineCells(b block) []string {
	if b.kind != paragraph && b.kind != item {
		return nil
	}
	if at := strings.LastIndex(b.text, "?"); at > 0 && at < len(b.text)-1 {
		question := b.text[:at+1]
		if b.number != "" {
			question = b.number + ". " + question
		}
		question = plainLabel.ReplaceAllString(question, "")
		rest := answerLabel.ReplaceAllString(b.text[at+1:], "")
		if grades := onlyGrades(rest); len(grades) > 0 {
			return append([]string{question}, grades...)
		}
		if answer := strings.TrimSpace(rest); isAnswer(answer) && !strings.Contains(question, ". ") {
			return []string{question, answer}
		}
		return nil
	}
	return headCells(b.text)
}

// plainLabel is how a question without number is labelled, answerLabel how its answer on the same line is.
var (
	plainLabel  = regexp.MustCompile(`^(?i)(?:revisions|del)?fråga\s*:\s*`)
	answerLabel = regexp.MustCompile(`^(?i)\s*(?:svar|bedömning)\s*:\s*`)
)

// isAnswer tells a grade with its reasons after it.
func isAnswer(text string) bool {
	mention, ok := leadingGrade(text)
	if !ok {
		return false
	}
	rest := strings.TrimSpace(text[mention.end:])
	return rest != "" && (strings.ContainsRune(".,:–-", []rune(rest)[0]) || startsWithUpper(rest))
}

// onlyGrades divides a text that is nothing but grades.
func onlyGrades(text string) []string {
	var grades []string
	end := 0
	for _, g := range gradesIn(text) {
		if strings.Trim(text[end:g.start], " ,.") != "" {
			return nil
		}
		grades = append(grades, text[g.start:g.end])
		end = g.end
	}
	if strings.Trim(text[end:], " .") != "" {
		return nil
	}
	return grades
}

// headCells divides a matrix's head: words of a table's head, and after them abbreviations.
func headCells(text string) []string {
	var words, abbreviations []string
	for _, word := range strings.Fields(text) {
		switch {
		case isHeadWord(word) && len(abbreviations) == 0:
			words = append(words, word)
		case isAbbreviation(word):
			abbreviations = append(abbreviations, word)
		default:
			return nil
		}
	}
	if len(abbreviations) > 1 && !firms.MatchString(text) {
		return append([]string{""}, abbreviations...)
	}
	if len(abbreviations) == 0 && len(words) > 1 {
		return words
	}
	return nil
}

func isHeadWord(word string) bool {
	return questionHeader.MatchString(word) || gradeHeader.MatchString(word) || proseHeader.MatchString(word)
}

// restoreColumns finds a head of committees below one another, and after it questions, each with as many grades below.
func restoreColumns(blocks []block) []block {
	var restored []block
	columns, headAt := 0, 0
	for i := 0; i < len(blocks); i++ {
		if count := runOf(blocks[i:], isColumnHead); count > 1 || count == 0 && namesHead(blocks[i:]) {
			count = max(count, runOf(blocks[i:], isNamedHead))
			restored = append(restored, rowOf("", blocks[i:i+count]))
			columns, headAt = count, len(restored)-1
			i += count - 1
			continue
		}
		if strings.HasSuffix(blocks[i].text, "?") && columns > 1 && runOf(blocks[i+1:], isGradeBlock) == columns {
			question := blocks[i].text
			if blocks[i].number != "" {
				question = blocks[i].number + ". " + question
			}
			if restored[len(restored)-1].kind != row && len(restored)-headAt < farFromHead {
				restored = append(restored, restored[headAt]) // what could not be restored stands between
			}
			restored = append(restored, rowOf(question, blocks[i+1:i+1+columns]))
			i += columns
			continue
		}
		restored = append(restored, blocks[i])
	}
	return restored
}

// farFromHead is how many blocks below its head a table may still go on after something that is no row.
const farFromHead = 15

func runOf(blocks []block, wanted func(block) bool) int {
	count := 0
	for count < len(blocks) && wanted(blocks[count]) {
		count++
	}
	return count
}

func isColumnHead(b block) bool {
	return b.kind == paragraph && isAbbreviation(b.text) || b.kind == heading && b.level == subheading && isAbbreviation(b.text)
}

// isNamedHead tells a block that is a committee's name and no more.
func isNamedHead(b block) bool {
	return b.kind != row && b.kind != item && isCommitteeName(b.text)
}

// namesHead tells names below one another that head columns from those of a letter's recipients: a question comes next,
// and as many grades.
func namesHead(blocks []block) bool {
	count := runOf(blocks, isNamedHead)
	return count > 1 && count < len(blocks) && strings.HasSuffix(blocks[count].text, "?") && runOf(blocks[count+1:], isGradeBlock) == count
}

func isGradeBlock(b block) bool { return b.kind != row && isGradeOnly(b.text) }

func rowOf(first string, cells []block) block {
	made := block{kind: row, cells: []string{first}}
	for _, cell := range cells {
		made.cells = append(made.cells, cell.text)
		made.lines = append(made.lines, cell.lines...)
	}
	return made
}
