package controlplan

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/sheetimport"
	"uppsikt/internal/spreadsheet"
)

// imported is what the rows of a spreadsheet do to a draft. Risks and controls are known by their numbers, else by their titles; those
// that no row speaks of stay.
type imported struct {
	risks           []contract.NewRisk
	writtenRisks    []writtenRisk
	controls        []contract.NewControl
	writtenControls []writtenControl
	tally           sheetimport.Tally
}

// importInto goes through the risks first: a control may meet one that comes with it.
func importInto(plan contract.ControlPlan, from tables) imported {
	result := imported{}
	names := sheetimport.Names[uuid.UUID]{}
	for _, risk := range plan.Risks {
		name(names, riskName(risk.Number), risk.Content.Title, risk.ID)
	}
	if from.risks != nil {
		result.readRisks(plan, from.risks, names)
	}
	if from.controls != nil {
		result.readControls(plan, from.controls, names)
	}
	result.tally.Added = len(result.risks) + len(result.controls)
	result.tally.Changed = len(result.writtenRisks) + len(result.writtenControls)
	return result
}

// name lets a thing be found by its number and its title; the first to have a title keeps it.
func name(names sheetimport.Names[uuid.UUID], number, title string, id uuid.UUID) {
	if bare := sheetimport.Barely(number); bare != "" {
		names[bare] = id
	}
	if _, isTaken := names[sheetimport.Barely(title)]; !isTaken {
		names[sheetimport.Barely(title)] = id
	}
}

func (i *imported) readRisks(plan contract.ControlPlan, table *sheetimport.Table, names sheetimport.Names[uuid.UUID]) {
	reader := riskReader{table: table, scale: plan.Scale, categories: categoryNames(plan.Scale)}
	said := map[uuid.UUID]contract.RiskContent{}
	for _, row := range table.Rows() {
		number, title := row.Text(fieldRisk), row.Needed(fieldRiskTitle)
		id, isNamed := found(names, number, title)
		before, err := riskWith(plan, id)
		content := reader.read(row, before)
		earlier, isSaid := said[id]
		switch {
		case !row.IsRight():
		case isSaid:
			if !reflect.DeepEqual(content, earlier) {
				row.Fault(fieldRiskTitle, "contradicts_earlier_row")
			}
		case !isNamed || err != nil:
			i.risks = append(i.risks, contract.NewRisk{ID: id, Content: content})
			name(names, number, title, id)
		case !reflect.DeepEqual(content, before.Content):
			i.writtenRisks = append(i.writtenRisks, writtenRisk{id, content})
		default:
			i.tally.Unchanged++
		}
		said[id] = content
	}
}

// found is the thing that goes by the number or the title, else an id for a new one.
func found(names sheetimport.Names[uuid.UUID], called ...string) (id uuid.UUID, isThere bool) {
	for _, one := range called {
		if id, isThere = names[sheetimport.Barely(one)]; isThere && one != "" {
			return id, true
		}
	}
	return uuid.Must(uuid.NewV7()), false
}

func (i *imported) readControls(plan contract.ControlPlan, table *sheetimport.Table, risks sheetimport.Names[uuid.UUID]) {
	names := sheetimport.Names[uuid.UUID]{}
	for _, control := range plan.Controls {
		name(names, controlName(control.Number), control.Content.Title, control.ID)
	}
	reader := controlReader{table: table, risks: plan.Risks, names: risks}
	said := map[uuid.UUID]contract.ControlContent{}
	for _, row := range table.Rows() {
		number, title := row.Text(fieldControl), row.Needed(fieldTitle)
		id, isNamed := found(names, number, title)
		before, err := controlWith(plan, id)
		content := reader.read(row, before, err == nil)
		earlier, isSaid := said[id]
		switch {
		case !row.IsRight():
		case isSaid:
			if !reflect.DeepEqual(content, earlier) {
				row.Fault(fieldTitle, "contradicts_earlier_row")
			}
		case !isNamed || err != nil:
			i.controls = append(i.controls, contract.NewControl{ID: id, Content: content})
			name(names, number, title, id)
		case !reflect.DeepEqual(content, before.Content):
			i.writtenControls = append(i.writtenControls, writtenControl{ID: id, Content: content, Gone: []uuid.UUID{}})
		default:
			i.tally.Unchanged++
		}
		said[id] = content
	}
}

