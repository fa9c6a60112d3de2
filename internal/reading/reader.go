package reading

import (
	"regexp"
	"slices"
	"strings"
)

// reader holds what is known while one audit is read.
type reader struct {
	documents []document
	report    document   // that which is read
	others    []document // the rest, which give dates, addressees and wordings
	reading   Reading

	register *register
	audited  []*entry // in the report's order
	columns  []*entry // those whom the matrix grades, if any
	adopted  []advice // beside reading.Recommendations, index by index

	companyJudged  bool // a company's board, beside committees or alone
	cachedMatrices []matrix
	chapters       map[int]*entry      // by line, of those in one committee's chapter
	answeredIn     map[string][]*entry // by question, while it is found out who has chapters with answers
	ownAnswers     map[string]bool     // by question, where each committee's chapter answers it
	questionLines  map[string]int
	gradeLines     map[string]int // by gradeKey
	pages          map[int]int    // by line, of those that stand on one
	boardApart     *bool          // whether the report addresses an executive by name too, once it is asked
	earlierLine    int            // of the first recommendation that an earlier audit gave
	severalFiles   bool
}

func newReader(documents []document) *reader {
	r := &reader{documents: documents, reading: emptyReading(), questionLines: map[string]int{}, gradeLines: map[string]int{}}
	index, found := reportOf(documents)
	r.report = documents[index]
	for i, d := range documents {
		if i != index {
			r.others = append(r.others, d)
		}
	}
	if !found {
		r.warn(warnNotFound, 0, "report: no part of the text looks like an audit report; the longest is read")
	}
	return r
}

// read goes from what the rest is referred by, the committees, to what builds upon it.
func (r *reader) read() Reading {
	r.readCommittees()
	r.readCover()
	r.companyJudged = r.judgesCompany() && !r.companiesAlone()
	r.readQuestions()
	r.readAssessments()
	r.readOverallAssessments()
	r.readRecommendations()
	r.readCriteria()
	r.readDocuments()
	r.readRequest()
	r.listCommittees()
	r.tellQuality()
	return r.reading
}

var purpose = regexp.MustCompile(`(?i)syftet?\s+(med\s+(\p{L}+\s+)?(granskning|förstudie)|(är|har varit|var)\s)|granskningens\s+(\p{L}+\s+)?syfte|(granskningen|förstudien)\s+syftar|(?:granskningen|förstudien)\s+(har\s+)?(i\s+första\s+hand\s+)?(avser|avsett|omfattar|avgränsas|avgränsats|omfattat|berör|riktas|är avgränsad)|har\s+(även\s+|också\s+)?ingått\s+i\s+granskningen|(revisionen|granskningen)\s+har\s+avgränsats|ansvariga?\s+nämnd|granskade\s+nämnder\s+är|revisionsobjekt|granskningsobjekt`)

// readCommittees finds whom the audit concerns: those its matrix grades, its purpose and scope name, or its overall
// assessment; where it says neither, those its title or recommendations name.
func (r *reader) readCommittees() {
	r.register = newRegister(r.allTexts())
	for _, b := range r.report.blocks {
		r.register.learnAbbreviations(b.text)
	}
	named := r.namedIn(func(sentence string) bool {
		return purpose.MatchString(sentence) || overallSentence.MatchString(sentence)
	})
	if len(named) > 0 {
		for _, e := range r.namedIn(isCommission) {
			named = appendEntry(named, e)
		}
	}
	for _, e := range r.judgedBesideNamed() {
		named = appendEntry(named, e)
	}
	labels := r.columnLabels()
	if len(named) == 0 && len(labels) == 0 {
		if company := r.auditedCompany(); company != nil {
			named = []*entry{company}
		} else {
			named = r.auditedCompanies()
		}
	}
	if len(named) == 0 {
		if named = r.namedIn(func(string) bool { return true }); len(labels) == 0 {
			named = r.certainlyAudited(named)
		}
	}
	var abbreviations []string
	for _, label := range labels {
		if isAbbreviation(label) {
			abbreviations = append(abbreviations, label)
		}
	}
	r.register.joinAbbreviations(abbreviations, named, func(code, message string) { r.warn(code, 0, "%s", message) })
	for _, label := range labels {
		if e := r.committeeCalled(label); e != nil {
			r.columns = appendEntry(r.columns, e)
		}
	}
	r.audited = r.columns
	if len(r.columns) == 0 {
		r.audited = named
	}
}

