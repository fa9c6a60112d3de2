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

// task is what a child is to read.
type task int

const (
	readReport task = iota
	readReportWithSource
	readResponse // a committee's
	readVerdicts // of a follow-up audit
)

// errand is what a child is told on its standard input.
type errand struct {
	Files       []File
	CacheFolder string
	Task        task
}

// answer is what a child says on its standard output: a reading, or the fault that it ended in.
type answer struct {
	Reading  *Reading         `json:"reading,omitempty"`
	Response *ResponseReading `json:"response,omitempty"`
	Verdicts *VerdictReading  `json:"verdicts,omitempty"`
	Code     string           `json:"code,omitempty"`
	Detail   string           `json:"detail,omitempty"`
}

// Room is where a server reads what people hand in: each reading in a process of its own of the same binary, so that no
// file can hang or fill the server, and no more of them at a time than it has places.
type Room struct {
	cacheFolder string
	places      chan struct{}
}

const (
	roomPlaces   = 2
	longestQueue = 45 * time.Second
)

// NewRoom makes a room. Its folder is where PDFium is kept compiled, which saves seconds for each PDF; without one, or where
// it cannot be written, PDFs are read all the same.
func NewRoom(cacheFolder string) *Room {
	return &Room{cacheFolder, make(chan struct{}, roomPlaces)}
}

// Read reads as the function does, in a child that is killed after 60 seconds and may use 1 GB of memory. Faults: the
// function's, and timeout; unreadable also when the child dies; unavailable when no place has become free in 45 seconds.
func (room *Room) Read(ctx context.Context, files []File) (Reading, error) {
	said, err := room.send(ctx, errand{Task: readReport, Files: files})
	if err != nil {
		return Reading{}, err
	}
	return told(said.Reading)
}

// ReadWithSource is Read with the text that was read and where in it each value stands.
func (room *Room) ReadWithSource(ctx context.Context, files []File) (Reading, error) {
	said, err := room.send(ctx, errand{Task: readReportWithSource, Files: files})
	if err != nil {
		return Reading{}, err
	}
	return told(said.Reading)
}

// ReadResponse reads as the function does, under the same bounds as Read.
func (room *Room) ReadResponse(ctx context.Context, files []File) (ResponseReading, error) {
	said, err := room.send(ctx, errand{Task: readResponse, Files: files})
	if err != nil {
		return ResponseReading{}, err
	}
	return told(said.Response)
}

// ReadVerdicts reads a follow-up audit, within the same bounds.
func (room *Room) ReadVerdicts(ctx context.Context, files []File) (VerdictReading, error) {
	said, err := room.send(ctx, errand{Task: readVerdicts, Files: files})
	if err != nil {
		return VerdictReading{}, err
	}
	return told(said.Verdicts)
}

func told[T any](said *T) (T, error) {
	if said == nil {
		var nothing T
		return nothing, errors.New("the reading process said nothing")
	}
	return *said, nil
}

func (room *Room) send(ctx context.Context, sent errand) (answer, error) {
	if err := checkSize(sent.Files); err != nil {
		return answer{}, err
	}
	if err := room.enter(ctx); err != nil {
		return answer{}, err
	}
	defer func() { <-room.places }()
	sent.CacheFolder = room.cacheFolder
	return askChild(ctx, sent)
}

func (room *Room) enter(ctx context.Context) error {
	queued, cancel := context.WithTimeout(ctx, longestQueue)
	defer cancel()
	select {
	case room.places <- struct{}{}:
		return nil
	case <-queued.Done():
		if ctx.Err() != nil {
			return faultOf(ctx, ctx.Err())
		}
		return fault.Unavailable("too many files are being read")
	}
}

func askChild(ctx context.Context, sent errand) (answer, error) {
	var input bytes.Buffer
	output := limitedOutput{left: mostAnswerBytes}
	if err := gob.NewEncoder(&input).Encode(sent); err != nil {
		return answer{}, fmt.Errorf("hand files to the reading process: %w", err)
	}
	program, err := os.Executable()
	if err != nil {
		return answer{}, fmt.Errorf("find the program itself: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, childDeadline)
	defer cancel()
	child := exec.CommandContext(ctx, program, ChildCommand)
	child.Stdin, child.Stdout = &input, &output
	child.Env = append(childEnvironment(), fmt.Sprintf("GOMEMLIMIT=%d", childMemory/4*3))
	child.WaitDelay = time.Second
	if err := child.Run(); err != nil {
		return answer{}, faultOf(ctx, err)
	}
	return answerOf(output.said.Bytes())
}

// mostAnswerBytes is more than any reading with its source takes: a child that says more is stopped.
const mostAnswerBytes = 64 << 20

// limitedOutput keeps a child from filling the server's memory.
type limitedOutput struct {
	said bytes.Buffer
	left int
}

var errSaysTooMuch = errors.New("the reading process says more than a reading is")

func (o *limitedOutput) Write(said []byte) (int, error) {
	if o.left -= len(said); o.left < 0 {
		return 0, errSaysTooMuch
	}
	return o.said.Write(said)
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

func answerOf(output []byte) (answer, error) {
	var said answer
	if err := json.Unmarshal(output, &said); err != nil {
		return answer{}, fmt.Errorf("understand the reading process: %w", err)
	}
	if said.Code != "" {
		return answer{}, fault.Invalid(said.Code, said.Detail)
	}
	return said, nil
}

// ChildMain is the other end of a room's Read: it limits its own memory, reads what stands on stdin and answers on stdout.
func ChildMain(stdin io.Reader, stdout io.Writer) error {
	if err := limitMemory(childMemory); err != nil {
		return fmt.Errorf("limit memory: %w", err)
	}
	var sent errand
	if err := gob.NewDecoder(stdin).Decode(&sent); err != nil {
		return fmt.Errorf("take over files: %w", err)
	}
	said, err := sent.carryOut()
	var known *fault.Error
	switch {
	case errors.As(err, &known):
		said = answer{Code: known.Code, Detail: known.Detail}
	case err != nil:
		return err
	}
	return json.NewEncoder(stdout).Encode(said)
}

func (sent errand) carryOut() (answer, error) {
	switch sent.Task {
	case readResponse:
		read, err := readResponseCached(sent.Files, sent.CacheFolder)
		return answer{Response: &read}, err
	case readVerdicts:
		read, err := readVerdictsCached(sent.Files, sent.CacheFolder)
		return answer{Verdicts: &read}, err
	case readReportWithSource:
		read, err := readWithSource(sent.Files, sent.CacheFolder)
		return answer{Reading: &read}, err
	}
	read, err := readCached(sent.Files, sent.CacheFolder)
	return answer{Reading: &read}, err
}
