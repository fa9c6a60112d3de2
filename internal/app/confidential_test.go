package app_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

// What stands in each thing that is marked, and nowhere else.
const (
	ofAudit          = "sekrgranskning"
	ofRecommendation = "sekrrekommendation"
	ofAnswer         = "sekrsvar"
	ofMeasure        = "sekratgard"
	ofPaper          = "sekrpapper"
)

// secrets is a world's confidential things: an audit as a whole with its response; and an audit with a recommendation, an
// answer, a measure and a paper marked, in responses before and after the decision.
type secrets struct {
	responses []contract.Response
	decided   contract.Response // with the marked recommendation, answer and measure
	round     uuid.UUID
	ids       []any // of all there is
	parted    []any // of what has parts that are read by themselves
}

// TestWhatIsConfidentialIsSeenByThoseItConcerns holds that over the whole program: whoever lacks the right asks every operation
// that reads, and takes every document and export, of everything there is, and never sees a word.
func TestWhatIsConfidentialIsSeenByThoseItConcerns(t *testing.T) {
	w := newWorld(t)
	s := w.withSecrets()
	t.Run("others read nothing", func(t *testing.T) { w.t = t; w.nobodyElseReads(s) })
	t.Run("others get nothing in documents", func(t *testing.T) { w.t = t; w.nobodyElseGets(s) })
	t.Run("masked ones are so for everybody", func(t *testing.T) { w.t = t; w.maskedForAll(s) })
	t.Run("those concerned read it", func(t *testing.T) { w.t = t; w.thoseConcernedRead(s) })
	t.Run("whoever a measure is given to sees it", func(t *testing.T) { w.t = t; w.givenIsSeen() })
	t.Run("the public page", func(t *testing.T) { w.t = t; w.publicReadsNothing(s) })
}

func (w *world) withSecrets() secrets {
	w.t.Helper()
	whole := w.secretResponse(w.secretAudit(ofAudit, ofAudit), ofAudit, ofAudit)
	whole = w.adopted(whole)
	w.markConfidential("audit", whole.AuditID)

	draft := w.secretResponse(w.secretAudit("Granskning av rutiner", ofRecommendation), ofAnswer, ofMeasure)
	w.markParts(draft)
	decided := w.secretResponse(w.secretAudit("Granskning av rutiner", ofRecommendation), ofAnswer, ofMeasure)
	decided = w.adopted(decided)
	w.markParts(decided)
	s := secrets{responses: []contract.Response{whole, draft, decided}, decided: decided, round: uuid.New()}
	s.ids = append(s.ids, s.round)
	s.parted = []any{draft.ID, decided.ID}
	var assignments []uuid.UUID
	for _, response := range s.responses {
		assignments = append(assignments, w.assignmentsOf(response)...)
		w.markPapers(response)
		s.ids = append(s.ids, w.idsAround(response)...)
		s.ids = append(s.ids, w.idsOfPapers(contract.AttachedThingAudit, response.AuditID)...)
	}
	s.ids = append(s.ids, w.idsOfPapers(contract.AttachedThingAssignment, assignments[len(assignments)-1])...)
	w.must("auditor", "StartRound", nil, contract.NewRound{ID: s.round, Content: contract.RoundContent{
		Title: "Uppföljning", Due: calendar.New(2031, 10, 31), AssignmentIds: assignments,
	}}, nil)
	return s
}

func (w *world) secretAudit(title, recommendation string) contract.Audit {
	w.t.Helper()
	given := w.newAudit()
	given.Content.Title = title
	given.Content.Recommendations[0].Text = "Inför " + recommendation + "."
	third := given.Content.Recommendations[1]
	third.ID, third.Number = uuid.New(), "3"
	given.Content.Recommendations = append(given.Content.Recommendations, third)
	var audit contract.Audit
	w.must("officer", "RegisterAudit", nil, given, &audit)
	w.mustWith("auditor", "SetAdvisers", audit.Version, []any{audit.ID}, w.advisers(), &audit)
	return audit
}

