package reading

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Command is `uppsikt read FILE…`: one audit's files, of which "-" is standard input. It prints the reading as indented
// JSON and gives the exit code: 0, or 1 with a line on stderr.
func (room *Room) Command(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if err := room.readNamed(args, stdin, stdout); err != nil {
		fmt.Fprintf(stderr, "uppsikt read: %v\n", err)
		return 1
	}
	return 0
}

func (room *Room) readNamed(names []string, stdin io.Reader, stdout io.Writer) error {
	if len(names) == 0 {
		return fmt.Errorf("no files; usage: uppsikt read FILE…")
	}
	var files []File
	for _, name := range names {
		content, err := contentNamed(name, stdin)
		if err != nil {
			return err
		}
		files = append(files, File{Name: filepath.Base(name), Content: content})
	}
	reading, err := room.Read(context.Background(), files)
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(reading)
}

func contentNamed(name string, stdin io.Reader) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(io.LimitReader(stdin, MaxBytes+1))
	}
	return os.ReadFile(name)
}
