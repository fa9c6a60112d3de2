package reading

import (
	"regexp"
	"slices"
	"strings"
)

var (
	answersTitle = regexp.MustCompile(`(?i)^(?:ärende(?:mening)?:?\s*|rubrik:?\s*|angående:?\s*|§\s*\d+\s*[.:–-]?\s*)?(?:\p{L}+s\s|(?:[\p{L}-]+,?\s){0,4}[\p{L}-]*(?:nämndens|nämndernas|styrelsens|direktionens)\s)?(?:förslag till )?(?:yttrande|svar|remissvar|remissyttrande|återrapportering)\s+(?:över|på|till|gällande|angående|avseende|med anledning av|kring|i anledning av|om)\s+(.{6,240})$`)
	auditOf      = regexp.MustCompile(`(?i)(?:^|[\s:–-])((?:(?:fördjupad|uppföljande|grundläggande|översiktlig|förnyad)e?\s+)?\p{L}*granskning(?:en|ar)?\s+(?:av|gällande|avseende|rörande|kring|om|inom)\s.{3,200})$`)
	quotedTitle  = regexp.MustCompile(`(?i)(?:rapport(?:en)?|granskning(?:en)?|revision(?:en)?)\s*[:,–-]?\s*[”"»“]([^”"»«“]{8,200})[”"«»“]`)
	reportPrefix = regexp.MustCompile(`(?i)^(?:(?:kommun|region|stads)?revision(?:en)?s?\s+|revisorernas\s+|kommunens\s+revisorers?\s+)?(?:(?:revisions|gransknings)?rapport(?:en)?|revisionen|revisorerna|granskningen)\s*[:,–-]?\s*(?:(?:om|gällande|avseende|angående|kring|rörande)\s+)?`)
	matterLabel  = regexp.MustCompile(`(?i)^(?:ärende|ärendemening|rubrik|angående|avser|gäller|granskning|rapport)\s*:\s*`)
	titleTail    = regexp.MustCompile(`(?i)[\s,(–-]*(?:dnr:?\s.*|\(?(?:dnr|diarienummer)\b.*|(?-i:\s\(?\p{Lu}{1,6})[\s/-]?(?:19|20)\d{2}[-/:]\d{1,6}\)?)$`)
)

// answeredTitle is the title of the audit: the report's own where it stands there too, else as the papers quote it, else
// what their heading answers.
func (r *replyReader) answeredTitle() *string {
	if r.report.kind == report && len(r.own) < len(r.documents) {
		if title := r.title(); title != nil {
			return title
		}
	}
	papers := r.ownOf(response, memorandum, minutes, unknownDocument, coverLetter, report)
	for _, d := range papers {
		for _, b := range d.blocks {
			if m := quotedTitle.FindStringSubmatch(b.text); m != nil {
				return pointer(strings.TrimSpace(m[1]))
			}
		}
	}
	for _, d := range papers {
		for i, b := range d.blocks {
			if b.kind == row || len(b.text) > 260 || endsSentence(b.text) {
				continue
			}
			if m := answersTitle.FindStringSubmatch(withoutCommitteeBelow(b)); m != nil {
				if title := titleIn(m[1] + restOfTitle(d.blocks[i+1:])); title != "" {
					return &title
				}
			}
		}
	}
	for _, d := range papers {
		for _, cell := range formCells(d) {
			cell = matterLabel.ReplaceAllString(cell, "")
			if titleOpening.MatchString(cell) && !endsSentence(cell) {
				if title := titleIn(cell); title != "" {
					return &title
				}
			}
		}
	}
	return nil
}

// withoutCommitteeBelow is a title without the committee's name, or the head of a table, that has run into it from below.
func withoutCommitteeBelow(b block) string {
	for first := max(1, len(b.lines)-2); first < len(b.lines); first++ {
		below := joinedBlock(b.lines[first:]).text
		if startsWithUpper(below) && (adviceHead.MatchString(below) || answerHead.MatchString(below)) {
			return strings.TrimSpace(strings.TrimSuffix(b.text, below))
		}
	}
	if last := strings.TrimSpace(b.lastLine()); len(b.lines) > 1 && isCommitteeName(last) && startsWithUpper(last) {
		return strings.TrimSpace(strings.TrimSuffix(b.text, last))
	}
	return b.text
}