// secretResponse answers the second recommendation and a statement with the answer's word, and the first, which is to be
// marked itself, too; the third's measure has its own.
func (w *world) secretResponse(audit contract.Audit, answer, measure string) contract.Response {
	w.t.Helper()
	var response contract.Response
	w.must("officer", "StartResponse", nil, contract.NewResponse{ID: uuid.New(), AddresseeID: audit.Addressees[0].ID}, &response)
	words := []string{answer, answer, "rutinen"}
	for i, each := range response.Answers {
		partly := contract.StancePartlyAccepts
		w.mustWith("officer", "WriteAnswer", each.Version, []any{each.ID}, contract.AnswerContent{Stance: &partly, Text: "Nämnden ser över " + words[i] + "."}, nil)
		comment := newComment()
		comment.Part, comment.Quote, comment.Text = each.ID.String(), words[i], "Skriv om "+words[i]
		w.must("manager", "AddComment", []any{response.ID}, comment, nil)
	}
	for i, word := range []string{answer, answer, measure} {
		added := newMeasure()
		added.Content.What, added.Content.Function, added.Content.Ready.Words = "Gör "+word, word+"chef", "våren 2031, "+word
		w.must("officer", "AddMeasure", []any{response.Answers[i].ID}, added, nil)
		w.attached("officer", contract.AttachedThingMeasure, added.ID)
	}
	request := w.newInputRequest()
	request.Email, request.Question, request.AnswerID = address("secretary"), "Vad gäller "+answer+"?", &response.Answers[1].ID
	w.must("officer", "AskForInput", []any{response.ID}, request, nil)
	w.must("officer", "StartMemorandum", []any{response.ID}, nil, nil)
	response = w.again(response)
	for _, section := range response.Memorandum.Sections {
		content := section.Content
		content.Includes = []contract.MemorandumInclusion{contract.MemorandumInclusionRecommendations, contract.MemorandumInclusionStances, contract.MemorandumInclusionMeasures}
		w.mustWith("officer", "WriteMemorandumSection", section.Version, []any{section.ID}, content, nil)
	}
	w.attached("officer", contract.AttachedThingResponse, response.ID)
	return w.again(response)
}

func (w *world) adopted(response contract.Response) contract.Response {
	w.t.Helper()
	for _, section := range response.Memorandum.Sections {
		if section.Kind == contract.MemorandumSectionKindProposedDecision {
			content := section.Content
			content.Text = "Nämnden antar yttrandet."
			w.mustWith("officer", "WriteMemorandumSection", section.Version, []any{section.ID}, content, nil)
		}
	}
	response = w.again(response)
	w.mustWith("officer", "SubmitResponse", response.Version, []any{response.ID}, nil, &response)
	w.mustWith("manager", "ApproveResponse", response.Version, []any{response.ID}, nil, &response)
	w.mustWith("secretary", "DecideResponse", response.Version, []any{response.ID}, w.newDecision(), &response)
	return response
}

func (w *world) markParts(response contract.Response) {
	w.t.Helper()
	w.markConfidential("recommendation", response.Answers[0].Recommendations[0].ID)
	w.markConfidential("answer", response.Answers[1].ID)
	w.markConfidential("measure", response.Answers[2].Measures[0].ID)
}

// markPapers attaches a paper to everything that takes one, and marks it.
func (w *world) markPapers(response contract.Response) {
	w.t.Helper()
	things := map[contract.AttachedThing]uuid.UUID{contract.AttachedThingAudit: response.AuditID, contract.AttachedThingAssignment: w.assignmentsOf(response)[2]}
	for thing, of := range things {
		w.markConfidential("attachment", w.attachedSecret(thing, of))
	}
}

