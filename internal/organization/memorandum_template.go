package organization

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// MemorandumFacts are what a template's text may name: what is known of the matter when a memorandum is begun.
type MemorandumFacts struct {
	Audit, Auditors, Firm, Committee, ResponseDue, RegistryNumber string
}

func (f MemorandumFacts) byPlaceholder() map[string]string {
	return map[string]string{
		"{granskning}": f.Audit, "{revisorerna}": f.Auditors, "{biträde}": f.Firm, "{nämnden}": f.Committee,
		"{svarsdatum}": f.ResponseDue, "{diarienummer}": f.RegistryNumber,
	}
}

var (
	placeholder   = regexp.MustCompile(`\{[^{}\n]*\}`)
	sentenceBegin = regexp.MustCompile(`(^|\n|[.!?]\s)[\s*_]*$`)
)

// FillIn puts the facts in the place of their placeholders. What is not known stands within brackets, for the writer to see.
func FillIn(text string, facts MemorandumFacts) string {
	values := facts.byPlaceholder()
	var filled strings.Builder
	end := 0
	for _, at := range placeholder.FindAllStringIndex(text, -1) {
		filled.WriteString(text[end:at[0]])
		end = at[1]
		name := text[at[0]:at[1]]
		value, known := values[name]
		switch {
		case !known:
			value = name
		case value == "":
			value = "[" + strings.Trim(name, "{}") + "]"
		case name == "{nämnden}" && !sentenceBegin.MatchString(filled.String()):
			value = lowerFirst(value)
		}
		filled.WriteString(value)
	}
	return filled.String() + text[end:]
}

func lowerFirst(name string) string {
	runes := []rune(name)
	runes[0] = unicode.ToLower(runes[0])
	return string(runes)
}

// checkMemorandumTemplate: its placeholders are known, its sections are told apart, and one of them proposes a decision:
// without one no memorandum could be submitted.
func checkMemorandumTemplate(content contract.MemorandumTemplateContent) error {
	var fields []fault.Field
	seen, proposes := map[uuid.UUID]bool{}, false
	for i, section := range content.Sections {
		if seen[section.ID] {
			fields = append(fields, fault.Field{Pointer: fmt.Sprintf("/sections/%d/id", i), Code: "already_used"})
		}
		seen[section.ID] = true
		proposes = proposes || section.Kind == contract.MemorandumSectionKindProposedDecision
		if unknown := unknownPlaceholder(section.Text); unknown != "" {
			fields = append(fields, fault.Field{Pointer: fmt.Sprintf("/sections/%d/text", i), Code: "unknown_placeholder", Detail: unknown})
		}
	}
	if !proposes {
		fields = append(fields, fault.Field{Pointer: "/sections", Code: "proposed_decision_required"})
	}
	if fields != nil {
		return fault.Invalid("invalid", "", fields...)
	}
	return nil
}

func unknownPlaceholder(text string) string {
	values := MemorandumFacts{}.byPlaceholder()
	for _, name := range placeholder.FindAllString(text, -1) {
		if _, known := values[name]; !known {
			return name
		}
	}
	return ""
}

// startingPoints are layouts in use: one whose proposed decisions begin with "att", one without that is shorter and has its
// description last.
func startingPoints() []contract.MemorandumTemplateContent {
	return []contract.MemorandumTemplateContent{
		startingPoint("Tjänsteskrivelse", "att", withPerspectives),
		startingPoint("Tjänsteskrivelse", "", withSummary),
	}
}

func startingPoint(name, lead string, sections []contract.MemorandumTemplateSection) contract.MemorandumTemplateContent {
	content := contract.MemorandumTemplateContent{Name: name, DecisionLead: lead}
	for _, section := range sections {
		section.ID = uuid.NewSHA1(uuid.NameSpaceOID, []byte("memorandum-template/"+lead+"/"+section.Heading))
		if section.Includes == nil {
			section.Includes = []contract.MemorandumInclusion{}
		}
		content.Sections = append(content.Sections, section)
	}
	return content
}

var withPerspectives = []contract.MemorandumTemplateSection{
	{
		Kind: contract.MemorandumSectionKindProposedDecision, Heading: "Förslag till beslut",
		Text: "1. anta förvaltningens förslag till yttrande över granskningen ”{granskning}” som nämndens eget\n2. överlämna yttrandet till {revisorerna}.",
	},
	{
		Kind: contract.MemorandumSectionKindMatter, Heading: "Ärendet",
		Includes: []contract.MemorandumInclusion{contract.MemorandumInclusionIntroduction},
	},
	{
		Kind: contract.MemorandumSectionKindPreparation, Heading: "Beredning",
		Text:     "Ärendet har beretts av förvaltningen.",
		Includes: []contract.MemorandumInclusion{contract.MemorandumInclusionInput},
	},
	{
		Kind: contract.MemorandumSectionKindPerspectives, Heading: "Barn-, jämställdhets- och näringslivsperspektiv",
		Text: "**Barn:** Förslaget bedöms inte påverka barn direkt.\n\n" +
			"**Jämställdhet:** Förslaget bedöms inte påverka kvinnor och män olika.\n\n" +
			"**Näringsliv:** Förslaget bedöms inte påverka företagens villkor.",
	},
	{
		Kind: contract.MemorandumSectionKindPresentation, Heading: "Föredragning",
		Text:     "{revisorerna} lämnar följande rekommendationer till {nämnden}:",
		Includes: []contract.MemorandumInclusion{contract.MemorandumInclusionRecommendations, contract.MemorandumInclusionStances, contract.MemorandumInclusionMeasures},
	},
	{
		Kind: contract.MemorandumSectionKindEconomicConsequences, Heading: "Ekonomiska konsekvenser",
		Text: "Åtgärderna ryms inom nämndens beslutade budget.",
	},
	{
		Kind: contract.MemorandumSectionKindDecisionBasis, Heading: "Beslutsunderlag",
		Text: "1. Förslag till yttrande, {diarienummer}\n2. Granskningsrapporten ”{granskning}”\n3. Följebrev från {revisorerna}",
	},
	{
		Kind: contract.MemorandumSectionKindRecipients, Heading: "Beslutet skickas till",
		Text: "- {revisorerna}",
	},
}

var withSummary = []contract.MemorandumTemplateSection{
	{
		Kind: contract.MemorandumSectionKindProposedDecision, Heading: "Förslag till beslut",
		Text: "1. {nämnden} antar förvaltningens förslag till yttrande över granskningen ”{granskning}”.\n2. Yttrandet överlämnas till {revisorerna}.",
	},
	{
		Kind: contract.MemorandumSectionKindSummary, Heading: "Sammanfattning",
		Includes: []contract.MemorandumInclusion{contract.MemorandumInclusionIntroduction, contract.MemorandumInclusionStances},
	},
	{
		Kind: contract.MemorandumSectionKindDecisionBasis, Heading: "Beslutsunderlag",
		Text: "1. Förslag till yttrande, {diarienummer}\n2. Granskningsrapporten ”{granskning}”\n3. Följebrev från {revisorerna}",
	},
	{
		Kind: contract.MemorandumSectionKindRecipients, Heading: "Beslutet skickas till",
		Text: "- {revisorerna}",
	},
	{
		Kind: contract.MemorandumSectionKindDescription, Heading: "Beskrivning av ärendet",
		Text:     "Revisionens rekommendationer till {nämnden} är:",
		Includes: []contract.MemorandumInclusion{contract.MemorandumInclusionRecommendations, contract.MemorandumInclusionMeasures, contract.MemorandumInclusionInput},
	},
}
