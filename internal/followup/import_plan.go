package followup

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/reading"
	"uppsikt/internal/sheetimport"
)

// How much two wordings have in common that are taken for one recommendation: with the same number, and without a number.
const (
	alikeWithNumber = 0.5
	alikeAlone      = 0.85
)

// What is there already, and in the same shape what the rows add to it: new says which is which.
type (
	importAudit struct {
		ID                          uuid.UUID
		Title, Firm, RegistryNumber string
		ReportDate                  *calendar.Date
		Confirmed, Hidden           bool // hidden: confidential to the actor, as a whole or in a part
		CommitteeIds                []uuid.UUID
		Addressees                  []*importAddressee
		Recommendations             []*importRecommendation
		isNew                       bool
		addedCommittees             []uuid.UUID
	}
	importAddressee struct {
		ID, CommitteeID uuid.UUID
		RegistryNumber  string
		Response        *importResponse
		isNew           bool
	}
	importResponse struct {
		State     contract.ResponseState
		DecidedOn *calendar.Date
		Paragraph string
		isNew     bool
		stated    []statedAt // the rows that say something of it, while it has no date
		answers   []*importAnswer
	}
	importAnswer struct {
		Recommendation uuid.UUID `json:"-"`
		Stance         *contract.Stance
		Text           string
		Measures       []string
		added          []contract.MeasureContent
	}
	importRecommendation struct {
		ID           uuid.UUID
		Number, Text string
		Assignments  []*importAssignment
		isNew        bool
	}
	importAssignment struct {
		ID, CommitteeID, HolderID uuid.UUID
		Progress                  *contract.Progress
		Verdict                   contract.Verdict
		LastDay                   *calendar.Date
		Answer                    *importAnswer // the decided one
		Reports                   []importReport
		Verdicts                  []importVerdict
		isNew                     bool
	}
	importReport struct {
		Progress contract.Progress
		Comment  string
		On       calendar.Date
		isNew    bool
	}
	importVerdict struct {
		Verdict contract.Verdict
		Comment string
		On      calendar.Date
		isNew   bool
	}
	statedAt struct {
		row   int
		field contract.ImportField
	}
)

// planner goes through the rows one by one: each finds what it speaks of, there already or added by a row before it, and
// adds what is missing. Nothing is stored.
type planner struct {
	actor      authz.Actor
	today      calendar.Date
	committees sheetimport.Names[*importCommittee]
	table      importTable
	places     map[contract.ImportField]int
	audits     []*importAudit
	byNumber   map[string]*importAudit
	byTitle    map[string][]*importAudit
	faults     []contract.ImportFault
	row        importedRow
}

func plan(actor authz.Actor, today calendar.Date, committees []importCommittee, stored []*importAudit, table importTable) *planner {
	p := &planner{
		actor: actor, today: today, committees: namesOf(committees), table: table, places: table.places(),
		byNumber: map[string]*importAudit{}, byTitle: map[string][]*importAudit{},
	}
	for _, audit := range stored {
		p.know(audit)
	}
	if p.hasColumns() {
		for _, p.row = range table.rows {
			p.add()
		}
		p.checkResponses()
	}
	slices.SortStableFunc(p.faults, func(a, b contract.ImportFault) int { return cmp.Compare(a.Row, b.Row) })
	return p
}

func (p *planner) know(audit *importAudit) {
	p.audits = append(p.audits, audit)
	if number := sheetimport.Barely(audit.RegistryNumber); number != "" && p.byNumber[number] == nil {
		p.byNumber[number] = audit
	}
	title := sheetimport.Barely(audit.Title)
	p.byTitle[title] = append(p.byTitle[title], audit)
}

// hasColumns: without these no row says what it speaks of.
func (p *planner) hasColumns() bool {
	for _, needed := range []contract.ImportField{contract.ImportFieldAudit, contract.ImportFieldRecommendation, contract.ImportFieldCommittee} {
		_, isThere := p.places[needed]
		_, hasNumber := p.places[contract.ImportFieldAuditRegistryNumber]
		if !isThere && !(needed == contract.ImportFieldAudit && hasNumber) {
			p.faults = append(p.faults, contract.ImportFault{Row: 1, Code: "column_missing", Detail: columnOf(needed).title})
		}
	}
	return len(p.faults) == 0
}

