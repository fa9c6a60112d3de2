package indicator

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/measure"
	"uppsikt/internal/sheetimport"
	"uppsikt/internal/spreadsheet"
)

// The fields that a column may be taken as. A row is a figure; what its indicator is counts where the indicator is new.
const (
	fieldName          = "name"
	fieldSeries        = "series"
	fieldPeriod        = "period"
	fieldPeriodStart   = "period_start"
	fieldPeriodEnd     = "period_end"
	fieldValue         = "value"
	fieldAnswers       = "answers"
	fieldUnit          = "unit"
	fieldDirection     = "direction"
	fieldBaseline      = "baseline"
	fieldBaselineWords = "baseline_words"
	fieldDescription   = "description"
)

var sheetFields = []sheetimport.Field{
	{Key: fieldName, Title: "Nyckeltal", Synonyms: []string{"Namn", "Mått", "Indikator", "Fråga"}, Most: 200, Required: true},
	{Key: fieldSeries, Title: "Serie", Synonyms: []string{"Typ", "Kategori", "Händelsetyp", "Grupp"}, Most: 100},
	{Key: fieldPeriodStart, Title: "Från", Synonyms: []string{"Från och med", "Startdatum", "Period från"}, Most: 40},
	{Key: fieldPeriodEnd, Title: "Till", Synonyms: []string{"Till och med", "Slutdatum", "Period till"}, Most: 40},
	{Key: fieldValue, Title: "Värde", Synonyms: []string{"Utfall", "Antal", "Andel", "Resultat"}, Most: 40, Required: true},
	{Key: fieldAnswers, Title: "Svar", Synonyms: []string{"Antal svar", "Svarande"}, Most: 40},
	{Key: fieldUnit, Title: "Enhet", Synonyms: []string{"Måttenhet"}, Most: 40},
	{Key: fieldDirection, Title: "Riktning", Synonyms: []string{"Önskad riktning"}, Most: 60},
	{Key: fieldBaseline, Title: "Utgångsvärde", Synonyms: []string{"Jämförelsevärde", "Baslinje"}, Most: 40},
	{Key: fieldBaselineWords, Title: "Utgångsvärdet avser", Most: 200},
	{Key: fieldDescription, Title: "Beskrivning", Most: 2000},
	{Key: fieldPeriod, Title: "Period", Synonyms: []string{"Tertial", "År", "Månad", "Kvartal"}, Most: 60},
}

var unitLabels = map[contract.IndicatorUnit]string{contract.IndicatorUnitCount: "Antal", contract.IndicatorUnitPercent: "Procent"}

var directionLabels = map[contract.IndicatorDirection]string{
	contract.IndicatorDirectionHigherIsBetter: "Högre är bättre", contract.IndicatorDirectionLowerIsBetter: "Lägre är bättre", contract.IndicatorDirectionNeither: "Varken eller",
}

var (
	unitWords = map[string]contract.IndicatorUnit{
		"antal": contract.IndicatorUnitCount, "st": contract.IndicatorUnitCount, "procent": contract.IndicatorUnitPercent, "%": contract.IndicatorUnitPercent, "andel": contract.IndicatorUnitPercent,
	}
	directionWords = map[string]contract.IndicatorDirection{
		"högre är bättre": contract.IndicatorDirectionHigherIsBetter, "lägre är bättre": contract.IndicatorDirectionLowerIsBetter, "varken eller": contract.IndicatorDirectionNeither,
	}
)

// table is a committee's indicators as rows that are read again: one for each figure, or one without where there is none.
func table(indicators []contract.Indicator, at time.Time) spreadsheet.Sheet {
	fields := slices.DeleteFunc(slices.Clone(sheetFields), func(field sheetimport.Field) bool { return field.Key == fieldPeriod })
	sheet := spreadsheet.Sheet{Name: "Nyckeltal", Created: at, Columns: sheetimport.Heads(fields, map[string]spreadsheet.Kind{
		fieldPeriodStart: spreadsheet.Date, fieldPeriodEnd: spreadsheet.Date, fieldValue: spreadsheet.Decimal, fieldBaseline: spreadsheet.Decimal, fieldAnswers: spreadsheet.Integer,
	})}
	for _, indicator := range indicators {
		c, baseline := indicator.Content, ""
		if c.Baseline != nil {
			baseline = decimal(*c.Baseline)
		}
		of := []string{unitLabels[c.Unit], directionLabels[c.Direction], baseline, c.BaselineWords, c.Description}
		for _, figure := range indicator.Figures {
			answers := ""
			if figure.Answers != nil {
				answers = strconv.Itoa(*figure.Answers)
			}
			row := []string{c.Name, figure.Series, figure.PeriodStart.String(), figure.PeriodEnd.String(), decimal(figure.Value), answers}
			sheet.Rows = append(sheet.Rows, append(row, of...))
		}
		if len(indicator.Figures) == 0 {
			sheet.Rows = append(sheet.Rows, append([]string{c.Name, "", "", "", "", ""}, of...))
		}
	}
	return sheet
}

func decimal(number float64) string { return strconv.FormatFloat(number, 'f', -1, 64) }

// imported is what the rows of a spreadsheet do to a committee's indicators.
type imported struct {
	added   []newIndicator
	figures map[uuid.UUID][]contract.Figure
	tally   sheetimport.Tally
}

// known is an indicator as the rows before have left it.
type known struct {
	id      uuid.UUID
	isNew   bool
	figures map[key]contract.Figure
	said    map[key]bool
}

