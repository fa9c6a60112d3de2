package reading

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// fuzzedBytes is the length of the pieces that fuzzing begins from: short ones are read many times a second.
const fuzzedBytes = 400

// addPieces begins a fuzzing from pieces of fixtures.
func addPieces(f *testing.F, folders ...string) {
	f.Helper()
	for _, folder := range folders {
		for _, file := range fixtureFiles(f, "testdata/"+folder) {
			for from := 0; from < len(file.Content); from += fuzzedBytes {
				f.Add(file.Content[from:min(len(file.Content), from+fuzzedBytes)])
			}
		}
	}
}

// FuzzRead holds Read to what every caller relies on: it ends, without panic, in a fault or in a reading whose references
// all lead somewhere.
func FuzzRead(f *testing.F) {
	addPieces(f, "scarred", "numbered", "flattened", "earlier-audit", "pages-as-lines", "two-head-rows", "memo-response-report")
	f.Fuzz(func(t *testing.T, content []byte) {
		if reading, err := Read([]File{{"fuzz", content}}); err == nil {
			refersToItself(t, reading)
		}
	})
}

func FuzzHTML(f *testing.F) {
	addPieces(f, "web-page")
	f.Fuzz(func(t *testing.T, content []byte) {
		reading, err := Read([]File{{"fuzz.html", append([]byte("<!doctype html><html><body>"), content...)}})
		if err == nil {
			refersToItself(t, reading)
		}
	})
}

// FuzzDocx puts what it is given into each of a document's parts in turn.
func FuzzDocx(f *testing.F) {
	for _, part := range []string{`<w:p><w:r><w:t>Granskning av vägunderhåll</w:t></w:r></w:p>`, `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Finns en plan?</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`, testStyles, testNumbering} {
		for place := range byte(3) {
			f.Add(place, []byte(part))
		}
	}
	f.Fuzz(func(t *testing.T, place byte, content []byte) {
		parts := []string{"word/document.xml", `<w:document` + wordNamespaces + `><w:body><w:p><w:pPr><w:pStyle w:val="Rubrik1"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>Granskning</w:t></w:r></w:p></w:body></w:document>`, "word/styles.xml", testStyles, "word/numbering.xml", testNumbering}
		at := int(place%3)*2 + 1
		parts[at] = string(content)
		if at == 1 {
			parts[at] = `<w:document` + wordNamespaces + `><w:body>` + parts[at] + `</w:body></w:document>`
		}
		reading, err := Read([]File{{"fuzz.docx", zipped(t, parts...)}})
		if err == nil {
			refersToItself(t, reading)
		}
	})
}

// FuzzMatrix reads a table of grades: whatever its cells are, a grade is one of the codes, and in its own words.
func FuzzMatrix(f *testing.F) {
	f.Add("Revisionsfråga\tKS\tSN", "Finns en plan?\tJa\tDelvis")
	f.Add("Revisionsfråga    Bedömning", "1. Finns en plan?    Inte fullt ut. Den är gammal.")
	f.Add("\tBedömning\t\n\tKS\tTN", "Finns en plan?\tEj tillämplig\t–\nFöljs den?\tJa/nej\tNej, delvis")
	f.Add("| Fråga | Svar |", "|---|---|\n| Finns en plan? | Ja, i allt väsentligt |")
	f.Fuzz(func(t *testing.T, head, rows string) {
		text := "Granskning av något\n\nGranskningen avser kommunstyrelsen och socialnämnden.\n\n" + head + "\n" + rows + "\n"
		reading, err := Read([]File{{"fuzz.txt", []byte(text)}})
		if err == nil {
			refersToItself(t, reading)
		}
	})
}

func FuzzDates(f *testing.F) {
	for _, text := range []string{"senast den 29 februari 2024", "2023-02-30", "19januari 2024", "den 1:e mars 2021", "AMN-2023-00403"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		date := firstDate(text)
		if date == nil {
			return
		}
		if again := firstDate(*date); again == nil || *again != *date {
			t.Errorf("%q is read as %q, which is no date", text, *date)
		}
		if !strings.Contains(text, (*date)[:4]) {
			t.Errorf("the year of %q does not stand in %q", *date, text)
		}
	})
}

func FuzzGrades(f *testing.F) {
	for _, text := range []string{"Delvis uppfylld", "Nej, inte fullt ut", "Ja/delvis", "inte till övervägande del", "Ja för alla utom en, där det är nej"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, g := range gradesIn(text) {
			if g.start < end || g.end <= g.start || g.end > len(text) {
				t.Fatalf("%q: %v", text, g)
			}
			end = g.end
		}
	})
}

