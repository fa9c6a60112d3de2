package reading

import "fmt"

// warn adds a warning; line 0 is no line.
func (r *reader) warn(code string, line int, format string, values ...any) {
	warning := Warning{Code: code, Message: fmt.Sprintf(format, values...)}
	if line > 0 {
		warning.Line = &line
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
	r.warn("not_found", 0, "%s: not found in the text", value)
}
