package reading

import (
	"regexp"
	"slices"
	"strings"
)

var (
	adviceHead = regexp.MustCompile(`(?i)^(?:(?:våra|revisionens|revisorernas|granskningens|lämnade)\s+)?rekommendation(?:er|en)?$`)
	answerHead = regexp.MustCompile(`(?i)^(?:(?:[\p{L}-]+s)\s+)?(?:svar|yttrande|kommentar(?:er)?|ställningstagande)$`)
	stanceHead = regexp.MustCompile(`(?i)^(?:ställningstagande|instämmer)$`)
	numberHead = regexp.MustCompile(`(?i)^(?:nr\.?|#|nummer)$`)
)

// tabledAnswers reads a table with a column of recommendations and one of answers or measures. What stands in the other
// columns follows the answer, with the column's head.
func (r *replyReader) tabledAnswers(d document) []replied {
	var answers []replied
	for _, t := range tablesIn(d.blocks) {
		if len(t.rows) < 2 {
			continue
		}
		head := t.rows[0].cells
		advised := slices.IndexFunc(head, adviceHead.MatchString)
		said := slices.IndexFunc(head, answerHead.MatchString)
		if advised < 0 || said < 0 && !slices.ContainsFunc(head, partOfAnswer.MatchString) {
			continue
		}
		for _, line := range t.rows[1:] {
			if len(line.cells) == len(head) {
				answers = append(answers, rowAnswer(head, line, advised, said))
			}
		}
	}
	return answers
}

func rowAnswer(head []string, line block, advised, said int) replied {
	a := replied{quote: unquoted(line.cells[advised]), line: line.line()}
	if m := cellNumber.FindStringSubmatch(a.quote); m != nil {
		a.number, a.quote = m[1], a.quote[len(m[0]):]
	}
	if said >= 0 {
		a.say(line.cells[said], false)
	}
	for i, cell := range line.cells {
		switch {
		case i == advised, i == said, cell == "":
		case numberHead.MatchString(head[i]):
			a.number = strings.Trim(cell, " .")
		case head[i] == "" || stanceHead.MatchString(head[i]):
			a.say(cell, false)
		default:
			a.say(head[i]+": "+cell, false)
		}
	}
	return a
}
