package reading

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// readAssessments takes the grades from the matrix, then from the text for what no matrix grades. Where text and matrix
// disagree, the matrix stands and the difference is told.
func (r *reader) readAssessments() {
	r.readChapters()
	r.assessByMatrices()
	r.assessByText()
	r.assessByTopics()
	for _, q := range r.reading.Questions {
		if len(r.reading.Assessments) > 0 {
			r.tellUngraded(q)
		}
	}
	if len(r.reading.Assessments) == 0 {
		r.notFound("assessments")
	}
	r.orderAssessments()
}

func (r *reader) assessByMatrices() {
	for _, m := range r.matrices() {
		r.assessByMatrix(m)
	}
}

// tellUngraded names the question that has no grade, or those of whom it asks that have none.
func (r *reader) tellUngraded(q Question) {
	if !r.assessed(q.Number) {
		if !r.hasParts(q.Number) {
			r.warn(warnNotFound, r.questionLines[q.Number], "assessments: no grade found for question %s", q.Number)
		}
		return
	}
	if missing := r.ungraded(q.Number); len(missing) > 0 {
		r.warn(warnNotFound, r.questionLines[q.Number], "assessments: no grade found for question %s and %s", q.Number, strings.Join(refs(missing), ", "))
	}
}

// ungraded are those whom a question concerns and who have no grade for it yet.
func (r *reader) ungraded(question string) []*entry {
	var missing []*entry
	for _, e := range r.askedOf(question) {
		if !slices.ContainsFunc(r.reading.Assessments, func(a Assessment) bool { return a.Question == question && a.Committee == e.ref() }) {
			missing = append(missing, e)
		}
	}
	return missing
}

func (r *reader) assessByMatrix(m matrix) {
	for _, line := range m.lines {
		question := r.questionOfLine(line)
		if question == nil {
			continue
		}
		if len(m.columns) == 0 && len(line.grades()) > 1 && len(r.concernedAt(question.Number, line.line)) > 1 {
			r.warn(warnGradeUnclear, line.line, "question %s: several grades stand here, and for whom each is cannot be seen", question.Number)
			continue
		}
		if len(m.columns) == 0 {
			r.assessAll(question, line)
			continue
		}
		if line.isMisplaced(m.columns) {
			r.warn(warnGradeUnclear, line.line, "question %s: the row has other columns than the table's head", question.Number)
			continue
		}
		for position, c := range m.columns {
			e := r.committeeCalled(c.label)
			if e == nil {
				continue
			}
			cell, ok := line.gradeUnder(m.columns, position)
			if !ok && cell != "" && len(cell) < longestGradeCell {
				r.assess(question.Number, e, unclear, cell, line.line)
				continue
			}
			if !ok {
				r.warn(warnGradeUnclear, line.line, "question %s: no grade can be read for %s", question.Number, e.ref())
				continue
			}
			grade, verbatim, _ := gradeOfCell(cell)
			r.assess(question.Number, e, grade, verbatim, line.line)
		}
	}
}

// assessAll reads a row whose one grade goes for every committee, or says itself for which.
func (r *reader) assessAll(question *Question, line matrixLine) {
	concerned := line.named
	if len(concerned) == 0 {
		concerned = r.concernedAt(question.Number, line.line)
	}
	for _, statement := range line.statements() {
		r.assessParts(question.Number, r.gradedParts(statement, concerned), line.line)
	}
}

func (r *reader) questionOfLine(line matrixLine) *Question {
	if line.question != "" {
		if q := r.questionOf(line.question); q != nil {
			r.tellOtherWording(q, line)
			return q
		}
	}
	if line.number != "" && len(line.question) < 15 {
		return r.questionNumbered(line.number)
	}
	return nil
}

func (r *reader) tellOtherWording(q *Question, line matrixLine) {
	if !sameWording(q.Text, line.question) {
		r.warn(warnWordingsDiffer, line.line, "question %s: the matrix words it %q", q.Number, line.question)
	}
}

var (
	gradeLabel    = regexp.MustCompile(`(?i)^(?:vår\s+|sammanfattande\s+|samlad\s+)?(?:bedömning|svar(?:\s+på\s+revisionsfrågan)?)\s*(?:av\s+revisionsfråga\s*\d*)?\s*[:–-]\s*(\S.*)$`)
	gradeSentence = regexp.MustCompile(`(?i)(revisionsfråga|frågan|kontrollmålet).{0,80}(bedöms|bedömer|besvaras|är|uppfylls)|bedöm(er|ning|s).{0,60}(revisionsfråga|frågan|kontrollmålet)|bedöms\s+(den|frågan)\s|(blir|är)\s+svaret|svaret\s+(blir|är)`)
	sentenceEnd   = regexp.MustCompile(`[.!?]\s+(\p{Lu})`)
)