func (w *world) attachedSecret(thing contract.AttachedThing, to uuid.UUID) uuid.UUID {
	w.t.Helper()
	id := uuid.New()
	c := w.attaching(id, thing, to)
	c.body = bytes.ReplaceAll(c.body, []byte(marker), []byte(ofPaper))
	w.mustCall("officer", c, nil)
	return id
}

// assignmentsOf are the response's, by number.
func (w *world) assignmentsOf(response contract.Response) (ids []uuid.UUID) {
	w.t.Helper()
	var page contract.AssignmentPage
	c := w.call("ListAssignments", 0, nil, nil)
	c.path += "?auditId=" + response.AuditID.String()
	w.mustCall("officer", c, &page)
	for _, assignment := range page.Items {
		ids = append(ids, assignment.ID)
	}
	return ids
}

// unconcerned lack the right: somebody of each role.
var unconcerned = []string{"controller", "officer elsewhere", "controller everywhere", "contributor", "reader", "overseer", "other adviser", "administrator", "foreign official"}

func secretIn(text string) string {
	text = strings.ToLower(text)
	for _, word := range []string{ofAudit, ofRecommendation, ofAnswer, ofMeasure, ofPaper} {
		if strings.Contains(text, word) {
			return word
		}
	}
	return ""
}

func (w *world) nobodyElseReads(s secrets) {
	var asking sync.WaitGroup
	for _, name := range unconcerned {
		p := w.byName[name]
		asking.Go(func() {
			for name, o := range w.operationsByName {
				if o.method == http.MethodGet && (o.givesJSON || name == "DownloadAttachment") {
					w.readsNoSecret(p, name, o, s)
				}
			}
			w.papersAreLeftOut(p, s)
		})
	}
	asking.Wait()
}

func (w *world) readsNoSecret(p *party, name string, o operation, s secrets) {
	ids, parts, queries := s.ids, []any{nil}, []string{""}
	if strings.Count(o.path, "{") > 1 {
		ids, parts = s.parted, s.ids
	}
	if !strings.Contains(o.path, "{") {
		ids = []any{nil}
	}
	if searches(w, name) {
		for _, word := range []string{ofAudit, ofRecommendation, ofAnswer, ofMeasure, ofPaper} {
			queries = append(queries, "?q="+word)
		}
	}
	for _, id := range ids {
		for _, part := range parts {
			c := w.call(name, 0, []any{id, part}[:strings.Count(o.path, "{")], nil)
			for _, query := range queries {
				asked := c
				asked.path += query
				answer := w.do(p.cookie, asked)
				if word := secretIn(answer.Body.String()); word != "" {
					w.t.Errorf("%s reads %s by %s: %s", p.name, word, asked.path, answer.Body)
				}
				if query != "" && answer.Code == http.StatusOK && strings.Contains(answer.Body.String(), `"items":[{`) {
					w.t.Errorf("%s finds it by %s: %s", p.name, asked.path, answer.Body)
				}
			}
		}
	}
}

// papersAreLeftOut: nobody sees a marked paper's name, and all are told that there is one.
func (w *world) papersAreLeftOut(p *party, s secrets) {
	c := w.call("ListAttachments", 0, nil, nil)
	c.path += fmt.Sprintf("?thing=assignment&thingId=%s", w.assignmentsOf(s.decided)[2])
	answer := w.do(p.cookie, c)
	if word := secretIn(answer.Body.String()); word != "" {
		w.t.Errorf("%s reads %s in a list of papers", p.name, word)
	}
	if answer.Code == http.StatusOK && !strings.Contains(answer.Body.String(), `"leftOut":1`) {
		w.t.Errorf("%s is not told: %s", p.name, answer.Body)
	}
}

