package response_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
)

var aPDF = []byte("%PDF-1.7\n% beslutat\n%%EOF\n")

// registration is of one answer to both recommendations, with a measure.
func (h *house) registration(t *testing.T) contract.NewRegisteredResponse {
	t.Helper()
	var recommendations []uuid.UUID
	if err := h.Owner.Select(&recommendations, `select id from recommendation order by position`); err != nil {
		t.Fatal(err)
	}
	partly, last := contract.StancePartlyAccepts, calendar.New(2023, 12, 31)
	return contract.NewRegisteredResponse{
		ID: uuid.New(), AddresseeID: h.addressee, Title: "Yttrande över granskning av loggkontroll",
		Decision: contract.RegisteredDecision{Outcome: contract.RegisteredDecisionOutcomeAdopted, Date: calendar.New(2023, 5, 25), Paragraph: "48"},
		Answers: []contract.RegisteredAnswer{{
			ID: uuid.New(), RecommendationIds: recommendations, Content: contract.AnswerContent{Stance: &partly, Text: "Rutinen ses över."},
			Measures: []contract.NewMeasure{{ID: uuid.New(), Content: contract.MeasureContent{What: "Se över rutinen", Function: "Enhetschef",
				Ready: &contract.ApproximateDate{Words: "2023-12-31", LastDay: &last}}}},
		}},
	}
}

func TestARegistrationIsHeldAgainstItself(t *testing.T) {
	h := build(t)
	tomorrow, early, ground := calendar.New(2024, 1, 23), calendar.New(2023, 5, 24), "6 kap. 39 § kommunallagen"
	cases := []struct {
		name          string
		change        func(*contract.NewRegisteredResponse)
		pointer, code string
	}{
		{"decided tomorrow", func(r *contract.NewRegisteredResponse) { r.Decision.Date = tomorrow }, "/decision/date", "future_date"},
		{"without a paragraph", func(r *contract.NewRegisteredResponse) { r.Decision.Paragraph = " " }, "/decision/paragraph", "required"},
		{"a ground of the committee's own", func(r *contract.NewRegisteredResponse) { r.Decision.Delegation = &ground }, "/decision/delegation", "only_with_chair_decision"},
		{"delivered tomorrow", func(r *contract.NewRegisteredResponse) { r.DeliveredOn = &tomorrow }, "/deliveredOn", "future_date"},
		{"delivered before the decision", func(r *contract.NewRegisteredResponse) { r.DeliveredOn = &early }, "/deliveredOn", "delivered_before_decision"},
		{"another audit's recommendation", func(r *contract.NewRegisteredResponse) { r.Answers[0].RecommendationIds = []uuid.UUID{uuid.New()} },
			"/answers/0/recommendationIds/0", "unknown_recommendation"},
		{"an answer to nothing", func(r *contract.NewRegisteredResponse) { r.Answers[0].RecommendationIds = nil }, "/answers/0/recommendationIds", "recommendation_or_statement"},
		{"two answers to one", func(r *contract.NewRegisteredResponse) {
			r.Answers = append(r.Answers, contract.RegisteredAnswer{ID: uuid.New(), RecommendationIds: r.Answers[0].RecommendationIds[:1]})
		}, "/answers/1/recommendationIds/0", "answered_twice"},
		{"two measures of one id", func(r *contract.NewRegisteredResponse) {
			r.Answers[0].Measures = append(r.Answers[0].Measures, r.Answers[0].Measures[0])
		}, "/answers/0/measures/1/id", "already_used"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			command := h.registration(t)
			c.change(&command)
			_, err := h.responses.RegisterDecided(t.Context(), h.officer, command)
			var found *fault.Error
			if !errors.As(err, &found) || len(found.Fields) != 1 || found.Fields[0].Pointer != c.pointer || found.Fields[0].Code != c.code {
				t.Errorf("got %v, want %s at %s", err, c.code, c.pointer)
			}
		})
	}
}

func TestAResponseDecidedOutsideIsRegisteredWithEverythingItSaid(t *testing.T) {
	h := build(t)
	command := h.registration(t)
	delivered := calendar.New(2023, 6, 1)
	command.DeliveredOn = &delivered
	if _, err := h.responses.RegisterDecided(t.Context(), h.otherReader, command); !fault.Is(err, "forbidden") {
		t.Errorf("by another committee: %v", err)
	}
	r := must[contract.Response](t)(h.responses.RegisterDecided(t.Context(), h.secretary, command))
	if r.State != contract.ResponseStateDelivered || len(r.History) != 1 || r.History[0].Action != contract.TransitionActionRegister {
		t.Errorf("%s by %+v", r.State, r.History)
	}
	if r.Decision == nil || r.Decision.Paragraph != "48" || len(r.Dispatches) != 1 || r.Dispatches[0].Recipient != "Storåns kommuns revisorer" {
		t.Errorf("decision %+v, dispatches %+v", r.Decision, r.Dispatches)
	}
	if len(r.Answers) != 1 || len(r.Answers[0].Recommendations) != 2 || len(r.Answers[0].Measures) != 1 || r.Answers[0].Measures[0].Content.Ready == nil {
		t.Errorf("answers %+v", r.Answers)
	}
	again := must[contract.Response](t)(h.responses.RegisterDecided(t.Context(), h.secretary, command))
	if again.Version != r.Version {
		t.Error("a create repeated after a lost answer changed something")
	}
	other := h.registration(t)
	if _, err := h.responses.RegisterDecided(t.Context(), h.secretary, other); !fault.Is(err, "response_exists") {
		t.Errorf("a second response: %v", err)
	}
	if _, err := journal.Verify(t.Context(), h.Owner, nil); err != nil {
		t.Error(err)
	}
}

