package app_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"uppsikt/internal/reading"
)

func TestTheReadmeShowsWhatReadPrints(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(readme), "```json\n")
	shown, _, closed := strings.Cut(rest, "```")
	if !found || !closed {
		t.Fatal("the README shows no reading")
	}
	var printed bytes.Buffer
	if code := reading.NewRoom("").Command([]string{"demo/reports/behorigheter-och-loggkontroll.txt"}, nil, &printed, os.Stderr); code != 0 {
		t.Fatalf("read ended with %d", code)
	}
	if shown != printed.String() {
		t.Errorf("README.md shows another reading than `uppsikt read` prints:\n%s", printed.String())
	}
}
