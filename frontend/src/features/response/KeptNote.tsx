import { Button } from '@/components/Button'
import { Difference } from '@/components/Difference'
import { Note } from '@/components/Note'
import { formatInstant } from '@/lib/dates'
import { kept as t } from '@/lib/messages/response'
import type { Offer } from './useOffer'

/** Offers a text that was not saved when its page was closed, beside what stands in the editor. */
export function KeptNote<T>({ offer, content, words }: { offer: Offer<T>; content: T; words: (content: T) => string }) {
  const { kept, changedSince, use, discard } = offer
  return (
    <Note
      tone="warn"
      title={t.title}
      appears
      actions={
        <>
          <Button small onPress={use}>
            {t.use}
          </Button>
          <Button small look="plain" onPress={discard}>
            {t.discard}
          </Button>
        </>
      }
    >
      <p>{t.typed(formatInstant(kept.at))}</p>
      <p>{changedSince ? t.changedSince : t.difference}</p>
      <Difference before={words(content)} after={words(kept.content)} />
    </Note>
  )
}
