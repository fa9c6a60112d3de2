package response

import (
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
)

// sender is what the letterhead and the signatures say beside the response itself.
type sender struct {
	Organization    string
	Committee       string
	Administrations []string
	CommitteeNames  map[uuid.UUID]string
	Signatories     []contract.Signatory
	Titles          map[uuid.UUID]string // of those named in the response
}

// compose is the response as a document: what the committee says of each recommendation, in the auditors' words and its
// own. Without a decision it is marked "Förslag" and undated; with one it carries the decision's date and §.
func compose(response contract.Response, sender sender, at time.Time) document.Document {
	composed := document.Document{
		Title: response.Content.Title, Language: "sv-SE", Author: sender.Organization, Subject: response.AuditTitle, Created: at,
		Letterhead: letterhead(response, sender),
	}
	if response.Decision == nil {
		composed.Mark = "Förslag"
	}
	composed.Blocks = blocksOf(passages(response, sender))
	return composed
}

// markedAsMasked says on each page that something is left out.
func markedAsMasked(composed document.Document) document.Document {
	const isMasked = "Maskerad handling"
	if composed.Mark == "" {
		composed.Mark = isMasked
	} else {
		composed.Mark += ", " + lowerFirst(isMasked)
	}
	for i, appendix := range composed.Appendices {
		composed.Appendices[i] = markedAsMasked(appendix)
	}
	return composed
}

func passages(response contract.Response, sender sender) []passage {
	c := composer{response: response, sender: sender}
	c.section(contract.SectionKindIntroduction, "")
	c.commonStance()
	for _, answer := range response.Answers {
		c.answer(answer)
	}
	c.section(contract.SectionKindOtherMeasures, "Nämndens övriga åtgärder")
	c.section(contract.SectionKindControlPlan, "Åtgärder i internkontrollplanen")
	c.section(contract.SectionKindOperationalPlan, "Åtgärder i verksamhetsplanen")
	c.section(contract.SectionKindClosing, "Avslutning")
	c.signatures()
	return c.passages
}

func letterhead(response contract.Response, sender sender) document.Letterhead {
	var date, paragraph, ground string
	if response.Decision != nil {
		date = response.Decision.Date.String()
		if response.Decision.Paragraph != "" {
			paragraph = "§\u00a0" + response.Decision.Paragraph
		}
		if response.Decision.Delegation != nil {
			ground = "Ordförandebeslut, " + *response.Decision.Delegation
		}
	}
	return document.Letterhead{
		Organization: sender.Organization, Unit: append([]string{sender.Committee}, sender.Administrations...), Kind: "Yttrande",
		Fields: []document.Field{
			{Label: "Datum", Value: date},
			{Label: "Diarienummer", Value: response.RegistryNumber, Running: true},
			{Label: "Paragraf", Value: paragraph},
			{Label: "Beslut", Value: ground},
			{Label: "Handläggare", Value: response.Officer.Name},
		},
	}
}

// composer gathers blocks in reading order.
type composer struct {
	response contract.Response
	sender   sender
	passages []passage
}

// passage is what stands together at one place that comments may be put at; the place is "" where there is none.
type passage struct {
	place  string
	blocks []document.Block
}

// at begins a passage.
func (c *composer) at(place string) { c.passages = append(c.passages, passage{place: place}) }

func (c *composer) add(blocks ...document.Block) {
	last := &c.passages[len(c.passages)-1]
	last.blocks = append(last.blocks, blocks...)
}

func (c *composer) section(kind contract.SectionKind, heading string) {
	section, err := sectionOf(c.response, kind)
	if err != nil {
		return
	}
	cited := citedInSection(c.response, kind)
	if strings.TrimSpace(section.Content.Text) == "" && len(cited) == 0 {
		return
	}
	c.at(string(kind))
	if heading != "" {
		c.add(document.Heading{Level: 1, Text: heading})
	}
	c.add(document.ParseMarkdown(section.Content.Text)...)
	c.citations(cited)
}

// commonStance is said once and not again at each answer.
func (c *composer) commonStance() {
	if stance := c.response.Content.CommonStance; stance != nil {
		c.at("")
		c.add(document.Paragraph{Text: document.Plain(c.sender.Committee + " " + commonStances[*stance] + ".")})
	}
}

func (c *composer) answer(answer contract.Answer) {
	c.at(answer.ID.String())
	c.add(document.Heading{Level: 1, Text: headingOf(answer)})
	for _, recommendation := range answer.Recommendations {
		c.add(document.Quotation{Text: document.Plain(recommendation.Text)})
	}
	if answer.Content.Statement != nil {
		c.add(document.Quotation{Text: document.Plain(*answer.Content.Statement)})
	}
	c.add(document.Heading{Level: 2, Text: "Svar"})
	if standpoint := c.standpoint(answer.Content); standpoint != "" {
		c.add(document.Paragraph{Text: document.Text{{Text: standpoint, Bold: true}}})
	}
	if strings.TrimSpace(answer.Content.Text) == "" {
		c.add(document.Paragraph{Text: document.Text{{Text: "[Ej besvarad]", Italic: true}}})
	}
	c.add(document.ParseMarkdown(answer.Content.Text)...)
	if planned := shownMeasures(answer); len(planned) > 0 {
		c.add(measures(planned))
	}
	c.citations(citedIn(c.response, &answer.ID))
}

