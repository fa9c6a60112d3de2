package reading

import (
	"regexp"
	"slices"
	"strings"
)

type documentKind int

const (
	unknownDocument documentKind = iota
	report
	memorandum
	response
	minutes
	coverLetter
)

// document is one of those that a file may hold one after another.
type document struct {
	kind   documentKind
	file   int // which of those given it stands in
	blocks []block
	listed []string // titles of the table of contents, as headingKey gives them
}

// opening is how a kind of document begins: a short line of its own.
type opening struct {
	kind  documentKind
	begin *regexp.Regexp
}

var openings = []opening{
	{memorandum, regexp.MustCompile(`(?i)^(tjänsteskrivelse|tjänsteutlåtande|tjänsteyttrande)(\s.{0,80})?$`)},
	{minutes, regexp.MustCompile(`(?i)^(sammanträdesprotokoll|protokollsutdrag|protokoll|utdrag ur protokoll|minnesanteckningar)(\s.{0,80})?$`)},
	{coverLetter, regexp.MustCompile(`(?i)^(missiv(?:brev|skrivelse)?|följebrev|följeskrivelse|revisionsskrivelse)(\s.{0,80}|:.{0,120})?$`)},
	{response, regexp.MustCompile(`(?i)^(yttrande|svar|remissvar|nämndens svar|nämndens yttrande|remissyttrande)\s(över|på|gällande|angående|avseende|med anledning av|till|kring)\s.{0,200}$`)},
	{report, regexp.MustCompile(`(?i)^((gransknings|revisions)rapport(en)?|(fördjupad|uppföljande|grundläggande|översiktlig|förnyad)\s+granskning|granskning\s+(av|gällande|avseende|rörande)|uppföljning\s+av|uppföljningsgranskning|förstudie|revision\s+av|rapport\s+(avseende|om)|revisionell\s+)(\s?.{0,220})?$`)},
}

// documentsIn divides a file's text into the documents it holds.
func documentsIn(file int, lines []line) []document {
	lines, listedInline := withWholePagesDivided(withoutNotices(withoutLibraryHead(tidy(withColumnsApart(inPlainLetters(lines))))))
	lines, listed := withoutContents(withoutScars(lines))
	listed = append(listedInline, listed...)
	blocks := assemble(withPartsMarked(withGradesLast(withLaidOutTables(lines))))
	if len(blocks) == 0 {
		return nil
	}
	blocks = restoreRows(blocks)
	markHeadings(blocks, listed)
	var documents []document
	open := &openDocument{}
	for i, b := range blocks {
		kind := opens(blocks, i, b)
		if i > 0 && kind != unknownDocument && open.endsBefore(blocks, i, kind) {
			documents = append(documents, document{open.kindBefore(kind), file, blocks[open.start:i], listed})
			open = &openDocument{start: i}
		}
		open.take(b)
	}
	return append(documents, document{open.kind(), file, blocks[open.start:], listed})
}

// openDocument is a document whose end has not come, with what its blocks so far tell of it.
type openDocument struct {
	start           int
	times           [len(kindSigns)]int // that each sign has been met, up to longestSign
	written, signed bool
	byAuditors      bool // they have signed it
}

func (d *openDocument) take(b block) {
	d.written = d.written || b.kind == paragraph && len(b.text) > 120
	d.signed = d.signed || signature.MatchString(b.text)
	d.byAuditors = d.byAuditors || auditorsSigned.MatchString(b.text)
	for i, sign := range kindSigns {
		if d.times[i] < longestSign && (sign.words.MatchString(b.text) || sign.isBeside(b)) {
			d.times[i]++
		}
	}
}

// isBeside tells a paper's own kind that stands in its head beside who sends it: "Storåns kommun    PROTOKOLLSUTDRAG".
func (s kindSign) isBeside(b block) bool {
	if s.kind != minutes && s.kind != memorandum || s.weight < certainKind || len(b.text) > 160 {
		return false
	}
	pieces := piecesOf(b.lines[0].text)
	return len(pieces) > 1 && slices.ContainsFunc(pieces, func(p piece) bool {
		text := strings.TrimSpace(p.text)
		return !strings.Contains(text, " ") && s.words.MatchString(text)
	})
}

// opens tells which kind of document a block may begin, from its first line.
func opens(blocks []block, index int, b block) documentKind {
	if b.kind != paragraph && b.kind != heading || b.number != "" {
		return unknownDocument
	}
	text := strings.TrimSpace(b.lines[0].text)
	for _, o := range openings {
		if !o.begin.MatchString(text) || strings.HasSuffix(text, ".") {
			continue
		}
		if isListedPaper(blocks, index) || o.kind == report && !coverFollows(blocks, index) || o.kind == response && !ofAudit.MatchString(text) {
			return unknownDocument
		}
		return o.kind
	}
	return unknownDocument
}

