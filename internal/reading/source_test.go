package reading

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
)

// TestSourceOfFixtures asks of every fixture that each place given holds its value, and that title, questions and
// recommendations have one.
func TestSourceOfFixtures(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/*/report.*")
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures (%v)", err)
	}
	for _, name := range names {
		if filepath.Ext(name) != ".pdf" {
			checkSource(t, filepath.Dir(name), "")
		}
	}
	checkSource(t, "../app/demo/reports", "")
}

func checkSource(t *testing.T, folder, cacheFolder string) {
	t.Run(filepath.Base(folder), func(t *testing.T) { checkSourceOf(t, fixtureFiles(t, folder), cacheFolder) })
}

func checkSourceOf(t *testing.T, files []File, cacheFolder string) {
	reading, err := readWithSource(files, cacheFolder)
	if err != nil {
		t.Fatal(err)
	}
	values := valuesOf(reading)
	placed := map[string]bool{}
	for _, place := range reading.Source.Places {
		placed[place.Pointer] = true
		text := textAt(reading.Source, place)
		if !slices.ContainsFunc(values[place.Pointer], func(value string) bool { return holdsInOrder(text, value) || holdsMisspelt(text, value) }) {
			t.Errorf("%s: lines %d+%d do not hold %q:\n%s", place.Pointer, place.Line, place.Lines, values[place.Pointer], text)
		}
	}
	for pointer := range values {
		if !placed[pointer] && neverWithoutPlace(pointer) {
			t.Errorf("%s: %q has no place", pointer, values[pointer])
		}
	}
}

// holdsMisspelt tells whether the last word of a committee's name stands in the text with a letter or two wrong, or with
// another ending.
func holdsMisspelt(text, name string) bool {
	words := strings.Fields(strings.ToLower(name))
	last := words[len(words)-1]
	return strings.Contains(last, "nämnd") && slices.ContainsFunc(strings.Fields(strings.ToLower(text)), func(word string) bool {
		return distance(last, strings.Trim(word, ".,:;"), 2) <= 2
	})
}

func neverWithoutPlace(pointer string) bool {
	return pointer == "/title" || strings.HasPrefix(pointer, "/questions/") || strings.HasPrefix(pointer, "/recommendations/")
}

// valuesOf gives by pointer what may stand for a value in the text.
func valuesOf(r Reading) map[string][]string {
	values := map[string][]string{}
	keep := func(pointer string, value *string) {
		if value != nil {
			values[pointer] = append(values[pointer], *value)
		}
	}
	keep("/title", r.Title)
	keep("/commissionedBy", r.CommissionedBy)
	keep("/registryNumber", r.RegistryNumber)
	if r.Firm != nil {
		values["/firm"] = append([]string{*r.Firm}, map[string][]string{"EY": {"Ernst Young"}, "PwC": {"PricewaterhouseCoopers"}}[*r.Firm]...)
	}
	for pointer, date := range map[string]*string{"/reportDate": r.ReportDate, "/responseDue": r.ResponseDue} {
		if date != nil {
			values[pointer] = dateSpellings(*date)
		}
	}
	for i, c := range r.Committees {
		keep(fmt.Sprintf("/committees/%d", i), c.Name)
		keep(fmt.Sprintf("/committees/%d", i), c.Abbreviation)
	}
	for i, a := range r.Addressees {
		values[fmt.Sprintf("/addressees/%d", i)] = []string{a.Name}
		for _, c := range r.Committees {
			if c.Name != nil && *c.Name == a.Name {
				keep(fmt.Sprintf("/addressees/%d", i), c.Abbreviation)
			}
		}
	}
	for i, q := range r.Questions {
		values[fmt.Sprintf("/questions/%d", i)] = []string{q.Text}
	}
	for i, a := range r.Assessments {
		values[fmt.Sprintf("/assessments/%d", i)] = []string{a.Verbatim}
	}
	for i, o := range r.OverallAssessments {
		values[fmt.Sprintf("/overallAssessments/%d", i)] = []string{o.Verbatim}
	}
	for i, advised := range r.Recommendations {
		values[fmt.Sprintf("/recommendations/%d", i)] = []string{advised.Text}
		for k, variant := range advised.Variants {
			values[fmt.Sprintf("/recommendations/%d/variants/%d", i, k)] = []string{variant}
		}
	}
	for i, criterion := range r.Criteria {
		values[fmt.Sprintf("/criteria/%d", i)] = []string{criterion}
	}
	for i, d := range r.Documents {
		values[fmt.Sprintf("/documents/%d", i)] = []string{d.Title}
	}
	return values
}

func dateSpellings(date string) []string {
	day, month := strings.TrimPrefix(date[8:], "0"), strings.TrimPrefix(date[5:7], "0")
	spellings := []string{date, day + "/" + month + " " + date[:4]}
	for name, month := range months {
		if date[5:7] == fmt.Sprintf("%02d", month) {
			spellings = append(spellings, day+" "+name+" "+date[:4])
		}
	}
	return spellings
}

func textAt(source *Source, place SourcePlace) string {
	var text []string
	for _, l := range source.Files[place.File].Lines[place.Line : place.Line+place.Lines] {
		text = append(text, l.Text)
	}
	return strings.Join(text, "\n")
}

// holdsInOrder tells whether a value's letters stand in a text in their order: other columns' words, page numbers and
// hyphens may stand between them, and an ending may be another.
func holdsInOrder(text, value string) bool {
	wanted := []rune(strings.TrimSuffix(onlyLetters(value), "en"))
	for _, r := range onlyLetters(text) {
		if len(wanted) > 0 && r == wanted[0] {
			wanted = wanted[1:]
		}
	}
	return len(wanted) == 0
}

func onlyLetters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// TestSourceFindsWhatThePageBroke names some places line by line, counted from 1 as an editor does.
func TestSourceFindsWhatThePageBroke(t *testing.T) {
	for fixture, wanted := range map[string]map[string][]string{
		"scarred": {
			"/title":                        {"0:3+2"},
			"/questions/1":                  {"0:47+6", "0:61+2"}, // over the end of a page; the second hyphenated
			"/recommendations/0":            {"0:71+2", "0:26+2"}, // the chapter's first, then the summary's
			"/recommendations/1":            {"0:73+1"},
			"/recommendations/1/variants/0": {"0:28+2"},
		},
		"letter-and-minutes": {
			"/title":        {"2:1+1"},
			"/responseDue":  {"0:14+1"},
			"/addressees/1": {"0:10+1", "0:14+1"},
		},
		"layout-table": { // columns beside one another
			"/questions/0":   {"0:73+1", "0:46+2", "0:89+1"},
			"/assessments/2": {"0:53+1"},
		},
		"minutes-first": { // a row for each committee
			"/assessments/1": {"0:120+1"},
			"/questions/0":   {"0:80+1", "0:94+1"}, // not the table of contents
		},
		"several-scales": {
			"/assessments/5": {"0:19+1"},
			"/addressees/0":  nil, // asked as one of "de granskade nämnderna"
		},
		"stacked-matrix": {"/assessments/0": {"0:20+2"}},
	} {
		reading, err := readWithSource(fixtureFiles(t, filepath.Join("testdata", fixture)), "")
		if err != nil {
			t.Fatal(err)
		}
		for pointer, want := range wanted {
			var got []string
			for _, p := range reading.Source.Places {
				if p.Pointer == pointer {
					got = append(got, fmt.Sprintf("%d:%d+%d", p.File, p.Line+1, p.Lines))
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s %s: want %v, got %v", fixture, pointer, want, got)
			}
		}
	}
}

func TestSourceOfUppsala(t *testing.T) {
	t.Parallel()
	readUppsala(t, uppsalaReport) // skips where the case is not there
	var files []File
	for _, name := range []string{uppsalaReport, uppsalaPage} {
		content, err := os.ReadFile(filepath.Join(uppsalaCase, name))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, File{name, content})
	}
	checkSourceOf(t, files, "")
}

func TestSourceChangesNothingElse(t *testing.T) {
	files := fixtureFiles(t, "testdata/scarred")
	want, err := Read(files)
	if err != nil {
		t.Fatal(err)
	}
	got, err := NewRoom("").ReadWithSource(context.Background(), files)
	if err != nil {
		t.Fatal(err)
	}
	if got.Source == nil || len(got.Source.Places) == 0 || want.Source != nil {
		t.Fatalf("sources: with %v, without %v", got.Source, want.Source)
	}
	if lines := got.Source.Files[0].Lines; strings.Join(textsOf(lines), "\n") != string(files[0].Content) {
		t.Error("the lines are not those of the file")
	}
	got.Source = nil
	compare(t, want, got)
}

func textsOf(lines []SourceLine) []string {
	var texts []string
	for _, l := range lines {
		texts = append(texts, l.Text)
	}
	return texts
}

func TestSourceTooLongIsLeftOut(t *testing.T) {
	r, texts, err := newReaderOf(fixtureFiles(t, "testdata/bulleted"), "")
	if err != nil {
		t.Fatal(err)
	}
	texts = append(texts, extract{lines: []line{{text: strings.Repeat("x", mostSourceBytes)}}})
	r.addSource(nil, texts)
	told := slices.ContainsFunc(r.reading.Warnings, func(w Warning) bool { return w.Code == warnTruncated && strings.HasPrefix(w.Message, "source") })
	if r.reading.Source != nil || !told {
		t.Errorf("source %v, warnings %v", r.reading.Source != nil, r.reading.Warnings)
	}
}

// TestSearchStopsInPathologicalText looks for words whose beginnings stand everywhere.
func TestSearchStopsInPathologicalText(t *testing.T) {
	t.Parallel()
	var lines []line
	for i := range 2000 {
		lines = append(lines, line{number: i + 1, text: strings.Repeat("a  ", 40)})
	}
	s := searchedText(0, extract{lines: lines})
	started := time.Now()
	s.find(strings.Repeat("a", 3000)+"b", s.all())
	if passed := time.Since(started); passed > 10*time.Second {
		t.Errorf("it took %v", passed)
	}
}

func TestLimitedOutput(t *testing.T) {
	output := limitedOutput{left: 4}
	if _, err := io.Copy(&output, strings.NewReader("lång")); err == nil {
		t.Error("five bytes were taken where four are left")
	}
}
