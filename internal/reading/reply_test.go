package reading

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"uppsikt/internal/fault"
)

// TestResponses reads each folder of testdata/responses and compares all that was read, so that one invented value fails.
func TestResponses(t *testing.T) {
	folders, err := filepath.Glob("testdata/responses/*")
	if err != nil || len(folders) < 8 {
		t.Fatalf("%d fixtures (%v)", len(folders), err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			got, err := ReadResponse(fixtureFiles(t, folder))
			if err != nil {
				t.Fatal(err)
			}
			compareResponses(t, filepath.Join(folder, "expected.json"), got)
		})
	}
}

func compareResponses(t *testing.T, expected string, got ResponseReading) {
	t.Helper()
	if *update {
		if err := os.WriteFile(expected, []byte(indented(t, got)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	content, err := os.ReadFile(expected)
	if err != nil {
		t.Fatal(err)
	}
	var want ResponseReading
	if err := json.Unmarshal(content, &want); err != nil {
		t.Fatal(err)
	}
	wanted, gotten := strings.Split(indented(t, want), "\n"), strings.Split(indented(t, got), "\n")
	for i := 0; i < max(len(wanted), len(gotten)); i++ {
		if i >= len(wanted) || i >= len(gotten) || wanted[i] != gotten[i] {
			t.Fatalf("line %d\nwant:\n%s\ngot:\n%s", i+1, excerpt(wanted, max(0, i-4)), excerpt(gotten, max(0, i-4)))
		}
	}
}

func indented(t testing.TB, value any) string {
	t.Helper()
	var text strings.Builder
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func TestResponseIsReadInChildAsHere(t *testing.T) {
	files := fixtureFiles(t, "testdata/responses/memorandum-first")
	want, err := ReadResponse(files)
	if err != nil {
		t.Fatal(err)
	}
	got, err := NewRoom("").ReadResponse(context.Background(), files)
	if err != nil {
		t.Fatal(err)
	}
	if indented(t, want) != indented(t, got) {
		t.Errorf("want %s\ngot %s", indented(t, want), indented(t, got))
	}
}

// TestReportIsNoResponse reads reports as if they were responses: nothing in them is the committee's.
func TestReportIsNoResponse(t *testing.T) {
	for _, name := range []string{"inline", "region", "paragraphs", "association", "answers-below", "bulleted", "scarred", "docx-styles"} {
		got, err := ReadResponse(fixtureFiles(t, filepath.Join("testdata", name)))
		if err != nil {
			t.Fatal(err)
		}
		if got.Committee != nil || got.RegistryNumber != nil || got.Date != nil || got.DecidedOn != nil || got.Paragraph != nil ||
			len(got.ProposedDecision) > 0 || len(got.Answers) > 0 {
			t.Errorf("%s: %s", name, indented(t, got))
		}
	}
}

func TestStances(t *testing.T) {
	for sentence, want := range map[string]taken{
		"Nämnden instämmer i revisionens rekommendation.":                   {Accepts, "Nämnden instämmer", true, false},
		"Vård- och omsorgsnämnden delar helt revisorernas bedömning.":       {Accepts, "omsorgsnämnden delar helt revisorernas bedömning", false, false},
		"Förvaltningen står bakom rekommendationen.":                        {Accepts, "Förvaltningen står bakom", true, false},
		"Delvis instämmer nämnden i rekommendationen.":                      {PartlyAccepts, "Delvis instämmer", true, false},
		"Nämnden delar till viss del revisionens uppfattning.":              {PartlyAccepts, "Nämnden delar till viss del revisionens uppfattning", false, false},
		"Styrelsen ställer sig inte bakom förslaget.":                       {Rejects, "Styrelsen ställer sig inte bakom", false, false},
		"Nämnden instämmer ej.":                                             {Rejects, "Nämnden instämmer ej", false, false},
		"Nämnden tar inte ställning i frågan.":                              {TakesNoPosition, "Nämnden tar inte ställning", false, false},
		"Nämnden har inget att erinra mot rekommendationen.":                {unclearStance, "Nämnden har inget att erinra mot rekommendationen", true, false},
		"Nämnden instämmer i allt väsentligt.":                              {unclearStance, "Nämnden instämmer i allt väsentligt", false, false},
		"Nämnden instämmer i kritiken men delar inte revisionens slutsats.": {unclearStance, "Nämnden instämmer", false, false},
		"Nämnden instämmer i samtliga rekommendationer.":                    {Accepts, "Nämnden instämmer i samtliga rekommendationer", true, true},
		"Nämnden instämmer i rekommendationerna 1 och 3.":                   {Accepts, "Nämnden instämmer", true, false},
		"Nämnden instämmer i samtliga rekommendationer förutom den andra.":  {Accepts, "Nämnden instämmer", true, false},
		"Nämnden ställer sig bakom merparten av rekommendationerna.":        {Accepts, "Nämnden ställer sig bakom", true, false},
	} {
		if got, ok := stanceIn(sentence); !ok || got != want {
			t.Errorf("%q: want %+v, got %+v %v", sentence, want, got, ok)
		}
	}
	for _, sentence := range []string{
		"Revisionen instämmer inte i nämndens svar.", "Instämmer nämnden i rekommendationen?", "Lokalerna delar vi med skolan.",
		"Nämnden delar lokaler med biblioteket.", "Rutinen infördes 2023.",
	} {
		if got, ok := stanceIn(sentence); ok {
			t.Errorf("%q: no stance wanted, got %+v", sentence, got)
		}
	}
}

// TestCutTextsAreRead cuts fixtures in two at every nineteenth line: whatever is left is read, and no place is outside of it.
func TestCutTextsAreRead(t *testing.T) {
	t.Parallel()
	responses, _ := filepath.Glob("testdata/responses/*/*.*")
	reports, _ := filepath.Glob("testdata/*/report.txt")
	for _, name := range append(responses, reports...) {
		if filepath.Ext(name) == ".docx" {
			continue // a part of one is no document
		}
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.SplitAfter(string(content), "\n")
		for end := 9; end < len(lines); end += 57 {
			files := []File{{name, []byte(strings.Join(lines[:end], ""))}, {name, []byte(strings.Join(lines[end:], ""))}}
			if _, err := ReadResponse(files); err != nil && !fault.Is(err, CodeNoText) {
				t.Fatalf("%s, cut at line %d: %v", name, end, err)
			}
			reading, err := readWithSource(files, "")
			if err != nil {
				continue
			}
			for _, p := range reading.Source.Places {
				if p.Line < 0 || p.Lines < 1 || p.Line+p.Lines > len(reading.Source.Files[p.File].Lines) {
					t.Errorf("%s, cut at line %d: %+v", name, end, p)
				}
			}
		}
	}
}