func (r *reader) allTexts() []string {
	var texts []string
	for _, d := range append([]document{r.report}, r.others...) {
		for _, b := range d.blocks {
			texts = append(texts, b.text)
		}
	}
	return texts
}

// namedIn gives the committees that the report's wanted sentences name.
// In a list that such a sentence introduces, its items count too.
func (r *reader) namedIn(wanted func(sentence string) bool) []*entry {
	var named []*entry
	inList := false
	for _, b := range r.report.blocks {
		if b.kind == row {
			continue
		}
		inList = inList && b.kind == item
		for _, sentence := range sentencesOf(b.text) {
			if !inList && !wanted(sentence) {
				continue
			}
			inList = inList || strings.HasSuffix(sentence, ":")
			for _, m := range r.register.in(sentence) {
				if !inPassing.MatchString(sentence[:m.start]) {
					named = appendEntry(named, m.entry)
				}
			}
		}
	}
	for _, s := range sections(r.report.blocks, responsibleTitle) {
		for _, b := range s.body() {
			for _, m := range r.register.in(b.text) {
				named = appendEntry(named, m.entry)
			}
		}
	}
	return named
}

// inPassing is what stands before a committee that an audit only speaks of: who adopted a paper, gets to know, or is
// overseen by the executive.
var inPassing = regexp.MustCompile(`(?i)(?:antag\p{L}+|beslutat?s?|fastställ\p{L}+|godkän\p{L}+)\s+av\s+$|för kännedom:?\s+(?:(?:kommun|region)fullmäktiges?(?:\s+presidium)?,?\s+)*$|uppsikt\p{L}*\s+över\s+(?:(?:\p{L}*nämn\p{L}*|\p{L}+-|tekniska|och|samt|bland\s+annat|de|övriga|bolagen\p{L}*)[,:]?\s+)*$`)

var responsibleTitle = regexp.MustCompile(`^(ansvariga? nämnd|granskningsobjekt|revisionsobjekt|berörda nämnder|granskade nämnder)`)

var (
	othersUnnamed = regexp.MustCompile(`(?i)(?:^|\s)(?:granskade|berörda)\s+nämnder(?:na)?(?:$|[^\p{L}])`)
	judgedFirst   = regexp.MustCompile(`(?i)(?:^|\s)(?:vi|revisionen|revisorerna)\s+bedömer\s+att\s+`)
)

// judgedBesideNamed are those whom a report that follows up several audits judges one by one, where its purpose only says
// "granskade nämnder".
func (r *reader) judgedBesideNamed() []*entry {
	sentences := r.reportSentences()
	if !slices.ContainsFunc(sentences, func(s string) bool { return purpose.MatchString(s) && othersUnnamed.MatchString(s) }) {
		return nil
	}
	var judged []*entry
	for _, sentence := range sentences {
		at := judgedFirst.FindStringIndex(sentence)
		if at == nil {
			continue
		}
		rest := sentence[at[1]:]
		end := 0
		for _, m := range r.register.in(rest) {
			if m.start > 0 && !enumerates.MatchString(rest[end:m.start]) {
				break
			}
			judged, end = appendEntry(judged, m.entry), m.end
		}
	}
	return judged
}

// certainlyAudited narrows the named to those of the title or those whom something is recommended; several who are only
// spoken of are none.
func (r *reader) certainlyAudited(named []*entry) []*entry {
	if len(named) < 2 {
		return named
	}
	if title := r.title(); title != nil {
		if titled := distinct(r.register.in(*title)); len(titled) > 0 {
			return titled
		}
	}
	if examined := r.namedIn(examines.MatchString); len(examined) > 0 {
		return examined
	}
	return r.adviseds()
}

// isCommission tells "… har på uppdrag av revisorerna granskat om nämnden …".
func isCommission(sentence string) bool {
	return commissioner.MatchString(sentence) && examines.MatchString(sentence)
}