// restOfTitle is the line that a title's last one goes on in, small letters first.
func restOfTitle(following []block) string {
	if len(following) > 0 && following[0].kind != row && following[0].kind != item && startsWithLower(following[0].text) && len(following[0].text) < 100 && !endsSentence(following[0].text) {
		return " " + following[0].text
	}
	return ""
}

// titleIn is what of "granskning av …", "revisionsrapport om …" is the audit's own title.
func titleIn(answered string) string {
	title := titleTail.ReplaceAllString(answered, "")
	certain := true
	if m := auditOf.FindStringSubmatch(title); m != nil {
		title = m[1]
	} else {
		certain = reportPrefix.MatchString(title)
		title = reportPrefix.ReplaceAllString(title, "")
	}
	title = strings.Trim(title, " .,:;–-”\"»«")
	if len(title) < 5 || !certain && !strings.Contains(title, " ") {
		return ""
	}
	return capitalized(title)
}

func capitalized(text string) string {
	letters := []rune(text)
	return strings.ToUpper(string(letters[:1])) + string(letters[1:])
}

var (
	committeeDecides = regexp.MustCompile(`(?i)^(?:§\s*\d+\s*)?(.{3,60}?)(?:s)?\s+(?:beslutar|beslutade|har beslutat|föreslås besluta|föreslås att besluta|beslut)\b`)
	sentTo           = regexp.MustCompile(`(?i)^(?:till|kopia|för kännedom|mottagare|sändlista|expedieras|delges|skickas|adressat)`)
	titledOf         = regexp.MustCompile(`(?i)^(?:yttrande|svar|protokoll(?:sutdrag)?|utdrag ur protokoll|sammanträdesprotokoll)\s+(?:från|för|av|ur)\s+(.{3,80})$`)
	signsFor         = regexp.MustCompile(`(?i)^(?:för|på)\s+(.{3,60}?)(?:\s+vägnar)?$`) // at the foot: "För kommunstyrelsen"
	labelledWhose    = regexp.MustCompile(`(?i)^(?:nämnd|styrelse|nämnd/styrelse|svarande nämnd|(?:svar|yttrande)\s+från)\s*:\s*(.{3,80})$`)
	chairOf          = regexp.MustCompile(`(?i)^(?:ordförande|ordf\.?)\s+(?:i\s+|för\s+)?(.{3,80})$`) // at the foot
	ofSeveral        = regexp.MustCompile(`(?i)\p{L}*styrelsens?\s+(?:och|samt)\s+(?:de\s+)?(?:övriga\s+|berörda\s+)?nämnder(?:na|nas)?(?:$|[^\p{L}])`)
	genitiveTitle    = regexp.MustCompile(`(?i)^(.{3,60}s)\s+(?:yttrande|svar)(?:\s|$)`)
)

// answeringCommittee is the one whose papers these are. Where they name several, none is taken.
func (r *replyReader) answeringCommittee() *string {
	if together := r.answersTogether(); together != "" {
		r.warn(warnCommitteeUnclear, 0, "committee: %q answer together", together)
		return nil
	}
	var deciding, named []*entry
	for _, d := range r.ownOf(minutes, response, memorandum, unknownDocument, report) {
		for _, b := range d.blocks {
			if m := committeeDecides.FindStringSubmatch(b.text); m != nil {
				deciding = r.appendOnly(deciding, m[1])
			}
			if inCommittee.MatchString(b.text) && r.onlyCommittees(b.text[2:]) != nil {
				deciding = r.appendOnly(deciding, b.text)
			}
		}
		named = r.appendHeads(named, d)
	}
	found := deciding
	if len(found) == 0 {
		found = named
	}
	if len(found) == 0 {
		found = r.clausesSubjects()
	}
	if len(found) == 0 {
		return r.answeringCompany()
	}
	switch {
	case len(found) == 1 && found[0].name != "":
		return &found[0].name
	case len(found) > 1:
		r.warn(warnCommitteeUnclear, 0, "committee: both %s and %s", found[0].ref(), found[1].ref())
	}
	return nil
}

