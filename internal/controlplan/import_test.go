package controlplan_test

import (
	"bytes"
	"reflect"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/sheetimport"
	"uppsikt/internal/spreadsheet"
)

func (h *house) take(plan contract.ControlPlan, file sheetimport.File) contract.SheetImport {
	h.t.Helper()
	return must[contract.SheetImport](h.t)(h.plans.Import(h.t.Context(), h.controller, plan.ID, plan.Version, file))
}

// elaborate is a draft with what is hard to write and read again.
func (h *house) elaborate() contract.ControlPlan {
	h.t.Helper()
	risk := theft()
	risk.Title, risk.Cause = "=SUMMA(A1)", "  Rad ett\nrad två; tre, 2024-02-29"
	risk.Treatments = []contract.ChosenTreatment{
		{Treatment: contract.TreatmentControlPlan, Reason: ""},
		{Treatment: contract.TreatmentAccept, Reason: "Kostnaden: för hög\nTill verksamhetsplan\nändå"},
	}
	plan := h.add(h.add(h.begin(2025, false), risk), contract.RiskContent{Title: "Inköp utanför avtal, och annat", Treatments: []contract.ChosenTreatment{}})
	size := 15
	content := logs(contract.FrequencyQuarterly, 2)
	content.Title, content.What, content.SampleSize = "007", "'Citat' och -minus\n+plus", &size
	content.RiskIds, content.PersonID = []uuid.UUID{plan.Risks[0].ID, plan.Risks[1].ID}, &h.officer.Account
	return h.control(h.control(plan, content), logs(contract.FrequencyContinuous, 7))
}

func TestAPlanExportedAndImportedAgainIsTheSame(t *testing.T) {
	h := build(t)
	plan := h.elaborate()
	exported := h.document(h.controller, plan.ID, contract.PlanDocumentPartPlan, contract.PlanDocumentFormatXlsx, nil)
	result := h.take(plan, sheetimport.File{Name: "plan.xlsx", Content: exported})
	if result.Added != 0 || result.Changed != 0 || result.Unchanged != 4 || result.FaultsTotal != 0 || !result.Imported {
		t.Errorf("got %+v", result)
	}
	if again := h.read(plan); !reflect.DeepEqual(again, plan) {
		t.Errorf("got %+v", again)
	}
}

// table is a spreadsheet of rows, the first of them the heads.
func table(t *testing.T, rows ...[]string) sheetimport.File {
	t.Helper()
	sheet := spreadsheet.Sheet{Name: "Blad", Rows: rows[1:]}
	for _, head := range rows[0] {
		sheet.Columns = append(sheet.Columns, spreadsheet.Column{Title: head})
	}
	var content bytes.Buffer
	if err := spreadsheet.Write(&content, spreadsheet.XLSX, sheet); err != nil {
		t.Fatal(err)
	}
	return sheetimport.File{Name: "plan.xlsx", Content: content.Bytes()}
}

func TestRowsChangeAndAdd(t *testing.T) {
	h := build(t)
	plan := h.elaborate()
	heads := []string{"Kontroll nr", "Kontrollmoment", "Frekvens", "Ansvarig", "Möter risk"}
	comma := table(t, heads, []string{"", "Attest av fakturor", "tertialvis", "Ekonomichef", "R1, Inköp utanför avtal, och annat"})
	if result := h.take(plan, comma); result.FaultsTotal != 1 || result.Imported || result.Faults[0].Code != "unknown_risk" || result.Faults[0].Row != 2 {
		t.Fatalf("names with a comma are not told apart: %+v", result)
	}
	file := table(t, heads, []string{"K1", "Loggar granskas oftare", "Månadsvis", "Enhetschef", "R2"},
		[]string{"", "Attest av fakturor", "tertialvis", "Ekonomichef", "R1, R2"})
	file.Preview = true
	if result := h.take(plan, file); result.Added != 1 || result.Changed != 1 || result.Imported || h.read(plan).Version != plan.Version {
		t.Errorf("a preview changes nothing: %+v", result)
	}
	file.Preview = false
	result := h.take(plan, file)
	after := h.read(plan)
	if result.Added != 1 || result.Changed != 1 || !result.Imported || len(after.Controls) != 3 {
		t.Fatalf("got %+v", result)
	}
	first, added := after.Controls[0].Content, after.Controls[2].Content
	if first.Frequency != contract.FrequencyMonthly || first.FirstMonth != 1 || first.What != plan.Controls[0].Content.What || len(first.RiskIds) != 1 || *first.PersonID != h.officer.Account {
		t.Errorf("what the rows do not say stays: %+v", first)
	}
	if added.FirstMonth != 4 || added.LastOffset != 30 || len(added.RiskIds) != 2 {
		t.Errorf("got %+v", added)
	}
	if again := h.take(after, file); again.Added != 0 || again.Changed != 0 || again.Unchanged != 2 {
		t.Errorf("read again it changes nothing: %+v", again)
	}
}

func TestOneSheetMayHaveRisksAndControls(t *testing.T) {
	h := build(t)
	plan := h.begin(2025, false)
	file := table(t, []string{"Process", "Risk", "Sannolikhet", "Konsekvens", "Kontrollmoment", "Metod", "Frekvens"},
		[]string{"Lön", "Fel lön betalas ut", "3", "Kännbar", "Avstämning av utbetalningar", "Stickprov", "Månadsvis"},
		[]string{"Lön", "Fel lön betalas ut", "3", "Kännbar", "Attest av lönelistor", "Genomgång", "kvartal"})
	result := h.take(plan, file)
	plan = h.read(plan)
	if result.FaultsTotal != 0 || result.Added != 3 || result.Rows != 2 || len(result.Columns) != 7 || len(plan.Risks) != 1 || len(plan.Controls) != 2 {
		t.Fatalf("got %+v", result)
	}
	if risk := plan.Risks[0]; *risk.Content.Current != *at(3, 3) {
		t.Errorf("got %+v", risk)
	}
	if control := plan.Controls[1].Content; control.Area != "Lön" || len(control.RiskIds) != 1 || control.RiskIds[0] != plan.Risks[0].ID {
		t.Errorf("got %+v", control)
	}
}

func TestWhatIsWrongIsToldByRowAndColumn(t *testing.T) {
	h := build(t)
	plan := h.begin(2025, false)
	file := table(t, []string{"Risk", "Kategori", "Sannolikhet", "Konsekvens", "Hantering"},
		[]string{"", "Verksamhet", "3", "3", ""},
		[]string{"Ett", "Väder", "3", "3", ""},
		[]string{"Två", "", "9", "3", ""},
		[]string{"Tre", "", "3", "", ""},
		[]string{"Fyra", "", "", "", "Accepteras"},
		[]string{"Fem", "", "", "", "Glöms bort"})
	result := h.take(plan, file)
	var codes []string
	for _, found := range result.Faults {
		codes = append(codes, found.Code)
	}
	if want := []string{"required", "unknown_category", "outside_scale", "required", "required", "unknown_value"}; !reflect.DeepEqual(codes, want) || result.Imported {
		t.Errorf("got %v", codes)
	}
	if _, err := h.plans.Import(t.Context(), h.controller, plan.ID, plan.Version+1, file); !fault.Is(err, "stale") {
		t.Errorf("got %v", err)
	}
}