// text is the row's cell of a field; "" where there is none.
func (p *planner) text(field contract.ImportField) string {
	place, isThere := p.places[field]
	if !isThere {
		return ""
	}
	return p.row.cells[place]
}

func (p *planner) fault(field contract.ImportField, code string) {
	p.faultAt(p.row.number, field, code, p.text(field))
}

func (p *planner) faultAt(row int, field contract.ImportField, code, detail string) {
	var column *string
	if place, isThere := p.places[field]; isThere {
		column = &p.table.columns[place].Head
	}
	if letters := []rune(detail); len(letters) > 120 {
		detail = string(letters[:120]) + "…"
	}
	p.faults = append(p.faults, contract.ImportFault{Row: row, Column: column, Code: code, Detail: detail})
}

// add takes one row.
func (p *planner) add() {
	before := len(p.faults)
	p.checkLengths()
	said := p.read()
	if len(p.faults) > before {
		return
	}
	audit := p.auditOf(said)
	if audit == nil {
		return
	}
	recommendation := p.recommendationOf(audit)
	if recommendation == nil {
		return
	}
	for _, committee := range said.committees {
		assignment := p.assignmentOf(audit, recommendation, committee)
		if assignment == nil {
			return
		}
		p.addProgress(assignment, said)
		p.addVerdict(assignment, said)
		p.addResponse(audit, recommendation, assignment, said)
	}
}

func (p *planner) checkLengths() {
	for field := range p.places {
		if len([]rune(p.text(field))) > columnOf(field).most {
			p.fault(field, "too_long")
		}
	}
}

// said is what a row's cells mean.
type said struct {
	committees                                   []*importCommittee
	reportDate, decidedOn, progressOn, verdictOn *calendar.Date
	stance                                       *contract.Stance
	progress                                     *contract.Progress
	verdict                                      *contract.Verdict
}

func (p *planner) read() (s said) {
	s.reportDate = p.date(contract.ImportFieldReportDate)
	s.decidedOn = p.pastDate(contract.ImportFieldDecidedOn)
	s.progressOn = p.pastDate(contract.ImportFieldProgressOn)
	s.verdictOn = p.pastDate(contract.ImportFieldVerdictOn)
	s.stance = valueIn(p, contract.ImportFieldStance, stanceWords)
	s.progress = valueIn(p, contract.ImportFieldProgress, progressWords)
	s.verdict = valueIn(p, contract.ImportFieldVerdict, verdictWords)
	var unknown string
	s.committees, unknown = p.committees.In(p.text(contract.ImportFieldCommittee))
	switch {
	case unknown != "":
		p.faultAt(p.row.number, contract.ImportFieldCommittee, "committee_not_found", unknown)
	case len(s.committees) == 0:
		p.fault(contract.ImportFieldCommittee, "required")
	}
	return s
}

func (p *planner) date(field contract.ImportField) *calendar.Date {
	date, isDate := sheetimport.DateOf(p.text(field))
	if !isDate {
		p.fault(field, "not_a_date")
	}
	return date
}

func (p *planner) pastDate(field contract.ImportField) *calendar.Date {
	date := p.date(field)
	if date != nil && p.today.Before(*date) {
		p.fault(field, "future_date")
	}
	return date
}

func valueIn[T sheetimport.Code](p *planner, field contract.ImportField, words map[string]T) *T {
	value, isKnown := sheetimport.ValueOf(p.text(field), words)
	if !isKnown {
		p.fault(field, "unknown_value")
	}
	return value
}

