package confidentiality

// Sentence stands in a document in the place of what is left out of it.
func Sentence(ground string) string {
	return "Uppgiften är utelämnad. Sekretess enligt " + ground + "."
}
