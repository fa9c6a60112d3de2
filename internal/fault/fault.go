// Package fault is the program's vocabulary of errors. A fault carries what a client may know: a kind that maps to one
// HTTP status, a stable code that the user interface has words for, a detail in English for developers, and the fields
// concerned. Every other error is unknown: whole in the log, neutral to the client.
package fault

import (
	"errors"
	"fmt"
)

// Kind says what sort of trouble it is; package web maps each to one status.
type Kind int

const (
	KindInvalid              Kind = iota + 1 // 422: the request is understood but its content is not acceptable
	KindMalformed                            // 400: the request cannot be understood
	KindUnauthenticated                      // 401: nobody is signed in
	KindForbidden                            // 403: signed in, in this organization, without the right
	KindNotFound                             // 404: no such thing, or another organization's
	KindConflict                             // 409: the thing's state does not allow it
	KindStale                                // 412: somebody else changed the thing first
	KindPreconditionRequired                 // 428: If-Match is missing
	KindTooLarge                             // 413
	KindTooManyRequests                      // 429
	KindUnavailable                          // 503: try again later
	KindMethodNotAllowed                     // 405: the address is known, the method is not
)

// Field points at one value of the request by JSON pointer ("/recommendations/2/text") and says what is wrong with it.
type Field struct {
	Pointer string `json:"pointer"`
	Code    string `json:"code"`
	Detail  string `json:"detail,omitempty"`
}

// Error is a fault. Compare by Code with Is.
type Error struct {
	Kind   Kind
	Code   string
	Detail string
	Fields []Field
	cause  error
}

func (e *Error) Error() string {
	message := e.Code
	if e.Detail != "" {
		message += ": " + e.Detail
	}
	for _, field := range e.Fields {
		message += fmt.Sprintf(" [%s %s]", field.Pointer, field.Code)
	}
	if e.cause != nil {
		message += ": " + e.cause.Error()
	}
	return message
}

func (e *Error) Unwrap() error { return e.cause }

// Because keeps the cause for the log; the client never sees it.
func (e *Error) Because(cause error) *Error {
	wrapped := *e
	wrapped.cause = cause
	return &wrapped
}

// Invalid is an unacceptable content, with the fields concerned.
func Invalid(code, detail string, fields ...Field) *Error {
	return &Error{Kind: KindInvalid, Code: code, Detail: detail, Fields: fields}
}

// InvalidField is the common case of Invalid: one field is wrong.
func InvalidField(pointer, code, detail string) *Error {
	return Invalid("invalid", "", Field{Pointer: pointer, Code: code, Detail: detail})
}

func Malformed(detail string) *Error {
	return &Error{Kind: KindMalformed, Code: "malformed", Detail: detail}
}

func Unauthenticated(code string) *Error { return &Error{Kind: KindUnauthenticated, Code: code} }

// Forbidden names the right that is missing.
func Forbidden(detail string) *Error {
	return &Error{Kind: KindForbidden, Code: "forbidden", Detail: detail}
}

// Confidential is what only the committees concerned, the auditors and the audit's advisers may read.
func Confidential() *Error {
	return &Error{Kind: KindForbidden, Code: "confidential", Detail: "it is marked as confidential"}
}

// NotFound says which kind of thing ("audit"); the same for what does not exist and what belongs to somebody else.
func NotFound(thing string) *Error {
	return &Error{Kind: KindNotFound, Code: "not_found", Detail: thing}
}

// Missing is NotFound where the client has words of its own for what is not there.
func Missing(code, detail string) *Error {
	return &Error{Kind: KindNotFound, Code: code, Detail: detail}
}

func Conflict(code, detail string) *Error {
	return &Error{Kind: KindConflict, Code: code, Detail: detail}
}

func Stale() *Error {
	return &Error{Kind: KindStale, Code: "stale", Detail: "somebody else changed it first"}
}

func PreconditionRequired() *Error {
	return &Error{Kind: KindPreconditionRequired, Code: "precondition_required", Detail: "If-Match with the version last read is required"}
}

func TooLarge(detail string) *Error {
	return &Error{Kind: KindTooLarge, Code: "too_large", Detail: detail}
}

func TooManyRequests(detail string) *Error {
	return &Error{Kind: KindTooManyRequests, Code: "too_many_requests", Detail: detail}
}

func Unavailable(detail string) *Error {
	return &Error{Kind: KindUnavailable, Code: "unavailable", Detail: detail}
}

// MethodNotAllowed: the answer's Allow header says which methods there are.
func MethodNotAllowed() *Error {
	return &Error{Kind: KindMethodNotAllowed, Code: "method_not_allowed"}
}

// Is tells whether err is a fault with this code.
func Is(err error, code string) bool {
	var e *Error
	return errors.As(err, &e) && e.Code == code
}

// KindOf gives the kind of a fault anywhere in err's chain, or 0 for an unknown error.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return 0
}
