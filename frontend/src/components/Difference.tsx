import { diffWordsWithSpace } from 'diff'
import { difference as t } from '@/lib/messages/common'

const byWord = new Intl.Segmenter('sv', { granularity: 'word' })

/** What was taken out of one wording and put into another, word by word. */
export function Difference({ before, after }: { before: string; after: string }) {
  return (
    <p className="words small written">
      {diffWordsWithSpace(before, after, { intlSegmenter: byWord }).map(({ value, added, removed }, place) => {
        if (removed) return <Changed key={place} as="del" text={value} />
        return added ? <Changed key={place} as="ins" text={value} /> : <span key={place}>{value}</span>
      })}
    </p>
  )
}

/** Most screen readers say nothing of ins and del, so words stand beside them. */
function Changed({ as: Mark, text }: { as: 'ins' | 'del'; text: string }) {
  return (
    <Mark>
      <span className="vh">{Mark === 'ins' ? t.added : t.removed}</span>
      {text}
      <span className="vh">{t.end}</span>
    </Mark>
  )
}
