package reading

import (
	"regexp"
	"slices"
	"strings"
)

// ResponseReading is what could be read of a committee's decided response to an audit, in the shape of the contract.
type ResponseReading struct {
	Title            *string   `json:"title"` // of the audit that it answers
	Committee        *string   `json:"committee"`
	RegistryNumber   *string   `json:"registryNumber"` // the committee's own
	Date             *string   `json:"date"`
	DecidedOn        *string   `json:"decidedOn"`
	Paragraph        *string   `json:"paragraph"`
	ProposedDecision []string  `json:"proposedDecision"`
	Answers          []Answer  `json:"answers"`
	Warnings         []Warning `json:"warnings"`
}

// Answer is what the committee says to one recommendation, which is quoted as there. Stance is null where the words give
// none; Verbatim are the words.
type Answer struct {
	Number         *string `json:"number"`
	Recommendation *string `json:"recommendation"`
	Stance         *Stance `json:"stance"`
	Verbatim       *string `json:"verbatim"`
	Text           string  `json:"text"`
}

// ReadResponse reads one committee's response out of one or several files: the response, and where there are such, the
// memorandum and the minutes. The audit's report, if it stands there too, gives the title alone. Faults: Read's.
func ReadResponse(files []File) (ResponseReading, error) { return readResponseCached(files, "") }

func readResponseCached(files []File, cacheFolder string) (ResponseReading, error) {
	r, _, err := newReaderOf(files, cacheFolder)
	if err != nil {
		return ResponseReading{}, err
	}
	r.reading.Warnings = slices.DeleteFunc(r.reading.Warnings, func(w Warning) bool { return w.Code == warnNotFound }) // no report need be there
	return newReplyReader(r).read(), nil
}

// replyReader reads the committee's own papers among the documents.
type replyReader struct {
	*reader
	reply ResponseReading
	own   []document
}

func newReplyReader(r *reader) *replyReader {
	reply := &replyReader{reader: r, reply: ResponseReading{ProposedDecision: []string{}, Answers: []Answer{}}}
	r.register = newRegister(r.allTexts())
	for _, d := range r.documents {
		d.blocks = replyBlocks(d.blocks)
		if d.kind == minutes && !slices.ContainsFunc(formCells(d), minutesWord.MatchString) {
			d.kind = unknownDocument // a report that counts its chapters by "§" looks like minutes
		}
		if d.kind == minutes {
			d.blocks = reply.matterOf(d.blocks)
		}
		if d.kind != report && d.kind != unknownDocument || reply.isReply(d) {
			reply.own = append(reply.own, d)
		}
	}
	if len(reply.own) == 0 {
		r.warn(warnNotFound, 0, "response: no part of the text looks like a committee's response")
	}
	return reply
}

var minutesWord = regexp.MustCompile(`(?i)protokoll|sammanträd|justera`)

// isReply tells a response that quotes so much of the report that it looks like one, or like nothing known.
func (r *replyReader) isReply(d document) bool {
	for _, b := range d.blocks[:min(len(d.blocks), 12)] {
		if m := answersTitle.FindStringSubmatch(b.text); m != nil && ofAudit.MatchString(m[1]) || genitiveTitle.MatchString(b.text) && len(b.text) < 160 {
			return true
		}
	}
	return slices.ContainsFunc(d.blocks, func(b block) bool { return answerOpening.MatchString(b.text) }) && answeredOf(r.labelledAnswers(d)) > 0 ||
		answeredOf(r.tabledAnswers(d)) > 0
}

func (r *replyReader) read() ResponseReading {
	r.reply.Title = r.answeredTitle()
	r.own = r.withoutOthersMinutes(r.own)
	r.reply.Committee = r.answeringCommittee()
	r.reply.RegistryNumber = r.committeesNumber()
	r.reply.Date = r.paperDate()
	r.reply.DecidedOn, r.reply.Paragraph = r.decision()
	r.reply.ProposedDecision = r.clauses()
	r.readAnswers()
	for _, value := range []struct {
		name  string
		found bool
	}{
		{"title", r.reply.Title != nil}, {"committee", r.reply.Committee != nil}, {"registryNumber", r.reply.RegistryNumber != nil},
		{"date", r.reply.Date != nil}, {"decidedOn", r.reply.DecidedOn != nil}, {"paragraph", r.reply.Paragraph != nil},
		{"proposedDecision", len(r.reply.ProposedDecision) > 0}, {"answers", len(r.reply.Answers) > 0},
	} {
		if !value.found {
			r.notFound(value.name)
		}
	}
	r.reply.Warnings = r.reading.Warnings
	if r.reply.Warnings == nil {
		r.reply.Warnings = []Warning{}
	}
	return r.reply
}

// ownOf gives the committee's papers of some kinds, in the order of the kinds.
func (r *replyReader) ownOf(kinds ...documentKind) []document {
	var found []document
	for _, kind := range kinds {
		for _, d := range r.own {
			if d.kind == kind {
				found = append(found, d)
			}
		}
	}
	return found
}

// formCells are the first lines of a paper, cell by cell: its form may stand in a table.
func formCells(d document) []string {
	var cells []string
	for _, l := range coverLines(d) {
		for _, cell := range betweenCells.Split(l.text, -1) {
			if cell = strings.TrimSpace(cell); cell != "" {
				cells = append(cells, cell)
			}
		}
	}
	return cells
}
