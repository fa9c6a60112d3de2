package followup_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/followup"
)

func TestARoundShowsWhoHasAnsweredSinceItBegan(t *testing.T) {
	h := build(t)
	h.decide()
	h.clock = time.Date(2024, 9, 2, 9, 0, 0, 0, time.UTC)
	h.report(contract.ProgressOngoing, calendar.New(2024, 4, 1))
	var all []uuid.UUID
	for _, item := range h.list(h.auditor, followup.Filter{}).Items {
		all = append(all, item.ID)
	}
	added := contract.NewRound{ID: uuid.New(), Content: contract.RoundContent{Title: "Uppföljning hösten 2024", Question: "Vad har gjorts?", Due: calendar.New(2024, 10, 31), AssignmentIds: all}}
	h.clock = h.clock.Add(time.Hour)
	round := must[contract.Round](t)(h.followup.StartRound(t.Context(), h.auditor, added))
	if len(round.Items) != 3 || round.Items[0].Report != nil {
		t.Fatalf("what was said before does not answer: %+v", round.Items)
	}
	h.clock = h.clock.AddDate(0, 0, 10)
	h.report(contract.ProgressDone, calendar.New(2024, 9, 10))
	h.verdict(h.auditor, contract.VerdictAddressed, calendar.New(2024, 9, 12))
	round = must[contract.Round](t)(h.followup.Round(t.Context(), h.officer, round.ID))
	if round.Items[0].Report == nil || round.Items[0].Verdict == nil || round.Items[1].Report != nil || len(round.May) != 0 {
		t.Errorf("got %+v", round)
	}
	round = must[contract.Round](t)(h.followup.CloseRound(t.Context(), h.auditor, round.ID, round.Version))
	h.clock = h.clock.AddDate(0, 0, 10)
	page := must[contract.RoundPage](t)(h.followup.Rounds(t.Context(), h.reader, 50, 0))
	if page.Items[0].Asked != 3 || page.Items[0].Reported != 1 || page.Items[0].Judged != 1 || page.Items[0].ClosedAt == nil {
		t.Errorf("got %+v", page)
	}
	if _, err := h.followup.UpdateRound(t.Context(), h.auditor, round.ID, round.Version, added.Content); !fault.Is(err, "round_closed") {
		t.Errorf("got %v", err)
	}
	must[contract.Round](t)(h.followup.ReopenRound(t.Context(), h.auditor, round.ID, round.Version))
	if seen := must[contract.Round](t)(h.followup.Round(t.Context(), h.otherAdviser, round.ID)); len(seen.Items) != 0 {
		t.Errorf("an adviser of other audits sees %+v", seen.Items)
	}
}

func TestARoundAsksOnlyOfWhatThereIs(t *testing.T) {
	h := build(t)
	added := contract.NewRound{ID: uuid.New(), Content: contract.RoundContent{Title: "Uppföljning", Due: calendar.New(2024, 10, 31), AssignmentIds: []uuid.UUID{uuid.New()}}}
	_, err := h.followup.StartRound(t.Context(), h.auditor, added)
	pointsAt(t, err, "/content/assignmentIds")
}

func TestLikenessIsShownAndARepetitionLinkedByAnAuditor(t *testing.T) {
	h := build(t)
	h.registerAlike(calendar.New(2024, 10, 1), "Inför snarast åtgärder mot otillbörlig påverkan.")
	repeated := must[contract.Repetitions](t)(h.followup.Repetitions(t.Context(), h.auditor, h.later))
	found := repeated.Items[0].Earlier
	if len(found) != 1 || found[0].Text != "Inför åtgärder mot otillbörlig påverkan." || found[0].Likeness < 0.6 || found[0].Linked || !repeated.MayLink {
		t.Fatalf("got %+v", repeated)
	}
	linked := must[contract.Repetitions](t)(h.followup.LinkRepetition(t.Context(), h.auditor, repeated.Items[0].RecommendationID, []uuid.UUID{found[0].RecommendationID}))
	if !linked.Items[0].Earlier[0].Linked {
		t.Errorf("got %+v", linked)
	}
	_, err := h.followup.LinkRepetition(t.Context(), h.auditor, found[0].RecommendationID, []uuid.UUID{repeated.Items[0].RecommendationID})
	pointsAt(t, err, "/earlierIds") // a later one is nothing to repeat
	if seen := must[contract.Repetitions](t)(h.followup.Repetitions(t.Context(), h.reader, h.later)); seen.MayLink {
		t.Error("a reader may link")
	}
}

