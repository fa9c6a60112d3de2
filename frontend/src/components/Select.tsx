import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components'
import { common } from '@/lib/messages/common'
import { FieldLabel, FieldNotes, frameOf, type FieldProps } from './Field'
import { Icon } from './icons'

export interface Option {
  id: string
  label: string
  /** A few words more, shown under the label. */
  detail?: string
}

/** The options of a set of codes with their words, in the glossary's order. */
export function optionsOf(words: Record<string, string>): Option[] {
  return Object.entries(words).map(([id, label]) => ({ id, label }))
}

/** One of a few. */
export function Select<Id extends string>({
  value,
  onChange,
  options,
  placeholder = common.choose,
  ...field
}: FieldProps & {
  value: Id | null
  onChange: (id: Id) => void
  options: readonly Option[]
  placeholder?: string
}) {
  return (
    <AriaSelect
      {...frameOf(field)}
      name={field.name}
      isDisabled={field.isDisabled}
      value={value}
      onChange={(id) => id !== null && onChange(String(id) as Id)}
      placeholder={placeholder}
    >
      <FieldLabel {...field} />
      <AriaButton className="select">
        <SelectValue>{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
      </AriaButton>
      <FieldNotes {...field} />
      <Popover className="pop">
        <OptionList options={options} />
      </Popover>
    </AriaSelect>
  )
}

/** One of many, found by typing a part of it. */
export function ComboBox<Id extends string>({
  value,
  onChange,
  options,
  ...field
}: FieldProps & { value: Id | null; onChange: (id: Id | null) => void; options: readonly Option[] }) {
  return (
    <AriaComboBox
      {...frameOf(field)}
      name={field.name}
      isDisabled={field.isDisabled}
      value={value}
      onChange={(id) => onChange(id === null ? null : (String(id) as Id))}
      defaultItems={options}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <FieldLabel {...field} />
      <div className="combo">
        <Input className="input" />
        <AriaButton className="btn plain s sq">
          <Icon name="down" />
        </AriaButton>
      </div>
      <FieldNotes {...field} />
      <Popover className="pop">
        <ListBox className="options" renderEmptyState={() => <p className="cap">{common.noHits}</p>}>
          {(option: Option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

function OptionList({ options }: { options: readonly Option[] }) {
  return (
    <ListBox className="options" items={options}>
      {(option) => <OptionItem option={option} />}
    </ListBox>
  )
}

function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className="option">
      <Text slot="label">{option.label}</Text>
      {option.detail && (
        <Text slot="description" className="cap">
          {option.detail}
        </Text>
      )}
    </ListBoxItem>
  )
}
