package reading

import (
	"regexp"
	"slices"
)

// gradedPart is a grade and those it goes for.
type gradedPart struct {
	gradeMention
	verbatim   string
	committees []*entry
}

var (
	allWords  = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(samtliga|alla|respektive|båda|nämnderna|granskningsobjekten)(?:$|[^\p{L}])`)
	restWords = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(övriga|resterande)(?:$|[^\p{L}])`)
)

// gradedParts divides "Delvis för A och B samt nej för C" by its grades. Committees belong to the grade before them, or,
// where the sentence names them first, to the grade after. A grade without any goes for all.
func (r *reader) gradedParts(text string, all []*entry) []gradedPart {
	return r.partsBy(gradesIn(text), text, all)
}

func (r *reader) partsBy(grades []gradeMention, text string, all []*entry) []gradedPart {
	if len(grades) == 0 {
		return nil
	}
	mentions := r.register.in(text)
	committeesFirst := len(mentions) > 0 && mentions[0].start < grades[0].start
	var parts []gradedPart
	used := []*entry{}
	for i, g := range grades {
		from, to := g.end, len(text)
		if i+1 < len(grades) {
			to = grades[i+1].start
		}
		if committeesFirst {
			from, to = 0, g.start
			if i > 0 {
				from = grades[i-1].end
			}
		}
		spoken, denied := apartFromDenied(text, within(mentions, from, to))
		committees := distinct(spoken)
		scope := text[from:to]
		if len(spoken) == 0 && len(denied) > 0 && len(grades) == 1 {
			committees = without(all, distinct(denied))
		}
		if boardAndRest.MatchString(scope) {
			committees = all
		}
		if len(committees) == 0 {
			switch {
			case restWords.MatchString(scope):
				committees = without(all, used)
			case allWords.MatchString(scope), len(grades) == 1:
				committees = all
			case i == 0:
				committees = all
				grades = grades[:1]
			}
		}
		used = append(used, committees...)
		parts = append(parts, gradedPart{g, text[g.start:g.end], committees})
		if len(grades) == 1 {
			break
		}
	}
	return parts
}

// deniedBefore is what stands before a committee that a grade does not go for: "Delvis, staben har övats men inte nämnden".
var deniedBefore = regexp.MustCompile(`(?i)(?:^|\s)(?:inte|ej)\s+(?:för\s+|hos\s+|inom\s+|av\s+)?$`)

func apartFromDenied(text string, mentions []mention) (spoken, denied []mention) {
	for _, m := range mentions {
		if deniedBefore.MatchString(text[:m.start]) {
			denied = append(denied, m)
		} else {
			spoken = append(spoken, m)
		}
	}
	return spoken, denied
}

func within(mentions []mention, from, to int) []mention {
	var inside []mention
	for _, m := range mentions {
		if m.start >= from && m.end <= to {
			inside = append(inside, m)
		}
	}
	return inside
}

func without(entries, taken []*entry) []*entry {
	var rest []*entry
	for _, e := range entries {
		if !slices.Contains(taken, e) {
			rest = append(rest, e)
		}
	}
	return rest
}
