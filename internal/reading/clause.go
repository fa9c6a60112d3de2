package reading

import (
	"regexp"
	"strings"
)

var (
	proposalTitle = regexp.MustCompile(`(?i)^(?:\p{L}+s\s+)?(?:förslag till (?:beslut|protokoll)|beslutsförslag|förvaltningens förslag(?: till beslut)?)\s*:?$`)
	decisionTitle = regexp.MustCompile(`(?i)^(?:[\p{L}\s-]{3,50}s\s+)?beslut\s*:?$`)
	decidesThat   = regexp.MustCompile(`(?i)^(.{0,70}?)\s*(?:beslutar|beslutade|föreslås besluta|föreslås att besluta|beslutas)(?:\s+(?:följande|enligt följande))?\s*(:?)\s*(.*)$`)
	clauseBegins  = regexp.MustCompile(`(?i)(?:[,;]?\s+(?:samt|och)|[,;.]|)\s+(?:samt\s+|och\s+|dels\s+)?(att\s)`)
	beginsAtt     = regexp.MustCompile(`(?i)^(?:(?:samt|och)\s+)?att\s`)
)

// clauses are what the committee is proposed to decide, as the memorandum says; without one, what the minutes say it did.
func (r *replyReader) clauses() []string {
	for _, search := range []struct {
		kinds []documentKind
		title *regexp.Regexp
	}{
		{[]documentKind{memorandum, response, unknownDocument, minutes, report}, proposalTitle},
		{[]documentKind{minutes, memorandum, unknownDocument, response, report}, decisionTitle},
	} {
		for _, d := range r.ownOf(search.kinds...) {
			if found := r.clausesUnder(d.blocks, search.title); len(found) > 0 {
				return found
			}
		}
	}
	for _, d := range r.ownOf(memorandum, minutes, unknownDocument, response) {
		for i, b := range d.blocks {
			if m := decidesThat.FindStringSubmatch(b.text); m != nil && r.onlyCommittees(m[1]) != nil {
				if found := clausesAmong(d.blocks[i:], false); len(found) > 0 {
					return found
				}
			}
		}
	}
	return []string{}
}

func (r *replyReader) clausesUnder(blocks []block, title *regexp.Regexp) []string {
	for i, b := range blocks[:max(0, len(blocks)-1)] {
		if !title.MatchString(b.text) {
			continue
		}
		if found := clausesAmong(blocks[i+1:], true); len(found) > 0 {
			return found
		}
		next := blocks[i+1]
		if inCommittee.MatchString(next.text) && r.onlyCommittees(next.text[2:]) != nil && i+2 < len(blocks) {
			next = blocks[i+2]
		}
		if next.kind == paragraph && endsSentence(next.text) && r.beginsWithCommittee(next.text) {
			return []string{next.text}
		}
	}
	return nil
}

// inCommittee names who decides, above what it does: "I socialnämnden:".
var inCommittee = regexp.MustCompile(`^I\s.*:$`)

var decidingBody = regexp.MustCompile(`(?i)^(?:nämnden|styrelsen|direktionen)\s`)

// beginsWithCommittee tells a sentence that says what the committee does: "Nämnden antar …".
func (r *replyReader) beginsWithCommittee(text string) bool {
	named := r.register.in(text)
	return decidingBody.MatchString(text) || len(named) > 0 && named[0].start == 0 && strings.HasPrefix(text[named[0].end:], " ")
}

// clausesAmong reads the clauses from the start of some blocks: after "… beslutar" or a title, as a list or in one sentence.
func clausesAmong(blocks []block, decides bool) []string {
	found := []string{}
	for _, b := range blocks {
		text := b.text
		if m := decidesThat.FindStringSubmatch(text); m != nil && len(found) == 0 && b.kind != item {
			decides = true
			if text = m[3]; text == "" || strings.EqualFold(text, "att") || strings.EqualFold(text, "att:") {
				continue
			}
		}
		switch {
		case beginsAtt.MatchString(text):
			found = append(found, splitClauses(text)...)
		case b.kind == item && (decides || len(found) > 0):
			found = append(found, clauseText(text))
		default:
			return found
		}
	}
	return found
}

// splitClauses divides a sentence where each "att" begins another clause.
func splitClauses(text string) []string {
	text = sentencesOf(text)[0]
	var parts []string
	start := 0
	for _, m := range clauseBegins.FindAllStringSubmatchIndex(text, -1) {
		if joined := strings.TrimSpace(text[m[0]:m[2]]); joined != "" && m[0] > start {
			parts = append(parts, clauseText(text[start:m[0]]))
			start = m[2]
		}
	}
	return append(parts, clauseText(text[start:]))
}

// clauseText is a clause without what only holds the list together.
func clauseText(text string) string {
	text = joinsClause.ReplaceAllString(strings.TrimSpace(text), "$1")
	return strings.TrimSpace(listEnd.ReplaceAllString(text, ""))
}

var joinsClause = regexp.MustCompile(`(?i)^(?:samt|och)\s+(att\s)`)
