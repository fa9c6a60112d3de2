package reading

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// longestCoverTitle is how many letters a title has at most.
const longestCoverTitle = 160

// coverSize is how many of a report's first lines its cover and heads may take.
const coverSize = 40

var (
	titleOpening  = regexp.MustCompile(`(?i)^((samlad\s+)?(fördjupad|uppföljande|grundläggande|översiktlig|förnyad|löpande|allmän|samordnad)\s+granskning|\p{L}*granskning(:|\s+(av|gällande|avseende|rörande|om|kring|inom|–|-))|uppföljning\s+av|förstudie:?|revision\s+av|årsrapport\s+\d{4})(\s|$)`)
	bareKind      = regexp.MustCompile(`(?i)^((gransknings|revisions|projekt|status)?(rapport(en)?|promemoria)\*?|förstudie|(fördjupad|uppföljande|grundläggande|översiktlig)\s+granskning\s+nr\.?\s*\d+([/:-]\d+)?)(\s+(nr\.?\s*)?\d+([/:-]\d+)?)?\s*(\d{4})?$|^rapport\b`)
	notTitle      = regexp.MustCompile(`(?i)kommun(en)?s?(\s+förtroendevalda)?\s+revisorer|^(kommun|region)fullmäktige|^revisorerna|\srevisorer(na)?$|^kommunrevisionen|^\p{L}+\s(kommun|stad)$|^region\s\p{L}+$|^www\.|certifierad|revisionskonsult|uppdragsledare|projektledare|^dnr|^diarie|^datum|^sammanfattning$|^innehåll|^inledning$|@|^webb|^rapport$|^till:?\s|^genomförd på uppdrag|^på uppdrag av|^antal sidor|^kpmg|^(lyssna|dela|skriv ut)$`)
	kindPrefix    = regexp.MustCompile(`(?i)^(?:(gransknings|revisions)?rapport|(revisions-?)?(pm|promemoria))(\s+(nr\.?\s*)?\d+([/:-]\d+)?)?\s*[:–-]\s*`)
	firms         = regexp.MustCompile(`(?:^|[^\p{L}])(PwC|PWC|pwc|Öhrlings PricewaterhouseCoopers|PricewaterhouseCoopers|KPMG|EY|Ernst\s*&\s*Young|Deloitte|BDO|Azets|Helseplan|Grant Thornton|Forvis Mazars|Mazars|Baker Tilly|Moore|Sirona|Rådek|Ekonova|Capire|Norrlands Revision)(?:$|[^\p{L}])`)
	ownOffice     = regexp.MustCompile(`(?i)(revisionskontoret|stadsrevisionen|revisionsenheten|regionrevisionen)`)
	commissioner  = regexp.MustCompile(`(?i:uppdrag av|har av|uppdrag från)\s+((?i:de förtroendevalda revisorerna|revisorerna|kommunrevisionen|kommunrevisorerna|kommunens (?:förtroendevalda )?revisorer|regionens (?:förtroendevalda )?revisorer|stadens revisorer)(?:\s+i(?:nom)?\s+(?:Region\s+)?\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?(?:\s(?:kommun|stad))?)?|\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?\s(?:kommuns|stads|kommun)(?:\s+förtroendevalda)?\s+(?:revisorer|kommunrevision|revision)|Region\s+\p{Lu}[\p{L}-]+\s(?:förtroendevalda\s+)?revisorer)(?:$|[^\p{L}])`)
	commissionBy  = regexp.MustCompile(`(?:^|\s)([\p{Lu}][\p{L}&]+(?:\s\p{Lu}[\p{L}&]+){0,3})\s+har\s+(?:på\s+uppdrag\s+av|av)\s`)
	coverAuditors = regexp.MustCompile(`^(?:(?i:för|till|från)\s)?(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?\s(?i:(?:kommuns|stads)\s(?:förtroendevalda\s)?revisorer)|(?:De förtroendevalda revisorerna|Revisorerna|Kommunrevisionen) i \p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?(?:\s(?:kommun|stad))?)$`)
	registryLabel = regexp.MustCompile(`(?i)^\s*(?:\p{Co}\s*)?(?:nr[.:]?\s\d{1,3},\s\d{4}\s+)?(?:diarienummer|diarienr|dnr|ärendenummer|ärendenr|revisionens diarienummer|d\.nr)\s?[:.]?\s*(.*)$`)
	registryShape = regexp.MustCompile(`^(?:\p{Lu}{1,6}[\s-]?)?\d{2,4}[-/:]\d{1,6}(?:[-/]\d{2,6})?(?:[-.]\d{1,4})?|^\p{Lu}{1,6}[\s/-]\d{4}[-/:]\d{1,6}(?:[-/]\d{1,6})?|^\d{1,2}(?:\.\d{1,2})+[-/ ]\d{1,6}[-/]\d{2,4}`)
	bareRegistry  = regexp.MustCompile(`^\p{Lu}{2,6}[\s/-]?(?:19|20)\d{2}[-/:]\d{1,6}$`)
)