// answeringCompany is the one whose name stands alone in a paper's head, or in its title, and no other's.
func (r *replyReader) answeringCompany() *string {
	var names []string
	for _, d := range r.ownOf(response, unknownDocument, report) {
		for _, cell := range formCells(d) {
			if m := titledOf.FindStringSubmatch(cell); m != nil {
				cell = m[1]
			}
			if found := companiesIn(cell); len(found) == 1 && found[0] == cell {
				names = appendCompany(names, cell)
			}
		}
	}
	if len(names) != 1 {
		return nil
	}
	return &names[0]
}

// answersTogether gives the words in which a response's head says that several answer: "Kommunstyrelsens och nämndernas svar".
func (r *replyReader) answersTogether() string {
	for _, d := range r.ownOf(response, unknownDocument, report) {
		for _, cell := range formCells(d) {
			if words := ofSeveral.FindString(cell); words != "" && (answersTitle.MatchString(cell) || genitiveTitle.MatchString(cell)) {
				return strings.TrimSpace(words)
			}
		}
	}
	return ""
}

// clausesSubjects are the committees that the clauses of the decision say what they do: "Socialnämnden godkänner …".
func (r *replyReader) clausesSubjects() []*entry {
	var subjects []*entry
	for _, clause := range r.clauses() {
		if mentioned := r.register.in(clause); len(mentioned) > 0 && mentioned[0].start == 0 {
			subjects = appendEntry(subjects, mentioned[0].entry)
		}
	}
	return subjects
}

// appendOnly adds the one committee that some words name.
func (r *replyReader) appendOnly(entries []*entry, words string) []*entry {
	if mentioned := distinct(r.register.in(words)); len(mentioned) == 1 {
		return appendEntry(entries, mentioned[0])
	}
	return entries
}

// appendHeads adds whom a paper's head and signature name as whose it is.
func (r *replyReader) appendHeads(named []*entry, d document) []*entry {
	received := false
	for _, cell := range formCells(d) {
		if sentTo.MatchString(cell) {
			received = true
			continue
		}
		for _, whose := range []*regexp.Regexp{memoFor, titledOf, genitiveTitle, labelledWhose} {
			if m := whose.FindStringSubmatch(cell); m != nil {
				named = r.appendOnly(named, m[1])
			}
		}
		if only := r.onlyCommittees(fullDate.ReplaceAllString(cell, "")); len(only) == 1 && !received {
			named = appendEntry(named, only[0])
		} else if only == nil {
			received = false
		}
	}
	for i, b := range d.blocks {
		for _, signed := range []*regexp.Regexp{signsFor, chairOf} {
			m := signed.FindStringSubmatch(b.text)
			if m == nil || i+4 < len(d.blocks) {
				continue
			}
			if only := r.onlyCommittees(m[1]); len(only) == 1 {
				named = appendEntry(named, only[0])
			}
		}
		if signature.MatchString(b.text) && i >= 2 {
			for _, above := range d.blocks[i-2 : i] {
				if only := r.onlyCommittees(above.text); len(only) == 1 {
					named = appendEntry(named, only[0])
				}
			}
		}
	}
	return named
}

