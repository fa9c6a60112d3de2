/** As much as the contract takes of a quote. */
const longestQuote = 2000

/** The words that are selected in an element, in a field of it or on the page; none when it is ''. */
export function selectedIn(element: Element): string {
  return (selectedInField(element) || selectedOnPage(element)).trim().slice(0, longestQuote)
}

function selectedInField(element: Element): string {
  const field = element.querySelector('textarea')
  return field ? field.value.slice(field.selectionStart, field.selectionEnd) : ''
}

function selectedOnPage(element: Element): string {
  const selection = document.getSelection()
  const isInside = element.contains(selection?.anchorNode ?? null) && element.contains(selection?.focusNode ?? null)
  return isInside && selection ? selection.toString() : ''
}
