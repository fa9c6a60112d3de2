package reading

// Likeness is how much two wordings have in common, from 0 to 1; endings and typing errors count less.
func Likeness(a, b string) float64 { return similarity(a, b) }

// SameWording tells whether two texts say the same in the same words, spacing and closing mark aside.
func SameWording(a, b string) bool { return sameWording(a, b) }