// files are the requests for everything that is written as a document or an export.
func (w *world) files(s secrets) (calls []call) {
	w.t.Helper()
	ask := func(name string, values []any, query string) {
		c := w.call(name, 0, values, nil)
		c.path += query
		calls = append(calls, c)
	}
	for _, response := range s.responses {
		for _, part := range []string{"response", "memorandum", "both"} {
			for _, edition := range []string{"draft", "approved", "decided"} {
				ask("GetResponseDocument", []any{response.ID}, "?format=docx&part="+part+"&edition="+edition)
			}
			ask("GetResponseDocument", []any{response.ID}, "?format=pdf&part="+part)
		}
		ask("GetStatusSheet", []any{response.ID}, "?format=docx")
	}
	for _, format := range []string{"docx", "pdf"} {
		ask("GetStatusReport", nil, "?format="+format)
		ask("GetStatusReport", nil, "?format="+format+"&committeeId="+w.here.String())
	}
	for _, format := range []string{"docx", "pdf", "xlsx"} {
		ask("GetRoundMatrix", []any{s.round}, "?format="+format)
	}
	for _, format := range []string{"csv", "xlsx"} {
		ask("ExportAssignments", nil, "?format="+format)
		ask("ExportAssignments", nil, "?format="+format+"&q="+ofRecommendation)
	}
	return calls
}

func (w *world) nobodyElseGets(s secrets) {
	for _, c := range w.files(s) {
		for _, name := range []string{"controller", "officer elsewhere", "reader"} {
			p := w.byName[name]
			if answer := w.do(p.cookie, c); answer.Code == http.StatusOK {
				if word := secretIn(wordsOf(w.t, answer.Body.Bytes())); word != "" {
					w.t.Errorf("%s gets %s by %s", p.name, word, c.path)
				}
			}
		}
	}
}

// maskedForAll: what is confidential is left out also for those who may read it, and it is said.
func (w *world) maskedForAll(s secrets) {
	for _, c := range w.files(s) {
		if strings.Contains(c.path, "status-sheet") || strings.Contains(c.path, ofRecommendation) {
			continue
		}
		c.path += "&masked=true"
		answer := w.do(w.byName["officer"].cookie, c)
		if answer.Code != http.StatusOK {
			continue
		}
		text := wordsOf(w.t, answer.Body.Bytes())
		if word := secretIn(text); word != "" {
			w.t.Errorf("%s tells %s", c.path, word)
		}
		if strings.Contains(c.path, "/document") && !strings.Contains(strings.ToLower(text), "maskerad handling") {
			w.t.Errorf("%s is not marked as masked", c.path)
		}
		if !strings.Contains(text, "Sekretess enligt") {
			w.t.Errorf("%s does not say that something is left out: %s", c.path, text)
		}
	}
}

func (w *world) thoseConcernedRead(s secrets) {
	decided := s.decided
	stored := map[string][]byte{}
	for _, who := range seeingConfidential {
		var read contract.Response
		w.must(who, "GetResponse", []any{decided.ID}, nil, &read)
		marked := read.Answers[1]
		if !strings.Contains(marked.Content.Text, ofAnswer) || marked.Hidden || marked.ConfidentialGround == nil {
			w.t.Errorf("%s: %+v", who, marked)
		}
		var assignment contract.Assignment
		w.must(who, "GetAssignment", []any{w.assignmentsOf(decided)[2]}, nil, &assignment)
		if m := assignment.Measures[0]; !strings.Contains(m.Content.What, ofMeasure) || m.Hidden || m.ConfidentialGround == nil || assignment.Summary.Measures != 1 {
			w.t.Errorf("%s: %+v", who, m)
		}
		answer := w.do(w.byName[who].cookie, w.documentOf(decided, contract.DocumentPartResponse))
		stored[who] = answer.Body.Bytes()
		for _, word := range []string{ofRecommendation, ofAnswer, ofMeasure} {
			if !strings.Contains(wordsOf(w.t, stored[who]), word) {
				w.t.Errorf("%s does not get %s", who, word)
			}
		}
		if sum := fmt.Sprintf("%x", sha256.Sum256(stored[who])); sum != decided.Editions[len(decided.Editions)-1].Sha256 {
			w.t.Errorf("%s gets other bytes than those that were decided", who)
		}
	}
	c := w.call("ExportAssignments", 0, nil, nil)
	c.path += "?format=csv"
	if text := w.do(w.byName["secretary"].cookie, c).Body.String(); !strings.Contains(text, ofRecommendation) || !strings.Contains(text, "Instämmer delvis") {
		w.t.Errorf("the full export lacks it: %s", text)
	}
	var seen contract.Assignment
	w.must("reader", "GetAssignment", []any{w.assignmentsOf(decided)[1]}, nil, &seen)
	if seen.Summary.Stance != nil || !seen.Summary.AnswerHidden || seen.Summary.Measures != 0 || seen.SuggestedProgress != nil || !seen.Answers[0].Hidden || !seen.Measures[0].Hidden {
		w.t.Errorf("a reader sees %+v", seen)
	}
	c = w.call("ListAssignments", 0, nil, nil)
	c.path += "?stance=partly_accepts&auditId=" + decided.AuditID.String()
	for who, total := range map[string]int{"reader": 1, "officer": 3} {
		var page contract.AssignmentPage
		if w.mustCall(who, c, &page); page.Total != total {
			w.t.Errorf("%s finds %d by their stance, not %d", who, page.Total, total)
		}
	}
}

