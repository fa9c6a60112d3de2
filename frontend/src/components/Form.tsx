import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Form as AriaForm, FormContext } from 'react-aria-components'
import { common, conflict, form as t } from '@/lib/messages/common'
import { fieldProblemWords } from '@/lib/messages/problems'
import { type ApiProblem, fieldName } from '@/lib/problem'
import { Button } from './Button'
import { Icon } from './icons'
import { Note } from './Note'
import { ProblemNote } from './ProblemNote'

interface Fault {
  name: string
  words: string
}

/** A fault as the summary shows it: the field's label, and where to jump. */
interface Shown extends Fault {
  label: string
  target: HTMLElement | undefined
}

/**
 * A form whose faults are shown at their fields and in a summary that links there. `problem` is the server's answer;
 * its pointers find the fields by name. With `onConflict`, an answer that somebody else was first (412) offers to keep
 * one's own or to take the other's.
 */
export function Form({
  problem,
  onSubmit,
  onConflict,
  children,
  label,
}: {
  problem?: ApiProblem | null
  onSubmit: () => void
  onConflict?: { keepMine: () => void; takeOther: () => void }
  children: ReactNode
  label?: string
}) {
  const form = useRef<HTMLFormElement>(null)
  const [unreadable, setUnreadable] = useState<Fault[]>([])
  const faults = unreadable.length > 0 ? unreadable : faultsOf(problem)
  const { left, mend } = useMending(faults, unreadable.length > 0 ? unreadable : problem)
  const validationErrors = useSame(left)

  function submit() {
    const found = form.current ? unreadableIn(form.current) : []
    setUnreadable(found)
    if (found.length === 0) onSubmit()
  }

  return (
    // A form in a dialog that a form opens is its own: without this it would inherit, and send, the outer one.
    <FormContext.Provider value={null}>
      <AriaForm
        ref={form}
        className="stack"
        aria-label={label}
        validationBehavior="aria"
        validationErrors={validationErrors}
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          submit()
        }}
      >
        {faults.length > 0 && <Summary key={faults.map((fault) => fault.name).join()} faults={faults} />}
        {problem &&
          faults.length === 0 &&
          (problem.isConflict && onConflict ? <ConflictNote {...onConflict} /> : <ProblemNote problem={problem} />)}
        <div className="stack" onInput={mend}>
          {children}
        </div>
      </AriaForm>
    </FormContext.Provider>
  )
}

/** The same object as long as it says the same: a new one would draw every field of the form again, for each letter. */
function useSame(faults: readonly Fault[]): Record<string, string> {
  const said = JSON.stringify(faults.map(({ name, words }) => [name, words]))
  return useMemo(() => Object.fromEntries(JSON.parse(said) as [string, string][]), [said])
}

/**
 * The faults whose fields have not been typed in since they were told. A fault goes while one types and not when one
 * leaves the field: then the page would move under the press of a button.
 */
function useMending(faults: readonly Fault[], told: unknown) {
  const [mended, setMended] = useState<{ told: unknown; names: readonly string[] }>({ told, names: [] })
  const names = mended.told === told ? mended.names : []
  return {
    left: faults.filter((fault) => !names.includes(fault.name)),
    mend: (event: FormEvent) => {
      const name = (event.target as HTMLElement).closest<HTMLElement>('[data-field]')?.dataset.field
      if (name !== undefined && !names.includes(name)) setMended({ told, names: [...names, name] })
    },
  }
}

/** The row of buttons at a form's end: the way out first, where there is one. */
export function FormActions({ onCancel, children }: { onCancel?: () => void; children: ReactNode }) {
  return (
    <div className="acts">
      {onCancel && (
        <Button look="plain" onPress={onCancel}>
          {common.cancel}
        </Button>
      )}
      {children}
    </div>
  )
}

function Summary({ faults }: { faults: readonly Fault[] }) {
  const note = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<Shown[]>([])
  useEffect(() => {
    const form = note.current?.closest('form')
    if (!form) return
    // The labels are read from the page: the fields may be anywhere in the form, and only they know what they are called.
    setShown(faults.map((fault) => ({ ...fault, ...placeOf(form, fault.name) })))
    note.current?.focus()
  }, [faults.length]) // eslint-disable-line react-hooks/exhaustive-deps -- the key makes a new summary for new faults

  return (
    <div className="note bad" role="alert" tabIndex={-1} ref={note}>
      <Icon name="warn" />
      <div>
        <strong>{t.summary(faults.length)}</strong>
        <ul>
          {shown.map((fault) => (
            <li key={fault.name}>
              {fault.target ? (
                <a
                  href={`#${fault.target.id}`}
                  onClick={(event) => {
                    event.preventDefault()
                    fault.target?.focus()
                  }}
                >
                  {t.inField(fault.label, fault.words)}
                </a>
              ) : (
                t.inField(fault.label, fault.words)
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** Somebody else saved first; what one has written is still in the fields. */
export function ConflictNote({ keepMine, takeOther }: { keepMine: () => void; takeOther: () => void }) {
  return (
    <Note
      tone="bad"
      icon="differs"
      title={conflict.title}
      appears
      actions={
        <>
          <Button small onPress={keepMine}>
            {conflict.keepMine}
          </Button>
          <Button small look="plain" onPress={takeOther}>
            {conflict.takeOther}
          </Button>
        </>
      }
    >
      <p>{conflict.advice}</p>
    </Note>
  )
}

function faultsOf(problem: ApiProblem | null | undefined): Fault[] {
  return (problem?.fields ?? []).map((field) => ({
    name: fieldName(field.pointer),
    words: fieldProblemWords(field.code, field.detail),
  }))
}

function unreadableIn(form: HTMLFormElement): Fault[] {
  return [...form.querySelectorAll<HTMLElement>('[data-unreadable]')].map((field) => ({
    name: field.dataset.field ?? '',
    words: field.dataset.unreadable ?? '',
  }))
}

function placeOf(form: HTMLFormElement, name: string): { label: string; target: HTMLElement | undefined } {
  const fields = [...form.querySelectorAll<HTMLElement>('[data-field]')]
  const field = fields.find((each) => each.dataset.field === name)
  const label = field?.querySelector('.label')?.firstChild?.textContent ?? common.remark
  const target = field?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea, button')
  return { label, target: target ?? undefined }
}
