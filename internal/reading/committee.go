package reading

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// entry is one committee, however its name is spelled.
type entry struct {
	key          string // lower case, without spaces, hyphens and endings
	name         string // as an official would write it
	abbreviation string // where the report uses one
	word         *regexp.Regexp
	called       *regexp.Regexp // of a company: what else it is called
	first        int            // byte offset of its first mention in all text
}

func (e *entry) abbreviate(abbreviation string) {
	e.abbreviation, e.word = abbreviation, wholeWord(abbreviation)
}

// ref is what the rest of a reading calls the committee.
func (e *entry) ref() string {
	if e.abbreviation != "" {
		return e.abbreviation
	}
	return e.name
}

// register knows every committee that the files name.
type register struct {
	entries []*entry
	byKey   map[string]*entry
}

// mention is a committee's name in a text, by byte offsets.
type mention struct {
	*entry
	start, end int
}

// boards are what an elected board is of, beside the state's and companies' boards: länsstyrelsen, bolagsstyrelsen.
const boards = `kommun|stads|region|landstings|förbunds|sjukvårds|sjukhus|primärvårds|tandvårds|patient|vård|omsorgs|äldre|barn|utbildnings|bildnings|kultur|fritids|service|fastighets|trafik|kollektivtrafik|teknik|miljö|samhällsbyggnads|utvecklings`

var (
	committeeWord = regexp.MustCompile(`(?i)[\p{L}-]*\p{L}-?nämn?d(?:ens|en|s)?(?:$|[^\p{L}-])|(?:` + boards + `)-?styrelsens?(?:$|[^\p{L}-])|(?:förbunds)?direktionens?(?:$|[^\p{L}-])`)
	firstParts    = regexp.MustCompile(`(?i)(?:^|[^\p{L}-])((?:\p{L}+-,?\s+)*(?:\p{L}+-|(?:plan|barn|vård|kultur|miljö|bygg|social|utbildnings|stads|trafik|park|natur|arbetsmarknads|äldre|ungdoms|skol|fritids|hälso|omsorgs|teknik|fastighets|samhälls|service|gymnasie|idrotts|individ|familje))\s*(?:och|&|samt)\s+)$`)
	adjectives    = regexp.MustCompile(`(?i)(?:^|[^\p{L}-])((?:tekniska|sociala|humanistiska|gemensamma)\s+)$`)
	districts     = regexp.MustCompile(`(?:^|[^\p{L}-])((?:(?:Norra|Södra|Östra|Västra)\s+)?\p{Lu}\p{L}+(?:-\s?\p{Lu}\p{L}+)*\s+)$`)
	notDistrict   = regexp.MustCompile(`^(?:Varje|Den|Denna|En|Respektive|Berörd|Granskad|Till|För|Av)\s`)
	bareNämnd     = regexp.MustCompile(`(?i)(?:^|[^\p{L}-])((?:tekniska|sociala|humanistiska)\s+nämnd(?:ens|en|s)?)(?:$|[^\p{L}-])`)
	nämndFor      = regexp.MustCompile(`(?i)(?:^|[^\p{L}-])(nämnden\s+för\s+(?:arbetsmarknad|funktionshinder|funktionsstöd|vård|hälsa|hälso|kultur|utbildning|teknik|miljö|samhälls|barn|social|äldre|familj|individ|omsorg|intern|livslångt|stöd)[\p{L}-]*(?:\s+och\s+\p{L}+)?)`)
	otherBodies   = regexp.MustCompile(`^(?:fack|hyres|arrende|ansvars|kärn|huvud|drift|olycks|skatte|valpröv|gransknings|revisions|del|läns|fackl)nämnd`)
	endings       = regexp.MustCompile(`(nämnd|styrels|direktion)(?:ens|en|es|e|s)?$`)
)

