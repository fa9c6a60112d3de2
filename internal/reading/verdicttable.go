package reading

import (
	"regexp"
	"slices"
	"strings"
)

var (
	earlierColumn   = regexp.MustCompile(`(?i)^(?:(?:tidigare|lämnade?|föregående|revisorernas|revisionens|ursprunglig|vår|våra)\s+)*rekommendation(?:er)?(?:\s+(?:från|i|till|enligt|ur|år|vid|\(?\d).*)?$`)
	verdictColumn   = regexp.MustCompile(`(?i)^(?:(?:vår|revisionens|revisorernas|granskningens|samlad|aktuell|bedömd|är\s+rekommendationen)\s+)?(?:status|bedömning|resultat|utfall|uppföljning|slutsats|åtgärdad|genomförd|uppfylld|beaktad|hanterad)(?:\s*(?:/|och|samt)\s*(?:status|bedömning|kommentar|iakttagelser?|slutsats))?(?:\s+(?:vid\s+uppföljning\p{L}*|av\s+(?:åtgärd\p{L}*|rekommendation\p{L}*)))?(?:\s+\(?(?:år\s+)?((?:19|20)\d\d)\)?)?\s*[?:]?$`)
	yesNoColumn     = regexp.MustCompile(`(?i)(?:åtgärdad|genomförd|uppfylld|beaktad|hanterad)(?:\s+\(?(?:år\s+)?(?:19|20)\d\d\)?)?\s*\??$`)
	committeeColumn = regexp.MustCompile(`(?i)^(?:(?:ansvarig|berörd|granskad)e?\s+)?(?:nämnd(?:er)?|styrelse|nämnd\s*/\s*styrelse|styrelse\s*/\s*nämnd|nämnd\s+eller\s+styrelse|mottagare|adressat|riktad\s+till|ansvarig|berör|organ)$`)
	numberColumn    = regexp.MustCompile(`(?i)^(?:nr|nr\.|#|nummer|rek\.?\s*nr\.?)$`)
	yesNo           = map[string]Verdict{"ja": Addressed, "nej": NotAddressed}
)

// verdictTable is where the columns of a table of results stand; -1 is no such column.
type verdictTable struct {
	width, advice, number, committee int
	verdicts                         []int    // the latest, where several years stand beside one another
	byYesNo                          bool     // its head asks whether it is done
	columns                          []column // the committees', where each has its own
}

// readTable reads the tables of results among rows that follow one another; each may have its head again on a new page.
func (v *verdictReader) readTable(rows []block) {
	var t *verdictTable
	for _, tableRow := range rows {
		if head := v.verdictHead(tableRow.cells); head != nil {
			t = head
		} else if t != nil && len(tableRow.cells) > 0 {
			v.readRow(t, tableRow)
		}
	}
}

// verdictHead reads a row that heads a table of earlier recommendations and their results, or gives nil. A table that
// answers an audit's questions is none, though it may recommend something.
func (v *verdictReader) verdictHead(cells []string) *verdictTable {
	t := &verdictTable{width: len(cells), advice: -1, number: -1, committee: -1}
	latest := ""
	var others []int
	for i, cell := range cells {
		switch m := verdictColumn.FindStringSubmatch(cell); {
		case questionHeader.MatchString(cell) && !numberColumn.MatchString(cell):
			return nil
		case earlierColumn.MatchString(cell) && t.advice < 0:
			t.advice = i
		case m != nil && m[1] > latest:
			latest, t.verdicts = m[1], []int{i}
		case m != nil && m[1] == latest:
			t.verdicts = append(t.verdicts, i)
		case m != nil:
		case numberColumn.MatchString(cell):
			t.number = i
		case committeeColumn.MatchString(cell):
			t.committee = i
		case cell != "":
			others = append(others, i)
		}
	}
	if t.advice < 0 {
		return nil
	}
	for _, i := range t.verdicts {
		t.byYesNo = t.byYesNo || yesNoColumn.MatchString(cells[i])
	}
	if len(t.verdicts) == 0 {
		for _, i := range others {
			if !isAbbreviation(cells[i]) && !v.namesCommittee(cells[i]) {
				return nil
			}
			t.columns = append(t.columns, column{i, cells[i]})
		}
	}
	if len(t.verdicts) == 0 && len(t.columns) == 0 {
		return nil
	}
	return t
}

