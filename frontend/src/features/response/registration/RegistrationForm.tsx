import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, LinkButton } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { DateField } from '@/components/DateField'
import { Form } from '@/components/Form'
import { Note } from '@/components/Note'
import { optionsOf } from '@/components/Select'
import { TextField } from '@/components/TextField'
import { showToast } from '@/components/Toasts'
import { UnsavedChangesGuard } from '@/components/UnsavedChangesGuard'
import { formatInstant } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { common } from '@/lib/messages/common'
import { registration as t } from '@/lib/messages/registration'
import { values } from '@/lib/messages/values'
import { asProblem } from '@/lib/problem'
import { type Response, responseQuery } from '../api'
import { type Addressee, type Audit, registerDecided, setOriginal } from './api'
import {
  byChair,
  emptyDraft,
  type Outcome,
  recommendedTo,
  type RegistrationDraft,
  registrationOf,
  titleOver,
  withAnswer,
  withSeen,
} from './draft'
import { fromReading, type ReadAnswer, type ResponseReading } from './fromReading'
import { HandInDecided } from './HandInDecided'
import { ReadMark } from './ReadMark'
import { RegisteredAnswer } from './RegisteredAnswer'
import { useFile } from './useFile'
import { useKeptDraft } from './useKeptDraft'

const { adopted, adopted_with_changes, chair_decision } = values.decisionOutcome
const outcomes = optionsOf({ adopted, adopted_with_changes, chair_decision })

/** The decided response as it is entered: its file first, then the decision and what it answers; saved in one go. */
export function RegistrationForm({ audit, addressee }: { audit: Audit; addressee: Addressee }) {
  const [id] = useState(newId)
  const recommendations = recommendedTo(audit.content.recommendations, addressee.committeeId)
  const [empty] = useState(() => emptyDraft(recommendations))
  const [draft, setDraft] = useState(empty)
  const [read, setRead] = useState<{ registryNumber: string | null; count: number; unplaced: ReadAnswer[] }>()
  const decided = useFile(take)
  const isDirty = draft !== empty
  const kept = useKeptDraft(addressee.id, draft, isDirty)
  const leave = useLeave(audit.id)
  const { mutate, error, isPending, isSuccess } = useMutation({
    mutationFn: async () => {
      const response = await registerDecided(registrationOf(id, addressee.id, titleOver(audit.content.title), draft))
      const file = decided.file
      const withFile = file && (await setOriginal(response, file).catch(() => undefined))
      return { response: withFile ?? response, fileIsLeft: file !== undefined && !withFile }
    },
    onSuccess: (saved) => {
      kept.drop()
      return leave(saved)
    },
  })

  function take(reading: ResponseReading) {
    const { draft: filled, unplaced } = fromReading(draft, reading, recommendations)
    setDraft(filled)
    setRead({ registryNumber: reading.registryNumber, count: filled.unseen.length, unplaced })
  }

  const set = (part: Partial<RegistrationDraft>, ...seen: string[]) =>
    setDraft((now) => withSeen({ ...now, ...part }, ...seen))
  const seen = (name: string) => setDraft((now) => withSeen(now, name))
  return (
    <>
      <UnsavedChangesGuard when={!isSuccess && isDirty} />
      <div className="stack">
        {kept.offered && !isDirty && (
          <KeptRegistration
            at={kept.offered.at}
            onUse={() => {
              if (kept.offered) setDraft(kept.offered.content)
              kept.settle()
            }}
            onDrop={kept.settle}
          />
        )}
        <HandInDecided decided={decided} readCount={read?.count ?? 0} />
        <Form problem={error && asProblem(error)} onSubmit={() => mutate()}>
          <DecisionFields
            draft={draft}
            set={set}
            onSeen={seen}
            addressee={addressee}
            read={read?.registryNumber ?? null}
          />
          <section className="stack" aria-labelledby="svar">
            <div>
              <h2 id="svar">{t.answers}</h2>
              <p className="sub">{recommendations.length > 0 ? t.answersHelp : t.none}</p>
            </div>
            {read && read.unplaced.length > 0 && <Unplaced answers={read.unplaced} />}
            {recommendations.map((recommendation) => {
              const answer = draft.answers.find(({ recommendationId }) => recommendationId === recommendation.id)
              return (
                answer && (
                  <RegisteredAnswer
                    key={recommendation.id}
                    recommendation={recommendation}
                    answer={answer}
                    unseen={draft.unseen}
                    onChange={(changed, ...looked) => setDraft((now) => withSeen(withAnswer(now, changed), ...looked))}
                    onSeen={seen}
                  />
                )
              )
            })}
          </section>
          <div className="foot-bar panel">
            <p className="sub grow">{draft.unseen.length > 0 ? t.leftToSee(draft.unseen.length) : t.help}</p>
            <LinkButton look="plain" to="/granskningar/$id" params={{ id: audit.id }}>
              {common.cancel}
            </LinkButton>
            <Button look="go" type="submit" isPending={isPending}>
              {t.save}
            </Button>
          </div>
        </Form>
      </div>
    </>
  )
}

