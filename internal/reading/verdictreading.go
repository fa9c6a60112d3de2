package reading

import (
	"regexp"
	"slices"
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
