package followup

import (
	"errors"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// word is what is said of one assignment, by itself or together with others.
type word struct {
	Assignment uuid.UUID `json:"assignment"`
	Version    int64     `json:"-"` // of the assignment, as whoever says it has read it
	ID         uuid.UUID `json:"-"` // of what is added; none where something is confirmed
	Content    any       `json:"content"`
}

func assignmentsOf(words []word) []uuid.UUID {
	ids := make([]uuid.UUID, len(words))
	for i, said := range words {
		ids[i] = said.Assignment
	}
	return ids
}

// checkOnce: of each assignment one thing is said at a time, by an id of its own.
func checkOnce(words []word) error {
	seen := map[uuid.UUID]bool{uuid.Nil: false}
	for i, said := range words {
		if seen[said.Assignment] || seen[said.ID] {
			return fault.InvalidField(fmt.Sprintf("/items/%d", i), "said_twice", "")
		}
		seen[said.Assignment], seen[said.ID] = true, said.ID != uuid.Nil
	}
	return nil
}

// admitted is an assignment that something is to be said of; Given where an adviser may read its audit.
type admitted struct {
	contract.AssignmentSummary
	Given bool `json:"given"`
}

// checkEach: what holds of one assignment holds of each of many.
func checkEach(actor authz.Actor, words []word, found []admitted, may func(authz.Actor, contract.AssignmentSummary) error) error {
	for _, said := range words {
		i := slices.IndexFunc(found, func(one admitted) bool { return one.ID == said.Assignment })
		switch {
		case i < 0:
			return fault.NotFound("assignment")
		case isHidden(actor, found[i].AssignmentSummary):
			return fault.Confidential()
		case !found[i].Given:
			return fault.Forbidden("the audit is not given to this adviser")
		}
		if err := may(actor, found[i].AssignmentSummary); err != nil {
			return err
		}
	}
	return nil
}

// checkVersions names every assignment that somebody else has changed.
func checkVersions(asked, left []word, found []admitted) error {
	problem := fault.Stale()
	for i, said := range asked {
		isAsIt := func(one admitted) bool { return one.ID == said.Assignment && one.Version == said.Version }
		if slices.ContainsFunc(left, said.isSame) && !slices.ContainsFunc(found, isAsIt) {
			problem.Fields = append(problem.Fields, fault.Field{Pointer: pointer(i, "version"), Code: "stale"})
		}
	}
	if len(problem.Fields) > 0 {
		return problem
	}
	return nil
}

func (w word) isSame(other word) bool { return w.Assignment == other.Assignment }

// checkProposals: every assignment has a proposal to confirm.
func checkProposals(asked, proposed []word) error {
	problem := fault.Conflict("no_proposal", "there is no proposal to confirm")
	for i, said := range asked {
		if !slices.ContainsFunc(proposed, said.isSame) {
			problem.Fields = append(problem.Fields, fault.Field{Pointer: pointer(i, "assignmentId"), Code: "no_proposal"})
		}
	}
	if len(problem.Fields) > 0 {
		return problem
	}
	return nil
}

// inItem points at the item whose content is at fault.
func inItem(i int, part string, err error) error {
	var known *fault.Error
	if !errors.As(err, &known) {
		return err
	}
	placed := *known
	placed.Fields = slices.Clone(known.Fields)
	for j := range placed.Fields {
		placed.Fields[j].Pointer = pointer(i, part) + placed.Fields[j].Pointer
	}
	return &placed
}

func pointer(i int, part string) string { return fmt.Sprintf("/items/%d/%s", i, part) }
