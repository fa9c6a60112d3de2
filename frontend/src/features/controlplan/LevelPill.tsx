import { risks as t } from '@/lib/messages/controlplan'
import { values } from '@/lib/messages/values'
import type { RiskLevel } from './api'
import { levels } from './matrix'

/** A level in words, on its colour. */
export function LevelPill({ level }: { level: RiskLevel | undefined }) {
  if (!level) return <span className="dim">{t.notValued}</span>
  return <span className={`pill lvl l${levels.indexOf(level) + 1}`}>{values.riskLevel[level]}</span>
}
