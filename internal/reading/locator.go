package reading

import (
	"fmt"
	"slices"
	"strings"
)

// mostPlaces is in how many places a value is shown: who wants to see where it stands does not look at more.
const mostPlaces = 10

// locator tells where the values of a reading stand. Where the reader remembers a value's line, its words are looked for
// there; else wherever they stand in the same order. What is not found has no place.
type locator struct {
	*reader
	files   []*searched
	extents map[*line]span // by the first line of a block
	found   []SourcePlace
}

func newLocator(r *reader, texts []extract) *locator {
	l := &locator{reader: r, extents: map[*line]span{}, found: []SourcePlace{}}
	for i, text := range texts {
		l.files = append(l.files, searchedText(i, text))
	}
	for i, d := range r.documents {
		for k := range d.blocks {
			next := len(l.files[d.file].lines)
			if k+1 < len(d.blocks) {
				next = indexOf(d.blocks[k+1].line())
			} else if i+1 < len(r.documents) && r.documents[i+1].file == d.file {
				next = indexOf(r.documents[i+1].blocks[0].line())
			}
			l.extents[&d.blocks[k].lines[0]] = l.extent(d.file, d.blocks[k], next)
		}
	}
	return l
}

// indexOf is a line's place in its file, counted from 0.
func indexOf(number int) int {
	if own := lineInFile(number); own >= withoutLines {
		return own - withoutLines
	}
	return lineInFile(number) - 1
}

// extent is a block's lines. One that knows of a single line may be a row of a table laid out with spaces, which goes on to
// where the next block begins.
func (l *locator) extent(file int, b block, next int) span {
	first, last := indexOf(b.line()), indexOf(b.lines[len(b.lines)-1].number)
	if len(b.lines) > 1 { // from one column to the next it goes upwards
		return span{file, min(first, last), max(first, last) + 1}
	}
	for next > last+1 && len(l.files[file].lines[next-1]) == 0 {
		next--
	}
	return span{file, first, max(next, last+1)}
}

func (l *locator) of(b block) span { return l.extents[&b.lines[0]] }

// places goes through the values in the reading's order.
func (l *locator) places() []SourcePlace {
	l.locateCover()
	l.locateCommittees()
	l.locateAddressees()
	l.locateTexts()
	l.locateGrades()
	l.locateCriteria()
	l.locateDocuments()
	return l.found
}

func (l *locator) add(pointer string, places ...span) {
	var given []span
	for _, p := range places {
		if len(given) == mostPlaces {
			return
		}
		if slices.ContainsFunc(given, p.holds) || slices.ContainsFunc(given, func(g span) bool { return g.holds(p) }) {
			continue
		}
		given = append(given, p)
		l.found = append(l.found, SourcePlace{pointer, p.file, p.from, p.to - p.from})
	}
}

// within gives where a block holds some words.
func (l *locator) within(b block, words string) []span {
	place := l.of(b)
	return l.files[place.file].find(words, place)
}

// everywhere gives where words stand: first in the report, then in the rest.
func (l *locator) everywhere(words string) []span {
	blocks := l.report.blocks
	own := span{l.report.file, l.of(blocks[0]).from, l.of(blocks[len(blocks)-1]).to}
	found := l.files[own.file].find(words, own)
	for _, file := range l.files {
		for _, place := range file.find(words, file.all()) {
			if !own.holds(place) {
				found = append(found, place)
			}
		}
	}
	return found
}

// locateCover follows the rules by which the cover's values are read.
func (l *locator) locateCover() {
	if title := l.reading.Title; title != nil {
		l.add("/title", l.everywhere(*title)...)
	}
	l.locateFirm()
	l.locateCommissioner()
	if date := l.reading.ReportDate; date != nil {
		l.add("/reportDate", l.linesOf(l.report, func(text string) bool {
			own := ownDate(text)
			return own != nil && *own == *date
		})...)
	}
	l.locateDue()
	if number := l.reading.RegistryNumber; number != nil {
		for _, d := range l.documents {
			if d.kind != memorandum && d.kind != response && d.kind != minutes {
				l.add("/registryNumber", l.linesOf(d, func(text string) bool { return strings.Contains(text, *number) })...)
			}
		}
	}
}

