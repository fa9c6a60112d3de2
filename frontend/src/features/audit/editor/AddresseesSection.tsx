import { DateField } from '@/components/DateField'
import { TextArea, TextField } from '@/components/TextField'
import { addressee as t, editor } from '@/lib/messages/audit'
import type { Committee } from '../api'
import { changedAddressee } from '../draft/committees'
import type { DraftAddressee } from '../draft/draft'
import { places } from '../draft/places'
import { type Editing, partOf } from './context'
import { Section } from './Section'
import { WhereFound } from './WhereFound'

/** Who is asked to respond: by when, what is asked, under which registry number of their own. */
export const AddresseesSection = partOf(
  ['addressees', 'committees'],
  function AddresseesSection({ organization, ...editing }: Editing & { organization: readonly Committee[] }) {
    const { addressees } = editing.draft
    return (
      <Section title={editor.addressees} count={addressees.length} help={editor.addresseesHelp} place="addressees">
        {addressees.length === 0 && <p className="sub">{editor.noAddressees}</p>}
        {addressees.map((addressee, place) => (
          <AddresseeRow
            key={addressee.id}
            addressee={addressee}
            place={place}
            organization={organization}
            {...editing}
          />
        ))}
      </Section>
    )
  },
)

const AddresseeRow = partOf(
  ['committees'],
  function AddresseeRow({
    addressee,
    place,
    organization,
    draft,
    change,
  }: Editing & { addressee: DraftAddressee; place: number; organization: readonly Committee[] }) {
    const committee = draft.committees.find(({ key }) => key === addressee.committee)
    const pattern = organization.find(({ id }) => id === committee?.link)?.content.registryNumberPattern
    const name = (field: string) => `addressees/${place}/${field}`
    const set = (part: Partial<DraftAddressee>) => change((now) => changedAddressee(now, addressee.id, part))
    const called = editor.committeeAt(committee?.name ?? '', place + 1)
    return (
      <div className="form lined" role="group" aria-label={called}>
        <div className="label-row w6">
          <h3>{called}</h3>
          <WhereFound label={called} at={[places.addressee(addressee.id)]} />
        </div>
        <DateField
          label={t.dueDate}
          beside={<WhereFound label={t.dueDate} at={['responseDue']} />}
          name={name('responseDue')}
          help={addressee.extension && editor.hasExtension(addressee.extension.newDate)}
          value={addressee.responseDue}
          onChange={(responseDue) => set({ responseDue })}
        />
        <TextField
          label={t.registryNumber}
          name={name('registryNumber')}
          help={pattern && t.pattern(pattern)}
          value={addressee.registryNumber}
          onChange={(registryNumber) => set({ registryNumber })}
        />
        <TextArea
          label={t.asked}
          name={name('asked')}
          rows={1}
          value={addressee.asked}
          onChange={(asked) => set({ asked })}
        />
      </div>
    )
  },
)
