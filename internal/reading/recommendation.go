package reading

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

var (
	adviceIntro  = regexp.MustCompile(`(?i)rekommender(ar|as)\b|rekommendation(er)?\b`)
	adviceLabel  = regexp.MustCompile(`(?i)^rekommendation\s*(\d{1,2}(?:\.\d{1,2})?)?\s*[:.–-]\s*`)
	inlineAdvice = regexp.MustCompile(`(?i)(?:rekommenderar|rekommenderas)\s+(?:därför\s+|även\s+|också\s+|vidare\s+|vi\s+)*([^:.]{0,200}?)\s?att(?:\s*:)?\s+(\S.*)$`)
	listEnd      = regexp.MustCompile(`(?:\s+(?:samt|och)|[,;])+\s*$`)
	closingMark  = regexp.MustCompile(`^\s*(?:–|-|•)\s*`)
)

// adviceLists finds every place of a document where recommendations stand.
func (r *reader) adviceLists(blocks []block) []adviceList {
	var lists []adviceList
	here := place{heading: -1}
	for i := 0; i < len(blocks); i++ {
		if blocks[i].kind == heading {
			here = placeUnder(blocks, i, here)
		}
		if isEarlier(blocks, i) {
			if adviceIntro.MatchString(blocks[i].text) || earlierAdvice.MatchString(blocks[i].text) && opensList(blocks[i].text) {
				r.earlierLine = cmp.Or(r.earlierLine, blocks[i].line())
			}
			i = skipList(blocks, i)
			continue
		}
		advices, end := r.adviceAt(blocks, i, here)
		if len(advices) == 0 {
			continue
		}
		if last := len(lists) - 1; last >= 0 && lists[last].place == here {
			lists[last].advices = append(lists[last].advices, advices...)
		} else {
			lists = append(lists, adviceList{advices, here})
		}
		i = end - 1
	}
	return lists
}

// adviceAt reads the recommendations that begin at a block: a list after its introduction, labelled paragraphs, or a
// sentence that holds them. It gives where they end.
func (r *reader) adviceAt(blocks []block, i int, here place) ([]advice, int) {
	b := blocks[i]
	switch {
	case b.kind == row && hasAdviceColumn(b.cells):
		return r.tableAdvice(blocks, i)
	case b.kind == row && (len(filled(b.cells)) != 1 || !adviceIntro.MatchString(b.text) || !introducesList(blocks, i)):
		return nil, i
	case b.kind == heading && adviceTitle.MatchString(strings.ToLower(b.text)) && i+1 < len(blocks) && beginsList(blocks[i+1]):
		return r.listAfter(blocks, i, r.introduced(b.text))
	case b.kind == heading:
		return nil, i
	case adviceLabel.MatchString(b.text) && len(b.text)-len(adviceLabel.FindString(b.text)) > 15:
		return r.labelledAdvice(blocks, i)
	case adviceIntro.MatchString(b.text) && introducesList(blocks, i):
		return r.listAfter(blocks, i, r.introduced(b.text))
	case (here.concludes(blocks) || r.report.kind == coverLetter) && r.asksOfCommittee(blocks, i):
		return r.listAfter(blocks, i, r.introduced(b.text))
	case here.chapter && b.kind == item && isAdviceItem(b):
		return r.listAfter(blocks, i-1, r.committeesAbove(blocks, i))
	case here.isForAdvice(blocks) && b.kind == paragraph && dutyOpening.MatchString(b.text):
		return []advice{{adviceNumber(b), adviceText(b.text), r.given(b.text, r.graded()), b.line()}}, i + 1
	}
	if advices := r.inlineAdvices(b); len(advices) > 0 {
		return r.inlineGoesOn(blocks, i, advices)
	}
	return nil, i
}

// inlineGoesOn reads on where the sentence that began a recommendation ends in a comma, or its line began with "att", and the
// next line says "att" again.
func (r *reader) inlineGoesOn(blocks []block, i int, advices []advice) ([]advice, int) {
	j := i + 1
	for ; j < len(blocks) && (endsClause(blocks[j-1].text) || beginsAtt.MatchString(strings.TrimSpace(blocks[j-1].lastLine()))) && blocks[j].kind == paragraph; j++ {
		m := againThat.FindString(blocks[j].text)
		if m == "" {
			break
		}
		text := adviceText(blocks[j].text[len(m):])
		if !startsWithTask(text) {
			break
		}
		advices = append(advices, advice{"", text, advices[len(advices)-1].committees, blocks[j].line()})
	}
	return advices, j
}

