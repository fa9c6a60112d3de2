package reading

import (
	"regexp"
	"slices"
	"strings"
)

var (
	overallSentence = regexp.MustCompile(`(?i)(samlade?|sammanfattande|sammantagna?|övergripande|sammanvägda?|slutliga)\s+(revisionella\s+)?bedömning(?:en|ar|arna)?\b|revisionell\p{L}*\s+bedömning|bedömning\s+utifrån\s+(?:granskningens\s+syfte|genomförd\s+granskning)|utifrån\s+granskningens\s+syfte\s+(bedömer\s+vi|är\s+vår\s+bedömning)|svar(?:et)?\s+på\s+den\s+övergripande\s+\p{L}*frågan\s+är\s|(efter|utifrån)\s+(genomförd|vår)\s+granskning,?\s+(bedömer\s+vi|är\s+vår\s+bedömning|är\s+den\s+\p{L}+\s+bedömningen)|(sammantaget|sammanfattningsvis)\s+(är\s+vår\s+|bedömer|bedöms|gör\s+vi\s+bedömningen)|(bedömer(\s+vi)?|bedömning(en)?\s+är)\s+(sammantaget|sammanfattningsvis)`)
	clauseEnd       = regexp.MustCompile(`\s(att|när|vad gäller|avseende|gällande|genom|över|för|inom|medan|och|samt|men)\s|[,.;:]`)
)

// judges is how a sentence after the overall judgement goes on with it, for other committees.
var judges = regexp.MustCompile(`(?i)bedöms\s|bedömer\s+vi|vi\s+bedömer|bedömning(en)?\s+är|är\s+(vår\s+)?bedömning(en)?\s`)

// readOverallAssessments takes the report's conclusion, as its last chapter words it, else its summary.
func (r *reader) readOverallAssessments() {
	blocks := r.report.blocks
	for i := len(blocks) - 1; i >= 0; i-- {
		b := blocks[i]
		if b.kind != paragraph && b.kind != item {
			continue
		}
		inside := false
		for _, sentence := range sentencesOf(b.text) {
			if !overallSentence.MatchString(sentence) {
				if inside && judges.MatchString(sentence) && len(r.register.in(sentence)) > 0 {
					r.judgeOverall(sentence, b.line())
				}
				continue
			}
			inside = true
			if strings.HasSuffix(sentence, ":") {
				for j := i + 1; j < len(blocks) && (blocks[j].kind == item || r.opensWithCommittee(blocks[j])); j++ {
					r.judgeOverall(blocks[j].text, blocks[j].line())
				}
			} else {
				r.judgeOverall(sentence, b.line())
			}
		}
	}
	if len(r.reading.OverallAssessments) == 0 {
		r.judgeByPurpose()
	}
	if len(r.reading.OverallAssessments) == 0 {
		r.notFound("overallAssessments")
	} else {
		r.tellUnjudged()
	}
	r.orderOverall()
}

// opensWithCommittee tells a paragraph that judges a committee, in a list that has no bullets.
func (r *reader) opensWithCommittee(b block) bool {
	mentions := r.register.in(b.text)
	return b.kind == paragraph && strings.HasSuffix(b.text, ".") && len(mentions) > 0 && mentions[0].start == 0
}

var (
	toJudge    = regexp.MustCompile(`(?i)(?:bedöma|pröva|granska)\s+(?:om|huruvida)\s+(.+)$`)
	concluding = regexp.MustCompile(`^(?i)(?:(?:vi|revisionen|revisorerna|\p{L}*revisionskontoret)\s+bedömer|(?:det\s+är\s+)?(?:vår|revisionens|revisorernas)\s+bedömning(?:\s+är)?|bedömningen\s+är|granskningen\s+visar)\s+(?:därför\s+|därmed\s+)?att\s+(.+)$`)
)

// restated is how alike a judgement without its grade and the audit's purpose must be for the one to answer the other.
const restated = 0.6

// judgeByPurpose reads a conclusion that does not call itself one: a judgement in the words of the audit's purpose, which is
// nearer to it than to any of the questions.
func (r *reader) judgeByPurpose() {
	if r.followsUpSeveral() {
		return
	}
	purposes := r.purposes()
	for i := len(r.report.blocks) - 1; i >= 0; i-- {
		b := r.report.blocks[i]
		inside := false
		for _, sentence := range sentencesOf(b.text) {
			switch {
			case b.kind != paragraph && b.kind != item:
			case r.restates(purposes, sentence), inside && judges.MatchString(sentence) && len(r.register.in(sentence)) > 0:
				inside = true
				r.judgeOverall(sentence, b.line())
			}
		}
	}
}

