// Package outbox is the mail that is to be sent. It is written in the transaction of what it tells, and sent afterwards by the
// worker of any instance of the program: a mail that is written is sent, and sent again only if the program was killed
// between the mail server's answer and its own note of it. Then both have the same Message-ID.
package outbox

import (
	"regexp"
	"time"

	"github.com/google/uuid"
)

const (
	attempts      = 16 // with the pauses between them: two days
	shortestPause = time.Minute
	longestPause  = 6 * time.Hour
	silence       = 25 * time.Second   // the longest that the mail server may take to connect, and to take the mail
	lease         = time.Minute        // longer than both: whoever has claimed a mail is then dead
	patience      = 7 * 24 * time.Hour // a mail that nobody has tried for so long is no news any more: mail was off
	longestError  = 300
)

// Address stands in a text for where the program is; the worker knows.
const Address = "{adress}"

// Mail is what one person is told.
type Mail struct {
	Organization uuid.UUID
	Account      uuid.UUID
	Kind         string
	Key          string // what it is about: written twice for the same account it is sent once
	Subject      string
	Body         string
}

// letter is a mail on its way.
type letter struct {
	ID       uuid.UUID
	Email    string
	Subject  string
	Body     string
	Attempts int // with this one
}

// pauseAfter is how long to wait after so many attempts.
func pauseAfter(attempts int) time.Duration {
	pause := shortestPause
	for range attempts - 1 {
		if pause *= 2; pause >= longestPause {
			return longestPause
		}
	}
	return pause
}

var anAddress = regexp.MustCompile(`[^\s<>"':;,()]+@[^\s<>"':;,()]+`)

// reason is an error as it may be kept and logged: mail servers like to repeat the address.
func reason(err error) string {
	text := []rune(anAddress.ReplaceAllString(err.Error(), "(adress)"))
	return string(text[:min(len(text), longestError)])
}
