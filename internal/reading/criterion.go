package reading

import (
	"regexp"
	"strings"
)

var (
	criterionTitle = regexp.MustCompile(`revisionskriteri|bedömningsgrund|bedömningskriteri`)
	criterionIntro = regexp.MustCompile(`(?i)(revisionskriteri|bedömningsgrund|bedömningskriteri).{0,200}:$|^granskningen\s+utgår\s+(?:i?från)(?:\s+(?:följande|bestämmelser|lagar|krav|och|styrdokument|styrande|dokument)){0,5}\s*:?$`)
)

// readCriteria takes the list of what the audit judges against.
func (r *reader) readCriteria() {
	for _, s := range sections(r.report.blocks, criterionTitle) {
		for _, find := range []func([]block) []string{criteriaAmong, plainCriteria} {
			if found := find(s.body()); len(found) > 0 {
				r.reading.Criteria = found
				return
			}
		}
	}
	for i, b := range r.report.blocks {
		if b.kind == paragraph && criterionIntro.MatchString(b.text) {
			if found := criteriaAmong(r.report.blocks[i+1:]); len(found) > 0 {
				r.reading.Criteria = found
				return
			}
		}
	}
	r.notFound("criteria")
}

// criteriaAmong takes the first list; without bullets, the short paragraphs after an introduction.
func criteriaAmong(blocks []block) []string {
	var found []string
	bulleted, introduced := false, false
	for _, b := range blocks {
		switch {
		case b.kind == item && (len(found) == 0 || bulleted):
			bulleted = true
			found = append(found, criterionText(b.text))
		case b.kind == paragraph && strings.HasSuffix(b.text, ":") && len(found) == 0:
			introduced = true
		case b.kind == paragraph && introduced && !bulleted && len(b.text) < 160 && !strings.HasSuffix(b.text, ":"):
			found = append(found, criterionText(b.text))
		case len(found) == 0:
			continue
		default:
			return found
		}
	}
	return found
}

// plainCriteria takes a section that is nothing but short lines without a stop.
func plainCriteria(blocks []block) []string {
	var found []string
	for _, b := range blocks {
		if len(found) == 0 && sentenceOpening.MatchString(b.text) {
			continue // "Vi har bedömt om verksamheten uppfyller"
		}
		if b.kind == row || len(b.text) > 140 || strings.ContainsRune(".:?", lastRune(b.text)) {
			return nil
		}
		found = append(found, criterionText(b.text))
	}
	return found
}

func criterionText(text string) string {
	return strings.TrimSpace(listEnd.ReplaceAllString(text, ""))
}
