// Package indicator keeps figures per committee and period, beside the risks, controls and recommendations that they speak of:
// no cases and no persons.
package indicator

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// mostFigures of an indicator, as the contract has it.
const mostFigures = 2000

func mayEdit(actor authz.Actor, committee uuid.UUID) error {
	return actor.Require(authz.IndicatorEdit, committee)
}

// complete adds to an indicator as it is stored what the actor may do.
func complete(actor authz.Actor, indicator contract.Indicator) contract.Indicator {
	indicator.May = []contract.IndicatorAction{}
	if mayEdit(actor, indicator.CommitteeID) == nil {
		indicator.May = append(indicator.May, contract.IndicatorActionEdit)
	}
	return indicator
}

// cleaned is an indicator's content without what surrounds its words, so that a spreadsheet reads it as it was written.
func cleaned(content contract.IndicatorContent) contract.IndicatorContent {
	for _, words := range []*string{&content.Name, &content.Description, &content.BaselineWords} {
		*words = strings.TrimSpace(strings.ReplaceAll(*words, "\r\n", "\n"))
	}
	return content
}

func checkContent(content contract.IndicatorContent, pointer string) error {
	if content.Name == "" {
		return fault.InvalidField(pointer+"/name", "required", "")
	}
	return nil
}

// checkSubjects: an indicator speaks of what its editor sees, each once.
func checkSubjects(content contract.IndicatorContent, known []contract.IndicatorSubject, pointer string) error {
	var fields []fault.Field
	for i, subject := range content.Subjects {
		place := fmt.Sprintf("%s/subjects/%d", pointer, i)
		switch {
		case !slices.Contains(known, subject):
			fields = append(fields, fault.Field{Pointer: place, Code: "unknown_subject"})
		case slices.Contains(content.Subjects[:i], subject):
			fields = append(fields, fault.Field{Pointer: place, Code: "chosen_twice"})
		}
	}
	if fields != nil {
		return fault.Invalid("invalid", "", fields...)
	}
	return nil
}

// key is what a figure is of: there is one of each.
type key struct{ series, start, end string }

func keyOf(figure contract.Figure) key {
	return key{figure.Series, figure.PeriodStart.String(), figure.PeriodEnd.String()}
}

// checkFigures gives them as they are stored: with two decimals, in order.
func checkFigures(figures []contract.Figure) ([]contract.Figure, error) {
	var fields []fault.Field
	seen := map[key]bool{}
	checked := slices.Clone(figures)
	for i, figure := range figures {
		checked[i].Series = strings.TrimSpace(figure.Series)
		checked[i].Value = math.Round(figure.Value*100) / 100
		at := func(field, code string) {
			fields = append(fields, fault.Field{Pointer: fmt.Sprintf("/figures/%d%s", i, field), Code: code})
		}
		if figure.PeriodEnd.Before(figure.PeriodStart) {
			at("/periodEnd", "ends_before_it_starts")
		}
		if of := keyOf(checked[i]); seen[of] {
			at("/periodStart", "figure_twice")
		} else {
			seen[of] = true
		}
	}
	if fields != nil {
		return nil, fault.Invalid("invalid", "", fields...)
	}
	slices.SortFunc(checked, func(a, b contract.Figure) int {
		return cmp.Or(cmp.Compare(a.Series, b.Series), a.PeriodStart.Time().Compare(b.PeriodStart.Time()), a.PeriodEnd.Time().Compare(b.PeriodEnd.Time()))
	})
	return checked, nil
}

// stale: what is changed must be what was last read.
func stale(current, read int64) error {
	if current != read {
		return fault.Stale()
	}
	return nil
}
