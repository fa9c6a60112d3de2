package audit

import (
	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/confidentiality"
)

// TiedObject is the SQL that gives an assignment, as SeenAssignments has it, as the contract's TiedRecommendation.
const TiedObject = `jsonb_build_object('id', c.id, 'assignmentId', g.id, 'number', c.number, 'text', c.text, 'auditTitle', a.title)`

// SeenAssignments is the SQL of the assignments g that the reader sees, each with its recommendation c and its audit a: from
// the tables to the condition. Its parameters are those that SeenBy gives.
func SeenAssignments(committees, adviser string) string {
	return `assignment g join recommendation c on c.organization_id = g.organization_id and c.id = g.recommendation_id
		join audit a on a.organization_id = g.organization_id and a.id = g.audit_id
		where ` + IsAssignmentSeen(committees, adviser)
}

// IsAssignmentSeen is the SQL that tells whether the reader sees the assignment g of the recommendation c in the audit a: what is
// confidential where it concerns their committees, and an adviser only what comes from the audits given to them.
func IsAssignmentSeen(committees, adviser string) string {
	return `(coalesce(c.confidential_ground, a.confidential_ground) is null or ` + committees + `::uuid[] is null
				or g.committee_id = any (` + committees + `) or g.holder_id = any (` + committees + `))
			and (` + adviser + `::uuid is null or exists (select from audit_adviser d
				where d.organization_id = a.organization_id and d.audit_id = a.id and d.account_id = ` + adviser + `))`
}

// SeenBy are the arguments of SeenAssignments and IsAssignmentSeen: the committees about which the reader sees what is confidential, and the
// adviser to whose audits they are limited.
func SeenBy(actor authz.Actor) (committees any, adviser *uuid.UUID) {
	if actor.OnlyAdviser() {
		adviser = &actor.Account
	}
	return confidentiality.Argument(actor.SeesConfidential()), adviser
}
