package operationalplan_test

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
	"uppsikt/internal/operationalplan"
	"uppsikt/internal/postgres/pgtest"
	"uppsikt/internal/sheetimport"
)

// house is a municipality with two committees and a recommendation that is given to the first.
type house struct {
	*pgtest.DB
	t                                       *testing.T
	plans                                   *operationalplan.Service
	organization, committee, other, meeting uuid.UUID
	recommendation, notGiven                uuid.UUID
	controller, officer, secretary          authz.Actor
	everywhere, otherOfficer, reader        authz.Actor
}

func build(t *testing.T) *house {
	t.Helper()
	h := &house{DB: pgtest.New(t), t: t, organization: uuid.New(), committee: uuid.New(), other: uuid.New(), meeting: uuid.New(), recommendation: uuid.New(), notGiven: uuid.New()}
	h.plans = &operationalplan.Service{DB: h.Server, Now: func() time.Time { return time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC) }}
	h.Owner.MustExec(`insert into organization (organization_id, name, auditors_name) values ($1, 'Storåns kommun', 'Storåns kommuns revisorer')`, h.organization)
	for id, names := range map[uuid.UUID][2]string{h.committee: {"Arbetsmarknadsnämnden", "AMN"}, h.other: {"Ånämnden", ""}} {
		h.Owner.MustExec(`insert into committee (organization_id, id, name, abbreviation, kind, registry_number_pattern)
			values ($1, $2, $3, $4, 'committee', '')`, h.organization, id, names[0], names[1])
	}
	h.Owner.MustExec(`insert into meeting (organization_id, id, committee_id, date) values ($1, $2, $3, '2025-12-11')`, h.organization, h.meeting, h.committee)
	h.controller, h.officer, h.secretary = h.person(contract.RoleController, &h.committee), h.person(contract.RoleOfficer, &h.committee), h.person(contract.RoleSecretary, &h.committee)
	h.everywhere, h.otherOfficer, h.reader = h.person(contract.RoleController, nil), h.person(contract.RoleOfficer, &h.other), h.person(contract.RoleReader, nil)
	h.recommend()
	return h
}

func (h *house) person(role contract.Role, committee *uuid.UUID) authz.Actor {
	id := uuid.New()
	h.Owner.MustExec(`insert into account (id, email, name, created_at) values ($1, $2, $3, now())`, id, id.String()+"@storan.example", string(role))
	return authz.Actor{Account: id, Name: string(role), Organization: h.organization, Roles: []contract.RoleGrant{{Role: role, CommitteeID: committee}}}
}

