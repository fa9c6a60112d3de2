package reading

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

var (
	answerOpening = regexp.MustCompile(`(?i)^(?:(?:revisionens|revisorernas|kommunrevisionens|granskningens)\s+)?rekommendation(?:en)?(?:\s+(?:nr\.?\s*|nummer\s+)?(\d{1,2}(?:\.\d{1,2})?|[a-h]))?\s*(?:[:.)–-]\s*(.*)|)$`)
	answerBegins  = regexp.MustCompile(`(?i)^((?:[\p{L}-]+(?:\s(?:och|samt)\s[\p{L}-]+)?s\s+)?(?:svar|yttrande|kommentar(?:er)?|ställningstagande|synpunkt(?:er)?|bemötande)(?:\s+(?:på|till|över)\s+rekommendation(?:en)?(?:\s+(?:nr\.?\s*)?(\d{1,2}(?:\.\d{1,2})?))?)?)\s*(?::\s*(.*)|)$`)
	// assessmentHead is over the answer where a recommendation stands above it, elsewhere over a chapter of a memorandum.
	assessmentHead = regexp.MustCompile(`(?i)^(?:nämndens|styrelsens|kommunstyrelsens|regionstyrelsens|förvaltningens|kontorets|\p{L}+(?:nämndens|förvaltningens|kontorets))\s+(?:bedömning|kommentar(?:er)?|synpunkter)\s*:?$`)
	partOfAnswer   = regexp.MustCompile(`(?i)^(?:(?:planerade|vidtagna|genomförda|beslutade|föreslagna|nämndens|förvaltningens)\s+)?(?:åtgärd(?:er)?|tidplan|tidsplan|ansvarig(?:a)?|uppföljning|klart|färdigt|motivering|status)\s*:?`)
	runningAdvice  = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:revisionen|revisorerna|kommunrevisionen|granskningen|rapporten|pwc|kpmg|ey|deloitte)\s+(?:rekommenderar|har rekommenderat|rekommenderade)\s+(?:även\s+|också\s+|vidare\s+|därför\s+)*[^:.]{0,80}?\s?att\s+([^:]{10,})[.]$`)
	closingWords   = regexp.MustCompile(`(?i)^(?:(?:på|å)\s\S.{3,60}\svägnar$|bilag(?:a|or)\b|med vänlig hälsning|underskrift|justera(?:ndes?|s)\b|utdragsbestyrk|protokollsutdrag|vid protokollet|paragrafen är|delges|kopia till|sammanfattning(?:svis)?\b|(?:beslutet\s+)?expedieras|sändlista|beslutet (?:ska\s+)?skickas|justering$|ordförande|i (?:beslutet|handläggningen)\s.{0,60}\s?delt(?:og|agit)(?:\s|[.]|$))`)
)

// replied is an answer while it is read.
type replied struct {
	number, quote string
	text          []string
	items         []bool // which of the text's parts are items of a list
	line          int
	labelled      bool // its words follow a label that says that they answer
	ofMany        bool // the paper speaks of several recommendations
}

func (a *replied) say(text string, isItem bool) {
	if text = strings.TrimSpace(text); text != "" {
		a.text, a.items = append(a.text, text), append(a.items, isItem)
	}
}

func (a *replied) sayBlock(b block) {
	switch b.kind {
	case item:
		a.say(itemText(b), true)
	case row:
		a.say(strings.Join(filled(b.cells), " · "), false)
	default:
		a.say(b.text, false)
	}
}

// whole is the answer's text: a blank line between its paragraphs, none between the items of a list.
func (a *replied) whole() string {
	var whole strings.Builder
	for i, text := range a.text {
		switch {
		case i > 0 && a.items[i] && a.items[i-1]:
			whole.WriteString("\n")
		case i > 0:
			whole.WriteString("\n\n")
		}
		whole.WriteString(text)
	}
	return whole.String()
}

// readAnswers takes the answers from the paper that has most of them, the response first.
func (r *replyReader) readAnswers() {
	var best []replied
	for _, d := range r.ownOf(response, unknownDocument, memorandum, minutes, coverLetter, report) {
		for _, find := range []func(document) []replied{r.tabledAnswers, r.labelledAnswers, r.answersBelowAdvice, r.runningAnswers} {
			if found := find(d); answeredOf(found) > answeredOf(best) {
				best = found
			}
		}
	}
	if len(best) == 0 {
		best = r.quotedAdvice()
	}
	r.quoteByNumber(best)
	for _, a := range best {
		r.reply.Answers = append(r.reply.Answers, r.answerOf(a))
	}
	r.takeStanceOnAll(best)
}

func answeredOf(answers []replied) int {
	count := 0
	for _, a := range answers {
		if len(a.text) > 0 {
			count++
		}
	}
	return count
}

func (r *replyReader) answerOf(a replied) Answer {
	said := Answer{Text: a.whole()}
	if a.number != "" {
		said.Number = &a.number
	}
	if a.quote != "" {
		said.Recommendation = &a.quote
	}
	if found := stancesIn(said.Text); len(found) > 0 {
		one, clear := oneStance(found)
		said.Verbatim = &one.verbatim
		if clear && one.stance != unclearStance {
			said.Stance = &one.stance
		} else {
			r.warn(warnStanceUnclear, a.line, "answer to %q: %q is no stance that could be told", firstOf(a.number, a.quote), one.verbatim)
		}
	}
	if len(a.text) == 0 {
		r.warn(warnNotFound, a.line, "answers: none to recommendation %q", firstOf(a.number, a.quote))
	}
	return said
}

func firstOf(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}

// takeStanceOnAll gives the answers without a stance that which the committee takes on all recommendations at once.
func (r *replyReader) takeStanceOnAll(answers []replied) {
	var found []taken
	for _, d := range r.ownOf(response, unknownDocument, memorandum, minutes, report) {
		for _, b := range d.blocks {
			for _, t := range stancesIn(b.text) {
				if t.ofAll {
					found = append(found, t)
				}
			}
		}
	}
	if len(found) == 0 {
		return
	}
	one, clear := oneStance(found)
	if !clear || one.stance == unclearStance {
		r.warn(warnStanceUnclear, 0, "all recommendations: %q is no stance that could be told", one.verbatim)
		return
	}
	for i := range r.reply.Answers {
		if r.reply.Answers[i].Verbatim == nil {
			r.reply.Answers[i].Stance, r.reply.Answers[i].Verbatim = &one.stance, &one.verbatim
		}
	}
}

// labelledAnswers follows "Rekommendation 1: …" and "Nämndens svar: …", each with what stands below it. Without any label of
// an answer, what stands below a recommendation answers it where something stands below each of them.
func (r *replyReader) labelledAnswers(d document) []replied {
	var answers []replied
	labelled := false
	var open *replied
	answering := false
	for i, b := range d.blocks {
		if open != nil && assessmentHead.MatchString(b.text) && awaitsOnlyLast(answers) {
			labelled, answering, open.labelled = true, true, true
			continue
		}
		if r.endsAnswer(d.blocks, i) || open != nil && len(open.text) > 0 && headsMore(d.blocks, i) {
			open, answering = nil, false
			continue
		}
		if m := answerOpening.FindStringSubmatch(b.text); m != nil && b.kind != row && !(open != nil && open.awaits(m[1])) {
			answers = append(answers, replied{number: m[1], quote: unquoted(m[2]), line: b.line()})
			open, answering = &answers[len(answers)-1], false
			continue
		} else if m != nil && b.kind != row {
			open.quote = unquoted(m[2])
			continue
		}
		if m := answerBegins.FindStringSubmatch(b.text); m != nil && b.kind != row && isAnswerLabel(b, m) {
			if open == nil || answering {
				begun, ok := quotedAbove(d.blocks, i, r)
				switch {
				case m[2] != "":
					begun = replied{number: m[2], line: b.line()} // it says itself what it answers
				case !ok:
					continue
				case answering:
					open.drop(begun.quote)
				}
				answers = append(answers, begun)
				open = &answers[len(answers)-1]
			}
			labelled, answering, open.labelled = true, true, true
			open.say(m[3], false)
			continue
		}
		switch {
		case open == nil:
		case !answering && open.quote == "":
			open.quote = unquoted(b.text)
		case !answering && len(open.text) == 0 && !endsSentence(open.quote) && startsWithLower(b.text):
			open.quote = joinBroken(open.quote, b.text)
		default:
			open.sayBlock(b)
		}
	}
	if len(answers) == 1 {
		answers[0].ofMany = slices.ContainsFunc(d.blocks, func(b block) bool { return severalAdvices.MatchString(b.text) })
	}
	return certainAnswers(answers, labelled)
}

// severalAdvices is how a paper speaks of more than one recommendation.
var severalAdvices = regexp.MustCompile(`(?i)(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|följande|flera|ett antal|\d)\s+rekommendationer(?:\s|[.:,]|$)`)

// awaitsOnlyLast tells whether all recommendations but the last are answered; of what answers several at once, none is the
// last one's alone.
func awaitsOnlyLast(answers []replied) bool {
	last := len(answers) - 1
	return len(answers[last].text) == 0 && answeredOf(answers[:last]) == last
}

// awaits tells whether a recommendation's number stands already and its words do not.
func (a *replied) awaits(number string) bool {
	return a.quote == "" && len(a.text) == 0 && (number == "" || number == a.number)
}

// drop takes away what turned out to be the next recommendation's words.
func (a *replied) drop(text string) {
	if last := len(a.text) - 1; last >= 0 && strings.HasSuffix(a.text[last], text) {
		a.text, a.items = a.text[:last], a.items[:last]
	}
}

func itemText(b block) string {
	if b.number != "" {
		return b.number + ". " + b.text
	}
	return "- " + b.text
}

// isAnswerLabel tells a label from a sentence or a title that begins with the same word.
func isAnswerLabel(b block, m []string) bool {
	return strings.Contains(b.text, ":") || utf8.RuneCountInString(m[1]) < 60 && !strings.EqualFold(m[1], "yttrande") && len(b.text) == len(m[1])
}

// quotedAbove is the recommendation whose words stand directly above its answer.
func quotedAbove(blocks []block, i int, r *replyReader) (replied, bool) {
	if i == 0 {
		return replied{}, false
	}
	above := blocks[i-1]
	text := unquoted(above.text)
	if above.kind == row || len(text) < 10 || strings.HasSuffix(text, ":") || r.onlyCommittees(text) != nil || answersTitle.MatchString(text) || strings.HasSuffix(text, "?") {
		return replied{}, false
	}
	if above.kind != item && above.kind != heading && !startsWithTask(text) && !duty.MatchString(text) && text == above.text {
		return replied{}, false // neither listed, nor a task, nor between quotation marks
	}
	return replied{number: above.number, quote: text, line: above.line()}, true
}

var quotes = `”"“»«`

