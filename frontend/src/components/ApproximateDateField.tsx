import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Schema } from '@/api/client'
import { approximateDateQuery } from '@/api/queries'
import { approximateDates as t } from '@/lib/messages/common'
import { DateField } from './DateField'
import { TextField } from './TextField'

type ApproximateDate = Schema['ApproximateDate']

const pauseMs = 350

/**
 * A time as people write it, "våren 2024", and its last day: suggested by the server, confirmed or changed by the
 * person. A Form does not send before the suggestion has been seen.
 */
export function ApproximateDateField({
  label,
  lastDayLabel,
  name,
  optional = false,
  value,
  onChange,
}: {
  label: string
  lastDayLabel: string
  name: string
  optional?: boolean
  value: ApproximateDate | null
  onChange: (value: ApproximateDate | null) => void
}) {
  const queryClient = useQueryClient()
  const [understanding, setUnderstanding] = useState(false)
  const typed = useRef('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  function type(words: string) {
    typed.current = words
    clearTimeout(timer.current)
    const written = words.trim() !== ''
    onChange(written ? { words, precision: null, lastDay: null } : null)
    setUnderstanding(written)
    if (written) timer.current = setTimeout(() => void understand(words), pauseMs)
  }

  async function understand(words: string) {
    const suggestion = await queryClient.fetchQuery(approximateDateQuery(words.trim())).catch(() => undefined)
    if (typed.current !== words) return
    setUnderstanding(false)
    if (suggestion) onChange({ words, precision: suggestion.precision, lastDay: suggestion.lastDay })
  }

  const dated = value !== null && !understanding && value.precision !== 'continuous'
  return (
    <div
      className="form"
      data-field={`${name}/words`}
      data-unreadable={understanding ? t.waitForSuggestion : undefined}
    >
      <TextField
        label={label}
        name={`${name}/words`}
        help={value ? undefined : t.wordsHelp}
        width={dated ? 4 : 6}
        optional={optional}
        value={value?.words ?? ''}
        onChange={type}
        maxLength={100}
      />
      {dated && (
        <DateField
          label={lastDayLabel}
          name={`${name}/lastDay`}
          value={value.lastDay ?? ''}
          onChange={(lastDay) => onChange({ ...value, lastDay: lastDay || null })}
        />
      )}
      <p className="help w6" role="status">
        {value && !understanding && understoodWords(value)}
      </p>
    </div>
  )
}

function understoodWords({ precision }: ApproximateDate): string {
  if (!precision) return t.notUnderstood
  return precision === 'continuous' ? t.understood.continuous : `${t.understood[precision]} ${t.suggestion}`
}