// says tells that a row says something else of a field than an export would: a cell that was exported leaves what there is, and so does
// a column that is not there.
func says(table *sheetimport.Table, row *sheetimport.Row, field string, written map[string]string) bool {
	return table.Has(field) && row.Text(field) != strings.TrimSpace(spreadsheet.AsRead(written[field]))
}

type riskReader struct {
	table      *sheetimport.Table
	scale      contract.RiskScaleContent
	categories map[string]string
}

func categoryNames(scale contract.RiskScaleContent) map[string]string {
	names := map[string]string{}
	for _, category := range scale.Categories {
		names[sheetimport.Barely(category.Label)], names[sheetimport.Barely(category.Code)] = category.Code, category.Code
	}
	return names
}

func (r riskReader) read(row *sheetimport.Row, before contract.Risk) contract.RiskContent {
	content := before.Content
	written := map[string]string{}
	if before.Number > 0 {
		written = riskCells(r.scale, before.Number, content)
	}
	isSaid := func(field string) bool { return says(r.table, row, field, written) }
	for _, text := range []struct {
		field string
		into  *string
	}{{fieldRiskTitle, &content.Title}, {fieldCause, &content.Cause}, {fieldConsequence, &content.Consequence}} {
		if isSaid(text.field) {
			*text.into = row.Text(text.field)
		}
	}
	if isSaid(fieldCategory) {
		content.Category = r.category(row)
	}
	content.Inherent = r.point(row, content.Inherent, fieldInherentLikely, fieldInherentConsequent)
	content.Current = r.point(row, content.Current, fieldCurrentLikely, fieldCurrentConsequent)
	content.Target = r.point(row, content.Target, fieldTargetLikely, fieldTargetConsequent)
	if isSaid(fieldTreatments) {
		content.Treatments = treatmentsIn(row)
	}
	if content.Treatments == nil {
		content.Treatments = []contract.ChosenTreatment{}
	}
	for _, wrong := range checkTreatments(content.Treatments, "") {
		row.Fault(fieldTreatments, wrong.Code)
	}
	if before.CommonRiskID != nil && !reflect.DeepEqual(wordsOf(content), wordsOf(before.Content)) {
		row.Fault(fieldRiskTitle, "not_changeable") // it is worded once for all committees
	}
	return content
}

func wordsOf(risk contract.RiskContent) []string {
	return []string{risk.Title, risk.Category, risk.Cause, risk.Consequence}
}

func (r riskReader) category(row *sheetimport.Row) string {
	text := row.Text(fieldCategory)
	code, isKnown := r.categories[sheetimport.Barely(text)]
	if text != "" && !isKnown {
		row.Fault(fieldCategory, "unknown_category")
	}
	return code
}

// point reads both of a point's steps; where neither has a column, or only one, it stays.
func (r riskReader) point(row *sheetimport.Row, before *contract.RiskPoint, likely, consequent string) *contract.RiskPoint {
	if !r.table.Has(likely) || !r.table.Has(consequent) {
		return before
	}
	likelihood, consequence := r.step(row, likely, r.scale.Likelihood), r.step(row, consequent, r.scale.Consequence)
	switch {
	case likelihood == nil && consequence == nil:
		return nil
	case likelihood == nil:
		row.Fault(likely, "required")
		return before
	case consequence == nil:
		row.Fault(consequent, "required")
		return before
	}
	return &contract.RiskPoint{Likelihood: *likelihood, Consequence: *consequence}
}

// step is one by its number or its name.
func (r riskReader) step(row *sheetimport.Row, field string, steps []contract.RiskStep) *int {
	for i, step := range steps {
		if sheetimport.Barely(step.Label) == sheetimport.Barely(row.Text(field)) {
			number := i + 1
			return &number
		}
	}
	number := row.Integer(field)
	if number != nil && (*number < 1 || *number > len(steps)) {
		row.Fault(field, "outside_scale")
	}
	return number
}

