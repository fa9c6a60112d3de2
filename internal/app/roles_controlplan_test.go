package app_test

import (
	"net/http"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
)

var (
	planning   = []string{"controller"}
	deciding   = []string{"secretary"}
	enterRisks = []string{"officer", "manager", "controller"}
	setScale   = []string{"administrator", "controller everywhere"}
	setCommon  = []string{"controller everywhere"}
)

// controlPlanExpectations are of a committee's risk analysis, of what is common to all committees, and of the scale.
var controlPlanExpectations = []expectation{
	{operation: "GetRiskScale", may: members, abroad: http.StatusOK, prepare: func(w *world) call { return w.call("GetRiskScale", 0, nil, nil) }},
	{operation: "UpdateRiskScale", may: setScale, abroad: http.StatusOK, own: func(w *world, p *party) call {
		var own contract.RiskScale
		asked := p.name
		if p.actor.Organization == uuid.Nil {
			asked = "administrator"
		}
		w.must(asked, "GetRiskScale", nil, nil, &own)
		c := w.call("UpdateRiskScale", own.Version, nil, own.Content)
		c.upon0 = true
		return c
	}},
	{operation: "ListCommonRisks", may: readers, abroad: http.StatusOK, prepare: func(w *world) call {
		w.commonRisk()
		return w.call("ListCommonRisks", 0, nil, nil)
	}},
	{operation: "AddCommonRisk", may: setCommon, prepare: func(w *world) call {
		return w.call("AddCommonRisk", 0, nil, w.newCommonRisk())
	}},
	{operation: "UpdateCommonRisk", may: setCommon, prepare: func(w *world) call {
		risk := w.commonRisk()
		return w.call("UpdateCommonRisk", risk.Version, []any{risk.ID}, risk.Content)
	}},
	{operation: "DeleteCommonRisk", may: setCommon, prepare: func(w *world) call {
		risk := w.commonRisk()
		return w.call("DeleteCommonRisk", risk.Version, []any{risk.ID}, nil)
	}},
	{operation: "ListControlPlans", may: readers, abroad: http.StatusOK, prepare: func(w *world) call {
		w.plan()
		return w.call("ListControlPlans", 0, nil, nil)
	}},
	{operation: "BeginControlPlan", may: planning, abroad: http.StatusForbidden, prepare: func(w *world) call {
		return w.call("BeginControlPlan", 0, nil, w.newPlan())
	}},
	{operation: "GetControlPlan", when: "a draft", may: seeingDraft, prepare: func(w *world) call {
		return w.call("GetControlPlan", 0, []any{w.plan().ID}, nil)
	}},
	{operation: "GetControlPlan", when: "adopted", may: readers, prepare: func(w *world) call {
		return w.call("GetControlPlan", 0, []any{w.adoptedPlan().ID}, nil)
	}},
	{operation: "WriteControlPlan", may: planning, prepare: func(w *world) call {
		plan := w.plan()
		return w.call("WriteControlPlan", plan.Version, []any{plan.ID}, contract.ControlPlanContent{RegistryNumber: "KS-2031-00001", MinorLimit: 10})
	}},
	{operation: "AddControl", may: planning, prepare: func(w *world) call {
		return w.call("AddControl", 0, []any{w.plan().ID}, newControl())
	}},
	{operation: "WriteControl", may: planning, prepare: func(w *world) call {
		control := w.control().Controls[0]
		return w.call("WriteControl", control.Version, []any{control.ID}, control.Content)
	}},
	{operation: "DeleteControl", may: planning, prepare: func(w *world) call {
		control := w.control().Controls[0]
		return w.call("DeleteControl", control.Version, []any{control.ID}, nil)
	}},
	{operation: "DecideControlPlan", may: deciding, prepare: func(w *world) call {
		plan := w.plan()
		return w.call("DecideControlPlan", plan.Version, []any{plan.ID}, w.newPlanDecision())
	}},
	{operation: "GetControlPlanDocument", when: "of a draft", may: seeingDraft, prepare: func(w *world) call {
		return w.planDocument(w.control(), contract.PlanDocumentPartPlan)
	}},
	{operation: "GetControlPlanDocument", when: "of what is adopted", may: readers, prepare: func(w *world) call {
		return w.planDocument(w.adoptedPlan(), contract.PlanDocumentPartPlan)
	}},
	{operation: "GetControlPlanDocument", when: "of the draft of a report", may: seeingDraft, prepare: func(w *world) call {
		return w.planDocument(w.planReport(), contract.PlanDocumentPartReport)
	}},
	{operation: "GetControlPlanDocument", when: "of the draft of an amendment", may: seeingDraft, prepare: func(w *world) call {
		return w.planDocument(w.amendment(), contract.PlanDocumentPartAmendment)
	}},
	{operation: "GetControlSummary", may: readers, abroad: http.StatusOK, prepare: func(w *world) call {
		c := w.call("GetControlSummary", 0, nil, nil)
		c.path += "?year=2030"
		return c
	}},
	{operation: "ExportControlSummary", may: readers, abroad: http.StatusOK, prepare: func(w *world) call {
		c := w.call("ExportControlSummary", 0, nil, nil)
		c.path += "?format=pdf&year=2030"
		return c
	}},
	{operation: "BeginAmendment", may: planning, prepare: func(w *world) call {
		return w.call("BeginAmendment", 0, []any{w.adoptedPlan().ID}, newAmendment())
	}},
	{operation: "WriteAmendment", may: planning, prepare: func(w *world) call {
		amendment := w.amendment().Amendments[0]
		return w.call("WriteAmendment", amendment.Version, []any{amendment.ID}, amendment.Content)
	}},
	{operation: "DeleteAmendment", may: planning, prepare: func(w *world) call {
		amendment := w.amendment().Amendments[0]
		return w.call("DeleteAmendment", amendment.Version, []any{amendment.ID}, nil)
	}},
	{operation: "DecideAmendment", may: deciding, prepare: func(w *world) call {
		amendment := w.amendment().Amendments[0]
		return w.call("DecideAmendment", amendment.Version, []any{amendment.ID}, w.newPlanDecision())
	}},
	{operation: "WritePlanReport", may: planning, prepare: func(w *world) call {
		report := w.planReport()
		return w.call("WritePlanReport", report.Report.Version, []any{report.ID}, report.Report.Content)
	}},
	{operation: "DecidePlanReport", may: deciding, prepare: func(w *world) call {
		report := w.planReport()
		return w.call("DecidePlanReport", report.Version, []any{report.ID}, w.newPlanDecision())
	}},
	{operation: "DeleteControlPlan", may: planning, prepare: func(w *world) call {
		plan := w.plan()
		return w.call("DeleteControlPlan", plan.Version, []any{plan.ID}, nil)
	}},
	{operation: "AddRisk", may: enterRisks, prepare: func(w *world) call {
		return w.call("AddRisk", 0, []any{w.plan().ID}, newRisk())
	}},
	{operation: "WriteRisk", may: enterRisks, prepare: func(w *world) call {
		risk := w.risk()
		return w.call("WriteRisk", risk.Version, []any{risk.ID}, risk.Content)
	}},
	{operation: "DeleteRisk", may: enterRisks, prepare: func(w *world) call {
		risk := w.risk()
		return w.call("DeleteRisk", risk.Version, []any{risk.ID}, nil)
	}},
}

