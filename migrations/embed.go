// Package migrations holds the schema's history, forward only, and what the schema says of itself.
package migrations

import "embed"

// Files are the migrations, in goose's format.
//
//go:embed *.sql
var Files embed.FS

// GlobalTables are the only tables without an organization: nothing but the program's own rules guards their rows.
var GlobalTables = []string{
	"account",
	"calendar_feed", // who asks is nobody, and the secret address says whose calendar it is
	"goose_db_version",
	"outbox",          // sent for every organization by one worker
	"public_address",  // who asks is nobody, and where they ask says whose page it is
	"reminder_choice", // an account's own, wherever it works
	"session",         // names the organization chosen, and is not its row
	"sign_in_attempt",
}

// Withheld maps a table to the privileges on it that the serving role does not get.
var Withheld = map[string]string{
	"goose_db_version": "insert, update, delete",
	"journal_content":  "delete",
	"journal_entry":    "update, delete",
	"journal_head":     "delete",
}