func TestTheChairsDecisionNeedsNoParagraphAndNoKnownGround(t *testing.T) {
	h := build(t)
	command := h.registration(t)
	command.Decision = contract.RegisteredDecision{Outcome: contract.RegisteredDecisionOutcomeChairDecision, Date: calendar.New(2023, 5, 25)}
	r := must[contract.Response](t)(h.responses.RegisterDecided(t.Context(), h.officer, command))
	if r.State != contract.ResponseStateDecided || r.Decision.Delegation != nil {
		t.Errorf("%s, %+v", r.State, r.Decision)
	}
}

func TestTheOriginalIsKeptAsItIs(t *testing.T) {
	h := build(t)
	r := must[contract.Response](t)(h.responses.RegisterDecided(t.Context(), h.officer, h.registration(t)))
	pdf, docx := wanted(contract.DocumentPartResponse, contract.DocumentFormatPdf), wanted(contract.DocumentPartResponse, contract.DocumentFormatDocx)
	if _, err := h.responses.Document(t.Context(), h.officer, r.ID, pdf); !fault.Is(err, "no_original") || fault.KindOf(err) != fault.KindNotFound {
		t.Errorf("before the original: %v", err)
	}
	if _, err := h.responses.SetOriginal(t.Context(), h.officer, r.ID, r.Version, []byte("<!doctype html><p>Yttrande</p>")); !isField(err, "not_a_pdf") {
		t.Errorf("a web page: %v", err)
	}
	if _, err := h.responses.SetOriginal(t.Context(), h.otherReader, r.ID, r.Version, aPDF); !fault.Is(err, "forbidden") {
		t.Errorf("by another committee: %v", err)
	}
	with := must[contract.Response](t)(h.responses.SetOriginal(t.Context(), h.officer, r.ID, r.Version, aPDF))
	sum := sha256.Sum256(aPDF)
	if len(with.Editions) != 1 || with.Editions[0].Sha256 != hex.EncodeToString(sum[:]) || with.Editions[0].Part != contract.DocumentPartResponse {
		t.Errorf("editions %+v", with.Editions)
	}
	file, err := h.responses.Document(t.Context(), h.auditor, r.ID, pdf)
	if err != nil || string(file.Content) != string(aPDF) {
		t.Errorf("served %q, %v", file.Content, err)
	}
	if _, err := h.responses.Document(t.Context(), h.officer, r.ID, docx); !fault.Is(err, "only_original") {
		t.Errorf("as DOCX: %v", err)
	}
	if _, err := h.responses.SetOriginal(t.Context(), h.officer, r.ID, r.Version, aPDF); !fault.Is(err, "stale") {
		t.Errorf("of a version read before: %v", err)
	}
}

func TestTheOriginalStaysWhenTheAuditorsHaveReceivedIt(t *testing.T) {
	h := build(t)
	command := h.registration(t)
	command.DeliveredOn = &command.Decision.Date
	r := must[contract.Response](t)(h.responses.RegisterDecided(t.Context(), h.officer, command))
	r = must[contract.Response](t)(h.responses.SetOriginal(t.Context(), h.officer, r.ID, r.Version, aPDF))
	r = must[contract.Response](t)(h.responses.Receive(t.Context(), h.auditor, r.ID, r.Version, contract.ReceptionContent{Reception: contract.ReceptionKindReceived}))
	if _, err := h.responses.SetOriginal(t.Context(), h.officer, r.ID, r.Version, aPDF); !fault.Is(err, "original_received") {
		t.Errorf("got %v", err)
	}
}

func TestWhatIsDecidedHereGetsNoOriginal(t *testing.T) {
	h := build(t)
	r := h.approved(t)
	if _, err := h.responses.SetOriginal(t.Context(), h.officer, r.ID, r.Version, aPDF); !fault.Is(err, "not_registered_afterwards") {
		t.Errorf("got %v", err)
	}
}

// TestARegisteredResponseIsReadLikeOthers: what reads decided responses does without an edition that was rendered.
func TestARegisteredResponseIsReadLikeOthers(t *testing.T) {
	h := build(t)
	r := must[contract.Response](t)(h.responses.RegisterDecided(t.Context(), h.officer, h.registration(t)))
	if _, err := h.responses.Plan(t.Context(), h.officer, r.ID); err != nil {
		t.Errorf("plan: %v", err)
	}
	if _, err := h.responses.StatusSheet(t.Context(), h.officer, r.ID); err != nil {
		t.Errorf("status sheet: %v", err)
	}
	if _, err := h.responses.ReadThrough(t.Context(), h.officer, r.ID); err != nil {
		t.Errorf("read-through: %v", err)
	}
	if _, err := h.responses.Supplement(t.Context(), h.officer, r.ID, uuid.New()); err != nil {
		t.Errorf("supplement: %v", err)
	}
}

func isField(err error, code string) bool {
	var found *fault.Error
	return errors.As(err, &found) && len(found.Fields) == 1 && found.Fields[0].Code == code
}
