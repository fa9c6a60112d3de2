package app_test

import (
	"net/http"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

var editingFigures = []string{"officer", "manager", "controller"}

// indicatorExpectations are of figures that all may read, and of those who keep them.
var indicatorExpectations = []expectation{
	{operation: "ListIndicators", may: readers, abroad: http.StatusOK, prepare: func(w *world) call {
		w.indicator()
		return w.call("ListIndicators", 0, nil, nil)
	}},
	{operation: "AddIndicator", may: editingFigures, abroad: http.StatusForbidden, prepare: func(w *world) call {
		return w.call("AddIndicator", 0, nil, w.newIndicator())
	}},
	{operation: "GetIndicator", may: readers, prepare: func(w *world) call {
		return w.call("GetIndicator", 0, []any{w.indicator().ID}, nil)
	}},
	{operation: "WriteIndicator", may: editingFigures, prepare: func(w *world) call {
		indicator := w.indicator()
		return w.call("WriteIndicator", indicator.Version, []any{indicator.ID}, indicator.Content)
	}},
	{operation: "DeleteIndicator", may: editingFigures, prepare: func(w *world) call {
		indicator := w.indicator()
		return w.call("DeleteIndicator", indicator.Version, []any{indicator.ID}, nil)
	}},
	{operation: "WriteFigures", may: editingFigures, prepare: func(w *world) call {
		indicator := w.indicator()
		return w.call("WriteFigures", indicator.Version, []any{indicator.ID}, contract.Figures{Figures: []contract.Figure{
			{PeriodStart: calendar.New(2030, 1, 1), PeriodEnd: calendar.New(2030, 4, 30), Value: 12.5},
		}})
	}},
	{operation: "ImportIndicators", may: editingFigures, prepare: func(w *world) call {
		c := w.call("ImportIndicators", 0, []any{w.here}, nil)
		c.body, c.contentType = w.form([][2]string{{"preview", "false"}}, "nyckeltal.csv", []byte("Nyckeltal;Period;Värde\nAndel "+uuid.NewString()+";2030;45 %\n"))
		return c
	}},
	{operation: "ExportIndicators", may: readers, prepare: func(w *world) call {
		return w.call("ExportIndicators", 0, []any{w.here}, nil)
	}},
}

func (w *world) newIndicator() contract.NewIndicator {
	return contract.NewIndicator{ID: uuid.New(), CommitteeID: w.here, Content: contract.IndicatorContent{
		Name: "Andel " + uuid.NewString(), Unit: contract.IndicatorUnitPercent, Direction: contract.IndicatorDirectionHigherIsBetter, Subjects: []contract.IndicatorSubject{},
	}}
}

func (w *world) indicator() (indicator contract.Indicator) {
	w.t.Helper()
	w.must("officer", "AddIndicator", nil, w.newIndicator(), &indicator)
	return indicator
}

// indicatorOf speaks of a risk in a draft.
func (w *world) indicatorOf(risk contract.Risk) uuid.UUID {
	w.t.Helper()
	added := w.newIndicator()
	added.Content.Subjects = []contract.IndicatorSubject{{Thing: contract.IndicatorThingRisk, ID: risk.ID}}
	w.must("officer", "AddIndicator", nil, added, nil)
	return added.ID
}
