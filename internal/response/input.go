package response

import (
	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

func inputWith(response contract.Response, id uuid.UUID) (*contract.InputRequest, error) {
	for i := range response.InputRequests {
		if response.InputRequests[i].ID == id {
			return &response.InputRequests[i], nil
		}
	}
	return nil, fault.NotFound("input_request")
}

// mayWithdrawInput: what somebody has answered stays.
func mayWithdrawInput(request contract.InputRequest) error {
	if request.Reply != nil {
		return fault.Conflict("input_answered", "the question has been answered")
	}
	return nil
}

// mayTakeIn: there must be something to take in.
func mayTakeIn(request contract.InputRequest) error {
	if request.Reply == nil {
		return fault.Conflict("input_unanswered", "the question has not been answered")
	}
	return nil
}

// mayReply: by the person asked, until the reply is taken in or the response is decided.
func mayReply(given contract.GivenInputRequest, version int64) error {
	switch {
	case given.Closed:
		return fault.Conflict("input_closed", "the reply has been taken in, or is no longer needed")
	case given.Version != version:
		return fault.Stale()
	}
	return nil
}
