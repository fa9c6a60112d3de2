import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, CheckboxGroup, Radio, RadioGroup } from 'react-aria-components'
import { FieldLabel, FieldNotes, frameOf, type FieldProps } from './Field'
import { Icon, type IconName } from './icons'
import type { Option } from './Select'

interface Choice extends Option {
  icon?: IconName
}

/**
 * One of a handful, all in sight; the whole box is the target, and choices with details stand below each other. `value`
 * is null until something is chosen.
 */
export function Choices<Id extends string>({
  value,
  onChange,
  options,
  ...field
}: FieldProps & { value: Id | null; onChange: (id: Id) => void; options: readonly Choice[] }) {
  return (
    <RadioGroup
      {...frameOf(field)}
      name={field.name}
      isDisabled={field.isDisabled}
      value={value}
      onChange={(id) => onChange(id as Id)}
      orientation="horizontal"
    >
      <FieldLabel {...field} />
      <div className="choices">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="choice">
            <span className="radio" aria-hidden="true" />
            {option.icon && <Icon name={option.icon} />}
            <span>
              <span>{option.label}</span>
              {option.detail && <span className="cap blk">{option.detail}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes {...field} />
    </RadioGroup>
  )
}

/** Any number of a handful. */
export function Ticks({
  value,
  onChange,
  options,
  ...field
}: FieldProps & { value: readonly string[]; onChange: (ids: string[]) => void; options: readonly Option[] }) {
  return (
    <CheckboxGroup
      {...frameOf(field)}
      name={field.name}
      isDisabled={field.isDisabled}
      value={[...value]}
      onChange={onChange}
    >
      <FieldLabel {...field} />
      <div className="choices">
        {options.map((option) => (
          <AriaCheckbox key={option.id} value={option.id} className="choice">
            <TickBox />
            {option.label}
          </AriaCheckbox>
        ))}
      </div>
      <FieldNotes {...field} />
    </CheckboxGroup>
  )
}

/** Yes or no to one thing. */
export function Checkbox({
  label,
  value,
  onChange,
  isDisabled,
  isPartly,
}: {
  label: ReactNode
  value: boolean
  onChange: (value: boolean) => void
  isDisabled?: boolean
  /** It stands for several, of which some are chosen. */
  isPartly?: boolean
}) {
  return (
    <AriaCheckbox
      className="tick"
      isSelected={value}
      isIndeterminate={isPartly}
      onChange={onChange}
      isDisabled={isDisabled}
    >
      <TickBox />
      {label}
    </AriaCheckbox>
  )
}

/** The box of a tick, drawn; the real one is whatever it stands in. */
export function TickBox() {
  return (
    <span className="tickbox" aria-hidden="true">
      <Icon name="check" />
    </span>
  )
}
