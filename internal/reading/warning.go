package reading

import "fmt"

// The codes of warnings, which the contract lists and the user interface has words for.
const (
	warnNotFound               = "not_found"               // a value stands null or empty
	warnAbbreviationMatched    = "abbreviation_matched"    // an abbreviation was joined to a name by its letters
	warnAbbreviationUnknown    = "abbreviation_unknown"    // an abbreviation fits no name for certain
	warnWordingsDiffer         = "wordings_differ"         // a question or recommendation stands in several wordings
	warnGradeUnclear           = "grade_unclear"           // words that grade, but on no known scale
	warnGradesDiffer           = "grades_differ"           // the report grades the same thing twice, differently
	warnDatesDiffer            = "dates_differ"            // several dates for the response
	warnDateIncomplete         = "date_incomplete"         // a date for the response without a year
	warnNoRecommendations      = "no_recommendations"      // the report recommends nothing
	warnEarlierRecommendations = "earlier_recommendations" // an earlier audit's recommendations, which are not read
	warnCommitteeUnclear       = "committee_unclear"       // a recommendation to somebody who is no committee
	warnTruncated              = "truncated"               // the text stops before its end
	warnOCRNoise               = "ocr_noise"               // letters or spaces are missing
	warnNumbersDiffer          = "numbers_differ"          // a committee's papers bear several registry numbers
	warnParagraphUnclear       = "paragraph_unclear"       // minutes hold several paragraphs that may be the one
	warnStanceUnclear          = "stance_unclear"          // words that take a stance, but none that is known, or several
)

// warn adds a warning; line 0 is no line.
func (r *reader) warn(code string, line int, format string, values ...any) {
	warning := Warning{Code: code, Message: fmt.Sprintf(format, values...)}
	own := lineInFile(line)
	if page, known := r.pages[line%linesOfAll]; known {
		warning.Page = &page
	} else if own > 0 && own < withoutLines {
		warning.Line = &own
	}
	if file := fileOf(line); r.severalFiles && line > 0 {
		warning.File = &file
	}
	for _, known := range r.reading.Warnings {
		if known.Code == code && known.Message == warning.Message {
			return
		}
	}
	r.reading.Warnings = append(r.reading.Warnings, warning)
}

// notFound tells that a value of the reading stands null or empty.
func (r *reader) notFound(value string) {
	r.warn(warnNotFound, 0, "%s: not found in the text", value)
}
