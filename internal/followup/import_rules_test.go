package followup

import (
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/sheetimport"
	"uppsikt/internal/spreadsheet"
)

func TestValuesAreUnderstoodByLabelOrCode(t *testing.T) {
	done, continuous := contract.ProgressDone, contract.ProgressContinuous
	for text, want := range map[string]*contract.Progress{
		"Genomförd": &done, " genomförd. ": &done, "done": &done, "KLAR": &done, "Löpande, ingår i ordinarie verksamhet": &continuous,
		"Ej rapporterad": nil, "": nil,
	} {
		got, isKnown := sheetimport.ValueOf(text, progressWords)
		if !isKnown || (got == nil) != (want == nil) || got != nil && *got != *want {
			t.Errorf("%q: got %v %t", text, got, isKnown)
		}
	}
	if _, isKnown := sheetimport.ValueOf("Nästan klar", progressWords); isKnown {
		t.Error("an unknown word was understood")
	}
}

func TestColumnsAreFoundByManyNames(t *testing.T) {
	for head, want := range map[string]contract.ImportField{
		"Granskning": "audit", "RAPPORT": "audit", "Rapportdatum": "report_date", "Granskningens datum": "report_date", "Nämnd/styrelse": "committee", "Nr": "number",
		"Rekommendation": "recommendation", "§": "paragraph", "§ nr": "paragraph", "Svar": "answer", "Åtgärder": "measure", "Ansvarig": "function",
		"Klart senast": "ready", "Status": "progress", "Revisionens bedömning": "verdict", "verdict_on": "verdict_on", "Statuskommentar": "progress_comment",
		"Bedömningsdatum": "verdict_on", "Anteckning": "", "": "",
	} {
		columns := suggestColumns([]spreadsheet.Cell{{Text: head}})
		got := contract.ImportField("")
		if columns[0].Field != nil {
			got = *columns[0].Field
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", head, got, want)
		}
	}
}

func TestTheTemplateNamesEveryFieldByANameThatIsFound(t *testing.T) {
	sheet := templateSheets(calendar.New(2024, 2, 29).Time())[0]
	for i, column := range sheet.Columns {
		found := suggestColumns([]spreadsheet.Cell{{Text: column.Title}})[0].Field
		if found == nil || *found != importColumns[i].field {
			t.Errorf("%q is found as %v", column.Title, found)
		}
	}
}

func TestTheOwnExportCountsItsMeasures(t *testing.T) {
	columns := suggestColumns([]spreadsheet.Cell{{Text: "Åtgärder"}, {Text: ownCount}})
	if columns[0].Field != nil {
		t.Errorf("a count was taken for %s", *columns[0].Field)
	}
}

// field is a shorthand for rows in the tests below.
type field = contract.ImportField

// bench has what rows are planned against: two committees, one stored audit with one recommendation to the first.
type bench struct {
	here, elsewhere importCommittee
	officer         authz.Actor
	auditor         authz.Actor
}

func newBench() bench {
	b := bench{here: importCommittee{ID: uuid.New(), Name: "Kultur- och fritidsnämnden", Abbreviation: "KFN"}, elsewhere: importCommittee{ID: uuid.New(), Name: "Miljönämnden"}}
	b.here.HolderID, b.elsewhere.HolderID = b.here.ID, b.elsewhere.ID
	b.officer = authz.Actor{Account: uuid.New(), Roles: []contract.RoleGrant{{Role: contract.RoleOfficer, CommitteeID: &b.here.ID}}}
	b.auditor = authz.Actor{Account: uuid.New(), Roles: []contract.RoleGrant{{Role: contract.RoleAuditor}}}
	return b
}

func (b bench) stored() *importAudit {
	ongoing, decided, last, accepts := contract.ProgressOngoing, calendar.New(2023, 5, 4), calendar.New(2024, 6, 30), contract.StanceAccepts
	reported := calendar.New(2023, 1, 12)
	return &importAudit{
		ID: uuid.New(), Title: "Granskning av biblioteken", RegistryNumber: "REV 2023/7", ReportDate: &reported, CommitteeIds: []uuid.UUID{b.here.ID},
		Addressees: []*importAddressee{{ID: uuid.New(), CommitteeID: b.here.ID, Response: &importResponse{State: contract.ResponseStateDecided, DecidedOn: &decided, Paragraph: "41"}}},
		Recommendations: []*importRecommendation{{ID: uuid.New(), Number: "1", Text: "Ta fram en plan för bibliotekens bestånd.", Assignments: []*importAssignment{{
			ID: uuid.New(), CommitteeID: b.here.ID, HolderID: b.here.ID, Progress: &ongoing, Verdict: contract.VerdictNotFollowedUp, LastDay: &last,
			Answer: &importAnswer{Stance: &accepts, Text: "En plan tas fram.", Measures: []string{"Plan för beståndet"}},
		}}}},
	}
}

