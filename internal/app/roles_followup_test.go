package app_test

import (
	"net/http"

	"github.com/google/uuid"

	"uppsikt/internal/app"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

var (
	auditing  = []string{"auditor", "adviser"}
	following = without(readers, "other adviser")
	importing = []string{"officer", "manager", "officer elsewhere", "manager elsewhere", "auditor"}
)

// followupExpectations are of what becomes of the recommendations: GLOSSARY's third law, that no committee sets a verdict
// and no auditor a progress, and its fifth, that working notes are the auditors' alone.
var followupExpectations = []expectation{
	{operation: "ListAssignments", may: readers, abroad: http.StatusOK, prepare: func(w *world) call {
		w.assignment()
		return w.call("ListAssignments", 0, nil, nil)
	}},
	{operation: "GetAssignment", may: following, prepare: func(w *world) call {
		return w.call("GetAssignment", 0, []any{w.assignment().ID}, nil)
	}},
	{operation: "GetFollowupOverview", may: readers, abroad: http.StatusOK, prepare: func(w *world) call {
		return w.call("GetFollowupOverview", 0, nil, nil)
	}},
	{operation: "ReportProgress", may: drafting, prepare: func(w *world) call {
		assignment := w.assignment()
		return w.call("ReportProgress", assignment.Version, []any{assignment.ID}, contract.NewProgressReport{ID: uuid.New(), Progress: contract.ProgressOngoing, On: today()})
	}},
	{operation: "GiveVerdict", may: auditing, prepare: func(w *world) call {
		assignment := w.assignment()
		return w.call("GiveVerdict", assignment.Version, []any{assignment.ID}, newVerdict())
	}},
	{operation: "ConfirmVerdict", may: []string{"auditor"}, prepare: func(w *world) call {
		return w.call("ConfirmVerdict", 0, []any{w.proposed().Verdicts[0].ID}, nil)
	}},
	{operation: "WithdrawVerdict", may: auditing, prepare: func(w *world) call {
		return w.call("WithdrawVerdict", 0, []any{w.proposed().Verdicts[0].ID}, nil)
	}},
	{operation: "ReadVerdicts", may: join(auditing, "other adviser"), abroad: http.StatusOK, prepare: func(w *world) call {
		w.assignment()
		return w.handOver("ReadVerdicts", "rapport.txt", "Uppföljning av rutiner\n\nRekommendation 1: Inför en rutin.\n\nBedömning: Åtgärdad\n")
	}},
	{operation: "ReportProgressOfMany", may: drafting, prepare: func(w *world) call {
		return w.call("ReportProgressOfMany", 0, nil, reportOfMany(w.assignment()))
	}},
	{operation: "GiveVerdictOnMany", may: auditing, prepare: func(w *world) call {
		return w.call("GiveVerdictOnMany", 0, nil, verdictOnMany(w.assignment()))
	}},
	{operation: "ConfirmVerdictOnMany", may: []string{"auditor"}, prepare: func(w *world) call {
		return w.call("ConfirmVerdictOnMany", 0, nil, confirmationOfMany(w.proposed()))
	}},
	{operation: "ReportMeasure", may: drafting, prepare: func(w *world) call {
		m := w.followedMeasure()
		return w.call("ReportMeasure", m.Version, []any{m.ID}, newMeasureReport())
	}},
	{operation: "ReportMeasure", when: "given to the contributor", may: join(drafting, "contributor"), prepare: func(w *world) call {
		m := w.givenMeasure()
		return w.call("ReportMeasure", m.Version, []any{m.ID}, newMeasureReport())
	}},
	{operation: "ReportMeasure", when: "of a draft", except: all(members, http.StatusNotFound), prepare: func(w *world) call {
		return w.call("ReportMeasure", 1, []any{w.written().Answers[0].Measures[0].ID}, newMeasureReport())
	}},
	{operation: "GiveMeasure", may: drafting, prepare: func(w *world) call {
		m := w.followedMeasure()
		return w.call("GiveMeasure", m.Version, []any{m.ID}, contract.GivenPerson{Email: address("contributor"), Name: "Någon"})
	}},
	{operation: "TakeMeasureBack", may: drafting, prepare: func(w *world) call {
		m := w.givenMeasure()
		return w.call("TakeMeasureBack", m.Version, []any{m.ID}, nil)
	}},
	{operation: "ListGivenMeasures", may: members, abroad: http.StatusOK, prepare: func(w *world) call {
		w.givenMeasure()
		return w.call("ListGivenMeasures", 0, nil, nil)
	}},
	{operation: "ImportFollowup", may: importing, abroad: http.StatusOK, prepare: func(w *world) call {
		c := w.call("ImportFollowup", 0, nil, nil)
		c.body, c.contentType = w.form([][2]string{{"preview", "false"}}, "uppföljning.csv", []byte("Granskning;Nämnd;Rekommendation\nGranskning;Nämnd 0;Inför en rutin.\n"))
		return c
	}},
	{operation: "GetFollowupImportTemplate", may: importing, abroad: http.StatusOK, prepare: func(w *world) call {
		return w.call("GetFollowupImportTemplate", 0, nil, nil)
	}},
	{operation: "ListWorkingNotes", may: auditing, prepare: func(w *world) call {
		return w.call("ListWorkingNotes", 0, []any{w.registered().ID}, nil)
	}},
	{operation: "AddWorkingNote", may: auditing, prepare: func(w *world) call {
		return w.call("AddWorkingNote", 0, []any{w.registered().ID}, newNote())
	}},
	{operation: "WriteWorkingNote", may: []string{"adviser"}, prepare: func(w *world) call {
		note := w.noted()
		return w.call("WriteWorkingNote", note.Version, []any{note.ID}, note.Content)
	}},
	{operation: "DeleteWorkingNote", may: []string{"adviser"}, prepare: func(w *world) call {
		note := w.noted()
		return w.call("DeleteWorkingNote", note.Version, []any{note.ID}, nil)
	}},
}

func today() calendar.Date { return calendar.DayOf(app.SystemClock()) }

// assignment is of a decided response, with a measure.
func (w *world) assignment() contract.Assignment {
	w.t.Helper()
	decided := w.decided()
	c := w.call("ListAssignments", 0, nil, nil)
	c.path += "?auditId=" + decided.AuditID.String()
	var page contract.AssignmentPage
	w.mustCall("officer", c, &page)
	var assignment contract.Assignment
	w.must("officer", "GetAssignment", []any{page.Items[0].ID}, nil, &assignment)
	return assignment
}

func reportOfMany(assignment contract.Assignment) (batch contract.ProgressBatch) {
	batch.Items = append(batch.Items, struct {
		AssignmentID uuid.UUID                  `json:"assignmentId"`
		Report       contract.NewProgressReport `json:"report"`
		Version      contract.Version           `json:"version"`
	}{assignment.ID, contract.NewProgressReport{ID: uuid.New(), Progress: contract.ProgressOngoing, On: today()}, assignment.Version})
	return batch
}

func verdictOnMany(assignment contract.Assignment) (batch contract.VerdictBatch) {
	batch.Items = append(batch.Items, struct {
		AssignmentID uuid.UUID           `json:"assignmentId"`
		Verdict      contract.NewVerdict `json:"verdict"`
		Version      contract.Version    `json:"version"`
	}{assignment.ID, newVerdict(), assignment.Version})
	return batch
}

func confirmationOfMany(assignment contract.Assignment) (batch contract.ConfirmationBatch) {
	batch.Items = append(batch.Items, struct {
		AssignmentID uuid.UUID        `json:"assignmentId"`
		Version      contract.Version `json:"version"`
	}{assignment.ID, assignment.Version})
	return batch
}

func (w *world) proposed() contract.Assignment {
	w.t.Helper()
	assignment := w.assignment()
	w.mustWith("adviser", "GiveVerdict", assignment.Version, []any{assignment.ID}, newVerdict(), &assignment)
	return assignment
}

func (w *world) followedMeasure() contract.FollowedMeasure {
	w.t.Helper()
	return w.assignment().Measures[0]
}

func (w *world) givenMeasure() contract.FollowedMeasure {
	w.t.Helper()
	m := w.followedMeasure()
	var given contract.GivenMeasureResult
	w.mustWith("officer", "GiveMeasure", m.Version, []any{m.ID}, contract.GivenPerson{Email: address("contributor"), Name: "Någon"}, &given)
	return given.Measure
}

func newVerdict() contract.NewVerdict {
	return contract.NewVerdict{ID: uuid.New(), Verdict: contract.VerdictAddressed, On: today()}
}

func newMeasureReport() contract.NewMeasureReport {
	return contract.NewMeasureReport{ID: uuid.New(), Progress: contract.ProgressOngoing, Done: "Påbörjad.", On: today()}
}

func newNote() contract.NewWorkingNote {
	return contract.NewWorkingNote{ID: uuid.New(), Content: contract.WorkingNoteContent{Text: "Fråga om rutinen."}}
}

func (w *world) noted() contract.WorkingNote {
	w.t.Helper()
	var note contract.WorkingNote
	w.must("adviser", "AddWorkingNote", []any{w.registered().ID}, newNote(), &note)
	return note
}