// mostListed is how many papers stand in a list of what a decision rests on.
const mostListed = 8

var basisTitle = regexp.MustCompile(`(?i)^(?:beslutsunderlag|underlag(?:\s+för\s+beslutet?)?|bilagor|handlingar(?:\s+i\s+ärendet)?|ärendets\s+handlingar)\s*:?$`)

// isListedPaper tells a paper that is only named, among those that a decision rests on.
func isListedPaper(blocks []block, index int) bool {
	for i := index - 1; i >= max(0, index-mostListed); i-- {
		if basisTitle.MatchString(blocks[i].text) {
			return !formFollows(blocks[index+1:], 0)
		}
		if len(blocks[i].text) > 160 || blocks[i].kind == heading {
			return false
		}
	}
	return false
}

// ofAudit tells a committee's answer to an audit from a report's own chapter "Svar på revisionsfrågorna".
var ofAudit = regexp.MustCompile(`(?i)granskning|rapport|revisionens|revisorernas|kommunrevision|missiv|rekommendation`)

var (
	coverWords = regexp.MustCompile(`(?i)kommuns? (förtroendevalda )?revisorer|revisorerna i |revisionsrapport|kommunrevision|region\p{L}* revisorer|certifierad kommunal|uppdragsledare|projektledare|^innehållsförteckning|revisionskonsult`)
	reportBody = regexp.MustCompile(`(?i)på uppdrag av|har av .{3,80}(fått i )?uppdrag|genomfört en (\p{L}+ )?granskning|revisionsplan`)
	signature  = regexp.MustCompile(`(?i)^((?:styrelsens\s+|styrelse)?ordförande|vd|verkställande direktör|nämndsekreterare|sekreterare|(för|gymnasie|social|kommun|utbildnings|förvaltnings|bygg|samhällsbyggnads|tekniska?)?\p{L}{0,12}(direktör|chef)|justerare|vid protokollet)\b`)
)

// coverFollows tells whether what a report's cover and first page say stands within the next blocks.
func coverFollows(blocks []block, index int) bool {
	cover := false
	for i := index; i < len(blocks) && i < index+14; i++ {
		text := blocks[i].text
		if i > index && len(text) < 160 && coverWords.MatchString(text) || datedMonth.MatchString(text) {
			cover = true
		}
		if reportBody.MatchString(text) && i > index {
			return true
		}
	}
	return cover
}

// endsBefore keeps a document's own title from dividing it: a memorandum is titled "Yttrande över …" too, and a report's
// cover repeats its kind. A new document begins after the signatures of the one before, or when its kind is another and
// the one before has said something.
func (d *openDocument) endsBefore(blocks []block, index int, kind documentKind) bool {
	if !d.written {
		return false
	}
	current := d.kindBefore(kind)
	switch {
	case kind == report:
		return current != report
	case kind == response:
		return current == memorandum && d.signed || current == report && formFollows(blocks, index) || current == coverLetter || current == minutes && d.signed
	case current == report:
		return kind != report && formFollows(blocks, index)
	default:
		return kind != current || d.signed
	}
}

var formWords = regexp.MustCompile(`(?i)^(datum|diarienummer|diarienr|dnr|ärendenummer|ärendenr|handläggare|till|beslutande|plats och tid|§\s*\d+|paragrafer|sammanträdesdatum)\b`)

// formFollows tells whether a document's form (date, registry number, officer) stands just below.
func formFollows(blocks []block, index int) bool {
	for i := max(0, index-4); i < len(blocks) && i < index+10; i++ {
		if formWords.MatchString(blocks[i].text) {
			return true
		}
	}
	return false
}

// kindSign is words that tell a kind, and how much they weigh.
type kindSign struct {
	kind   documentKind
	weight int
	words  *regexp.Regexp
}

// certainKind is the weight of a paper's kind that stands over it in so many words.
const certainKind = 8

