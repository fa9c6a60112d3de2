// Package journal keeps the append-only record of changes. Each entry chains to the one before it by SHA-256; what it
// says of the change stands beside the chain, hashed with a salt, so that it can be erased without breaking the chain.
package journal

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// Pause is how long somebody may be quiet before what they wrote becomes an entry of its own.
const Pause = 5 * time.Minute

// Entry is one change, written in the transaction that makes it.
type Entry struct {
	Organization uuid.UUID
	At           time.Time // UTC; kept to the microsecond
	Actor        uuid.UUID
	Thing        string // as the contract names it: "audit"
	ThingID      uuid.UUID
	Action       string    // a verb: "correct"
	Committee    uuid.UUID // whose draft the content is; uuid.Nil when it is nobody's secret
	Before       any       // nil for what is new
	After        any       // nil for what is gone
}

// content is the entry's own words, whose bytes are hashed as they are stored.
func (e Entry) content() ([]byte, error) {
	written, err := json.Marshal(struct {
		Before any `json:"before"`
		After  any `json:"after"`
	}{e.Before, e.After})
	if err != nil {
		return nil, fmt.Errorf("journal content: %w", err)
	}
	return written, nil
}

func newSalt() []byte {
	salt := make([]byte, 16)
	rand.Read(salt) // never fails: it ends the program instead
	return salt
}

func contentHash(salt, content []byte) []byte {
	sum := sha256.Sum256(append(append([]byte{}, salt...), content...))
	return sum[:]
}

// link is the hash of an entry: SHA-256 over the hash before it, the fields divided by line feeds, and the content's hash.
// The first entry of an organization follows upon no bytes at all. store.go computes the same in SQL.
func link(previous []byte, sequence int64, e Entry, contentHash []byte) []byte {
	sum := sha256.New()
	sum.Write(previous)
	fmt.Fprintf(sum, "%s\n%d\n%s", e.Organization, sequence, fields(e))
	sum.Write(contentHash)
	return sum.Sum(nil)
}

func fields(e Entry) string {
	return fmt.Sprintf("\n%s\n%s\n%s\n%s\n%s\n", moment(e.At), e.Actor, e.Thing, e.ThingID, e.Action)
}

func moment(at time.Time) string { return at.UTC().Format("2006-01-02T15:04:05.000000Z") }
