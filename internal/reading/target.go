package reading

import (
	"regexp"
	"slices"
	"strings"
)

// introduced reads whom an introduction gives its recommendations to: those it addresses by name, and all where it says
// "samtliga nämnder" or names nobody.
func (r *reader) introduced(text string) []*entry {
	named := distinct(addressedIn(text, r.register.in(text)))
	if len(named) == 0 && toOthers.MatchString(text) && !(r.companiesAlone() && toBoards.MatchString(text)) {
		return nil
	}
	if len(named) == 0 && toNämnder.MatchString(text) && r.advisesBoardApart() {
		if only := entriesOf(r.graded(), "nämnd"); len(only) > 0 {
			return only
		}
	}
	if len(named) == 0 {
		return r.graded()
	}
	if !everyAudited.MatchString(text) && !boardAndRest.MatchString(text) {
		return named
	}
	everyone := slices.Clone(r.graded())
	for _, e := range named {
		everyone = appendEntry(everyone, e)
	}
	return everyone
}

// boardAndRest is the executive with all others, who are not named: "kommunstyrelsen och nämnderna".
var boardAndRest = regexp.MustCompile(`(?i)styrelsen\s+(?:och|samt)\s+(?:de\s+)?(?:granskade\s+|övriga\s+)?nämnderna(?:$|[^\p{L}])`)

// toNämnder addresses the committees as such; they are not the executive where the report addresses that too.
var toNämnder = regexp.MustCompile(`(?i)rekommender(?:ar|as)\s+(?:vi\s+)?(?:de\s+granskade\s+)?nämnderna(?:$|[^\p{L}])`)

// toBoards addresses all companies, where no others are audited: "bolagens styrelser".
var toBoards = regexp.MustCompile(`(?i)\s(?:bolagens\s+styrelser|bolagsstyrelserna|bolagen)(?:$|[^\p{L}])`)

// advisesBoardApart tells whether the report addresses an executive by name too. It is asked of each introduction, and found
// out once.
func (r *reader) advisesBoardApart() bool {
	if r.boardApart == nil {
		apart := slices.ContainsFunc(r.adviseds(), func(e *entry) bool { return strings.Contains(strings.ToLower(e.name), "styrelse") })
		r.boardApart = &apart
	}
	return *r.boardApart
}

// toOthers is an introduction that addresses somebody who is no committee.
var toOthers = regexp.MustCompile(`(?i)(rekommender(ar|as)(\s+(vi|därför|även|också|revisionen|revisorerna))*|rekommendation(er)?\s+till)\s+((\p{L}+\s+){0,2}(bolage[nt]s?|bolagens?|stiftelsen|kommunfullmäktige|fullmäktige|lekmannarevisorerna|vd)\b|styrelsen\s+(för|i)\s|\p{L}{3,}styrelsen\b)|(^|\s)\p{L}{3,}styrelsen\s+rekommenderas\b`)

// given reads whom one recommendation of a list is given to: those it begins with, else those of the list. Others that it
// names are only spoken of.
func (r *reader) given(text string, inherited []*entry) []*entry {
	if m := givenTo.FindStringSubmatch(text); m != nil {
		if only := r.onlyCommittees(m[1]); only != nil {
			return only
		}
	}
	if otherBodyFirst.MatchString(text) {
		return nil
	}
	mentions := r.register.in(text)
	if len(mentions) == 0 || !addressed.MatchString(text[:mentions[0].start]) {
		return inherited
	}
	named := mentions[:1]
	for _, next := range mentions[1:] {
		if !enumerates.MatchString(text[named[len(named)-1].end:next.start]) {
			break
		}
		named = append(named, next)
	}
	return distinct(named)
}

// companyName is a company's name, with a space after each of its words.
const companyName = `(?:\p{Lu}[\p{L}&-]*\s){1,5}AB`

// otherBodyFirst begins a recommendation to a company or its board: "Styrelsen för Lillåns Energi AB bör …".
var otherBodyFirst = regexp.MustCompile(`^(?:[Ss]tyrelsen\s+(?:för|i)\s+` + companyName + `|[Bb]olagets?(?:\s+styrelse)?|` + companyName + `)\s+(?:bör|behöver|ska|måste|rekommenderas)\s`)

// givenTo is how a recommendation ends that says whom it is for: "(socialnämnden)".
var givenTo = regexp.MustCompile(`\(([^()]{2,120})\)\s*\.?$`)

// addressedIn leaves out the committees that an introduction only speaks of: in the genitive, or before the word itself.
func addressedIn(text string, mentions []mention) []mention {
	word := strings.Index(strings.ToLower(text), "rekommend")
	var after, plain []mention
	for _, m := range mentions {
		if written := text[m.start:m.end]; strings.HasSuffix(written, "s") && written != m.abbreviation {
			continue
		}
		plain = append(plain, m)
		if word >= 0 && m.start > word {
			after = append(after, m)
		}
	}
	if len(after) > 0 {
		return after
	}
	return plain
}

var (
	addressed  = regexp.MustCompile(`(?i)^\s*((att|till|för|vi rekommenderar|rekommendation till)\s+)?$`)
	enumerates = regexp.MustCompile(`(?i)^\s*(,|och|samt|respektive|,\s*och)\s*$`)
)

// committeesAbove are those whose name heads a list without introduction, else all.
func (r *reader) committeesAbove(blocks []block, i int) []*entry {
	if i > 0 {
		if only := r.onlyCommittees(blocks[i-1].text); only != nil {
			return only
		}
		if blocks[i-1].kind != item && otherBody.MatchString(blocks[i-1].text) {
			return nil
		}
	}
	return r.graded()
}

// otherBody is the name of somebody who is no committee.
var otherBody = regexp.MustCompile(`^(?:Till\s+)?(?:\p{L}[\p{L}&-]*\s){0,6}(?:AB|[Bb]olaget|[Ss]tiftelsen|[Kk]ommunfullmäktige|[Ff]ullmäktige)\s*:?$`)

// onlyCommittees reads a line that names whom the following goes for and nothing else.
func (r *reader) onlyCommittees(text string) []*entry {
	mentions := r.register.in(text)
	if len(mentions) == 0 {
		return nil
	}
	rest := text
	for i := len(mentions) - 1; i >= 0; i-- {
		if mentions[i].end <= len(rest) {
			rest = rest[:mentions[i].start] + rest[mentions[i].end:]
		}
	}
	if notOnly.ReplaceAllString(strings.ToLower(rest), "") != "" {
		return nil
	}
	return distinct(mentions)
}

var notOnly = regexp.MustCompile(`till|rekommendation(er)?|rekommenderas|rekommenderar|bör|behöver|att|och|samt|vi|för|[\s:.,()]`)

// forEveryone is a line that says that the following goes for all.
var forEveryone = regexp.MustCompile(`(?i)^(?:till\s+|för\s+)?(?:båda|bägge|samtliga|alla)\s+(?:de\s+)?(?:granskade\s+|berörda\s+)?nämnder(?:na)?(?:\s+och\s+styrelser(?:na)?)?\s*:?$`)