// kindSigns are the words that tell the kinds apart, with their weight.
var kindSigns = [...]kindSign{
	{report, 3, regexp.MustCompile(`(?i)^(\d+(\.\d+)*\.?\s+)?(syfte och )?(revisionsfrågor|revisionskriterier|iakttagelser|metod)\b`)},
	{report, 3, regexp.MustCompile(`(?i)på uppdrag av .{0,60}(revisor|revision)|har av .{0,60}revisor.{0,30}uppdrag`)},
	{report, 2, regexp.MustCompile(`(?i)granskningens syfte|syftet (med granskningen|var att bedöma)|(samlade|sammanfattande) (revisionella )?bedömning|rekommenderar vi|vi rekommenderar`)},
	{report, 2, regexp.MustCompile(`(?i)^(revisions|gransknings)rapport|^sammanfattning$|^(\d+(\.\d+)*\.?\s+)?rekommendationer$`)},
	{report, 4, regexp.MustCompile(`(?i)^(revisions|del)?fråga\s*\d`)},
	{response, -7, regexp.MustCompile(`(?i)^svar på (revisions|del|gransknings)?fråg`)},
	{response, -4, regexp.MustCompile(`(?i)^svar\s?:\s*(ja|nej|delvis|i\s)`)},
	{memorandum, 8, regexp.MustCompile(`(?i)^(tjänsteskrivelse|tjänsteutlåtande|tjänsteyttrande)\b`)},
	{memorandum, 3, regexp.MustCompile(`(?i)^(förslag till beslut|beslutsunderlag|ekonomiska konsekvenser|föredragning)$`)},
	{memorandum, 2, regexp.MustCompile(`(?i)^handläggare\b`)},
	{response, 4, regexp.MustCompile(`(?i)^svar\s?:|^(nämndens|förvaltningens|styrelsens) (svar|kommentar)`)},
	{response, 7, regexp.MustCompile(`(?i)^(yttrande|svar|remissvar|nämndens svar) (över|på|till|angående|avseende|gällande|med anledning av) .{0,160}$`)},
	{minutes, 8, regexp.MustCompile(`(?i)^(sammanträdesprotokoll|protokollsutdrag|protokoll|utdrag ur protokoll)\b`)},
	{minutes, 3, regexp.MustCompile(`(?i)^(justerandes? sign|beslutande|plats och tid|närvarande|yrkanden?|§\s*\d+)`)},
	{coverLetter, 8, regexp.MustCompile(`(?i)^(missiv|följebrev|följeskrivelse|revisionsskrivelse)`)},
	{coverLetter, 4, regexp.MustCompile(`(?i)(önskar|emotser|begär|vill ha|förväntar).{0,80}(svar|yttrande).{0,160}senast|(svar|yttrande)n?.{0,100}(önskas|emotses|ska|skall).{0,60}senast`)},
	{coverLetter, 3, regexp.MustCompile(`(?i)^(för kännedom|till:?\s+(kommunstyrelsen|\p{L}+nämnden))`)},
}

// certainReport is a weight that no cover letter reaches by what it says of its report.
const certainReport = 6

// longestSign is how many times one sign counts: a report's chapters repeat their words.
const longestSign = 4

func (d *openDocument) weights() map[documentKind]int {
	weights := map[documentKind]int{}
	for i, sign := range kindSigns {
		weights[sign.kind] += sign.weight * d.times[i]
	}
	return weights
}

// auditorsSigned is how the auditors end their letter, above their names.
var auditorsSigned = regexp.MustCompile(`(?i)^(?:på (?:\p{L}*revisorernas|revisionens) vägnar|för (?:\p{L}*revisorerna(?: i \S.{2,40})?|\S.{2,40}s (?:förtroendevalda )?revisorer))$`)

// kindBefore is what a document is where another begins after it: what the auditors have signed above a report is their
// letter, however much of the report it repeats; so is what somebody has signed who asks for a response.
func (d *openDocument) kindBefore(next documentKind) documentKind {
	weights := d.weights()
	asks := d.kind() == report && d.signed && weights[coverLetter] >= weights[report]
	if next == report && (d.byAuditors || asks) && weights[report] < certainReport {
		return coverLetter
	}
	return d.kind()
}

func (d *openDocument) kind() documentKind {
	weights := d.weights()
	best, most := unknownDocument, 2
	for _, kind := range []documentKind{report, memorandum, response, minutes, coverLetter} {
		if weights[kind] > most {
			best, most = kind, weights[kind]
		}
	}
	if best == coverLetter && weights[report] >= certainReport {
		return report // its letter has not been told apart from it
	}
	return best
}

// reportOf picks the document to read: the report with most to say, else whatever has most. Not found tells that none
// looked like a report.
func reportOf(documents []document) (index int, found bool) {
	most := -1
	for i, d := range documents {
		size := 0
		for _, b := range d.blocks {
			size += len(b.text)
		}
		if d.kind == report {
			size += 1 << 30
		}
		if size > most {
			index, most = i, size
		}
	}
	return index, most >= 1<<30
}

// cookieNotice matches the lines that a web page's text begins with before its content.
var cookieNotice = regexp.MustCompile(`(?i)\b(kakor|cookies?|kakinställningar)\b|webbplatsen ska fungera|sätta .{0,40}kakor|ändra dina inställningar|^(acceptera|godkänn|neka|avvisa|tillåt) (alla|nödvändiga|endast)|^(lyssna|dela|skriv ut|till innehållet|hoppa till innehåll\p{L}*|meny|sök)$`)

// withoutNotices empties cookie banners and a viewer's own lines that came along in a text copied from the web.
func withoutNotices(lines []line) []line {
	for i, l := range lines {
		if len(l.text) < 200 && (cookieNotice.MatchString(l.text) || viewersWords.MatchString(strings.TrimSpace(l.text))) {
			lines[i].text = ""
		}
	}
	return lines
}
