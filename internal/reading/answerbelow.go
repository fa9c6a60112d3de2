package reading

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// answersBelowAdvice reads recommendations that stand above their answers without any label: as headings, as items numbered
// one after another, or each between quotation marks. They are told from a report's own, which it explains below, by what
// stands below: something below each of them, and the committee's stance below one at least.
func (r *replyReader) answersBelowAdvice(d document) []replied {
	for _, stands := range []func(block) bool{isNumberedAdvice, isHeadedAdvice, isQuotedAdvice} {
		if answers := r.answersBelow(d.blocks, stands); certainBelow(answers) {
			return answers
		}
	}
	if answers := r.answersBelow(d.blocks, isPlainAdvice); certainBelow(answers) && !slices.ContainsFunc(answers, takesNoStance) {
		return answers // nothing but the stance below each tells them from other lines
	}
	return nil
}

func takesNoStance(a replied) bool { return len(stancesIn(a.whole())) == 0 }

// isPlainAdvice tells a line that is no sentence and says what to do.
func isPlainAdvice(b block) bool {
	return b.kind == paragraph && len(b.lines) < 3 && startsWithUpper(b.text) && startsWithTask(b.text) && !endsSentence(b.text)
}

func isNumberedAdvice(b block) bool {
	return (b.kind == item || b.kind == heading) && b.number != "" && startsWithTask(b.text) && !strings.HasSuffix(b.text, "?")
}

func isHeadedAdvice(b block) bool {
	return b.kind == heading && b.number == "" && (startsWithTask(b.text) || dutyOpens.MatchString(b.text)) && !strings.HasSuffix(b.text, "?")
}

// dutyOpens tells a sentence that says from its first word what the committee is to do.
var dutyOpens = regexp.MustCompile(`(?i)^(?:\p{L}+-?\s+(?:och\s+)?){0,3}(?:\p{L}*nämnden|\p{L}*styrelsen)\s+(?:behöver|bör|måste)\s`)

func isQuotedAdvice(b block) bool {
	text := unquoted(b.text)
	return b.kind != row && text != b.text && (startsWithTask(text) || dutyOpens.MatchString(text))
}

func (r *replyReader) answersBelow(blocks []block, stands func(block) bool) []replied {
	var answers []replied
	open := false
	for i, b := range blocks {
		if stands(b) && i+1 < len(blocks) && blocks[i+1].kind == paragraph && !stands(blocks[i+1]) {
			if (b.number == "1" || b.number == "a") && len(answers) > 0 && answers[0].number != b.number {
				answers = nil // what was numbered before ends a list of them
			}
			answers = append(answers, replied{number: b.number, quote: unquoted(b.text), line: b.line()})
			open = true
			continue
		}
		if open = open && !r.endsAnswer(blocks, i) && !headsMore(blocks, i); open {
			answers[len(answers)-1].sayBlock(b)
		}
	}
	return answers
}

// certainBelow wants more than one answer, none empty, none that breaks off within a sentence as where the next
// recommendation has run into it, numbers that follow one another, and a stance.
func certainBelow(answers []replied) bool {
	stances := 0
	for i, a := range answers {
		last := len(a.text) - 1
		if last < 0 || !a.items[last] && !endsSentence(a.text[last]) || a.number != "" && a.number != strconv.Itoa(i+1) && a.number != string(rune('a'+i)) {
			return false
		}
		stances += len(stancesIn(a.whole()))
	}
	return len(answers) > 1 && stances > 0 && !slices.ContainsFunc(answers, saysAdvice)
}

// saysAdvice tells an answer in whose words a further recommendation stands, or the label of an answer.
func saysAdvice(a replied) bool {
	return slices.ContainsFunc(a.text, func(text string) bool {
		return isLabelLine(text) || slices.ContainsFunc(sentencesOf(text), func(sentence string) bool { return dutyOpens.MatchString(sentence) })
	})
}