// planOf plans rows of what is said in each, in this order of fields.
func (b bench) planOf(actor authz.Actor, stored []*importAudit, rows ...map[field]string) *planner {
	table := importTable{}
	for _, known := range importColumns {
		table.columns = append(table.columns, contract.ImportColumn{Head: known.title, Field: &known.field, LeftOut: isLeftOut(known.field, actor)})
	}
	for i, row := range rows {
		cells := make([]string, len(importColumns))
		for j, known := range importColumns {
			cells[j] = row[known.field]
		}
		table.rows = append(table.rows, importedRow{i + 2, cells})
	}
	return plan(actor, calendar.New(2024, 2, 29), []importCommittee{b.here, b.elsewhere}, stored, table)
}

func with(row map[field]string, more map[field]string) map[field]string {
	both := map[field]string{}
	for _, m := range []map[field]string{row, more} {
		for f, text := range m {
			both[f] = text
		}
	}
	return both
}

func TestRowsAreHeldAgainstThemselvesAndWhatIsThere(t *testing.T) {
	b := newBench()
	known := map[field]string{"audit": "Granskning av biblioteken", "report_date": "2023-01-12", "committee": "KFN", "number": "1", "recommendation": "Ta fram en plan för bibliotekens bestånd"}
	fresh := map[field]string{"audit": "Granskning av simhallen", "committee": "kfn", "number": "1", "recommendation": "Mät vattnet varje dag."}
	elsewhere := with(fresh, map[field]string{"committee": "Miljönämnden"})
	cases := []struct {
		name   string
		rows   []map[field]string
		faults string // code of the first, or ""
		column string
	}{
		{"nothing new", []map[field]string{with(known, map[field]string{"stance": "Instämmer", "progress": "Pågående", "ready": "2024-06-30", "decided_on": "4 maj 2023", "paragraph": "41", "answer": "En plan tas fram"})}, "", ""},
		{"a new audit", []map[field]string{fresh}, "", ""},
		{"an unknown committee", []map[field]string{with(fresh, map[field]string{"committee": "KFN, Havsnämnden"})}, "committee_not_found", "Nämnd"},
		{"no committee", []map[field]string{with(fresh, map[field]string{"committee": ""})}, "required", "Nämnd"},
		{"no recommendation", []map[field]string{with(fresh, map[field]string{"recommendation": ""})}, "required", "Rekommendation"},
		{"no date", []map[field]string{with(fresh, map[field]string{"report_date": "i höstas"})}, "not_a_date", "Granskningens datum"},
		{"an unknown status", []map[field]string{with(fresh, map[field]string{"progress": "på gång"})}, "unknown_value", "Status"},
		{"a status to come", []map[field]string{with(fresh, map[field]string{"progress": "Pågående", "progress_on": "2024-03-01"})}, "future_date", "Statusdatum"},
		{"ended without a reason", []map[field]string{with(fresh, map[field]string{"progress": "Avslutad utan åtgärd"})}, "reason_required", "Status"},
		{"another committee's status", []map[field]string{with(elsewhere, map[field]string{"progress": "Pågående"})}, "not_your_committee", "Status"},
		{"another committee's answer", []map[field]string{with(elsewhere, map[field]string{"answer": "Vi mäter.", "decided_on": "2023-05-04"})}, "not_your_committee", "Beslutsdatum"},
		{"an answer without a day", []map[field]string{with(fresh, map[field]string{"answer": "Vi mäter."})}, "decision_date_required", "Beslutsdatum"},
		{"an answer whose day another row has", []map[field]string{
			with(fresh, map[field]string{"answer": "Vi mäter."}), with(fresh, map[field]string{"number": "2", "recommendation": "Redovisa värdena.", "decided_on": "2023-05-04"})}, "", ""},
		{"a time without a measure", []map[field]string{with(fresh, map[field]string{"ready": "våren 2024", "decided_on": "2023-05-04"})}, "measure_required", "Klart senast"},
		{"two answers to one", []map[field]string{
			with(fresh, map[field]string{"answer": "Vi mäter.", "decided_on": "2023-05-04"}), with(fresh, map[field]string{"answer": "Vi mäter inte.", "decided_on": "2023-05-04"})}, "contradicts_earlier_row", "Svar"},
		{"two decisions", []map[field]string{
			with(fresh, map[field]string{"answer": "Vi mäter.", "decided_on": "2023-05-04"}), with(fresh, map[field]string{"decided_on": "2023-05-05"})}, "contradicts_earlier_row", "Beslutsdatum"},
		{"two statuses of a day", []map[field]string{with(fresh, map[field]string{"progress": "Pågående"}), with(fresh, map[field]string{"progress": "Klar"})}, "contradicts_earlier_row", "Status"},
		{"another answer than is decided", []map[field]string{with(known, map[field]string{"answer": "Ingen plan behövs."})}, "differs_from_stored", "Svar"},
		{"another stance than is decided", []map[field]string{with(known, map[field]string{"stance": "Instämmer inte"})}, "differs_from_stored", "Ställningstagande"},
		{"a number of another recommendation", []map[field]string{with(known, map[field]string{"recommendation": "Låna ut fler talböcker till skolorna."})}, "number_taken", "Nr"},
		{"a title too long", []map[field]string{with(fresh, map[field]string{"number": "123456789012345678901"})}, "too_long", "Nr"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := b.planOf(b.officer, []*importAudit{b.stored()}, c.rows...)
			code, column := "", ""
			if len(p.faults) > 0 {
				code = p.faults[0].Code
				if p.faults[0].Column != nil {
					column = *p.faults[0].Column
				}
			}
			if code != c.faults || column != c.column {
				t.Errorf("got %q in %q: %+v", code, column, p.faults)
			}
		})
	}
}