// treatmentsIn are the lines of a cell, each "Accepteras: skälet"; a line that begins with no treatment goes on with the reason before it.
func treatmentsIn(row *sheetimport.Row) (chosen []contract.ChosenTreatment) {
	for _, line := range strings.Split(row.Text(fieldTreatments), "\n") {
		label, reason, _ := strings.Cut(line, ":")
		treatment, isKnown := sheetimport.ValueOf(label, treatmentNames)
		switch {
		case strings.TrimSpace(line) == "":
		case isKnown && treatment != nil:
			chosen = append(chosen, contract.ChosenTreatment{Treatment: *treatment, Reason: strings.TrimSpace(reason)})
		case len(chosen) > 0 && needsReason(chosen[len(chosen)-1].Treatment):
			chosen[len(chosen)-1].Reason += "\n" + line
		default:
			row.FaultOf(fieldTreatments, "unknown_value", line)
		}
	}
	return chosen
}

var treatmentNames = named(treatments)

// named are the values by their words.
func named[T ~string](words map[T]string) map[string]T {
	values := map[string]T{}
	for value, word := range words {
		values[sheetimport.Barely(word)] = value
	}
	return values
}

type controlReader struct {
	table *sheetimport.Table
	risks []contract.Risk
	names sheetimport.Names[uuid.UUID]
}

func (r controlReader) read(row *sheetimport.Row, before contract.Control, isThere bool) contract.ControlContent {
	content, written := before.Content, map[string]string{}
	if isThere {
		written = controlCells(r.risks, before.Number, content)
	} else {
		content = contract.ControlContent{Frequency: contract.FrequencyYearly, LastOffset: usualLastOffset, RiskIds: []uuid.UUID{}, RecommendationIds: []uuid.UUID{}}
	}
	isSaid := func(field string) bool { return says(r.table, row, field, written) }
	for _, text := range []struct {
		field string
		into  *string
	}{{fieldArea, &content.Area}, {fieldTitle, &content.Title}, {fieldWhat, &content.What}, {fieldMethod, &content.Method}, {fieldFunction, &content.Function}} {
		if isSaid(text.field) {
			*text.into = row.Text(text.field)
		}
	}
	if isSaid(fieldFrequency) {
		if frequency := sheetimport.Value(row, fieldFrequency, frequencyNames); frequency != nil {
			content.Frequency = *frequency
		}
	}
	r.readDays(row, &content, isSaid)
	if isSaid(fieldSampleSize) {
		content.SampleSize = row.Integer(fieldSampleSize)
		if content.SampleSize != nil && *content.SampleSize < 1 {
			row.Fault(fieldSampleSize, "unknown_value")
		}
	}
	if isSaid(fieldRisks) {
		content.RiskIds = unique(sheetimport.Several(row, fieldRisks, r.names, "unknown_risk"))
	}
	return content
}

// usualLastOffset is for a control that a spreadsheet does not say it of: a month after the period.
const usualLastOffset = 30

// readDays reads when the periods end and how long after them; a first period that is not said of is as long as the others.
func (r controlReader) readDays(row *sheetimport.Row, content *contract.ControlContent, isSaid func(string) bool) {
	for _, number := range []struct {
		field       string
		into        *int
		least, most int
	}{
		{fieldFirstMonth, &content.FirstMonth, 1, 12}, {fieldPlannedOffset, &content.PlannedOffset, -180, 180}, {fieldLastOffset, &content.LastOffset, -180, 180},
	} {
		if !isSaid(number.field) {
			continue
		}
		if said := row.Integer(number.field); said != nil {
			*number.into = *said
			if *said < number.least || *said > number.most {
				row.Fault(number.field, "unknown_value")
			}
		}
	}
	if !isSaid(fieldFirstMonth) && (content.FirstMonth == 0 || ends(content.Frequency) && content.FirstMonth > monthsBetween(content.Frequency)) {
		content.FirstMonth = 12
		if ends(content.Frequency) {
			content.FirstMonth = monthsBetween(content.Frequency)
		}
	}
	if ends(content.Frequency) && content.FirstMonth > monthsBetween(content.Frequency) {
		row.Fault(fieldFirstMonth, "after_the_first_period")
	}
	if content.PlannedOffset > content.LastOffset {
		row.Fault(fieldLastOffset, "before_the_planned_day")
	}
}

func unique(ids []uuid.UUID) []uuid.UUID {
	once := []uuid.UUID{}
	for _, id := range ids {
		if !slices.Contains(once, id) {
			once = append(once, id)
		}
	}
	return once
}

var frequencyNames = frequenciesByName()

