package reading

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// printed lays a text out as a narrow page does: lines broken at width, every page with a running header and a number.
func printed(text string, width, height int) string {
	var pages strings.Builder
	page, written := 1, 0
	put := func(l string) {
		fmt.Fprintln(&pages, l)
		if written++; written%height == 0 {
			fmt.Fprintf(&pages, "\n%d\n\fSådan står rubriken överst på var sida\n", page)
			page++
		}
	}
	for _, l := range strings.Split(text, "\n") {
		if isRow(l) || len(l) <= width {
			put(l)
			continue
		}
		current := ""
		for _, word := range strings.Split(l, " ") {
			if room := width - len([]rune(current)) - 1; current != "" && len([]rune(word)) > room {
				head, tail := breakWord(word, room)
				put(strings.TrimSpace(current + " " + head))
				current = tail
				continue
			}
			current = strings.TrimPrefix(current+" "+word, " ")
		}
		put(current)
	}
	return pages.String()
}

var longWord = regexp.MustCompile(`^\p{Ll}{14,}[.,]?$`)

// breakWord divides a long word where a line has room for some of it.
func breakWord(word string, room int) (head, tail string) {
	letters := []rune(word)
	if !longWord.MatchString(word) || room < 6 || len(letters)-room < 4 {
		return "", word
	}
	return string(letters[:room-1]) + "-", string(letters[room-1:])
}

var (
	tabs  = regexp.MustCompile(`\t+`)
	signs = regexp.MustCompile(`[*_#>]|(?m:\.\s)`)
)

// conversions are what programs that take text out of pages do to it.
var conversions = map[string]func(string) string{
	"printed":         func(text string) string { return printed(text, 70, 37) },
	"printed wide":    func(text string) string { return printed(text, 95, 52) },
	"double spaced":   func(text string) string { return strings.ReplaceAll(printed(text, 90, 44), "\n", "\n\n") },
	"no blank lines":  func(text string) string { return strings.ReplaceAll(text, "\n\n", "\n") },
	"carriage return": func(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") },
	"columns lost":    func(text string) string { return tabs.ReplaceAllString(text, " ") },
	"cells stacked":   func(text string) string { return tabs.ReplaceAllString(text, "\n") },
	"signs escaped":   func(text string) string { return signs.ReplaceAllString(text, `\$0`) },
	"tabs as spaces":  func(text string) string { return tabs.ReplaceAllString(text, "    ") },
	"other bullets": func(text string) string {
		return strings.NewReplacer("\n- ", "\n▪\t", "\n• ", "\n– ").Replace(text)
	},
}

// TestConvertedTextReadsAsTheOriginal reads the same whatever a conversion has made of the text.
func TestConvertedTextReadsAsTheOriginal(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("../app/demo/reports/behorigheter-och-loggkontroll.txt")
	if err != nil {
		t.Fatal(err)
	}
	for manner := range conversions {
		t.Run(manner, func(t *testing.T) { readsAlikeConverted(t, string(content), manner) })
	}
}

// TestConvertedUppsalaReadsAsTheOriginal does so with the real case, which is long, in the hardest manners.
func TestConvertedUppsalaReadsAsTheOriginal(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile(filepath.Join(uppsalaCase, uppsalaReport))
	if err != nil {
		t.Skipf("the Uppsala case is not there (%v): it stands outside the repository", err)
	}
	for _, manner := range []string{"printed", "columns lost"} {
		t.Run(manner, func(t *testing.T) { readsAlikeConverted(t, string(content), manner) })
	}
}

func readsAlikeConverted(t *testing.T, text, manner string) {
	t.Helper()
	want, err := Read([]File{{"original", []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read([]File{{manner, []byte(conversions[manner](text))}})
	if err != nil {
		t.Fatal(err)
	}
	got.Warnings = want.Warnings // their lines are others
	compare(t, want, got)
}