// ofOneAudit is how a judgement ends that goes for one of several audits that are followed up.
var ofOneAudit = regexp.MustCompile(`(?i)\sgranskning(?:en)?\s+(?:av|avseende|gällande|kring)\s`)

// followsUpSeveral tells a report that judges what has been done after each of several audits: none of that is said of the
// whole.
func (r *reader) followsUpSeveral() bool {
	judged := 0
	for _, sentence := range r.reportSentences() {
		if m := concluding.FindStringSubmatch(sentence); m != nil && ofOneAudit.MatchString(m[1]) && len(gradesIn(m[1])) > 0 {
			judged++
		}
	}
	return judged > 1
}

func (r *reader) purposes() []string {
	var found []string
	for _, b := range r.report.blocks {
		for _, sentence := range sentencesOf(b.text) {
			if m := toJudge.FindStringSubmatch(sentence); m != nil && b.kind != row && purpose.MatchString(sentence) {
				found = append(found, m[1])
			}
		}
	}
	if r.asksOnce() {
		found = append(found, r.reading.Questions[0].Text)
	}
	return found
}

// severalAsked are the words of a report that asks more than one question.
var severalAsked = regexp.MustCompile(`(?i)revisionsfrågor|delfrågor|kontrollfrågor|kontrollmål|frågeställningar`)

// asksOnce tells an audit of one question, whose answer is what is said of the whole.
func (r *reader) asksOnce() bool {
	return len(r.reading.Questions) == 1 && !slices.ContainsFunc(r.report.blocks, func(b block) bool { return severalAsked.MatchString(b.text) })
}

func (r *reader) restates(purposes []string, sentence string) bool {
	m := concluding.FindStringSubmatch(sentence)
	if m == nil || len(r.register.in(m[1])) == 0 {
		return false
	}
	said, nearest := withoutGrades(m[1]), 0.0
	for _, text := range purposes {
		nearest = max(nearest, similarity(text, said))
	}
	return nearest >= restated && !slices.ContainsFunc(r.reading.Questions, func(q Question) bool {
		return similarity(q.Text, said) > nearest
	})
}

func withoutGrades(text string) string {
	grades := gradesIn(text)
	for i := len(grades) - 1; i >= 0; i-- {
		text = text[:grades[i].start] + text[grades[i].end:]
	}
	return text
}

// tellUnjudged names the graded committees that the overall judgement passes over.
func (r *reader) tellUnjudged() {
	for _, e := range r.graded() {
		if !slices.ContainsFunc(r.reading.OverallAssessments, func(o OverallAssessment) bool { return o.Committee == e.ref() }) {
			r.warn(warnNotFound, 0, "overallAssessments: not found for %s", e.ref())
		}
	}
}

var (
	nextClause = regexp.MustCompile(`(?i),?\s(?:och|samt|men)\s+att\s|,\s+att\s|,?\smedan\s`)
	exception  = regexp.MustCompile(`(?i),?\s(?:med undantag (?:för|av)|förutom|utom|bortsett från)\s`)
)

// judgeOverall reads one sentence of judgement, clause by clause where each judges somebody else, and those that it
// excepts apart from the rest.
func (r *reader) judgeOverall(sentence string, line int) {
	if len(r.register.in(sentence)) == 0 && (r.companyJudged || companysBoard.MatchString(sentence)) {
		return
	}
	if at := nextClause.FindStringIndex(sentence); at != nil && r.judgesBoth(sentence[:at[0]], sentence[at[1]:]) {
		r.judgeClause(sentence[:at[0]], r.graded(), line)
		r.judgeOverall("att "+sentence[at[1]:], line)
		return
	}
	if at := exception.FindStringIndex(sentence); at != nil {
		if excepted := distinct(r.register.in(sentence[at[1]:])); len(excepted) > 0 {
			r.judgeClause(sentence[:at[0]], without(r.graded(), excepted), line)
			r.judgeClause("att "+sentence[at[1]:], excepted, line)
			return
		}
	}
	r.judgeClause(sentence, r.graded(), line)
}

// judgesBoth tells clauses that each name a committee of their own and judge it.
func (r *reader) judgesBoth(first, second string) bool {
	judged := func(clause string) bool { return len(gradesIn(clause)) > 0 || len(judgementsIn(clause)) > 0 }
	return len(r.register.in(first)) > 0 && len(r.register.in(second)) > 0 && judged(first) && judged(second)
}