func TestASuccessorAnswersForWhatItTakesOver(t *testing.T) {
	h := build(t)
	h.decide()
	h.report(contract.ProgressOngoing, calendar.New(2024, 2, 16))
	administrator := authz.Actor{Account: h.auditor.Account, Organization: h.organization, Roles: []contract.RoleGrant{{Role: contract.RoleAdministrator}}}
	committee := must[contract.Committee](t)(h.followup.HandOver(t.Context(), administrator, h.committee, 1, h.other))
	if *committee.SuccessorID != h.other {
		t.Fatalf("got %+v", committee)
	}
	page := h.list(h.reader, followup.Filter{Committees: &[]uuid.UUID{h.other}})
	if page.Total != 3 || h.list(h.reader, followup.Filter{Committees: &[]uuid.UUID{h.committee}}).Total != 0 {
		t.Errorf("got %+v", page)
	}
	id := uuid.Nil
	for _, item := range page.Items {
		if item.CommitteeID == h.committee && item.Number == "1" {
			id = item.ID
		}
	}
	taken := must[contract.Assignment](t)(h.followup.Get(t.Context(), h.otherOfficer, id))
	if len(taken.Answers) != 1 || len(taken.ProgressReports) != 1 || len(taken.Measures) != 1 {
		t.Errorf("its history has gone: %+v", taken)
	}
	report := contract.NewProgressReport{ID: uuid.New(), Progress: contract.ProgressDone, On: calendar.New(2024, 2, 16)}
	if _, err := h.followup.ReportProgress(t.Context(), h.officer, id, taken.Version, report); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("the committee that was succeeded still speaks: %v", err)
	}
	must[contract.Assignment](t)(h.followup.ReportProgress(t.Context(), h.otherOfficer, id, taken.Version, report))
	done := contract.NewMeasureReport{ID: uuid.New(), Progress: contract.ProgressDone, On: calendar.New(2024, 2, 16)}
	must[contract.FollowedMeasure](t)(h.followup.ReportMeasure(t.Context(), h.otherOfficer, taken.Measures[0].ID, taken.Measures[0].Version, done))
	if _, err := h.followup.HandOver(t.Context(), administrator, h.other, 1, h.committee); !fault.Is(err, "succession_in_a_circle") {
		t.Errorf("got %v", err)
	}
}

func TestCriticismBelongsToACommitteeAndAYear(t *testing.T) {
	h := build(t)
	content := contract.CriticismContent{CommitteeID: h.committee, Year: 2023, Kind: contract.CriticismKindCaution, Text: "Nämnden har inte följt upp sin interna kontroll."}
	added := must[contract.Criticism](t)(h.followup.RegisterCriticism(t.Context(), h.auditor, contract.NewCriticism{ID: uuid.New(), Content: content}))
	content.Kind = contract.CriticismKindFormalRemark
	changed := must[contract.Criticism](t)(h.followup.UpdateCriticism(t.Context(), h.auditor, added.ID, added.Version, content))
	if page := must[contract.CriticismPage](t)(h.followup.Criticisms(t.Context(), h.reader, nil, pointer(2023), 50, 0)); page.Total != 1 || page.Items[0].Content.Kind != contract.CriticismKindFormalRemark {
		t.Errorf("got %+v", page)
	}
	if err := h.followup.DeleteCriticism(t.Context(), h.auditor, added.ID, changed.Version); err != nil {
		t.Error(err)
	}
	content.CommitteeID = uuid.New()
	_, err := h.followup.RegisterCriticism(t.Context(), h.auditor, contract.NewCriticism{ID: uuid.New(), Content: content})
	pointsAt(t, err, "/content/committeeId")
}
