package reading

import (
	"regexp"
	"slices"
	"strings"
)

var (
	questionTitle   = regexp.MustCompile(`revisionsfråg|frågeställning|granskningens frågor|^syfte|delfrågor|kontrollfråg|kontrollmål|kontrollområden`)
	controlTitle    = regexp.MustCompile(`kontrollmål|kontrollområden`)
	questionIntro   = regexp.MustCompile(`(?i)(revisionsfråga|revisionsfrågan|revisionsfrågor|frågeställningar|delfrågor|kontrollmål|frågor|frågorna|frågeställningarna|kontrollmålen|fråga\s+som\s+granskningen)\b.{0,200}:?$|syft\p{L}+\s.{0,80}svar\s+på(\s+följande)?\s*:$|granskningen\s+(?:ska|skall)\s+(?:besvara|pröva|belysa|undersöka)\s*:?$`)
	oneQuestion     = regexp.MustCompile(`(?i)revisionsfrågan?\b`)
	otherIntro      = regexp.MustCompile(`(?i)perspektiv|bakgrundsfrågor|enkätfrågor|intervjufrågor|fritextsvar`)
	questionLabel   = regexp.MustCompile(`(?i)^(?:(?:revisions|del)?fråga|kontrollmål)\s*(\d{1,2}(?:[.:]\d{1,2})?[a-h]?)\s*[:.–-]?\s*`)
	questionOpening = regexp.MustCompile(`(?i)^(om|huruvida|hur|är|har|finns|vilka|vilken|vilket|säkerställer|sker|görs|följer|följs|bedrivs|bedriver|tillämpas|arbetar|vad|på vilket sätt|i vilken|utövar|ger|kan)\s`)
)

// asked is a question as the text puts it, before it is numbered.
type asked struct {
	number string
	text   string
	bullet string
	nested bool // a bullet under a numbered question, or of another kind than the first
	line   int
}

// readQuestions takes the list that the report itself calls its audit questions; without one, the questions that stand
// labelled or in the matrix.
func (r *reader) readQuestions() {
	for _, find := range []func() []asked{r.statedQuestions, r.matrixQuestions, r.introducedQuestions, r.answeredQuestions, r.indirectQuestion} {
		if found := find(); len(found) > 0 && !slices.ContainsFunc(found, asked.holdsCells) {
			r.numberQuestions(found)
			return
		}
	}
	r.notFound("questions")
}

// holdsCells tells a question that begins with a grade, or in which several stand beside one another: the cells of a table
// have run into one another, and which words are whose cannot be told.
func (q asked) holdsCells() bool {
	grades := gradesIn(q.text)
	if lead, ok := leadingGrade(q.text); ok && startsWithUpper(q.text) && !fulfilledFirst.MatchString(q.text[lead.start:lead.end]) {
		return true
	}
	for i := 1; i < len(grades); i++ {
		if strings.TrimSpace(q.text[grades[i-1].end:grades[i].start]) == "" {
			return true
		}
	}
	return false
}

// statedQuestions are those of the list, unless more are labelled one by one.
func (r *reader) statedQuestions() []asked {
	listed, labelled := r.listedQuestions(), r.labelledQuestions()
	if len(labelled) > len(listed) {
		return labelled
	}
	return listed
}

// listedQuestions reads the section of questions; where several have one, that with most questions.
func (r *reader) listedQuestions() []asked {
	var best []asked
	for _, s := range sections(r.report.blocks, questionTitle) {
		if strings.Contains(strings.ToLower(s.heading().text), "svar på") || strings.Contains(strings.ToLower(s.heading().text), "bedömning") {
			continue
		}
		if found := questionsAmong(s.body(), controlTitle.MatchString(strings.ToLower(s.heading().text)), false); len(found) > len(best) {
			best = found
		}
	}
	return best
}

