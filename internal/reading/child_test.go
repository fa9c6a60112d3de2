package reading

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"uppsikt/internal/fault"
)

// TestMain lets the test binary be its own child, as the program is.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == hungryChild {
		beHungry()
		return
	}
	if len(os.Args) > 1 && os.Args[1] == ChildCommand {
		if err := ChildMain(os.Stdin, os.Stdout); err != nil {
			println(err.Error())
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func TestReadInChildReadsAsRead(t *testing.T) {
	files := fixtureFiles(t, "../app/demo/reports")
	want, err := Read(files)
	if err != nil {
		t.Fatal(err)
	}
	got, err := NewRoom("").Read(context.Background(), files)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, want, got)
}

func TestReadInChildHandsFaultsOn(t *testing.T) {
	for code, content := range map[string]string{
		CodeUnreadable: "{\\rtf1 …}",
		CodeNoText:     " \n\n ",
		CodeTooLarge:   strings.Repeat("x", MaxBytes+1),
	} {
		_, err := NewRoom("").Read(context.Background(), []File{{"file", []byte(content)}})
		if !fault.Is(err, code) {
			t.Errorf("want %s, got %v", code, err)
		}
	}
}

func TestReadInChildStopsAtItsDeadline(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Nanosecond)
	defer cancel()
	_, err := NewRoom("").Read(ctx, []File{{"report.txt", []byte("Granskning av något")}})
	if !fault.Is(err, CodeTimeout) {
		t.Errorf("want timeout, got %v", err)
	}
}

func TestReadInChildStopsWithItsCaller(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := NewRoom("").Read(ctx, []File{{"report.txt", []byte("Granskning av något")}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("want canceled, got %v", err)
	}
}
