package reading

import "regexp"

// How alike two wordings must be to be one recommendation: that of a chapter and one that repeats it elsewhere; those of
// two chapters, which may as well be two; and those at one place of two lists that are equally long.
const (
	sameAdvice    = 0.6
	closeAdvice   = 0.8
	alignedAdvice = 0.3
)

// readRecommendations takes the wording of the report's own chapter, else of its summary, else of its text, and gathers
// the other wordings in all files.
func (r *reader) readRecommendations() {
	lists := r.adviceLists(r.report.blocks)
	for _, list := range mainLists(lists) {
		r.recommend(list)
	}
	r.recommendUnmatched(lists)
	r.addVariants(lists)
	if r.earlierLine > 0 {
		r.warn(warnEarlierRecommendations, r.earlierLine, "an earlier audit's recommendations stand here; they are not read as new ones")
	}
	for _, d := range r.others {
		r.addVariants(r.adviceLists(d.blocks))
	}
	r.numberRecommendations()
	if len(r.reading.Recommendations) == 0 {
		r.tellWithoutRecommendations()
	}
}

// mainLists picks the lists whose wording counts.
func mainLists(lists []adviceList) []adviceList {
	choose := func(wanted func(adviceList) bool) []adviceList {
		var chosen []adviceList
		for _, list := range lists {
			if wanted(list) {
				chosen = append(chosen, list)
			}
		}
		return chosen
	}
	if own := choose(func(l adviceList) bool { return l.chapter }); len(own) > 0 {
		return own
	}
	if summary := choose(func(l adviceList) bool { return l.summary }); len(summary) > 0 {
		return summary
	}
	return lists
}

// recommend adds a list's recommendations. One that a list elsewhere has already given is the same, and the later wording
// counts; within one list two are the same only in the same words, and then given to the committees of both.
func (r *reader) recommend(list adviceList) {
	before := len(r.adopted)
	repeats := r.repeats(list)
	reworded := map[int]bool{}
	for position, a := range list.advices {
		index, alike := mostAlike(r.adopted[:before], a.text)
		if repeats {
			index, alike = position, 1
		}
		if alike >= closeAdvice && !reworded[index] {
			reworded[index] = true
			r.reword(index, a)
			continue
		}
		if index, alike := mostAlike(r.adopted[before:], a.text); alike == 1 {
			r.giveTo(before+index, a.committees)
			continue
		}
		r.adopt(a)
	}
}

// repeats tells a list that says all that was said before in other words, one by one.
func (r *reader) repeats(list adviceList) bool {
	if len(r.adopted) < 2 || len(r.adopted) != len(list.advices) {
		return false
	}
	for position, a := range list.advices {
		if similarity(r.adopted[position].text, a.text) < alignedAdvice {
			return false
		}
	}
	return true
}

// reword lets a later wording be the recommendation's, the earlier a variant.
func (r *reader) reword(index int, a advice) {
	earlier := r.adopted[index]
	r.adopted[index].text, r.adopted[index].line = a.text, a.line
	r.reading.Recommendations[index].Text = a.text
	r.addWording(index, earlier)
	r.giveTo(index, a.committees)
}

func (r *reader) giveTo(index int, committees []*entry) {
	for _, e := range committees {
		r.adopted[index].committees = appendEntry(r.adopted[index].committees, e)
		r.use(e)
	}
}

// recommendUnmatched adds what only the summary recommends.
func (r *reader) recommendUnmatched(lists []adviceList) {
	for _, list := range lists {
		if !list.summary || len(list.advices) <= len(r.adopted) {
			continue
		}
		for _, a := range list.advices {
			if _, alike := mostAlike(r.adopted, a.text); alike < alignedAdvice {
				r.adopt(a)
			}
		}
	}
}

func (r *reader) adopt(a advice) {
	r.adopted = append(r.adopted, a)
	for _, e := range a.committees {
		r.use(e)
	}
	r.reading.Recommendations = append(r.reading.Recommendations, Recommendation{Text: a.text, Variants: []string{}})
}

// addVariants finds which recommendation each wording belongs to: the most alike, or the one at the same place of a list
// of the same length.
func (r *reader) addVariants(lists []adviceList) {
	for _, list := range lists {
		for position, a := range list.advices {
			index, alike := mostAlike(r.adopted, a.text)
			switch {
			case index >= 0 && alike >= sameAdvice:
				r.addWording(index, a)
			case len(list.advices) == len(r.adopted) && similarity(r.adopted[position].text, a.text) >= alignedAdvice:
				r.addWording(position, a)
			}
		}
	}
}

func mostAlike(advices []advice, text string) (int, float64) {
	best, most := -1, 0.0
	for i, a := range advices {
		if alike := similarity(a.text, text); alike > most {
			best, most = i, alike
		}
	}
	return best, most
}

func (r *reader) addWording(index int, a advice) {
	recommendation := &r.reading.Recommendations[index]
	if sameAdviceWording(recommendation.Text, a.text) {
		return
	}
	for _, known := range recommendation.Variants {
		if sameAdviceWording(known, a.text) {
			return
		}
	}
	recommendation.Variants = append(recommendation.Variants, a.text)
}

var recommendedThat = regexp.MustCompile(`(?i)^(?:[^.:]{0,120}rekommender(?:as|ar\s+vi)|[\p{L}\s,-]{0,80}(?:nämnden|nämnderna|styrelsen))\s+att\s+`)

// sameAdviceWording tells whether two texts recommend in the same words, with or without "nämnden rekommenderas att" before
// them.
func sameAdviceWording(a, b string) bool {
	return sameWording(recommendedThat.ReplaceAllString(a, ""), recommendedThat.ReplaceAllString(b, ""))
}

// numberRecommendations keeps the report's numbers where all have one and no two the same, else numbers by order.
func (r *reader) numberRecommendations() {
	seen := map[string]bool{}
	for _, a := range r.adopted {
		seen[a.number] = true
	}
	keep := len(seen) == len(r.adopted) && !seen[""]
	for i := range r.reading.Recommendations {
		recommendation := &r.reading.Recommendations[i]
		recommendation.Number = itoa(i + 1)
		if keep {
			recommendation.Number = r.adopted[i].number
		}
		recommendation.Committees = refs(r.adopted[i].committees)
		if len(recommendation.Committees) == 0 && len(r.graded()) > 0 {
			r.warn(warnCommitteeUnclear, r.adopted[i].line, "recommendation %s: to none of the committees", recommendation.Number)
		}
		if len(recommendation.Variants) > 0 {
			r.warn(warnWordingsDiffer, r.adopted[i].line, "recommendation %s is worded in %d ways", recommendation.Number, 1+len(recommendation.Variants))
		}
	}
}

// tellWithoutRecommendations points at what the report asks for in other words, which is not made into recommendations.
func (r *reader) tellWithoutRecommendations() {
	for _, b := range r.report.blocks {
		if b.kind != row && duty.MatchString(b.text) {
			r.warn(warnNoRecommendations, b.line(), "the report gives no recommendations, but asks for something here")
			return
		}
	}
	r.warn(warnNoRecommendations, 0, "the report gives no recommendations")
}