var examines = regexp.MustCompile(`(?i)genomfört\s+en\s+(\p{L}+\s+)?granskning\s+av\s|\sgranskat\s|uppdrag\s+att\s+(\p{L}+\s+)?granska\s`)

var advises = regexp.MustCompile(`(?i)rekommender(ar|as)\s|rekommendation(er)?\s+till\s`)

// columnLabels are the committees that head the matrices' columns, in order.
func (r *reader) columnLabels() []string {
	var labels []string
	for _, m := range r.matrices() {
		for _, c := range m.columns {
			if !slices.Contains(labels, c.label) {
				labels = append(labels, c.label)
			}
		}
	}
	return labels
}

// committeeCalled finds a committee by what heads its column.
func (r *reader) committeeCalled(label string) *entry {
	if e := r.register.abbreviated(label); e != nil {
		return e
	}
	if mentions := r.register.in(label); len(mentions) > 0 {
		return mentions[0].entry
	}
	return nil
}

// graded are those that "all" goes for.
func (r *reader) graded() []*entry {
	if len(r.columns) > 0 {
		return r.columns
	}
	return r.audited
}

// use makes a committee that something refers to one of the reading's committees.
func (r *reader) use(e *entry) {
	r.audited = appendEntry(r.audited, e)
}

func (r *reader) listCommittees() {
	for _, e := range r.audited {
		committee := Committee{}
		if e.abbreviation != "" {
			committee.Abbreviation = &e.abbreviation
		}
		if e.name != "" {
			committee.Name = &e.name
		}
		r.reading.Committees = append(r.reading.Committees, committee)
	}
	if len(r.audited) == 0 {
		r.notFound("committees")
	}
	missing := []struct {
		value string
		found *string
	}{
		{"title", r.reading.Title}, {"firm", r.reading.Firm}, {"commissionedBy", r.reading.CommissionedBy},
		{"reportDate", r.reading.ReportDate}, {"responseDue", r.reading.ResponseDue}, {"registryNumber", r.reading.RegistryNumber},
	}
	for _, m := range missing {
		if m.found == nil {
			r.notFound(m.value)
		}
	}
	if len(r.reading.Addressees) == 0 {
		r.notFound("addressees")
	}
}

// missingChapter gives the first of the last listed titles that no heading bears, when the very last is missing too.
func (r *reader) missingChapter() string {
	headings := map[string]bool{}
	for _, b := range r.report.blocks {
		headings[headingKey(b.text)] = true
	}
	stands := func(title string) bool {
		return headings[title] || slices.ContainsFunc(r.report.blocks, func(b block) bool { return strings.HasPrefix(headingKey(b.text), title+":") })
	}
	missing := ""
	for i := len(r.report.listed) - 1; i >= 0 && !stands(r.report.listed[i]); i-- {
		missing = r.report.listed[i]
	}
	if len(r.report.listed) < 4 || missing == r.report.listed[0] {
		return "" // a table of contents that fits no heading at all was no such table
	}
	return missing
}

var gluedWords = regexp.MustCompile(`\p{Ll}{2}\.\p{Lu}\p{Ll}{2}|�|\p{Ll}{3}\d{4}\p{Ll}`)

// tellNoise warns at the first place, of the report if it has one.
func (r *reader) tellNoise() {
	for _, d := range append([]document{r.report}, r.others...) {
		for _, b := range d.blocks {
			if gluedDate.MatchString(b.text) || gluedWords.MatchString(b.text) {
				r.warn(warnOCRNoise, b.line(), "letters or spaces are missing here, as after scanning; check what was read")
				return
			}
		}
	}
}

// tellQuality warns of text that a scan or a conversion has spoiled, and of text that stops in the middle.
func (r *reader) tellQuality() {
	r.tellNoise()
	if missing := r.missingChapter(); missing != "" {
		r.warn(warnTruncated, 0, "the table of contents lists %q, which is not in the text", missing)
		return
	}
	last := r.report.blocks[len(r.report.blocks)-1]
	if last.kind == paragraph && len(last.text) > 60 && !strings.ContainsRune(".?!:)”\"", lastRune(last.text)) {
		r.warn(warnTruncated, last.line(), "the text stops in the middle of a sentence")
	}
}