var againThat = regexp.MustCompile(`^(?i)(?:(?:samt|och)\s+)?att\s+`)

func hasAdviceColumn(cells []string) bool {
	return slices.ContainsFunc(cells, adviceHead.MatchString)
}

// tableAdvice reads a table with a column of recommendations, and the committees of its other columns.
func (r *reader) tableAdvice(blocks []block, i int) ([]advice, int) {
	var advices []advice
	column := slices.IndexFunc(blocks[i].cells, adviceHead.MatchString)
	var above *advice // the last that names whom it is for
	named := 0        // the column it does so in
	j := i + 1
	for ; j < len(blocks) && blocks[j].kind == row; j++ {
		cells := blocks[j].cells
		a := advice{committees: r.graded(), line: blocks[j].line()}
		if above != nil && named < len(cells) && cells[named] == "" {
			a.committees = above.committees // of a cell that reaches down over several rows
		}
		for index, cell := range cells {
			switch only := r.onlyCommittees(cell); {
			case cell == "":
			case only != nil:
				a.committees = only
				above, named = &a, index
			case cellNumber.FindString(cell) == cell:
				a.number = cellNumber.FindStringSubmatch(cell)[1]
			case a.text == "" && len(cell) > 15 && len(cells) != len(blocks[i].cells):
				a.text = cell // where rows and their head do not agree, the first that may be one
			}
		}
		if len(cells) == len(blocks[i].cells) {
			a.text = cells[column]
		}
		advices = append(advices, r.cellAdvices(a)...)
	}
	return advices, j
}

// cellAdvices divides a cell that holds a list.
func (r *reader) cellAdvices(a advice) []advice {
	var advices []advice
	for _, text := range splitItems(a.text) {
		if text = adviceText(text); len(text) > 15 {
			advices = append(advices, advice{a.number, text, r.given(text, a.committees), a.line})
		}
	}
	return advices
}

var (
	dutyIntro = regexp.MustCompile(`(?i)(?:^|\s)(?:bör|behöver)\s(?:[^.]{0,120}\s)?(?:\p{L}+:|att:?)$|(?:bör|behöver)\s*:?$`)
	onlyDuty  = regexp.MustCompile(`^\p{Lu}[\p{L}\s,-]{1,80}\s(?:bör|behöver)(?:\satt)?\s?:?$`) // its items may begin with "varje år" too
	othersAsk = regexp.MustCompile(`(?i)enligt|framgår|anges|uppger|anser|menar|föreskrift|lagen`)
)

// auditorsThink is how the auditors themselves say what somebody should do.
var auditorsThink = regexp.MustCompile(`(?i)(?:^|\s)(?:vi|revisionen|revisorerna)\s+(?:anser|menar)(?:\s|$)|(?:anser|menar)\s+(?:vi|revisionen|revisorerna)(?:\s|$)`)

// asksOfCommittee tells "För att utveckla arbetet bör kommunstyrelsen:", after which a list says what.
func (r *reader) asksOfCommittee(blocks []block, i int) bool {
	b := blocks[i]
	if b.kind != paragraph || !dutyIntro.MatchString(b.text) || othersAsk.MatchString(auditorsThink.ReplaceAllString(b.text, "")) || !r.namesWhom(b.text) {
		return false
	}
	items := runOf(blocks[i+1:], func(b block) bool { return b.kind == item })
	tasks := runOf(blocks[i+1:], func(b block) bool { return startsWithTask(adviceText(b.text)) })
	return items > 0 && (tasks >= items || tasks > 0 && onlyDuty.MatchString(b.text)) || tasks > 1
}

// namesWhom tells a text that names committees, or begins with "Nämnden" where the report has only one.
func (r *reader) namesWhom(text string) bool {
	return len(r.register.in(text)) > 0 || len(r.graded()) == 1 && onlyWord["nämnd"].MatchString(text) && strings.HasPrefix(text, "Nämnden ")
}

// introducesList tells whether a block announces the list that follows it.
func introducesList(blocks []block, i int) bool {
	b := blocks[i]
	if i+1 >= len(blocks) {
		return false
	}
	open := opensList(b.text) || endsInAdvising.MatchString(b.text)
	next := blocks[i+1]
	if (next.kind == heading || namesOnly(next)) && i+2 < len(blocks) {
		next = blocks[i+2]
	}
	open = open || next.kind == item && goesOnAdvising(b.text, next)
	continued := strings.HasSuffix(b.text, " att:") && next.kind == paragraph && startsWithLower(next.text)
	return open && (next.kind == item || opensTask(next.text) || continued) || next.kind == item && strings.HasSuffix(b.text, ".") && isAdviceItem(next)
}

