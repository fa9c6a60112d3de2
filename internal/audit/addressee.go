package audit

import (
	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// extensionFault: an extension gives a later day than the one it extends.
func extensionFault(due *calendar.Date, extension *contract.Extension) string {
	switch {
	case extension == nil:
		return ""
	case due == nil:
		return "extension_of_nothing"
	case !due.Before(extension.NewDate):
		return "extension_not_later"
	}
	return ""
}

// mayEditAddressee: a committee keeps its own registry number, date and extension; auditors keep all.
func mayEditAddressee(actor authz.Actor, audit contract.Audit, addressee uuid.UUID) error {
	for _, a := range audit.Addressees {
		if a.ID == addressee {
			return actor.Require(authz.AddresseeEdit, a.CommitteeID)
		}
	}
	return fault.NotFound("addressee")
}
