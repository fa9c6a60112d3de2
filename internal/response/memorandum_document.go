package response

import (
	"slices"
	"strings"
	"time"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
)

// composePart is the response, the memorandum, or the memorandum with the response as its appendix; 404 for a memorandum that is
// not begun is the caller's.
func composePart(part contract.DocumentPart, response contract.Response, sender sender, at time.Time) document.Document {
	switch part {
	case contract.DocumentPartMemorandum:
		return composeMemorandum(response, sender, at)
	case contract.DocumentPartBoth:
		composed, appendix := composeMemorandum(response, sender, at), compose(response, sender, at)
		appendix.Title = "Bilaga: " + appendix.Title
		composed.Appendices = []document.Document{appendix}
		return composed
	}
	return compose(response, sender, at)
}

// composeMemorandum is the administration's paper to the committee. It is marked as a draft and undated until it is approved.
func composeMemorandum(response contract.Response, sender sender, at time.Time) document.Document {
	composed := document.Document{
		Title: response.Content.Title, Language: "sv-SE", Author: sender.Organization, Subject: response.AuditTitle, Created: at,
		Letterhead: memorandumLetterhead(response, sender), Blocks: blocksOf(memorandumPassages(response, sender)),
	}
	if approval(response) == nil {
		composed.Mark = "Utkast"
	}
	return composed
}

func memorandumLetterhead(response contract.Response, sender sender) document.Letterhead {
	var date string
	if approved := approval(response); approved != nil {
		date = calendar.DayOf(approved.At).String()
	}
	return document.Letterhead{
		Organization: sender.Organization, Unit: sender.Administrations, Kind: response.Memorandum.Name,
		Fields: []document.Field{
			{Label: "Datum", Value: date},
			{Label: "Diarienummer", Value: response.RegistryNumber, Running: true},
			{Label: "Handläggare", Value: response.Officer.Name},
			{Label: "Till", Value: sender.Committee},
		},
	}
}

// approval is the change of state by which the response stands approved, or nil.
func approval(response contract.Response) *contract.Transition {
	for i := len(response.History) - 1; i >= 0; i-- {
		switch step := &response.History[i]; step.Action {
		case contract.TransitionActionApprove:
			return step
		case contract.TransitionActionReturn, contract.TransitionActionReferBack, contract.TransitionActionWithdraw, contract.TransitionActionSubmit:
			return nil
		}
	}
	return nil
}

func memorandumPassages(response contract.Response, sender sender) []passage {
	c := composer{response: response, sender: sender}
	for _, section := range response.Memorandum.Sections {
		c.memorandumSection(section)
	}
	c.at("")
	c.directorsSignature()
	return c.passages
}

// memorandumSection is left out where nothing in it has any words.
func (c *composer) memorandumSection(section contract.MemorandumSection) {
	written := document.ParseMarkdown(section.Content.Text)
	switch section.Kind {
	case contract.MemorandumSectionKindProposedDecision:
		written = proposals(written, c.response.Memorandum.DecisionLead)
	case contract.MemorandumSectionKindDecisionBasis:
		written = numbered(written)
	}
	for _, include := range section.Content.Includes {
		written = append(written, c.included(include)...)
	}
	if len(written) == 0 {
		return
	}
	c.at(section.ID.String())
	c.add(document.Heading{Level: 1, Text: section.Heading})
	c.add(written...)
}

// included is a passage from its one source.
func (c *composer) included(what contract.MemorandumInclusion) []document.Block {
	switch what {
	case contract.MemorandumInclusionIntroduction:
		return c.introduction()
	case contract.MemorandumInclusionRecommendations:
		return c.recommendations()
	case contract.MemorandumInclusionStances:
		return c.stances()
	case contract.MemorandumInclusionMeasures:
		return c.allMeasures()
	case contract.MemorandumInclusionInput:
		return c.input()
	}
	return nil
}

func (c *composer) introduction() []document.Block {
	section, err := sectionOf(c.response, contract.SectionKindIntroduction)
	if err != nil {
		return nil
	}
	return document.ParseMarkdown(section.Content.Text)
}

func (c *composer) recommendations() []document.Block {
	var blocks []document.Block
	for _, answer := range c.response.Answers {
		for _, recommendation := range answer.Recommendations {
			number := document.Run{Text: "Rekommendation " + recommendation.Number + "\n", Bold: true}
			blocks = append(blocks, document.Quotation{Text: document.Text{number, {Text: recommendation.Text}}})
		}
	}
	return blocks
}