// coverLines are a document's first lines as they stand, before they were joined to paragraphs.
func coverLines(d document) []line {
	var lines []line
	for _, b := range d.blocks {
		lines = append(lines, b.lines...)
		if len(lines) >= coverSize {
			return lines[:coverSize]
		}
	}
	return lines
}

// readCover takes what a report's cover and first sentences say of itself.
func (r *reader) readCover() {
	r.reading.Title = r.title()
	r.reading.Firm = r.firm()
	r.reading.CommissionedBy = r.commissionedBy()
	r.reading.ReportDate = r.reportDate()
	r.reading.RegistryNumber = r.ownRegistryNumber()
}

func (r *reader) title() *string {
	lines := coverLines(r.report)
	for i, l := range lines {
		text := kindPrefix.ReplaceAllString(strings.TrimSpace(l.text), "")
		if l.heading == titleHeading && len(text) > 10 && !notTitle.MatchString(text) && !bareKind.MatchString(text) || opensAsTitle(text) {
			return pointer(wholeTitle(text, lines[i+1:]))
		}
	}
	for i, l := range lines {
		if m := titledKind.FindStringSubmatch(strings.TrimSpace(l.text)); m != nil && isTitleLine(m[1]) {
			return pointer(wholeTitle(m[1], lines[i+1:]))
		}
		if !bareKind.MatchString(strings.TrimSpace(l.text)) {
			continue
		}
		if title := titleBelow(lines[i+1:]); title != "" {
			return &title
		}
		if title := titleAbove(lines[:i], lines[i+1:]); title != "" {
			return &title
		}
	}
	if title := titleOverPlace(lines); title != "" {
		return &title
	}
	return nil
}

var coverPlace = regexp.MustCompile(`^(?:\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?\s(?i:kommun|stad)|Region\s\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?)(?:\s+((?i:` + monthNames + `)\s+\d{4}))?$`)

// titleOverPlace is the title of a cover that says no kind: over the municipality's name, which the month follows.
func titleOverPlace(lines []line) string {
	for i := 0; i+2 < len(lines); i++ {
		text, next := strings.TrimSpace(lines[i].text), i+1
		if startsWithLower(strings.TrimSpace(lines[next].text)) && i+3 < len(lines) {
			next++ // the title's second line
		}
		m := coverPlace.FindStringSubmatch(strings.TrimSpace(lines[next].text))
		if m == nil || m[1] == "" && !datedMonth.MatchString(strings.TrimSpace(lines[next+1].text)) {
			continue
		}
		if startsWithUpper(text) && isTitleLine(text) && !namesAuthor(text) && !isCommitteeName(text) {
			return wholeTitle(text, lines[i+1:])
		}
		return ""
	}
	return ""
}

// titledKind is a line that says both, as letters do: 'Revisionsrapport "Granskning av …"', "Revisionsrapport: Gatubelysning".
var titledKind = regexp.MustCompile(`^(?i:revisions|gransknings)(?i:rapport)(?:\s+[”"“]|:\s+)(\p{Lu}[^”"“]{7,160}?)[”"“]?$`)

// titleBelow is the title under a report's kind, with the report's number, date and authors between them at most.
func titleBelow(following []line) string {
	authors := false
	for len(following) > 1 && (isFormLine(following[0].text) || namesAuthor(following[0].text)) {
		authors = authors || namesAuthor(following[0].text)
		following = following[1:]
	}
	if len(following) == 0 || namesAuthor(following[0].text) || !isTitleLine(strings.TrimSpace(following[0].text)) {
		return ""
	}
	if authors && len(following) > 1 && isProse(strings.TrimSpace(following[1].text)) {
		return "" // the cover has ended, and a chapter begins
	}
	return wholeTitle(strings.TrimSpace(following[0].text), following[1:])
}

