package reading

import (
	"regexp"
	"slices"
	"strings"
)

// A report may list its questions once and answer them in chapters that bear a topic for a heading. A chapter answers the
// question whose number its heading gives; else the chapters answer the questions in their order, where they are as many as
// the questions and each has words in common with its own that it has with no other.

// topic is a chapter that judges: its heading and what of it grades.
type topic struct {
	heading block
	judged  []judgement
}

// judgement is what a chapter says that may grade: a grade after its label, or a sentence.
type judgement struct {
	text     string
	line     int
	labelled bool
}

// assessByTopics grades the questions that no matrix and no text that states them grades.
func (r *reader) assessByTopics() {
	chapters := r.topics()
	for _, t := range chapters {
		if q := r.questionNumberedIn(t.heading.text); q != nil {
			r.assessByTopic(q, t)
		}
	}
	for _, asked := range [][]*Question{r.questionsWhere(isNoPart), r.questionsWhere(r.hasNoParts)} {
		if matching := matchingTopics(chapters, asked); matching != nil {
			for i, q := range asked {
				r.assessByTopic(q, matching[i])
			}
			return
		}
	}
}

func isNoPart(q Question) bool { return q.Parent == nil }

func (r *reader) hasNoParts(q Question) bool { return !r.hasParts(q.Number) }

func (r *reader) questionsWhere(wanted func(Question) bool) []*Question {
	var found []*Question
	for i, q := range r.reading.Questions {
		if wanted(q) {
			found = append(found, &r.reading.Questions[i])
		}
	}
	return found
}

// topics are the report's chapters that judge, after the list of questions.
func (r *reader) topics() []topic {
	var found []topic
	for i, b := range r.report.blocks {
		if b.kind != heading || b.line() <= r.lastQuestionLine() || isNoTopic(b.text) || innerHeading.MatchString(headingKey(b.text)) || strings.HasSuffix(b.text, "?") || r.questionStated(b) != nil {
			continue
		}
		if judged := judgementsOf(r.report.blocks[i+1 : endOfTopic(r.report.blocks, i)]); len(judged) > 0 {
			found = append(found, topic{b, judged})
		}
	}
	return found
}

func (r *reader) lastQuestionLine() int {
	last := 0
	for _, q := range r.reading.Questions {
		last = max(last, r.questionLines[q.Number])
	}
	return last
}

var (
	// innerHeading is a heading within each chapter: of what was seen, and of what is said about it.
	innerHeading = regexp.MustCompile(`^(?:iakttagelser.{0,40}|resultat|kommentar(?:er)?|(?:kommentar(?:er)?\s+och\s+)?(?:(?:vår|våra|revisionens|revisorernas)\s+)?bedömning(?:ar)?(?:\s+av\s.{0,60})?)$`)
	judgesBelow  = regexp.MustCompile(`^(?:kommentar(?:er)?\s+och\s+)?(?:(?:vår|våra|revisionens|revisorernas)\s+)?bedömning(?:ar)?(?:\s+av\s.{0,60})?$`)
	judgeLabel   = regexp.MustCompile(`(?i)^(?:(?:vår|sammanfattande|samlad|revisionens)\s+)?bedömning$`)
)

// isNoTopic tells the headings that audits share; of them one names what may be asked about.
func isNoTopic(text string) bool {
	return isKnownHeading(text) && headingKey(text) != "organisation"
}

// endOfTopic is where the next chapter begins, or one that judges the whole. An inner heading without a number has no rank.
func endOfTopic(blocks []block, i int) int {
	for end := i + 1; end < len(blocks); end++ {
		b := blocks[end]
		if b.kind != heading || b.number == "" && innerHeading.MatchString(headingKey(b.text)) {
			continue
		}
		if b.level <= blocks[i].level || isNoTopic(b.text) && !innerHeading.MatchString(headingKey(b.text)) {
			return end
		}
	}
	return len(blocks)
}

// judgementsOf gives what of a chapter's blocks may grade.
func judgementsOf(blocks []block) []judgement {
	var found []judgement
	below := false // the heading of the judgement is directly above
	for _, b := range blocks {
		_, graded := leadingGrade(b.text)
		switch {
		case b.kind == row:
			if cells := filled(b.cells); len(cells) == 2 && judgeLabel.MatchString(cells[0]) {
				found = append(found, judgement{cells[1], b.line(), true})
			}
		case b.kind == heading:
			below = judgesBelow.MatchString(headingKey(b.text))
			continue
		case gradeLabel.MatchString(b.text):
			found = append(found, labelledJudgement(b, gradeLabel.FindStringSubmatch(b.text)[1]))
		case labelBeside(b) != "":
			found = append(found, labelledJudgement(b, strings.TrimSpace(b.text[len(labelBeside(b)):])))
		case below && graded:
			found = append(found, judgement{b.text, b.line(), true})
		default:
			found = append(found, judgingSentences(b)...)
		}
		below = false
	}
	return found
}

// labelBeside is the label that a block's text stands beside, as in a column of its own.
func labelBeside(b block) string {
	pieces := piecesOf(b.lines[0].text)
	if len(pieces) < 2 || !judgeLabel.MatchString(strings.TrimSpace(pieces[0].text)) {
		return ""
	}
	return strings.TrimSpace(pieces[0].text)
}

func labelledJudgement(b block, said string) judgement {
	_, graded := leadingGrade(said)
	return judgement{said, b.line(), graded}
}

func judgingSentences(b block) []judgement {
	var found []judgement
	for _, sentence := range sentencesOf(b.text) {
		answers := gradeSentence.MatchString(sentence) && len(gradesIn(sentence)) > 0
		if (judges.MatchString(sentence) || answers) && !strings.HasSuffix(sentence, "?") {
			found = append(found, judgement{sentence, b.line(), false})
		}
	}
	return found
}

