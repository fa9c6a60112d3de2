package reading

import (
	"regexp"
	"slices"
	"strings"
)

// answered is how alike a judgement without its grade and a question must be for the one to answer the other.
const answered = 0.8

var judgedThat = regexp.MustCompile(`(?i)^(?:vi\s+bedömer|(?:vår|revisionens|revisorernas)\s+bedömning\s+är|bedömningen\s+är)\s+(?:därför\s+|även\s+|också\s+|vidare\s+)?att\s+`)

// questionAnswered finds the question that a sentence answers in the question's own words: "Vi bedömer att organisationen
// delvis är ändamålsenlig" answers "Är organisationen ändamålsenlig?".
func (r *reader) questionAnswered(sentence string) *Question {
	begun := judgedThat.FindString(sentence)
	grades := gradesIn(sentence)
	if begun == "" || len(grades) != 1 {
		return nil
	}
	return r.nearestQuestion(sentence[len(begun):max(len(begun), grades[0].start)]+" "+sentence[grades[0].end:], answered)
}

func (r *reader) nearestQuestion(said string, least float64) *Question {
	best, most := -1, least
	for i, q := range r.reading.Questions {
		if alike := similarity(q.Text, said); alike >= most {
			best, most = i, alike
		}
	}
	if best < 0 {
		return nil
	}
	return &r.reading.Questions[best]
}

// answeredPlainly is how alike a judgement that no word grades must be to the question it answers.
const answeredPlainly = 0.85

var (
	asksWhether  = regexp.MustCompile(`(?i)^(är|har|finns|sker|görs|följer|följs|säkerställer|bedrivs|bedriver|tillämpas|arbetar|utövar|ger|kontrolleras|dokumenteras|genomförs|\p{L}+s)\s`)
	plainDenial  = regexp.MustCompile(`(?i)(?:^|\s)(inte|ej)\s`)
	measuredWord = regexp.MustCompile(`(?i)tillräcklig|helt|fullt|alltid|samtlig|(?:^|\s)alla\s|ändamålsenlig|systematisk`)
	notPlain     = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(viss\p{L}*|vissa|dock|men|bör|behöver|kan|sakna\p{L}*|brist\p{L}*|utveckl\p{L}*|stärk\p{L}*|ibland|oftast|delar|ingen|inga|inget|varken|knappast|aldrig|utom|undantag)(?:$|[^\p{L}])`)
)

// assessPlainly reads a judgement that says a question over again as a statement: "Vi bedömer att det finns en aktuell plan"
// or "… inte finns en aktuell plan". Whatever else it says makes it none.
func (r *reader) assessPlainly(sentence string, line int) {
	begun := judgedThat.FindString(sentence)
	said := strings.TrimRight(sentence[len(begun):], ". ")
	denials := len(plainDenial.FindAllString(said, -1))
	if begun == "" || denials > 1 || notPlain.MatchString(said) {
		return
	}
	affirmed := plainDenial.ReplaceAllString(said, " ")
	q := r.nearestQuestion(affirmed, answeredPlainly)
	if q == nil || !asksWhether.MatchString(q.Text) || hedgesMore(said, q.Text) || len(measuredWord.FindAllString(said, -1)) > len(measuredWord.FindAllString(q.Text, -1)) {
		return
	}
	grade := Yes
	if denials == 1 {
		grade = No
	}
	concerned := r.concernedAt(q.Number, line)
	if named := distinct(r.register.in(said)); len(named) > 0 {
		concerned = named
	}
	for _, e := range concerned {
		r.assess(q.Number, e, grade, said, line)
	}
}

// hedgesMore tells a judgement with a hedge that its question does not ask with: "i tillräcklig omfattning" may be asked for.
func hedgesMore(said, question string) bool {
	return slices.ContainsFunc(hedge.FindAllString(said, -1), func(words string) bool { return !strings.Contains(question, words) })
}
