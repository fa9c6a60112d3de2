import { useQueryClient } from '@tanstack/react-query'
import { Button, FileLink, LinkButton } from '@/components/Button'
import { Note } from '@/components/Note'
import { PageHead } from '@/components/PageHead'
import { OnItsWay } from '@/components/sheet/OnItsWay'
import { useSheet } from '@/components/sheet/useSheet'
import { backlog as t } from '@/lib/messages/backlog'
import { type FollowupImport, importFollowup, templateAddress } from './api'
import { BacklogPreview } from './BacklogPreview'
import { Counted } from './Counted'

/** Earlier follow-up is read in from a spreadsheet: its columns and faults are shown before anything is stored. */
export function BacklogPage() {
  const queryClient = useQueryClient()
  const sheet = useSheet(importFollowup, () => {
    for (const queryKey of [['followup'], ['audits'], ['responses']]) void queryClient.invalidateQueries({ queryKey })
  })
  return (
    <>
      <PageHead title={t.title} sub={t.sub} crumbs={[{ label: t.list, link: { to: '/rekommendationer' } }]} />
      <OnItsWay sheet={sheet} aside={<Template />} done={(found) => <Done found={found} onAgain={sheet.again} />}>
        {(found) => <BacklogPreview sheet={sheet} found={found} />}
      </OnItsWay>
    </>
  )
}

function Template() {
  return (
    <aside className="stack" aria-label={t.templateTitle}>
      <section className="panel in stack tight">
        <h2>{t.templateTitle}</h2>
        <p className="sub">{t.templateHelp}</p>
        <div className="row">
          <FileLink href={templateAddress} download>
            {t.template}
          </FileLink>
        </div>
      </section>
      <Note title={t.twiceTitle}>
        <p>{t.twiceHelp}</p>
      </Note>
    </aside>
  )
}

function Done({ found, onAgain }: { found: FollowupImport; onAgain: () => void }) {
  return (
    <Note
      tone="ok"
      appears
      title={t.done}
      actions={
        <>
          <LinkButton look="go" to="/rekommendationer">
            {t.toList}
          </LinkButton>
          <Button onPress={onAgain}>{t.more}</Button>
        </>
      }
    >
      <Counted adds={found.adds} />
    </Note>
  )
}
