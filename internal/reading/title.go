package reading

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// longestCoverTitle is how many letters a title has at most.
const longestCoverTitle = 160

var (
	titleOpening = regexp.MustCompile(`(?i)^((samlad\s+)?(fördjupad|uppföljande|grundläggande|översiktlig|förnyad|löpande|allmän|samordnad)\s+granskning|\p{L}*granskning(:|\s+(av|gällande|avseende|rörande|om|kring|inom|–|-))|uppföljning\s+av|förstudie:?|revision\s+av|årsrapport\s+\d{4})(\s|$)|^\p{L}[^.:?]{3,100}\s[–-]\s+granskning\s+av\s+verksamhet(en|såret)\s+\d{4}$`)
	bareKind     = regexp.MustCompile(`(?i)^((gransknings|revisions|projekt|status)?(rapport(en)?|promemoria)\*?|förstudie:?|(fördjupad|uppföljande|grundläggande|översiktlig)\s+granskning\s+nr\.?\s*\d+([/:-]\d+)?)(\s+(nr\.?\s*)?\d+(\s?[/:,–-]\s?\d+)?)?\s*(\d{4})?$|^rapport\b|^fördjupad\s+granskning(\s+(år\s+)?\d{4})?$`)
	notTitle     = regexp.MustCompile(`(?i)kommun(en)?s?(\s+förtroendevalda)?\s+revisorer|^(kommun|region)fullmäktige|^revisorerna|\srevisorer(na)?$|^kommunrevisionen|^\p{L}+\s(kommun|stad)$|^region\s\p{L}+(\s\p{L}+)?(\slän)?$|^www\.|certifierad|revisionskonsult|uppdragsledare|projektledare|^dnr|^diarie|^datum|^sammanfattning$|^innehåll|^inledning$|@|^webb|^rapport$|^till:?\s|^genomförd på uppdrag|^på uppdrag av|^antal sidor|^kpmg|^(lyssna|dela|skriv ut)$`)
	kindPrefix   = regexp.MustCompile(`(?i)^(?:(gransknings|revisions)?rapport|(revisions-?)?(pm|promemoria))(\s+(nr\.?\s*)?\d+([/:-]\d+)?)?\s*[:–-]\s*`)
)

// title is what the report calls itself, else what its letter calls it.
func (r *reader) title() *string {
	if title := titleOn(coverLines(r.report)); title != nil {
		return title
	}
	if r.isWholeLetter() {
		return r.subject()
	}
	for _, title := range []*string{r.rankedTitle(), r.attachedTitle(), titleOverPublished(coverLines(r.report))} {
		if title != nil {
			return title
		}
	}
	for _, d := range r.others {
		if d.kind == coverLetter {
			return titleOn(coverLines(d))
		}
	}
	return nil
}

// attachedReport is how a letter names the report that goes with it.
var attachedReport = regexp.MustCompile(`(?i:revisions|gransknings)(?i:rapport)(?i:en)?,?\s+[”"“](\p{Lu}[^”"“]{7,160})[”"“]`)

// attachedTitle is the title that a letter without its report gives that, where it bears it too.
func (r *reader) attachedTitle() *string {
	for _, b := range r.report.blocks {
		m := attachedReport.FindStringSubmatch(b.text)
		if m == nil || !isTitleLine(m[1]) {
			continue
		}
		for _, l := range coverLines(r.report) {
			if headingKey(l.text) == headingKey(m[1]) {
				return &m[1]
			}
		}
	}
	return nil
}

// publishedOn is the line that tells when a web page was published.
var publishedOn = regexp.MustCompile(`(?i)^(?:publicera(?:d|t|des):?\s+\S.{0,40}|\d{4}-\d{2}-\d{2},?\s(?:kl\.?\s)?\d{2}[:.]\d{2})$`)

// titleOverPublished is the heading of a web page that says when it was published.
func titleOverPublished(lines []line) *string {
	for i := range lines[:max(0, len(lines)-1)] {
		text := strings.TrimSpace(lines[i].text)
		if !publishedOn.MatchString(strings.TrimSpace(lines[i+1].text)) {
			continue
		}
		if startsWithUpper(text) && isTitleLine(text) && !isProse(text) && !publishedOn.MatchString(text) {
			return &text
		}
		return nil
	}
	return nil
}

