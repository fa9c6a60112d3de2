import { useState } from 'react'
import type { Schema } from '@/api/client'
import { RegisterReading } from '@/features/audit/RegisterReading'
import { ReadingSteps } from '@/features/reading/ReadingSteps'
import { ReadReportPage } from '@/features/reading/ReadReportPage'

/** Joins two capabilities: a report is read, and what was read becomes an audit. */
export function RegisterAuditPage() {
  const [reading, setReading] = useState<Schema['Reading']>()
  if (!reading) return <ReadReportPage onRead={setReading} />
  return (
    <RegisterReading
      reading={reading}
      steps={<ReadingSteps current="correct" />}
      onStartOver={() => setReading(undefined)}
    />
  )
}