// linesOf gives a document's single lines that are wanted.
func (l *locator) linesOf(d document, wanted func(text string) bool) []span {
	var found []span
	for _, b := range d.blocks {
		for _, held := range b.lines {
			if at := indexOf(held.number); wanted(strings.TrimSpace(held.text)) {
				found = append(found, span{d.file, at, at + 1})
			}
		}
	}
	return found
}

func (l *locator) locateFirm() {
	if l.reading.Firm == nil {
		return
	}
	firm := *l.reading.Firm
	var found []span
	for _, b := range l.report.blocks {
		for _, m := range firms.FindAllStringSubmatch(b.text, -1) {
			if firmName(m[1]) == firm {
				found = append(found, l.within(b, m[1])...)
			}
		}
		if m := ownOffice.FindString(b.text); m != "" && firmName(m) == firm {
			found = append(found, l.within(b, m)...)
		}
		if m := commissionBy.FindStringSubmatch(b.text); m != nil && m[1] == firm {
			found = append(found, l.within(b, firm)...)
		}
	}
	l.add("/firm", found...)
}

func (l *locator) locateCommissioner() {
	if l.reading.CommissionedBy == nil {
		return
	}
	auditors := *l.reading.CommissionedBy
	found := l.linesOf(l.report, func(text string) bool {
		m := coverAuditors.FindStringSubmatch(text)
		return m != nil && m[1] == auditors
	})
	for _, b := range l.report.blocks {
		for _, m := range append(commissioner.FindAllStringSubmatch(b.text, -1), commissioning.FindAllStringSubmatch(b.text, -1)...) {
			if m[1] == auditors {
				found = append(found, l.within(b, auditors)...)
			}
		}
	}
	if len(found) == 0 {
		found = l.everywhere(auditors)
	}
	l.add("/commissionedBy", found...)
}

func (l *locator) locateDue() {
	if l.reading.ResponseDue == nil {
		return
	}
	var found []span
	for _, kind := range byAuthority {
		for _, d := range l.documentsOf(kind) {
			for _, b := range d.blocks {
				for _, sentence := range sentencesOf(b.text) {
					if date, words := l.dueIn(d, sentence); date != nil && *date == *l.reading.ResponseDue {
						found = append(found, l.within(b, words)...)
					}
				}
			}
		}
	}
	l.add("/responseDue", found...)
}

// dueIn gives the date for the response that a sentence states, and in which words.
func (l *locator) dueIn(d document, sentence string) (date *string, words string) {
	stated, asked := l.dueStated(d, sentence)
	if !asked {
		return nil, ""
	}
	return dueDay(stated)
}

// locateCommittees shows each committee where the report first names it.
func (l *locator) locateCommittees() {
	for i, e := range l.audited {
		l.add(fmt.Sprintf("/committees/%d", i), l.named(l.report.blocks, e)...)
	}
}

// named gives where some blocks name a committee, however it is spelled there.
func (l *locator) named(blocks []block, e *entry) []span {
	var found []span
	for _, b := range blocks {
		if len(found) >= mostPlaces {
			break
		}
		text := b.text
		if b.kind == row {
			text = strings.Join(b.cells, "\t")
		}
		for _, m := range l.register.in(text) {
			if m.entry == e && len(found) < mostPlaces && !m.onlyCalled(text) {
				found = append(found, l.within(b, text[m.start:m.end])...)
			}
		}
	}
	return found
}

// locateAddressees shows who is asked where a sentence asks them or a letter is addressed to them; else where the head of
// their own paper names them.
func (l *locator) locateAddressees() {
	var asking, heads []block
	for _, kind := range byAuthority {
		for _, d := range l.documentsOf(kind) {
			for k, b := range d.blocks {
				inHead := d.kind != report && k < coverSize && len(b.text) < 120
				switch {
				case askedFrom.MatchString(b.text), inHead && d.kind == coverLetter && l.onlyCommittees(b.text) != nil:
					asking = append(asking, b)
				case inHead:
					heads = append(heads, b)
				}
			}
		}
	}
	for i, addressee := range l.reading.Addressees {
		at := slices.IndexFunc(l.register.entries, func(e *entry) bool { return e.name == addressee.Name })
		if at < 0 {
			continue
		}
		found := l.named(asking, l.register.entries[at])
		if len(found) == 0 {
			found = l.named(heads, l.register.entries[at])
		}
		l.add(fmt.Sprintf("/addressees/%d", i), found...)
	}
}
