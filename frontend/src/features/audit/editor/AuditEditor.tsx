import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { committeesQuery } from '@/api/queries'
import { Button } from '@/components/Button'
import { Form } from '@/components/Form'
import { editor as t } from '@/lib/messages/audit'
import type { ApiProblem } from '@/lib/problem'
import { AboutSection } from './AboutSection'
import { AddresseesSection } from './AddresseesSection'
import { CommitteesSection } from './CommitteesSection'
import { Contents } from './Contents'
import type { Editing } from './context'
import { CriteriaSection } from './CriteriaSection'
import { DocumentsSection } from './DocumentsSection'
import { GradesSection } from './GradesSection'
import { OverallSection } from './OverallSection'
import { QuestionsSection } from './QuestionsSection'
import { RecommendationsSection } from './RecommendationsSection'

/**
 * The whole content of an audit as a form: for one written by hand, read from a report, or being corrected. Only a new
 * audit can bring new committees with it.
 */
export function AuditEditor({
  draft,
  change,
  isNew,
  problem,
  pending,
  onSubmit,
  onConflict,
  actions,
  walk,
}: Editing & {
  isNew: boolean
  problem: ApiProblem | null
  pending: boolean
  onSubmit: () => void
  onConflict?: { keepMine: () => void; takeOther: () => void }
  /** The quiet buttons beside the one that saves. */
  actions: ReactNode
  /** The way through what is to be looked at before it is saved. */
  walk?: ReactNode
}) {
  const { data: organization } = useSuspenseQuery(committeesQuery)
  const editing = { draft, change }
  return (
    <Form problem={problem} onSubmit={onSubmit} {...(onConflict ? { onConflict } : {})}>
      <div className="parts">
        <Contents draft={draft} />
        <div className="stack">
          <AboutSection {...editing} />
          <CommitteesSection {...editing} organization={organization} mayAdd={isNew} />
          <AddresseesSection {...editing} organization={organization} />
          <QuestionsSection {...editing} />
          <GradesSection {...editing} />
          <OverallSection {...editing} />
          <RecommendationsSection {...editing} />
          <CriteriaSection {...editing} />
          <DocumentsSection {...editing} />
        </div>
        <div className="ending">
          {walk}
          <span className="cap">{t.notSaved}</span>
          <Button look="go" type="submit" isPending={pending}>
            {t.save}
          </Button>
          {actions}
        </div>
      </div>
    </Form>
  )
}
