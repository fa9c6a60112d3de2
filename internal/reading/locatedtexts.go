package reading

import (
	"fmt"
	"slices"
	"strings"
)

// wording is a text of the reading, and the line where the reader took it from.
type wording struct {
	pointer, text string
	line          int // 0 where it is not remembered
	letters       string
	places        []span
}

// locateTexts shows questions and recommendations wherever their words stand, but not within other words that say more.
func (l *locator) locateTexts() {
	var wordings []wording
	for i, q := range l.reading.Questions {
		wordings = append(wordings, wording{pointer: fmt.Sprintf("/questions/%d", i), text: q.Text, line: l.questionLines[q.Number]})
	}
	for i, advised := range l.reading.Recommendations {
		pointer := fmt.Sprintf("/recommendations/%d", i)
		wordings = append(wordings, wording{pointer: pointer, text: advised.Text, line: l.adopted[i].line})
		for k, variant := range advised.Variants {
			wordings = append(wordings, wording{pointer: fmt.Sprintf("%s/variants/%d", pointer, k), text: variant})
		}
	}
	for i := range wordings {
		wordings[i].letters = lettersOf(wordings[i].text).text
		wordings[i].places = l.wordingPlaces(wordings[i])
	}
	for _, w := range wordings {
		l.add(w.pointer, slices.DeleteFunc(slices.Clone(w.places), func(p span) bool {
			return slices.ContainsFunc(wordings, func(other wording) bool { return other.saysMoreAt(p, w) })
		})...)
	}
}

// saysMoreAt tells whether at a place a wording stands that holds another.
func (w wording) saysMoreAt(p span, than wording) bool {
	return len(w.letters) > len(than.letters) && strings.Contains(w.letters, than.letters) &&
		slices.ContainsFunc(w.places, func(wider span) bool { return wider.holds(p) })
}

// fewWords is below which a text's words may stand by chance in a sentence that is about something else.
const fewWords = 5

func (l *locator) wordingPlaces(w wording) []span {
	var found []span
	if b := l.blockAt(w.line); b != nil {
		found = l.within(*b, w.text)
	}
	if len(found) == 0 || len(strings.Fields(w.text)) >= fewWords {
		found = append(found, l.everywhere(w.text)...)
	}
	return found
}

// blockAt finds the report's block that begins at a line that the reader remembers.
func (l *locator) blockAt(number int) *block {
	at := slices.IndexFunc(l.report.blocks, func(b block) bool { return number > 0 && b.line() == number })
	if at < 0 {
		return nil
	}
	return &l.report.blocks[at]
}

// locateGrades shows a grade where the reader took it from. Where its words stand there more than once, the whole is shown.
func (l *locator) locateGrades() {
	for i, a := range l.reading.Assessments {
		l.addGrade(fmt.Sprintf("/assessments/%d", i), a.Committee, a.Verbatim, l.gradeLines[gradeKey(a.Question, a.Committee)])
	}
	for i, o := range l.reading.OverallAssessments {
		l.addGrade(fmt.Sprintf("/overallAssessments/%d", i), o.Committee, o.Verbatim, l.gradeLines[gradeKey("", o.Committee)])
	}
}

func (l *locator) addGrade(pointer string, committee, verbatim string, number int) {
	for _, b := range l.gradedBlocks(committee, number) {
		found := l.within(b, verbatim)
		switch {
		case len(found) == 1:
			l.add(pointer, found[0])
		case len(found) > 1, slices.Contains(b.cells, verbatim):
			l.add(pointer, l.of(b))
		default:
			continue
		}
		return
	}
}

// gradedBlocks are the block that a grade was read from and, where a table's head stands there and its rows are the
// committees, theirs.
func (l *locator) gradedBlocks(committee string, number int) []block {
	blocks := l.report.blocks
	at := slices.IndexFunc(blocks, func(b block) bool { return number > 0 && b.line() == number })
	if at < 0 {
		return nil
	}
	graded := []block{blocks[at]}
	for _, b := range blocks[at+1:] {
		if b.kind != row || blocks[at].kind != row || len(b.cells) == 0 {
			break
		}
		if e := l.committeeCalled(b.cells[0]); e != nil && e.ref() == committee {
			graded = append(graded, b)
		}
	}
	return graded
}

// gradeKey is a grade's place in the reading; an overall one is of no question.
func gradeKey(question, committee string) string { return question + "\x00" + committee }

// locateCriteria shows the list that the criteria were read from, item by item.
func (l *locator) locateCriteria() {
	l.locateList("/criteria", len(l.reading.Criteria), func(i int, b block) bool {
		return criterionText(b.text) == l.reading.Criteria[i]
	}, func(i int) string { return l.reading.Criteria[i] })
}

func (l *locator) locateDocuments() {
	l.locateList("/documents", len(l.reading.Documents), func(i int, b block) bool {
		title := l.reading.Documents[i].Title
		if b.kind == row {
			return len(filled(b.cells)) > 0 && filled(b.cells)[0] == title
		}
		return strings.HasPrefix(b.text, title)
	}, func(i int) string { return l.reading.Documents[i].Title })
}

// locateList finds the blocks that a list was read from: those that bear its items in their order, the closest together.
func (l *locator) locateList(pointer string, items int, bears func(i int, b block) bool, words func(i int) string) {
	var closest []int
	for start := range l.report.blocks {
		if items == 0 || !bears(0, l.report.blocks[start]) {
			continue
		}
		if taken := l.inOrder(start, items, bears); taken != nil && (closest == nil || taken[items-1]-start < closest[items-1]-closest[0]) {
			closest = taken
		}
	}
	for i, at := range closest {
		if found := l.within(l.report.blocks[at], words(i)); len(found) > 0 {
			l.add(fmt.Sprintf("%s/%d", pointer, i), found[0])
		}
	}
}

func (l *locator) inOrder(start, items int, bears func(i int, b block) bool) []int {
	var taken []int
	for at := start; at < len(l.report.blocks) && len(taken) < items; at++ {
		if bears(len(taken), l.report.blocks[at]) {
			taken = append(taken, at)
		}
	}
	if len(taken) < items {
		return nil
	}
	return taken
}