// adviseVerb is what makes of a line without a stop the beginning of a sentence: "Granskningen rekommenderar att nämnden".
var adviseVerb = regexp.MustCompile(`(?i)\srekommender(ar|as)(\s|$)`)

// goesOnAdvising tells an item that ends the sentence which recommends something, and has no stop before it.
func goesOnAdvising(text string, next block) bool {
	return adviseVerb.MatchString(text) && unicode.IsLetter(lastRune(text)) && (startsWithLower(next.text) || isAdviceItem(next))
}

// namesOnly tells the line that names whom the list below it is for.
func namesOnly(b block) bool {
	return b.kind == paragraph && isCommitteeName(strings.TrimSuffix(strings.TrimRight(b.text, " :"), " att"))
}

// endsInAdvising is how an introduction ends whose items name whom they are for: "Vi rekommenderar".
var endsInAdvising = regexp.MustCompile(`(?i)rekommender(ar|as)(\s+(vi|revisionen|revisorerna))?$`)

// beginsList tells what may stand directly under a heading of recommendations.
func beginsList(b block) bool {
	return b.kind == item && !strings.HasSuffix(b.text, "?") || isAdviceItem(b)
}

func isAdviceItem(b block) bool {
	return (b.kind == item || b.kind == paragraph) && (startsWithTask(adviceText(b.text)) || b.kind == item && duty.MatchString(b.text)) && !strings.HasSuffix(b.text, "?")
}

// adviceText is a recommendation without what only holds a list together: its label, and "samt" or a comma at its end.
func adviceText(text string) string {
	text = adviceLabel.ReplaceAllString(text, "")
	text = closingItem.ReplaceAllString(closingMark.ReplaceAllString(text, ""), "")
	return strings.TrimSpace(listEnd.ReplaceAllString(text, ""))
}

func adviceNumber(b block) string {
	if m := adviceLabel.FindStringSubmatch(b.text); m != nil && m[1] != "" {
		return m[1]
	}
	return b.number
}

// listAfter reads the items after their introduction. Between them may stand a committee's name, for which the following
// go, or another introduction.
func (r *reader) listAfter(blocks []block, i int, committees []*entry) ([]advice, int) {
	var advices []advice
	bulleted := false
	var leading, part block // the last item that is no part of another, and its last part
	j := i + 1
	for ; j < len(blocks); j++ {
		b := blocks[j]
		if only := r.onlyCommittees(b.text); only != nil && b.kind != item && j+1 < len(blocks) && isListed(blocks[j+1]) {
			committees = only
			continue
		}
		if b.kind != item && forEveryone.MatchString(b.text) && j+1 < len(blocks) && isListed(blocks[j+1]) {
			committees = r.graded()
			continue
		}
		switch {
		case b.kind == item:
			bulleted = true
		case b.kind != paragraph, isDateOnly(b.text), bulleted && !closingItem.MatchString(b.text),
			!startsWithTask(b.text) && !startsWithLower(b.text) && !strings.HasPrefix(b.text, "Att "):
			return advices, j
		}
		if len(advices) > 0 && (isPartOf(leading, b) || isNextPart(leading, part, b)) {
			last := &advices[len(advices)-1]
			leading.text += " " + withLetter(b)
			last.text, part = adviceText(leading.text), b
			continue
		}
		leading, part = b, block{}
		for _, task := range tasksApart(b) {
			text := adviceText(task)
			if len(strings.Fields(text)) < 3 && !startsWithTask(text) || strings.HasSuffix(text, "?") {
				continue
			}
			advices = append(advices, advice{adviceNumber(b), text, r.given(text, committees), b.line()})
		}
	}
	return advices, j
}

// tasksApart divides a paragraph whose sentences each say what is to be done: a conversion has run its lines together.
func tasksApart(b block) []string {
	sentences := sentencesOf(b.text)
	isNone := func(sentence string) bool { return !startsWithTask(sentence) }
	if b.kind != paragraph || adviceNumber(b) != "" || slices.ContainsFunc(sentences, isNone) {
		return []string{b.text}
	}
	return sentences
}

// withLetter is a part's text with the letter that it is told apart by, as it stands.
func withLetter(b block) string {
	if !letter(b.number) {
		return b.text
	}
	mark, _, _ := strings.Cut(strings.TrimSpace(b.lines[0].text), " ")
	return mark + " " + b.text
}

