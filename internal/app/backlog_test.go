package app_test

import (
	"encoding/json"
	"testing"

	"uppsikt/internal/contract"
)

// TestTheListAsItIsGivenIsReadInWithoutChangingAnything: what is exported is the backlog of nobody.
func TestTheListAsItIsGivenIsReadInWithoutChangingAnything(t *testing.T) {
	w := newWorld(t)
	assignment := w.assignment()
	report := contract.NewProgressReport{ID: assignment.Summary.RecommendationID, Progress: contract.ProgressOngoing, On: today()}
	w.mustWith("officer", "ReportProgress", assignment.Version, []any{assignment.ID}, report, nil)
	for _, format := range []string{"xlsx", "csv"} {
		c := w.call("ExportAssignments", 0, nil, nil)
		c.path += "?format=" + format
		list := w.do(w.byName["reader"].cookie, c).Body.Bytes()
		for _, who := range []string{"officer", "officer elsewhere", "auditor"} {
			c := w.call("ImportFollowup", 0, nil, nil)
			c.body, c.contentType = w.form([][2]string{{"preview", "false"}}, "rekommendationer."+format, list)
			answer := w.do(w.byName[who].cookie, c)
			var result contract.FollowupImport
			if err := json.Unmarshal(answer.Body.Bytes(), &result); err != nil || !result.Imported || result.Rows != 2 || result.Adds != (contract.ImportCount{}) {
				t.Errorf("%s, %s: %d, %+v, %+v", format, who, answer.Code, result.Adds, result.Faults)
			}
		}
	}
}