func (v *verdictReader) readRow(t *verdictTable, tableRow block) {
	cells := tableRow.cells
	if only := filled(cells); len(only) == 1 {
		if committees := v.onlyCommittees(only[0]); committees != nil {
			v.committees[subheading] = committees // a row that divides the table
		}
		return
	}
	if len(cells) != t.width {
		v.warn(warnGradeUnclear, tableRow.line(), "a row of the table of results does not fit its head and is not read")
		return
	}
	a := v.adviceOf(t, tableRow)
	if len(wordPattern.FindAllString(a.text, -1)) < 2 {
		return
	}
	if len(t.columns) > 0 {
		v.readColumns(t, a, cells)
		return
	}
	verdict, verbatim := v.verdictOf(t, cells)
	if verbatim != "" {
		v.conclude([]advice{a}, verdict, verbatim, a.line)
	}
}

func (v *verdictReader) adviceOf(t *verdictTable, tableRow block) advice {
	a := advice{text: tableRow.cells[t.advice], line: tableRow.line()}
	if m := cellAdviceNumber.FindStringSubmatch(a.text); m != nil {
		a.number, a.text = m[1], a.text[len(m[0]):]
	}
	if t.number >= 0 {
		a.number = strings.TrimLeft(strings.Trim(tableRow.cells[t.number], " .)"), "Rr")
	}
	a.text = quotedText(a.text)
	a.committees = v.given(a.text, v.concerned())
	if t.committee >= 0 {
		if named := v.called(tableRow.cells[t.committee]); len(named) > 0 {
			a.committees = named
		}
	}
	return a
}

var cellAdviceNumber = regexp.MustCompile(`^(?i:rekommendation\s*|r\s?)?(\d{1,2}(?:\.\d{1,2})?)\s*[.):–-]\s*`)

// called reads a cell that says whose the recommendation is, by names or abbreviations.
func (v *verdictReader) called(cell string) []*entry {
	entries := distinct(v.register.in(cell))
	for _, part := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(",/; ", r) }) {
		if e := v.register.abbreviated(part); e != nil {
			entries = appendEntry(entries, e)
		}
	}
	return entries
}

// verdictOf reads the first of the row's judging cells that gives a verdict.
func (v *verdictReader) verdictOf(t *verdictTable, cells []string) (Verdict, string) {
	verbatim := ""
	for _, i := range t.verdicts {
		if verdict, ok := cellVerdict(cells[i], t.byYesNo); ok {
			return verdict, cells[i]
		}
		if verbatim == "" {
			verbatim = cells[i]
		}
	}
	return unclearVerdict, verbatim
}

func cellVerdict(cell string, byYesNo bool) (Verdict, bool) {
	first, _, _ := strings.Cut(strings.TrimSpace(cell), " ")
	if verdict, ok := yesNo[strings.ToLower(strings.Trim(first, ".,;:–"))]; ok && byYesNo {
		return verdict, true
	}
	return judgedIn(cell)
}

// readColumns reads a row with a verdict for each committee.
func (v *verdictReader) readColumns(t *verdictTable, a advice, cells []string) {
	for _, c := range t.columns {
		e := v.committeeCalled(c.label)
		verdict, judged := judgedIn(cells[c.index])
		if e == nil || !judged && !slices.ContainsFunc(filled(cells), func(cell string) bool { _, ok := judgedIn(cell); return ok }) {
			continue
		}
		if cell := strings.Trim(cells[c.index], " –—-"); cell != "" {
			v.conclude([]advice{{a.number, a.text, []*entry{e}, a.line}}, verdict, cell, a.line)
		}
	}
}
