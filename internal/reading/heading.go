package reading

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// subheading is the level of a heading that neither number nor wording places.
const subheading = 9

const (
	chapterLevel = 1
	sectionLevel = 3
)

var chapterWords = regexp.MustCompile(`^(sammanfattning|inledning|bilagor|bilaga\b.{0,80}|sammanfattning och (bedömning|rekommendationer)|(resultat av )?granskningen|granskningsresultat|granskningens resultat)$`)

// sectionWords are the headings that audit reports share, whichever firm wrote them.
var sectionWords = regexp.MustCompile(`^(` + strings.Join([]string{
	`bakgrund`, `bakgrund och (syfte|uppdrag)`, `uppdrag(et)?`, `syfte`, `syftet?( och| samt|,) .*(frågor|fråga|kontrollmål|avgränsning(ar)?)`, `syfte`, `revisionsfrågor(na)?`, `(övergripande )?revisionsfråga`, `kontroll(mål|frågor)`, `granskningens frågor`, `frågeställningar`,
	`revisionskriterier`, `revisionskriterier.{0,40}`, `bedömningsgrunder`, `bedömningskriterier`,
	`avgränsning(ar)?`, `omfattning( och avgränsning)?`, `metod(er)?`, `metod och (genomförande|avgränsning)`, `genomförande`, `ansvariga? nämnd(er)?`, `organisation`,
	`iakttagelser.{0,40}`, `resultat`, `kommentarer?`, `vår bedömning`, `bedömning(ar)?`, `våra bedömningar`, `slutsats(er)?`, `slutord`,
	`(samlad|sammanfattande|sammantagen|övergripande|revisionell|avslutande)e?.{0,20} bedömning(ar)?.{0,60}`, `bedömning(ar)? (och|av) .{0,60}`, `slutsats(er)? och .{0,40}`,
	`svar på (revisions)?fråg.{0,40}`, `rekommendation(er)?`, `(våra|lämnade|samlade|revisionens) rekommendationer`, `rekommendationer .{0,40}`, `förslag till beslut`,
	`ekonomiska konsekvenser`, `beslutsunderlag`, `ärendet`, `beredning`, `föredragning`, `källförteckning`, `dokumentförteckning`, `(granska(de|d|t)|erhåll(na|et)) (dokument(ation)?|handlingar|underlag|material)`, `(förteckning|sammanställning) över .{0,60}`,
}, "|") + `)$`)

// othersAdvice is what the audit judges against, and no chapter: "Rekommendationer från Rådet för kommunal redovisning".
var othersAdvice = regexp.MustCompile(`^rekommendationer från (rådet|rkr|skr|sveriges|statens|\p{L}+(verket|styrelsen|myndigheten|inspektionen))(\s|$)`)

func isKnownHeading(text string) bool {
	key := headingKey(text)
	return utf8.RuneCountInString(key) < 100 && !othersAdvice.MatchString(key) && (chapterWords.MatchString(key) || sectionWords.MatchString(key)) && !strings.HasSuffix(text, ".")
}

// looksLikeHeading tells a short line that is no sentence.
func looksLikeHeading(text string) bool {
	return startsWithUpper(text) && !opensList(text) && !adviseVerb.MatchString(text) && !sentenceOpening.MatchString(text) && utf8.RuneCountInString(text) <= 80 && !strings.ContainsRune(".,:;?!-–", lastRune(text))
}

var sentenceOpening = regexp.MustCompile(`^(Vi|Det|Detta|Granskningen (har|ska|är|utgår)|Utifrån|Mot bakgrund|Följande|Nedan|Efter)\s`)

// markHeadings tells headings from numbered items and short paragraphs, by wording, by the table of contents and by what
// stands beside them.
func markHeadings(blocks []block, listed []string) {
	contents := map[string]bool{}
	for _, title := range listed {
		contents[title] = true
	}
	for i := range blocks {
		b := &blocks[i]
		switch b.kind {
		case heading:
			b.text = strings.TrimSpace(b.text)
		case item:
			if b.number != "" && isNumberedHeading(blocks, i, contents) {
				b.kind = heading
				b.level = min(1+strings.Count(b.number, "."), subheading-1)
			}
		case paragraph:
			b.markUnnumbered(blocks, i, contents)
		}
	}
}

