package indicator_test

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/indicator"
	"uppsikt/internal/postgres/pgtest"
	"uppsikt/internal/sheetimport"
)

// house is a municipality with two committees; the first has a draft of a control plan with a risk, and a recommendation.
type house struct {
	*pgtest.DB
	t                              *testing.T
	indicators                     *indicator.Service
	organization, committee, other uuid.UUID
	plan, risk, recommendation     uuid.UUID
	officer, otherOfficer, reader  authz.Actor
}

func build(t *testing.T) *house {
	t.Helper()
	h := &house{DB: pgtest.New(t), t: t, organization: uuid.New(), committee: uuid.New(), other: uuid.New(), plan: uuid.New(), risk: uuid.New(), recommendation: uuid.New()}
	h.indicators = &indicator.Service{DB: h.Server, Now: func() time.Time { return time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC) }}
	h.Owner.MustExec(`insert into organization (organization_id, name, auditors_name) values ($1, 'Storåns kommun', 'Storåns kommuns revisorer')`, h.organization)
	for id, name := range map[uuid.UUID]string{h.committee: "Arbetsmarknadsnämnden", h.other: "Ånämnden"} {
		h.Owner.MustExec(`insert into committee (organization_id, id, name, abbreviation, kind, registry_number_pattern)
			values ($1, $2, $3, '', 'committee', '')`, h.organization, id, name)
	}
	h.officer, h.otherOfficer, h.reader = h.person(contract.RoleOfficer, &h.committee), h.person(contract.RoleOfficer, &h.other), h.person(contract.RoleReader, nil)
	h.Owner.MustExec(`insert into control_plan (organization_id, id, committee_id, year, scale, begun_by, begun_at) values ($1, $2, $3, 2026, '{}', $4, now())`,
		h.organization, h.plan, h.committee, h.officer.Account)
	h.Owner.MustExec(`insert into risk (organization_id, id, plan_id, number, title, category, cause, consequence) values ($1, $2, $3, 3, 'Obehöriga kommer åt uppgifter', '', '', '')`,
		h.organization, h.risk, h.plan)
	audit := uuid.New()
	h.Owner.MustExec(`insert into audit (organization_id, id, title, firm, commissioned_by, registry_number, registered_by, registered_at)
		values ($1, $2, 'Granskning av loggar', '', '', '', $3, now())`, h.organization, audit, h.officer.Account)
	h.Owner.MustExec(`insert into recommendation (organization_id, id, audit_id, position, number, text, variants) values ($1, $2, $3, 1, '3', 'Kontrollera loggarna.', '{}')`,
		h.organization, h.recommendation, audit)
	h.Owner.MustExec(`insert into assignment (organization_id, id, audit_id, recommendation_id, committee_id, holder_id) values ($1, $2, $3, $4, $5, $5)`,
		h.organization, uuid.New(), audit, h.recommendation, h.committee)
	return h
}

func (h *house) person(role contract.Role, committee *uuid.UUID) authz.Actor {
	id := uuid.New()
	h.Owner.MustExec(`insert into account (id, email, name, created_at) values ($1, $2, $3, now())`, id, id.String()+"@storan.example", string(role))
	return authz.Actor{Account: id, Name: string(role), Organization: h.organization, Roles: []contract.RoleGrant{{Role: role, CommitteeID: committee}}}
}

