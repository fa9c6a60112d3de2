package audit_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// difference compares as the contract writes; "" when the same.
func difference(want, got contract.AuditContent) string {
	a, errA := json.MarshalIndent(want, "", " ")
	b, errB := json.MarshalIndent(got, "", " ")
	if err := errors.Join(errA, errB); err != nil {
		return err.Error()
	}
	if string(a) != string(b) {
		return fmt.Sprintf("want %s\ngot %s", a, b)
	}
	return ""
}

func asFault(err error, into **fault.Error) bool { return errors.As(err, into) }

func sprint(words []string) string { return fmt.Sprint(words) }
