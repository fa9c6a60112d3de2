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
// their committee's (GLOSSARY's third law), and a paper theirs who attached it.
func mayMark(actor authz.Actor, thing contract.ConfidentialThing, byAuditors bool, concerned []uuid.UUID) error {
	isAudits := thing == contract.ConfidentialThingAudit || thing == contract.ConfidentialThingRecommendation
	switch isAuditor := actor.Is(contract.RoleAuditor); {
	case isAuditor && (isAudits || byAuditors):
		return nil
	case isAuditor:
		return fault.Forbidden("what is the committee's is marked by the committee")
	case byAuditors:
		return fault.Forbidden("what the auditors have attached is marked by them")
	}
	for _, committee := range concerned {
		if actor.May(authz.ConfidentialMark, committee) {
			return nil
		}
	}
	return fault.Forbidden(string(authz.ConfidentialMark))
}

// mayUnmark: a mark that stands elsewhere is taken away there.
func mayUnmark(before standing) error {
	if before.Ground == nil && before.Whole != nil {
		return fault.Conflict("confidential_as_a_part", "it is confidential by what it is a part of")
	}
	return nil
}

// MayMark tells whether the actor may mark the committee's own answers and measures.
func MayMark(actor authz.Actor, committee uuid.UUID) bool {
	return mayMark(actor, contract.ConfidentialThingAnswer, false, []uuid.UUID{committee}) == nil
}

// MayMarkPaper tells whether the actor may mark a paper of what concerns these committees, attached by them or by the auditors.
func MayMarkPaper(actor authz.Actor, byAuditors bool, concerned []uuid.UUID) bool {
	return mayMark(actor, contract.ConfidentialThingAttachment, byAuditors, concerned) == nil
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
