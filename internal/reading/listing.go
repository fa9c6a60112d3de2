package reading

import (
	"regexp"
	"slices"
	"strings"
)

var (
	listingTitle  = regexp.MustCompile(`förteckning.{0,40}(dokument|underlag|granskad)|granskade? (dokument|dokumentation|handlingar|underlag)|dokumentförteckning|källförteckning|dokumentlista|^(bilaga\s*\d*\s*[:.–-]?\s*)?(källor|dokument|underlag|källmaterial)$|granskat material|granskat underlag|erhållna? (dokument|underlag)`)
	trailingDate  = regexp.MustCompile(`(?i)(?:\s+|\s*[,(–-]\s*)\(?(?:KF\s+|KS\s+|kommunfullmäktige\s+|kommunstyrelsen\s+)?(?:daterad\s+|dat\.\s*|beslutad\s+|antagen\s+|fastställd\s+|reviderad\s+|senast reviderad\s+|senast uppdaterad\s+|upprättad\s+)?(?:den\s+)?(?:` + isoDate + `|` + wordDate + `)(?:,?\s*§\s*\d+)?\s*\)?\s*\.?$`)
	commonHeading = regexp.MustCompile(`(?i)kommunövergripande|kommungemensam|gemensam|hela kommunen|övergripande`)
)

// readDocuments takes the annex that lists what was examined, under its committees' headings: the last, for an entry of a
// table of contents may look like its heading.
func (r *reader) readDocuments() {
	for _, s := range slices.Backward(sections(r.report.blocks, listingTitle)) {
		if r.documentsAmong(s.body()) {
			return
		}
	}
	r.notFound("documents")
}

// interviewed is the head of those whom the auditors have spoken with, which stands beside the documents.
var interviewed = regexp.MustCompile(`(?i)intervjua|intervjuer|respondenter|^deltagare|personer|funktioner`)

// headsList tells the head of another list from an entry of a list without bullets.
func headsList(text string) bool {
	return interviewed.MatchString(text) || listingTitle.MatchString(strings.ToLower(text))
}

// documentsAmong takes the items; in a list without bullets, its short lines.
func (r *reader) documentsAmong(blocks []block) bool {
	var owner *entry
	bulleted, people := false, false
	for _, b := range blocks {
		bulleted = bulleted || b.kind == item || b.kind == row
	}
	for _, b := range blocks {
		if b.kind == paragraph && isDateOnly(b.text) {
			break // the report's own date, above its signatures
		}
		if b.kind == heading || b.kind == paragraph && (bulleted || headsList(b.text)) {
			people = interviewed.MatchString(b.text)
		}
		if people {
			continue
		}
		if b.kind == row {
			r.addDocumentRow(b, owner)
			continue
		}
		if b.kind != item {
			if only := r.onlyCommittees(b.text); len(only) == 1 {
				owner = only[0]
				r.use(owner)
			} else if b.kind == heading || commonHeading.MatchString(b.text) && len(b.text) < 60 {
				owner = nil
			} else if !headsList(b.text) && len(b.text) < 200 && (firstDate(b.text) != nil || !bulleted && !endsSentence(b.text)) {
				r.addDocument(b.text, owner)
			}
			continue
		}
		r.addDocument(b.text, owner)
	}
	return len(r.reading.Documents) > 0
}

func (r *reader) addDocumentRow(b block, owner *entry) {
	cells := filled(b.cells)
	if len(cells) == 2 && isDateOnly(cells[1]) {
		r.reading.Documents = append(r.reading.Documents, Document{cells[0], firstDate(cells[1]), refOrNull(owner)})
	}
}

// addDocument divides a line into title and date. The date ends the line, bare or in parentheses.
func (r *reader) addDocument(text string, owner *entry) {
	document := Document{Title: strings.TrimSpace(listEnd.ReplaceAllString(text, "")), Committee: refOrNull(owner)}
	if at := trailingDate.FindStringIndex(document.Title); at != nil {
		document.Date = firstDate(" " + document.Title[at[0]:])
		if document.Date != nil {
			document.Title = strings.TrimRight(document.Title[:at[0]], " ,(")
		}
	}
	if document.Title != "" {
		r.reading.Documents = append(r.reading.Documents, document)
	}
}

func refOrNull(e *entry) *string {
	if e == nil {
		return nil
	}
	return pointer(e.ref())
}
