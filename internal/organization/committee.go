// Package organization has what everything else belongs to: the organization, its administrations, its committees with
// their signatories, and their meetings.
package organization

import (
	"fmt"
	"regexp"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// Signatories gives those who are in office on a day, in the committee's order.
func Signatories(committee contract.CommitteeContent, on calendar.Date) []contract.Signatory {
	inOffice := []contract.Signatory{}
	for _, signatory := range committee.Signatories {
		begun := !on.Before(signatory.From)
		ended := signatory.Until != nil && signatory.Until.Before(on)
		if begun && !ended {
			inOffice = append(inOffice, signatory)
		}
	}
	return inOffice
}

var companyName = regexp.MustCompile(`\sAB$|(?i:bolag(?:et)?$)`)

// kindByName is what a body is that is known by its name alone.
func kindByName(name string) contract.CommitteeKind {
	if companyName.MatchString(name) {
		return contract.CommitteeKindCompany
	}
	return contract.CommitteeKindCommittee
}

// checkCommittee refuses a signatory that is listed twice.
func checkCommittee(content contract.CommitteeContent) error {
	seen := map[uuid.UUID]bool{}
	for i, signatory := range content.Signatories {
		if seen[signatory.ID] {
			return fault.InvalidField(fmt.Sprintf("/content/signatories/%d/id", i), "already_used", "")
		}
		seen[signatory.ID] = true
	}
	return nil
}
