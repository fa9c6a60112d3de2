import type { ReactNode } from 'react'
import {
  Autocomplete,
  Button as AriaButton,
  Dialog as AriaDialog,
  DialogTrigger,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField as AriaSearchField,
  Text,
  ToggleButton,
  useFilter,
} from 'react-aria-components'
import { common, filtering as t } from '@/lib/messages/common'
import { TickBox } from './Choices'
import { Icon } from './icons'
import type { Option } from './Select'

const fewOptions = 8

/**
 * One filter of a list: a chip whose list of values opens. What is chosen applies at once. `options` may come later than
 * the chip; `onOpen` tells when they are wanted.
 */
export function FilterChip<Id extends string>({
  label,
  options,
  chosen,
  onChange,
  single = false,
  onOpen,
}: {
  label: string
  options: readonly Option[] | undefined
  chosen: readonly Id[]
  onChange: (chosen: Id[]) => void
  /** Only one at a time. */
  single?: boolean
  onOpen?: () => void
}) {
  return (
    <DialogTrigger onOpenChange={(open) => open && onOpen?.()}>
      <AriaButton className={chosen.length > 0 ? 'chip on' : 'chip'}>
        {label}
        {chosen.length > 0 && (
          <b>
            {chosen.length}
            <span className="vh"> {t.chosenCount}</span>
          </b>
        )}
        <Icon name="down" />
      </AriaButton>
      <Popover className="pop" placement="bottom start">
        <AriaDialog className="choosing" aria-label={label}>
          {options === undefined ? (
            <p className="in cap">{common.loading}</p>
          ) : (
            <Findable isFindable={options.length > fewOptions} label={label}>
              <ListBox
                className="options"
                aria-label={label}
                items={options}
                selectionMode={single ? 'single' : 'multiple'}
                selectedKeys={chosen}
                // Escape closes the list; it is not to take off what is chosen.
                escapeKeyBehavior="none"
                onSelectionChange={(keys) => onChange(keys === 'all' ? [] : ([...keys] as Id[]))}
                renderEmptyState={() => <p className="in cap">{common.noHits}</p>}
              >
                {(option) => (
                  <ListBoxItem id={option.id} textValue={option.label} className="option ticked">
                    {single ? <span className="radio" aria-hidden="true" /> : <TickBox />}
                    <Text slot="label">{option.label}</Text>
                  </ListBoxItem>
                )}
              </ListBox>
            </Findable>
          )}
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  )
}

/** Many options are found by typing a part of one. */
function Findable({ isFindable, label, children }: { isFindable: boolean; label: string; children: ReactNode }) {
  const { contains } = useFilter({ sensitivity: 'base' })
  if (!isFindable) return children
  return (
    <Autocomplete filter={contains}>
      <AriaSearchField className="search" aria-label={t.find(label)} autoFocus>
        <Input className="input" placeholder={common.search} />
      </AriaSearchField>
      {children}
    </Autocomplete>
  )
}

/** A filter that is on or off. */
export function ToggleChip({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <ToggleButton className={on ? 'chip on' : 'chip'} isSelected={on} onChange={onChange}>
      {label}
    </ToggleButton>
  )
}