// introducedQuestions reads the list after a sentence that announces it, wherever it stands.
func (r *reader) introducedQuestions() []asked {
	for i, b := range r.report.blocks {
		if inline := inlineQuestions(b); len(inline) > 0 && !strings.Contains(strings.ToLower(b.text), "bedömning") && !partsFollow(inline, r.report.blocks[i+1:]) {
			return inline
		}
		if b.kind == paragraph && questionIntro.MatchString(b.text) && !otherIntro.MatchString(b.text) {
			if found := questionsAmong(r.report.blocks[i+1:min(len(r.report.blocks), i+25)], controlTitle.MatchString(strings.ToLower(b.text)), true); len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// questionsAmong takes the questions from the start of some blocks, until something else than questions is announced. Goals
// of control are statements: the items of their list, whatever they end with. Indirect questions begin
// a list that a sentence before the blocks has announced, or none.
func questionsAmong(blocks []block, goals, indirect bool) []asked {
	var found []asked
	announced := false
	for i, b := range blocks {
		inline := inlineQuestions(b)
		if (len(inline) > 1 || len(inline) == 1 && oneQuestion.MatchString(b.text)) && len(found) == 0 && !partsFollow(inline, blocks[i+1:]) {
			return inline
		}
		text, number := b.text, b.number
		if len(inline) == 1 {
			text = inline[0].text // the words before it announce it
		}
		if m := questionLabel.FindStringSubmatch(text); m != nil {
			number, text = m[1], strings.TrimSpace(text[len(m[0]):])
		} else if m := indirectly.FindStringSubmatch(text); m != nil {
			text = m[1]
		}
		switch {
		case b.kind == heading && len(found) > 0 && !strings.HasSuffix(text, "?"),
			b.kind == paragraph && otherIntro.MatchString(text):
			return found
		case b.kind == paragraph && questionIntro.MatchString(text) && !strings.HasSuffix(text, "?"):
			announced = true
		case b.kind == row:
			continue
		case slices.ContainsFunc(found, func(q asked) bool { return sameWording(q.text, text) }):
			return found
		case b.kind == paragraph && len(found) > 0 && announcesOther(text):
			return found
		case isQuestion(text, b.kind == item && (announced || indirect && asksIndirectly.MatchString(text))) && !(b.kind == paragraph && endsCell(text)), goals && (b.kind == item || number != "") && len(text) > 15:
			indirect = indirect && !strings.HasSuffix(text, "?")
			nested := b.kind == item && number == "" && (len(found) > 0 && found[0].bullet != b.bullet)
			found = append(found, asked{number: number, text: text, bullet: b.bullet, nested: nested, line: b.line()})
		case b.kind == paragraph && len(found) > 0 && len(text) > 60 && !commentsOn(blocks, i):
			return found
		}
	}
	return found
}

// commentsOn tells the cell after a question and its grade, where a table's cells have become paragraphs.
func commentsOn(blocks []block, i int) bool {
	return i > 1 && isGradeBlock(blocks[i-1]) && isQuestion(blocks[i-2].text, false)
}

// asksReader is what only a page asks its reader, or a survey those who answer it.
var asksReader = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:du|dig|din|ditt|dina)(?:$|[^\p{L}])|^var\s(?:sidan|informationen)\s`)

// asksIndirectly is how a question begins that ends a sentence: "Granskningen ska belysa: – hur målen följs upp".
var asksIndirectly = regexp.MustCompile(`^(?i)(?:om|huruvida|hur|vilka|vilken|vilket|vad|på vilket sätt|i vilken)\s`)

var partsTitle = regexp.MustCompile(`(?i)^(?:följande\s+|underliggande\s+)?(?:delfrågor|kontrollfrågor|kontrollmål|underfrågor)(?:na)?(?:\s.{0,60})?:?$`)

// partsFollow tells the one question that a list of its parts follows: those are what is answered.
func partsFollow(inline []asked, following []block) bool {
	return len(inline) == 1 && len(following) > 0 && partsTitle.MatchString(following[0].text)
}

// announcesOther tells the sentence after a list of questions that announces something else: "Resultatet redovisas nedan:".
func announcesOther(text string) bool {
	return strings.HasSuffix(text, ":") && len(strings.Fields(text)) > 2
}

// endsCell tells the last words of a question that a narrow cell has broken: "åtgärder?".
func endsCell(text string) bool {
	return startsWithLower(text) && !questionOpening.MatchString(text)
}

// enumerator is what numbers questions within a paragraph: "(1) Finns …? (2) Följs …?".
var enumerator = regexp.MustCompile(`\s\(?(?:\d{1,2}|[a-h])\)\s`)

// inlineQuestions reads "Revisionsfrågorna är: Finns …? Följs …?" in one paragraph.
func inlineQuestions(b block) []asked {
	colon := strings.Index(b.text, ":")
	if first := strings.Index(b.text, "?"); first > 0 {
		colon = strings.LastIndex(b.text[:first], ":") // that which the first question follows
	}
	if b.kind != paragraph || colon < 0 || !questionIntro.MatchString(b.text[:colon+1]) || otherIntro.MatchString(b.text[:colon]) {
		return nil
	}
	var found []asked
	for _, sentence := range sentencesOf(strings.TrimSpace(enumerator.ReplaceAllString(b.text[colon+1:], " "))) {
		if isQuestion(sentence, false) {
			found = append(found, asked{text: sentence, line: b.line()})
		}
	}
	return found
}

// chapterOfLaw has a stop that ends no sentence.
var chapterOfLaw = regexp.MustCompile(`(?i)\bkap\. `)

func isQuestion(text string, announced bool) bool {
	if strings.HasSuffix(text, "?") {
		return strings.Count(text, "?") == 1 && len(text) < 600 && !strings.Contains(chapterOfLaw.ReplaceAllString(text, ""), ". ")
	}
	return announced && questionOpening.MatchString(text)
}

// labelledQuestions reads "Revisionsfråga 1: …" from the chapters' heads.
func (r *reader) labelledQuestions() []asked {
	var found []asked
	seen := map[string]bool{}
	for i, b := range r.report.blocks {
		m := questionLabel.FindStringSubmatch(b.text)
		if m == nil || b.kind == row {
			continue
		}
		text := strings.TrimSpace(b.text[len(m[0]):])
		if text == "" && i+1 < len(r.report.blocks) && r.report.blocks[i+1].kind != row && isQuestion(r.report.blocks[i+1].text, false) {
			text = r.report.blocks[i+1].text
		}
		if strings.HasSuffix(text, "?") && !seen[m[1]] {
			seen[m[1]] = true
			found = append(found, asked{number: m[1], text: text, line: b.line()})
		}
	}
	return found
}

func (r *reader) matrixQuestions() []asked {
	for _, m := range r.matrices() {
		var found []asked
		for _, line := range m.lines {
			if line.question != "" && len(sentencesOf(line.question)) == 1 { // more are an observation, whose row says what it led to
				found = append(found, asked{number: line.number, text: line.question, line: line.line})
			}
		}
		if len(found) > 0 && !slices.ContainsFunc(found, asked.endsCell) {
			return found
		}
	}
	return nil
}

// endsCell tells that a table's rows hold no whole questions: "och anpassad till lagen?" is the end of one.
func (q asked) endsCell() bool { return strings.HasSuffix(q.text, "?") && endsCell(q.text) }

// answeredQuestions reads questions that stand alone, each with its graded answer directly after it.
func (r *reader) answeredQuestions() []asked {
	var found []asked
	blocks := r.report.blocks
	for i, b := range blocks[:len(blocks)-1] {
		if b.kind == row || !isQuestion(b.text, false) || !startsWithUpper(b.text) || asksReader.MatchString(b.text) || blocks[i+1].kind != paragraph {
			continue
		}
		if _, ok := leadingGrade(blocks[i+1].text); ok {
			found = append(found, asked{text: b.text, line: b.line()})
		}
	}
	return found
}

// indirectly is how a sentence states the audit's one question: "Revisionsfrågan är om nämnden har …".
var indirectly = regexp.MustCompile(`^(?i)(?:den\s+)?(?:övergripande\s+|sammanfattande\s+)?revisionsfrågan?\s+(?:för\s+granskningen\s+)?(?:är|var|har\s+varit)\s+((?:om|huruvida)\s.{15,300}?\??)\.?$`)

// indirectQuestion reads the question that a sentence states without asking it.
func (r *reader) indirectQuestion() []asked {
	for _, b := range r.report.blocks {
		if b.kind != paragraph && b.kind != item {
			continue
		}
		for _, sentence := range sentencesOf(b.text) {
			if m := indirectly.FindStringSubmatch(strings.TrimSpace(sentence)); m != nil {
				return []asked{{text: m[1], line: b.line()}}
			}
		}
	}
	return nil
}

// numberQuestions gives the report's numbers, else numbers by order; bullets under numbered questions become its parts.
func (r *reader) numberQuestions(found []asked) {
	parent, parts, order := "", 0, 0
	for _, q := range found {
		question := Question{Number: strings.ReplaceAll(q.number, ":", "."), Text: q.text}
		switch {
		case letter(question.Number) && parent != "" && !letter(parent):
			question.Number = parent + question.Number
			question.Parent = pointer(parent)
		case question.Number != "":
			parent, parts = question.Number, 0
			if dot := strings.LastIndex(question.Number, "."); dot > 0 {
				question.Parent = pointer(question.Number[:dot])
				parent = question.Number[:dot]
			}
		case parent != "" && q.nested:
			parts++
			question.Number = parent + "." + itoa(parts)
			question.Parent = pointer(parent)
		default:
			order++
			question.Number = itoa(order)
			parent, parts = question.Number, 0
		}
		r.reading.Questions = append(r.reading.Questions, question)
		r.questionLines[question.Number] = q.line
	}
}

// questionOf finds which question a text states, by its label or its wording.
func (r *reader) questionOf(text string) *Question {
	if m := questionLabel.FindStringSubmatch(text); m != nil {
		if q := r.questionNumbered(strings.ReplaceAll(m[1], ":", ".")); q != nil {
			return q
		}
		text = text[len(m[0]):]
	}
	best, most := -1, 0.72
	for i, q := range r.reading.Questions {
		if alike := similarity(q.Text, text); alike > most {
			best, most = i, alike
		}
	}
	if best < 0 {
		return nil
	}
	return &r.reading.Questions[best]
}

func (r *reader) questionNumbered(number string) *Question {
	for i, q := range r.reading.Questions {
		if q.Number == number {
			return &r.reading.Questions[i]
		}
	}
	return nil
}
