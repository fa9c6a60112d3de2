const item = /^(\s*(?:\d+[.)]|[-*+])\s+)(.*)$/

/** The proposed decisions as they are printed: each item begins with the bold lead, also where the writer has written it. */
export function ledProposals(text: string, lead: string): string {
  if (lead === '') return text
  return text
    .split('\n')
    .map((line) =>
      line.replace(item, (_, label: string, words: string) => `${label}**${lead}** ${without(words, lead)}`),
    )
    .join('\n')
}

function without(words: string, lead: string): string {
  const bare = words.replace(/^\*\*(.+?)\*\*(?=\s)/, '$1')
  return bare.toLowerCase().startsWith(`${lead.toLowerCase()} `) ? bare.slice(lead.length + 1).trimStart() : words
}
