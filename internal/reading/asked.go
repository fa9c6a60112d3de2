package reading

import (
	"regexp"
	"slices"
	"strings"
)

// concernedBy are those for whom an answer counts that names nobody: "nämnden" is not the executive beside it.
func (r *reader) concernedBy(number string) []*entry {
	asked := r.askedOf(number)
	q := r.questionNumbered(number)
	if q == nil || len(r.register.in(q.Text)) > 0 || besideNämnd.MatchString(q.Text) {
		return asked
	}
	for _, word := range []string{"nämnd", "styrelse"} {
		if fitting := entriesOf(asked, word); len(fitting) == 1 && onlyWord[word].MatchString(q.Text) {
			return fitting
		}
	}
	return asked
}

// onlyWord is how a question asks of the only committee of its kind.
var onlyWord = map[string]*regexp.Regexp{
	"nämnd":    regexp.MustCompile(`(?i)(?:^|[^\p{L}])nämnden(?:s)?(?:$|[^\p{L}])`),
	"styrelse": regexp.MustCompile(`(?i)(?:^|[^\p{L}])styrelsen(?:s)?(?:$|[^\p{L}])`),
}

func entriesOf(entries []*entry, kind string) []*entry {
	var fitting []*entry
	for _, e := range entries {
		if strings.Contains(strings.ToLower(e.name), kind) {
			fitting = append(fitting, e)
		}
	}
	return fitting
}

// askedOf are those whom a question names itself, else all who are graded.
func (r *reader) askedOf(number string) []*entry {
	if q := r.questionNumbered(number); q != nil {
		if mentions := r.register.in(q.Text); len(mentions) > 0 {
			return r.askedAmong(q.Text, mentions)
		}
		if ofCompany.MatchString(q.Text) || r.companyJudged {
			return nil
		}
	}
	return r.graded()
}

// companysBoard is how a purpose names a company's board.
var companysBoard = regexp.MustCompile(`(?i:bolag(?:et|en)s\s+styrelse)|(?i:styrelsen\s+(?:för|i))\s+` + companyName)

// judgesCompany tells an audit that asks of a company's board first: what names nobody there is said of no committee.
func (r *reader) judgesCompany() bool {
	return slices.ContainsFunc(r.report.blocks, func(b block) bool {
		return slices.ContainsFunc(sentencesOf(b.text), r.isCompanysPurpose)
	})
}

func (r *reader) isCompanysPurpose(sentence string) bool {
	at := purposeStated.FindStringIndex(sentence)
	if at == nil {
		return false
	}
	aim := sentence[at[1]:]
	board, committees := companysBoard.FindStringIndex(aim), r.register.in(aim)
	return board != nil && (len(committees) == 0 || board[0] < committees[0].start)
}

var purposeStated = regexp.MustCompile(`(?i)syftet?\s.*?\sbedöma\s|syftar\s+till\s+att\s+bedöma\s`)

// askedAmong are those of a question that names committees: all where "nämnden" stands beside them, and where it comes
// before them, as in "Rapporterar nämnden till kommunstyrelsen?", it is the nämnd that is asked of.
func (r *reader) askedAmong(question string, mentions []mention) []*entry {
	at := someNämnd.FindStringIndex(question)
	switch {
	case at == nil:
		return distinct(mentions)
	case besideNämnd.MatchString(question):
		return r.graded()
	case at[0] < mentions[0].start:
		if asked := entriesOf(r.graded(), "nämnd"); len(asked) > 0 {
			return asked
		}
	}
	return distinct(mentions)
}

// together joins two who are asked of alike.
const together = `\s+(?:och|samt|respektive|eller)\s+(?:(?:i|av|hos|till)\s+)?`

var (
	someNämnd   = regexp.MustCompile(`(?i)(?:^|[^\p{L}-])nämnd(?:en|erna)s?(?:$|[^\p{L}])`)
	besideNämnd = regexp.MustCompile(`(?i)(?:^|[^\p{L}-])nämnd(?:en|erna)s?` + together + `\p{L}*styrelsen|styrelsens?` + together + `nämnd(?:en|erna)`)
)

// ofCompany is how a question begins that asks of a company, and of no committee.
var ofCompany = regexp.MustCompile(`(?i)^\p{L}*[^s\s]\s+(bolaget|stiftelsen)\s`)
