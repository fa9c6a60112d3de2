package reading

import (
	"regexp"
	"slices"
	"strings"
)

// A municipality's company, foundation or association may be audited alone. It is then the audited body, by its own name:
// its board answers, and "styrelsen" and "bolaget" are nobody else's. One that is audited beside committees is none of them.

var (
	companyEnd     = regexp.MustCompile(`(?:^|\s)(AB|Aktiebolag)(?::?s)?(?:$|[^\p{L}])`)
	foundation     = regexp.MustCompile(`(?:^|[^\p{L}])((?:Stiftelsen|Kommunalförbundet|\p{Lu}\p{L}*förbundet)(?:\s\p{Lu}[\p{L}-]*){1,4})`)
	laymen         = regexp.MustCompile(`(?i)lekmannarevisor(?:n|erna|er|s)?\s+(?:i|för|hos)\s`)
	ofBoard        = regexp.MustCompile(`(?i)(?:om|huruvida|att)\s+(?:bolaget|bolagets\s|stiftelsen|stiftelsens\s|förbundet|förbundets\s|styrelsen(?:s)?\s)`)
	notInName      = regexp.MustCompile(`(?i)^(?:av|i|för|hos|till|om|att|från|med|har|på|som|är|vid|samt|inom|ab|(?:dotter|moder)?bolage[nt]s?|\p{L}*styrelsens?|\p{L}*nämndens?|\p{L}*revisor\p{L}*|granska\p{L}*|granskning\p{L}*|\p{L}*kommun(?:en|ens|s)?|region(?:en|ens)?|även|också|därför)$`)
	longestCompany = 5 // words before "AB"
)

// auditedCompany finds the one company that the report says is audited, where neither its purpose nor its commission names a
// committee.
func (r *reader) auditedCompany() *entry {
	name, byLaymen := r.companyNamed()
	if name == "" || r.register.hasDirectorate(name) || len(r.namedIn(isCommission)) > 0 {
		return nil
	}
	asksOfBoard := slices.ContainsFunc(r.reportSentences(), func(sentence string) bool {
		return purpose.MatchString(sentence) && (ofBoard.MatchString(sentence) || strings.Contains(sentence, name))
	})
	if !byLaymen && (!asksOfBoard || len(r.adviseds()) > 0) {
		return nil
	}
	return r.register.addCompany(name)
}

// companyNamed is the only company that the report names where it says what was audited, and whether its own auditors had
// it audited.
func (r *reader) companyNamed() (name string, byLaymen bool) {
	var names []string
	for _, sentence := range r.reportSentences() {
		at := laymenHaving(sentence)
		if at == nil && !purpose.MatchString(sentence) && !isCommission(sentence) && !examines.MatchString(sentence) {
			continue
		}
		for _, found := range companiesIn(sentence) {
			names = appendCompany(names, found)
			byLaymen = byLaymen || at != nil && strings.HasPrefix(sentence[at[1]:], found)
		}
	}
	if len(names) != 1 {
		return "", false
	}
	return names[0], byLaymen
}

// laymenHaving finds where a sentence names a company's own auditors, where they alone had the audit made.
func laymenHaving(sentence string) []int {
	if !havingMade.MatchString(sentence) || ofMunicipality.MatchString(sentence) {
		return nil
	}
	return laymen.FindStringIndex(sentence)
}

var (
	havingMade     = regexp.MustCompile(`(?i)uppdrag|har\s+(?:gett|givit|låtit|beslutat|granskat)\s|^(?:för\s+)?lekmannarevisor`)
	ofMunicipality = regexp.MustCompile(`(?i)(?:^|\s)revisorerna\s+i\s|(?:kommuns|stads|kommunens|stadens)\s+(?:\p{L}+\s+)?revisorer|kommunrevision`)
)

// laymenOfCompany are the auditors of the companies that are audited alone.
func (r *reader) laymenOfCompany() *string {
	for _, sentence := range r.reportSentences() {
		at := laymen.FindStringIndex(sentence)
		if at == nil {
			continue
		}
		if length := r.companiesNamedFirst(sentence[at[1]:]); length > 0 {
			return pointer(sentence[at[0] : at[1]+length])
		}
	}
	return nil
}

