package reading

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// listMark is where an item begins inside a text that has no lines, from start to end, and what the item is called: "-",
// or its number with what stands after that.
type listMark struct {
	start, end int
	label      string
}

var (
	inlineMark = regexp.MustCompile(`(?:^|\s)(?:\p{Co}\s*|[` + bullets + dashes + `]\s+|([o·])\s+)`)
	inlineCode = regexp.MustCompile(`(?:^|\s)(R?)(\d{1,2}|[a-h])([.):]?)\s+`)
)

var letterFirst = regexp.MustCompile(`^\p{L}`)

// listMarks finds the marks of a text in their order: dashes and bullets, and numbers, codes and letters that count from
// the first on.
func (d *pageDivider) listMarks(text string) []listMark {
	marks := d.countedMarks(text)
	for _, m := range inlineMark.FindAllStringSubmatchIndex(text, -1) {
		if letter := m[2] >= 0; !letter || startsWithUpper(text[m[1]:]) {
			marks = append(marks, listMark{start: m[0], end: m[1], label: "-"})
		}
	}
	slices.SortFunc(marks, func(a, b listMark) int { return cmp.Compare(a.start, b.start) })
	return withoutOverlaps(marks)
}

// withoutOverlaps leaves out the dash after a number.
func withoutOverlaps(marks []listMark) []listMark {
	end := 0
	return slices.DeleteFunc(marks, func(mark listMark) bool {
		if mark.start < end {
			return true
		}
		end = mark.end
		return false
	})
}

// countedMarks finds what counts items: "1." and "2.", "R1" and "R2", "a)" and "b)", from the first on and two at least, or
// from where the page before has ended. The first stands where a sentence or what introduces the list has ended.
func (d *pageDivider) countedMarks(text string) []listMark {
	var found []listMark
	open := map[string][]listMark{}
	for _, m := range inlineCode.FindAllStringSubmatchIndex(text, -1) {
		kind, number := countedBy(text[m[2]:m[3]], text[m[4]:m[5]], text[m[6]:m[7]])
		before := strings.TrimSpace(text[:m[0]])
		begins := before == "" || endsSentence(before) || announcesTasks(before)
		mark := listMark{start: m[0], end: m[1], label: text[m[2]:m[7]]}
		switch {
		case kind == "" || !letterFirst.MatchString(text[m[1]:]):
		case len(open[kind]) > 0 && number == d.counted[kind]+1:
			open[kind] = append(open[kind], mark)
			d.counted[kind] = number
		case begins && (number == 1 || len(open[kind]) == 0 && number == d.counted[kind]+1):
			found = append(found, ofOneList(open[kind])...)
			open[kind] = []listMark{mark}
			d.counted[kind] = number
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(open)) {
		found = append(found, ofOneList(open[kind])...)
	}
	return found
}

// countedBy tells a way of counting, if it is one, and how far it has come.
func countedBy(code, sign, after string) (kind string, number int) {
	if number, err := strconv.Atoi(sign); err == nil && code+after != "" {
		return code + "1" + after, number
	}
	if after == ")" && code == "" && len(sign) == 1 {
		return "a)", int(sign[0]-'a') + 1
	}
	return "", 0
}

// ofOneList gives the marks of a list: one that is alone goes on with another's.
func ofOneList(marks []listMark) []listMark {
	if len(marks) == 1 && firstOfCount.MatchString(marks[0].label) {
		return nil
	}
	return marks
}

var firstOfCount = regexp.MustCompile(`^(?:R?1|a)\D?$`)

// pieces divides a text without headings: a list after its colon, questions, and recommendations that follow one another
// after they were announced.
func (d *pageDivider) pieces(text string) []string {
	marks := d.listMarks(text)
	if len(marks) == 0 {
		return d.sentences(strings.TrimSpace(text))
	}
	found := d.sentences(strings.TrimSpace(text[:marks[0].start]))
	for i, mark := range marks {
		end := len(text)
		if i+1 < len(marks) {
			end = marks[i+1].start
		}
		item := strings.TrimSpace(text[mark.end:end])
		if mark.label == "-" && !d.listing {
			announced := len(found) == 0 && i+1 < len(marks) || len(found) > 0 && announcesItems(found[len(found)-1])
			if d.listing = announced || areItems(text, marks[i:]); !d.listing {
				found = rejoined(found, item)
				continue
			}
		}
		found = append(found, d.itemOf(mark, item, i+1 < len(marks))...)
	}
	return found
}

// announcesItems tells what a list stands after: a colon, "att", the committee that it is for.
func announcesItems(text string) bool {
	return strings.HasSuffix(text, ":") || announcesTasks(text) || strings.HasSuffix(text, " bör") || isCommitteeName(text)
}

// areItems tells marks that no sentence ends between from dashes in a sentence, of which there are two at most.
func areItems(text string, marks []listMark) bool {
	return len(marks) > 2 && !sentenceEnd.MatchString(text[marks[0].end:marks[2].start])
}

// rejoined puts back a dash that divides no list.
func rejoined(found []string, piece string) []string {
	if len(found) == 0 {
		return []string{"– " + piece}
	}
	found[len(found)-1] += " – " + piece
	return found
}

// nextDuty is whom the next list is for: "Krisledningsnämnden bör:".
var nextDuty = regexp.MustCompile(`[\p{Ll}.,;]\s(\p{Lu}\p{L}*(?:-\soch\s\p{L}+)?(?:nämnden|styrelsen)\s(?:bör|behöver|rekommenderas)(?:\satt)?:?)(?:\s|$)`)

// numberedNext is the number of a heading or question that comes after a sentence.
var numberedNext = regexp.MustCompile(`[.!?]\s+(\d{1,2}(?:\.\d{1,2})*\.?(?:\s+\p{Lu}|\s*$))`)

var afterItem = regexp.MustCompile(`\s((?:Vi|Det|Detta|Granskningen|Utifrån|Mot bakgrund|Med anledning|Följande|Nedan|Efter|I granskningen|Syftet|Vår|Bedömningen)\s)`)

// longestSecond is how many letters the sentences after an item's first may hold and still be the item's.
const longestSecond = 160

// itemOf ends an item where its sentence ends, where words begin that begin a sentence, or where the report is signed. What
// comes between it and another item is its own too, where it is short and announces nothing.
func (d *pageDivider) itemOf(mark listMark, item string, goesOn bool) []string {
	end := len(item)
	if m := sentenceEnd.FindStringSubmatchIndex(item); m != nil {
		end = m[0] + 1
	}
	if at := strings.Index(item, "? "); at > 0 {
		end = min(end, at+1)
	}
	for _, next := range []*regexp.Regexp{afterItem, numberedNext, nextDuty, signedAt} {
		if m := next.FindStringSubmatchIndex(item); m != nil && m[2] > 0 {
			end = min(end, m[2])
		}
	}
	after := strings.TrimSpace(item[end:])
	if goesOn && utf8.RuneCountInString(after) < longestSecond && strings.HasSuffix(after, ".") && !strings.Contains(item, "? ") {
		return []string{mark.label + " " + item}
	}
	return append([]string{mark.label + " " + strings.TrimSpace(item[:end])}, d.sentences(after)...)
}
