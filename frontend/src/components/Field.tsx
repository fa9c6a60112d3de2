import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { common } from '@/lib/messages/common'

/** What every field has. */
export interface FieldProps {
  label: string
  /** The JSON pointer of what the field fills, without its first slash: server errors find their field by it. */
  name?: string
  help?: ReactNode
  /** A way to what the field is about, at its label's other end. */
  beside?: ReactNode
  /** May be left empty. Said at the label, since most fields may not. */
  optional?: boolean
  /** Columns of six in a `.form` grid; two when not given. */
  width?: 3 | 4 | 6
  isDisabled?: boolean
}

/** The attributes of a field's outermost element, by which the form's summary finds it. */
export function frameOf({ name, width }: FieldProps): { className: string; 'data-field'?: string } {
  return { className: width ? `field w${width}` : 'field', ...(name ? { 'data-field': name } : {}) }
}

export function FieldLabel({ label, optional, beside }: Pick<FieldProps, 'label' | 'optional' | 'beside'>) {
  const written = (
    <Label className="label">
      {label}
      {optional && <span className="cap"> ({common.optional})</span>}
    </Label>
  )
  return beside ? (
    <div className="label-row">
      {written}
      {beside}
    </div>
  ) : (
    written
  )
}

export function FieldNotes({ help }: Pick<FieldProps, 'help'>) {
  return (
    <>
      {help && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <FieldError className="help bad" />
    </>
  )
}
