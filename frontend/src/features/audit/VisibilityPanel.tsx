import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { ConfidentialityDialog } from '@/components/ConfidentialityDialog'
import { Pill } from '@/components/Note'
import { ProblemNote } from '@/components/ProblemNote'
import { showToast } from '@/components/Toasts'
import { dateOf } from '@/lib/dates'
import { publication as t } from '@/lib/messages/audit'
import { confidentiality } from '@/lib/messages/confidentiality'
import { type Audit, auditQuery, publishAudit } from './api'

/** Who sees the audit: whether it is on the public page, and whether it is confidential. */
export function VisibilityPanel({ audit }: { audit: Audit }) {
  const [marking, setMarking] = useState(false)
  const mayMark = audit.may.includes('mark_confidential')
  if (!mayMark && !audit.may.includes('publish') && audit.confidentialGround === null) return null
  return (
    <section className="panel in stack">
      <h2>{t.title}</h2>
      {audit.confidentialGround !== null && <Pill icon="shield">{confidentiality.by(audit.confidentialGround)}</Pill>}
      {audit.confidentialGround === null && <Publication audit={audit} />}
      {mayMark && (
        <div className="row">
          <Button small icon="shield" onPress={() => setMarking(true)}>
            {audit.confidentialGround === null ? confidentiality.markAudit : confidentiality.change}
          </Button>
        </div>
      )}
      {marking && (
        <ConfidentialityDialog
          thing="audit"
          id={audit.id}
          ground={audit.confidentialGround}
          title={confidentiality.auditTitle}
          onClose={() => setMarking(false)}
        />
      )}
    </section>
  )
}

function Publication({ audit }: { audit: Audit }) {
  const queryClient = useQueryClient()
  const isPublished = audit.publishedAt !== null
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => publishAudit(audit, !isPublished),
    onSuccess: (published) => {
      queryClient.setQueryData(auditQuery(audit.id).queryKey, published)
      showToast({ tone: 'ok', title: published.publishedAt === null ? t.unpublished : t.published })
    },
  })
  return (
    <>
      <p className="sub">{audit.publishedAt === null ? t.notShown : t.shownSince(dateOf(audit.publishedAt))}</p>
      {error && <ProblemNote problem={error} />}
      {audit.may.includes('publish') && (
        <div className="row">
          <Button small isPending={isPending} onPress={() => mutate()}>
            {isPublished ? t.unpublish : t.publish}
          </Button>
        </div>
      )}
    </>
  )
}
