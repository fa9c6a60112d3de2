package operationalplan

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// mostActions of a plan, which is read and shown as a whole.
const mostActions = 500

// cleaned is an action's content without what surrounds its words, so that a spreadsheet reads it as it was written.
func cleaned(content contract.PlanActionContent) contract.PlanActionContent {
	for _, words := range []*string{&content.Number, &content.Area, &content.What, &content.Function} {
		*words = strings.TrimSpace(strings.ReplaceAll(*words, "\r\n", "\n"))
	}
	if content.Ready != nil {
		ready := *content.Ready
		ready.Words = strings.TrimSpace(ready.Words)
		content.Ready = &ready
	}
	return content
}

// checkAction holds an action's content against the plan that it is to stand in; pointer is where the content stands.
func checkAction(plan contract.OperationalPlan, id uuid.UUID, content contract.PlanActionContent, pointer string) error {
	var fields []fault.Field
	at := func(field, code string) { fields = append(fields, fault.Field{Pointer: pointer + field, Code: code}) }
	if content.Number == "" {
		at("/number", "required")
	}
	if content.What == "" {
		at("/what", "required")
	}
	if content.Ready != nil && content.Ready.Words == "" {
		at("/ready/words", "required")
	}
	for _, other := range plan.Actions {
		if other.ID != id && strings.EqualFold(other.Content.Number, content.Number) {
			at("/number", "number_used_twice")
		}
	}
	if place := slices.Index(content.CommitteeIds, plan.CommitteeID); place >= 0 {
		at("/committeeIds/"+strconv.Itoa(place), "own_committee")
	}
	if fields != nil {
		return fault.Invalid("invalid", "", fields...)
	}
	return nil
}

func tooManyActions() error {
	return fault.Conflict("too_many_actions", fmt.Sprintf("at most %d", mostActions))
}

// checkReport: what has been done is said of a day that has come; an ended action has its reason.
func checkReport(report contract.NewActionReport, today calendar.Date) error {
	var fields []fault.Field
	if today.Before(report.On) {
		fields = append(fields, fault.Field{Pointer: "/on", Code: "future_date"})
	}
	if report.Progress == contract.ProgressCancelled && strings.TrimSpace(report.Comment) == "" {
		fields = append(fields, fault.Field{Pointer: "/comment", Code: "required"})
	}
	if fields != nil {
		return fault.Invalid("invalid", "", fields...)
	}
	return nil
}

// placed gives the actions' ids in the order of their numbers, as people count: 2 before 10, 1.2 before 1.10.
func placed(actions []contract.PlanAction) []uuid.UUID {
	sorted := slices.Clone(actions)
	slices.SortStableFunc(sorted, func(a, b contract.PlanAction) int { return compareNumbers(a.Content.Number, b.Content.Number) })
	ids := make([]uuid.UUID, len(sorted))
	for i, action := range sorted {
		ids[i] = action.ID
	}
	return ids
}

func compareNumbers(a, b string) int {
	for a != "" && b != "" {
		var partOfA, partOfB string
		partOfA, a = firstPart(a)
		partOfB, b = firstPart(b)
		if order := compareParts(partOfA, partOfB); order != 0 {
			return order
		}
	}
	return cmp.Compare(len(a), len(b))
}

// firstPart cuts off the digits, or what is none, that a text begins with.
func firstPart(text string) (part, rest string) {
	isDigit := unicode.IsDigit([]rune(text)[0])
	end := strings.IndexFunc(text, func(letter rune) bool { return unicode.IsDigit(letter) != isDigit })
	if end < 0 {
		return text, ""
	}
	return text[:end], text[end:]
}

func compareParts(a, b string) int {
	numberOfA, faultOfA := strconv.Atoi(a)
	numberOfB, faultOfB := strconv.Atoi(b)
	if faultOfA == nil && faultOfB == nil {
		return cmp.Compare(numberOfA, numberOfB)
	}
	return cmp.Compare(strings.ToLower(a), strings.ToLower(b))
}