// isPartOf tells an item of a list within another: lettered under a number, or a bullet of another kind that stands farther
// in or after a colon, or one of the same kind after a colon that goes on with its sentence.
func isPartOf(leading, b block) bool {
	if leading.kind != item || b.kind != item {
		return false
	}
	if strings.HasSuffix(leading.text, ":") && b.bullet != "" && b.bullet == leading.bullet {
		return goesOnFrom(leading, b)
	}
	if letter(b.number) {
		return leading.number != "" && !letter(leading.number)
	}
	return b.bullet != "" && b.bullet != leading.bullet && (indentOf(b) > indentOf(leading) || strings.HasSuffix(leading.text, ":")) && startsWithTask(adviceText(leading.text))
}

// goesOnFrom tells an item in lower case that is no task from those of the list, which begin in upper case.
func goesOnFrom(leading, b block) bool {
	return startsWithUpper(leading.text) && startsWithLower(b.text) && !startsWithTask(b.text)
}

// isNextPart tells the next item of a list within another, where its bullet, or its case, is that of the part before it.
func isNextPart(leading, part, b block) bool {
	if part.bullet == "" || b.bullet != part.bullet || indentOf(b) < indentOf(part) {
		return false
	}
	return b.bullet != leading.bullet || goesOnFrom(leading, b)
}

func isListed(b block) bool { return b.kind == item || b.kind == paragraph && startsWithTask(b.text) }

// labelledAdvice reads paragraphs that begin "Rekommendation 1: …", with whatever stands between them.
func (r *reader) labelledAdvice(blocks []block, i int) ([]advice, int) {
	var advices []advice
	last := i
	for j := i; j < len(blocks); j++ {
		b := blocks[j]
		if b.kind != heading && adviceLabel.MatchString(b.text) && len(b.text) > 30 {
			text := adviceText(b.text)
			advices = append(advices, advice{adviceNumber(b), text, r.given(text, r.graded()), b.line()})
			last = j
		}
	}
	return advices, last + 1
}

// inlineAdvices reads "… rekommenderar vi nämnden att upprätta …, att följa upp … samt att …".
func (r *reader) inlineAdvices(b block) []advice {
	var advices []advice
	for _, sentence := range sentencesOf(b.text) {
		if len(advices) > 0 && alsoDuty.MatchString(sentence) && r.beginsWithCommittee(sentence) {
			advices = append(advices, advice{"", sentence, r.given(sentence, advices[len(advices)-1].committees), b.line()})
			continue
		}
		m := inlineAdvice.FindStringSubmatch(sentence)
		if m == nil || earlierAdvice.MatchString(sentence) && !presentAdvice.MatchString(sentence) {
			continue
		}
		committees := r.introduced(sentence[:len(sentence)-len(m[2])])
		for _, part := range r.inlineParts(m[2]) {
			if startsWithTask(part) || len(advices) == 0 && len(part) > 20 || r.beginsWithCommittee(part) {
				advices = append(advices, advice{"", part, r.given(part, committees), b.line()})
			}
		}
	}
	return advices
}

// alsoDuty adds to what the sentence before it recommended: "Nämnden bör även …".
var alsoDuty = regexp.MustCompile(`^[\p{L}\s-]{2,80}\sbör\s(?:även|också|vidare|dessutom|därutöver)\s`)

// beginsWithCommittee tells "… rekommenderar vi att nämnden säkerställer …".
func (r *reader) beginsWithCommittee(text string) bool {
	mentions := r.register.in(text)
	return len(mentions) > 0 && mentions[0].start == 0
}

// dutyOpening is how a chapter of recommendations without bullets begins each: "Nämnden bör …".
var dutyOpening = regexp.MustCompile(`(?i)^(att\s+)?[\p{L}\s-]{0,60}(nämnd(en|erna)?|styrelsen)\s+(bör|behöver|rekommenderas)\s`)

var inlineBreak = regexp.MustCompile(`(?:[,;]?\s+(?:samt|och)\s+att|[,;]\s+(?:dels\s+)?att|[,;]\s+samt|;)\s+(\S+(?:\s+\S+)?)`)

// inlineParts divides a sentence's recommendations where a new task begins, or what another committee is to do.
func (r *reader) inlineParts(text string) []string {
	var parts []string
	start := 0
	for _, m := range inlineBreak.FindAllStringSubmatchIndex(text, -1) {
		if rest := text[m[2]:]; startsWithTask(rest) || r.beginsWithCommittee(rest) {
			parts = append(parts, adviceText(text[start:m[0]]))
			start = m[2]
		}
	}
	return append(parts, adviceText(text[start:]))
}
