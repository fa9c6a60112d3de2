package followup_test

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/followup"
	"uppsikt/internal/journal"
	"uppsikt/internal/sheetimport"
	"uppsikt/internal/spreadsheet"
)

var backlogHeads = []string{"Granskning", "Rapportdatum", "Nämnd", "Nr", "Rekommendation", "Beslutsdatum", "§", "Ställningstagande", "Svar", "Åtgärd", "Ansvarig",
	"Klart senast", "Status", "Statusdatum", "Revisionens bedömning", "Anteckning"}

func xlsx(t *testing.T, heads []string, rows ...[]string) []byte {
	t.Helper()
	sheet := spreadsheet.Sheet{Name: "Uppföljning", Rows: rows}
	for _, head := range heads {
		sheet.Columns = append(sheet.Columns, spreadsheet.Column{Title: head})
	}
	var content bytes.Buffer
	if err := spreadsheet.Write(&content, spreadsheet.XLSX, sheet); err != nil {
		t.Fatal(err)
	}
	return content.Bytes()
}

// backlog is of two audits: one with an answer of two measures, one that was never answered.
func backlog(t *testing.T) []byte {
	t.Helper()
	return xlsx(t, backlogHeads,
		[]string{"Granskning av livsmedelskontrollen", "14 december 2021", "Arbetsmarknadsnämnden", "1", "Planera kontrollen efter risk.", "2022-03-03", "12", "Instämmer", "Planen görs om.",
			"Ny kontrollplan", "Enhetschef", "våren 2022", "Genomförd", "2022-06-30", "Åtgärdad", ""},
		[]string{"Granskning av livsmedelskontrollen", "14 december 2021", "Arbetsmarknadsnämnden", "1", "Planera kontrollen efter risk.", "2022-03-03", "12", "Instämmer", "Planen görs om.",
			"Ny riskmall", "Enhetschef", "2022-09-30", "", "", "", ""},
		[]string{"Granskning av livsmedelskontrollen", "14 december 2021", "Arbetsmarknadsnämnden", "2", "Redovisa avgifterna.", "", "", "Instämmer inte", "", "", "", "", "Ej påbörjad", "", "Ej åtgärdad", "fråga Kim"},
		[]string{"Granskning av badplatser", "", "Ånämnden", "", "Mät vattnet.", "", "", "", "", "", "", "", "", "", "", ""})
}

func (h *house) imports(who authz.Actor, content []byte, preview bool) contract.FollowupImport {
	h.t.Helper()
	return must[contract.FollowupImport](h.t)(h.followup.Import(h.t.Context(), who, sheetimport.File{Name: "uppföljning.xlsx", Content: content, Preview: preview}))
}

func TestABacklogIsReadInOnceHoweverOftenItIsImported(t *testing.T) {
	h := build(t)
	content := backlog(t)
	want := contract.ImportCount{Audits: 2, Recommendations: 3, Assignments: 3, Responses: 1, Measures: 2, ProgressReports: 2}
	preview := h.imports(h.officer, content, true)
	if preview.Imported || preview.FaultsTotal > 0 || preview.Adds != want || preview.Rows != 4 {
		t.Fatalf("the preview: %+v", preview)
	}
	for _, column := range preview.Columns {
		if column.LeftOut != (column.Head == "Revisionens bedömning") || (column.Field == nil) != (column.Head == "Anteckning") {
			t.Errorf("column %+v", column)
		}
	}
	if stored := h.imports(h.officer, content, false); !stored.Imported || stored.Adds != want {
		t.Fatalf("the import: %+v", stored)
	}
	h.clock = h.clock.AddDate(0, 0, 3)
	if again := h.imports(h.officer, content, false); !again.Imported || again.Adds != (contract.ImportCount{}) {
		t.Errorf("the import again, on another day: %+v", again)
	}
	if _, err := journal.Verify(t.Context(), h.Owner, nil); err != nil {
		t.Error(err)
	}
	var entries int
	if err := h.Owner.Get(&entries, `select count(*) from journal_entry where action in ('register', 'report_progress') and at = $1`, h.clock.AddDate(0, 0, -3)); err != nil || entries != 2+1+2+1 {
		t.Errorf("%d entries, %v", entries, err) // two audits, a response, two reports; and the audit that the house has
	}
}

func TestWhatIsReadInIsFollowedAsAnythingElse(t *testing.T) {
	h := build(t)
	h.imports(h.officer, backlog(t), false)
	page := must[contract.AssignmentPage](t)(h.followup.List(t.Context(), h.reader, followup.Filter{Words: new("livsmedelskontrollen"), Sort: contract.AssignmentSortTitle}))
	if page.Total != 2 {
		t.Fatalf("found %d", page.Total)
	}
	first := must[contract.Assignment](t)(h.followup.Get(t.Context(), h.officer, page.Items[0].ID))
	if *first.Summary.Stance != contract.StanceAccepts || *first.Summary.Progress != contract.ProgressDone || first.Summary.Measures != 2 || len(first.Answers) != 1 {
		t.Errorf("got %+v", first.Summary)
	}
	if ready := first.Measures[0].Ready; ready == nil || ready.LastDay.String() != "2022-05-31" || ready.Words != "våren 2022" {
		t.Errorf("the measure's time: %+v", first.Measures[0])
	}
	m := first.Measures[0]
	if _, err := h.followup.ReportMeasure(t.Context(), h.officer, m.ID, m.Version, contract.NewMeasureReport{ID: uuid.New(), Progress: contract.ProgressDone, Done: "Klar.", On: calendar.DayOf(h.clock)}); err != nil {
		t.Errorf("report on it: %v", err)
	}
}

