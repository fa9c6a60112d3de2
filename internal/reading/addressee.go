package reading

import (
	"regexp"
	"slices"
	"strings"
)

var (
	dueSentence  = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(svar(et|en|a|as)?|yttrand\p{L}*|yttra\s+sig|besvara\p{L}*|synpunkter|återkoppl\p{L}*|inkomma|tillhanda)(?:$|[^\p{L}])`)
	dueWord      = regexp.MustCompile(`(?i)(?:senast|före|innan|till och med|t\.o\.m\.|svar(?:et)?\s+(?:önskas|emotses)\s+till)\s`)
	askedFrom    = regexp.MustCompile(`(?i)(hemställer|begärt|begär|begärs|begärts|önskar|önskas|emotser|emotses|vill\s(?:\S+\s){0,6}?ha|ser fram emot|vill inhämta|inhämtar|inhämtas|inhämtat|översänds?|överlämnas?|översänder|överlämnar|förväntar|efterfrågar|ska avge|ombeds).{0,120}(svar|yttrande|yttranden|yttra\s+sig|återkoppling|kommentarer|synpunkter)|(svar|yttrande|yttranden|återkoppling)\p{L}*\s.{0,80}(begärs?|önskas|emotses|lämnas|avges)|(revisionen|revisorerna|(?:^|\s)vi)\s+(vill|önskar|begär|ber)\s+att\s.{3,160}?\s(redovisar|inkommer|återkommer|svarar|besvarar|yttrar\s+sig)(?:\s|\.|$)`)
	recipient    = regexp.MustCompile(`(?i)^till\s?:?(?:\s+(\S.*))?$`)
	forKnowledge = regexp.MustCompile(`(?i)för kännedom|kopia`)
	toKnow       = regexp.MustCompile(`(?i)(får|erhåller|översänds|skickas|lämnas|tillställs)\s.{0,60}(för|till)\s+kännedom`)
	memoFor      = regexp.MustCompile(`(?i)(?:tjänsteskrivelse|tjänsteutlåtande)\s+till\s+(.+)$`)
	decides      = regexp.MustCompile(`(?i)^(.{3,60}?)\s+(beslutar|föreslås besluta|beslutade)`)
)

// byAuthority is in which order the documents' words count for what is asked: the auditors' letter first.
var byAuthority = []documentKind{coverLetter, report, memorandum, minutes, response, unknownDocument}

// readRequest takes what the auditors ask for: from whom, and by when.
func (r *reader) readRequest() {
	for _, kind := range byAuthority {
		for _, d := range r.documentsOf(kind) {
			r.readDue(d)
			r.readAddressees(d)
		}
	}
	for _, d := range r.documents {
		r.giveRegistryNumber(d)
	}
}

func (r *reader) documentsOf(kind documentKind) []document {
	var found []document
	for _, d := range r.documents {
		if d.kind == kind {
			found = append(found, d)
		}
	}
	return found
}

// readDue finds the date for the response. The first by authority stands; another date is told.
func (r *reader) readDue(d document) {
	for _, b := range d.blocks {
		for _, sentence := range sentencesOf(b.text) {
			stated, asked := r.dueStated(d, sentence)
			if !asked {
				continue
			}
			date, _ := dueDay(stated)
			switch {
			case date == nil && yearless.MatchString(stated):
				r.warn(warnDateIncomplete, b.line(), "the date for the response has no year here")
			case date == nil:
			case r.reading.ResponseDue == nil:
				r.reading.ResponseDue = date
			case *r.reading.ResponseDue != *date:
				r.warn(warnDatesDiffer, b.line(), "the date for the response is %s here", *date)
			}
		}
	}
}

// dueStated is what follows "senast" in a sentence in which the auditors ask for a response.
func (r *reader) dueStated(d document, sentence string) (stated string, asked bool) {
	at := dueWord.FindStringIndex(sentence)
	if at == nil && askedFrom.MatchString(sentence) {
		at = untilDay.FindStringIndex(sentence)
	}
	if at == nil || !dueSentence.MatchString(sentence) && !askedFrom.MatchString(sentence) || !r.ofAuditors(d, sentence) {
		return "", false
	}
	return sentence[at[1]:], true
}

var slashedDay = regexp.MustCompile(`^(?:den\s+)?(\d{1,2})/(\d{1,2})[\s,-]+(\d{4})`)

// compactDay is written without hyphens: "20240930".
var compactDay = regexp.MustCompile(`^(?:den\s+)?(20\d{2})(\d{2})(\d{2})(?:$|[\s.,;])`)

var withoutYear = regexp.MustCompile(`^(?i)(?:den\s+)?\d{1,2}(?::?e)?\s*(?:` + monthNames + `)(?:$|\.$|[,;]?\s+[^\s\d])`)

// dueDay is the first day in what follows "senast", also where it is written "30/9 2024", and its words.
func dueDay(stated string) (date *string, words string) {
	if m := slashedDay.FindStringSubmatch(stated); m != nil {
		return isoDay(m[3], m[2], m[1]), m[0]
	}
	if m := compactDay.FindStringSubmatch(stated); m != nil {
		return isoDay(m[1], m[2], m[3]), m[0]
	}
	if withoutYear.MatchString(stated) {
		return nil, "" // a date farther on is another
	}
	stated = " " + stated
	return firstDate(stated), strings.Trim(fullDate.FindString(stated), " .,;)(")
}

// untilDay is how a day is named in a sentence that asks for a response: "emotser svar till den 1 mars".
var untilDay = regexp.MustCompile(`(?i)\still\s+den\s`)

// ofAuditors tells the auditors' own date from others in the text: their letter's, or what a sentence says of them.
func (r *reader) ofAuditors(d document, sentence string) bool {
	return d.kind == coverLetter || auditorsWord.MatchString(sentence) || d.kind == report && askedFrom.MatchString(sentence)
}

var auditorsWord = regexp.MustCompile(`(?i)revis|granskning`)

var everyAudited = regexp.MustCompile(`(?i)(granskade|samtliga|respektive)\s+nämnd(er|erna)?(?:$|[^\p{L}])`)

// readAddressees takes those whom a document says are asked. The most who are named together are the list; a document of
// less authority adds none to it.
func (r *reader) readAddressees(d document) {
	if len(r.reading.Addressees) > 0 {
		return
	}
	var most, informed, telling []*entry
	for _, b := range d.blocks {
		for _, sentence := range sentencesOf(b.text) {
			known, acting := toActOn(sentence)
			if toKnow.MatchString(known) && !askedFrom.MatchString(sentence) {
				informed = append(informed, distinct(r.register.in(known))...)
			}
			if acting == "" && askedFrom.MatchString(sentence) {
				acting = sentence
			}
			if named := r.askedIn(d, acting); len(named) > len(most) {
				most = named
			}
			if d.kind == coverLetter && askedToTell.MatchString(sentence) {
				telling = append(telling, r.askedBefore(sentence)...)
			}
		}
	}
	asksInside := d.kind == report && len(most) == 0 && r.reading.ResponseDue != nil // its letter has not been told apart from it
	if named := without(r.recipients(d), informed); (d.kind == coverLetter || asksInside) && len(most) == 0 {
		most = named
	}
	for _, e := range telling {
		most = appendEntry(most, e)
	}
	if len(most) == 0 && (d.kind == memorandum || d.kind == response) {
		if owner := r.ownerOf(d); owner != nil {
			most = []*entry{owner} // who answers has been asked
		}
	}
	for _, e := range most {
		if e.name != "" {
			r.reading.Addressees = append(r.reading.Addressees, Addressee{Name: e.name})
		}
	}
}

// askedToTell is how a letter asks somebody beside those who are to respond: "Kommunstyrelsen ombeds att redovisa hur …".
var askedToTell = regexp.MustCompile(`(?i)\s(?:ombeds|anmodas|uppmanas)\s(?:även\s|också\s|vidare\s|därutöver\s|dessutom\s)?(?:att\s)?(?:[^.,]{0,60}\s)?(?:redovisa|redogöra|beskriva|ange|svara|besvara|inkomma|återkomma)\s`)

// askedBefore are those who such a sentence begins with.
func (r *reader) askedBefore(sentence string) []*entry {
	return distinct(r.register.in(sentence[:askedToTell.FindStringIndex(sentence)[0]]))
}

// askedIn are those whom the asking words name: by name, as all who were audited, or with all others that the letter goes to.
func (r *reader) askedIn(d document, words string) []*entry {
	named := distinct(r.register.in(words))
	switch {
	case len(named) == 0 && everyAudited.MatchString(words):
		return r.graded()
	case len(named) > 0 && theOthers.MatchString(words):
		asked := len(named)
		for _, e := range r.recipients(d) {
			named = appendEntry(named, e)
		}
		if len(named) > asked {
			return named
		}
		for _, e := range r.graded() { // the head does not tell who the others are
			named = appendEntry(named, e)
		}
	}
	return named
}

var (
	theOthers = regexp.MustCompile(`(?i)övriga\s+(?:berörda\s+|granskade\s+)?(?:nämnder|styrelser)`)
	forAction = regexp.MustCompile(`(?i)(?:^|\s)(?:översänds?|överlämnas?|skickas|lämnas)\s.{0,160}?((?:till|och)\s[^,.]{3,160}?\sför\s+(?:kännedom\s+och\s+)?(?:åtgärd|åtgärder|yttrande|svar)(?:$|[^\p{L}]))`)
	knowThen  = regexp.MustCompile(`(?i)för kännedom\s+(?:och|samt)\s+till\s`)
)

// toActOn divides "översänds till kommunstyrelsen för kännedom och till socialnämnden för åtgärder" into those who only get
// to know and those who are to act. Without such words all of the sentence is the first.
func toActOn(sentence string) (known, acting string) {
	m := forAction.FindStringSubmatchIndex(sentence)
	if m == nil {
		return sentence, ""
	}
	known, acting = sentence[:m[2]], sentence[m[2]:m[3]]
	if at := knowThen.FindStringIndex(acting); at != nil {
		known, acting = known+acting[:at[1]], acting[at[1]:]
	}
	return known, acting
}

// longestHead is more than the name of a recipient takes, and less than a letter's first full line.
const longestHead = 60

// recipients reads a letter's head: those after "Till", until those who only get to know. In a letter's head names that
// stand alone need no such word.
func (r *reader) recipients(d document) []*entry {
	var named []*entry
	inside := false
	headed := d.kind == coverLetter && !slices.ContainsFunc(coverLines(d), func(l line) bool { return recipient.MatchString(strings.TrimSpace(l.text)) })
	for _, l := range coverLines(d) {
		text := strings.Join(strings.Fields(l.text), " ")
		m := recipient.FindStringSubmatch(text)
		switch {
		case forKnowledge.MatchString(text), len(text) > 120, headed && len(text) > longestHead:
			inside, headed = false, false
		case m != nil:
			inside, text = true, m[1]
		case headed:
			inside = r.onlyCommittees(text) != nil
		case inside && r.onlyCommittees(text) == nil:
			inside = false
		}
		if inside {
			for _, m := range r.register.in(text) {
				named = appendEntry(named, m.entry)
			}
		}
	}
	return named
}

// giveRegistryNumber gives a committee's own document's number to that committee, where it is asked to respond.
func (r *reader) giveRegistryNumber(d document) {
	if d.kind != memorandum && d.kind != response && d.kind != minutes {
		return
	}
	number, owner := registryNumber(d), r.ownerOf(d)
	if number == nil || owner == nil {
		return
	}
	for i := range r.reading.Addressees {
		if r.reading.Addressees[i].Name == owner.name && r.reading.Addressees[i].RegistryNumber == nil {
			r.reading.Addressees[i].RegistryNumber = number
		}
	}
}

// ownerOf finds whose a memorandum, response or minutes is.
func (r *reader) ownerOf(d document) *entry {
	for i, l := range coverLines(d) {
		for _, pattern := range []*regexp.Regexp{memoFor, decides} {
			if m := pattern.FindStringSubmatch(strings.TrimSpace(l.text)); m != nil {
				if named := distinct(r.register.in(m[1])); len(named) == 1 {
					return named[0]
				}
			}
		}
		if named := distinct(r.register.in(l.text)); i < 6 && len(named) == 1 && len(l.text) < 60 {
			return named[0]
		}
	}
	return nil
}
