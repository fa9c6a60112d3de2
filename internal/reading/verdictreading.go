package reading

import (
	"regexp"
	"slices"
	"strings"
)

// VerdictReading is what a follow-up audit says of earlier recommendations.
type VerdictReading struct {
	Title      *string         `json:"title"`
	Firm       *string         `json:"firm"`
	ReportDate *string         `json:"reportDate"`
	Results    []VerdictResult `json:"results"`
	Warnings   []Warning       `json:"warnings"`
}

// VerdictResult is how it went with one recommendation for one committee. Committee is null where the report does not say
// whose it is, and the verdict where its words give none.
type VerdictResult struct {
	Number    *string  `json:"number"`
	Text      string   `json:"text"`
	Committee *string  `json:"committee"`
	Verdict   *Verdict `json:"verdict"`
	Verbatim  string   `json:"verbatim"`
}

// ReadVerdicts reads a follow-up audit out of one or several files. Faults: those of Read.
func ReadVerdicts(files []File) (VerdictReading, error) { return readVerdictsCached(files, "") }

func readVerdictsCached(files []File, cacheFolder string) (VerdictReading, error) {
	r, _, err := newReaderOf(files, cacheFolder)
	if err != nil {
		return VerdictReading{}, err
	}
	return r.readVerdicts(), nil
}

func (r *reader) readVerdicts() VerdictReading {
	r.chooseFollowup()
	r.readCommittees()
	r.readCover()
	v := &verdictReader{reader: r}
	for _, d := range append([]document{r.report}, r.others...) {
		if followsUp(d) {
			v.readDocument(d.blocks)
		}
	}
	read := VerdictReading{r.reading.Title, r.reading.Firm, r.reading.ReportDate, v.results(), nil}
	for _, missing := range []struct {
		value   string
		unknown bool
	}{
		{"title", read.Title == nil}, {"firm", read.Firm == nil}, {"reportDate", read.ReportDate == nil}, {"results", len(read.Results) == 0},
	} {
		if missing.unknown {
			r.notFound(missing.value)
		}
	}
	read.Warnings = r.reading.Warnings
	return read
}

// chooseFollowup makes the document that judges most the one to read. The committees' answers that a follow-up quotes make
// it look like an answer itself.
func (r *reader) chooseFollowup() {
	best, most := -1, 0
	for i, d := range r.documents {
		judged := 0
		for _, b := range d.blocks {
			judged += len(verdictsIn(b.text))
		}
		if followsUp(d) && judged > most {
			best, most = i, judged
		}
	}
	if best < 0 {
		return
	}
	r.others = slices.Delete(slices.Clone(r.documents), best, best+1)
	r.report = r.documents[best]
	r.report.kind = report
	r.reading.Warnings = slices.DeleteFunc(r.reading.Warnings, func(w Warning) bool { return w.Code == warnNotFound })
}

var auditorsWork = regexp.MustCompile(`(?i)på uppdrag av .{0,60}revisor|uppdrag(?:it)? (?:av|från) .{0,60}revisor|(?:vår|revisionens|revisorernas) bedömning|vi bedömer`)

// followsUp tells the auditors' own paper from a letter, and from an answer in which the committee judges itself.
func followsUp(d document) bool {
	switch d.kind {
	case report, unknownDocument:
		return true
	case response:
		return slices.ContainsFunc(d.blocks, func(b block) bool { return auditorsWork.MatchString(b.text) })
	}
	return false
}

// origin is how a recommendation was given before its verdict.
type origin int

const (
	asItem    origin = iota // of a list
	asNamed                 // "Rekommendation 2: …", with its verdict below
	asHeading               // a heading that words what is to be done
)

// earlier is an earlier recommendation that waits for its verdict.
type earlier struct {
	advice
	origin origin
}

// found is a verdict on one recommendation, for all whom it concerns.
type found struct {
	advice
	verdict  Verdict
	verbatim string
}

// zone is what the text below a heading or a label is.
type zone int

