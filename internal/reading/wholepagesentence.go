package reading

import (
	"regexp"
	"strings"
)

// signedAt is where a report is signed: the day, with or without its place or firm, before the names.
var signedAt = regexp.MustCompile(`(?:^|\s)((?:\p{Lu}\p{Ll}+,?\s+)?(?:den\s+)?(?:\d{4}-\d{2}-\d{2}|\d{1,2}\s(?:` + monthNames + `)\s\d{4})|(?:(?:\p{Lu}{2,}|PwC|Deloitte|Azets)(?:\sAB)?,?\s+)?(?i:datum|dag) som ovan,?)\s+\p{Lu}`)

// sentences keeps a paragraph together, but for questions with their grades, for recommendations after the sentence that
// announces them, and for the day and the names that end a report.
func (d *pageDivider) sentences(text string) []string {
	w := &sentenceWriter{pageDivider: d}
	start := 0
	for _, m := range append(numberedNext.FindAllStringSubmatchIndex(text, -1), []int{0, 0, len(text)}) {
		for _, sentence := range sentencesOf(text[start:m[2]]) {
			w.write(strings.TrimSpace(sentence))
		}
		start = m[2]
	}
	w.flush()
	return w.found
}

// sentenceWriter puts sentences into paragraphs.
type sentenceWriter struct {
	*pageDivider
	found []string
	open  string // the paragraph that may go on
}

func (w *sentenceWriter) flush() {
	if w.open != "" {
		w.found = append(w.found, w.open)
	}
	w.open = ""
}

func (w *sentenceWriter) write(sentence string) {
	if at := signedAt.FindStringSubmatchIndex(sentence); at != nil && (at[2] == 0 || endsSentence(strings.TrimSpace(sentence[:at[2]])) || datedAbove.MatchString(sentence[at[2]:])) {
		w.writePlain(strings.TrimSpace(sentence[:at[2]]))
		w.tasks = false
		w.flush()
		w.found = append(w.found, sentence[at[2]:at[3]])
		sentence = strings.TrimSpace(sentence[at[3]:])
	}
	if strings.HasSuffix(sentence, "?") {
		sentence = w.writeBefore(sentence)
	}
	w.writePlain(sentence)
}

func (w *sentenceWriter) writePlain(sentence string) {
	if colon := introduction(sentence); colon > 0 {
		w.open = strings.TrimSpace(w.open + " " + sentence[:colon+1])
		w.flush()
		w.tasks = !strings.HasSuffix(sentence, "?")
		sentence = strings.TrimSpace(sentence[colon+1:])
	}
	switch {
	case sentence == "":
	case strings.HasSuffix(sentence, "?"):
		if numberOfNext.MatchString(w.open) {
			sentence, w.open = w.open+" "+sentence, ""
		}
		w.flush()
		w.found = append(w.found, sentence)
	case isCommitteeName(sentence):
		w.flush()
		w.found = append(w.found, sentence)
	case w.advising && dutyOpening.MatchString(sentence):
		w.flush()
		w.open = sentence
	case w.tasks && opensTask(sentence):
		w.flush()
		w.writeTasks(sentence)
	case w.open == "" && w.afterQuestion() && len(onlyGrades(sentence)) > 1:
		w.found[len(w.found)-1] += " " + sentence
	default:
		w.tasks = false
		w.open = strings.TrimSpace(w.open + " " + sentence)
	}
}

// numberOfNext is a question's number, whose stop is no end of a sentence.
var numberOfNext = regexp.MustCompile(`^(?:\p{Lu}\p{L}+\s)?\d{1,2}(?:\.\d{1,2})*[.:]?$`)

// numberAtEnd is the number of the question that comes after it.
var numberAtEnd = regexp.MustCompile(`(?:^|\s)(\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}\.)\s*$`)

// introduction is where the colon stands after which a question comes, or recommendations that were announced; -1 where
// there is none.
func introduction(sentence string) int {
	if strings.HasSuffix(sentence, "?") {
		return strings.LastIndex(sentence, ": ")
	}
	for _, m := range colonInside.FindAllStringIndex(sentence, -1) {
		if strings.Contains(strings.ToLower(sentence[:m[0]]), "rekommend") && opensTask(sentence[m[1]:]) {
			return m[0]
		}
	}
	return -1
}

