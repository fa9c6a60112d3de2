import { useState } from 'react'
import { Input, Label, SearchField as AriaSearchField } from 'react-aria-components'
import { IconButton } from './Button'
import { common } from '@/lib/messages/common'

/** Searches when Enter is pressed or the field is cleared; the words live in the address, `value` is what stands there. */
export function SearchField({
  label,
  value,
  onSearch,
}: {
  label: string
  value: string
  onSearch: (words: string) => void
}) {
  const [typed, setTyped] = useState(value)
  return (
    <AriaSearchField
      className="search"
      value={typed}
      onChange={setTyped}
      onSubmit={onSearch}
      onClear={() => onSearch('')}
    >
      <Label className="vh">{label}</Label>
      <Input className="input" placeholder={label} />
      {typed !== '' && <IconButton label={common.clear} icon="close" />}
    </AriaSearchField>
  )
}