// titleAbove is the title over a report's kind, where under it stands no more than the firm.
func titleAbove(before, following []line) string {
	if len(following) == 0 || !firms.MatchString(following[0].text) && !firmUnit.MatchString(strings.TrimSpace(following[0].text)) {
		return ""
	}
	at := len(before) - 1
	for at > 0 && startsWithLower(strings.TrimSpace(before[at].text)) {
		at--
	}
	if at < 0 {
		return ""
	}
	text := strings.TrimSpace(before[at].text)
	if !isTitleLine(text) || namesAuthor(text) || !strings.Contains(text, " ") {
		return ""
	}
	return wholeTitle(text, before[at+1:])
}

// isProse tells a line of a paragraph from those of a cover.
func isProse(text string) bool {
	return utf8.RuneCountInString(text) > 80 || strings.HasSuffix(text, ".") && strings.Contains(text, " ")
}

var (
	authorLine = regexp.MustCompile(`^(?:\p{Lu}\p{L}*(?:-\p{Lu}\p{L}+)?(?:,?\s(?:och|&)\s|,\s|\s|$)){2,8}$`)
	profession = regexp.MustCompile(`(?i)certifierad|\bcert\.?\s|revisionskonsult|(uppdrags|projekt)ledare|projektmedarbetare|kundansvarig|\brevisor$|yrkesrevisor`)
	firmUnit   = regexp.MustCompile(`^(?i)(offentlig sektor|advisory|audit)(\s|,|-|$)`)
)

// namesAuthor tells a cover's line of persons, with or without their profession.
func namesAuthor(text string) bool {
	text = strings.TrimSpace(text)
	return profession.MatchString(text) || authorLine.MatchString(text) && !placeOpening.MatchString(text)
}

// opensAsTitle tells a title by its first words from a sentence, and from a cover whose lines have run together.
func opensAsTitle(text string) bool {
	return titleOpening.MatchString(text) && !bareKind.MatchString(text) && !strings.HasSuffix(text, ".") && utf8.RuneCountInString(text) <= longestCoverTitle && !runTogether.MatchString(text)
}

// runTogether is what no line says that is a title alone: who wrote the report, its registry number, its contents.
var runTogether = regexp.MustCompile(`(?i)certifierad|cert\. |revisionskonsult|\s(dnr|diarienr|diarienummer)[\s:]|\snr:\s|innehåll(sförteckning)?\s+\d`)

// issueNumber is which of a year's reports it is.
var issueNumber = regexp.MustCompile(`(?i)^(?:nr[.:]?\s*)?\d{1,3}([/:-]\d{2,4}|,\s\d{4})?(\s+(dnr|diarienr|diarienummer)[.:]?\s.*)?$`)

// isFormLine tells what may stand between a report's kind and its title: its number and date.
func isFormLine(text string) bool {
	text = strings.TrimSpace(text)
	return registryLabel.MatchString(text) || issueNumber.MatchString(text) || bareRegistry.MatchString(text) || isDateOnly(text) || datedMonth.MatchString(text)
}

// wholeTitle adds the lines that a narrow cover broke the title into.
func wholeTitle(text string, following []line) string {
	for _, l := range following {
		next := strings.TrimSpace(l.text)
		if !startsWithLower(next) && !brokenWord.MatchString(text) && !titleGoesOn.MatchString(text) {
			break
		}
		if len(next) > 90 || !isTitleLine(next) && !asOf.MatchString(next) {
			break
		}
		text = joinBroken(text, next)
	}
	return strings.Join(strings.Fields(strings.TrimRight(text, " .")), " ")
}

// asOf is which day a report on the accounts is of.
var asOf = regexp.MustCompile(`(?:^|^\p{Ll}[\p{L}\s]{3,60}\s)per (?:den )?\d`)

var titleGoesOn = regexp.MustCompile(`(?i),$|\s(av|och|samt|för|med|i|inom|till|om|gällande|avseende|kring|på|vid|att)$`)

func isTitleLine(text string) bool {
	return len(text) > 3 && utf8.RuneCountInString(text) <= longestCoverTitle && len(sentencesOf(text)) == 1 && !issueNumber.MatchString(text) && !notTitle.MatchString(text) && !datedMonth.MatchString(text) && firstDate(text) == nil && !firms.MatchString(text) && !firmUnit.MatchString(text) && !isKnownHeading(text)
}

