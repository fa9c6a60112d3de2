package reading

import (
	"regexp"
	"slices"
	"strings"
)

// verdictsUponMany are those that stand after the word, or just before it: "åtgärdade rekommendationer".
func verdictsUponMany(text string) []verdictMention {
	at := ofRecommendations.FindStringIndex(text)[0]
	return slices.DeleteFunc(verdictsIn(text), func(mention verdictMention) bool {
		return mention.start < at && strings.TrimSpace(text[mention.end:max(at, mention.end)]) != ""
	})
}

// readText reads a paragraph: where the auditors judge as a whole, elsewhere the sentences in which they do.
func (v *verdictReader) readText(b block) {
	switch v.zone {
	case answering:
		return
	case judging:
		v.judge(b.text, b.line())
		v.zone = recounting
		return
	}
	if v.zone == telling && b.kind == paragraph && startsWithTask(b.text) {
		return // the text below a list goes on
	}
	for _, sentence := range sentencesOf(b.text) {
		if judgesRecommendation(sentence) && auditorsVoice.MatchString(sentence) {
			v.readSentence(sentence, b.line())
		}
	}
}

// judge reads what the auditors say where they judge.
func (v *verdictReader) judge(text string, line int) {
	advices := v.upon(text)
	if len(advices) == 0 {
		for _, sentence := range sentencesOf(text) {
			if judgesRecommendation(sentence) {
				v.readSentence(sentence, line)
			}
		}
		return
	}
	verdict, judged := judgedIn(text)
	if judged || v.waiting[0].origin == asNamed {
		v.conclude(advices, verdict, text, line)
	}
}

// upon are the recommendations that a judgement below them is upon: the one, or where it says so each of a list.
func (v *verdictReader) upon(text string) []advice {
	if len(v.waiting) != 1 && !everyone.MatchString(text) {
		return nil
	}
	var advices []advice
	for _, waiting := range v.waiting {
		advices = append(advices, waiting.advice)
	}
	return advices
}

var (
	everyone        = regexp.MustCompile(`(?i)(?:samtliga|alla|båda|bägge)\s+(?:\p{L}+\s+){0,4}?rekommendationer|rekommendationerna\s+(?:är|har|bedöms)\s+(?:samtliga|alla|båda)`)
	sentenceNumbers = regexp.MustCompile(`(?i)rekommendation(?:erna|er|en)?\s+(?:nr\.?\s*|nummer\s+)?(\d{1,2}(?:\.\d{1,2})?(?:(?:\s*,\s*|\s+och\s+|\s+samt\s+)\d{1,2}(?:\.\d{1,2})?)*)(?:[^\d.]|$)`)
	sentenceText    = regexp.MustCompile(`(?i)rekommendationen\s+(?:till\s+[\p{L}-]+(?:\s+och\s+[\p{L}-]+)?\s+)?(?:om\s+)?att\s+(.+?)\s+(?:bedöms\s|är\s|har\s|anses\s|kvarstår|inte\s+(?:har|är|längre)\s|ej\s|delvis\s+(?:har|är|bedöms)\s|till\s+viss\s+del\s)`)
	sentenceQuote   = regexp.MustCompile(`(?i)rekommendationen\s+[”“"»]([^”“"»«]{10,})[”“"»«]`)
	anyNumber       = regexp.MustCompile(`\d{1,2}(?:\.\d{1,2})?`)
)

// readSentence reads a sentence that judges, upon the recommendation that it names: by its words, its number, or as the
// one that stands above.
func (v *verdictReader) readSentence(sentence string, line int) {
	mentions := verdictsIn(sentence)
	for _, pattern := range []*regexp.Regexp{sentenceQuote, sentenceText} {
		if m := pattern.FindStringSubmatchIndex(sentence); m != nil {
			text := sentence[m[2]:m[3]]
			mentions = slices.DeleteFunc(mentions, func(mention verdictMention) bool { return mention.start < m[3] && mention.end > m[2] })
			verdict, judged := oneVerdict(mentions)
			if !judged {
				return
			}
			committees := distinct(v.register.in(sentence[:m[2]]))
			if len(committees) == 0 {
				committees = v.given(text, v.concerned())
			}
			v.conclude([]advice{{"", quotedText(text), committees, line}}, verdict, sentence, line)
			return
		}
	}
	verdict, _ := oneVerdict(mentions)
	if m := sentenceNumbers.FindStringSubmatch(sentence); m != nil {
		for _, number := range anyNumber.FindAllString(m[1], -1) {
			v.conclude(v.numberedAs(number), verdict, sentence, line)
		}
		return
	}
	advices := v.upon(sentence)
	if len(advices) == 0 || ofRecommendations.MatchString(sentence) && !everyone.MatchString(sentence) || numeration.MatchString(sentence) {
		v.warn(warnGradeUnclear, line, "%q: it is not certain which recommendation this is about", sentence)
		return
	}
	v.conclude(advices, verdict, sentence, line)
}

func (v *verdictReader) numberedAs(number string) []advice {
	if a, known := v.numbered[number]; known {
		return []advice{a}
	}
	return nil
}

// conclude notes a verdict on some recommendations.
func (v *verdictReader) conclude(advices []advice, verdict Verdict, verbatim string, line int) {
	if len(advices) == 0 {
		v.warn(warnGradeUnclear, line, "%q: it is not certain which recommendation this is about", verbatim)
	}
	if verdict == unclearVerdict {
		v.warn(warnGradeUnclear, line, "%q: the words are on no known scale", verbatim)
	}
	for _, a := range advices {
		if len(wordPattern.FindAllString(a.text, -1)) > 1 {
			v.founds = append(v.founds, found{a, verdict, strings.TrimSpace(verbatim)})
		}
	}
}