// assessByText follows the report from question to question and reads what it says of each.
func (r *reader) assessByText() {
	var current *Question
	judging := false
	for i, b := range r.report.blocks {
		if b.kind == row {
			r.assessFormRow(i)
			continue
		}
		if judging && current != nil && runOf(r.report.blocks[i:], isGradeBlock) > 1 && len(r.concernedAt(current.Number, b.line())) > 1 {
			r.warn(warnGradeUnclear, b.line(), "question %s: several grades stand here, and for whom each is cannot be seen", current.Number)
			current = nil
			continue
		}
		if q := r.questionStated(b); q != nil {
			current, judging = q, true
			if r.isListed(i, q) {
				current = nil // what comes after the list answers the last of it no more than the others
			}
			continue
		}
		if b.kind == heading {
			isJudgement := strings.Contains(strings.ToLower(b.text), "bedömning")
			if b.level < sectionLevel && !isJudgement {
				current = nil
			}
			judging = isJudgement
			continue
		}
		r.assessSentences(b, current, judging)
		judging = judging && answersFor(b.text) // only the first words after a question or the heading of its assessment may be a bare grade
	}
}

// assessFormRow reads a row of a table that is one question's form: what is said under a label, below the question.
func (r *reader) assessFormRow(i int) {
	b := r.report.blocks[i]
	cells := filled(b.cells)
	if len(cells) != 2 || !judgeLabel.MatchString(cells[0]) {
		return
	}
	_, graded := leadingGrade(cells[1])
	if q := r.questionOfForm(i); q != nil && graded {
		r.assessAnswer(q.Number, cells[1], b.line())
	}
}

// questionOfForm is the question that stands alone in a row above, in the same table, or directly above the table.
func (r *reader) questionOfForm(i int) *Question {
	for j := i - 1; j >= 0; j-- {
		b := r.report.blocks[j]
		if b.kind != row {
			return r.questionStated(b)
		}
		if cells := filled(b.cells); len(cells) == 1 {
			return r.questionStated(block{text: cells[0]})
		}
	}
	return nil
}

// isListed tells a question that another stands beside, as where the report lists what it asks.
func (r *reader) isListed(i int, q *Question) bool {
	blocks := r.report.blocks
	isAnother := func(j int) bool {
		if j < 0 || j >= len(blocks) || blocks[j].kind == row || blocks[j].kind == heading {
			return false
		}
		other := r.questionStated(blocks[j])
		return other != nil && other != q
	}
	ends := blocks[i].kind == item || blocks[i].line() == r.questionLines[q.Number] // else it is stated again, below the list
	return blocks[i].kind != heading && (isAnother(i+1) || isAnother(i-1) && ends)
}

// questionStated tells whether a block states a question and no more.
func (r *reader) questionStated(b block) *Question {
	text := b.text
	if b.number != "" && !strings.HasSuffix(text, "?") && questionLabel.MatchString(text) {
		return r.questionOf(text)
	}
	if m := questionLabel.FindString(text); m != "" && len(text)-len(m) < 3 {
		return r.questionOf(text)
	}
	if strings.HasSuffix(text, "?") && strings.Count(text, "?") == 1 {
		return r.questionOf(text)
	}
	return r.questionWorded(text)
}

// questionWorded finds the goal of control that a text states in the same words.
func (r *reader) questionWorded(text string) *Question {
	for i, q := range r.reading.Questions {
		if !strings.HasSuffix(q.Text, "?") && sameWording(q.Text, text) {
			return &r.reading.Questions[i]
		}
	}
	return nil
}

// answeredByNumber is an answer that says by number or letter which question it is to: "Svar på revisionsfråga b): Delvis."
var answeredByNumber = regexp.MustCompile(`(?i)^(?:svar\s+på|bedömning\s+av)\s+(?:revisions|del)?fråga\s+(\d{1,2}(?:\.\d{1,2})?|[a-h])\s*[).:–-]+\s*(\S.*)$`)

