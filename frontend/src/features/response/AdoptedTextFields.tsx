import { previewText } from '@/api/preview'
import { Choices } from '@/components/Choices'
import { Difference } from '@/components/Difference'
import { MarkdownEditor } from '@/components/MarkdownEditor'
import { Pill } from '@/components/Note'
import { optionsOf } from '@/components/Select'
import { answer as answers, deciding as t, response as names, section as sections } from '@/lib/messages/response'
import { values } from '@/lib/messages/values'
import { type AdoptedAnswer, type AdoptedSection, differs, withAnswer, withSection } from './adoption'
import { AdoptedMeasures } from './AdoptedMeasures'
import type { AdoptedText, Answer, Response, Stance } from './api'
import { answerName, quotedIn } from './parts'

/** The whole text as the committee adopted it, beginning as the proposal; what differs is shown. */
export function AdoptedTextFields({
  response,
  proposal,
  adopted,
  onChange,
}: {
  response: Response
  proposal: AdoptedText
  adopted: AdoptedText
  onChange: (adopted: AdoptedText) => void
}) {
  const section = ({ kind }: AdoptedSection, place: number) => (
    <AdoptedSectionFields
      key={kind}
      place={place}
      proposed={proposal.sections[place]?.text ?? ''}
      section={adopted.sections[place] ?? { kind, text: '' }}
      onChange={(changed) => onChange(withSection(adopted, changed))}
    />
  )
  const sectionFields = adopted.sections.map(section)
  return (
    <section className="stack" aria-labelledby="adopted">
      <h2 id="adopted">{t.adoptedText}</h2>
      {sectionFields.filter((_, place) => adopted.sections[place]?.kind === 'introduction')}
      {response.answers.map((answer, place) => {
        const proposed = proposal.answers[place]
        const now = adopted.answers[place]
        return (
          proposed &&
          now && (
            <AdoptedAnswerFields
              key={answer.id}
              answer={answer}
              commonStance={response.content.commonStance}
              place={place}
              proposed={proposed}
              adopted={now}
              onChange={(changed) => onChange(withAnswer(adopted, changed))}
            />
          )
        )
      })}
      {sectionFields.filter((_, place) => adopted.sections[place]?.kind !== 'introduction')}
    </section>
  )
}

function AdoptedSectionFields({
  place,
  proposed,
  section,
  onChange,
}: {
  place: number
  proposed: string
  section: AdoptedSection
  onChange: (section: AdoptedSection) => void
}) {
  const { kind, text } = section
  return (
    <section className="panel in stack" aria-labelledby={`adopted-${kind}`}>
      <Heading id={`adopted-${kind}`} name={names.sections[kind]} changed={text !== proposed} />
      <MarkdownEditor
        label={sections.text}
        name={`adopted/sections/${place}/text`}
        value={text}
        onChange={(changed) => onChange({ kind, text: changed })}
        preview={previewText}
        rows={proposed.trim() === '' ? 2 : 6}
      />
      <TextChange before={proposed} after={text} />
    </section>
  )
}

function AdoptedAnswerFields({
  answer,
  commonStance,
  place,
  proposed,
  adopted,
  onChange,
}: {
  answer: Answer
  commonStance: Stance | null
  place: number
  proposed: AdoptedAnswer
  adopted: AdoptedAnswer
  onChange: (answer: AdoptedAnswer) => void
}) {
  const name = answerName(answer)
  const set = (part: Partial<AdoptedAnswer>) => onChange({ ...adopted, ...part })
  return (
    <section className="panel in stack" aria-labelledby={`adopted-${answer.id}`}>
      <Heading id={`adopted-${answer.id}`} name={name} changed={differs(proposed, adopted)} />
      {quotedIn(answer).map((words, line) => (
        <blockquote key={line} className="words small said">
          {words}
        </blockquote>
      ))}
      {commonStance === null && (
        <Choices<Stance>
          label={answers.stance}
          name={`adopted/answers/${place}/stance`}
          value={adopted.stance}
          onChange={(stance) => set({ stance })}
          options={optionsOf(values.stance)}
        />
      )}
      <MarkdownEditor
        label={answers.text}
        name={`adopted/answers/${place}/text`}
        value={adopted.text}
        onChange={(text) => set({ text })}
        preview={previewText}
      />
      <TextChange before={proposed.text} after={adopted.text} />
      <AdoptedMeasures
        caption={name}
        proposed={proposed.measures}
        measures={adopted.measures}
        onChange={(measures) => set({ measures })}
      />
    </section>
  )
}

function Heading({ id, name, changed }: { id: string; name: string; changed: boolean }) {
  return (
    <div className="row far">
      <h3 id={id}>{name}</h3>
      {changed ? (
        <Pill tone="warn" icon="pencil">
          {t.changed}
        </Pill>
      ) : (
        <Pill>{t.unchanged}</Pill>
      )}
    </div>
  )
}

function TextChange({ before, after }: { before: string; after: string }) {
  if (before === after) return null
  return (
    <div className="stack tight">
      <h4 className="label">{t.changes}</h4>
      <Difference before={before} after={after} />
    </div>
  )
}