var (
	numberLabel   = regexp.MustCompile(`(?i)(?:^|[\s(,;])(\p{L}+\s+)?(?:diarienummer|diarienr|dnr|ärendenummer|ärendenr|d\.nr|beteckning)\s?[:.]?(?:\s+|$)`)
	othersNumber  = regexp.MustCompile(`(?i)^(?:revisionens|revisorernas|kommunrevisionens|ert|er|deras)\s`)
	labelledShape = regexp.MustCompile(`^(?:19|20)\d{2}[-/ ]\p{Lu}{1,6}[-/ ]\d{1,6}(?:$|\s)|^\p{Lu}{2,6} \d{5,7}(?:$|\s)`) // a number for that it follows its label: "HSN 240112"
	lettersNumber = regexp.MustCompile(`^\p{Lu}{1,6}[\s/-]?(?:19|20)\d{2}[-/:]\d{1,6}(?:[-.]\d{1,4})?$`)
)

// committeesNumber is the registry number in the committee's own papers. Where they bear different ones, the first stands
// and the other is told.
func (r *replyReader) committeesNumber() *string {
	var number *string
	for _, d := range r.ownOf(response, memorandum, minutes, unknownDocument, report) {
		found := numberInHead(formCells(d))
		switch {
		case found == nil:
		case number == nil:
			number = found
		case numberKey(*found) != numberKey(*number):
			r.warn(warnNumbersDiffer, 0, "registryNumber: also %s", *found)
		}
	}
	return number
}

func numberKey(number string) string { return lettersOf(number).text }

// numberInHead reads a number after its label, in the same cell or one of the next, or standing alone.
func numberInHead(cells []string) *string {
	for i, cell := range cells {
		at := numberLabel.FindStringSubmatchIndex(cell)
		if at == nil {
			if lettersNumber.MatchString(cell) && (i == 0 || !othersLabel(cells[i-1])) {
				return &cell
			}
			continue
		}
		if othersLabel(cell[at[0]:]) {
			continue
		}
		candidates := []string{cell[at[1]:]}
		if strings.TrimSpace(candidates[0]) == "" {
			candidates = cells[i+1 : min(len(cells), i+5)]
		}
		for _, candidate := range candidates {
			candidate = strings.TrimSpace(candidate)
			if number := firstOf(registryShape.FindString(candidate), labelledShape.FindString(candidate)); number != "" && !isDateOnly(candidate) && fullDate.FindString(number) == "" {
				return pointer(strings.TrimSpace(number))
			}
		}
	}
	return nil
}

func othersLabel(label string) bool {
	return numberLabel.MatchString(label) && othersNumber.MatchString(strings.TrimLeft(label, " (,;"))
}

// paperDate is the day of the response, else of the memorandum.
func (r *replyReader) paperDate() *string {
	for _, d := range r.ownOf(response, unknownDocument, report, memorandum) {
		for i, cell := range formCells(d) {
			if isDateOnly(cell) && (i == 0 || !notPaperDate.MatchString(formCells(d)[i-1])) {
				return firstDate(cell)
			}
		}
	}
	return nil
}

// notPaperDate labels a day that is another: of the meeting, or until when an answer is asked for.
var notPaperDate = regexp.MustCompile(`(?i)^(?:sammanträd|senast|svar senast|sista|justera|anslag|beslut|antag)`)

// matterOf is what of some minutes is about the audit: their head, and of several paragraphs the one whose heading says so.
func (r *replyReader) matterOf(blocks []block) []block {
	var begins []int
	for i, b := range blocks {
		if sectionOpens.MatchString(strings.TrimSpace(b.lines[0].text)) {
			begins = append(begins, i)
		}
	}
	if len(begins) < 2 {
		return blocks
	}
	var matter []block
	for k, begin := range begins {
		end := len(blocks)
		if k+1 < len(begins) {
			end = begins[k+1]
		}
		for _, b := range blocks[begin:min(end, begin+3)] {
			if len(b.text) < 200 && ofAudit.MatchString(b.text) {
				matter = append(matter, blocks[begin:end]...)
				break
			}
		}
	}
	if matter == nil {
		return blocks
	}
	return append(append([]block{}, blocks[:begins[0]]...), matter...)
}

func appendNew(texts []string, text string) []string {
	if slices.Contains(texts, text) {
		return texts
	}
	return append(texts, text)
}
