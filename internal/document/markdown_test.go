package document

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestParseMarkdownReadsTheSubset(t *testing.T) {
	got := ParseMarkdown("Nämnden **delar** revisorernas *bedömning*, se [policyn](https://storan.example/policy).\n\n" +
		"1. Första\n2. Andra\n   - inre\n\nMejla <registrator@storan.example>  \neller ring.")
	want := []Block{
		Paragraph{Text{
			{Text: "Nämnden "}, {Text: "delar", Bold: true}, {Text: " revisorernas "}, {Text: "bedömning", Italic: true},
			{Text: ", se "}, {Text: "policyn", Link: "https://storan.example/policy"}, {Text: "."},
		}},
		List{Ordered: true, Start: 1, Items: []Item{
			{Paragraph{Plain("Första")}},
			{Paragraph{Plain("Andra")}, List{Items: []Item{{Paragraph{Plain("inre")}}}}},
		}},
		Paragraph{Text{
			{Text: "Mejla "}, {Text: "registrator@storan.example", Link: "mailto:registrator@storan.example"}, {Text: "\neller ring."},
		}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %#v\nwant %#v", got, want)
	}
}

func TestParseMarkdownKeepsWhatIsOutsideTheSubsetAsWords(t *testing.T) {
	for _, source := range []string{
		"# Rubrik", "Rubrik\n===", "```\nkod\n```", "    indragen kod", "`kod`", "![bild](https://storan.example/x.png)",
		"<script>alert(1)</script>", "<b>fet</b>", "| a | b |\n|---|---|\n| 1 | 2 |", "> citat", "---", "[ref]: https://storan.example",
		"R&D &amp; mer", "5 * 3 * 2", "Dnr AMN_2024_0031", "\tindraget", "  två\n   tre\n        åtta",
	} {
		got := PlainText(Document{Blocks: ParseMarkdown(source)})
		if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(source), " ") {
			t.Errorf("%q became %q", source, got)
		}
	}
}

func TestParseMarkdownShowsAddressesNobodyMayBeSentTo(t *testing.T) {
	got := ParseMarkdown(`[här](javascript:alert(1)) och [där](https://storan.example "titeln")`)
	if text := PlainText(Document{Blocks: got}); text != "här (javascript:alert(1)) och där (titeln)\n" {
		t.Errorf("got %q", text)
	}
	if h := HTML(got); strings.Contains(h, `href="javascript`) {
		t.Errorf("a script's address became a link: %s", h)
	}
}

func FuzzParseMarkdownLosesNoWord(f *testing.F) {
	for _, seed := range []string{"- a\n\n\n      b", "1) x\n\n   y\n- z", "**a*b_c_**", "[a](b 'c')", "![[x]]", "<a@b.se>", "-\n- \n\n  b", "    a\n\tb"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		got := letters(PlainText(Document{Blocks: ParseMarkdown(source)}))
		for _, r := range letters(source) {
			if strings.Count(got, string(r)) < strings.Count(letters(source), string(r)) {
				t.Fatalf("%q lost %q: %q", source, r, got)
			}
		}
	})
}

// letters keeps ASCII letters, which no markup of the subset consumes.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return r
		}
		return -1
	}, s)
}

func TestParseMarkdownKeepsTheNumbersAsTyped(t *testing.T) {
	cases := []struct{ source, want string }{
		{"19. Verka\n\n20. Samarbeta\n\n48. Skapa\n\n51. Utveckla", "19 20 | 48 | 51"},
		{"19. Verka\n20. Samarbeta\n48. Skapa", "19 20 | 48"},
		{"1. ett\n1. två\n1. tre", "1 2 3"},
		{"5. fem\n3. tre\n4. fyra", "5 | 3 4"},
		{"3) tre\n4) fyra\n9) nio", "3 4 | 9"},
		{"- ett\n- två", "1 2"},
		{"1. ett\n   1. inre\n   4. inre\n2. två", "1 2"},
	}
	for _, c := range cases {
		var lists []string
		for _, block := range ParseMarkdown(c.source) {
			list := block.(List)
			var numbers []string
			for i := range list.Items {
				numbers = append(numbers, fmt.Sprint(list.first()+i))
			}
			lists = append(lists, strings.Join(numbers, " "))
		}
		if got := strings.Join(lists, " | "); got != c.want {
			t.Errorf("%q: got %s, want %s", c.source, got, c.want)
		}
	}
}