func (w *world) newCommonRisk() contract.NewCommonRisk {
	return contract.NewCommonRisk{ID: uuid.New(), Content: contract.CommonRiskContent{Year: 2031, Title: "Avtal tecknas utan behörighet", Category: "legal"}}
}

func (w *world) commonRisk() contract.CommonRisk {
	w.t.Helper()
	var risk contract.CommonRisk
	w.must("controller everywhere", "AddCommonRisk", nil, w.newCommonRisk(), &risk)
	return risk
}

// newPlan is for a year that the committee has no plan for yet.
func (w *world) newPlan() contract.NewControlPlan {
	w.years++
	return contract.NewControlPlan{ID: uuid.New(), CommitteeID: w.here, Year: 1999 + w.years}
}

func (w *world) plan() contract.ControlPlan {
	w.t.Helper()
	var plan contract.ControlPlan
	w.must("controller", "BeginControlPlan", nil, w.newPlan(), &plan)
	return plan
}

func newRisk() contract.NewRisk {
	return contract.NewRisk{ID: uuid.New(), Content: contract.RiskContent{
		Title: "Risk för " + marker, Category: "operations", Cause: "Brister i " + marker, Treatments: []contract.ChosenTreatment{},
	}}
}

func (w *world) risk() contract.Risk {
	w.t.Helper()
	var plan contract.ControlPlan
	w.must("officer", "AddRisk", []any{w.plan().ID}, newRisk(), &plan)
	return plan.Risks[0]
}

