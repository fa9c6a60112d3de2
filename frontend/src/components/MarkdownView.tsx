/**
 * People's own words, in the serif. `html` comes from the server's parser of the Markdown subset or from its composer of
 * documents, which let no markup of the writer's through; this is the only place in the front end that takes HTML.
 */
export function MarkdownView({ html }: { html: string }) {
  // eslint-disable-next-line no-restricted-syntax
  return <div className="words" dangerouslySetInnerHTML={{ __html: html }} />
}