func (b *block) markUnnumbered(blocks []block, i int, contents map[string]bool) {
	key := headingKey(b.text)
	if m := bareNumbered.FindStringSubmatch(b.lines[0].text); m != nil && len(b.lines) == 1 && (contents[key] || isKnownHeading(b.text)) {
		b.kind, b.level, b.number, b.text = heading, chapterLevel, m[1], strings.Join(strings.Fields(m[2]), " ")
		return
	}
	switch {
	case chapterWords.MatchString(key) && !strings.HasSuffix(b.text, "."):
		b.kind, b.level = heading, chapterLevel
	case isKnownHeading(b.text), contents[key] && len(b.text) < 120:
		b.kind, b.level = heading, sectionLevel
	case looksLikeHeading(b.text) && followedByBody(blocks, i) && !startsWithTask(b.text) && !isGradeOnly(b.text) && !answersFor(b.text) && !answersAbove(blocks, i) && !isLabel(b.text) && labelBeside(*b) == "":
		b.kind, b.level = heading, subheading
	}
}

// answersAbove tells the short answer to the question above it: "Nej, sådana saknas".
func answersAbove(blocks []block, i int) bool {
	_, graded := leadingGrade(blocks[i].text)
	return graded && i > 0 && isQuestion(blocks[i-1].text, false)
}

func followedByBody(blocks []block, i int) bool {
	if i+1 >= len(blocks) {
		return false
	}
	next := blocks[i+1]
	return next.kind == item || next.kind == row || next.kind == paragraph && utf8.RuneCountInString(next.text) > 60
}

func isNumberedHeading(blocks []block, i int, contents map[string]bool) bool {
	b := blocks[i]
	if contents[headingKey(b.text)] || isKnownHeading(b.text) {
		return true
	}
	last := lastRune(b.text)
	if last == '?' {
		return strings.Contains(b.number, ".") && !neighbourAsks(blocks, i)
	}
	if strings.ContainsRune(".,;:", last) || utf8.RuneCountInString(b.text) > 110 || startsWithLower(b.text) || letter(b.number) {
		return false
	}
	if strings.Contains(b.number, ".") {
		return !startsWithTask(b.text)
	}
	return !neighbourNumbered(blocks, i) && !startsWithTask(b.text)
}

func letter(number string) bool { return number != "" && number[0] >= 'a' }

func neighbourAsks(blocks []block, i int) bool {
	asks := func(j int) bool {
		return j >= 0 && j < len(blocks) && blocks[j].kind == item && strings.HasSuffix(blocks[j].text, "?")
	}
	return asks(i-1) || asks(i+1)
}

// neighbourNumbered tells a numbered list, whose items follow one another, from chapters, which have text between them.
func neighbourNumbered(blocks []block, i int) bool {
	beside := func(j int) bool {
		return j >= 0 && j < len(blocks) && blocks[j].kind == item && blocks[j].number != "" && !strings.Contains(blocks[j].number, ".")
	}
	return beside(i-1) || beside(i+1)
}

// section is the blocks under a heading, the heading itself first.
type section struct {
	blocks []block
}

func (s section) heading() block { return s.blocks[0] }
func (s section) body() []block  { return s.blocks[1:] }

// sections finds what stands under the headings whose text matches, each to the next heading of its own rank or higher.
func sections(blocks []block, title *regexp.Regexp) []section {
	var found []section
	for i, b := range blocks {
		if b.kind != heading || !title.MatchString(strings.ToLower(b.text)) {
			continue
		}
		end := i + 1
		for end < len(blocks) && !(blocks[end].kind == heading && blocks[end].level <= b.level) {
			end++
		}
		found = append(found, section{blocks[i:end]})
	}
	return found
}
