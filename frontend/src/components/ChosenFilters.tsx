import { type RefObject, useState } from 'react'
import { Button as AriaButton, Tag, TagGroup, TagList } from 'react-aria-components'
import { filtering as t } from '@/lib/messages/common'
import { Button } from './Button'
import { Icon } from './icons'

interface Chosen {
  id: string
  words: string
}

/** The filters that are on, each to be taken off; what is taken off is read out. */
export function ChosenFilters({
  chosen,
  onRemove,
  onClear,
  bar,
}: {
  chosen: readonly Chosen[]
  onRemove: (id: string) => void
  onClear: () => void
  /** Where the filters are set: the focus goes there when the last one is taken off. */
  bar: RefObject<HTMLElement | null>
}) {
  const [said, setSaid] = useState('')

  function take(words: string, act: () => void, isLast: boolean) {
    act()
    setSaid(words)
    if (isLast) bar.current?.querySelector<HTMLElement>('input, button')?.focus()
  }

  function remove(id: string) {
    const words = chosen.find((one) => one.id === id)?.words ?? ''
    take(t.removed(words), () => onRemove(id), chosen.length === 1)
  }

  return (
    <>
      <p className="vh" role="status">
        {said}
      </p>
      {chosen.length > 0 && (
        <div className="row chosen">
          <TagGroup aria-label={t.chosen} onRemove={(keys) => [...keys].map(String).forEach(remove)}>
            <TagList className="row" items={chosen}>
              {({ id, words }) => (
                <Tag id={id} textValue={words} className="chip on">
                  {words}
                  <AriaButton slot="remove" className="off">
                    <Icon name="close" />
                  </AriaButton>
                </Tag>
              )}
            </TagList>
          </TagGroup>
          <Button small look="plain" onPress={() => take(t.allRemoved, onClear, true)}>
            {t.clear}
          </Button>
        </div>
      )}
    </>
  )
}
