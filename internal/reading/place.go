package reading

import (
	"regexp"
	"strings"
)

// advice is one recommendation as one place words it.
type advice struct {
	number     string
	text       string
	committees []*entry
	line       int
}

// adviceList is the recommendations that stand together in one place.
type adviceList struct {
	advices []advice
	place
}

// place is where in a document recommendations stand.
type place struct {
	heading int  // the heading's index among the blocks
	chapter bool // under a heading of its own, not in the summary
	summary bool
}

// concludes tells the places where a report says what its findings come to.
func (p place) concludes(blocks []block) bool {
	return p.summary || p.chapter || p.heading >= 0 && conclusion.MatchString(blocks[p.heading].text)
}

// isForAdvice tells what stands under a heading of recommendations, in the summary too.
func (p place) isForAdvice(blocks []block) bool {
	return p.chapter || p.summary && adviceTitle.MatchString(strings.ToLower(blocks[p.heading].text)) && !strings.Contains(strings.ToLower(blocks[p.heading].text), "sammanfattning")
}

var conclusion = regexp.MustCompile(`(?i)bedömning|slutsats`)

// placeUnder tells where the text after a heading stands. A subheading stands where the text before it stood.
func placeUnder(blocks []block, i int, before place) place {
	h, title := blocks[i], strings.ToLower(blocks[i].text)
	inSummary := before.summary && h.number == ""
	switch {
	case strings.Contains(title, "sammanfattning") && h.level <= sectionLevel:
		return place{heading: i, summary: true}
	case adviceTitle.MatchString(title) && !notAdvice.MatchString(title):
		return place{heading: i, chapter: !inSummary, summary: inSummary}
	case h.level < subheading:
		return place{heading: i, summary: inSummary && h.level > sectionLevel}
	}
	return before
}

// isEarlier tells a list that an earlier audit gave, which looks like a new one.
func isEarlier(blocks []block, i int) bool {
	b := blocks[i]
	if b.kind == heading {
		title := strings.ToLower(b.text)
		return adviceTitle.MatchString(title) && notAdvice.MatchString(title)
	}
	return b.kind == paragraph && earlierAdvice.MatchString(b.text) && !presentAdvice.MatchString(b.text)
}

var (
	adviceTitle   = regexp.MustCompile(`rekommendation`)
	notAdvice     = regexp.MustCompile(`(?i)tidigare|föregående|förra|uppföljning av|lämnade rekommendationer i`)
	earlierAdvice = regexp.MustCompile(`(?i)rekommenderade(s)?\b|(tidigare|föregående|förra)\s+(lämnade\s+)?(granskning|rekommendation|revision|rapport)|rekommendation(er|en|erna)?\s+(som\s+)?(lämnades|gavs|framfördes)|lämnade(s)?\s+.{0,40}rekommendation|granskning(en)?\s+(från\s+|år\s+)?(19|20)\d\d\b.{0,80}rekommend|(19|20)\d\d\s+års\s+granskning`)
	presentAdvice = regexp.MustCompile(`(?i)rekommenderar\s+(vi|revisionen|revisorerna)|vi\s+rekommenderar|lämnar vi|vi lämnar|lämnas följande|rekommenderas\b`)
)

// skipList passes the items that belong to the block before them; after a heading, its paragraphs too.
func skipList(blocks []block, i int) int {
	if blocks[i].kind == heading {
		level := blocks[i].level
		for i+1 < len(blocks) && !(blocks[i+1].kind == heading && blocks[i+1].level <= level) {
			i++
		}
		return i
	}
	if !strings.HasSuffix(blocks[i].text, ":") {
		return i
	}
	for i+1 < len(blocks) && blocks[i+1].kind == item {
		i++
	}
	return i
}
