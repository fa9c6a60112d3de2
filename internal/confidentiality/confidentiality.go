// Package confidentiality marks what is confidential with its legal ground. Whoever reads asks for the mark in a query of
// their own: what is marked is seen by the committees concerned, the auditors and the audit's advisers alone.
package confidentiality

import (
	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// mayMark: a committee that the thing concerns, and of the audit's own things the auditors too; an answer and a measure are
// their committee's (GLOSSARY's third law).
func mayMark(actor authz.Actor, thing contract.ConfidentialThing, concerned []uuid.UUID) error {
	if actor.Is(contract.RoleAuditor) && (thing == contract.ConfidentialThingAudit || thing == contract.ConfidentialThingRecommendation) {
		return nil
	}
	if actor.Is(contract.RoleAuditor) {
		return fault.Forbidden("an answer and a measure are marked by their committee")
	}
	for _, committee := range concerned {
		if actor.May(authz.ConfidentialMark, committee) {
			return nil
		}
	}
	return fault.Forbidden(string(authz.ConfidentialMark))
}

// Sees tells whether the actor may read what is confidential and concerns these committees.
func Sees(actor authz.Actor, concerned ...uuid.UUID) bool {
	for _, committee := range concerned {
		if actor.May(authz.ConfidentialRead, committee) {
			return true
		}
	}
	return actor.SeesConfidential() == nil
}
