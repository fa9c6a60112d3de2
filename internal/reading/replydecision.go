package reading

import (
	"regexp"
	"strings"
)

var (
	meetingLabel = regexp.MustCompile(`(?i)(?:sammanträdes?|mötes|besluts)datum\s*:?\s*`)
	metOn        = regexp.MustCompile(`(?i)(?:sammanträde(?:t)?|protokoll|protokollsutdrag)[\s,:]+(?:från\s+\p{L}[^.,\d]{2,60}?\s)?(?:den\s+|från\s+den\s+|från\s+)?(` + isoDate + `|` + wordDate + `)`)
	adoptedOn    = regexp.MustCompile(`(?i)(?:antag(?:en|et|its)|beslutad|beslutat|fastställ(?:d|t))\s+(?:av|i)\s+.{3,60}?\s(?:den\s+)?(` + isoDate + `|` + wordDate + `)(?:[,\s]+§\s*(\d{1,3}))?`)
	decidedAt    = regexp.MustCompile(`(?i)(?:nämnden|styrelsen|direktionen)\s+har\s+(?:vid|på)\s+(?:sitt\s+)?(?:sammanträde|möte)t?\s+(?:den\s+)?(` + isoDate + `|` + wordDate + `)(?:[,\s]+§\s*(\d{1,3}))?[,\s]+(?:beslutat|antagit|beslutade|behandlat\s[^.]{3,80}\soch\s+(?:vill|lämnar|avger|framför|beslutat))`)
	sectionSign  = regexp.MustCompile(`(?:^|[\s(,])§\s*(\d{1,3})(?:$|[^\d–-])`)
	sectionOpens = regexp.MustCompile(`^§\s*(\d{1,3})(?:$|[^\d–-])`)
)

// decision is when the committee decided, and by which paragraph: as the minutes say, else as the response itself says.
func (r *replyReader) decision() (day, paragraph *string) {
	for _, d := range r.ownOf(minutes) {
		if day == nil {
			day = meetingDay(formCells(d))
		}
		if paragraph == nil {
			paragraph = r.paragraphOf(d)
		}
	}
	for _, d := range r.ownOf(response, unknownDocument) {
		if day == nil {
			day, paragraph = labelledDecision(formCells(d), paragraph)
		}
		for _, b := range d.blocks {
			m := adoptedOn.FindStringSubmatch(b.text)
			if m == nil || len(b.text) > 160 {
				m = decidedAt.FindStringSubmatch(b.text)
			}
			if m == nil {
				continue
			}
			if day == nil {
				day = firstDate(" " + m[1])
			}
			if number := m[len(m)-1]; number != "" && paragraph == nil {
				paragraph = &number
			}
		}
	}
	return day, paragraph
}

var decidedLabel = regexp.MustCompile(`(?i)^(?:beslutsdatum|beslutad|beslutat|antagen)\s*:\s*(` + isoDate + `|` + wordDate + `)(?:[,\s]+§\s*(\d{1,3}))?$`)

// labelledDecision reads "Beslutsdatum: 2023-12-12, § 77" in a response's form.
func labelledDecision(cells []string, known *string) (day, paragraph *string) {
	for _, cell := range cells {
		if m := decidedLabel.FindStringSubmatch(cell); m != nil {
			if number := m[len(m)-1]; number != "" && known == nil {
				known = &number
			}
			return firstDate(" " + m[1]), known
		}
	}
	return nil, known
}

func meetingDay(cells []string) *string {
	for i, cell := range cells {
		at := meetingLabel.FindStringIndex(cell)
		if at == nil {
			continue
		}
		if date := firstDate(" " + cell[at[1]:]); date != nil {
			return date
		}
		for _, next := range cells[i+1 : min(len(cells), i+4)] {
			if isDateOnly(next) {
				return firstDate(next)
			}
		}
	}
	for _, cell := range cells {
		if m := metOn.FindStringSubmatch(cell); m != nil && len(cell) < 120 {
			return firstDate(" " + m[1])
		}
	}
	return onlyDay(cells)
}

// onlyDay is the one day that stands by itself in the head of some minutes, above their paragraph.
func onlyDay(cells []string) *string {
	var days []string
	for i, cell := range cells {
		if sectionOpens.MatchString(cell) {
			break
		}
		if isDateOnly(cell) && (i == 0 || minutesTitle.MatchString(cells[i-1]) || !notPaperDate.MatchString(cells[i-1])) {
			days = appendNew(days, *firstDate(cell))
		}
	}
	if len(days) != 1 {
		return nil
	}
	return &days[0]
}

// paragraphOf is the minutes' one paragraph; of several, none.
func (r *replyReader) paragraphOf(d document) *string {
	var numbers []string
	for _, b := range d.blocks {
		for _, l := range b.lines {
			if m := sectionOpens.FindStringSubmatch(strings.TrimSpace(l.text)); m != nil {
				numbers = appendNew(numbers, m[1])
			}
		}
	}
	if len(numbers) == 0 {
		for _, cell := range formCells(d) {
			if m := sectionSign.FindStringSubmatch(cell); m != nil && len(cell) < 100 {
				numbers = appendNew(numbers, m[1])
			}
		}
	}
	switch len(numbers) {
	case 0:
		return nil
	case 1:
		return &numbers[0]
	}
	r.warn(warnParagraphUnclear, d.blocks[0].line(), "paragraph: both § %s and § %s stand here", numbers[0], numbers[1])
	return nil
}