// FuzzLayout places words and rules on a page at will: none is made up, and each is written once at the most, but for the grade
// in a cell over several columns, which is that of each. A bullet may be drawn, so bullets do not count.
func FuzzLayout(f *testing.F) {
	f.Add([]byte("Revisionsfråga KS SN Finns en plan? Ja Nej"), []byte{10, 10, 60, 10, 90, 10, 10, 30, 30, 30, 50, 30, 60, 30, 90, 30})
	f.Add([]byte("två spalter med text bredvid varandra och en rubrik"), []byte{10, 10, 120, 10, 10, 22, 120, 22, 10, 34, 120, 34, 200, 200, 0, 0})
	f.Fuzz(func(t *testing.T, text, places []byte) {
		if !utf8.Valid(text) || len(places) < 2 {
			return
		}
		page := pdfPage{width: 255, height: 255}
		for i, word := range strings.Fields(string(text)) {
			left, top := float64(places[2*i%len(places)]), float64(places[(2*i+1)%len(places)])
			size := 6 + float64(places[i%len(places)]%14)
			page.words = append(page.words, pdfWord{box: box{left, top, left + size/2*float64(utf8.RuneCountInString(word)), top + size}, text: word, bold: places[i%len(places)]%7 == 0, size: size})
		}
		for i := 0; i+3 < len(places); i += 4 {
			page.rules = append(page.rules, box{float64(places[i]), float64(places[i+1]), float64(places[i+2]), float64(places[i+3])})
		}
		written := len(lettersIn(linesOfPages([]pdfPage{page, page})))
		if most := 2 * len(lettersIn([]line{{text: strings.Join(strings.Fields(string(text)), " ")}})); written > most {
			t.Errorf("%d letters became %d", most, written)
		}
	})
}

// FuzzWholePages divides pages that stand on one line each: none of their words is made up, and each is written once at the
// most.
func FuzzWholePages(f *testing.F) {
	for _, text := range []string{
		"1. Sammanfattning Vi rekommenderar nämnden att: • besluta om mål • följa upp dem. 2 Bilaga 1 Källor",
		"Revisionsrapport Ada Exempel Cert. kommunal revisor Granskning av gator Storåns kommun 2 november 2018 Antal sidor: 11",
		"Revisionsfråga Svar 1. Finns en plan? Ja Delvis 2. Följs den? Bedömning: Socialnämnden: Nej Datum som ovan KPMG AB Ada Exempel",
		"4 Rekommendationer R1 Nämnden bör besluta. R2 Styrelsen bör följa upp. 5 Uppföljning 5.1 Iakttagelser a) Har b) Är det så?",
	} {
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, first, second string) {
		if !utf8.ValidString(first) || !utf8.ValidString(second) {
			return
		}
		d := &pageDivider{counted: map[string]int{}}
		d.divide(1, strings.Join(strings.Fields(first), " "))
		d.divide(2, strings.Join(strings.Fields(second), " "))
		written, given := wordLetters(d.lines...), wordLetters(line{text: first}, line{text: second})
		if written > given {
			t.Errorf("%d letters became %d", given, written)
		}
	})
}

func wordLetters(lines ...line) int {
	count := 0
	for _, l := range lines {
		for _, r := range l.text {
			if unicode.IsLetter(r) {
				count++
			}
		}
	}
	return count
}

func lettersIn(lines []line) string {
	var letters strings.Builder
	for _, l := range lines {
		cells := slices.CompactFunc(strings.Split(strings.ReplaceAll(l.text, "•", ""), "\t"), func(a, b string) bool { return a == b && isGradeOnly(a) })
		letters.WriteString(strings.Join(strings.Fields(strings.Join(cells, " ")), ""))
	}
	return letters.String()
}

// refersToItself holds that a reading's parts refer to committees and questions that it has, and that what is empty is told.
func refersToItself(t *testing.T, reading Reading) {
	t.Helper()
	known := map[string]bool{}
	for _, c := range reading.Committees {
		if c.Abbreviation != nil {
			known[*c.Abbreviation] = true
		} else if c.Name != nil {
			known[*c.Name] = true
		}
	}
	asked := map[string]bool{}
	for _, q := range reading.Questions {
		asked[q.Number] = true
	}
	for _, a := range reading.Assessments {
		if !known[a.Committee] || !asked[a.Question] {
			t.Errorf("assessment of %q, %q: the reading has no such", a.Committee, a.Question)
		}
	}
	for _, o := range reading.OverallAssessments {
		if !known[o.Committee] {
			t.Errorf("overall assessment of %q, who is no committee of the reading", o.Committee)
		}
	}
	for _, r := range reading.Recommendations {
		for _, c := range r.Committees {
			if !known[c] {
				t.Errorf("recommendation to %q, who is no committee of the reading", c)
			}
		}
	}
	tellsWhatIsEmpty(t, reading)
}
