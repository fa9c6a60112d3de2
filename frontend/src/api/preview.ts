import { api, call } from './client'

/** What a text of the Markdown subset becomes, as HTML, by the parser that makes the documents. */
export async function previewText(text: string): Promise<string> {
  const { html } = await call(api.POST('/previews', { body: { text } }))
  return html
}
