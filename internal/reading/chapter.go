package reading

import (
	"regexp"
)

// committeeChapters tells of each line of the report in which committee's own chapter it stands, if in any.
func (r *reader) committeeChapters() map[int]*entry {
	chapters := map[int]*entry{}
	var open *entry
	level := 0
	for _, b := range r.report.blocks {
		if headed, at := r.headedBy(b); headed != nil {
			open, level = headed, at
		} else if b.kind == heading && (b.level <= level && !partOfChapter.MatchString(b.text) || b.level == chapterLevel) {
			open = nil
		}
		if open != nil {
			chapters[b.line()] = open
		}
	}
	return chapters
}

// partOfChapter is a heading that each committee's chapter has, whatever rank a conversion gave it.
var partOfChapter = regexp.MustCompile(`^(?i)(iakttagelser|resultat|kommentar(er)?|(vår |revisionens )?bedömning(ar)?|svar på revisionsfrågor(na)?|rekommendation(er)?)$`)

// headedBy is the committee whose name alone is a heading, and the heading's level; a conversion may leave it a paragraph.
func (r *reader) headedBy(b block) (*entry, int) {
	text, level := b.text, b.level
	if b.kind == paragraph && len(b.lines) == 1 {
		level = subheading
		if m := bareNumbered.FindStringSubmatch(text); m != nil {
			text, level = m[2], chapterLevel
		}
	} else if b.kind != heading {
		return nil, 0
	}
	if mentions := r.register.in(text); len(mentions) == 1 && r.namesCommittee(text) {
		return mentions[0].entry, level
	}
	return nil, 0
}

// readChapters finds the questions that the report answers anew in several committees' own chapters. An answer there that
// names nobody is its committee's alone; where only one chapter has it, it may be all committees'.
func (r *reader) readChapters() {
	r.chapters = r.committeeChapters()
	if !severalIn(r.chapters) {
		return
	}
	trial := *r
	trial.reading, trial.gradeLines, trial.answeredIn = r.reading.withoutAssessments(), map[string]int{}, map[string][]*entry{}
	trial.assessByMatrices()
	trial.assessByText()
	r.ownAnswers = map[string]bool{}
	for question, committees := range trial.answeredIn {
		r.ownAnswers[question] = len(committees) > 1
	}
}

func severalIn(chapters map[int]*entry) bool {
	var first *entry
	for _, e := range chapters {
		if first == nil {
			first = e
		} else if e != first {
			return true
		}
	}
	return false
}

func (reading Reading) withoutAssessments() Reading {
	reading.Assessments, reading.Warnings = nil, nil
	return reading
}

// concernedAt are those for whom an answer counts that names nobody, where it stands.
func (r *reader) concernedAt(question string, line int) []*entry {
	own := r.chapters[line]
	if own == nil {
		return r.concernedBy(question)
	}
	if r.answeredIn != nil {
		r.answeredIn[question] = appendEntry(r.answeredIn[question], own)
	}
	if r.ownAnswers[question] {
		return []*entry{own}
	}
	return r.concernedBy(question)
}