const (
	telling    zone = iota
	judging         // the auditors judge
	answering       // the committee speaks
	recounting      // what was seen
	quoting         // the earlier recommendation is to follow
)

// verdictReader goes through a follow-up audit's blocks in order.
type verdictReader struct {
	*reader
	waiting    []earlier // those that the next verdict is upon
	numbered   map[string]advice
	zone       zone
	quoted     string // the number of the recommendation that is to follow
	listing    bool   // what is listed from here are earlier recommendations
	committees map[int][]*entry
	founds     []found
}

func (v *verdictReader) readDocument(blocks []block) {
	v.waiting, v.numbered, v.zone, v.committees = nil, map[string]advice{}, telling, map[int][]*entry{}
	for i := 0; i < len(blocks); {
		i = v.readAt(blocks, i)
	}
}

// readAt reads what begins at a block and gives where the next begins.
func (v *verdictReader) readAt(blocks []block, i int) int {
	b := blocks[i]
	if b.kind == row {
		end := i + 1
		for end < len(blocks) && blocks[end].kind == row {
			end++
		}
		v.readTable(blocks[i:end])
		return end
	}
	if end := v.readVerdictList(blocks, i); end > i {
		return end
	}
	switch {
	case v.enterZone(b), v.beginsNamed(b), v.takesQuoted(b):
	case b.kind == heading || v.zone != judging && standsAsHeading(b):
		v.enterHeading(b)
	case b.kind == item:
		if i == 0 || blocks[i-1].kind != item {
			v.beginList()
		}
		if !v.listsEarlier(b) {
			v.readText(b)
		}
	default:
		v.listing = introducesEarlier(b)
		v.readText(b)
	}
	return i + 1
}

// standsAsHeading tells a short line by itself, which no text below has made a heading of.
func standsAsHeading(b block) bool {
	return b.kind == paragraph && len(b.lines) == 1 && looksLikeHeading(b.text) && !startsWithTask(b.text) && len(verdictsIn(b.text)) == 0
}

var earlierHeading = regexp.MustCompile(`(?i)tidigare\s+(?:\p{L}+\s+)?rekommendation|lämnade\s+rekommendation|uppföljning\s+av\s+(?:\p{L}+\s+){0,2}rekommendation|rekommendation(?:er|erna)?\s+(?:från|i\s+granskning)`)

// introducesEarlier tells a line below which earlier recommendations are listed.
func introducesEarlier(b block) bool {
	return strings.Contains(strings.ToLower(b.text), "rekommend") && (strings.HasSuffix(b.text, ":") || strings.HasSuffix(b.text, " att"))
}

// beginList lets the recommendations of the list before wait no longer.
func (v *verdictReader) beginList() {
	if len(v.waiting) > 0 && v.waiting[0].origin == asItem {
		v.waiting = nil
	}
}

var (
	judgementLabel = regexp.MustCompile(`(?i)^(?:(?:vår|revisionens|revisorernas|granskningens|aktuell)\s+)?(?:bedömning|status|resultat|utfall|slutsats|bedömd\s+status)(?:\s+(?:av\s+(?:åtgärd\p{L}*|rekommendation\p{L}*|vidtagna\s+åtgärder)|vid\s+uppföljning\p{L}*|(?:år\s+)?(?:19|20)\d\d))*\s*(?::\s*(.*)|$)`)
	committeeLabel = regexp.MustCompile(`(?i)^(?:(?:\p{L}+-?\s+(?:och\s+)?)?\p{L}*(?:nämndens|nämndernas|styrelsens|förvaltningens|kontorets|bolagets)\s+(?:svar|yttrande|kommentar(?:er)?|åtgärder|redovisning|egen\s+bedömning|status)|svar|yttrande|svar\s+från\s+\p{L}*nämnden)(?:\s+(?:(?:år\s+)?(?:19|20)\d\d|på\s+rekommendation\p{L}*))*\s*(?::\s*(.*)|$)`)
	seenLabel      = regexp.MustCompile(`(?i)^(?:(?:våra|gjorda)\s+)?(?:iakttagelser?|uppföljning|vidtagna\s+åtgärder|åtgärder|kommentar(?:er)?|noteringar|observationer)(?:\s+vid\s+uppföljning\p{L}*)?\s*(?::\s*(.*)|$)`)
	quoteLabel     = regexp.MustCompile(`(?i)^(?:(?:tidigare|lämnad|ursprunglig|föregående|revisorernas|revisionens|vår)\s+)*rekommendation(?:\s+(?:r\s?)?(\d{1,2}(?:\.\d{1,2})?))?(?:\s+(?:från|i\s+granskningen)?\s*(?:år\s+)?(?:19|20)\d\d)?\s*(?:[:.–-]\s*(.*)|$)`)
)

