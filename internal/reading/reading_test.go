package reading

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what was read to the fixtures' expected.json; look through the difference")

// TestFixtures reads each folder of testdata and compares all that was read, so that one invented value fails. Those with
// a PDF are TestPDFFixtures'.
func TestFixtures(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/*/report.*")
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures (%v)", err)
	}
	for _, name := range names {
		if filepath.Ext(name) != ".pdf" {
			readFixture(t, name, "")
		}
	}
}

func readFixture(t *testing.T, report, cacheFolder string) {
	folder := filepath.Dir(report)
	expected := filepath.Join(folder, "expected.json")
	t.Run(filepath.Base(folder), func(t *testing.T) {
		got, err := readCached(fixtureFiles(t, folder), cacheFolder)
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(expected, []byte(asJSON(t, got)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		content, err := os.ReadFile(expected)
		if err != nil {
			t.Fatal(err)
		}
		var want Reading
		if err := json.Unmarshal(content, &want); err != nil {
			t.Fatal(err)
		}
		compare(t, want, got)
	})
}

// fixtureFiles gives a fixture's files in the order of their names.
func fixtureFiles(t testing.TB, folder string) []File {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var files []File
	for _, e := range entries {
		if e.Name() == "expected.json" {
			continue
		}
		content, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, File{e.Name(), content})
	}
	return files
}

// compare shows the first lines where two readings differ.
func compare(t *testing.T, want, got Reading) {
	t.Helper()
	compareLines(t, strings.Split(asJSON(t, want), "\n"), strings.Split(asJSON(t, got), "\n"))
}

func compareLines(t *testing.T, wanted, gotten []string) {
	t.Helper()
	for i := 0; i < max(len(wanted), len(gotten)); i++ {
		if i >= len(wanted) || i >= len(gotten) || wanted[i] != gotten[i] {
			from := max(0, i-4)
			t.Errorf("line %d\nwant:\n%s\ngot:\n%s", i+1, excerpt(wanted, from), excerpt(gotten, from))
			return
		}
	}
}

func excerpt(lines []string, from int) string {
	from = min(from, len(lines))
	return strings.Join(lines[from:min(len(lines), from+12)], "\n")
}

func asJSON(t testing.TB, reading Reading) string {
	t.Helper()
	var text strings.Builder
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(reading); err != nil {
		t.Fatal(err)
	}
	return text.String()
}
