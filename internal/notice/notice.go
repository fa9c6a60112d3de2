// Package notice says what waits for whom. It knows states, dates, titles and names; of a draft it knows no words
// (GLOSSARY's first law), but for a question to the person whom it is put to.
package notice

import (
	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
)

// NearDays is how far ahead something comes near.
const NearDays = 30

// reader is what somebody's roles make wait for them.
type reader struct {
	account      uuid.UUID
	drafts       []uuid.UUID // committees whose responses they write
	approves     []uuid.UUID
	registers    []uuid.UUID // committees whose decisions they register
	reports      []uuid.UUID // committees whose progress they report
	performs     []uuid.UUID // committees whose checks they perform
	plans        []uuid.UUID // committees whose control plans they draw up
	isAuditor    bool
	oversees     bool // waits for the committees' answers without being asked for anything
	confidential *[]uuid.UUID
}

func readerOf(actor authz.Actor) reader {
	isAuditor := actor.Has(authz.AuditConfirm)
	return reader{
		account: actor.Account, drafts: actor.CommitteesWhere(authz.ResponseDraft), approves: actor.CommitteesWhere(authz.ResponseApprove),
		registers: actor.CommitteesWhere(authz.DecisionRegister), reports: actor.CommitteesWhere(authz.ProgressReport),
		performs: actor.CommitteesWhere(authz.CheckPerform), plans: actor.CommitteesWhere(authz.ControlPlanEdit),
		isAuditor: isAuditor, oversees: isAuditor || actor.Is(contract.RoleOverseer), confidential: actor.SeesConfidential(),
	}
}
