package reading

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// coverSize is how many of a report's first lines its cover and heads may take.
const coverSize = 40

var (
	firms         = regexp.MustCompile(`(?:^|[^\p{L}])(PwC|PWC|pwc|Öhrlings PricewaterhouseCoopers|PricewaterhouseCoopers|KPMG|EY|Ernst\s*&\s*Young|Deloitte|BDO|Azets|Helseplan|Grant Thornton|Forvis Mazars|Mazars|Baker Tilly|Moore|Sirona|Rådek|Ekonova|Capire|Norrlands Revision)(?:$|[^\p{L}])`)
	ownOffice     = regexp.MustCompile(`(?i)(revisionskontoret|stadsrevisionen|revisionsenheten|regionrevisionen)`)
	commissioner  = regexp.MustCompile(`(?i:uppdrag av|har av|uppdrag från)\s+((?i:de förtroendevalda revisorerna(?: och lekmannarevisorerna)?|revisorerna(?: och lekmannarevisorerna| i revisorsgrupp \d)?|kommunrevisionen|kommunrevisorerna|kommunens (?:förtroendevalda )?revisorer|(?:regionens|landstingets|förbundets) (?:förtroendevalda )?revisorer|stadens revisorer|stadsrevisionen|revisorskollegiet)(?:\s+i(?:nom)?\s+(?:Region\s+|Landstinget\s+(?:i\s+)?|\p{Lu}\p{L}+förbundet\s+(?:\p{Lu}\p{L}+\s+)?)?\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?(?:(?:,\s\p{Lu}[\p{L}-]+)*\soch\s\p{Lu}[\p{L}-]+\skommuner|\slän|\s(?:kommun|stad)(?:(?:\s+och|,)\s+(?:i\s+)?\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?\s(?:kommun|stad))*)?)?|\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?\s(?:kommuns|stads|kommun)(?:\s+förtroendevalda)?\s+(?:revisorer|lekmannarevisorer|kommunrevision|revision)|Region\s+\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?(?:\släns)?\s(?:förtroendevalda\s+)?(?:revisorer|revisorskollegium)|\p{Lu}\p{L}+\sstadsrevision)(?:$|[^\p{L}])`)
	commissionBy  = regexp.MustCompile(`(?:^|\s)([\p{Lu}][\p{L}&]+(?:\s\p{Lu}[\p{L}&]+){0,3})\s+har\s+(?:på\s+uppdrag\s+av|av)\s`)
	coverAuditors = regexp.MustCompile(`^(?:(?i:för|till|från)\s)?(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?\s(?i:(?:kommuns|stads)\s(?:förtroendevalda\s)?revisorer)|(?:De förtroendevalda revisorerna|Revisorerna|Kommunrevisionen) i \p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?(?:\s(?:kommun|stad))?)$`)
	registryLabel = regexp.MustCompile(`(?i)^\s*(?:\p{Co}\s*)?(?:nr[.:]?\s\d{1,3},\s\d{4}\s+)?(?:diarienummer|diarienr|dnr|ärendenummer|ärendenr|revisionens diarienummer|d\.nr)\s?[:.]?\s*(.*)$`)
	registryShape = regexp.MustCompile(`^(?:\p{Lu}{1,6}[\s-]?)?\d{2,4}[-/:]\d{1,6}(?:[-/]\d{2,6})?(?:[-.]\d{1,4}|-\p{Lu}{2,6}\b)?|^\p{Lu}{2,6}/\d{1,5}/(?:19|20)\d{2}\b|^\p{Lu}{1,6}[\s/-]\d{4}[-/:.]\d{1,6}(?:[-/]\d{1,6})?|^\d{1,2}(?:\.\d{1,2})+[-/ ]\d{1,6}[-/]\d{2,4}`)
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
	if firm := r.firmCommissioned(); firm != nil {
		return firm
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

// firmCommissioned is whom the auditors say that they have given the audit: "Revisorerna har gett … i uppdrag att".
func (r *reader) firmCommissioned() *string {
	for _, b := range r.report.blocks {
		at := commissioning.FindStringIndex(b.text)
		if at == nil {
			continue
		}
		if m := givenAudit.FindStringSubmatch(b.text[at[1]:]); m != nil && !notFirm.MatchString(m[1]) {
			if known := firms.FindStringSubmatch(m[1]); known != nil {
				return pointer(firmName(known[1]))
			}
			return pointer(firmName(strings.TrimSuffix(m[1], " AB")))
		}
	}
	return nil
}

var givenAudit = regexp.MustCompile(`^(?:åt\s+|till\s+)?(\p{Lu}[\p{L}&]+(?:\s\p{Lu}[\p{L}&]+){0,3})\s+(?:i\s+uppdrag|att|för)\s`)

var notFirm = regexp.MustCompile(`(?i)^(vi|revisorerna|kommunrevisionen|granskningen|nämnden|kommunen|denna|de|som|rapporten)$|\s(vi|revisorerna)$|kommun|nämnd|styrelse|direktion`)

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
				found = pointer(withoutHeading(m[1]))
			}
		}
	}
	if found == nil {
		return cmp.Or(r.ownAuditors(), r.laymenOfCompany())
	}
	return found
}

