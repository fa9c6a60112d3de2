import { Icon, type IconName } from '@/components/icons'
import { values } from '@/lib/messages/values'
import type { Grade } from './api'

const drawings: Record<Grade, { icon: IconName; tone: string }> = {
  yes: { icon: 'v-ok', tone: 'ok' },
  in_all_essentials: { icon: 'v-ok', tone: 'ok' },
  mostly: { icon: 'v-part', tone: 'mid' },
  partly: { icon: 'v-part', tone: 'warn' },
  no: { icon: 'v-no', tone: 'bad' },
  not_graded: { icon: 'v-none', tone: '' },
  not_applicable: { icon: 'v-gone', tone: '' },
}

/** Square: the auditors' word, as every word of theirs. */
export function GradeMark({ grade, verbatim = '' }: { grade: Grade; verbatim?: string }) {
  const word = values.grade[grade]
  const { icon, tone } = drawings[grade]
  return (
    <span className={`st ${tone}`}>
      <Icon name={icon} />
      <span>
        {word}
        {saysMore(verbatim, grade) && <small className="words small">{verbatim}</small>}
      </span>
    </span>
  )
}

/** The report's own words are shown where they are not just the grade's name. */
export function saysMore(verbatim: string, grade: Grade): boolean {
  const said = verbatim.trim().replace(/\.$/, '').toLocaleLowerCase('sv-SE')
  return said !== '' && said !== values.grade[grade].toLocaleLowerCase('sv-SE')
}