// firm is who made the audit: named as the one that acts on the auditors' behalf, else the known firm on the cover or
// most often named.
func (r *reader) firm() *string {
	for _, b := range r.report.blocks {
		if !commissioner.MatchString(b.text) {
			continue
		}
		if m := firms.FindStringSubmatch(b.text); m != nil {
			return pointer(firmName(m[1]))
		}
		if m := commissionBy.FindStringSubmatch(b.text); m != nil && !notFirm.MatchString(m[1]) {
			return pointer(m[1])
		}
		if m := ownOffice.FindString(b.text); m != "" {
			return pointer(firmName(m))
		}
	}
	counts, best := map[string]int{}, ""
	for _, b := range r.report.blocks {
		for _, m := range firms.FindAllStringSubmatch(b.text, -1) {
			name := firmName(m[1])
			counts[name]++
			if counts[name] > counts[best] {
				best = name
			}
		}
	}
	if best != "" {
		return &best
	}
	for _, b := range r.report.blocks {
		if m := ownOffice.FindString(b.text); m != "" {
			return pointer(firmName(m))
		}
	}
	return nil
}

var notFirm = regexp.MustCompile(`(?i)^(vi|revisorerna|kommunrevisionen|granskningen|nämnden|kommunen|denna|de|som|rapporten)$|\s(vi|revisorerna)$|kommun`)

// firmName writes a firm's name as it calls itself.
func firmName(name string) string {
	switch {
	case strings.Contains(name, "Pricewaterhouse"), strings.EqualFold(name, "pwc"):
		return "PwC"
	case strings.HasPrefix(name, "Ernst"):
		return "EY"
	case ownOffice.MatchString(name):
		return strings.ToUpper(name[:1]) + strings.ToLower(name[1:])
	}
	return name
}

func (r *reader) commissionedBy() *string {
	for _, l := range coverLines(r.report) {
		if m := coverAuditors.FindStringSubmatch(strings.TrimSpace(l.text)); m != nil {
			return &m[1]
		}
	}
	var found *string
	for _, b := range r.report.blocks {
		for _, pattern := range []*regexp.Regexp{commissioner, commissioning, commissioned} {
			m := pattern.FindStringSubmatch(b.text)
			if m != nil && (found == nil || placeName.MatchString(m[1]) && !placeName.MatchString(*found)) {
				found = &m[1]
			}
		}
	}
	return found
}

// auditorsNamed is how a sentence names the auditors, with their municipality or without it.
const auditorsNamed = `((?i:kommunens\s(?:förtroendevalda\s)?revisorer|de förtroendevalda revisorerna|revisorerna|kommunrevisionen)(?:\si\s\p{Lu}[\p{L}-]+(?:\s(?:kommun|stad))?)?|\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?\s(?:kommuns|stads)\s(?:förtroendevalda\s)?revisorer)`

var (
	commissioning = regexp.MustCompile(auditorsNamed + `\s+har\s+(?:utifrån\s[^.,]{3,60}\s)?(?:gett|givit|låtit|uppdragit|anlitat|lämnat|beslutat)\s`)
	commissioned  = regexp.MustCompile(`\shar\s+` + auditorsNamed + `\s+(?:gett|givit|låtit|uppdragit|anlitat|beslutat)\s`)
	placeName     = regexp.MustCompile(`\p{L}\s\p{Lu}|^\p{Lu}\p{L}+s?\s(kommun|stad)`) // says which municipality's
)

// isReport tells the report, or text that may be one, from another's paper that quotes it.
func (r *reader) isReport() bool {
	return r.report.kind == report || r.report.kind == unknownDocument
}

// reportDate is the full day on the cover, else the one that stands alone by the signatures at the report's end.
func (r *reader) reportDate() *string {
	if !r.isReport() {
		return nil
	}
	listed := r.listedLines()
	isListed := func(l line) bool { return listed[l.number] && !bareDate.MatchString(l.text) }
	dates, afterLetter := coverDates(slices.DeleteFunc(coverLines(r.report), isListed))
	signed := r.signedDate(isListed)
	switch {
	case len(dates) == 0, len(dates) == 1 && afterLetter && signed != nil:
		return signed
	case afterLetter:
		return &dates[len(dates)-1]
	}
	return &dates[0]
}

