package reading

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The real case stands beside the repository; it is public, but neither its sentences nor its persons belong in here.
const uppsalaCase = "../../../shared/cases/uppsala-otillaten-paverkan"

// uppsalaExpected is what of the case's expected.json a reading has to give.
type uppsalaExpected struct {
	Title       string `json:"title"`
	Firm        string `json:"auditor_firm"`
	Commission  string `json:"commissioned_by"`
	ReportDate  string `json:"report_date"`
	ResponseDue string `json:"yttrande_deadline"`
	Committees  []struct{ Abbr, Name string }
	Requested   []string `json:"response_requested_from"`
	Questions   []struct {
		Number int
		Text   string
	}
	Assessments []struct {
		Question int
		By       map[string]string `json:"by_committee"`
	}
	Overall []struct {
		Committee, Verbatim, Normalized string
	} `json:"overall_assessment"`
	Recommendations []struct {
		Text      string
		Addressed []string          `json:"addressed_to"`
		Copies    map[string]string `json:"copies"`
	}
	Criteria  []string
	Documents map[string][]struct {
		Title string
		Date  *string
	} `json:"documents_reviewed"`
	Response struct{ Dnr string }
}

var uppsalaGrades = map[string]Grade{"ja": Yes, "delvis": Partly, "nej": No}

func readUppsala(t *testing.T, names ...string) (Reading, uppsalaExpected) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(uppsalaCase, "expected.json"))
	if err != nil {
		t.Skipf("the Uppsala case is not there (%v): it stands outside the repository", err)
	}
	var expected uppsalaExpected
	if err := json.Unmarshal(content, &expected); err != nil {
		t.Fatal(err)
	}
	var files []File
	for _, name := range names {
		content, err := os.ReadFile(filepath.Join(uppsalaCase, name))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, File{name, content})
	}
	reading, err := Read(files)
	if err != nil {
		t.Fatal(err)
	}
	return reading, expected
}

const (
	uppsalaReport = "000_aa3c684e988b4d07.txt"
	uppsalaPage   = "002_9edd8a33dd31e8a7.txt"
)

func TestUppsalaReport(t *testing.T) {
	t.Parallel()
	got, expected := readUppsala(t, uppsalaReport, uppsalaPage)
	want := emptyReading()
	want.Title, want.Firm, want.CommissionedBy = &expected.Title, &expected.Firm, &expected.Commission
	want.ReportDate, want.ResponseDue = &expected.ReportDate, &expected.ResponseDue
	abbreviations := map[string]string{}
	for _, c := range expected.Committees {
		want.Committees = append(want.Committees, Committee{&c.Abbr, &c.Name})
		abbreviations[c.Name] = c.Abbr
	}
	for _, name := range expected.Requested {
		addressee := Addressee{Name: properName(name)}
		if addressee.Name == "Plan och byggnadsnämnden" {
			addressee.Name = "Plan- och byggnadsnämnden"
		}
		if addressee.Name == "Arbetsmarknadsnämnden" {
			addressee.RegistryNumber = &expected.Response.Dnr
		}
		want.Addressees = append(want.Addressees, addressee)
	}
	for _, q := range expected.Questions {
		want.Questions = append(want.Questions, Question{Number: itoa(q.Number), Text: q.Text})
	}
	for _, a := range expected.Assessments {
		for _, c := range expected.Committees {
			grade := uppsalaGrades[a.By[c.Abbr]]
			want.Assessments = append(want.Assessments, Assessment{itoa(a.Question), c.Abbr, &grade, map[Grade]string{Yes: "Ja", Partly: "Delvis", No: "Nej"}[grade]})
		}
	}
	for _, o := range expected.Overall {
		want.OverallAssessments = append(want.OverallAssessments, OverallAssessment{o.Committee, pointer(uppsalaGrades[o.Normalized]), o.Verbatim})
	}
	for i, r := range expected.Recommendations {
		variants := []string{}
		for _, source := range []string{"rapport_sammanfattning", "tjansteskrivelse", "yttrande", "webb_uppsala_se"} {
			if text := r.Copies[source]; text != r.Text && !slices.Contains(variants, text) {
				variants = append(variants, text)
			}
		}
		want.Recommendations = append(want.Recommendations, Recommendation{itoa(i + 1), r.Text, r.Addressed, variants})
	}
	want.Criteria = expected.Criteria
	for _, owner := range []string{"Kommunövergripande", "Socialnämnden", "Miljö- och hälsoskyddsnämnden", "Plan- och byggnadsnämnden", "Arbetsmarknadsnämnden"} {
		for _, d := range expected.Documents[owner] {
			document := Document{Title: d.Title, Date: d.Date}
			if abbreviation := abbreviations[owner]; abbreviation != "" {
				document.Committee = &abbreviation
			}
			want.Documents = append(want.Documents, document)
		}
	}
	warned := map[string]int{}
	for _, w := range got.Warnings {
		warned[w.Code]++
	}
	if warned["abbreviation_matched"] != 4 || warned["wordings_differ"] == 0 || warned["abbreviation_unknown"] != 0 || warned["grades_differ"] != 0 {
		t.Errorf("warnings: %v", warned)
	}
	want.Warnings = got.Warnings
	compare(t, want, got)
}