// recommend gives each committee a recommendation.
func (h *house) recommend() {
	audit := uuid.New()
	h.Owner.MustExec(`insert into audit (organization_id, id, title, firm, commissioned_by, registry_number, registered_by, registered_at)
		values ($1, $2, 'Granskning av loggar', '', '', '', $3, now())`, h.organization, audit, h.officer.Account)
	for id, committee := range map[uuid.UUID]uuid.UUID{h.recommendation: h.committee, h.notGiven: h.other} {
		h.Owner.MustExec(`insert into recommendation (organization_id, id, audit_id, position, number, text, variants) values ($1, $2, $3, 1, '3', 'Kontrollera loggarna.', '{}')`,
			h.organization, id, audit)
		h.Owner.MustExec(`insert into assignment (organization_id, id, audit_id, recommendation_id, committee_id, holder_id) values ($1, $2, $3, $4, $5, $5)`,
			h.organization, uuid.New(), audit, id, committee)
	}
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

func (h *house) begin(year int) contract.OperationalPlan {
	h.t.Helper()
	return must[contract.OperationalPlan](h.t)(h.plans.Begin(h.t.Context(), h.controller, contract.NewOperationalPlan{
		ID: uuid.New(), CommitteeID: h.committee, Year: year, Content: contract.OperationalPlanContent{Title: "Verksamhetsplan", RegistryNumber: "AMN-2025-00311"},
	}))
}

func (h *house) add(plan contract.OperationalPlan, contents ...contract.PlanActionContent) contract.OperationalPlan {
	h.t.Helper()
	for _, content := range contents {
		plan = must[contract.OperationalPlan](h.t)(h.plans.AddAction(h.t.Context(), h.controller, plan.ID, contract.NewPlanAction{ID: uuid.New(), Content: content}))
	}
	return plan
}

func (h *house) action(number string) contract.PlanActionContent {
	quarter, last := contract.PrecisionQuarter, calendar.New(2026, 3, 31)
	return contract.PlanActionContent{
		Number: number, Area: "Informationssäkerhet", What: "Inför loggkontroll\ni alla system", Function: "Systemförvaltaren",
		Ready:        &contract.ApproximateDate{Words: "första kvartalet 2026", Precision: &quarter, LastDay: &last},
		CommitteeIds: []uuid.UUID{h.other}, RecommendationIds: []uuid.UUID{h.recommendation},
	}
}

func (h *house) decide(plan contract.OperationalPlan, outcome contract.DecisionOutcome) contract.OperationalPlan {
	h.t.Helper()
	why := "Fler mått behövs."
	return must[contract.OperationalPlan](h.t)(h.plans.Decide(h.t.Context(), h.secretary, plan.ID, plan.Version,
		contract.NewPlanDecision{ID: uuid.New(), Outcome: outcome, MeetingID: &h.meeting, Paragraph: "71", Comment: &why}))
}

func numbers(plan contract.OperationalPlan) (found []string) {
	for _, action := range plan.Actions {
		found = append(found, action.Content.Number)
	}
	return found
}

func TestActionsStandInTheOrderOfTheirNumbers(t *testing.T) {
	h := build(t)
	plan := h.add(h.begin(2026), h.action("10"), h.action("2"), h.action("1.10"), h.action("1.2"), h.action("A3"), h.action("1"))
	if got := numbers(plan); !reflect.DeepEqual(got, []string{"1", "1.2", "1.10", "2", "10", "A3"}) {
		t.Errorf("got %q", got)
	}
	if tied := plan.Actions[0].Recommendations; len(tied) != 1 || tied[0].AuditTitle != "Granskning av loggar" || tied[0].Number != "3" {
		t.Errorf("got %+v", tied)
	}
	moved := h.action("3")
	last := plan.Actions[5]
	plan = must[contract.OperationalPlan](t)(h.plans.WriteAction(t.Context(), h.controller, last.ID, last.Version, moved))
	if got := numbers(plan); got[4] != "3" {
		t.Errorf("got %q", got)
	}
	plan = must[contract.OperationalPlan](t)(h.plans.DeleteAction(t.Context(), h.controller, last.ID, last.Version+1))
	if len(plan.Actions) != 5 {
		t.Errorf("got %q", numbers(plan))
	}
}

func TestWhatAnActionMayNotBe(t *testing.T) {
	h := build(t)
	plan := h.add(h.begin(2026), h.action("1a"))
	for pointer, spoil := range map[string]func(*contract.PlanActionContent){
		"/content/number":              func(c *contract.PlanActionContent) { c.Number = "1A " },
		"/content/what":                func(c *contract.PlanActionContent) { c.What = " \n" },
		"/content/committeeIds/0":      func(c *contract.PlanActionContent) { c.CommitteeIds = []uuid.UUID{h.committee} },
		"/content/committeeIds":        func(c *contract.PlanActionContent) { c.CommitteeIds = []uuid.UUID{uuid.New()} },
		"/content/recommendationIds/1": func(c *contract.PlanActionContent) { c.RecommendationIds = append(c.RecommendationIds, h.notGiven) },
		"/content/ready/words":         func(c *contract.PlanActionContent) { c.Ready.Words = " " },
	} {
		content := h.action("2")
		spoil(&content)
		_, err := h.plans.AddAction(t.Context(), h.controller, plan.ID, contract.NewPlanAction{ID: uuid.New(), Content: content})
		var known *fault.Error
		if !errors.As(err, &known) || len(known.Fields) != 1 || known.Fields[0].Pointer != pointer {
			t.Errorf("%v does not point at %s", err, pointer)
		}
	}
}

func TestADraftBelongsToItsCommitteeUntilItIsAdopted(t *testing.T) {
	h := build(t)
	plan := h.add(h.begin(2026), h.action("1"))
	for _, outsider := range []authz.Actor{h.everywhere, h.otherOfficer, h.reader} {
		if _, err := h.plans.Plan(t.Context(), outsider, plan.ID); !fault.Is(err, "forbidden") {
			t.Errorf("got %v", err)
		}
		page := must[contract.OperationalPlanPage](t)(h.plans.Plans(t.Context(), outsider, nil, nil, 50, 0))
		if page.Total != 1 || page.Items[0].MayRead {
			t.Errorf("that there is a draft is no secret: %+v", page)
		}
	}
	if _, err := h.plans.Begin(t.Context(), h.controller, contract.NewOperationalPlan{ID: uuid.New(), CommitteeID: h.committee, Year: 2026}); !fault.Is(err, "plan_exists") {
		t.Errorf("got %v", err)
	}
	back := h.decide(plan, contract.DecisionOutcomeReferredBack)
	if back.State != contract.PlanStateDraft || len(back.EarlierDecisions) != 1 || back.Adoption != nil {
		t.Errorf("referred back: %+v", back)
	}
	adopted := h.decide(back, contract.DecisionOutcomeAdoptedWithChanges)
	if adopted.State != contract.PlanStateAdopted || adopted.Adoption == nil || adopted.Adoption.Paragraph != "71" || adopted.Adoption.Date != calendar.New(2025, 12, 11) {
		t.Errorf("adopted: %+v", adopted)
	}
	if read := must[contract.OperationalPlan](t)(h.plans.Plan(t.Context(), h.reader, plan.ID)); len(read.Actions) != 1 || len(read.May) != 0 {
		t.Errorf("what is adopted is read by all: %+v", read)
	}
	if _, err := h.plans.AddAction(t.Context(), h.controller, plan.ID, contract.NewPlanAction{ID: uuid.New(), Content: h.action("2")}); !fault.Is(err, "operational_plan_adopted") {
		t.Errorf("got %v", err)
	}
	reported := h.decide(adopted, contract.DecisionOutcomeAdopted)
	if reported.State != contract.PlanStateReported || reported.Reported == nil || reported.Adoption == nil {
		t.Errorf("reported: %+v", reported)
	}
	if _, err := h.plans.Decide(t.Context(), h.secretary, plan.ID, reported.Version, contract.NewPlanDecision{}); !fault.Is(err, "plan_reported") {
		t.Errorf("got %v", err)
	}
}

func TestNothingIsDecidedAboutAnEmptyPlan(t *testing.T) {
	h := build(t)
	plan := h.begin(2026)
	if _, err := h.plans.Decide(t.Context(), h.secretary, plan.ID, plan.Version, contract.NewPlanDecision{}); !fault.Is(err, "plan_without_actions") {
		t.Errorf("got %v", err)
	}
}

func (h *house) report(actor authz.Actor, action contract.PlanAction, by uuid.UUID, progress contract.Progress, on calendar.Date) (contract.PlanAction, error) {
	return h.plans.Report(h.t.Context(), actor, action.ID, contract.NewActionReport{
		ID: uuid.New(), CommitteeID: by, Period: contract.ReportPeriodFourMonths, Progress: progress, Comment: "Se rapporten.", On: on,
	})
}

func TestTheLatestReportIsTheProgress(t *testing.T) {
	h := build(t)
	draft := h.add(h.begin(2026), h.action("1"))
	if _, err := h.report(h.officer, draft.Actions[0], h.committee, contract.ProgressOngoing, calendar.New(2026, 4, 30)); !fault.Is(err, "plan_not_adopted") {
		t.Errorf("of a draft: %v", err)
	}
	if _, err := h.report(h.otherOfficer, draft.Actions[0], h.other, contract.ProgressOngoing, calendar.New(2026, 4, 30)); !fault.Is(err, "forbidden") {
		t.Errorf("of another's draft: %v", err)
	}
	action := h.decide(draft, contract.DecisionOutcomeAdopted).Actions[0]
	if !action.Overdue || action.Progress != contract.ProgressNotStarted {
		t.Errorf("its last day has passed: %+v", action)
	}
	must[contract.PlanAction](t)(h.report(h.otherOfficer, action, h.other, contract.ProgressDone, calendar.New(2026, 4, 30)))
	got := must[contract.PlanAction](t)(h.report(h.officer, action, h.committee, contract.ProgressOngoing, calendar.New(2026, 4, 1)))
	if got.Progress != contract.ProgressDone || got.Overdue || len(got.Reports) != 2 || got.Reports[1].CommitteeID != h.other {
		t.Errorf("the latest by its day: %+v", got)
	}
	for code, try := range map[string]func() error{
		"forbidden": func() error {
			_, err := h.report(h.officer, action, h.other, contract.ProgressDone, calendar.New(2026, 4, 30))
			return err
		},
		"invalid": func() error {
			_, err := h.report(h.officer, action, h.committee, contract.ProgressDone, calendar.New(2026, 5, 5))
			return err
		},
	} {
		if err := try(); !fault.Is(err, code) {
			t.Errorf("got %v, want %s", err, code)
		}
	}
	reason := contract.NewActionReport{ID: uuid.New(), CommitteeID: h.committee, Period: contract.ReportPeriodYearEnd, Progress: contract.ProgressCancelled, Comment: " ", On: calendar.New(2026, 5, 1)}
	if _, err := h.plans.Report(t.Context(), h.officer, action.ID, reason); !fault.Is(err, "invalid") {
		t.Errorf("what is ended has its reason: %v", err)
	}
}

func TestASharedActionIsSeenInTheOthersPlan(t *testing.T) {
	h := build(t)
	plan := h.add(h.begin(2026), h.action("1"))
	otherController := h.person(contract.RoleController, &h.other)
	own := must[contract.OperationalPlan](t)(h.plans.Begin(t.Context(), otherController, contract.NewOperationalPlan{ID: uuid.New(), CommitteeID: h.other, Year: 2026}))
	if len(own.Shared) != 0 {
		t.Errorf("another's draft: %+v", own.Shared)
	}
	h.decide(plan, contract.DecisionOutcomeAdopted)
	own = must[contract.OperationalPlan](t)(h.plans.Plan(t.Context(), otherController, own.ID))
	if len(own.Shared) != 1 || own.Shared[0].CommitteeID != h.committee || !reflect.DeepEqual(own.Shared[0].May, []contract.ActionAction{contract.ActionActionReport}) {
		t.Errorf("got %+v", own.Shared)
	}
}

func TestAConfidentialRecommendationIsKeptAndNotShown(t *testing.T) {
	h := build(t)
	plan := h.add(h.begin(2026), h.action("1"))
	h.Owner.MustExec(`update recommendation set confidential_ground = 'OSL 18:8' where id = $1`, h.recommendation)
	plan = must[contract.OperationalPlan](t)(h.plans.Plan(t.Context(), h.controller, plan.ID))
	action := plan.Actions[0]
	if len(action.Recommendations) != 0 || len(action.Content.RecommendationIds) != 0 {
		t.Fatalf("a controller does not see it: %+v", action)
	}
	must[contract.OperationalPlan](t)(h.plans.WriteAction(t.Context(), h.controller, action.ID, action.Version, action.Content))
	if seen := must[contract.OperationalPlan](t)(h.plans.Plan(t.Context(), h.officer, plan.ID)); len(seen.Actions[0].Recommendations) != 1 {
		t.Errorf("an officer still sees it: %+v", seen.Actions[0])
	}
}

func (h *house) imports(plan contract.OperationalPlan, content []byte, preview bool) contract.SheetImport {
	h.t.Helper()
	return must[contract.SheetImport](h.t)(h.plans.Import(h.t.Context(), h.controller, plan.ID, plan.Version, sheetimport.File{Name: "plan", Content: content, Preview: preview}))
}

func TestWhatIsExportedAndImportedAgainChangesNothing(t *testing.T) {
	h := build(t)
	continuous := h.action("2")
	continuous.Ready, continuous.CommitteeIds = &contract.ApproximateDate{Words: "löpande"}, []uuid.UUID{}
	bare := contract.PlanActionContent{Number: "3", What: "=HYPERLINK(\"x\") och 'citat'", CommitteeIds: []uuid.UUID{}, RecommendationIds: []uuid.UUID{}}
	plan := h.add(h.begin(2026), h.action("1"), continuous, bare, contract.PlanActionContent{Number: "007", What: "2026.01.31", CommitteeIds: []uuid.UUID{}, RecommendationIds: []uuid.UUID{}})
	h.Owner.MustExec(`update recommendation set confidential_ground = 'OSL 18:8' where id = $1`, h.recommendation)

	var book bytes.Buffer
	must[contract.OperationalPlan](t)(h.plans.Export(t.Context(), h.controller, plan.ID, &book))
	result := h.imports(plan, book.Bytes(), false)
	if result.Unchanged != 4 || result.Added != 0 || result.Changed != 0 || result.FaultsTotal != 0 || !result.Imported {
		t.Errorf("got %+v", result)
	}
	again := must[contract.OperationalPlan](t)(h.plans.Plan(t.Context(), h.controller, plan.ID))
	if again.Version != plan.Version || again.Actions[1].Version != 1 {
		t.Errorf("something was written: %+v", again)
	}
	next := h.begin(2027)
	if result := h.imports(next, book.Bytes(), false); result.Added != 4 {
		t.Errorf("into next year's: %+v", result)
	}
}

func TestPastedRowsAddAndChange(t *testing.T) {
	h := build(t)
	plan := h.add(h.begin(2026), h.action("1"))
	pasted := []byte(strings.ReplaceAll(strings.Join([]string{
		"Nr|Aktivitet|När|Gemensam med", "1|Inför loggkontroll|våren 2026|Ånämnden", "2|Utbilda alla chefer||", "3|Ta fram rutin|2026-06-30|",
	}, "\n"), "|", "\t"))
	preview := h.imports(plan, pasted, true)
	if preview.Added != 2 || preview.Changed != 1 || preview.Imported || preview.FaultsTotal != 0 {
		t.Fatalf("got %+v", preview)
	}
	if again := must[contract.OperationalPlan](t)(h.plans.Plan(t.Context(), h.controller, plan.ID)); len(again.Actions) != 1 {
		t.Error("a preview stores nothing")
	}
	h.imports(plan, pasted, false)
	got := must[contract.OperationalPlan](t)(h.plans.Plan(t.Context(), h.controller, plan.ID))
	first := got.Actions[0].Content
	if first.What != "Inför loggkontroll" || first.Area != "Informationssäkerhet" || *first.Ready.LastDay != calendar.New(2026, 5, 31) || len(first.CommitteeIds) != 1 || len(first.RecommendationIds) != 1 {
		t.Errorf("got %+v", first)
	}
	if last := got.Actions[2].Content; last.Ready.LastDay.String() != "2026-06-30" || got.Actions[1].Content.Ready != nil {
		t.Errorf("got %+v", last)
	}
	if _, err := h.plans.Import(t.Context(), h.controller, plan.ID, plan.Version, sheetimport.File{Content: pasted, Preview: true}); !fault.Is(err, "stale") {
		t.Errorf("got %v", err)
	}
}

func TestWhatIsWrongInARowStoresNothing(t *testing.T) {
	h := build(t)
	plan := h.begin(2026)
	result := h.imports(plan, []byte("Nr;Åtgärd;Sista dag;Delas med\n1;Utbilda;snart;\n1;;;\n2;Utbilda;;Havsnämnden\n3;Utbilda;;AMN\n"), false)
	var got []string
	for _, found := range result.Faults {
		got = append(got, found.Code)
	}
	if want := []string{"not_a_date", "number_used_twice", "required", "committee_not_found", "committee_not_found"}; result.Imported || !reflect.DeepEqual(got, want) {
		t.Errorf("got %q", got)
	}
	if again := must[contract.OperationalPlan](t)(h.plans.Plan(t.Context(), h.controller, plan.ID)); len(again.Actions) != 0 {
		t.Error("something was stored")
	}
}