// auditOf finds the row's audit by the auditors' registry number, or by its title and date; else it is a new one.
func (p *planner) auditOf(s said) *importAudit {
	title, number := p.text(contract.ImportFieldAudit), p.text(contract.ImportFieldAuditRegistryNumber)
	audit := p.byNumber[sheetimport.Barely(number)]
	if audit == nil && sheetimport.Barely(title) == "" {
		p.fault(contract.ImportFieldAudit, "required")
		return nil
	}
	if audit == nil {
		alike := slices.DeleteFunc(slices.Clone(p.byTitle[sheetimport.Barely(title)]), func(other *importAudit) bool { return !mayBe(other, number, s.reportDate) })
		if len(alike) > 1 {
			p.fault(contract.ImportFieldAudit, "ambiguous_audit")
			return nil
		}
		if len(alike) == 1 {
			audit = alike[0]
		}
	}
	if audit != nil && audit.Hidden {
		p.fault(contract.ImportFieldAudit, "confidential_audit")
		return nil
	}
	if audit == nil {
		audit = &importAudit{ID: newID(), Title: title, isNew: true}
		p.know(audit)
	}
	if audit.isNew {
		p.fill(audit, number, s.reportDate)
	}
	return audit
}

// mayBe: of the same title, and neither number nor date says that it is another.
func mayBe(audit *importAudit, number string, date *calendar.Date) bool {
	numbersDiffer := sheetimport.Barely(number) != "" && sheetimport.Barely(audit.RegistryNumber) != "" && sheetimport.Barely(number) != sheetimport.Barely(audit.RegistryNumber)
	datesDiffer := date != nil && audit.ReportDate != nil && *date != *audit.ReportDate
	return !numbersDiffer && !datesDiffer
}

// fill takes what the row says of a new audit, and refuses what it says otherwise than a row before it.
func (p *planner) fill(audit *importAudit, number string, date *calendar.Date) {
	p.same(&audit.Firm, contract.ImportFieldFirm)
	if audit.RegistryNumber == "" && number != "" {
		audit.RegistryNumber = number
		p.byNumber[sheetimport.Barely(number)] = audit
	}
	switch {
	case audit.ReportDate == nil:
		audit.ReportDate = date
	case date != nil && *date != *audit.ReportDate:
		p.fault(contract.ImportFieldReportDate, "contradicts_earlier_row")
	}
}

// same takes the row's text where there is none, and refuses another than there is.
func (p *planner) same(has *string, field contract.ImportField) {
	text := p.text(field)
	switch {
	case *has == "":
		*has = text
	case text != "" && !reading.SameWording(*has, text):
		p.fault(field, "contradicts_earlier_row")
	}
}

// recommendationOf finds the row's recommendation by its number and the likeness of its words; else it is a new one.
func (p *planner) recommendationOf(audit *importAudit) *importRecommendation {
	number, text := strings.TrimRight(p.text(contract.ImportFieldNumber), ". "), p.text(contract.ImportFieldRecommendation)
	for _, known := range audit.Recommendations {
		if number == "" || !strings.EqualFold(known.Number, number) {
			continue
		}
		if text != "" && !reading.SameWording(known.Text, text) && reading.Likeness(known.Text, text) < alikeWithNumber {
			p.fault(contract.ImportFieldNumber, "number_taken")
			return nil
		}
		return known
	}
	if text == "" {
		p.fault(contract.ImportFieldRecommendation, "required")
		return nil
	}
	if known := alikeIn(audit, text, number == ""); known != nil {
		return known
	}
	if !p.mayExtend(audit, contract.ImportFieldRecommendation) {
		return nil
	}
	added := &importRecommendation{ID: newID(), Number: cmp.Or(number, nextNumber(audit)), Text: text, isNew: true}
	audit.Recommendations = append(audit.Recommendations, added)
	return added
}

// alikeIn finds a recommendation of the same wording, and without a number the one that is most like it.
func alikeIn(audit *importAudit, text string, byLikeness bool) (found *importRecommendation) {
	most := alikeAlone
	for _, known := range audit.Recommendations {
		if reading.SameWording(known.Text, text) {
			return known
		}
		if byLikeness {
			if likeness := reading.Likeness(known.Text, text); likeness >= most {
				most, found = likeness, known
			}
		}
	}
	return found
}

func nextNumber(audit *importAudit) string {
	highest := 0
	for _, known := range audit.Recommendations {
		if number, err := strconv.Atoi(known.Number); err == nil {
			highest = max(highest, number)
		}
	}
	return strconv.Itoa(highest + 1)
}

