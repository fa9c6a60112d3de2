package followup

import (
	"crypto/sha256"
	"encoding/hex"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// mayWriteNote: a working note is its writer's own.
func mayWriteNote(actor authz.Actor, note contract.WorkingNote) error {
	if note.By.ID != actor.Account {
		return fault.Forbidden("a working note is changed by whoever wrote it")
	}
	return nil
}

// notedInJournal is what the journal may know of a working note: that it read so, not what it says (GLOSSARY's fifth law).
func notedInJournal(content contract.WorkingNoteContent) any {
	sum := sha256.Sum256([]byte(content.Text))
	return struct {
		SHA256 string `json:"sha256"`
	}{hex.EncodeToString(sum[:])}
}
