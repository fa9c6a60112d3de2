import { previewText } from '@/api/preview'
import { MarkdownEditor } from '@/components/MarkdownEditor'
import { response as names, section as t } from '@/lib/messages/response'
import { type Response, type Section, type SectionContent, writeSection } from './api'
import { Citations } from './Citations'
import { withReply } from './input'
import { InputSection } from './InputSection'
import { PartPane } from './PartPane'
import { PartSheet } from './PartSheet'
import { AlsoHere } from './readthrough/AlsoHere'
import { Commented } from './readthrough/Commented'
import { PartHistory } from './readthrough/PartHistory'
import { type SaveNow, usePart } from './usePart'

/** Writes one of the parts that are no answers: the introduction, the plans cited, the closing words. */
export function SectionPart({
  response,
  section,
  onOpen,
}: {
  response: Response
  section: Section
  onOpen: (saveNow: SaveNow) => () => void
}) {
  const { kind } = section
  const part = usePart<SectionContent>({
    response,
    name: kind,
    find: ({ sections }) => sections.find((other) => other.kind === kind) ?? section,
    patch: (now, { version, content }) => ({
      ...now,
      sections: now.sections.map((other) => (other.kind === kind ? { ...other, version, content } : other)),
    }),
    save: (content, version) => writeSection(response.id, kind, content, version),
    onOpen,
  })
  const { text } = part.content
  const name = names.sections[kind]
  return (
    <>
      <PartPane name={name} part={part} words={(content) => content.text}>
        <AlsoHere responseId={response.id} part={kind} />
        <Commented response={response} part={kind}>
          <MarkdownEditor
            label={t.text}
            help={t.help[kind]}
            value={text}
            onChange={(changed) => part.change({ text: changed })}
            preview={previewText}
            rows={14}
          />
        </Commented>
        <PartHistory
          responseId={response.id}
          part={kind}
          text={text}
          onUse={(changed) => part.change({ text: changed })}
        />
        {kind === 'control_plan' && <Citations response={response} answerId={null} things={['risk', 'control']} />}
        {kind === 'operational_plan' && <Citations response={response} answerId={null} things={['action']} />}
        {kind === 'introduction' && (
          <InputSection
            response={response}
            answerId={null}
            takeIn={(reply) => {
              part.change({ text: withReply(text, reply) })
              return part.saveNow()
            }}
          />
        )}
      </PartPane>
      <PartSheet response={response} heading={kind === 'introduction' ? response.content.title : name} text={text} />
    </>
  )
}