// mayExtend: a confirmed audit is an auditor's (GLOSSARY's second law).
func (p *planner) mayExtend(audit *importAudit, field contract.ImportField) bool {
	if audit.isNew || !audit.Confirmed || p.actor.Has(authz.AuditConfirm) {
		return true
	}
	p.fault(field, "audit_confirmed")
	return false
}

// assignmentOf finds the recommendation as it concerns a committee, by the one it was given to or the one that answers for
// it now; else it is new.
func (p *planner) assignmentOf(audit *importAudit, recommendation *importRecommendation, committee *importCommittee) *importAssignment {
	for _, of := range []func(*importAssignment) uuid.UUID{
		func(a *importAssignment) uuid.UUID { return a.CommitteeID }, func(a *importAssignment) uuid.UUID { return a.HolderID },
	} {
		for _, known := range recommendation.Assignments {
			if of(known) == committee.ID {
				return known
			}
		}
	}
	if !p.mayExtend(audit, contract.ImportFieldCommittee) {
		return nil
	}
	added := &importAssignment{ID: newID(), CommitteeID: committee.ID, HolderID: committee.HolderID, Verdict: contract.VerdictNotFollowedUp, isNew: true}
	recommendation.Assignments = append(recommendation.Assignments, added)
	if !slices.Contains(audit.CommitteeIds, committee.ID) {
		audit.CommitteeIds, audit.addedCommittees = append(audit.CommitteeIds, committee.ID), append(audit.addedCommittees, committee.ID)
	}
	return added
}

func (p *planner) addProgress(assignment *importAssignment, s said) {
	comment := p.text(contract.ImportFieldProgressComment)
	if s.progress == nil {
		if comment != "" {
			p.fault(contract.ImportFieldProgressComment, "status_required")
		}
		return
	}
	on, isDated := p.day(s.progressOn)
	isKnown := !isDated && assignment.Progress != nil && *assignment.Progress == *s.progress
	contradicts := false
	for _, report := range assignment.Reports {
		isSame := report.On == on && report.Progress == *s.progress
		isKnown, contradicts = isKnown || isSame, contradicts || report.isNew && report.On == on && !isSame
	}
	switch {
	case isKnown:
	case !p.actor.May(authz.ProgressReport, assignment.HolderID):
		p.fault(contract.ImportFieldProgress, "not_your_committee")
	case contradicts:
		p.fault(contract.ImportFieldProgress, "contradicts_earlier_row")
	case *s.progress == contract.ProgressCancelled && comment == "":
		p.fault(contract.ImportFieldProgress, "reason_required")
	default:
		assignment.Reports = append(assignment.Reports, importReport{*s.progress, comment, on, true})
	}
}

// day is the one that is said, or today.
func (p *planner) day(said *calendar.Date) (on calendar.Date, isDated bool) {
	if said == nil {
		return p.today, false
	}
	return *said, true
}

// addVerdict: the columns are left out where the actor is no auditor.
func (p *planner) addVerdict(assignment *importAssignment, s said) {
	comment := p.text(contract.ImportFieldVerdictComment)
	if s.verdict == nil {
		if comment != "" {
			p.fault(contract.ImportFieldVerdictComment, "status_required")
		}
		return
	}
	on, isDated := p.day(s.verdictOn)
	isKnown := !isDated && assignment.Verdict == *s.verdict
	contradicts := false
	for _, given := range assignment.Verdicts {
		isSame := given.On == on && given.Verdict == *s.verdict
		isKnown, contradicts = isKnown || isSame, contradicts || given.isNew && given.On == on && !isSame
	}
	switch {
	case isKnown:
	case contradicts:
		p.fault(contract.ImportFieldVerdict, "contradicts_earlier_row")
	default:
		assignment.Verdicts = append(assignment.Verdicts, importVerdict{*s.verdict, comment, on, true})
	}
}

func newID() uuid.UUID { return uuid.Must(uuid.NewV7()) } // fails only where the system has no randomness
