package organization

import "unicode"

// Matches tells whether a registry number is written as a committee's pattern says: Å is a digit of the year, N of the
// number, all else stands for itself. An N beside another letter is a letter, as in AMN-ÅÅÅÅ-NNNNN. An empty pattern
// takes any number.
func Matches(pattern, number string) bool {
	if pattern == "" {
		return true
	}
	wanted, given := []rune(pattern), []rune(number)
	if len(wanted) != len(given) {
		return false
	}
	for i, letter := range wanted {
		if isDigitAt(wanted, i) {
			if given[i] < '0' || given[i] > '9' {
				return false
			}
		} else if given[i] != letter {
			return false
		}
	}
	return true
}

func isDigitAt(pattern []rune, at int) bool {
	switch pattern[at] {
	case 'Å':
		return true
	case 'N':
		return !isWord(pattern, at)
	}
	return false
}

// isWord tells whether the run of N's around at touches another letter.
func isWord(pattern []rune, at int) bool {
	first, last := at, at
	for first > 0 && pattern[first-1] == 'N' {
		first--
	}
	for last < len(pattern)-1 && pattern[last+1] == 'N' {
		last++
	}
	return first > 0 && isOtherLetter(pattern[first-1]) || last < len(pattern)-1 && isOtherLetter(pattern[last+1])
}

func isOtherLetter(r rune) bool { return r != 'Å' && unicode.IsLetter(r) }