func (c *composer) stances() []document.Block {
	table := document.Table{Columns: []document.Column{{Title: "Nr", Width: 1}, {Title: "Rekommendation", Width: 7}, {Title: "Ställningstagande", Width: 4}}}
	for _, answer := range c.response.Answers {
		stance := document.Plain(c.stanceOn(answer))
		for _, recommendation := range answer.Recommendations {
			table.Rows = append(table.Rows, []document.Text{document.Plain(recommendation.Number), document.Plain(recommendation.Text), stance})
		}
		if answer.Content.Statement != nil {
			table.Rows = append(table.Rows, []document.Text{document.Plain("–"), document.Plain(*answer.Content.Statement), stance})
		}
	}
	return onlyFilled(table)
}

// stanceOn is in the table the same as in the answer, but says also the common stance.
func (c *composer) stanceOn(answer contract.Answer) string {
	content := answer.Content
	if answer.Hidden {
		return content.Text
	}
	if common := c.response.Content.CommonStance; common != nil && answer.Content.Statement == nil {
		content.Stance = common
	}
	words := standpoint(content, c.sender.CommitteeNames)
	if words == "" && answer.Content.Statement == nil {
		return "[Ej besvarad]"
	}
	return words
}

func (c *composer) allMeasures() []document.Block {
	table := measures(nil)
	table.Columns = append([]document.Column{{Title: "Nr", Width: 1}}, table.Columns...)
	for _, answer := range c.response.Answers {
		number := document.Plain(strings.Join(numbersOf(answer), ", "))
		for _, row := range measures(shownMeasures(answer)).Rows {
			table.Rows = append(table.Rows, append([]document.Text{number}, row...))
		}
	}
	return onlyFilled(table)
}

func onlyFilled(table document.Table) []document.Block {
	if len(table.Rows) == 0 {
		return nil
	}
	return []document.Block{table}
}

// input is who has given some, and when; what they wrote is the officer's to use.
func (c *composer) input() []document.Block {
	var list document.List
	for _, request := range c.response.InputRequests {
		if request.RepliedAt == nil {
			continue
		}
		words := request.Person.Name
		if title := c.sender.Titles[request.Person.ID]; title != "" {
			words += ", " + lowerFirst(title)
		}
		words += ", " + calendar.DayOf(*request.RepliedAt).String()
		list.Items = append(list.Items, document.Item{document.Paragraph{Text: document.Plain(words)}})
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []document.Block{document.Paragraph{Text: document.Plain("Underlag har lämnats av:")}, list}
}

// directorsSignature is that of the director in office, else of the manager who approved.
func (c *composer) directorsSignature() {
	signed := c.signed(contract.SignatoryRoleDirector)
	if approved := approval(c.response); len(signed) == 0 && approved != nil {
		signed = document.Signatures{{Name: approved.By.Name, Title: c.sender.Titles[approved.By.ID]}}
	}
	if len(signed) > 0 {
		c.add(signed)
	}
}

// readThrough is both parts as they will look. A place is where comments are put.
func readThrough(response contract.Response, sender sender, at time.Time) contract.ReadThrough {
	through := contract.ReadThrough{Version: response.Version, Memorandum: []contract.ReadThroughPart{}}
	composed := compose(response, sender, at)
	if response.Memorandum != nil {
		memorandum := composePart(contract.DocumentPartBoth, response, sender, at)
		composed = memorandum.Appendices[0]
		through.Memorandum = readParts(memorandum, memorandumPassages(response, sender))
	}
	through.Response = readParts(composed, passages(response, sender))
	return through
}

func readParts(composed document.Document, passages []passage) []contract.ReadThroughPart {
	parts := []contract.ReadThroughPart{{HTML: document.HTMLHead(composed)}}
	for _, p := range passages {
		if len(p.blocks) == 0 {
			continue
		}
		part := contract.ReadThroughPart{HTML: document.HTML(p.blocks)}
		if p.place != "" {
			part.Part = &p.place
		}
		parts = append(parts, part)
	}
	return parts
}

func blocksOf(passages []passage) []document.Block {
	var blocks []document.Block
	for _, p := range passages {
		blocks = slices.Concat(blocks, p.blocks)
	}
	return blocks
}
