// What may be chosen of a voice, each with its drawing and a word of explanation.
import { iconOf } from '@/components/marks'
import { values } from '@/lib/messages/values'
import type { Progress, Verdict } from './api'

export function progressChoices(explained: Record<Progress, string>) {
  return (Object.keys(values.progress) as Progress[]).map((id) => ({
    id,
    label: values.progress[id],
    detail: explained[id],
    icon: iconOf.progress(id),
  }))
}

export function verdictChoices(explained: Record<Verdict, string>) {
  return (Object.keys(values.verdict) as Verdict[]).map((id) => ({
    id,
    label: values.verdict[id],
    detail: explained[id],
    icon: iconOf.verdict(id),
  }))
}
