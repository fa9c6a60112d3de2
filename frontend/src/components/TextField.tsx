import { Input, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components'
import { FieldLabel, FieldNotes, frameOf, type FieldProps } from './Field'

interface TextProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  isReadOnly?: boolean
  maxLength?: number
  autoFocus?: boolean
}

/** One line of text. */
export function TextField({
  value,
  onChange,
  type,
  autoComplete,
  ...field
}: TextProps & { type?: 'email' | 'password' | 'text'; autoComplete?: string }) {
  return (
    <AriaTextField
      {...frameOf(field)}
      {...behaviourOf(field)}
      value={value}
      onChange={onChange}
      type={type ?? 'text'}
      autoComplete={autoComplete ?? 'off'}
    >
      <FieldLabel {...field} />
      <Input className="input" />
      <FieldNotes {...field} />
    </AriaTextField>
  )
}

/** Several lines of plain text. People's own words with form go in a MarkdownEditor. */
export function TextArea({ value, onChange, rows = 4, ...field }: TextProps & { rows?: number }) {
  return (
    <AriaTextField {...frameOf(field)} {...behaviourOf(field)} value={value} onChange={onChange}>
      <FieldLabel {...field} />
      <AriaTextArea className="input" rows={rows} />
      <FieldNotes {...field} />
    </AriaTextField>
  )
}

function behaviourOf({ name, isDisabled, isReadOnly, maxLength, autoFocus }: Omit<TextProps, 'value' | 'onChange'>) {
  return { name, isDisabled, isReadOnly, maxLength, autoFocus }
}