// enterZone reads a heading or a label that tells what follows, and what stands after it on its line.
func (v *verdictReader) enterZone(b block) bool {
	text := strings.TrimSpace(b.text)
	for _, label := range []struct {
		pattern *regexp.Regexp
		zone    zone
	}{{judgementLabel, judging}, {committeeLabel, answering}, {seenLabel, recounting}} {
		m := label.pattern.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		v.zone = label.zone
		if label.zone == judging && m[1] != "" {
			v.judge(m[1], b.line())
			v.zone = recounting
		}
		return true
	}
	return false
}

// beginsNamed reads "Rekommendation 2: …", whose text may be on the next line.
func (v *verdictReader) beginsNamed(b block) bool {
	m := quoteLabel.FindStringSubmatch(b.text)
	if m == nil || b.kind == item && b.number == "" {
		return false
	}
	if verdict, ok := leadingVerdict(m[2]); ok && m[1] != "" {
		v.conclude(v.numberedAs(m[1]), verdict, b.text, b.line())
		return true
	}
	v.waiting, v.zone, v.quoted = nil, quoting, m[1]
	if m[2] != "" {
		v.await(m[2], b.line())
	}
	return true
}

// takesQuoted takes the paragraph or item after such a heading for the recommendation itself.
func (v *verdictReader) takesQuoted(b block) bool {
	if v.zone != quoting || b.kind == heading && !startsWithTask(b.text) {
		return false
	}
	v.await(b.text, b.line())
	return true
}

var recommended = regexp.MustCompile(`(?i)rekommendera(?:de|des|ts|r|s)\s+(?:vi\s+|revisionen\s+|revisorerna\s+)?[^.:]{0,80}?\s?att:?\s+(\S.*)$`)

func (v *verdictReader) await(text string, line int) {
	committees := v.given(text, v.concerned())
	if m := recommended.FindStringSubmatch(text); m != nil {
		if named := v.introducedOnly(text[:len(text)-len(m[1])]); len(named) > 0 {
			committees = named
		}
		text = m[1]
	}
	a := advice{v.quoted, quotedText(text), committees, line}
	v.waiting = []earlier{{a, asNamed}}
	if v.quoted == "1" {
		clear(v.numbered)
	}
	if v.quoted != "" {
		v.numbered[v.quoted] = a
	}
	v.zone, v.quoted = recounting, ""
}

// introducedOnly are the committees that an introduction addresses by name.
func (v *verdictReader) introducedOnly(text string) []*entry {
	return distinct(addressedIn(text, v.register.in(text)))
}

func quotedText(text string) string {
	text = strings.TrimSpace(adviceText(text))
	if len(text) > 2 && strings.ContainsAny(text[:3], `"”“»`) {
		text = strings.Trim(text, ` "”“»«`)
	}
	return text
}

// enterHeading notes whom what follows concerns. A heading may itself word what was recommended.
func (v *verdictReader) enterHeading(b block) {
	v.waiting, v.zone, v.listing = nil, telling, earlierHeading.MatchString(b.text)
	if startsWithTask(b.text) {
		v.waiting = []earlier{{advice{b.number, quotedText(b.text), v.given(b.text, v.concerned()), b.line()}, asHeading}}
		v.zone = recounting
		return
	}
	level := b.level
	if level == 0 {
		level = subheading
	}
	for other := range v.committees {
		if other >= level {
			delete(v.committees, other)
		}
	}
	if committees := distinct(v.register.in(b.text)); len(committees) > 0 {
		v.committees[level] = committees
	}
}