func must[T any](t *testing.T) func(T, error) T {
	t.Helper()
	return func(value T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

func (h *house) subjects() []contract.IndicatorSubject {
	return []contract.IndicatorSubject{{Thing: contract.IndicatorThingRecommendation, ID: h.recommendation}, {Thing: contract.IndicatorThingRisk, ID: h.risk}}
}

func (h *house) add(name string, subjects ...contract.IndicatorSubject) contract.Indicator {
	h.t.Helper()
	return must[contract.Indicator](h.t)(h.indicators.Add(h.t.Context(), h.officer, contract.NewIndicator{ID: uuid.New(), CommitteeID: h.committee, Content: contract.IndicatorContent{
		Name: name, Description: "Ur årets enkät.\nAlla svarar.", Unit: contract.IndicatorUnitPercent, Direction: contract.IndicatorDirectionHigherIsBetter,
		Baseline: new(62.5), BaselineWords: "mätningen 2024", Subjects: append([]contract.IndicatorSubject{}, subjects...),
	}}))
}

func figure(series string, year int, value float64, answers *int) contract.Figure {
	return contract.Figure{Series: series, PeriodStart: calendar.New(year, 1, 1), PeriodEnd: calendar.New(year, 12, 31), Value: value, Answers: answers}
}

func (h *house) write(of contract.Indicator, figures ...contract.Figure) contract.Indicator {
	h.t.Helper()
	return must[contract.Indicator](h.t)(h.indicators.WriteFigures(h.t.Context(), h.officer, of.ID, of.Version, figures))
}

func TestFiguresAreOnePerSeriesAndPeriod(t *testing.T) {
	h := build(t)
	added := h.add("Andel som känner till rutinen")
	written := h.write(added, figure("Chefer", 2026, 71.256, nil), figure("Chefer", 2025, 70, new(120)), figure("Alla", 2026, -3.1, nil))
	if got := written.Figures; len(got) != 3 || got[0].Series != "Alla" || got[1].Value != 70 || *got[1].Answers != 120 || got[2].Value != 71.26 {
		t.Errorf("got %+v", got)
	}
	if fewer := h.write(written, figure("Alla", 2026, 4, nil)); len(fewer.Figures) != 1 || fewer.Figures[0].Value != 4 {
		t.Errorf("what is left out is gone: %+v", fewer.Figures)
	}
	backwards := figure("", 2026, 1, nil)
	backwards.PeriodEnd = calendar.New(2025, 12, 31)
	for pointer, figures := range map[string][]contract.Figure{
		"/figures/0/periodEnd":   {backwards},
		"/figures/1/periodStart": {figure("Alla", 2026, 1, nil), figure(" Alla ", 2026, 2, nil)},
	} {
		_, err := h.indicators.WriteFigures(t.Context(), h.officer, added.ID, added.Version, figures)
		var known *fault.Error
		if !errors.As(err, &known) || len(known.Fields) != 1 || known.Fields[0].Pointer != pointer {
			t.Errorf("%v does not point at %s", err, pointer)
		}
	}
	if _, err := h.indicators.WriteFigures(t.Context(), h.officer, added.ID, added.Version, nil); !fault.Is(err, "stale") {
		t.Errorf("got %v", err)
	}
	if _, err := h.indicators.WriteFigures(t.Context(), h.otherOfficer, added.ID, added.Version, nil); !fault.Is(err, "forbidden") {
		t.Errorf("got %v", err)
	}
}

func TestAnIndicatorIsNamedOnceInItsCommittee(t *testing.T) {
	h := build(t)
	h.add("Andel")
	_, err := h.indicators.Add(t.Context(), h.officer, contract.NewIndicator{ID: uuid.New(), CommitteeID: h.committee, Content: contract.IndicatorContent{
		Name: " Andel ", Unit: contract.IndicatorUnitCount, Direction: contract.IndicatorDirectionNeither, Subjects: []contract.IndicatorSubject{}}})
	var known *fault.Error
	if !errors.As(err, &known) || len(known.Fields) != 1 || known.Fields[0].Pointer != "/content/name" {
		t.Errorf("got %v", err)
	}
}

func TestWhatAnIndicatorSpeaksOfIsShownToThoseWhoSeeIt(t *testing.T) {
	h := build(t)
	added := h.add("Andel", h.subjects()...)
	if len(added.SubjectNames) != 2 || added.SubjectNames[0].Name != "Granskning av loggar, 3" || added.SubjectNames[0].AssignmentID == nil || added.SubjectNames[1].Name != "R3 Obehöriga kommer åt uppgifter" {
		t.Errorf("got %+v", added.SubjectNames)
	}
	seen := must[contract.Indicator](t)(h.indicators.Indicator(t.Context(), h.reader, added.ID))
	if len(seen.SubjectNames) != 1 || seen.SubjectNames[0].Thing != contract.IndicatorThingRecommendation || len(seen.May) != 0 {
		t.Errorf("another's draft is not named: %+v", seen)
	}
	ofRisk := indicator.Filter{Subject: &contract.IndicatorSubject{Thing: contract.IndicatorThingRisk, ID: h.risk}}
	for _, c := range []struct {
		who   authz.Actor
		total int
	}{{h.officer, 1}, {h.reader, 0}} {
		if page := must[contract.IndicatorPage](t)(h.indicators.List(t.Context(), c.who, ofRisk, 50, 0)); page.Total != c.total {
			t.Errorf("%s finds %d", c.who.Name, page.Total)
		}
	}
	if _, err := h.indicators.Add(t.Context(), h.otherOfficer, contract.NewIndicator{ID: uuid.New(), CommitteeID: h.other, Content: contract.IndicatorContent{
		Name: "Andel", Unit: contract.IndicatorUnitCount, Direction: contract.IndicatorDirectionNeither, Subjects: h.subjects()}}); !fault.Is(err, "invalid") {
		t.Errorf("of another's draft: %v", err)
	}
}

func TestALinkToWhatIsNotSeenStays(t *testing.T) {
	h := build(t)
	added := h.add("Andel", h.subjects()...)
	h.Owner.MustExec(`update recommendation set confidential_ground = 'OSL 18:8' where id = $1`, h.recommendation)
	controller := h.person(contract.RoleController, &h.committee)
	seen := must[contract.Indicator](t)(h.indicators.Indicator(t.Context(), controller, added.ID))
	if len(seen.Content.Subjects) != 1 {
		t.Fatalf("got %+v", seen.Content.Subjects)
	}
	seen.Content.Subjects = []contract.IndicatorSubject{}
	must[contract.Indicator](t)(h.indicators.Write(t.Context(), controller, added.ID, seen.Version, seen.Content))
	if again := must[contract.Indicator](t)(h.indicators.Indicator(t.Context(), h.officer, added.ID)); len(again.SubjectNames) != 1 || again.SubjectNames[0].ID != h.recommendation {
		t.Errorf("got %+v", again.SubjectNames)
	}
}

func (h *house) imports(content []byte, preview bool) contract.SheetImport {
	h.t.Helper()
	return must[contract.SheetImport](h.t)(h.indicators.Import(h.t.Context(), h.officer, h.committee, sheetimport.File{Name: "nyckeltal", Content: content, Preview: preview}))
}

func (h *house) all() contract.IndicatorPage {
	h.t.Helper()
	return must[contract.IndicatorPage](h.t)(h.indicators.List(h.t.Context(), h.officer, indicator.Filter{Committee: &h.committee}, 50, 0))
}

func TestWhatIsExportedAndImportedAgainChangesNothing(t *testing.T) {
	h := build(t)
	h.write(h.add("Andel", h.subjects()...), figure("Chefer", 2025, 70.05, new(120)), figure("Chefer", 2026, 71, nil), figure("2026.01.01", 2026, 0.3, nil))
	h.add("Utan siffror")
	before := h.all()
	var book bytes.Buffer
	if err := h.indicators.Export(t.Context(), h.officer, h.committee, &book); err != nil {
		t.Fatal(err)
	}
	result := h.imports(book.Bytes(), false)
	if result.Unchanged != 4 || result.Added != 0 || result.Changed != 0 || result.FaultsTotal != 0 || !result.Imported {
		t.Errorf("got %+v", result)
	}
	if after := h.all(); !reflect.DeepEqual(after, before) {
		t.Errorf("got %+v\nwant %+v", after, before)
	}
}

func TestPastedFiguresAddAndChange(t *testing.T) {
	h := build(t)
	h.write(h.add("Andel"), figure("", 2025, 70, nil))
	rows := []byte(strings.ReplaceAll(strings.Join([]string{
		"Nyckeltal|Händelsetyp|Period|Antal", "ANDEL||2025|71,5", "Andel||T1 2026|72", "Incidenter|Felskickat|kvartal 2 2026|3", "Incidenter|Obehörig åtkomst|mars 2026|12 %",
	}, "\n"), "|", "\t"))
	if preview := h.imports(rows, true); preview.Added != 3 || preview.Changed != 1 || preview.FaultsTotal != 0 || h.all().Total != 1 {
		t.Fatalf("got %+v", preview)
	}
	h.imports(rows, false)
	got := h.all().Items
	if len(got) != 2 || got[0].Figures[0].Value != 71.5 || got[0].Figures[1].PeriodEnd.String() != "2026-04-30" || got[0].Version != 3 {
		t.Errorf("got %+v", got)
	}
	first, second := got[1].Figures[0], got[1].Figures[1]
	if got[1].Content.Unit != contract.IndicatorUnitCount || first.PeriodStart.String() != "2026-04-01" || first.PeriodEnd.String() != "2026-06-30" ||
		second.PeriodStart.String() != "2026-03-01" || second.PeriodEnd.String() != "2026-03-31" {
		t.Errorf("got %+v", got[1])
	}
	if again := h.imports(rows, false); again.Unchanged != 4 || again.Added+again.Changed != 0 {
		t.Errorf("a second time: %+v", again)
	}
}

func TestWhatIsWrongInARowStoresNothing(t *testing.T) {
	h := build(t)
	result := h.imports([]byte("Nyckeltal;Från;Till;Värde;Svar;Enhet\nAndel;2026-01-01;2026-12-31;många;;\n;2026-01-01;2026-12-31;1;;\nAndel;;;1;;\nAndel;2026-12-31;2026-01-01;1;;\n"+
		"Andel;2026-01-01;2026-12-31;1;2,5;\nAndel;2026-01-01;2026-12-31;1;;kilo\nAndel;2026-01-01;2026-12-31;1;;\nAndel;2026-01-01;2026-12-31;2;;\n"), false)
	var got []string
	for _, found := range result.Faults {
		got = append(got, found.Code)
	}
	want := []string{"not_a_number", "required", "period_required", "ends_before_it_starts", "not_a_whole_number", "unknown_value", "figure_twice"}
	if result.Imported || !reflect.DeepEqual(got, want) || h.all().Total != 0 {
		t.Errorf("got %q", got)
	}
}