func TestAnAuditorReadsInVerdictsAndNothingOfTheCommittees(t *testing.T) {
	h := build(t)
	want := contract.ImportCount{Audits: 2, Recommendations: 3, Assignments: 3, Verdicts: 2}
	if stored := h.imports(h.auditor, backlog(t), false); stored.Adds != want || stored.FaultsTotal > 0 {
		t.Fatalf("got %+v", stored)
	}
	if added := h.imports(h.officer, backlog(t), false); added.Adds != (contract.ImportCount{Responses: 1, Measures: 2, ProgressReports: 2}) {
		t.Errorf("then the committee: %+v", added)
	}
	page := must[contract.AssignmentPage](t)(h.followup.List(t.Context(), h.reader, followup.Filter{Words: new("avgifterna")}))
	if page.Items[0].Verdict != contract.VerdictNotAddressed {
		t.Errorf("got %s", page.Items[0].Verdict)
	}
}

func TestNothingIsStoredUntilAllIsRight(t *testing.T) {
	h := build(t)
	content := xlsx(t, []string{"Rapport", "Nämnd", "Rekommendation", "Status"},
		[]string{"Granskning av badplatser", "Arbetsmarknadsnämnden", "Mät vattnet.", "Klart"},
		[]string{"Granskning av badplatser", "Havsnämnden", "Mät vinden.", "så gott som"})
	result := h.imports(h.officer, content, false)
	if result.Imported || result.FaultsTotal != 2 || result.Faults[0].Row != 3 {
		t.Errorf("got %+v", result)
	}
	if page := must[contract.AssignmentPage](t)(h.followup.List(t.Context(), h.reader, followup.Filter{Words: new("badplatser")})); page.Total != 0 {
		t.Errorf("%d are stored", page.Total)
	}
}

func TestThePersonSaysWhatAColumnHolds(t *testing.T) {
	h := build(t)
	content := xlsx(t, []string{"Rapport", "Vem", "Rekommendation", "Status"}, []string{"Granskning av badplatser", "Arbetsmarknadsnämnden", "Mät vattnet.", "något eget"})
	if result := h.imports(h.officer, content, true); result.FaultsTotal != 1 || result.Faults[0].Code != "column_missing" || result.Faults[0].Detail != "Nämnd" {
		t.Errorf("without a committee: %+v", result)
	}
	committee := string(contract.ImportFieldCommittee)
	chosen := sheetimport.File{Content: content, Columns: map[string]*string{"Vem": &committee, "Status": nil}}
	if result := must[contract.FollowupImport](t)(h.followup.Import(t.Context(), h.officer, chosen)); !result.Imported || result.Adds.Assignments != 1 {
		t.Errorf("chosen: %+v", result)
	}
	chosen.Columns["Rapport"] = &committee
	if _, err := h.followup.Import(t.Context(), h.officer, chosen); !fault.Is(err, "invalid") {
		t.Errorf("a field in two columns: %v", err)
	}
}

func TestWhatIsNoTableIsRefused(t *testing.T) {
	h := build(t)
	for name, content := range map[string][]byte{
		"not_a_spreadsheet": []byte("%PDF-1.7\n\x00\x01"),
		"import_too_large":  bytes.Repeat([]byte("a"), spreadsheet.LargestFile+1),
	} {
		if _, err := h.followup.Import(t.Context(), h.officer, sheetimport.File{Content: content}); !fault.Is(err, name) {
			t.Errorf("got %v, want %s", err, name)
		}
	}
}

// TestALargeBacklogTakesSeconds: statements that grow with the rows would take minutes.
func TestALargeBacklogTakesSeconds(t *testing.T) {
	h := build(t)
	rows := make([][]string, 2000)
	for i := range rows {
		rows[i] = []string{fmt.Sprintf("Granskning nummer %d", i/10), "2021-12-14", "Arbetsmarknadsnämnden", fmt.Sprint(i%10 + 1), fmt.Sprintf("Ordna sak %d på ställe %d.", i, i*7),
			"2022-03-03", "12", "Instämmer", "Saken ordnas.", "Ordna den", "Enhetschef", "2022-09-30", "Pågående", "2022-06-30", "", ""}
	}
	content := xlsx(t, backlogHeads, rows...)
	began := time.Now()
	result := h.imports(h.officer, content, false)
	if took := time.Since(began); took > time.Minute {
		t.Errorf("took %v", took)
	}
	if want := (contract.ImportCount{Audits: 200, Recommendations: 2000, Assignments: 2000, Responses: 200, Measures: 2000, ProgressReports: 2000}); result.Adds != want || !result.Imported {
		t.Errorf("got %+v", result)
	}
	if again := h.imports(h.officer, content, true); again.Adds != (contract.ImportCount{}) || again.FaultsTotal > 0 {
		t.Errorf("again: %+v", again.Adds)
	}
}
