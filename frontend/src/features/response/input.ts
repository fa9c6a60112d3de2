/** A text with a reply after it, as a paragraph of its own; unchanged where the reply stands there already. */
export function withReply(text: string, reply: string): string {
  const [before, added] = [text.trimEnd(), reply.trim()]
  if (before.includes(added)) return text
  return before === '' ? added : `${before}\n\n${added}`
}
