import { useState } from 'react'
import type { Schema } from '@/api/client'
import { keepAsAttachments } from '@/features/attachment/keep'
import { KnownAudits } from '@/features/audit/KnownAudits'
import { RegisterReading } from '@/features/audit/RegisterReading'
import { ReadingSteps } from '@/features/reading/ReadingSteps'
import { ReadReportPage } from '@/features/reading/ReadReportPage'

interface Read {
  reading: Schema['Reading']
  files: readonly File[]
}

/** Joins three capabilities: a report is read, what was read becomes an audit, and the files its attachments. */
export function RegisterAuditPage() {
  const [read, setRead] = useState<Read>()
  if (!read) return <ReadReportPage onRead={(reading, files) => setRead({ reading, files })} />
  const { reading, files } = read
  const steps = <ReadingSteps current="correct" />
  return (
    <KnownAudits reading={reading} steps={steps} join={({ id }) => keepAsAttachments(id, files, reading.reportDate)}>
      <RegisterReading
        reading={reading}
        steps={steps}
        onStartOver={() => setRead(undefined)}
        onRegistered={({ id, content }) => keepAsAttachments(id, files, content.reportDate)}
      />
    </KnownAudits>
  )
}