// titleOn is the title of a cover: in the words that audits begin with, else as it is set beside the report's kind or over
// the municipality's name.
func titleOn(lines []line) *string {
	for _, find := range []func([]line) string{titleByOpening, titleByKind, titleOverPlace} {
		if title := find(lines); title != "" {
			return &title
		}
	}
	return nil
}

// rankedTitle is the first heading of a document with styles, where it stands above all others in rank.
func (r *reader) rankedTitle() *string {
	var ranked []block
	for _, b := range r.report.blocks {
		if b.kind == heading && b.lines[0].heading > 0 {
			ranked = append(ranked, b)
		}
	}
	if len(ranked) < 3 || isKnownHeading(ranked[0].text) || chapterOpening.MatchString(ranked[0].text) || chapterNumber.MatchString(ranked[0].lines[0].text) || notTitle.MatchString(ranked[0].text) || bareKind.MatchString(ranked[0].text) {
		return nil
	}
	if slices.ContainsFunc(ranked[1:], func(b block) bool { return b.level <= ranked[0].level }) {
		return nil
	}
	return &ranked[0].text
}

// chapterOpening is what the first chapter's heading begins with, whatever else it holds.
var chapterOpening = regexp.MustCompile(`(?i)^(?:\d{1,2}\.?\s+)?(?:sammanfatt|inledning|bakgrund|revisionell)`)

// titleByOpening takes no line in lower case: it is the end of a sentence, "… har genomfört en" and below it "granskning av …".
func titleByOpening(lines []line) string {
	said := 0 // paragraphs so far
	for i, l := range lines {
		text := kindPrefix.ReplaceAllString(strings.TrimSpace(l.text), "")
		if isProse(text) && endsSentence(text) {
			said++
		}
		if said > 1 && l.heading == 0 && headsChapter(text, lines[i+1:]) {
			continue
		}
		isChapter := chapterNumber.MatchString(text) || isKnownHeading(text)
		if l.heading == titleHeading && len(text) > 10 && !isChapter && !notTitle.MatchString(text) && !bareKind.MatchString(text) || opensAsTitle(text) && !startsWithLower(strings.TrimSpace(l.text)) {
			return wholeTitle(text, lines[i+1:])
		}
	}
	return ""
}

// headsChapter tells the heading of a paper's chapter on one audit, which prose follows, from that of a page, whose first
// words tell who had the audit made.
func headsChapter(title string, following []line) bool {
	return len(following) > 0 && !yearlyReport.MatchString(title) && isProse(strings.TrimSpace(following[0].text)) && !reportBody.MatchString(following[0].text)
}

// yearlyReport is a letter's and its report's title at once.
var yearlyReport = regexp.MustCompile(`(?i)^årsrapport\s`)

// auditorsWords is how the auditors title what they have written themselves.
var auditorsWords = regexp.MustCompile(`^Revisorernas\s+(?:granskning\s+av|bedömning\s+av|redogörelse\s+för)\s.{3,80}$`)

// saysMore is what a sentence says, and no title.
var saysMore = regexp.MustCompile(`\s(?:har|är|ska|skall|visar|avser|omfattar|görs|sker)(?:\s|$)`)

func titleByKind(lines []line) string {
	for i, l := range lines {
		text := strings.TrimSpace(l.text)
		if m := titledKind.FindStringSubmatch(text); m != nil && isTitleLine(m[1]) {
			return wholeTitle(m[1], lines[i+1:])
		}
		if !bareKind.MatchString(text) {
			continue
		}
		if title := cmp.Or(titleBelow(lines[i+1:]), titleAbove(lines[:i], lines[i+1:])); title != "" {
			return title
		}
	}
	return ""
}

var coverPlace = regexp.MustCompile(`^(?:\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?\s(?i:kommun|stad)|Region\s\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?(?:\slän)?)(?:\s+((?i:` + monthNames + `)\s+\d{4}))?$`)

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
		if startsWithUpper(text) && isTitleLine(text) && !bareKind.MatchString(text) && !namesAuthor(text) && !isCommitteeName(text) {
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
	firmUnit   = regexp.MustCompile(`^(?i)(offentlig sektor|kommunal (?:sektor|revision)|advisory|audit|building a better)(\s|,|-|$)`)
)

