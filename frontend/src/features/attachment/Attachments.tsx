import { useInfiniteQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Button } from '@/components/Button'
import { LeftOut } from '@/components/LeftOut'
import { ProblemNote } from '@/components/ProblemNote'
import { Skeleton } from '@/components/Skeleton'
import { attachments as t } from '@/lib/messages/attachment'
import { asProblem } from '@/lib/problem'
import { type AttachedThing, attachmentsQuery } from './api'
import { AttachDialog } from './AttachDialog'
import { AttachmentTable } from './AttachmentTable'
import { HandIn } from './HandIn'
import { SendingList } from './SendingList'
import { useUploads } from './useUploads'

/** The papers of one thing, and where more are attached. Nothing at all to those who may not read them. */
export function Attachments({ thing, thingId }: { thing: AttachedThing; thingId: string }) {
  const owner = { thing, id: thingId }
  const heading = useId()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    attachmentsQuery(owner),
  )
  const uploads = useUploads(owner)
  const [chosen, setChosen] = useState<readonly File[]>([])
  if (error && asProblem(error).status === 403) return null

  const papers = data?.pages.flatMap(({ items }) => items) ?? []
  const first = data?.pages[0]
  const isEmpty = papers.length === 0 && uploads.sending.length === 0
  return (
    <section aria-labelledby={heading}>
      <div className="head">
        <h2 id={heading}>{t.title}</h2>
        {first && <span className="cap">{first.total}</span>}
      </div>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {first && (
        <div className="panel papers">
          <SendingList uploads={uploads} />
          {first.leftOut > 0 && (
            <div className="in">
              <LeftOut count={first.leftOut} />
            </div>
          )}
          {papers.length > 0 && <AttachmentTable owner={owner} papers={papers} />}
          {hasNextPage && (
            <div className="in">
              <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
                {t.more}
              </Button>
            </div>
          )}
          {isEmpty && <Empty mayAttach={first.mayAttach} />}
          {first.mayAttach && <HandIn onChoose={setChosen} />}
        </div>
      )}
      {chosen.length > 0 && (
        <AttachDialog
          files={chosen}
          onClose={() => setChosen([])}
          onAttach={(files) => {
            setChosen([])
            uploads.start(files)
          }}
        />
      )}
    </section>
  )
}

function Empty({ mayAttach }: { mayAttach: boolean }) {
  return (
    <p className="in sub">
      {t.empty}. {mayAttach ? t.emptyHelp : t.emptyReader}
    </p>
  )
}
