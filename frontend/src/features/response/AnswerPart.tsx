import { previewText } from '@/api/preview'
import { Confidentiality } from '@/components/Confidentiality'
import { MarkdownEditor } from '@/components/MarkdownEditor'
import { TextArea } from '@/components/TextField'
import { answer as t, response as names, statement } from '@/lib/messages/response'
import { values } from '@/lib/messages/values'
import { type Answer, type AnswerContent, type Response, writeAnswer } from './api'
import { AnswerRemoval } from './AnswerRemoval'
import { Citations } from './Citations'
import { InputSection } from './InputSection'
import { MeasureSection } from './MeasureSection'
import { withReply } from './input'
import { PartPane } from './PartPane'
import { PartSheet } from './PartSheet'
import { answerName } from './parts'
import { AlsoHere } from './readthrough/AlsoHere'
import { Commented } from './readthrough/Commented'
import { PartHistory } from './readthrough/PartHistory'
import { StanceFields } from './StanceFields'
import { type SaveNow, usePart } from './usePart'

/** Writes one answer, beside how it becomes. */
export function AnswerPart({
  response,
  answer,
  onOpen,
}: {
  response: Response
  answer: Answer
  onOpen: (saveNow: SaveNow) => () => void
}) {
  const part = usePart<AnswerContent>({
    response,
    name: answer.id,
    // One that somebody has taken away meanwhile stays as it was read: the save tells.
    find: ({ answers }) => answers.find(({ id }) => id === answer.id) ?? answer,
    patch: (now, { version, content }) => ({
      ...now,
      answers: now.answers.map((other) => (other.id === answer.id ? { ...other, version, content } : other)),
    }),
    save: (content, version) => writeAnswer(answer.id, content, version),
    onOpen,
  })
  const { content } = part
  const set = (changes: Partial<AnswerContent>) => part.change({ ...content, ...changes })
  const name = answerName(answer)
  return (
    <>
      <PartPane name={name} part={part} words={wordsOf}>
        <Confidentiality
          thing="answer"
          id={answer.id}
          name={names.answerTo(name)}
          ground={answer.confidentialGround}
          mayMark={response.may.includes('mark_confidential')}
        />
        {answer.recommendations.map(({ id, text }) => (
          <blockquote key={id} className="words said">
            {text}
          </blockquote>
        ))}
        {content.statement !== null && (
          <TextArea
            label={statement.words}
            help={statement.wordsHelp}
            value={content.statement}
            onChange={(words) => set({ statement: words })}
            maxLength={4000}
          />
        )}
        <StanceFields response={response} content={content} set={set} />
        <AlsoHere responseId={response.id} part={answer.id} />
        <Commented response={response} part={answer.id}>
          <MarkdownEditor
            label={t.text}
            value={content.text}
            onChange={(text) => set({ text })}
            preview={previewText}
          />
        </Commented>
        <PartHistory responseId={response.id} part={answer.id} text={content.text} onUse={(text) => set({ text })} />
        <MeasureSection response={response} answer={answer} />
        <Citations response={response} answerId={answer.id} things={['risk', 'control', 'action']} />
        <InputSection
          response={response}
          answerId={answer.id}
          takeIn={(reply) => {
            set({ text: withReply(content.text, reply) })
            return part.saveNow()
          }}
        />
        <AnswerRemoval response={response} answer={answer} saveNow={part.saveNow} />
      </PartPane>
      <PartSheet
        response={response}
        heading={name}
        quoted={content.statement === null ? answer.recommendations.map(({ text }) => text) : [content.statement]}
        content={content}
        text={content.text}
        measures={answer.measures}
      />
    </>
  )
}

function wordsOf({ stance, text }: AnswerContent): string {
  return [stance && values.stance[stance], text].filter(Boolean).join('\n\n')
}