// judgeClause reads a judgement on the grades' scale, else by what the committee has or has not ensured.
func (r *reader) judgeClause(sentence string, all []*entry, line int) {
	head, tail := sentence, ""
	if m := reservation.FindStringIndex(sentence); m != nil {
		head, tail = sentence[:m[0]], sentence[m[0]:]
	}
	parts := r.gradedParts(head, all)
	if len(parts) == 0 || onlyPlainYes(parts) {
		parts = r.judgedParts(head, all)
		if at := hedge.FindStringIndex(head); at != nil {
			parts = ungraded(parts, at[0])
		} else if len(gradesIn(tail)) > 0 {
			parts = ungraded(parts, len(head))
		}
	}
	for _, part := range parts {
		part.verbatim = judgementPhrase(sentence, part.gradeMention)
		for _, e := range part.committees {
			r.addOverall(e, part, line)
		}
	}
}

// reservation is where a sentence takes back some of what it said. What a hedged sentence says is on no scale.
var (
	reservation = regexp.MustCompile(`(?i)[\s,](men|dock|samtidigt)\s`)
	hedge       = regexp.MustCompile(`(?i)i huvudsak|huvudsakligen|till stor del|i stort|relativt|förhållandevis|inte alltid|kan\s(\p{L}+\s)?(stärkas|förbättras|utvecklas)|behöver|i\s\p{L}+\s(utsträckning|omfattning)`)
)

// ungraded takes the grades away; what is quoted then begins with the hedge.
func ungraded(parts []gradedPart, hedgedAt int) []gradedPart {
	for i := range parts {
		parts[i].grade = unclear
		parts[i].start = min(parts[i].start, hedgedAt)
	}
	return parts
}

// onlyPlainYes tells a "ja" or "uppfyllt" that may stand in any sentence from a judgement on the scale.
func onlyPlainYes(parts []gradedPart) bool {
	for _, part := range parts {
		if part.grade != Yes {
			return false
		}
	}
	return true
}

func (r *reader) judgedParts(sentence string, all []*entry) []gradedPart {
	clause := sentence
	if at := strings.Index(sentence, " att "); at >= 0 {
		clause = strings.Repeat(" ", at+len(" att ")) + sentence[at+len(" att "):] // what is judged, at its own place
	}
	found := judgementsIn(clause)
	for i := range found {
		if found[i].grade == Yes && (negated(clause[:found[i].start]) || denial.MatchString(clause[found[i].start:found[i].end])) {
			found[i].grade = unclear
		}
	}
	if named := distinct(r.register.in(sentence)); len(named) > 0 && !boardAndRest.MatchString(sentence) {
		all = named
	}
	return r.partsBy(found, clause, all)
}

func judgementsIn(clause string) []gradeMention {
	var found []gradeMention
	for _, word := range judgementWords {
		found = appendFree(found, clause, word.phrase, word.grade)
	}
	sortMentions(found)
	return found
}

// negated tells whether a clause that has begun already denies what follows.
func negated(begun string) bool {
	if at := clauseEnd.FindAllStringIndex(begun, -1); at != nil {
		begun = begun[at[len(at)-1][1]:]
	}
	return denial.MatchString(begun)
}

var denial = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(inte|ej|inga|ingen|inget|saknar|saknas|varken|knappast|aldrig)(?:$|[^\p{L}])`)

func (r *reader) addOverall(e *entry, part gradedPart, line int) {
	for _, known := range r.reading.OverallAssessments {
		if known.Committee == e.ref() {
			if known.Grade != nil && part.grade != unclear && *known.Grade != part.grade {
				r.warn(warnGradesDiffer, line, "overall assessment of %s: also %q here", e.ref(), part.verbatim)
			}
			return
		}
	}
	if part.grade == unclear {
		r.warn(warnGradeUnclear, line, "overall assessment of %s: %q is on no known scale", e.ref(), part.verbatim)
	}
	r.gradeLines[gradeKey("", e.ref())] = line
	r.reading.OverallAssessments = append(r.reading.OverallAssessments, OverallAssessment{e.ref(), gradeOrNull(part.grade), part.verbatim})
	r.use(e)
}

// judgementPhrase stretches a grade over the words it grades, to the end of its clause: "inte helt har säkerställt".
func judgementPhrase(sentence string, g gradeMention) string {
	rest := sentence[g.end:]
	if m := clauseEnd.FindStringIndex(rest); m != nil {
		rest = rest[:m[0]]
	}
	if words := strings.Fields(rest); len(words) > 8 {
		rest = " " + strings.Join(words[:8], " ")
	}
	return strings.TrimSpace(sentence[g.start:g.end] + rest)
}

func (r *reader) orderOverall() {
	ordered := make([]OverallAssessment, 0, len(r.reading.OverallAssessments))
	for _, e := range r.audited {
		for _, o := range r.reading.OverallAssessments {
			if o.Committee == e.ref() {
				ordered = append(ordered, o)
			}
		}
	}
	r.reading.OverallAssessments = ordered
}
