import { previewText } from '@/api/preview'
import { Ticks } from '@/components/Choices'
import { MarkdownEditor } from '@/components/MarkdownEditor'
import { optionsOf } from '@/components/Select'
import { memorandum as t } from '@/lib/messages/memorandum'
import {
  type MemorandumInclusion,
  type MemorandumSection,
  type MemorandumSectionContent,
  type Response,
  writeMemorandumSection,
} from '../api'
import { PartPane } from '../PartPane'
import { PartSheet } from '../PartSheet'
import { AlsoHere } from '../readthrough/AlsoHere'
import { Commented } from '../readthrough/Commented'
import { PartHistory } from '../readthrough/PartHistory'
import { type SaveNow, usePart } from '../usePart'
import { Inclusion } from './Inclusion'
import { ledProposals } from './proposals'

/** Writes one section of the memorandum, beside what it takes in from the response. */
export function MemorandumPart({
  response,
  section,
  onOpen,
}: {
  response: Response
  section: MemorandumSection
  onOpen: (saveNow: SaveNow) => () => void
}) {
  const { id, heading, kind } = section
  const part = usePart<MemorandumSectionContent>({
    response,
    name: id,
    // One that somebody has taken away meanwhile stays as it was read: the save tells.
    find: ({ memorandum }) => memorandum?.sections.find((other) => other.id === id) ?? section,
    patch: (now, { version, content }) => ({
      ...now,
      memorandum: now.memorandum && {
        ...now.memorandum,
        sections: now.memorandum.sections.map((other) => (other.id === id ? { ...other, version, content } : other)),
      },
    }),
    save: (content, version) => writeMemorandumSection(id, content, version),
    onOpen,
  })
  const { content } = part
  const set = (changes: Partial<MemorandumSectionContent>) => part.change({ ...content, ...changes })
  const lead = response.memorandum?.decisionLead ?? ''
  return (
    <>
      <PartPane name={heading} part={part} words={wordsOf}>
        <AlsoHere responseId={response.id} part={id} />
        <Commented response={response} part={id}>
          <MarkdownEditor
            label={t.text}
            help={helpOf(kind, lead)}
            value={content.text}
            onChange={(text) => set({ text })}
            preview={previewText}
          />
        </Commented>
        <PartHistory responseId={response.id} part={id} text={content.text} onUse={(text) => set({ text })} />
        <Ticks
          label={t.includes}
          help={t.includesHelp}
          value={content.includes}
          onChange={(includes) => set({ includes: includes as MemorandumInclusion[] })}
          options={optionsOf(t.inclusions)}
        />
        {content.includes.map((what) => (
          <Inclusion key={what} what={what} response={response} />
        ))}
      </PartPane>
      <PartSheet
        response={response}
        kind={response.memorandum?.name}
        documentPart="memorandum"
        heading={heading}
        text={pictureOf(section, content, lead)}
      />
    </>
  )
}

function helpOf(kind: MemorandumSection['kind'], lead: string): string {
  if (kind === 'proposed_decision') return t.proposalHelp(lead)
  return kind === 'decision_basis' ? t.basisHelp : t.emptyHelp
}

/** The text as it is printed, with the names of what is taken in after it. */
function pictureOf({ kind }: MemorandumSection, content: MemorandumSectionContent, lead: string): string {
  const text = kind === 'proposed_decision' ? ledProposals(content.text, lead) : content.text
  return wordsOf({ ...content, text })
}

function wordsOf({ text, includes }: MemorandumSectionContent): string {
  return [text, ...includes.map((what) => `[${t.inclusions[what]}]`)].filter(Boolean).join('\n\n')
}
