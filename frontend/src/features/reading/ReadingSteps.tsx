import { StatesBar } from '@/components/StatesBar'
import { reading as t } from '@/lib/messages/reading'

type Step = keyof typeof t.step

const steps = Object.entries(t.step).map(([id, label]) => ({ id: id as Step, label }))

/** From the file to the saved audit, and how far one has come. */
export function ReadingSteps({ current }: { current: Step }) {
  return <StatesBar label={t.steps} states={steps} current={current} />
}