// concerned are those whom the heading nearest above names, else the only one that the report concerns.
func (v *verdictReader) concerned() []*entry {
	nearest := 0
	for level := range v.committees {
		nearest = max(nearest, level)
	}
	if nearest > 0 {
		return v.committees[nearest]
	}
	if len(v.audited) == 1 {
		return v.audited
	}
	return nil
}

var trailingVerdict = regexp.MustCompile(`^(.{10,}?)\s*(?:\s[–—-]+\s|\s?→\s?|:\s+|\s?\(|\.\s+)([^()]+?)\s*\)?\.?$`)

// listsEarlier reads an item of a list of earlier recommendations, which may end in its verdict.
func (v *verdictReader) listsEarlier(b block) bool {
	if v.zone == answering || len(v.waiting) > 0 && v.waiting[0].origin != asItem {
		return false
	}
	text, verdict, judged := b.text, "", false
	if parts := splitAtVerdict(b.text); parts != nil {
		text, verdict, judged = parts[0], parts[1], true
	}
	if !v.listing && !startsWithTask(adviceText(text)) {
		return false
	}
	if b.number == "1" {
		clear(v.numbered)
	}
	a := advice{b.number, quotedText(text), v.given(text, v.concerned()), b.line()}
	if b.number != "" {
		v.numbered[b.number] = a
	}
	if judged {
		word, _ := oneVerdict(verdictsIn(verdict))
		v.conclude([]advice{a}, word, verdict, b.line())
		return true
	}
	v.waiting = append(v.waiting, earlier{a, asItem})
	return true
}

// splitAtVerdict divides "Upprätta en plan – delvis åtgärdad" at the verdict that ends it, or gives nil.
func splitAtVerdict(text string) []string {
	m := trailingVerdict.FindStringSubmatchIndex(text)
	for m != nil {
		tail := text[m[4]:m[5]]
		if isVerdictOnly(tail) {
			return []string{text[:m[3]], strings.TrimSpace(tail)}
		}
		next := trailingVerdict.FindStringSubmatchIndex(text[m[4]:])
		if next == nil {
			return nil
		}
		for i := range next {
			next[i] += m[4]
		}
		m = next
	}
	return nil
}

var (
	verdictsHeading = regexp.MustCompile(`(?i)^(?:följande\s+|nedanstående\s+|dessa\s+)?(?:(?:tidigare|lämnade)\s+)*(?:.{0,40}\s)?rekommendation(?:er|erna)(?:\s|$|:)|^rekommendationer\s+som\s`)
	following       = regexp.MustCompile(`(?i)(?:följande|nedanstående|dessa)\s+(?:\p{L}+\s+){0,3}?rekommendationer`)
)

// readVerdictList reads "Följande rekommendationer har åtgärdats:" or a heading like it, and the items below.
func (v *verdictReader) readVerdictList(blocks []block, i int) int {
	b := blocks[i]
	if i+1 >= len(blocks) || blocks[i+1].kind != item || v.zone == answering || !ofRecommendations.MatchString(b.text) {
		return i
	}
	opens := b.kind == heading && verdictsHeading.MatchString(b.text) || b.kind == paragraph && following.MatchString(b.text)
	mentions := verdictsUponMany(b.text)
	if !opens || len(mentions) == 0 || presentAdvice.MatchString(b.text) || committeesVoice.MatchString(b.text) || notYet.MatchString(b.text) {
		return i
	}
	if b.kind == heading {
		v.enterHeading(b)
	}
	verdict, _ := oneVerdict(mentions)
	concerned := v.concerned()
	if introduced := v.introducedOnly(b.text); len(introduced) > 0 {
		concerned = introduced
	}
	end := i + 1
	for ; end < len(blocks) && blocks[end].kind == item; end++ {
		next := blocks[end]
		v.conclude([]advice{{next.number, quotedText(next.text), v.given(next.text, concerned), next.line()}}, verdict, b.text, next.line())
	}
	return end
}

