package reading

import (
	"regexp"
	"strings"
)

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