func (r *reader) assessSentences(b block, current *Question, judging bool) {
	if m := answeredByNumber.FindStringSubmatch(b.text); m != nil && r.questionNumbered(m[1]) != nil && isGradedCell(m[2]) {
		r.assessAnswer(m[1], m[2], b.line())
		return
	}
	if m := gradeLabel.FindStringSubmatch(b.text); m != nil && current != nil && len(gradesIn(m[1])) > 0 {
		r.assessAnswer(current.Number, m[1], b.line())
		return
	}
	if judging && current != nil && answersFor(b.text) {
		for _, sentence := range sentencesOf(b.text) {
			if answersFor(sentence) {
				r.assessStatement(current.Number, sentence, b.line())
			}
		}
		return
	}
	if _, ok := leadingGrade(b.text); ok && judging && current != nil {
		r.assessAnswer(current.Number, b.text, b.line())
		return
	}
	for _, sentence := range sentencesOf(b.text) {
		if len(gradesIn(sentence)) == 0 {
			r.assessPlainly(sentence, b.line())
			continue
		}
		if strings.HasSuffix(sentence, "?") {
			continue
		}
		if q := r.questionAnswered(sentence); q != nil {
			r.assessStatement(q.Number, sentence, b.line())
			continue
		}
		if !gradeSentence.MatchString(sentence) {
			continue
		}
		question := current
		if m := numberedQuestion.FindStringSubmatch(sentence); m != nil {
			question = r.questionNumbered(m[1])
		}
		if question != nil {
			r.assessStatement(question.Number, sentence, b.line())
		}
	}
}

var numberedQuestion = regexp.MustCompile(`(?i)(?:revisions|del)?fråga\s+(\d{1,2}(?:\.\d{1,2})?)`)

func sentencesOf(text string) []string {
	var sentences []string
	start := 0
	for _, m := range sentenceEnd.FindAllStringSubmatchIndex(text, -1) {
		sentences = append(sentences, text[start:m[0]+1])
		start = m[2]
	}
	return append(sentences, text[start:])
}

// forOthers begins a sentence that goes on with an answer: "För övriga nämnder …".
var forOthers = regexp.MustCompile(`(?i)^(för|vad gäller|gällande|avseende)\s`)

// assessAnswer reads an answer's first sentence, and those after it that answer for others.
func (r *reader) assessAnswer(question, text string, line int) {
	sentences := sentencesOf(text)
	r.assessStatement(question, sentences[0], line)
	for _, sentence := range sentences[1:] {
		_, leads := leadingGrade(sentence)
		if !forOthers.MatchString(sentence) && !(leads && len(r.register.in(sentence)) > 0) || len(gradesIn(sentence)) != 1 {
			return
		}
		if restWords.MatchString(sentence) {
			grade := gradesIn(sentence)[0]
			for _, e := range r.ungraded(question) {
				r.assess(question, e, grade.grade, sentence[grade.start:grade.end], line)
			}
		} else if len(r.register.in(sentence)) > 0 {
			r.assessStatement(question, sentence, line)
		}
	}
}

// assessStatement reads a sentence that grades one question for one committee, several, or all.
func (r *reader) assessStatement(question, text string, line int) {
	r.assessParts(question, r.gradedParts(text, r.concernedAt(question, line)), line)
}

func (r *reader) assessParts(question string, parts []gradedPart, line int) {
	for _, part := range parts {
		for _, e := range part.committees {
			r.assess(question, e, part.grade, part.verbatim, line)
		}
	}
}

// assess keeps the first grade found for a question and committee; another later is told, not taken.
func (r *reader) assess(question string, e *entry, grade Grade, verbatim string, line int) {
	for _, known := range r.reading.Assessments {
		if known.Question == question && known.Committee == e.ref() {
			if known.Grade != nil && *known.Grade != grade && grade != unclear {
				r.warn(warnGradesDiffer, line, "question %s, %s: also graded %q here", question, e.ref(), verbatim)
			}
			return
		}
	}
	if grade == unclear {
		r.warn(warnGradeUnclear, line, "question %s, %s: %q is on no known scale", question, e.ref(), verbatim)
	}
	r.gradeLines[gradeKey(question, e.ref())] = line
	r.reading.Assessments = append(r.reading.Assessments, Assessment{question, e.ref(), gradeOrNull(grade), verbatim})
	r.use(e)
}

func gradeOrNull(grade Grade) *Grade {
	if grade == unclear {
		return nil
	}
	return &grade
}

func (r *reader) assessed(question string) bool {
	for _, a := range r.reading.Assessments {
		if a.Question == question {
			return true
		}
	}
	return false
}

func (r *reader) hasParts(number string) bool {
	for _, q := range r.reading.Questions {
		if q.Parent != nil && *q.Parent == number {
			return true
		}
	}
	return false
}

// orderAssessments puts the grades in the order of questions and, within one, of committees.
func (r *reader) orderAssessments() {
	questions, committees := map[string]int{}, map[string]int{}
	for i, q := range r.reading.Questions {
		questions[q.Number] = i
	}
	for i, e := range r.audited {
		committees[e.ref()] = i
	}
	slices.SortStableFunc(r.reading.Assessments, func(a, b Assessment) int {
		return cmp.Or(questions[a.Question]-questions[b.Question], committees[a.Committee]-committees[b.Committee])
	})
}
