package response

import (
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/document"
	"uppsikt/internal/fault"
	"uppsikt/internal/organization"
)

// begunFrom is a memorandum with the template's sections, its placeholders filled in with what is known of the matter.
func begunFrom(template contract.MemorandumTemplateContent, facts organization.MemorandumFacts, ids []uuid.UUID) contract.Memorandum {
	memorandum := contract.Memorandum{Name: template.Name, DecisionLead: template.DecisionLead}
	for i, section := range template.Sections {
		memorandum.Sections = append(memorandum.Sections, contract.MemorandumSection{
			ID: ids[i], Kind: section.Kind, Heading: section.Heading, Version: 1,
			Content: contract.MemorandumSectionContent{Text: organization.FillIn(section.Text, facts), Includes: section.Includes},
		})
	}
	return memorandum
}

func factsOf(response contract.Response, from asked) organization.MemorandumFacts {
	facts := organization.MemorandumFacts{
		Audit: from.AuditTitle, Auditors: from.AuditorsName, Firm: from.Firm, Committee: from.Name, RegistryNumber: response.RegistryNumber,
	}
	if response.ResponseDue != nil {
		facts.ResponseDue = response.ResponseDue.String()
	}
	return facts
}

func memorandumSectionWith(response contract.Response, id uuid.UUID) (*contract.MemorandumSection, error) {
	if response.Memorandum != nil {
		for i := range response.Memorandum.Sections {
			if response.Memorandum.Sections[i].ID == id {
				return &response.Memorandum.Sections[i], nil
			}
		}
	}
	return nil, fault.NotFound("memorandum_section")
}

// memorandumID stands for the memorandum in the journal; it has no id of its own.
func memorandumID(response uuid.UUID) uuid.UUID { return uuid.NewSHA1(response, []byte("memorandum")) }

// missingInMemorandum: where there is one, it has to say what the committee is to decide.
func missingInMemorandum(memorandum *contract.Memorandum) []contract.MissingCode {
	if memorandum == nil {
		return nil
	}
	for _, section := range memorandum.Sections {
		if section.Kind == contract.MemorandumSectionKindProposedDecision && proposes(section.Content.Text) {
			return nil
		}
	}
	return []contract.MissingCode{contract.MissingCodeMemorandumWithoutProposal}
}

// proposes tells whether there is anything to decide in the text: words that only lead up to something are nothing.
func proposes(text string) bool {
	for _, block := range numbered(document.ParseMarkdown(text)) {
		list, ok := block.(document.List)
		for i := 0; ok && i < len(list.Items); i++ {
			if strings.TrimSpace(wordsOfItem(list.Items[i])) != "" {
				return true
			}
		}
	}
	return false
}

func wordsOfItem(item document.Item) string {
	var words strings.Builder
	for _, block := range item {
		if paragraph, ok := block.(document.Paragraph); ok {
			for _, run := range paragraph.Text {
				words.WriteString(run.Text)
			}
		}
	}
	return words.String()
}

// numbered makes one numbered list of what is listed: paragraphs that lead up to it stay as they are, and where nothing is
// listed each paragraph is an item of its own.
func numbered(blocks []document.Block) []document.Block {
	var around []document.Block
	list := document.List{Ordered: true}
	listed := hasList(blocks)
	for _, block := range blocks {
		switch block := block.(type) {
		case document.List:
			list.Items = append(list.Items, block.Items...)
		case document.Paragraph:
			if listed || leadsUp(block) {
				around = append(around, block)
			} else {
				list.Items = append(list.Items, document.Item{block})
			}
		}
	}
	if len(list.Items) == 0 {
		return around
	}
	return append(around, list)
}

func hasList(blocks []document.Block) bool {
	for _, block := range blocks {
		if _, ok := block.(document.List); ok {
			return true
		}
	}
	return false
}

func leadsUp(paragraph document.Paragraph) bool {
	last := paragraph.Text[len(paragraph.Text)-1].Text
	return strings.HasSuffix(strings.TrimSpace(last), ":")
}

// proposals begin each with the bold lead, also where the writer has written it.
func proposals(blocks []document.Block, lead string) []document.Block {
	blocks = numbered(blocks)
	if lead == "" {
		return blocks
	}
	for _, block := range blocks {
		list, ok := block.(document.List)
		for i := 0; ok && i < len(list.Items); i++ {
			list.Items[i] = led(list.Items[i], lead)
		}
	}
	return blocks
}

func led(item document.Item, lead string) document.Item {
	bold := document.Run{Text: lead, Bold: true}
	first, ok := firstParagraph(item)
	if !ok {
		return append(document.Item{document.Paragraph{Text: document.Text{bold}}}, item...)
	}
	text := append(document.Text{bold}, withoutLead(first.Text, lead)...)
	return append(document.Item{document.Paragraph{Text: text}}, item[1:]...)
}

func firstParagraph(item document.Item) (document.Paragraph, bool) {
	if len(item) == 0 {
		return document.Paragraph{}, false
	}
	paragraph, ok := item[0].(document.Paragraph)
	return paragraph, ok && len(paragraph.Text) > 0
}

// withoutLead is the text after a lead of the writer's own, with a space before it.
func withoutLead(text document.Text, lead string) document.Text {
	rest := append(document.Text{}, text...)
	words := strings.TrimLeft(rest[0].Text, " ")
	if begins := len(words) >= len(lead) && strings.EqualFold(words[:len(lead)], lead); begins {
		after := words[len(lead):]
		isWord := after == "" || strings.HasPrefix(after, " ")
		if isWord {
			words = strings.TrimLeft(after, " ")
		}
	}
	rest[0].Text = words
	if words == "" && len(rest) > 1 {
		rest = rest[1:]
		rest[0].Text = strings.TrimLeft(rest[0].Text, " ")
	}
	return append(document.Text{{Text: " "}}, rest...)
}