func (w *world) givenIsSeen() {
	response := w.adopted(w.secretResponse(w.secretAudit("Granskning", ofRecommendation), ofAnswer, ofMeasure))
	w.markParts(response)
	measure := response.Answers[2].Measures[0]
	given := contract.GivenPerson{Email: address("reader"), Name: "Någon"}
	w.mustWith("officer", "GiveMeasure", measure.Version, []any{measure.ID}, given, nil)
	var assignment contract.Assignment
	w.must("reader", "GetAssignment", []any{w.assignmentsOf(response)[2]}, nil, &assignment)
	if !strings.Contains(assignment.Measures[0].Content.What, ofMeasure) || assignment.Summary.AnswerHidden || assignment.Summary.Measures != 1 {
		w.t.Errorf("%+v", assignment)
	}
	var page contract.GivenMeasurePage
	w.must("reader", "ListGivenMeasures", nil, nil, &page)
	if len(page.Items) != 1 || !strings.Contains(page.Items[0].Measure.Content.What, ofMeasure) || page.Items[0].Measure.Hidden {
		w.t.Errorf("%+v", page.Items)
	}
}

func (w *world) publicReadsNothing(s secrets) {
	w.turnOn("sekr")
	w.publish(s.decided.AuditID)
	page := "/offentligt/sekr/granskningar/" + s.decided.AuditID.String()
	for _, path := range []string{"/offentligt/sekr", page, page + "/data.json", page + "/data.csv"} {
		status, text := w.read(path)
		if word := secretIn(text); word != "" || status != http.StatusOK {
			w.t.Errorf("%s: %d, tells %q", path, status, word)
		}
	}
}

// wordsOf is the text of a PDF, of every part of an Office file, or of what is text already.
func wordsOf(t *testing.T, content []byte) string {
	t.Helper()
	switch {
	case bytes.HasPrefix(content, []byte("%PDF")):
		command := exec.Command("pdftotext", "-", "-")
		command.Stdin = bytes.NewReader(content)
		text, err := command.Output()
		if err != nil {
			t.Skipf("pdftotext: %v", err)
		}
		return strings.Join(strings.Fields(string(text)), " ")
	case bytes.HasPrefix(content, []byte("PK")):
		return partsOf(t, content)
	}
	return string(content)
}

func partsOf(t *testing.T, content []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, part := range archive.File {
		opened, err := part.Open()
		if err == nil {
			_, err = io.Copy(&text, opened)
		}
		if err != nil {
			t.Fatal(err)
		}
		_ = opened.Close()
	}
	return text.String()
}
