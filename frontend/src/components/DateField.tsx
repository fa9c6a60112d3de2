import { type FocusEvent, useState } from 'react'
import { Input, TextField as AriaTextField } from 'react-aria-components'
import { readTypedDate } from '@/lib/dates'
import { dates } from '@/lib/messages/common'
import { FieldLabel, FieldNotes, frameOf, type FieldProps } from './Field'

/**
 * A date, typed as åååå-mm-dd. `value` is the date, or what was typed while it is not one yet: nothing typed is lost,
 * and a Form does not send while a date cannot be read.
 */
export function DateField({
  value,
  onChange,
  ...field
}: FieldProps & { value: string; onChange: (value: string) => void }) {
  const [left, setLeft] = useState(false)
  const read = value === '' ? undefined : readTypedDate(value)
  const problem = read && 'problem' in read ? read.problem : undefined

  function leave(event: FocusEvent) {
    // On the way to a button nothing may move, or the press misses it; a Form tells it when it is sent.
    if (!(event.relatedTarget instanceof HTMLButtonElement)) setLeft(true)
    if (read && 'date' in read && read.date !== value) onChange(read.date)
  }

  return (
    <AriaTextField
      {...frameOf(field)}
      data-unreadable={problem}
      name={field.name}
      isDisabled={field.isDisabled}
      value={value}
      onChange={onChange}
      onBlur={leave}
      onFocus={() => setLeft(false)}
      validate={() => (left ? problem : undefined)}
      validationBehavior="aria"
      autoComplete="off"
    >
      <FieldLabel {...field} />
      <Input className="input" inputMode="numeric" placeholder={dates.placeholder} />
      <FieldNotes {...field} />
    </AriaTextField>
  )
}
