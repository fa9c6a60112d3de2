import { Input, NumberField as AriaNumberField } from 'react-aria-components'
import { FieldLabel, FieldNotes, frameOf, type FieldProps } from './Field'

/** A whole number; null where nothing is written. */
export function NumberField({
  value,
  onChange,
  min,
  max,
  ...field
}: FieldProps & { value: number | null; onChange: (value: number | null) => void; min?: number; max?: number }) {
  return (
    <AriaNumberField
      {...frameOf(field)}
      name={field.name}
      isDisabled={field.isDisabled}
      value={value ?? NaN}
      onChange={(typed) => onChange(Number.isNaN(typed) ? null : typed)}
      minValue={min}
      maxValue={max}
      formatOptions={{ maximumFractionDigits: 0 }}
    >
      <FieldLabel {...field} />
      <Input className="input" />
      <FieldNotes {...field} />
    </AriaNumberField>
  )
}