// verdictsUponMany are those that stand after the word, or just before it: "åtgärdade rekommendationer".
func verdictsUponMany(text string) []verdictMention {
	at := ofRecommendations.FindStringIndex(text)[0]
	return slices.DeleteFunc(verdictsIn(text), func(mention verdictMention) bool {
		return mention.start < at && strings.TrimSpace(text[mention.end:max(at, mention.end)]) != ""
	})
}

// readText reads a paragraph: where the auditors judge as a whole, elsewhere the sentences in which they do.
func (v *verdictReader) readText(b block) {
	switch v.zone {
	case answering:
		return
	case judging:
		v.judge(b.text, b.line())
		v.zone = recounting
		return
	}
	if v.zone == telling && b.kind == paragraph && startsWithTask(b.text) {
		return // the text below a list goes on
	}
	for _, sentence := range sentencesOf(b.text) {
		if judgesRecommendation(sentence) && auditorsVoice.MatchString(sentence) {
			v.readSentence(sentence, b.line())
		}
	}
}

// judge reads what the auditors say where they judge.
func (v *verdictReader) judge(text string, line int) {
	advices := v.upon(text)
	if len(advices) == 0 {
		for _, sentence := range sentencesOf(text) {
			if judgesRecommendation(sentence) {
				v.readSentence(sentence, line)
			}
		}
		return
	}
	verdict, judged := judgedIn(text)
	if judged || v.waiting[0].origin == asNamed {
		v.conclude(advices, verdict, text, line)
	}
}

// upon are the recommendations that a judgement below them is upon: the one, or where it says so each of a list.
func (v *verdictReader) upon(text string) []advice {
	if len(v.waiting) != 1 && !everyone.MatchString(text) {
		return nil
	}
	var advices []advice
	for _, waiting := range v.waiting {
		advices = append(advices, waiting.advice)
	}
	return advices
}

var (
	everyone        = regexp.MustCompile(`(?i)(?:samtliga|alla|båda|bägge)\s+(?:\p{L}+\s+){0,4}?rekommendationer|rekommendationerna\s+(?:är|har|bedöms)\s+(?:samtliga|alla|båda)`)
	sentenceNumbers = regexp.MustCompile(`(?i)rekommendation(?:erna|er|en)?\s+(?:nr\.?\s*|nummer\s+)?(\d{1,2}(?:\.\d{1,2})?(?:(?:\s*,\s*|\s+och\s+|\s+samt\s+)\d{1,2}(?:\.\d{1,2})?)*)(?:[^\d.]|$)`)
	sentenceText    = regexp.MustCompile(`(?i)rekommendationen\s+(?:till\s+[\p{L}-]+(?:\s+och\s+[\p{L}-]+)?\s+)?(?:om\s+)?att\s+(.+?)\s+(?:bedöms\s|är\s|har\s|anses\s|kvarstår|inte\s+(?:har|är|längre)\s|ej\s|delvis\s+(?:har|är|bedöms)\s|till\s+viss\s+del\s)`)
	sentenceQuote   = regexp.MustCompile(`(?i)rekommendationen\s+[”“"»]([^”“"»«]{10,})[”“"»«]`)
	anyNumber       = regexp.MustCompile(`\d{1,2}(?:\.\d{1,2})?`)
)