// namesAuthor tells a cover's line of persons, with or without their profession.
func namesAuthor(text string) bool {
	text = strings.TrimSpace(text)
	return profession.MatchString(text) || authorLine.MatchString(text) && !placeOpening.MatchString(text) && !joiningCapitals.MatchString(text)
}

// joiningCapitals are words that names do not have, in a line all in capitals.
var joiningCapitals = regexp.MustCompile(`\s(?:AV|FÖR|I|INOM|KRING|MED|MOT|OM|PÅ|TILL|VID|ÖVER|PER)\s`)

// opensAsTitle tells a title by its first words from a sentence, and from a cover whose lines have run together.
func opensAsTitle(text string) bool {
	opens := titleOpening.MatchString(text) || auditorsWords.MatchString(text) && !saysMore.MatchString(text)
	return opens && !bareKind.MatchString(text) && !strings.HasSuffix(text, ".") && utf8.RuneCountInString(text) <= longestCoverTitle && !runTogether.MatchString(text)
}

// runTogether is what no line says that is a title alone: who wrote the report, its registry number, its contents.
var runTogether = regexp.MustCompile(`(?i)certifierad|cert\. |revisionskonsult|\s(dnr|diarienr|diarienummer)[\s:]|\snr:\s|innehåll(sförteckning)?\s+\d`)

// issueNumber is which of a year's reports it is.
var issueNumber = regexp.MustCompile(`(?i)^(?:nr[.:]?\s*)?\d{1,3}([/:-]\d{2,4}|,\s\d{4})?(\s+(dnr|diarienr|diarienummer)[.:]?\s.*)?$`)

// isFormLine tells what may stand between a report's kind and its title: its number and date.
func isFormLine(text string) bool {
	text = strings.TrimSpace(text)
	return registryLabel.MatchString(text) || issueNumber.MatchString(text) || bareRegistry.MatchString(text) || isDateOnly(text) || datedMonth.MatchString(text) || otherDate.MatchString(text) && firstDate(text) != nil
}

// wholeTitle adds the lines that a narrow cover broke the title into.
func wholeTitle(text string, following []line) string {
	for _, l := range following {
		next := strings.TrimSpace(l.text)
		if !startsWithLower(next) && !brokenWord.MatchString(text) && !titleGoesOn.MatchString(text) && !goesOnInCapitals(text, next) {
			break
		}
		if startsWithLower(next) && len(sentencesOf(next)) > 1 {
			return "" // a sentence goes on here, and another begins
		}
		if len(next) > 90 || !isTitleLine(next) && !asOf.MatchString(next) {
			break
		}
		text = joinBroken(text, next)
	}
	if leavesOpen(text) {
		return "" // what it goes on with cannot be told
	}
	text = webAddress.ReplaceAllString(text, "")
	return strings.Join(strings.Fields(strings.TrimRight(text, " .")), " ")
}

var webAddress = regexp.MustCompile(`\s(?:https?://)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:se|com|nu|org)(?:/\S*)?$`)

// goesOnInCapitals tells the next line of a title that is set in capitals from what else a cover has in them.
func goesOnInCapitals(text, next string) bool {
	inCapitals := func(text string) bool { return text == strings.ToUpper(text) && utf8.RuneCountInString(text) > 3 }
	return inCapitals(text) && inCapitals(next) && opensAsTitle(text) && startsWithUpper(next) && !contentsTitle.MatchString(next) &&
		!bareKind.MatchString(next) && !opensAsTitle(next) && !namesAuthor(next) && !isCommitteeName(next) && !coverPlace.MatchString(next)
}

// asOf is which day a report on the accounts is of.
var asOf = regexp.MustCompile(`(?:^|^\p{Ll}[\p{L}\s]{3,60}\s)per (?:den )?\d`)

var titleGoesOn = regexp.MustCompile(`(?i),$|\s(av|och|samt|för|med|i|inom|till|om|gällande|avseende|kring|på|vid|att)$`)

func isTitleLine(text string) bool {
	return len(text) > 3 && utf8.RuneCountInString(text) <= longestCoverTitle && len(sentencesOf(text)) == 1 && !issueNumber.MatchString(text) && !notTitle.MatchString(text) && !datedMonth.MatchString(text) && firstDate(text) == nil && !firms.MatchString(text) && !firmUnit.MatchString(text) && !isKnownHeading(text)
}