func importInto(indicators []contract.Indicator, rows *sheetimport.Table) imported {
	result := imported{figures: map[uuid.UUID][]contract.Figure{}}
	byName := map[string]*known{}
	for _, indicator := range indicators {
		one := &known{id: indicator.ID, figures: map[key]contract.Figure{}, said: map[key]bool{}}
		for _, figure := range indicator.Figures {
			of := keyOf(figure)
			of.series = asRead(of.series)
			one.figures[of] = figure
		}
		byName[strings.ToLower(asRead(indicator.Content.Name))] = one
	}
	for _, row := range rows.Rows() {
		name := strings.ToLower(row.Needed(fieldName))
		figure := figureOf(row)
		content := contentOf(row)
		if !row.IsRight() {
			continue
		}
		one, isKnown := byName[name]
		if !isKnown {
			one = &known{id: uuid.Must(uuid.NewV7()), isNew: true, figures: map[key]contract.Figure{}, said: map[key]bool{}}
			byName[name] = one
			result.added = append(result.added, newIndicator{one.id, content})
		}
		result.take(row, one, figure, !isKnown)
	}
	return result
}

// take puts a row's figure in its indicator's place for it. A row without a figure only names its indicator.
func (i *imported) take(row *sheetimport.Row, one *known, figure *contract.Figure, isNew bool) {
	if figure == nil {
		if isNew {
			i.tally.Added++
		} else {
			i.tally.Unchanged++
		}
		return
	}
	of := keyOf(*figure)
	before, isThere := one.figures[of]
	if isThere {
		figure.Series = before.Series
	}
	switch {
	case one.said[of]:
		row.Fault(fieldValue, "figure_twice")
		return
	case isThere && before.Value == figure.Value && same(before.Answers, figure.Answers):
		i.tally.Unchanged++
	case isThere:
		i.tally.Changed++
		i.figures[one.id] = append(i.figures[one.id], *figure)
	case len(one.figures) >= mostFigures:
		row.Fault(fieldValue, "too_many_figures")
	default:
		i.tally.Added++
		i.figures[one.id] = append(i.figures[one.id], *figure)
	}
	one.said[of], one.figures[of] = true, *figure
}

func same(a, b *int) bool { return a == b || a != nil && b != nil && *a == *b }

// asRead is a text as a cell has it when it has been written and read.
func asRead(text string) string { return strings.TrimSpace(spreadsheet.AsRead(text)) }

// figureOf is the figure that a row says; nil for none.
func figureOf(row *sheetimport.Row) *contract.Figure {
	value, answers := row.Decimal(fieldValue), row.Integer(fieldAnswers)
	start, end := periodOf(row)
	if answers != nil && *answers < 0 {
		row.Fault(fieldAnswers, "not_a_number")
	}
	if value == nil || !row.IsRight() {
		return nil
	}
	if start == nil || end == nil {
		row.Fault(fieldPeriodEnd, "period_required")
		return nil
	}
	if end.Before(*start) {
		row.Fault(fieldPeriodEnd, "ends_before_it_starts")
		return nil
	}
	return &contract.Figure{Series: row.Text(fieldSeries), PeriodStart: *start, PeriodEnd: *end, Value: *value, Answers: answers}
}

// periodOf is from day to day, or a period in words.
func periodOf(row *sheetimport.Row) (start, end *calendar.Date) {
	start, end = row.Date(fieldPeriodStart), row.Date(fieldPeriodEnd)
	words := row.Text(fieldPeriod)
	if words == "" || start != nil && end != nil {
		return start, end
	}
	start, end = periodIn(words)
	if start == nil {
		row.Fault(fieldPeriod, "not_a_period")
	}
	return start, end
}

var tertial = regexp.MustCompile(`^(?:tertial |t)([1-3]),? (\d{4})$|^(\d{4})[ -]?t([1-3])$`)

// months are how many a period has.
var months = map[contract.Precision]int{contract.PrecisionMonth: 1, contract.PrecisionQuarter: 3, contract.PrecisionYear: 12}

// periodIn understands 2026, T1 2026, kvartal 2 2026, mars 2026 and 2026-03.
func periodIn(words string) (start, end *calendar.Date) {
	if found := tertial.FindStringSubmatch(sheetimport.Barely(words)); found != nil {
		third, _ := strconv.Atoi(cmp.Or(found[1], found[4])) // the expression lets digits through
		year, _ := strconv.Atoi(cmp.Or(found[2], found[3]))
		return new(calendar.New(year, time.Month(4*third-3), 1)), new(calendar.New(year, time.Month(4*third+1), 0))
	}
	understood := measure.Suggest(words)
	if understood.Precision == nil || understood.LastDay == nil || months[*understood.Precision] == 0 {
		return nil, nil
	}
	last := *understood.LastDay
	return new(calendar.New(last.Year(), last.Month()-time.Month(months[*understood.Precision]-1), 1)), &last
}

// contentOf is what a row says that its indicator is, for one that is new.
func contentOf(row *sheetimport.Row) contract.IndicatorContent {
	content := contract.IndicatorContent{
		Name: row.Text(fieldName), Description: row.Text(fieldDescription), Unit: contract.IndicatorUnitCount, Direction: contract.IndicatorDirectionNeither,
		Baseline: row.Decimal(fieldBaseline), BaselineWords: row.Text(fieldBaselineWords), Subjects: []contract.IndicatorSubject{},
	}
	if strings.HasSuffix(row.Text(fieldValue), "%") {
		content.Unit = contract.IndicatorUnitPercent
	}
	if unit := sheetimport.Value(row, fieldUnit, unitWords); unit != nil {
		content.Unit = *unit
	}
	if direction := sheetimport.Value(row, fieldDirection, directionWords); direction != nil {
		content.Direction = *direction
	}
	return content
}