var questionInHeading = regexp.MustCompile(`(?i)(?:^|[\s(])(?:revisions|del)?fråga\s*(\d{1,2}(?:[.:]\d{1,2})?)(?:$|[^\d])`)

// questionNumberedIn is the one question whose number a heading gives: "Styrning (revisionsfråga 2)".
func (r *reader) questionNumberedIn(text string) *Question {
	found := questionInHeading.FindAllStringSubmatch(text, -1)
	if len(found) != 1 || severalNumbers.MatchString(text) {
		return nil
	}
	return r.questionNumbered(strings.ReplaceAll(found[0][1], ":", "."))
}

var severalNumbers = regexp.MustCompile(`(?i)fråga\s*\d{1,2}\s*(?:,|och|–|-|samt|till)\s*\d`)

// matchingTopics gives the chapters of one rank that answer some questions one by one; none where that is not certain.
func matchingTopics(chapters []topic, asked []*Question) []topic {
	if len(asked) < 2 {
		return nil
	}
	levels := map[int][]topic{}
	for _, t := range chapters {
		levels[t.heading.level] = append(levels[t.heading.level], t)
	}
	for level := range subheading + 1 {
		if matchOneByOne(levels[level], asked) {
			return levels[level]
		}
	}
	return nil
}

func matchOneByOne(chapters []topic, asked []*Question) bool {
	if len(chapters) != len(asked) {
		return false
	}
	for i, t := range chapters {
		own := commonWords(t.heading.text, asked[i].Text)
		for k, q := range asked {
			if k != i && commonWords(t.heading.text, q.Text) >= own {
				return false
			}
		}
	}
	return true
}

// assessByTopic reads a chapter's grade: the one after its label, else that of the sentences that judge what is asked.
func (r *reader) assessByTopic(q *Question, t topic) {
	if len(r.ungraded(q.Number)) == 0 {
		return
	}
	labelled := slices.DeleteFunc(slices.Clone(t.judged), func(j judgement) bool { return !j.labelled })
	switch {
	case len(labelled) == 1:
		r.assessAnswer(q.Number, labelled[0].text, labelled[0].line)
		return
	case len(labelled) > 1:
		r.warn(warnGradeUnclear, t.heading.line(), "question %s: several grades stand under %q", q.Number, t.heading.text)
		return
	}
	graded := slices.DeleteFunc(slices.Clone(t.judged), func(j judgement) bool { return len(gradesIn(j.text)) == 0 })
	if !r.agree(graded) {
		r.warn(warnGradeUnclear, t.heading.line(), "question %s: several grades stand under %q", q.Number, t.heading.text)
		return
	}
	for _, j := range graded {
		if gradeSentence.MatchString(j.text) || answersTopic(j.text, *q) {
			r.assessTopicStatement(q.Number, j)
		}
	}
}

// agree tells sentences that grade alike, or each for somebody else.
func (r *reader) agree(graded []judgement) bool {
	var first *Grade
	named := map[*entry]Grade{}
	for _, j := range graded {
		committees := distinct(r.register.in(j.text))
		for _, part := range r.gradedParts(j.text, nil) {
			if len(committees) == 0 {
				if first != nil && *first != part.grade {
					return false
				}
				first = &part.grade
			}
			for _, e := range part.committees {
				if known, found := named[e]; found && known != part.grade {
					return false
				}
				named[e] = part.grade
			}
		}
		if len(committees) == 0 && len(gradesIn(j.text)) > 1 {
			return false
		}
	}
	return first == nil || !slices.ContainsFunc(entriesIn(named), func(e *entry) bool { return named[e] != *first })
}

func entriesIn(named map[*entry]Grade) []*entry {
	var entries []*entry
	for e := range named {
		entries = append(entries, e)
	}
	return entries
}

// answersTopic tells a judgement of what a question asks, whose grade is no word about something that it only mentions or
// says is missing.
func answersTopic(sentence string, q Question) bool {
	begun := len(judgedThat.FindString(sentence))
	if begun == 0 {
		begun = len(judgedFor.FindString(sentence))
	}
	said := sentence[begun:]
	grades := gradesIn(said)
	if begun == 0 || len(grades) == 0 || relative.MatchString(said[:grades[0].start]) {
		return false
	}
	plain := withoutGrades(said)
	return !denial.MatchString(plain) && !lacking.MatchString(plain) && commonWords(plain, q.Text) > 0
}

var (
	judgedFor = regexp.MustCompile(`(?i)^(?:för|vad\s+gäller|gällande|avseende)\s[^.,:;]{3,80}\s(?:bedömer\s+vi|är\s+(?:vår\s+)?bedömning(?:en)?)\s+att\s`)
	relative  = regexp.MustCompile(`(?i)\s(?:som|vilk\p{L}+|där|men)\s|[,;]\s`)
	lacking   = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:brist\p{L}*|brister|sakna\p{L}*)(?:$|[^\p{L}])`)
)

// assessTopicStatement reads a sentence of a chapter; "nämnden" is then the only one of its kind, or nobody certain.
func (r *reader) assessTopicStatement(question string, j judgement) {
	concerned := r.concernedAt(question, j.line)
	if len(r.register.in(j.text)) == 0 && len(concerned) > 1 {
		for word, only := range onlyWord {
			if !only.MatchString(j.text) {
				continue
			}
			if concerned = entriesOf(concerned, word); len(concerned) != 1 {
				r.warn(warnGradeUnclear, j.line, "question %s: for whom %q is cannot be seen", question, j.text)
				return
			}
		}
	}
	for _, part := range r.gradedParts(j.text, concerned) {
		for _, e := range part.committees {
			r.assess(question, e, part.grade, part.verbatim, j.line)
		}
	}
}
