package postgres

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"

	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"

	"uppsikt/internal/fault"
)

// Translate turns what PostgreSQL says into the program's faults; thing names what was asked for ("audit").
//
//	no row                  → not_found
//	unique violation        → conflict already_exists
//	foreign-key violation   → conflict reference_violated: it points at what is not there, or something points at it
//	a rune it cannot store  → invalid unstorable_character: U+0000 in a text
//	server away or full     → unavailable
//
// A capability that wants to point at a field asks Constraint for the name first. A fault stays as it is, and so does
// every other error: it is a mistake in the program, for the log.
func Translate(err error, thing string) error {
	var known *fault.Error
	switch {
	case err == nil, errors.As(err, &known):
		return err
	case errors.Is(err, sql.ErrNoRows):
		return fault.NotFound(thing).Because(err)
	case hasCode(err, pqerror.UniqueViolation):
		return fault.Conflict("already_exists", thing).Because(err)
	case hasCode(err, pqerror.ForeignKeyViolation):
		return fault.Conflict("reference_violated", thing).Because(err)
	case hasCode(err, pqerror.CharacterNotInRepertoire), hasCode(err, pqerror.UntranslatableCharacter):
		return fault.Invalid("unstorable_character", "a text holds U+0000").Because(err)
	case unavailable(err):
		return fault.Unavailable("the database does not answer").Because(err)
	}
	return err
}

// Constraint is the name of the constraint or unique index that err violates, or "".
func Constraint(err error) string {
	var e *pq.Error
	if errors.As(err, &e) {
		return e.Constraint
	}
	return ""
}

func hasCode(err error, code pqerror.Code) bool {
	var e *pq.Error
	return errors.As(err, &e) && e.Code == code
}

func worthAnotherTry(err error) bool {
	return hasCode(err, pqerror.TRSerializationFailure) || hasCode(err, pqerror.TRDeadlockDetected) || outdated(err)
}

// unavailable: the connection broke, or PostgreSQL is stopping, starting, or out of disk, memory or connections.
func unavailable(err error) bool {
	var e *pq.Error
	if errors.As(err, &e) {
		switch e.Code.Class() {
		case "08", "53", "58":
			return true
		case "57":
			return e.Code != pqerror.QueryCanceled
		}
		return false
	}
	var network net.Error
	return errors.As(err, &network) || errors.Is(err, driver.ErrBadConn) || errors.Is(err, io.EOF) ||
		errors.Is(err, io.ErrUnexpectedEOF)
}
