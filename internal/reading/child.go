package reading

import (
	"bytes"
	"context"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"

	"uppsikt/internal/fault"
)

// ChildCommand is the command line on which the program calls itself to read; main answers it with ChildMain.
const ChildCommand = "read-child"

const (
	childDeadline = 60 * time.Second
	childMemory   = 1 << 30 // bytes
)

// answer is what a child says on its standard output: a reading, or the fault that it ended in.
type answer struct {
	Reading *Reading `json:"reading,omitempty"`
	Code    string   `json:"code,omitempty"`
	Detail  string   `json:"detail,omitempty"`
}

// ReadInChild reads in a process of its own of the same binary, so that no file can hang or fill the server: after 60
// seconds it is killed, and it may use 1 GB of memory. Faults: Read's, and timeout; unreadable also when the child dies.
func ReadInChild(ctx context.Context, files []File) (Reading, error) {
	if err := checkSize(files); err != nil {
		return Reading{}, err
	}
	var input, output bytes.Buffer
	if err := gob.NewEncoder(&input).Encode(files); err != nil {
		return Reading{}, fmt.Errorf("hand files to the reading process: %w", err)
	}
	program, err := os.Executable()
	if err != nil {
		return Reading{}, fmt.Errorf("find the program itself: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, childDeadline)
	defer cancel()
	child := exec.CommandContext(ctx, program, ChildCommand)
	child.Stdin, child.Stdout = &input, &output
	child.Env = append(childEnvironment(), fmt.Sprintf("GOMEMLIMIT=%d", childMemory/4*3))
	child.WaitDelay = time.Second
	if err := child.Run(); err != nil {
		return Reading{}, faultOf(ctx, err)
	}
	return readingOf(output.Bytes())
}

// childEnvironment hands on nothing of the server's own: a file that breaks the reader finds no passwords there.
func childEnvironment() []string {
	return []string{"LANG=C.UTF-8"}
}

func faultOf(ctx context.Context, err error) error {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return errTimeout()
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return errUnreadable("files", "the reading ended before it was done").Because(err)
	}
	return fmt.Errorf("start the reading process: %w", err)
}

func readingOf(output []byte) (Reading, error) {
	var said answer
	if err := json.Unmarshal(output, &said); err != nil {
		return Reading{}, fmt.Errorf("understand the reading process: %w", err)
	}
	switch {
	case said.Code == CodeTooLarge:
		return Reading{}, fault.TooLarge(said.Detail)
	case said.Code != "":
		return Reading{}, fault.Invalid(said.Code, said.Detail)
	case said.Reading == nil:
		return Reading{}, errors.New("the reading process said nothing")
	}
	return *said.Reading, nil
}

// ChildMain is the other end of ReadInChild: it limits its own memory, reads what stands on stdin and answers on stdout.
func ChildMain(stdin io.Reader, stdout io.Writer) error {
	if err := limitMemory(childMemory); err != nil {
		return fmt.Errorf("limit memory: %w", err)
	}
	var files []File
	if err := gob.NewDecoder(stdin).Decode(&files); err != nil {
		return fmt.Errorf("take over files: %w", err)
	}
	var said answer
	reading, err := Read(files)
	var known *fault.Error
	switch {
	case errors.As(err, &known):
		said.Code, said.Detail = known.Code, known.Detail
	case err != nil:
		return err
	default:
		said.Reading = &reading
	}
	return json.NewEncoder(stdout).Encode(said)
}
