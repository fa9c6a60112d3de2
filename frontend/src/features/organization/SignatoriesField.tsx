import { Button, IconButton } from '@/components/Button'
import { DateField } from '@/components/DateField'
import { optionsOf, Select } from '@/components/Select'
import { TextField } from '@/components/TextField'
import { today } from '@/lib/dates'
import { newId } from '@/lib/ids'
import { committee as t } from '@/lib/messages/organization'
import type { CommitteeContent } from './api'

type Signatory = CommitteeContent['signatories'][number]

/** Who signs for the committee, and in which term of office. */
export function SignatoriesField({
  value,
  onChange,
  isReadOnly,
}: {
  value: Signatory[]
  onChange: (signatories: Signatory[]) => void
  isReadOnly: boolean
}) {
  function replace(id: string, part: Partial<Signatory>) {
    onChange(value.map((signatory) => (signatory.id === id ? { ...signatory, ...part } : signatory)))
  }

  return (
    <fieldset className="field" data-field="signatories">
      <legend className="label">{t.signatories}</legend>
      <p className="help">{t.signatoriesHelp}</p>
      {value.map((signatory, place) => (
        <SignatoryRow
          key={signatory.id}
          signatory={signatory}
          place={place}
          isReadOnly={isReadOnly}
          set={(part) => replace(signatory.id, part)}
          remove={() => onChange(value.filter(({ id }) => id !== signatory.id))}
        />
      ))}
      {!isReadOnly && (
        <div className="row">
          <Button small look="plain" icon="plus" onPress={() => onChange([...value, newSignatory()])}>
            {t.addSignatory}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

function SignatoryRow({
  signatory,
  place,
  isReadOnly,
  set,
  remove,
}: {
  signatory: Signatory
  place: number
  isReadOnly: boolean
  set: (part: Partial<Signatory>) => void
  remove: () => void
}) {
  const name = (field: string) => `signatories/${place}/${field}`
  return (
    <div className="form with-end lined" role="group" aria-label={t.signatoryAt(place + 1)}>
      <Select
        label={t.role}
        name={name('role')}
        value={signatory.role}
        onChange={(role) => set({ role, title: titleAfter(signatory, role) })}
        options={optionsOf(t.signatoryRoles)}
        isDisabled={isReadOnly}
      />
      <TextField
        label={t.personName}
        name={name('name')}
        value={signatory.name}
        onChange={(personName) => set({ name: personName })}
        isReadOnly={isReadOnly}
      />
      <TextField
        label={t.printedTitle}
        name={name('title')}
        value={signatory.title}
        onChange={(title) => set({ title })}
        isReadOnly={isReadOnly}
      />
      <DateField
        label={t.from}
        name={name('from')}
        value={signatory.from}
        onChange={(from) => set({ from })}
        isDisabled={isReadOnly}
      />
      <DateField
        label={t.until}
        name={name('until')}
        help={t.untilHelp}
        optional
        value={signatory.until ?? ''}
        onChange={(until) => set({ until: until || null })}
        isDisabled={isReadOnly}
      />
      {!isReadOnly && <IconButton label={t.removeSignatory(place + 1)} icon="close" small={false} onPress={remove} />}
    </div>
  )
}

function newSignatory(): Signatory {
  return { id: newId(), role: 'chair', name: '', title: t.signatoryRoles.chair, from: today(), until: null }
}

/** The printed title follows the role until somebody writes another. */
function titleAfter(signatory: Signatory, role: Signatory['role']): string {
  return signatory.title === t.signatoryRoles[signatory.role] ? t.signatoryRoles[role] : signatory.title
}