// signedDate is the day that stands alone nearest to the report's end.
func (r *reader) signedDate(isListed func(line) bool) *string {
	for i := len(r.report.blocks) - 1; i >= 0; i-- {
		b := r.report.blocks[i]
		if b.kind == item || b.kind == row || isListed(b.lines[0]) {
			continue
		}
		if i > 0 && labelsOtherDate(r.report.blocks[i-1].lastLine()) {
			continue
		}
		if text := strings.TrimSpace(b.lines[0].text); isDateOnly(text) {
			return firstDate(text)
		}
	}
	return nil
}

// labelsOtherDate tells the label above a date that is not the report's, as web pages have it: "Publicerad".
func labelsOtherDate(text string) bool {
	return otherDate.MatchString(strings.TrimSpace(text)) && len(strings.Fields(text)) < 3 && firstDate(text) == nil
}

// bareDate is a date that belongs to no paper of a list.
var bareDate = regexp.MustCompile(`^(?i)(datum|\d)`)

// listedLines are those that list what was examined: the dates there are other papers'.
func (r *reader) listedLines() map[int]bool {
	lines := map[int]bool{}
	for _, s := range sections(r.report.blocks, listingTitle) {
		for _, b := range s.body() {
			lines[b.line()] = true
		}
	}
	return lines
}

// coverDates are the days that stand alone, and whether they stand in or after a letter to somebody, whose date comes first.
func coverDates(lines []line) (dates []string, isLetter bool) {
	for i, l := range lines {
		isLetter = isLetter || recipient.MatchString(strings.TrimSpace(l.text))
		if own := ownDate(l.text); own != nil && !(i > 0 && labelsOtherDate(lines[i-1].text)) {
			dates = append(dates, *own)
		}
	}
	return dates, isLetter
}

// datedPages is the day that stands before a report's number of pages.
var datedPages = regexp.MustCompile(`(?i)(?:^|\s)(` + isoDate + `|` + wordDate + `)\s+antal\s+sid`)

// ownDate is the day that stands alone on a line, or in one column of a letter's head, where nothing before it says that
// something else was done on it.
func ownDate(text string) *string {
	if m := datedPages.FindStringSubmatch(text); m != nil {
		return firstDate(m[1])
	}
	for _, p := range piecesOf(text) {
		if otherDate.MatchString(strings.TrimSpace(p.text)) {
			return nil
		}
		if isDateOnly(p.text) {
			return firstDate(p.text)
		}
	}
	return nil
}

// ownRegistryNumber is the auditors' number: that of the report or their cover letter, never a committee's.
func (r *reader) ownRegistryNumber() *string {
	if r.isReport() {
		if number := registryNumber(r.report); number != nil {
			return number
		}
	}
	for _, d := range r.documents {
		if d.kind == coverLetter {
			if number := registryNumber(d); number != nil {
				return number
			}
		}
	}
	return nil
}

// registryNumber reads the number in a document's head: on the line of its label, the next, or a line of its own.
func registryNumber(d document) *string {
	lines := coverLines(d)
	for i, l := range lines {
		for _, p := range piecesOf(l.text) {
			m := registryLabel.FindStringSubmatch(p.text)
			if m == nil && bareRegistry.MatchString(p.text) && !isItemText(l.text) && !statuteSeries.MatchString(p.text) {
				return &p.text
			}
			if m == nil {
				continue
			}
			value := strings.TrimSpace(m[1])
			if value == "" && i+1 < len(lines) {
				value = below(p, lines[i+1].text)
			}
			if number := registryShape.FindString(value); number != "" {
				return &number
			}
		}
	}
	return nil
}

// statuteSeries are the collections of statutes and reports whose numbers look like a registry's: AFS 2001:1.
var statuteSeries = regexp.MustCompile(`^(?:\p{Lu}*FS|SOU|RKR|EU|ISO)[\s-]`)

// below is what stands under a label: the only thing on the next line, or what begins where the label does.
func below(label piece, next string) string {
	pieces := piecesOf(next)
	for _, p := range pieces {
		if len(pieces) == 1 || p.at >= label.at-nearColumn && p.at <= label.at+nearColumn {
			return p.text
		}
	}
	return ""
}