func TestUppsalaWebPage(t *testing.T) {
	got, expected := readUppsala(t, uppsalaPage)
	if len(got.Recommendations) != len(expected.Recommendations) {
		t.Fatalf("recommendations: want %d, got %d", len(expected.Recommendations), len(got.Recommendations))
	}
	for i, r := range expected.Recommendations {
		if got.Recommendations[i].Text != r.Copies["webb_uppsala_se"] {
			t.Errorf("recommendation %d: %q", i+1, got.Recommendations[i].Text)
		}
	}
	if len(got.Committees) != len(expected.Committees) {
		t.Errorf("committees: %v", got.Committees)
	}
	if text := asJSON(t, got); cookieNotice.MatchString(text) {
		t.Errorf("cookie text was read: %s", text)
	}
}

// TestUppsalaResponse reads the committee's memorandum and response, which stand before the report in one file.
func TestUppsalaResponse(t *testing.T) {
	t.Parallel()
	_, expected := readUppsala(t, uppsalaReport)
	content, err := os.ReadFile(filepath.Join(uppsalaCase, uppsalaReport))
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadResponse([]File{{uppsalaReport, content}})
	if err != nil {
		t.Fatal(err)
	}
	var wanted struct {
		Response struct {
			Date    string                  `json:"tjansteskrivelse_date"`
			Clauses []struct{ Text string } `json:"att_satser"`
			Stance  Stance
			Words   string `json:"stance_verbatim"`
			Answers []struct {
				Recommendation  int
				First60, Last60 string
				Chars           int
			}
		}
	}
	content, err = os.ReadFile(filepath.Join(uppsalaCase, "expected.json"))
	if err == nil {
		err = json.Unmarshal(content, &wanted)
	}
	if err != nil {
		t.Fatal(err)
	}
	want := wanted.Response
	for _, value := range []struct {
		name string
		got  *string
		want string
	}{{"title", got.Title, expected.Title}, {"registryNumber", got.RegistryNumber, expected.Response.Dnr}, {"date", got.Date, want.Date}, {"committee", got.Committee, "Arbetsmarknadsnämnden"}} {
		if value.got == nil || *value.got != value.want {
			t.Errorf("%s: want %q, got %v", value.name, value.want, value.got)
		}
	}
	if got.DecidedOn != nil || got.Paragraph != nil {
		t.Errorf("a draft is read as decided on %v, § %v", got.DecidedOn, got.Paragraph)
	}
	for i, clause := range want.Clauses {
		if i >= len(got.ProposedDecision) || got.ProposedDecision[i] != strings.TrimSuffix(clause.Text, " samt") {
			t.Errorf("clause %d: want %q, got %q", i+1, clause.Text, got.ProposedDecision)
		}
	}
	if len(got.Answers) != len(want.Answers) {
		t.Fatalf("answers: want %d, got %d", len(want.Answers), len(got.Answers))
	}
	for i, a := range got.Answers {
		text := strings.Join(strings.Fields(a.Text), " ")
		first, last := want.Answers[i].First60, want.Answers[i].Last60
		if !strings.HasPrefix(text, first) || !strings.HasSuffix(text, last) || len([]rune(text)) != want.Answers[i].Chars {
			t.Errorf("answer %d: want %d letters %q … %q, got %d %q", i+1, want.Answers[i].Chars, first, last, len([]rune(text)), text)
		}
		if *a.Number != itoa(want.Answers[i].Recommendation) || *a.Recommendation != expected.Recommendations[i].Copies["yttrande"] || a.Stance == nil || *a.Stance != want.Stance || *a.Verbatim != want.Words {
			t.Errorf("answer %d: number %s, stance %v %q, to %q", i+1, *a.Number, a.Stance, *a.Verbatim, *a.Recommendation)
		}
	}
}
