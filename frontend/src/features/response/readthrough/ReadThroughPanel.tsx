import { LinkButton } from '@/components/Button'
import { through as t } from '@/lib/messages/memorandum'
import { readthrough } from '@/lib/messages/response'
import type { Response } from '../api'

/** The way to the text for those who do not write it. */
export function ReadThroughPanel({ response }: { response: Response }) {
  const open = response.comments.filter(({ resolvedAt }) => resolvedAt === null).length
  return (
    <section className="panel in stack tight" aria-labelledby="read-through">
      <h2 id="read-through">{t.panel}</h2>
      <p className="sub">
        {t.panelHelp} {open > 0 && <b className="nb">{readthrough.openCount(open)}</b>}
      </p>
      <div>
        <LinkButton icon="response" to="/yttranden/$id/genomlasning" params={{ id: response.id }}>
          {t.act}
        </LinkButton>
      </div>
    </section>
  )
}