// readSentence reads a sentence that judges, upon the recommendation that it names: by its words, its number, or as the
// one that stands above.
func (v *verdictReader) readSentence(sentence string, line int) {
	mentions := verdictsIn(sentence)
	for _, pattern := range []*regexp.Regexp{sentenceQuote, sentenceText} {
		if m := pattern.FindStringSubmatchIndex(sentence); m != nil {
			text := sentence[m[2]:m[3]]
			mentions = slices.DeleteFunc(mentions, func(mention verdictMention) bool { return mention.start < m[3] && mention.end > m[2] })
			verdict, judged := oneVerdict(mentions)
			if !judged {
				return
			}
			committees := distinct(v.register.in(sentence[:m[2]]))
			if len(committees) == 0 {
				committees = v.given(text, v.concerned())
			}
			v.conclude([]advice{{"", quotedText(text), committees, line}}, verdict, sentence, line)
			return
		}
	}
	verdict, _ := oneVerdict(mentions)
	if m := sentenceNumbers.FindStringSubmatch(sentence); m != nil {
		for _, number := range anyNumber.FindAllString(m[1], -1) {
			v.conclude(v.numberedAs(number), verdict, sentence, line)
		}
		return
	}
	advices := v.upon(sentence)
	if len(advices) == 0 || ofRecommendations.MatchString(sentence) && !everyone.MatchString(sentence) || numeration.MatchString(sentence) {
		v.warn(warnGradeUnclear, line, "%q: it is not certain which recommendation this is about", sentence)
		return
	}
	v.conclude(advices, verdict, sentence, line)
}

func (v *verdictReader) numberedAs(number string) []advice {
	if a, known := v.numbered[number]; known {
		return []advice{a}
	}
	return nil
}

// conclude notes a verdict on some recommendations.
func (v *verdictReader) conclude(advices []advice, verdict Verdict, verbatim string, line int) {
	if len(advices) == 0 {
		v.warn(warnGradeUnclear, line, "%q: it is not certain which recommendation this is about", verbatim)
	}
	if verdict == unclearVerdict {
		v.warn(warnGradeUnclear, line, "%q: the words are on no known scale", verbatim)
	}
	for _, a := range advices {
		if len(wordPattern.FindAllString(a.text, -1)) > 1 {
			v.founds = append(v.founds, found{a, verdict, strings.TrimSpace(verbatim)})
		}
	}
}

// results are what was found, for each committee by itself; what a summary and its chapter both say stands once.
func (v *verdictReader) results() []VerdictResult {
	results := []VerdictResult{}
	for _, f := range v.founds {
		names := []*string{nil}
		if len(f.committees) > 0 {
			names = nil
		}
		for _, e := range f.committees {
			names = append(names, pointer(officialName(e)))
		}
		for _, name := range names {
			result := VerdictResult{Text: f.text, Committee: name, Verbatim: f.verbatim}
			if f.number != "" {
				result.Number = pointer(f.number)
			}
			if f.verdict != unclearVerdict {
				result.Verdict = pointer(f.verdict)
			}
			results = v.merge(results, result, f.line)
		}
	}
	for _, result := range results {
		if result.Committee == nil {
			v.warn(warnCommitteeUnclear, 0, "%q: it does not say which committee this is about", result.Text)
		}
	}
	return results
}

func officialName(e *entry) string {
	if e.name != "" {
		return e.name
	}
	return e.abbreviation
}

// merge adds a result unless it says again what one says already; then the fuller words stand, and no verdict where the two
// differ.
func (v *verdictReader) merge(results []VerdictResult, next VerdictResult, line int) []VerdictResult {
	for i := range results {
		known := &results[i]
		if !sameWording(known.Text, next.Text) || known.Committee != nil && next.Committee != nil && *known.Committee != *next.Committee {
			continue
		}
		if known.Verdict != nil && next.Verdict != nil && *known.Verdict != *next.Verdict {
			v.warn(warnGradesDiffer, line, "%q: the report says both %q and %q", known.Text, known.Verbatim, next.Verbatim)
			known.Verdict = nil
			return results
		}
		if known.Verdict == nil && next.Verdict != nil || len(next.Verbatim) > len(known.Verbatim) && next.Verdict != nil {
			known.Verdict, known.Verbatim = next.Verdict, next.Verbatim
		}
		if known.Committee == nil {
			known.Committee = next.Committee
		}
		if known.Number == nil {
			known.Number = next.Number
		}
		return results
	}
	return append(results, next)
}