// withoutHeading is a name without the chapter's heading that a conversion has set on the same line before it.
func withoutHeading(name string) string {
	if first, rest, found := strings.Cut(name, " "); found && isKnownHeading(first) {
		return rest
	}
	return name
}

// ownAuditors are those who say that they have made the audit themselves, where they say which municipality's they are.
func (r *reader) ownAuditors() *string {
	for _, b := range r.report.blocks {
		for _, pattern := range []*regexp.Regexp{haveAudited, asAuditors} {
			if m := pattern.FindStringSubmatch(b.text); m != nil && placeName.MatchString(m[1]) {
				return &m[1]
			}
		}
	}
	return nil
}

// auditorsNamed is how a sentence names the auditors, with their municipality or without it.
const auditorsNamed = `((?i:kommunens\s(?:förtroendevalda\s)?revisorer|de förtroendevalda revisorerna|revisorerna|kommunrevisionen)(?:\si\s(?:Region\s|Landstinget\s(?:i\s)?)?\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?(?:\s(?:kommun|stad|län))?)?|\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?\s(?:kommuns|stads)\s(?:förtroendevalda\s)?revisorer|Region\s\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?(?:\släns)?\s(?:förtroendevalda\s)?revisorer)`

var (
	commissioning = regexp.MustCompile(`(?:^|[^\p{L}])` + auditorsNamed + `\s+har\s+(?:utifrån\s[^.,]{3,60}\s)?(?:gett|givit|låtit|uppdragit|anlitat|lämnat|beslutat)\s`)
	commissioned  = regexp.MustCompile(`\shar\s+` + auditorsNamed + `\s+(?:gett|givit|låtit|uppdragit|anlitat|beslutat)\s`)
	haveAudited   = regexp.MustCompile(`(?:^|\.\s)` + auditorsNamed + `\s+har\s+(?:[^.,]{0,60}\s)?(?:granskat|genomfört\s+en\s+(?:\p{L}+\s+)?granskning)\s`)
	asAuditors    = regexp.MustCompile(`(?i:vi\s+har)\s+i\s+egenskap\s+av\s+(förtroendevalda\s+revisorer\s+i\s+(?:Region\s)?\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?(?:\s(?:kommun|stad|län))?)`)
	placeName     = regexp.MustCompile(`\p{L}\s\p{Lu}|^\p{Lu}\p{L}+s?\s(kommun|stad)`) // says which municipality's
)

// isReport tells the report, or text that may be one, from another's paper that quotes it.
func (r *reader) isReport() bool {
	return r.report.kind == report || r.report.kind == unknownDocument || r.isWholeLetter()
}

// isWholeLetter tells a letter in which the auditors say all they have to say from one that goes with a firm's report.
func (r *reader) isWholeLetter() bool {
	goesWithReport := func(b block) bool { return withReport.MatchString(b.text) || firms.MatchString(b.text) }
	return r.report.kind == coverLetter && len(r.others) == 0 && !slices.ContainsFunc(r.report.blocks, goesWithReport)
}

var withReport = regexp.MustCompile(`(?i)bifoga|bilag|rapport`)

// subject is what heads the text of a letter.
func (r *reader) subject() *string {
	for _, b := range r.report.blocks {
		if b.kind == heading && len(strings.Fields(b.text)) > 2 && !isKnownHeading(b.text) && !notTitle.MatchString(b.text) {
			return &b.text
		}
	}
	return nil
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
	return otherDate.MatchString(strings.TrimSpace(text)) && len(strings.Fields(text)) < 3 && !strings.ContainsAny(text, "0123456789")
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

// A page's title may end in the report's day, which is not the day that accounts are of.
var (
	titledDay    = regexp.MustCompile(`(?i),\s+(` + wordDate + `|` + isoDate + `)\s*$`)
	asOfAccounts = regexp.MustCompile(`(?i)bokslut|delår|årsredovisning`)
)

// ownDate is the day that stands alone on a line, or in one column of a letter's head, where nothing before it says that
// something else was done on it.
func ownDate(text string) *string {
	if m := datedPages.FindStringSubmatch(text); m != nil {
		return firstDate(m[1])
	}
	if m := titledDay.FindStringSubmatch(text); m != nil && opensAsTitle(strings.TrimSpace(text)) && !asOfAccounts.MatchString(text) {
		return firstDate(m[1])
	}
	for _, p := range headPieces(text) {
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
		for _, p := range headPieces(l.text) {
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

// headPieces divides a line of a letter's head: its columns, and the day and number that a cell or a corner has below one
// another. A table's row without such labels is no head, and its days are other papers'.
func headPieces(text string) []piece {
	if strings.Contains(text, "\t") && labelInCell.MatchString(text) {
		text = labelInCell.ReplaceAllString(strings.ReplaceAll(text, "\t", "  "), "  $1")
	}
	return piecesOf(dayAndNumber.ReplaceAllString(text, "$1  $2"))
}

var (
	labelInCell  = regexp.MustCompile(`(?i)\s((?:datum|dnr|diarienr|diarienummer|ärendenummer)[\s.:])`)
	dayAndNumber = regexp.MustCompile(`(?i)^\s*(\d{4}-\d{2}-\d{2})\s((?:dnr|diarienr|diarienummer|ärendenummer)[\s.:])`)
)

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
