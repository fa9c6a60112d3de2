package reading

import (
	"fmt"

	"uppsikt/internal/fault"
)

// Codes of the faults that a reading can end in.
const (
	CodeUnreadable = "unreadable"
	CodeNoText     = "no_text"
	CodeTooLarge   = "too_large"
	CodeTimeout    = "timeout"
)

func errUnreadable(name, why string) *fault.Error {
	return fault.Invalid(CodeUnreadable, fmt.Sprintf("%s: %s; plain text and HTML can be read", name, why))
}

func errNoText() *fault.Error {
	return fault.Invalid(CodeNoText, "the files hold no text")
}

func errTimeout() *fault.Error {
	return fault.Invalid(CodeTimeout, "the reading took too long and was stopped")
}

func checkSize(files []File) error {
	total := 0
	for _, file := range files {
		total += len(file.Content)
	}
	if total > MaxBytes {
		return fault.TooLarge(fmt.Sprintf("the files hold more than %d MB together", MaxBytes>>20))
	}
	return nil
}
