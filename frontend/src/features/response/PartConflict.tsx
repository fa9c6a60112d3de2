import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { Difference } from '@/components/Difference'
import { Note } from '@/components/Note'
import { conflict as common } from '@/lib/messages/common'
import { conflict as t } from '@/lib/messages/response'
import type { OpenPart } from './usePart'

/** Somebody else saved the part that is being written: compare, keep one's own, or take the other's. */
export function PartConflict<T>({ part, words }: { part: OpenPart<T>; words: (content: T) => string }) {
  const [comparing, setComparing] = useState(false)
  const { mutate: reread, data: other, isPending } = useMutation({ mutationFn: part.reread })
  const keepMine = () => reread(undefined, { onSuccess: ({ version }) => part.keepMine(version) })
  const takeOther = () => reread(undefined, { onSuccess: part.takeOther })
  const choices = (
    <>
      <Button small isPending={isPending} onPress={keepMine}>
        {common.keepMine}
      </Button>
      <Button small look="plain" isPending={isPending} onPress={takeOther}>
        {common.takeOther}
      </Button>
    </>
  )
  return (
    <>
      <Note
        tone="bad"
        icon="differs"
        title={common.textTitle}
        appears
        actions={
          <>
            <Button small onPress={() => reread(undefined, { onSuccess: () => setComparing(true) })}>
              {common.compare}
            </Button>
            {choices}
          </>
        }
      >
        <p>{t.advice}</p>
      </Note>
      {comparing && other && (
        <Dialog title={t.compareTitle} onClose={() => setComparing(false)}>
          <div className="stack">
            <div className="two">
              <Wording title={t.mine} text={words(part.content)} />
              <Wording title={t.other} text={words(other.content)} />
            </div>
            <section className="stack tight">
              <h3>{t.difference}</h3>
              <Difference before={words(other.content)} after={words(part.content)} />
            </section>
            <div className="acts">{choices}</div>
          </div>
        </Dialog>
      )}
    </>
  )
}

function Wording({ title, text }: { title: string; text: string }) {
  return (
    <section className="stack tight">
      <h3>{title}</h3>
      <p className="words small written">{text}</p>
    </section>
  )
}