// citations are the adopted plans' words, as they stood when they were chosen.
func (c *composer) citations(cited []contract.Citation) {
	if len(cited) == 0 {
		return
	}
	list := document.List{}
	for _, citation := range cited {
		list.Items = append(list.Items, document.Item{document.Paragraph{Text: citationText(citation)}})
	}
	c.add(list)
}

// shownMeasures: what is left out of an answer as a whole is not said again of each of its measures.
func shownMeasures(answer contract.Answer) []contract.Measure {
	if answer.Hidden {
		return nil
	}
	return answer.Measures
}

func headingOf(answer contract.Answer) string {
	switch numbers := numbersOf(answer); len(numbers) {
	case 0:
		return "Revisorernas uttalande"
	case 1:
		return "Rekommendation " + numbers[0]
	default:
		last := len(numbers) - 1
		return "Rekommendation " + strings.Join(numbers[:last], ", ") + " och " + numbers[last]
	}
}

func numbersOf(answer contract.Answer) []string {
	numbers := make([]string, len(answer.Recommendations))
	for i, recommendation := range answer.Recommendations {
		numbers[i] = recommendation.Number
	}
	return numbers
}

// standpoint is the stance of this answer alone, and what stands beside a stance.
func (c *composer) standpoint(answer contract.AnswerContent) string {
	if c.response.Content.CommonStance != nil {
		answer.Stance = nil
	}
	return standpoint(answer, c.sender.CommitteeNames)
}

func standpoint(answer contract.AnswerContent, committeeNames map[uuid.UUID]string) string {
	var words []string
	if answer.Stance != nil {
		words = append(words, "Nämnden "+stances[*answer.Stance]+".")
	}
	if answer.AlreadyAddressed {
		words = append(words, "Redan åtgärdat.")
	}
	if answer.DependsOnCommitteeID != nil {
		words = append(words, "Beroende av "+lowerFirst(committeeNames[*answer.DependsOnCommitteeID])+".")
	}
	return strings.Join(words, " ")
}

var stances = map[contract.Stance]string{
	contract.StanceAccepts:         "instämmer",
	contract.StancePartlyAccepts:   "instämmer delvis",
	contract.StanceRejects:         "instämmer inte",
	contract.StanceTakesNoPosition: "tar inte ställning",
}

var commonStances = map[contract.Stance]string{
	contract.StanceAccepts:         "instämmer i rekommendationerna",
	contract.StancePartlyAccepts:   "instämmer delvis i rekommendationerna",
	contract.StanceRejects:         "instämmer inte i rekommendationerna",
	contract.StanceTakesNoPosition: "tar inte ställning till rekommendationerna",
}

func measures(planned []contract.Measure) document.Table {
	table := document.Table{Columns: []document.Column{
		{Title: "Åtgärd", Width: 5}, {Title: "Ansvarig funktion", Width: 3}, {Title: "Påbörjas", Width: 2}, {Title: "Klart", Width: 2},
	}}
	for _, measure := range planned {
		table.Rows = append(table.Rows, []document.Text{
			document.Plain(measure.Content.What), document.Plain(measure.Content.Function),
			document.Plain(wordsOf(measure.Content.Start)), document.Plain(wordsOf(measure.Content.Ready)),
		})
	}
	return table
}

func wordsOf(date *contract.ApproximateDate) string {
	if date == nil {
		return "–"
	}
	return date.Words
}

// signatures are the chair's and the secretary's, in office on the day of the decision.
func (c *composer) signatures() {
	if signed := c.signed(contract.SignatoryRoleChair, contract.SignatoryRoleSecretary); len(signed) > 0 {
		c.at("")
		c.add(document.Paragraph{Text: document.Plain(c.sender.Committee)}, signed)
	}
}

// signed are those in office in one of the roles.
func (c *composer) signed(roles ...contract.SignatoryRole) document.Signatures {
	var signed document.Signatures
	for _, signatory := range c.sender.Signatories {
		if slices.Contains(roles, signatory.Role) {
			signed = append(signed, document.Signatory{Name: signatory.Name, Title: signatory.Title})
		}
	}
	return signed
}

// named are those whose title may stand beside their name.
func named(response contract.Response) []uuid.UUID {
	var people []uuid.UUID
	for _, step := range response.History {
		people = append(people, step.By.ID)
	}
	for _, request := range response.InputRequests {
		people = append(people, request.Person.ID)
	}
	return people
}

// signingDay is the day whose office-holders sign: the decision's, else today.
func signingDay(response contract.Response, now time.Time) calendar.Date {
	if response.Decision != nil {
		return response.Decision.Date
	}
	return calendar.DayOf(now)
}

func lowerFirst(name string) string {
	if name == "" {
		return name
	}
	runes := []rune(name)
	return strings.ToLower(string(runes[0])) + string(runes[1:])
}
