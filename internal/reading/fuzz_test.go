package reading

import "testing"

// fuzzedBytes is the length of the pieces that fuzzing begins from: short ones are read many times a second.
const fuzzedBytes = 400

// FuzzRead holds Read to what every caller relies on: it ends, without panic, in a fault or in a reading whose references
// all lead somewhere.
func FuzzRead(f *testing.F) {
	for _, folder := range []string{"testdata/scarred", "testdata/numbered", "testdata/web-page", "testdata/flattened", "testdata/earlier-audit"} {
		for _, file := range fixtureFiles(f, folder) {
			for from := 0; from < len(file.Content); from += fuzzedBytes {
				f.Add(file.Content[from:min(len(file.Content), from+fuzzedBytes)])
			}
		}
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		reading, err := Read([]File{{"fuzz", content}})
		if err != nil {
			return
		}
		known := map[string]bool{}
		for _, c := range reading.Committees {
			if c.Abbreviation != nil {
				known[*c.Abbreviation] = true
			} else if c.Name != nil {
				known[*c.Name] = true
			}
		}
		for _, a := range reading.Assessments {
			if !known[a.Committee] {
				t.Errorf("assessment of %q, who is no committee of the reading", a.Committee)
			}
		}
		for _, r := range reading.Recommendations {
			for _, c := range r.Committees {
				if !known[c] {
					t.Errorf("recommendation to %q, who is no committee of the reading", c)
				}
			}
		}
	})
}