func frequenciesByName() map[string]contract.Frequency {
	names := named(frequencies)
	for frequency, others := range map[contract.Frequency][]string{
		contract.FrequencyMonthly:     {"månadsvis", "månad", "12 gånger per år", "1 gång/månad"},
		contract.FrequencyQuarterly:   {"kvartalsvis", "kvartal", "4 gånger per år", "1 gång/kvartal"},
		contract.FrequencyFourMonthly: {"tertialvis", "tertial", "3 gånger per år", "1 gång/tertial"},
		contract.FrequencyHalfYearly:  {"halvårsvis", "halvår", "2 gånger per år", "1 gång/halvår"},
		contract.FrequencyYearly:      {"årligen", "årsvis", "helår", "år", "1 gång per år", "1 gång/år", "en gång per år"},
		contract.FrequencyOnce:        {"engångskontroll", "1 gång"},
		contract.FrequencyOnEvent:     {"vid behov"},
	} {
		for _, other := range others {
			names[other] = frequency
		}
	}
	return names
}

// tables are those of risks and of controls that a file has: on sheets of their own, or both in one. One that it has not is nil.
type tables struct{ risks, controls *sheetimport.Table }

func tablesOf(file sheetimport.File) (found tables, err error) {
	for _, key := range file.Columns {
		if key != nil && !hasField(riskFields, *key) && !hasField(controlFields, *key) {
			return found, fault.InvalidField("/columns", "unknown_field", *key)
		}
	}
	if found.risks, err = tableOf(file, riskFields); err != nil {
		return found, err
	}
	if found.controls, err = tableOf(file, controlFields); err != nil {
		return found, err
	}
	if !found.risks.Has(fieldRiskTitle) {
		found.risks = nil
	}
	if !found.controls.Has(fieldTitle) && found.risks != nil {
		found.controls = nil
	}
	return found, nil
}

func tableOf(file sheetimport.File, fields []sheetimport.Field) (*sheetimport.Table, error) {
	chosen := map[string]*string{}
	for head, key := range file.Columns {
		if key == nil || hasField(fields, *key) {
			chosen[head] = key
		}
	}
	file.Columns = chosen
	return file.Table(fields)
}

func hasField(fields []sheetimport.Field, key string) bool {
	return slices.ContainsFunc(fields, func(field sheetimport.Field) bool { return field.Key == key })
}

func (t tables) areRight() bool {
	return (t.risks == nil || t.risks.IsRight()) && (t.controls == nil || t.controls.IsRight())
}

// shown is the file as its reader sees it: two sheets' columns beside each other.
func (t tables) shown(tally sheetimport.Tally, isImported bool) contract.SheetImport {
	if t.risks == nil {
		return t.controls.Shown(tally, isImported)
	}
	shown := t.risks.Shown(tally, isImported)
	if t.controls == nil {
		return shown
	}
	controls := t.controls.Shown(tally, isImported)
	shown.Fields = append(shown.Fields, controls.Fields...)
	shown.Faults = append(shown.Faults, controls.Faults...)
	shown.FaultsTotal += controls.FaultsTotal
	if sameHeads(shown.Columns, controls.Columns) {
		for i, column := range controls.Columns {
			if shown.Columns[i].Field == nil {
				shown.Columns[i].Field = column.Field
			}
		}
		return shown
	}
	width := len(shown.Columns)
	for _, row := range controls.Sample {
		shown.Sample = append(shown.Sample, contract.ImportSampleRow{Row: row.Row, Cells: append(make([]string, width), row.Cells...)})
	}
	shown.Columns = append(shown.Columns, controls.Columns...)
	shown.Rows += controls.Rows
	return shown
}

func sameHeads(a, b []contract.SheetColumn) bool {
	return slices.EqualFunc(a, b, func(x, y contract.SheetColumn) bool { return x.Head == y.Head })
}

// mostOfEach is how many risks, and how many controls, a plan may have.
const mostOfEach = 1000

func (i imported) checkSize(plan contract.ControlPlan) error {
	if len(plan.Risks)+len(i.risks) > mostOfEach || len(plan.Controls)+len(i.controls) > mostOfEach {
		return fault.Invalid("plan_too_large", "at most "+strconv.Itoa(mostOfEach)+" risks and as many controls")
	}
	return nil
}
