import { useState } from 'react'
import { Button } from '@/components/Button'
import { StanceMark } from '@/components/marks'
import { Pill } from '@/components/Note'
import { parts as t, response as names } from '@/lib/messages/response'
import type { Answer, Response } from './api'
import { SupplementedRecommendations } from './after/SupplementedRecommendations'
import { CombineDialog } from './CombineDialog'
import { LateRecommendations } from './LateRecommendations'
import { MemorandumParts } from './memorandum/MemorandumParts'
import { CommentCount, OtherPicks, PartLink } from './OtherPicks'
import { hintsOf } from './missing'
import { MissingList } from './MissingList'
import { addressOf, missingIn, numbersOf, type Part, quotedIn } from './parts'
import { StatementDialog } from './StatementDialog'

/** The parts of the draft: which answers are written, what they say, what is missing. */
export function PartPicks({ response, part }: { response: Response; part: Part }) {
  const [open, setOpen] = useState<'combine' | 'statement'>()
  const complete = response.answers.filter((answer) => missingIn(response, answer).length === 0).length
  const current = addressOf(part)
  return (
    <nav aria-label={t.label}>
      <div className="in row far">
        <h2>{t.recommendations}</h2>
        <span className="cap">
          {t.done(complete, response.answers.length)} <span className="vh">{t.doneRead}</span>
        </span>
      </div>
      <ol className="picks">
        {response.answers.map((answer) => (
          <li key={answer.id}>
            <AnswerPick response={response} answer={answer} current={current} />
          </li>
        ))}
      </ol>
      <LateRecommendations response={response} />
      {response.supplementsId && <SupplementedRecommendations response={response} />}
      <div className="in stack">
        <div className="under-picks">
          <Button small look="plain" icon="link" onPress={() => setOpen('combine')}>
            {t.combine}
          </Button>
          <Button small look="plain" icon="plus" onPress={() => setOpen('statement')}>
            {t.addStatement}
          </Button>
        </div>
        <div className="stack tight">
          <h2>{t.other}</h2>
          <OtherParts response={response} current={current} />
        </div>
        <MemorandumParts response={response} current={current} />
        {response.missing.length > 0 && (
          <details className="sub">
            <summary>{t.left(response.missing.length)}</summary>
            <MissingList response={response} />
          </details>
        )}
      </div>
      {open === 'combine' && <CombineDialog response={response} onClose={() => setOpen(undefined)} />}
      {open === 'statement' && <StatementDialog response={response} onClose={() => setOpen(undefined)} />}
    </nav>
  )
}

function AnswerPick({ response, answer, current }: { response: Response; answer: Answer; current: string }) {
  const { content, recommendations } = answer
  const commonStance = response.content.commonStance
  const missing = missingIn(response, answer).filter(({ code }) => code !== 'answer_without_stance')
  return (
    <PartLink response={response} address={answer.id} current={current}>
      <b>{recommendations.length > 0 ? numbersOf(recommendations) : '–'}</b>
      <p>{quotedIn(answer).join(' ')}</p>
      {commonStance === null && (recommendations.length > 0 || content.stance) && (
        <StanceMark stance={content.stance} />
      )}
      {content.stance !== null || content.text !== '' || commonStance !== null
        ? hintsOf(missing).map((hint) => (
            <span key={hint} className="sub2">
              <Pill tone="warn">{hint}</Pill>
            </span>
          ))
        : null}
      <CommentCount response={response} part={answer.id} />
    </PartLink>
  )
}

function OtherParts({ response, current }: { response: Response; current: string }) {
  const sections = response.sections.map((section) => ({
    address: addressOf({ kind: 'section', section }),
    place: section.kind,
    name: names.sections[section.kind],
    written: section.content.text.trim() !== '',
  }))
  const title = { address: addressOf({ kind: 'title' }), place: 'title', name: names.titleAndStance, written: true }
  return <OtherPicks response={response} current={current} parts={[...sections, title]} />
}