// committeeSpans finds where committees are named in a text, spelled as they are.
func committeeSpans(text string) [][2]int {
	if lower := strings.ToLower(text); !strings.Contains(lower, "nämnd") && !strings.Contains(lower, "nämd") && !strings.Contains(lower, "styrelse") && !strings.Contains(lower, "direktion") {
		return nil
	}
	var spans [][2]int
	for _, m := range committeeWord.FindAllStringIndex(text, -1) {
		start, end := m[0], m[1]
		if r, size := utf8.DecodeLastRuneInString(text[start:end]); !unicode.IsLetter(r) {
			end -= size
		}
		before := text[max(0, start-90):start]
		for i := 0; i < len(before) && !utf8.RuneStart(before[i]); i++ {
			before = before[i+1:]
		}
		if parts := firstParts.FindStringSubmatch(before); parts != nil {
			start -= len(parts[1])
		} else if place := districts.FindStringSubmatch(before); place != nil && isBareDistrict(text[start:end]) && !notDistrict.MatchString(place[1]) {
			start -= len(place[1])
		} else if parts := adjectives.FindStringSubmatch(before); parts != nil {
			start -= len(parts[1])
		}
		spans = append(spans, [2]int{start, end})
	}
	for _, pattern := range []*regexp.Regexp{bareNämnd, nämndFor} {
		for _, m := range pattern.FindAllStringSubmatchIndex(text, -1) {
			spans = append(spans, [2]int{m[2], m[3]})
		}
	}
	slices.SortFunc(spans, func(a, b [2]int) int { return a[0] - b[0] })
	return spans
}

// longestName is of how many bytes a committee's name is at most.
const longestName = 160

// isCommitteeName tells a text that is one committee's name and no more.
func isCommitteeName(text string) bool {
	if len(text) > longestName {
		return false
	}
	spans := committeeSpans(text)
	return len(spans) == 1 && spans[0] == [2]int{0, len(text)}
}

// committeeKey is a name without what differs between its spellings.
func committeeKey(name string) string {
	key := strings.NewReplacer(" ", "", "-", "", "&", "och", "samt", "och", ",", "", "nämd", "nämnd").Replace(strings.ToLower(name))
	return endings.ReplaceAllString(key, "$1")
}

// newRegister gathers the committees of all texts. Spellings that differ by a letter or two are typing errors of the one
// that is more common.
func newRegister(texts []string) *register {
	counts, spellings, firsts := map[string]int{}, map[string]map[string]int{}, map[string]int{}
	offset := 0
	for _, text := range texts {
		for _, span := range committeeSpans(text) {
			spelled := strings.Join(strings.Fields(text[span[0]:span[1]]), " ")
			key := committeeKey(spelled)
			if otherBodies.MatchString(key) {
				continue
			}
			if counts[key] == 0 {
				spellings[key], firsts[key] = map[string]int{}, offset+span[0]
			}
			counts[key]++
			spellings[key][properName(spelled)]++
		}
		offset += len(text)
	}
	keys := slices.Collect(maps.Keys(counts))
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(described(a)-described(b), counts[b]-counts[a], firsts[a]-firsts[b])
	})
	r := &register{byKey: map[string]*entry{}}
	ofDistricts := slices.DeleteFunc(slices.Clone(keys), func(key string) bool { return !isDistrict(key) })
	for _, key := range keys {
		if key == bareDistrict && len(ofDistricts) > 0 {
			continue // one that is named in full elsewhere
		}
		if known := cmp.Or(r.byKey[strings.TrimPrefix(key, "gemensamma")], r.misspelled(key)); known != nil {
			r.byKey[key] = known
			known.first = min(known.first, firsts[key])
			continue
		}
		e := &entry{key: key, name: bestSpelling(spellings[key]), first: firsts[key]}
		r.entries, r.byKey[key] = append(r.entries, e), e
	}
	if len(ofDistricts) == 1 {
		r.byKey[bareDistrict] = r.byKey[ofDistricts[0]]
	}
	slices.SortFunc(r.entries, func(a, b *entry) int { return a.first - b.first })
	return r
}

// described is 1 for a name that may be another with a word before it: "den gemensamma hjälpmedelsnämnden".
func described(key string) int {
	if strings.HasPrefix(key, "gemensamma") {
		return 1
	}
	return 0
}

// A city's districts have committees of one kind, which their place alone tells apart: "Norra Åns stadsdelsnämnd".
const bareDistrict = "stadsdelsnämnd"

func isBareDistrict(name string) bool { return committeeKey(name) == bareDistrict }

func isDistrict(key string) bool {
	return key != bareDistrict && strings.HasSuffix(key, bareDistrict)
}