var colonInside = regexp.MustCompile(`:\s+`)

// writeTasks writes recommendations that no stop stands between, and what comes after them: the signature, or the
// announcement of others.
func (w *sentenceWriter) writeTasks(sentence string) {
	end, next := len(sentence), false
	if m := signedAt.FindStringSubmatchIndex(sentence); m != nil {
		end = m[2]
	}
	if m := afterItem.FindStringSubmatchIndex(sentence); m != nil && m[2] < end {
		end, next = m[2], true
	}
	for _, task := range tasksIn(strings.TrimSpace(sentence[:end])) {
		w.found = append(w.found, "- "+task)
	}
	if next {
		w.tasks = false
		w.writePlain(sentence[end:])
		return
	}
	w.open = sentence[end:]
}

var capitalMidway = regexp.MustCompile(`\p{Ll}\s(\p{Lu})`)

// tasksIn divides recommendations that no stop stands between: each begins with a capital, and with what is to be done.
func tasksIn(sentence string) []string {
	var tasks []string
	start := 0
	for _, m := range capitalMidway.FindAllStringSubmatchIndex(sentence, -1) {
		if opensTask(sentence[m[2]:]) {
			tasks = append(tasks, strings.TrimSpace(sentence[start:m[2]]))
			start = m[2]
		}
	}
	return append(tasks, sentence[start:])
}

func (w *sentenceWriter) afterQuestion() bool {
	return len(w.found) > 0 && strings.HasSuffix(w.found[len(w.found)-1], "?")
}

// asksMidway is a word that begins a question, with the capital that it has nowhere else.
var asksMidway = regexp.MustCompile(`\s((?:Är|Har|Finns|Hur|Vad|Vilka|Vilken|Vilket|Säkerställer|Säkerställs|Sker|Görs|Följs|Följer|Bedrivs|Bedriver|Tillämpas|Arbetar|Genomförs|Utövar|Ger|Får|Kan|Tar|Vidtas|Vidtar|Används|Dokumenteras|Kontrolleras|Prövas|Hanteras|Rapporteras|Redovisas|Upprättas|Utvärderas|Efterlevs|Erbjuds|Fattas|Samverkar|Fungerar|Bygger|I vilken|På vilket sätt)\s)`)

// writeBefore writes what stands before a question without an end of sentence between: the grades of the question before,
// the head of a table, a heading. It gives the question.
func (w *sentenceWriter) writeBefore(sentence string) string {
	grades, rest := gradesBefore(sentence)
	switch {
	case grades == "":
	case w.open == "" && w.afterQuestion() && len(onlyGrades(grades)) > 1:
		w.found[len(w.found)-1] += " " + grades
	default:
		w.flush()
		w.found = append(w.found, grades)
	}
	rest = strings.TrimLeft(rest, ": ")
	asks := asksMidway.FindAllStringSubmatchIndex(rest, -1)
	if len(asks) == 0 {
		return rest
	}
	at := asks[len(asks)-1][2]
	if m := numberAtEnd.FindStringSubmatchIndex(rest[:at]); m != nil {
		at = m[2]
	}
	before := strings.TrimSpace(rest[:at])
	if before == "" || strings.HasSuffix(before, ":") {
		return rest
	}
	label := lastWord(before)
	if isHeadWord(label) || isKnownHeading(label) {
		w.writePlain(strings.TrimSpace(strings.TrimSuffix(before, label)))
		before = label
	}
	w.flush()
	w.found = append(w.found, before)
	return rest[at:]
}

// gradesBefore divides the grades that a question begins with from the question.
func gradesBefore(sentence string) (grades, question string) {
	question = sentence
	for {
		grade, ok := leadingGrade(question)
		rest := ""
		if ok {
			rest = strings.TrimSpace(question[grade.end:])
		}
		if !startsWithUpper(rest) {
			return grades, question
		}
		grades, question = strings.TrimSpace(grades+" "+question[:grade.end]), rest
	}
}

func lastWord(text string) string { return text[strings.LastIndex(text, " ")+1:] }