// companiesNamedFirst is how much of a text the audited companies take that it begins with: "A AB och B AB".
func (r *reader) companiesNamedFirst(text string) int {
	length, rest := 0, text
	for rest != "" {
		at := slices.IndexFunc(r.audited, func(e *entry) bool { return e.called != nil && strings.HasPrefix(rest, e.name) })
		if at < 0 {
			break
		}
		rest = rest[len(r.audited[at].name):]
		length = len(text) - len(rest)
		rest = rest[len(betweenNames.FindString(rest)):]
	}
	return length
}

var betweenNames = regexp.MustCompile(`^(?:,\s+|\s+(?:och|samt)\s+)`)

// adviseds are the committees that the report recommends something.
func (r *reader) adviseds() []*entry {
	return r.namedIn(func(sentence string) bool {
		return advises.MatchString(sentence) && !earlierAdvice.MatchString(sentence)
	})
}

func (r *reader) reportSentences() []string {
	var sentences []string
	for _, b := range r.report.blocks {
		if b.kind != row {
			sentences = append(sentences, sentencesOf(b.text)...)
		}
	}
	return sentences
}

// appendCompany adds a name, unless it ends another: "Även Storåns Hamn AB" is the same.
func appendCompany(names []string, name string) []string {
	for i, known := range names {
		switch {
		case strings.HasSuffix(known, name):
			names[i] = name
			return names
		case strings.HasSuffix(name, known):
			return names
		}
	}
	return append(names, name)
}

// companiesIn gives the names of companies, foundations and associations in a sentence; the firms that audit are none.
func companiesIn(sentence string) []string {
	var names []string
	for _, m := range companyEnd.FindAllStringSubmatchIndex(sentence, -1) {
		if name := companyBefore(sentence[:m[2]]); name != "" {
			name += " " + sentence[m[2]:m[3]]
			if !firms.MatchString(name) {
				names = append(names, name)
			}
		}
	}
	for _, m := range foundation.FindAllStringSubmatch(sentence, -1) {
		names = append(names, strings.TrimSuffix(m[1], ":s"))
	}
	return names
}

// companyBefore is the name that ends a text: back to its first word with a capital letter, over none that no name has.
func companyBefore(text string) string {
	words := strings.Fields(text)
	first := len(words)
	for i := len(words) - 1; i >= max(0, len(words)-longestCompany); i-- {
		if notInName.MatchString(words[i]) || strings.ContainsAny(words[i], ".,:;()?!") {
			break
		}
		if startsWithUpper(words[i]) {
			first = i
		}
	}
	if namesPlaceLast(words, first) {
		first -= 2
	}
	return strings.Join(words[first:], " ")
}

// namesPlaceLast tells a name that ends in where the company is: "Matlaget i Lillån AB", within a sentence.
func namesPlaceLast(words []string, first int) bool {
	if first != len(words)-1 || first < 3 || words[first-1] != "i" {
		return false
	}
	own := words[first-2]
	return startsWithUpper(own) && !notInName.MatchString(own) && !strings.ContainsAny(own, ".,:;()?!")
}

// hasDirectorate tells an association whose own body is named: that is the audited one.
func (r *register) hasDirectorate(name string) bool {
	return strings.Contains(name, "förbundet") && slices.ContainsFunc(r.entries, func(e *entry) bool {
		return e.key == "direktion" || strings.HasPrefix(e.key, "förbunds")
	})
}

// onlyCalled tells where a company is meant and its name does not stand: "styrelsen".
func (m mention) onlyCalled(text string) bool {
	return m.called != nil && !strings.Contains(text[m.start:m.end], m.name)
}

// addCompany lets the register know a company by its name and by what a report on it alone calls it.
func (r *register) addCompany(name string) *entry {
	called := `(?i)(?:^|[^\p{L}-])((?:(?:styrelsen|verkställande\s+direktören|vd)\s+(?:för|i)\s+)?(?:` + regexp.QuoteMeta(name) + `(?::?s)?|bolaget|stiftelsen|förbundet)|(?:bolagets|stiftelsens|förbundets)(?:\s+styrelse)?|bolagsstyrelsens?|styrelsens?)(?:$|[^\p{L}-])`
	e := &entry{key: strings.ToLower(name), name: name, called: regexp.MustCompile(called)}
	r.entries = append(r.entries, e)
	return e
}
