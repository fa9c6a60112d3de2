package reading

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

var otherLetters = strings.NewReplacer("ffi", "ﬃ", "ff", "ﬀ", "fi", "ﬁ", "fl", "ﬂ", "nn", "n\u00adn", "\n", "\u200b \r\n")

var anySpaces = regexp.MustCompile(`[\n\f]? +`)

func twoForOne(spaces string) string {
	if spaces == " " {
		return "\u2009 "
	}
	return spaces
}

// inOtherLetters writes a text as some programs take it out of pages: letters and their marks apart, ligatures, two spaces
// for one, signs that take no place.
func inOtherLetters(text string) string {
	return "\uFEFF" + norm.NFD.String(otherLetters.Replace(anySpaces.ReplaceAllStringFunc(text, twoForOne)))
}

// TestOtherLettersReadAlike reads every fixture in text as it stands and in letters that look the same.
func TestOtherLettersReadAlike(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/*/report.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no fixtures (%v)", err)
	}
	for _, name := range names {
		t.Run(filepath.Base(filepath.Dir(name)), func(t *testing.T) {
			files := fixtureFiles(t, filepath.Dir(name))
			want, err := Read(files)
			if err != nil {
				t.Fatal(err)
			}
			for i := range files {
				if filepath.Ext(files[i].Name) == ".txt" {
					files[i].Content = []byte(inOtherLetters(string(files[i].Content)))
				}
			}
			got, err := Read(files)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, want, got)
		})
	}
}

func TestBulletsOfALostFont(t *testing.T) {
	for text, want := range map[string]string{
		"§ Finns en plan?\n§ Följs den upp?": "• Finns en plan?\n• Följs den upp?",
		"  Ø att besluta\n  Ø att följa upp": "  • att besluta\n  • att följa upp",
		"?\tTa fram en plan\n?\tFölj upp":    "•\tTa fram en plan\n•\tFölj upp",
		"§ Finns en plan?":                   "• Finns en plan?",
		"? Finns en plan":                    "? Finns en plan",
		"§ 12 Ärendet\n§ 13 Övrigt":          "§ 12 Ärendet\n§ 13 Övrigt",
		"? Ja\n? Nej":                        "? Ja\n? Nej",
		"n ä m n d\nn ä m n d":               "n ä m n d\nn ä m n d",
	} {
		var got []string
		for _, l := range inPlainLetters(textLines(text)) {
			got = append(got, l.text)
		}
		if strings.Join(got, "\n") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestHalvesOfAWordOnOneLine(t *testing.T) {
	for text, want := range map[string]string{
		"barn- och utbild- ningsnämnden":   "barn- och utbildningsnämnden",
		"en rättvi- sande bild":            "en rättvisande bild",
		"på kort- till medellång sikt":     "på kort- till medellång sikt",
		"plan- bygg- och miljönämnden":     "plan- bygg- och miljönämnden",
		"om verksamheten- etapp ett":       "om verksamheten- etapp ett",
		"HR- frågor och IT- stöd":          "HR-frågor och IT-stöd",
		"Förskole- respektive skolnämnden": "Förskole- respektive skolnämnden",
		"nämnden säker- ställer":           "nämnden säkerställer",
		"kvalitets- säkerhets- och miljö":  "kvalitets- säkerhets- och miljö",
		"kommunens IT- system, 10- 12":     "kommunens IT-system, 10- 12",
	} {
		if got := withWholeWords(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
