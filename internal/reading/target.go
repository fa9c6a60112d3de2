package reading

import (
	"regexp"
	"strings"
)

// targets reads whom a recommendation is given to: the committees it names, all of them, or those inherited.
func (r *reader) targets(text string, inherited []*entry) []*entry {
	if named := r.namedTargets(text, inherited != nil); len(named) > 0 {
		return named
	}
	if inherited != nil {
		return inherited
	}
	return r.graded()
}

// namedTargets are committees that a text addresses. In an item only one that it begins with is addressed: others are
// spoken of.
func (r *reader) namedTargets(text string, isItem bool) []*entry {
	mentions := r.register.in(text)
	if isItem {
		if len(mentions) == 0 || strings.TrimSpace(strings.Trim(text[:mentions[0].start], " ")) != "" && !addressed.MatchString(text[:mentions[0].start]) {
			return nil
		}
		return distinct(mentions[:1])
	}
	return distinct(addressedIn(text, mentions))
}

// addressedIn leaves out the committees that an introduction only speaks of: in the genitive, or before the word itself.
func addressedIn(text string, mentions []mention) []mention {
	word := strings.Index(strings.ToLower(text), "rekommend")
	var after, plain []mention
	for _, m := range mentions {
		if strings.HasSuffix(text[m.start:m.end], "s") {
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

var addressed = regexp.MustCompile(`(?i)^(att|till|för|vi rekommenderar|rekommendation till)\s+$`)

// committeesAbove are those whose name heads a list without introduction, else all.
func (r *reader) committeesAbove(blocks []block, i int) []*entry {
	if i > 0 {
		if only := r.onlyCommittees(blocks[i-1].text); only != nil {
			return only
		}
	}
	return r.graded()
}

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
