import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { committeesQuery } from '@/api/queries'
import { Button } from '@/components/Button'
import { ConfirmDialog } from '@/components/Dialog'
import { Note } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { audits, editor as t } from '@/lib/messages/audit'
import { reading as words } from '@/lib/messages/reading'
import type { Audit, Reading } from './api'
import { draftFromReading } from './draft/fromReading'
import { remarksOf } from './draft/remarks'
import { RemarksContext } from './editor/context'
import { RemarkSteps, RemarksSummary } from './editor/Remarks'
import { RegisterForm } from './RegisterForm'
import { SideBySide } from './SideBySide'
import { useRemarkWalk } from './useRemarkWalk'
import { useReportText } from './useReportText'

/** A reading of a report: looked through, corrected, and registered. */
export function RegisterReading({
  reading,
  steps,
  onStartOver,
  onRegistered,
}: {
  reading: Reading
  /** How far the registration has come. */
  steps: ReactNode
  onStartOver: () => void
  /** What is done with the registered audit before it is shown. */
  onRegistered: (audit: Audit) => Promise<void>
}) {
  const { data: organization } = useSuspenseQuery(committeesQuery)
  const [begun] = useState(() => draftFromReading(reading, organization))
  const [remarks] = useState(() => remarksOf(reading.warnings, begun.draft))
  const text = useReportText(reading, begun.places, remarks)
  const walk = useRemarkWalk(remarks, text.goToRemark)
  const [asking, setAsking] = useState(false)
  return (
    <RemarksContext value={walk}>
      <PageHead
        title={t.readTitle}
        crumbs={[
          { label: audits.title, link: { to: '/granskningar' } },
          { label: words.title, link: { to: '/granskningar/ny' } },
        ]}
        actions={steps}
      />
      <div className="stack">
        {remarks.length > 0 ? (
          <RemarksSummary walk={walk} />
        ) : (
          <Note tone="ok" title={t.noRemarks}>
            <p>{t.noRemarksHelp}</p>
          </Note>
        )}
        <RegisterForm
          begun={begun.draft}
          isKept
          onRegistered={onRegistered}
          frame={(form, draft) => (
            <SideBySide text={text} draft={draft} onRemark={walk.goTo}>
              {form}
            </SideBySide>
          )}
          walk={remarks.length > 0 && <RemarkSteps walk={walk} />}
          actions={
            <Button look="plain" onPress={() => setAsking(true)}>
              {t.startOver}
            </Button>
          }
        />
      </div>
      {asking && (
        <ConfirmDialog
          title={t.startOverTitle}
          confirm={t.startOver}
          destructive
          onConfirm={onStartOver}
          onCancel={() => setAsking(false)}
        >
          <p>{t.startOverHelp}</p>
        </ConfirmDialog>
      )}
    </RemarksContext>
  )
}
