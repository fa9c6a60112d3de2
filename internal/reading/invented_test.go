package reading

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// tellsWhatIsEmpty holds that whatever a reading leaves null or empty has a warning.
func tellsWhatIsEmpty(t *testing.T, reading Reading) {
	t.Helper()
	told := func(value string) bool {
		return slices.ContainsFunc(reading.Warnings, func(w Warning) bool {
			return w.Code == warnNotFound && strings.HasPrefix(w.Message, value+":")
		})
	}
	for value, empty := range map[string]bool{
		"title": reading.Title == nil, "firm": reading.Firm == nil, "commissionedBy": reading.CommissionedBy == nil,
		"reportDate": reading.ReportDate == nil, "responseDue": reading.ResponseDue == nil, "registryNumber": reading.RegistryNumber == nil,
		"committees": len(reading.Committees) == 0, "addressees": len(reading.Addressees) == 0, "questions": len(reading.Questions) == 0,
		"assessments": len(reading.Assessments) == 0, "overallAssessments": len(reading.OverallAssessments) == 0,
		"criteria": len(reading.Criteria) == 0, "documents": len(reading.Documents) == 0,
	} {
		if empty && !told(value) {
			t.Errorf("%s is empty and no warning says so", value)
		}
	}
	for _, a := range reading.Assessments {
		if a.Grade == nil && !warned(reading, warnGradeUnclear) {
			t.Errorf("question %s, %s: no grade and no warning", a.Question, a.Committee)
		}
	}
	for _, o := range reading.OverallAssessments {
		if o.Grade == nil && !warned(reading, warnGradeUnclear) {
			t.Errorf("overall assessment of %s: no grade and no warning", o.Committee)
		}
	}
	if len(reading.Recommendations) == 0 && !warned(reading, warnNoRecommendations) {
		t.Error("no recommendations and no warning")
	}
}

var notLetters = regexp.MustCompile(`[^\p{L}\d]+`)

// wordsSaid are the words that files say, and those that a broken line may make whole.
func wordsSaid(files []File, cacheFolder string) (map[string]bool, string, error) {
	said := map[string]bool{}
	var all strings.Builder
	for _, file := range files {
		text, err := extractOf(file, cacheFolder)
		if err != nil {
			return nil, "", err
		}
		for _, l := range tidy(inPlainLetters(text.lines)) {
			for _, word := range notLetters.Split(strings.ToLower(l.text), -1) {
				said[word] = true
			}
			all.WriteString(notLetters.ReplaceAllString(strings.ToLower(l.text), ""))
		}
	}
	return said, all.String(), nil
}

// TestNothingIsInvented holds of every fixture that each word of its reading stands in its files, and that the fixtures'
// readings refer to themselves and tell what they lack.
func TestNothingIsInvented(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/*/report.*")
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures (%v)", err)
	}
	for _, name := range names {
		if filepath.Ext(name) == ".pdf" {
			continue
		}
		t.Run(filepath.Base(filepath.Dir(name)), func(t *testing.T) { inventsNothing(t, fixtureFiles(t, filepath.Dir(name)), "") })
	}
}

func inventsNothing(t *testing.T, files []File, cacheFolder string) {
	t.Helper()
	reading, err := readCached(files, cacheFolder)
	if err != nil {
		t.Fatal(err)
	}
	refersToItself(t, reading)
	said, all, err := wordsSaid(files, cacheFolder)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range quotations(reading) {
		for _, word := range notLetters.Split(strings.ToLower(text), -1) {
			if !said[word] && !strings.Contains(all, word) {
				t.Errorf("%q of %q stands nowhere in the files", word, text)
			}
		}
	}
}

// quotations are a reading's values that are the files' own words.
func quotations(reading Reading) []string {
	var texts []string
	for _, text := range []*string{reading.Title, reading.CommissionedBy, reading.RegistryNumber} {
		if text != nil {
			texts = append(texts, *text)
		}
	}
	for _, q := range reading.Questions {
		texts = append(texts, q.Text)
	}
	for _, a := range reading.Assessments {
		texts = append(texts, a.Verbatim)
	}
	for _, o := range reading.OverallAssessments {
		texts = append(texts, o.Verbatim)
	}
	for _, r := range reading.Recommendations {
		texts = append(append(texts, r.Text), r.Variants...)
	}
	for _, d := range reading.Documents {
		texts = append(texts, d.Title)
	}
	return append(texts, reading.Criteria...)
}
