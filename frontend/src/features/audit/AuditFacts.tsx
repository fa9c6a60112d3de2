import { useState } from 'react'
import { Button } from '@/components/Button'
import { dateOf } from '@/lib/dates'
import { advisers as giveAdvisers, audit as t } from '@/lib/messages/audit'
import { AdvisersDialog } from './AdvisersDialog'
import type { Audit } from './api'
import { VisibilityPanel } from './VisibilityPanel'

/** What is known of the audit as a whole, beside its parts. */
export function AuditFacts({ audit }: { audit: Audit }) {
  const { content, confirmation, registeredBy, registeredAt, advisers, may } = audit
  const [giving, setGiving] = useState(false)
  const mayGive = may.includes('set_advisers')
  return (
    <aside className="stack" aria-label={t.facts}>
      <section className="panel in">
        <h2 className="vh">{t.facts}</h2>
        <dl className="kv">
          <Fact term={t.firm} value={content.firm} />
          <Fact term={t.commissionedBy} value={content.commissionedBy} />
          <Fact term={t.reportDate} value={content.reportDate} />
          <Fact term={t.registryNumber} value={content.registryNumber} />
          <Fact term={t.registered} value={t.registeredBy(dateOf(registeredAt), registeredBy.name)} />
          <Fact
            term={t.confirmed}
            value={confirmation ? t.registeredBy(dateOf(confirmation.at), confirmation.by.name) : t.unconfirmedHelp}
          />
          {(advisers.length > 0 || mayGive) && (
            <Fact term={t.advisers} value={advisers.map(({ name }) => name).join(', ') || giveAdvisers.nobody} />
          )}
        </dl>
        {mayGive && (
          <div className="row giving">
            <Button small icon="people" onPress={() => setGiving(true)}>
              {giveAdvisers.act}
            </Button>
          </div>
        )}
        {giving && <AdvisersDialog audit={audit} onClose={() => setGiving(false)} />}
      </section>
      <VisibilityPanel audit={audit} />
      {content.criteria.length > 0 && (
        <section className="panel in">
          <h2>{t.criteria}</h2>
          <ul className="words small criteria">
            {content.criteria.map((criterion) => (
              <li key={criterion}>{criterion}</li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}

function Fact({ term, value }: { term: string; value: string | null }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value || <span className="dim">{t.unknown}</span>}</dd>
    </>
  )
}