// misspelled finds the committee that key is a typing error of.
func (r *register) misspelled(key string) *entry {
	for _, e := range r.entries {
		longest := max(len(e.key), len(key))
		allowed := 0
		switch {
		case longest >= 20:
			allowed = 2
		case longest >= 12:
			allowed = 1
		}
		if allowed > 0 && strings.HasPrefix(key, e.key[:3]) && distance(e.key, key, allowed) <= allowed {
			return e
		}
	}
	return nil
}

// distance is Levenshtein's between two words, in letters; any value above limit means "more".
func distance(a, b string, limit int) int {
	from, to := []rune(a), []rune(b)
	if len(from)-len(to) > limit || len(to)-len(from) > limit {
		return limit + 1
	}
	previous := make([]int, len(to)+1)
	for j := range previous {
		previous[j] = j
	}
	for i := range from {
		current := make([]int, len(to)+1)
		current[0] = i + 1
		for j := range to {
			cost := 1
			if from[i] == to[j] {
				cost = 0
			}
			current[j+1] = min(previous[j]+cost, previous[j+1]+1, current[j]+1)
		}
		previous = current
	}
	return previous[len(to)]
}

var (
	brokenHyphen = regexp.MustCompile(`(\p{L}{3,})-(\p{L}{3,})`)
	acronymFirst = regexp.MustCompile(`^\p{Lu}{2,4}-`)     // "VA-nämnden"
	lostHyphen   = regexp.MustCompile(`^(\p{L}{4,}) och `) // "plan och byggnadsnämnden"
)

// properName writes a spelling as an official would: first letter large, definite form, no genitive, no hyphen left
// from the end of a line, and the one before "och" that was lost.
func properName(spelled string) string {
	if at := strings.LastIndex(spelled, " "); at > 0 && isBareDistrict(spelled[at+1:]) {
		return strings.ReplaceAll(spelled[:at], "- ", "-") + " " + bareDistrict
	}
	name := strings.ToLower(spelled)
	name = brokenHyphen.ReplaceAllString(name, "$1$2")
	name = strings.ReplaceAll(name, "nämd", "nämnd")
	name = endings.ReplaceAllString(name, "${1}en")
	name = strings.ReplaceAll(name, " & ", " och ")
	name = lostHyphen.ReplaceAllString(name, "$1- och ")
	if acronym := acronymFirst.FindString(spelled); acronym != "" {
		return acronym + name[len(acronym):]
	}
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[size:]
}

// bestSpelling prefers the hyphen that Swedish puts before "och", then the most common.
func bestSpelling(spellings map[string]int) string {
	best := ""
	better := func(a, b string) bool {
		if hyphenated(a) != hyphenated(b) {
			return hyphenated(a)
		}
		if spellings[a] != spellings[b] {
			return spellings[a] > spellings[b]
		}
		return a < b
	}
	for name := range spellings {
		if best == "" || better(name, best) {
			best = name
		}
	}
	return best
}

func hyphenated(name string) bool { return strings.Contains(name, "- och ") }

// in finds the committees that a text names, in order, each place once.
func (r *register) in(text string) []mention {
	var found []mention
	for _, span := range committeeSpans(text) {
		if e := r.byKey[committeeKey(text[span[0]:span[1]])]; e != nil {
			found = append(found, mention{e, span[0], span[1]})
		}
	}
	for _, e := range r.entries {
		if e.called != nil {
			for _, m := range e.called.FindAllStringSubmatchIndex(text, -1) {
				found = append(found, mention{e, m[2], m[3]})
			}
		}
		if e.word == nil || !strings.Contains(text, e.abbreviation) {
			continue
		}
		for _, m := range e.word.FindAllStringSubmatchIndex(text, -1) {
			found = append(found, mention{e, m[2], m[3]})
		}
	}
	slices.SortStableFunc(found, func(a, b mention) int { return a.start - b.start })
	return found
}

func wholeWord(word string) *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^\p{L}\d-])(` + regexp.QuoteMeta(word) + `)(?:$|[^\p{L}\d-])`)
}

// distinct gives the committees of some mentions once each, in order.
func distinct(mentions []mention) []*entry {
	var entries []*entry
	for _, m := range mentions {
		entries = appendEntry(entries, m.entry)
	}
	return entries
}

func appendEntry(entries []*entry, e *entry) []*entry {
	if slices.Contains(entries, e) {
		return entries
	}
	return append(entries, e)
}

func refs(entries []*entry) []string {
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, e.ref())
	}
	return names
}
