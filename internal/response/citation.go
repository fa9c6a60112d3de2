package response

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/document"
	"uppsikt/internal/fault"
)

// citedIn are the citations of an answer; nil is the response as a whole.
func citedIn(response contract.Response, answer *uuid.UUID) []contract.Citation {
	var found []contract.Citation
	for _, citation := range response.Citations {
		if citation.AnswerID == nil && answer == nil || citation.AnswerID != nil && answer != nil && *citation.AnswerID == *answer {
			found = append(found, citation)
		}
	}
	return found
}

// citedInSection are those of the response as a whole that stand in the section: each plan has its own.
func citedInSection(response contract.Response, kind contract.SectionKind) []contract.Citation {
	var found []contract.Citation
	for _, citation := range citedIn(response, nil) {
		if sectionOfCited(citation.Thing) == kind {
			found = append(found, citation)
		}
	}
	return found
}

func sectionOfCited(thing contract.CitedThing) contract.SectionKind {
	if thing == contract.CitedThingAction {
		return contract.SectionKindOperationalPlan
	}
	return contract.SectionKindControlPlan
}

func citationWith(response contract.Response, id uuid.UUID) (contract.Citation, error) {
	for _, citation := range response.Citations {
		if citation.ID == id {
			return citation, nil
		}
	}
	return contract.Citation{}, fault.NotFound("citation")
}

// citationText says which plan, which number, and what it says: "Internkontrollplan 2024, K4 Avslutade behörigheter. …".
func citationText(citation contract.Citation) document.Text {
	wording := citation.Wording
	plan := fmt.Sprintf("Internkontrollplan %d, %s ", wording.Year, wording.Number)
	if citation.Thing == contract.CitedThingAction {
		plan = fmt.Sprintf("Verksamhetsplan %d, åtgärd %s ", wording.Year, wording.Number)
	}
	words := ended(wording.Title)
	for _, line := range strings.Split(wording.Text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			words += " " + ended(line)
		}
	}
	return document.Text{{Text: plan, Bold: true}, {Text: words}}
}

func ended(sentence string) string {
	if sentence = strings.TrimSpace(sentence); sentence == "" || strings.ContainsAny(sentence[len(sentence)-1:], ".!?:") {
		return sentence
	}
	return sentence + "."
}