func unquoted(text string) string {
	text = strings.TrimSpace(text)
	if inner := strings.Trim(text, quotes); len(inner) < len(text) && !strings.ContainsAny(inner, quotes) {
		return strings.TrimSpace(inner)
	}
	return text
}

// endsAnswer tells what no answer goes on with: another chapter, the end of the paper, signatures.
func (r *replyReader) endsAnswer(blocks []block, i int) bool {
	b := blocks[i]
	switch {
	case answerOpening.MatchString(b.text), answerBegins.MatchString(b.text), partOfAnswer.MatchString(b.text):
		return false
	case b.kind == heading && i+1 < len(blocks) && answerBegins.MatchString(blocks[i+1].text):
		return false
	case b.kind == heading, closingWords.MatchString(b.text) && b.kind != item, signature.MatchString(b.text) && len(b.text) < 80:
		return true
	case r.onlyCommittees(b.text) != nil && b.kind == paragraph, b.kind == paragraph && isChapterLine(b.text):
		return true
	}
	return b.kind == paragraph && len(b.text) < 60 && !endsSentence(b.text) && (i+1 < len(blocks) && signature.MatchString(blocks[i+1].text) ||
		len(b.lines) > 1 && signature.MatchString(strings.TrimSpace(b.lines[1].text)))
}

