// What the editor's buttons do to the Markdown subset: paragraphs, lists, bold, italic, links.

/** Replace the text between `from` and `to`, then select `select`. */
export interface Edit {
  from: number
  to: number
  insert: string
  select: [number, number]
}

interface Selection {
  start: number
  end: number
}

/** Puts marks around the selection, or takes them away where they stand already. */
export function toggleMark(text: string, { start, end }: Selection, mark: '**' | '_'): Edit {
  const selected = text.slice(start, end)
  const width = mark.length
  if (text.slice(start - width, start) === mark && text.slice(end, end + width) === mark) {
    return { from: start - width, to: end + width, insert: selected, select: [start - width, end - width] }
  }
  return { from: start, to: end, insert: mark + selected + mark, select: [start + width, end + width] }
}

/** Makes the selected lines a list, or plain lines again where all of them are one. */
export function toggleList(text: string, { start, end }: Selection, kind: 'bullets' | 'numbers'): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const after = text.indexOf('\n', end)
  const to = after === -1 ? text.length : after
  const lines = text.slice(from, to).split('\n')
  const item = kind === 'bullets' ? /^- / : /^\d+\. /
  const plain = lines.map((line) => line.replace(/^(- |\d+\. )/, ''))
  const insert = lines.every((line) => item.test(line))
    ? plain.join('\n')
    : plain.map((line, place) => (kind === 'bullets' ? `- ${line}` : `${place + 1}. ${line}`)).join('\n')
  const lonely = start === end
  return {
    from,
    to,
    insert,
    select: lonely ? [from + insert.length, from + insert.length] : [from, from + insert.length],
  }
}

/** Makes the selection a link whose address is to be filled in. */
export function makeLink(text: string, { start, end }: Selection, words: { text: string; address: string }): Edit {
  const label = text.slice(start, end) || words.text
  const addressAt = start + label.length + 3
  return {
    from: start,
    to: end,
    insert: `[${label}](${words.address})`,
    select: [addressAt, addressAt + words.address.length],
  }
}
