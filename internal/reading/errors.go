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
	CodeEncrypted  = "encrypted"
)

func errUnreadable(name, why string) *fault.Error {
	return fault.Invalid(CodeUnreadable, fmt.Sprintf("%s: %s; PDF, DOCX, plain text and HTML can be read", name, why))
}

func errNoText() *fault.Error {
	return fault.Invalid(CodeNoText, "the files hold no text")
}

func errEncrypted(name string) *fault.Error {
	return fault.Invalid(CodeEncrypted, fmt.Sprintf("%s: the file is encrypted with a password", name))
}

func errTooLarge(name string) *fault.Error {
	return fault.Invalid(CodeTooLarge, fmt.Sprintf("%s: the file holds more than can be read", name))
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
