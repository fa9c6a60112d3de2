package reading

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
)

type docxLevel struct {
	Index  int     `xml:"ilvl,attr"`
	Start  *valued `xml:"start"`
	Format valued  `xml:"numFmt"`
	Text   valued  `xml:"lvlText"`
}

type docxAbstractList struct {
	ID     string      `xml:"abstractNumId,attr"`
	Levels []docxLevel `xml:"lvl"`
}

type docxList struct {
	ID       string `xml:"numId,attr"`
	Abstract valued `xml:"abstractNumId"`
	Override []struct {
		Index int     `xml:"ilvl,attr"`
		Start *valued `xml:"startOverride"`
	} `xml:"lvlOverride"`
}

// numbering counts a document's lists, as they go on from paragraph to paragraph.
type numbering struct {
	abstract map[string]docxAbstractList
	lists    map[string]docxList
	counts   map[string][]int // by abstract list, a count for each level; 0 has not begun
	begun    map[string]bool  // lists whose overrides have taken effect
}

// deepestLevel is how many levels a list of Word's has.
const deepestLevel = 9

func numberingOf(content []byte) *numbering {
	n := &numbering{map[string]docxAbstractList{}, map[string]docxList{}, map[string][]int{}, map[string]bool{}}
	var read struct {
		Abstract []docxAbstractList `xml:"abstractNum"`
		Lists    []docxList         `xml:"num"`
	}
	if xml.Unmarshal(content, &read) != nil {
		return n
	}
	for _, abstract := range read.Abstract {
		n.abstract[abstract.ID] = abstract
	}
	for _, list := range read.Lists {
		n.lists[list.ID] = list
	}
	return n
}

var bulletsByLevel = []string{"• ", "◦ ", "▪ "}

// next gives what stands before the next paragraph of a list: a bullet, or its number.
func (n *numbering) next(id string, level int) string {
	if level < 0 || level >= deepestLevel {
		return ""
	}
	list := n.lists[id]
	abstract := n.abstract[list.Abstract.Val]
	counts := n.count(list, abstract, level)
	own := levelOf(abstract, level)
	switch own.Format.Val {
	case "bullet", "":
		return bulletsByLevel[min(level, len(bulletsByLevel)-1)]
	case "none":
		return ""
	}
	return numberPrefix(numberText(own, abstract, counts))
}

func (n *numbering) count(list docxList, abstract docxAbstractList, level int) []int {
	counts := n.counts[abstract.ID]
	if counts == nil {
		counts = make([]int, deepestLevel)
		n.counts[abstract.ID] = counts
	}
	if !n.begun[list.ID] {
		n.begun[list.ID] = true
		for _, override := range list.Override {
			if start, ok := override.Start.number(); ok && override.Index >= 0 && override.Index < deepestLevel {
				counts[override.Index] = start - 1
			}
		}
	}
	for i := 0; i <= level; i++ {
		if counts[i] == 0 {
			counts[i] = startOf(abstract, i)
		} else if i == level {
			counts[i]++
		}
	}
	clear(counts[level+1:])
	return counts
}

func startOf(abstract docxAbstractList, level int) int {
	if start, ok := levelOf(abstract, level).Start.number(); ok {
		return start
	}
	return 1
}

func levelOf(abstract docxAbstractList, level int) docxLevel {
	for _, own := range abstract.Levels {
		if own.Index == level {
			return own
		}
	}
	return docxLevel{}
}

var levelMark = regexp.MustCompile(`%([1-9])`)

// numberText fills "%1.%2" with the counts.
func numberText(own docxLevel, abstract docxAbstractList, counts []int) string {
	return levelMark.ReplaceAllStringFunc(own.Text.Val, func(mark string) string {
		level := int(mark[1] - '1')
		switch count := counts[level]; levelOf(abstract, level).Format.Val {
		case "lowerLetter":
			return letterOf(count)
		case "upperLetter":
			return strings.ToUpper(letterOf(count))
		default:
			return strconv.Itoa(count)
		}
	})
}

func letterOf(count int) string {
	if count < 1 || count > 26 {
		return strconv.Itoa(count)
	}
	return string(rune('a' + count - 1))
}

var bareNumber = regexp.MustCompile(`^[\dA-Za-z]{1,2}$`)

// numberPrefix writes a number as the text of a page does, so that "1" is a number and not the line's first word.
func numberPrefix(text string) string {
	text = strings.TrimSpace(text)
	if bareNumber.MatchString(text) {
		text += "."
	}
	if text == "" {
		return ""
	}
	return text + " "
}
