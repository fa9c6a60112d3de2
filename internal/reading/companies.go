package reading

import (
	"regexp"
	"slices"
	"strings"
)

// Several companies may be audited together, by their own auditors: each is then an audited body by its own name.

// ofLaymen is a sentence in which companies' own auditors, or a municipality's, say that they have had an audit made.
func ofLaymen(sentence string) bool {
	return laymenWord.MatchString(sentence) && havingMade.MatchString(sentence) && !ofMunicipality.MatchString(sentence)
}

var laymenWord = regexp.MustCompile(`(?i)lekmannarevisor`)

// auditedCompanies are those that laymen had audited together, where the report's commission names no committee.
func (r *reader) auditedCompanies() []*entry {
	var names []string
	for _, sentence := range r.reportSentences() {
		if !ofLaymen(sentence) {
			continue
		}
		for _, found := range companiesIn(sentence) {
			names = appendSpelling(names, found)
		}
	}
	if len(names) < 2 || len(r.namedIn(isCommission)) > 0 || slices.ContainsFunc(names, r.register.hasDirectorate) {
		return nil
	}
	var companies []*entry
	for _, name := range names {
		companies = append(companies, r.register.addNamed(r.usualSpelling(name)))
	}
	return companies
}

// companiesAlone tells an audit of several companies and nobody else.
func (r *reader) companiesAlone() bool {
	return len(r.audited) > 1 && !slices.ContainsFunc(r.audited, func(e *entry) bool { return e.called == nil })
}

// appendSpelling adds a company's name, unless it is one of those with a space more or less.
func appendSpelling(names []string, name string) []string {
	if slices.ContainsFunc(names, func(known string) bool { return spaceless(known) == spaceless(name) }) {
		return names
	}
	return appendCompany(names, name)
}

func spaceless(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, " ", ""))
}

// usualSpelling is how the report mostly writes a company's name: "Storåns hem AB" may be Storånshem AB.
func (r *reader) usualSpelling(name string) string {
	best, most := name, 0
	for _, sentence := range r.reportSentences() {
		for _, found := range companiesIn(sentence) {
			if spaceless(found) != spaceless(name) {
				continue
			}
			if written := r.timesWritten(found); written > most || written == most && len(found) < len(best) {
				best, most = found, written
			}
		}
	}
	return best
}

func (r *reader) timesWritten(words string) int {
	times := 0
	for _, b := range r.report.blocks {
		times += strings.Count(b.text, words)
	}
	return times
}

// addNamed lets the register know a company by its name alone: "bolaget" may be any of several.
func (r *register) addNamed(name string) *entry {
	spelled := strings.ReplaceAll(regexp.QuoteMeta(name), " ", `\s?`)
	called := `(?:^|[^\p{L}-])((?:[Ss]tyrelsen\s+(?:för|i)\s+)?` + spelled + `(?::?s(?:\s+styrelse)?)?)(?:$|[^\p{L}-])`
	e := &entry{key: strings.ToLower(name), name: name, called: regexp.MustCompile(called)}
	r.entries = append(r.entries, e)
	return e
}
