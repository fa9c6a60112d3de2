package document

// Every measure of the page stands here: lengths in millimetres, type sizes in points.

const millimetresPerPoint = 25.4 / 72

const (
	pageWidth  = 210.0
	pageHeight = 297.0

	marginLeft  = 30.0
	marginRight = 30.0
	textWidth   = pageWidth - marginLeft - marginRight
	textTop     = 31.0 // on the pages after the first, which has its letterhead
	textBottom  = 268.0

	headTop                  = 15.0 // of the letterhead
	headBaseline             = 18.5 // of the running head
	textTopWithoutLetterhead = 25.0
	runningRule              = 21.5
	footerBaseline           = 282.0

	rhythm = 5.5 // a line of running text; the spaces are parts of it
)

// The letterhead stands in two columns.
const (
	letterheadSplit    = 112.0 // where the right column begins, from the page's left edge
	letterheadLabels   = 24.0  // width of the right column's labels
	letterheadBaseline = 0.74  // of a line, as a part of its height
	senderGap          = 0.8   // below the organization and the kind
	letterheadGap      = 3.0   // below the letterhead to its rule
	letterheadBelow    = 9.0   // from the rule to the text
)

const (
	paragraphGap = rhythm / 2
	itemGap      = rhythm / 4
	itemIndent   = 7.0
	leastColumn  = 60.0 // lists in lists are no more indented than leaves this
	labelGap     = 2.0  // least space between an item's label and its words

	quotationIndent = 5.0
	quotationGap    = rhythm * 0.6

	tableGap            = rhythm * 0.8
	captionGap          = 1.2
	cellPadding         = 1.5  // above and below
	highestRepeatedHead = 60.0 // of a table's head row that returns on later pages
	shortRows           = 50.0 // height of two rows that may be kept together
	columnGutter        = 4.0

	signatureSpace   = 17.0 // to sign in
	signaturePadding = 1.2  // between the line and the name
	signatureWidth   = 68.0
	signatureGutter  = textWidth - 2*signatureWidth

	noteGap = rhythm
)

// headingGaps are the spaces above and below a heading of level 0 (the document's title) to 3.
var headingGaps = [4]struct{ above, below float64 }{{0, rhythm * 0.8}, {rhythm * 1.5, rhythm * 0.4}, {rhythm * 1.1, rhythm * 0.25}, {rhythm * 0.8, rhythm * 0.15}}

// ink is a colour of the print, in sRGB.
type ink struct{ red, green, blue int }

var (
	black  = ink{21, 23, 28}
	grey   = ink{71, 77, 89}
	accent = ink{63, 60, 151}
	light  = ink{195, 201, 212}
	dark   = ink{134, 140, 155}
)

// style is how a block's words are set.
type style struct {
	family  family
	size    float64 // points
	leading float64 // millimetres from baseline to baseline
	bold    bool
	ink     ink
}

// Serif is for what people have written; sans for what stands around it.
var (
	bodyStyle    = style{serif, 11.5, rhythm, false, black}
	quoteStyle   = style{serif, 11.5, rhythm, false, black}
	noteStyle    = style{sans, 8.5, 4.2, false, grey}
	cellStyle    = style{sans, 9, 4.3, false, black}
	columnStyle  = style{sans, 8.5, 4.3, true, grey}
	captionStyle = style{sans, 9, 4.3, true, black}
	signStyle    = style{sans, 9.5, 4.6, true, black}
	roleStyle    = style{sans, 9, 4.6, false, grey}

	headingStyles = [4]style{
		{sans, 18, 8, true, black}, {sans, 14, 6.4, true, black}, {sans, 11.5, rhythm, true, black}, {sans, 10, rhythm, true, black},
	}

	organizationStyle = style{sans, 13, 5.4, true, black}
	unitStyle         = style{sans, 9.5, 4.6, false, black}
	kindStyle         = style{sans, 11, 5.4, true, black}
	markStyle         = style{sans, 11, 5.4, true, accent}
	labelStyle        = style{sans, 8, 4.6, false, grey}
	valueStyle        = style{sans, 9.5, 4.6, false, black}
	runningStyle      = style{sans, 8, 4.2, false, grey}
	runningMarkStyle  = style{sans, 8, 4.2, true, accent}
)

const (
	hairline     = 0.15 // between rows
	headRule     = 0.3  // below a table's head row and above a signatory's name
	quotationBar = 0.8
	linkOffset   = 0.5 // of a link's underline below the baseline
)