func newControl() contract.NewControl {
	return contract.NewControl{ID: uuid.New(), Content: contract.ControlContent{
		Area: "Område " + marker, Title: "Kontroll av " + marker, What: marker, Method: marker, Frequency: contract.FrequencyMonthly, FirstMonth: 1,
		Function: marker, RiskIds: []uuid.UUID{}, RecommendationIds: []uuid.UUID{},
	}}
}

// control is a draft with one.
func (w *world) control() (plan contract.ControlPlan) {
	w.t.Helper()
	w.must("controller", "AddControl", []any{w.plan().ID}, newControl(), &plan)
	return plan
}

func (w *world) newPlanDecision() contract.NewPlanDecision {
	w.t.Helper()
	meeting := w.newMeeting()
	return contract.NewPlanDecision{ID: uuid.New(), Outcome: contract.DecisionOutcomeAdopted, MeetingID: &meeting.ID, Paragraph: "31"}
}

func (w *world) adoptedPlan() (plan contract.ControlPlan) {
	w.t.Helper()
	draft := w.control()
	w.mustWith("secretary", "DecideControlPlan", draft.Version, []any{draft.ID}, w.newPlanDecision(), &plan)
	return plan
}

func (w *world) planDocument(plan contract.ControlPlan, part contract.PlanDocumentPart) call {
	w.t.Helper()
	c := w.call("GetControlPlanDocument", 0, []any{plan.ID}, nil)
	c.path += "?format=pdf&part=" + string(part)
	return c
}

func newAmendment() contract.NewAmendment {
	added := newControl()
	return contract.NewAmendment{ID: uuid.New(), Content: contract.AmendmentContent{Reason: "Skäl " + marker, Changes: []contract.ControlChange{
		{Kind: contract.ControlChangeKindAdd, ControlID: added.ID, Content: &added.Content},
	}}}
}

// amendment is an adopted plan with the draft of one.
func (w *world) amendment() (plan contract.ControlPlan) {
	w.t.Helper()
	w.must("controller", "BeginAmendment", []any{w.adoptedEmpty().ID}, newAmendment(), &plan)
	return plan
}

// planReport is an adopted plan with the draft of its year's report.
func (w *world) planReport() (plan contract.ControlPlan) {
	w.t.Helper()
	judgement, adopted := contract.JudgementSufficient, w.adoptedEmpty()
	c := w.call("WritePlanReport", 0, []any{adopted.ID}, contract.PlanReportContent{Judgement: &judgement, Text: "Nämndens ord om " + marker})
	c.upon0 = true
	w.mustCall("controller", c, &plan)
	return plan
}

// adoptedEmpty is an adopted plan in which nothing stands: the marker neither.
func (w *world) adoptedEmpty() (plan contract.ControlPlan) {
	w.t.Helper()
	draft := w.plan()
	w.mustWith("secretary", "DecideControlPlan", draft.Version, []any{draft.ID}, w.newPlanDecision(), &plan)
	return plan
}

func (w *world) planOf(risk contract.Risk) (plan uuid.UUID) {
	w.t.Helper()
	if err := w.db.Owner.Get(&plan, `select plan_id from risk where id = $1`, risk.ID); err != nil {
		w.t.Fatal(err)
	}
	return plan
}
