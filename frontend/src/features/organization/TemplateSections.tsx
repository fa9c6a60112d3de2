import { useEffect, useRef } from 'react'
import { Button, IconButton } from '@/components/Button'
import { Ticks } from '@/components/Choices'
import { optionsOf, Select } from '@/components/Select'
import { TextArea, TextField } from '@/components/TextField'
import { newId } from '@/lib/ids'
import { memorandum, template as t } from '@/lib/messages/memorandum'
import type { MemorandumTemplateSection } from './api'
import { moved } from './moved'

type Section = MemorandumTemplateSection

/** The template's sections in the order that they are printed. */
export function TemplateSections({
  value,
  onChange,
  isReadOnly,
}: {
  value: Section[]
  onChange: (sections: Section[]) => void
  isReadOnly: boolean
}) {
  const list = useRef<HTMLFieldSetElement>(null)
  const added = useRef<string>(undefined)

  useEffect(() => {
    if (added.current === undefined) return
    list.current?.querySelector<HTMLElement>(`[data-section="${added.current}"] input`)?.focus()
    added.current = undefined
  }, [value])

  function add() {
    const section: Section = { id: newId(), kind: 'other', heading: '', text: '', includes: [] }
    added.current = section.id
    onChange([...value, section])
  }

  return (
    <fieldset className="field" data-field="sections" ref={list}>
      <legend className="label">{t.sections}</legend>
      <p className="help">{t.placeholders}</p>
      {value.map((section, place) => (
        <SectionFields
          key={section.id}
          section={section}
          place={place}
          last={value.length - 1}
          isReadOnly={isReadOnly}
          set={(part) => onChange(value.map((other) => (other.id === section.id ? { ...other, ...part } : other)))}
          move={(by) => onChange(moved(value, place, by))}
          remove={() => onChange(value.filter(({ id }) => id !== section.id))}
        />
      ))}
      {!isReadOnly && (
        <div className="row">
          <Button small look="plain" icon="plus" onPress={add}>
            {t.add}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

function SectionFields({
  section,
  place,
  last,
  isReadOnly,
  set,
  move,
  remove,
}: {
  section: Section
  place: number
  last: number
  isReadOnly: boolean
  set: (part: Partial<Section>) => void
  move: (by: -1 | 1) => void
  remove: () => void
}) {
  const name = (field: string) => `sections/${place}/${field}`
  const called = section.heading || t.unnamed
  return (
    <div
      className="lined stack tight"
      role="group"
      aria-label={t.sectionAt(place + 1, section.heading)}
      data-section={section.id}
    >
      {!isReadOnly && (
        <div className="row far">
          <span className="cap">{t.sectionAt(place + 1, '')}</span>
          <span className="row">
            <IconButton label={t.up(called)} icon="up" isDisabled={place === 0} onPress={() => move(-1)} />
            <IconButton label={t.down(called)} icon="down" isDisabled={place === last} onPress={() => move(1)} />
            <IconButton label={t.remove(called)} icon="close" isDisabled={last === 0} onPress={remove} />
          </span>
        </div>
      )}
      <div className="form">
        <TextField
          label={t.heading}
          name={name('heading')}
          width={3}
          value={section.heading}
          onChange={(heading) => set({ heading })}
          isReadOnly={isReadOnly}
        />
        <Select
          label={t.kind}
          name={name('kind')}
          width={3}
          value={section.kind}
          onChange={(kind) => set({ kind })}
          options={optionsOf(memorandum.kinds)}
          isDisabled={isReadOnly}
        />
        <TextArea
          label={t.text}
          name={name('text')}
          width={6}
          optional
          value={section.text}
          onChange={(text) => set({ text })}
          maxLength={20000}
          isReadOnly={isReadOnly}
        />
      </div>
      <Ticks
        label={t.includes}
        name={name('includes')}
        value={section.includes}
        onChange={(includes) => set({ includes: includes as Section['includes'] })}
        options={optionsOf(memorandum.inclusions)}
        isDisabled={isReadOnly}
      />
    </div>
  )
}
