// Package decision keeps what the committees decide at their meetings, and to whom it is sent.
package decision

import (
	"github.com/google/uuid"

	"uppsikt/internal/contract"
)

// OnResponse is a committee's decision about its response.
type OnResponse struct {
	Committee uuid.UUID
	Response  uuid.UUID
	Command   contract.NewDecision
}
