import { useEffect, useRef } from 'react'
import type { Response } from './api'
import { AnswerPart } from './AnswerPart'
import { MemorandumPart } from './memorandum/MemorandumPart'
import { focusPart } from './PartPane'
import { PartPicks } from './PartPicks'
import { addressOf, partAt } from './parts'
import { SectionPart } from './SectionPart'
import { TitlePart } from './TitlePart'
import type { SaveNow } from './usePart'

/** The draft's parts, the chosen one to write in, and how it becomes. */
export function DraftEditor({
  response,
  address,
  onOpen,
}: {
  response: Response
  /** Which part; the first that is not complete when it is not given. */
  address: string | undefined
  onOpen: (saveNow: SaveNow) => () => void
}) {
  const part = partAt(response, address)
  const shown = addressOf(part)
  useFocusWhenChanged(shown)
  return (
    <div className="panel">
      <div className="editor">
        <PartPicks response={response} part={part} />
        {part.kind === 'title' && <TitlePart response={response} onOpen={onOpen} />}
        {part.kind === 'section' && (
          <SectionPart key={shown} response={response} section={part.section} onOpen={onOpen} />
        )}
        {part.kind === 'memorandum' && (
          <MemorandumPart key={shown} response={response} section={part.section} onOpen={onOpen} />
        )}
        {part.kind === 'answer' && <AnswerPart key={shown} response={response} answer={part.answer} onOpen={onOpen} />}
      </div>
    </div>
  )
}

function useFocusWhenChanged(address: string): void {
  const before = useRef(address)
  useEffect(() => {
    if (before.current === address) return
    before.current = address
    focusPart()
  }, [address])
}
