package reading

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"uppsikt/internal/fault"
)

// TestFollowupFixtures reads each follow-up audit of testdata and compares all that was read, so that one invented value
// fails. The PDF is TestFollowupPDF's.
func TestFollowupFixtures(t *testing.T) {
	names, err := filepath.Glob("testdata/followups/*/report.*")
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures (%v)", err)
	}
	for _, name := range names {
		if filepath.Ext(name) != ".pdf" {
			readFollowup(t, filepath.Dir(name), "")
		}
	}
}

func readFollowup(t *testing.T, folder, cacheFolder string) {
	t.Run(filepath.Base(folder), func(t *testing.T) {
		got, err := readVerdictsCached(fixtureFiles(t, folder), cacheFolder)
		if err != nil {
			t.Fatal(err)
		}
		compareFixture(t, filepath.Join(folder, "expected.json"), got)
	})
}

func compareFixture(t *testing.T, file string, got VerdictReading) {
	t.Helper()
	var written bytes.Buffer
	encoder := json.NewEncoder(&written)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(got); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, written.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	compareLines(t, strings.Split(string(want), "\n"), strings.Split(written.String(), "\n"))
}

// TestAuditsHaveNoResults: what an audit asks and recommends for the first time is no result of a follow-up.
func TestAuditsHaveNoResults(t *testing.T) {
	t.Parallel()
	folders, err := filepath.Glob("testdata/*/report.txt")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no fixtures (%v)", err)
	}
	for _, name := range folders {
		read, err := ReadVerdicts(fixtureFiles(t, filepath.Dir(name)))
		if err != nil {
			t.Fatal(err)
		}
		if len(read.Results) > 0 {
			t.Errorf("%s: %+v", name, read.Results)
		}
	}
}

func TestVerdictWords(t *testing.T) {
	for text, want := range map[string]Verdict{
		"Åtgärdad":        Addressed,
		"Helt genomförd.": Addressed,
		"Rekommendationen bedöms vara omhändertagen":              Addressed,
		"Åtgärdad 2023-05-04":                                     Addressed,
		"Delvis":                                                  PartlyAddressed,
		"Till viss del beaktad":                                   PartlyAddressed,
		"Rekommendationen är åtgärdad till viss del":              PartlyAddressed,
		"Rekommendationen har inte åtgärdats fullt ut":            PartlyAddressed,
		"Ej fullt ut genomförd":                                   PartlyAddressed,
		"Rekommendationen kvarstår delvis.":                       PartlyAddressed,
		"Pågående":                                                PartlyAddressed,
		"Ej åtgärdad":                                             NotAddressed,
		"Inte påbörjad":                                           NotAddressed,
		"Rekommendationen kan inte anses vara uppfylld":           NotAddressed,
		"Kvarstår":                                                NotAddressed,
		"Ej aktuell":                                              NoLongerRelevant,
		"Rekommendationen är inte längre aktuell":                 NoLongerRelevant,
		"Överspelad, nämnden har upphört":                         NoLongerRelevant,
		"Ej uppföljd":                                             NotFollowedUp,
		"Inte granskad i denna uppföljning":                       unclearVerdict,
		"Rekommendationen har inte följts upp":                    NotFollowedUp,
		"I allt väsentligt åtgärdad":                              unclearVerdict,
		"Genomfört en utbildning för alla chefer":                 unclearVerdict,
		"Utbildning har genomförts":                               unclearVerdict,
		"Nämnden anser att rekommendationen är klar och åtgärdad": unclearVerdict,
		"Rekommendationen ska vara åtgärdad till hösten":          unclearVerdict,
		"Se avsnitt 3":                                            unclearVerdict,
	} {
		if got, _ := judgedIn(text); got != want {
			t.Errorf("%q: want %q, got %q", text, want, got)
		}
	}
}

func TestVerdictsAreReadInChildAsHere(t *testing.T) {
	files := fixtureFiles(t, "testdata/followups/headings")
	want, err := ReadVerdicts(files)
	if err != nil {
		t.Fatal(err)
	}
	got, err := NewRoom("").ReadVerdicts(context.Background(), files)
	if err != nil {
		t.Fatal(err)
	}
	if len(want.Results) == 0 || len(got.Results) != len(want.Results) {
		t.Errorf("want %d results, got %d", len(want.Results), len(got.Results))
	}
	if _, err := NewRoom("").ReadVerdicts(context.Background(), []File{{"file", []byte(" \n\n ")}}); !fault.Is(err, CodeNoText) {
		t.Errorf("want no_text, got %v", err)
	}
}

// FuzzReadVerdicts holds the reading to what its caller relies on: it ends, without panic, in a fault or in results that
// are quoted from the text.
func FuzzReadVerdicts(f *testing.F) {
	names, _ := filepath.Glob("testdata/followups/*/report.txt")
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for from := 0; from < len(content); from += fuzzedBytes {
			f.Add(content[from:min(len(content), from+fuzzedBytes)])
		}
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		read, err := ReadVerdicts([]File{{"fuzz", content}})
		if err != nil {
			return
		}
		for _, result := range read.Results {
			if result.Text == "" || result.Verbatim == "" || !utf8.ValidString(result.Text+result.Verbatim) {
				t.Errorf("a result without words: %+v", result)
			}
			if result.Verdict != nil && *result.Verdict == unclearVerdict {
				t.Errorf("an unclear verdict is told: %+v", result)
			}
		}
	})
}