interface Fields {
  draft: RegistrationDraft
  set: (part: Partial<RegistrationDraft>, ...seen: string[]) => void
  onSeen: (name: string) => void
}

function DecisionFields({
  draft,
  set,
  onSeen,
  addressee,
  read,
}: Fields & { addressee: Addressee; read: string | null }) {
  const chair = byChair(draft.outcome)
  const mark = (name: string, label: string) => (
    <ReadMark name={name} label={label} unseen={draft.unseen} onSeen={onSeen} />
  )
  return (
    <section className="panel in stack narrow" aria-labelledby="beslutet">
      <h2 id="beslutet">{t.decision}</h2>
      <dl className="kv">
        <dt>{t.registryNumber}</dt>
        <dd>{addressee.registryNumber || <span className="dim">{t.noRegistryNumber}</span>}</dd>
      </dl>
      {read && read !== addressee.registryNumber && <p className="sub">{t.otherRegistryNumber(read)}</p>}
      <Choices<Outcome>
        label={t.outcome}
        name="decision/outcome"
        value={draft.outcome}
        onChange={(outcome) => set({ outcome })}
        options={outcomes}
      />
      <DateField
        label={t.date}
        name="decision/date"
        value={draft.date}
        onChange={(date) => set({ date }, 'decision/date')}
      />
      {mark('decision/date', t.date)}
      <TextField
        label={t.paragraph}
        name="decision/paragraph"
        help={t.paragraphHelp}
        optional={chair}
        value={draft.paragraph}
        onChange={(paragraph) => set({ paragraph }, 'decision/paragraph')}
        maxLength={20}
      />
      {mark('decision/paragraph', t.paragraph)}
      {chair && (
        <TextField
          label={t.delegation}
          name="decision/delegation"
          help={t.delegationHelp}
          optional
          value={draft.delegation}
          onChange={(delegation) => set({ delegation })}
          maxLength={500}
        />
      )}
      <DateField
        label={t.deliveredOn}
        name="deliveredOn"
        help={t.deliveredHelp}
        optional
        value={draft.deliveredOn}
        onChange={(deliveredOn) => set({ deliveredOn })}
      />
    </section>
  )
}

/** What was read and belongs nowhere, for the person to place. */
function Unplaced({ answers }: { answers: readonly ReadAnswer[] }) {
  return (
    <Note tone="warn" title={t.unplaced}>
      <p>{t.unplacedHelp}</p>
      {answers.map(({ number, recommendation, text }, place) => (
        <div key={place} className="stack tight">
          <p className="cap">{[number, recommendation].filter(Boolean).join(' ')}</p>
          <p className="words small written">{text}</p>
        </div>
      ))}
    </Note>
  )
}

function KeptRegistration({ at, onUse, onDrop }: { at: string; onUse: () => void; onDrop: () => void }) {
  return (
    <Note
      tone="warn"
      appears
      title={t.keptTitle}
      actions={
        <>
          <Button small onPress={onUse}>
            {t.useKept}
          </Button>
          <Button small look="plain" onPress={onDrop}>
            {t.dropKept}
          </Button>
        </>
      }
    >
      <p>{t.keptHelp(formatInstant(at))}</p>
    </Note>
  )
}

interface Saved {
  response: Response
  /** The response is registered, but its file did not come through. */
  fileIsLeft: boolean
}

function useLeave(auditId: string): (saved: Saved) => Promise<void> {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return async ({ response, fileIsLeft }) => {
    showToast(fileIsLeft ? { tone: 'bad', title: t.fileLeft, detail: t.fileLeftHelp } : { tone: 'ok', title: t.done })
    queryClient.setQueryData(responseQuery(response.id).queryKey, response)
    await navigate({ to: '/yttranden/$id', params: { id: response.id }, ignoreBlocker: true })
    void queryClient.invalidateQueries({ queryKey: ['audits', auditId] })
    void queryClient.invalidateQueries({ queryKey: ['followup'] })
    await queryClient.invalidateQueries({ queryKey: ['responses', 'list'] })
  }
}