// headsMore tells a few words over a paragraph of their own, which head what is about something else.
func headsMore(blocks []block, i int) bool {
	b := blocks[i]
	return b.kind == paragraph && len(strings.Fields(b.text)) <= 5 && looksLikeHeading(b.text) && !digits.MatchString(b.text) &&
		!partOfAnswer.MatchString(b.text) && !answerOpening.MatchString(b.text) && !answerBegins.MatchString(b.text) &&
		i+1 < len(blocks) && blocks[i+1].kind == paragraph && endsSentence(blocks[i+1].text)
}

func certainAnswers(answers []replied, labelled bool) []replied {
	var certain []replied
	for _, a := range answers {
		if labelled && !a.labelled {
			a.text, a.items = nil, nil
		}
		if a.quote != "" || len(a.text) > 0 {
			certain = append(certain, a)
		}
	}
	if labelled && len(certain) == 1 && certain[0].number == "" && certain[0].ofMany {
		return nil // the heads of a table whose cells have run into one another
	}
	if labelled {
		return certain
	}
	if slices.ContainsFunc(certain[:max(0, len(certain)-1)], func(a replied) bool { return len(a.text) == 0 }) {
		return nil
	}
	if len(certain) == 1 && len(stancesIn(certain[0].whole())) == 0 {
		return nil // a single text below a recommendation may as well explain it
	}
	return certain
}
