package document

import (
	"slices"
	"strings"
	"testing"
)

func TestLinesBreakWhereTheyMay(t *testing.T) {
	narrow := 30.0
	for _, test := range []struct {
		name, words string
		want        []string
	}{
		{"at spaces", "nämnden beslutar att godkänna", []string{"nämnden beslutar ", "att godkänna"}},
		{"at line feeds", "ett\ntvå\n\nfyra", []string{"ett", "två", "", "fyra"}},
		{"not at no-break spaces", "nämnden antar nu 12\u00a0000 kronor", []string{"nämnden antar nu ", "12\u00a0000 kronor"}},
		{"not inside a quantity", "nämnden antar 12 000 kronor i §§ 31 a", []string{"nämnden antar ", "12 000 kronor i ", "§§ 31 a"}},
		{"not before the per cent sign", "nämnden antar nu 10 % av det", []string{"nämnden antar nu ", "10 % av det"}},
		{"at soft hyphens, which show there alone", "arbets\u00admarknads\u00adnämndens", []string{"arbetsmarknads\u00ad", "nämndens"}},
		{"not sooner for soft hyphens that do not show", strings.Repeat("i\u00ad", 20) + "i", []string{strings.Repeat("i", 21)}},
		{"after a hyphen between words", "kommunlednings-avdelningen", []string{"kommunlednings-", "avdelningen"}},
		{"not in a date or a registry number", "beslutet den 2024-02-29 AMN-2024-31", []string{"beslutet den ", "2024-02-29 ", "AMN-2024-31"}},
		{"in an overlong word, with a hyphen", "arbetsmarknadsnämndens", []string{"arbetsmarknadsn\u00ad", "ämndens"}},
		{"in an overlong number, without", "000000000000000000000", []string{"00000000000000", "0000000"}},
		{"nowhere in no words", "", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, line := range newMeasurer().breakLines(Plain(test.words), bodyStyle, narrow, nil) {
				words := ""
				for _, f := range line {
					words += f.words
				}
				got = append(got, words)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestAWordOfSeveralLooksIsNotDivided(t *testing.T) {
	words := Text{{Text: "nämnden beslutar "}, {Text: "omedel", Bold: true}, {Text: "bart"}}
	lines := newMeasurer().breakLines(words, bodyStyle, 40, nil)
	if len(lines) != 2 || len(lines[1]) != 2 || lines[1][1].x <= lines[1][0].x {
		t.Errorf("got %+v", lines)
	}
}

func TestRunesThatTheFontLacksAreReplacedVisibly(t *testing.T) {
	m := newMeasurer()
	for words, want := range map[string]string{
		"a\u030a":           "å", // composed
		"😀 漢 \U0010ffff":    "□ □ □",
		"a\tb\r\nc\u2028d":  "a b\nc\nd",
		"\x00\xff":          "□□",
		"å\u200bä\ufeffö":   "åäö", // without form of their own
		"”§ – … • ½ € −":    "”§ – … • ½ € −",
		"säker\u00adställa": "säker\u00adställa",
	} {
		if got := m.drawable(words, face{family: serif}); got != want {
			t.Errorf("%q became %q, want %q", words, got, want)
		}
	}
	for f := range files {
		if _, ok := m.advance(f, replacement); !ok {
			t.Errorf("%+v has no replacement character", f)
		}
		if _, ok := m.advance(f, softHyphen); !ok {
			t.Errorf("%+v has no soft hyphen", f)
		}
	}
}
