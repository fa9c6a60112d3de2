package reading

import (
	"slices"
	"strings"
)

// runningAnswers reads "Revisionen rekommenderar nämnden att … . Nämnden …": what follows until the next such sentence.
func (r *replyReader) runningAnswers(d document) []replied {
	var answers []replied
	open := false
	for i, b := range d.blocks {
		if b.kind == row || r.endsAnswer(d.blocks, i) {
			open = false
			continue
		}
		var said []string
		for _, sentence := range sentencesOf(b.text) {
			m := runningAdvice.FindStringSubmatch(sentence)
			if m == nil {
				said = append(said, sentence)
				continue
			}
			if open {
				answers[len(answers)-1].say(strings.Join(said, " "), false)
			}
			answers = append(answers, replied{quote: unquoted(m[1]), line: b.line()})
			open, said = true, nil
		}
		if text := strings.Join(said, " "); open && b.kind == item {
			answers[len(answers)-1].say(itemText(b), true)
		} else if open {
			answers[len(answers)-1].say(text, false)
		}
	}
	return slices.DeleteFunc(answers, func(a replied) bool { return !speaksFor.MatchString(a.whole() + " ") })
}

// quotedAdvice are the recommendations that the papers quote, where one stance is taken on all of them and nothing more is
// said of each.
func (r *replyReader) quotedAdvice() []replied {
	for _, d := range r.ownOf(response, unknownDocument, memorandum, minutes) {
		onAll := slices.ContainsFunc(d.blocks, func(b block) bool {
			return slices.ContainsFunc(stancesIn(b.text), func(t taken) bool { return t.ofAll })
		})
		if !onAll {
			continue
		}
		if quoted := quotedLists(d); len(quoted) > 0 {
			return quoted
		}
	}
	return nil
}

// quotedLists are the items of the lists that a paper announces as recommendations.
func quotedLists(d document) []replied {
	var quoted []replied
	for i, b := range d.blocks {
		if b.kind == row || b.kind == item || !adviceIntro.MatchString(b.text) || b.kind != heading && !strings.HasSuffix(b.text, ":") {
			continue
		}
		for k := i + 1; k < len(d.blocks) && d.blocks[k].kind == item; k++ {
			quoted = append(quoted, replied{number: d.blocks[k].number, quote: unquoted(d.blocks[k].text), line: d.blocks[k].line()})
		}
	}
	return quoted
}

// quoteByNumber gives an answer that names a recommendation by its number alone the words that a list has for it.
func (r *replyReader) quoteByNumber(answers []replied) {
	for i := range answers {
		if answers[i].quote != "" || answers[i].number == "" {
			continue
		}
		for _, d := range r.ownOf(response, unknownDocument, memorandum, minutes, report) {
			for _, q := range quotedLists(d) {
				if q.number == answers[i].number && answers[i].quote == "" {
					answers[i].quote = q.quote
				}
			}
		}
	}
}
