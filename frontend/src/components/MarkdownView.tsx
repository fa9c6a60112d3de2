/**
 * People's own words, in the serif. `html` comes from the server's parser of the Markdown subset, which lets no markup
 * of the writer's through; this is the only place in the front end that takes HTML.
 */
export function MarkdownView({ html }: { html: string }) {
  // eslint-disable-next-line no-restricted-syntax
  return <div className="words" dangerouslySetInnerHTML={{ __html: html }} />
}