func TestWhatIsThereIsJoined(t *testing.T) {
	b := newBench()
	rows := map[string]map[field]string{
		"by the registry number":          {"audit": "Biblioteken", "audit_registry_number": "rev 2023/7", "committee": "KFN", "number": "1"},
		"by title and date":               {"audit": "granskning av  biblioteken", "report_date": "2023-01-12", "committee": "KFN", "recommendation": "Ta fram en plan för bibliotekens bestånd"},
		"by title alone":                  {"audit": "Granskning av biblioteken", "committee": "Kultur- och fritidsnämnden", "number": "1.", "recommendation": "Ta fram en plan för bibliotekets bestånd"},
		"by likeness, without its number": {"audit": "Granskning av biblioteken", "committee": "KFN", "recommendation": "Ta fram en plan för bibliotekens alla bestånd."},
	}
	for name, row := range rows {
		p := b.planOf(b.officer, []*importAudit{b.stored()}, row)
		added := p.additions()
		if len(p.faults) > 0 || added.count() != (contract.ImportCount{}) {
			t.Errorf("%s: %+v, %+v", name, p.faults, added.count())
		}
	}
	p := b.planOf(b.officer, []*importAudit{b.stored()}, map[field]string{"audit": "Granskning av biblioteken", "report_date": "2024-01-12", "committee": "KFN", "recommendation": "Ta fram en plan för bibliotekens bestånd"})
	if added := p.additions(); added.count() != (contract.ImportCount{Audits: 1, Recommendations: 1, Assignments: 1}) {
		t.Errorf("a later audit of the same title: %+v", added.count())
	}
}

func TestAConfirmedAuditIsExtendedByAnAuditorAlone(t *testing.T) {
	b := newBench()
	row := map[field]string{"audit": "Granskning av biblioteken", "committee": "KFN", "number": "2", "recommendation": "Redovisa utlåningen.", "progress": "Klar", "verdict": "Åtgärdad"}
	confirmed := func() []*importAudit {
		audit := b.stored()
		audit.Confirmed = true
		return []*importAudit{audit}
	}
	if p := b.planOf(b.officer, confirmed(), row); len(p.faults) != 1 || p.faults[0].Code != "audit_confirmed" {
		t.Errorf("an officer: %+v", p.faults)
	}
	p := b.planOf(b.auditor, confirmed(), row)
	if added := p.additions(); len(p.faults) > 0 || added.count() != (contract.ImportCount{Recommendations: 1, Assignments: 1, Verdicts: 1}) {
		t.Errorf("an auditor: %+v, %+v", p.faults, added.count())
	}
}

func TestACommitteeSetsNoVerdict(t *testing.T) {
	b := newBench()
	row := map[field]string{"audit": "Granskning av simhallen", "committee": "KFN", "recommendation": "Mät vattnet.", "progress": "Klar", "verdict": "Åtgärdad"}
	p := b.planOf(b.officer, nil, row)
	if added := p.additions(); added.count() != (contract.ImportCount{Audits: 1, Recommendations: 1, Assignments: 1, ProgressReports: 1}) {
		t.Errorf("got %+v", added.count())
	}
}
