import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { PageHead } from '@/components/PageHead'
import { response as names } from '@/lib/messages/response'
import { through as t } from '@/lib/messages/memorandum'
import { type ReadThrough, readThroughQuery, type Response, responseQuery } from '../api'
import { DocumentMenu } from '../DocumentMenu'
import { subjectOf } from '../parts'
import { isUndecided } from '@/lib/way'
import { CommentWalk } from './CommentWalk'
import { StoredNote } from './StoredNote'
import { ThroughDocument } from './ThroughDocument'
import { Verdict } from './Verdict'

const route = getRouteApi('/shell/yttranden/$id/genomlasning')

/** The whole as it will look, read from beginning to end: comments at a place, and at last to approve or to return it. */
export function ReadThroughPage() {
  const { id } = route.useParams()
  const { data: response } = useSuspenseQuery(responseQuery(id))
  const { data: through } = useSuspenseQuery(readThroughQuery(id))
  const isApproved = response.state !== 'draft' && response.state !== 'submitted'
  return (
    <>
      <PageHead
        title={t.title(subjectOf(response.auditTitle))}
        crumbs={[{ label: names.head(subjectOf(response.auditTitle)), link: { to: '/yttranden/$id', params: { id } } }]}
        actions={<DocumentMenu response={response} />}
      />
      <div className="stack">
        {isApproved && <StoredNote response={response} />}
        <div className="cols reading">
          <CommentWalk response={response} through={through} />
          <div className="stack">
            <Documents response={response} through={through} />
            {isUndecided(response) && <Verdict response={response} version={through.version} />}
          </div>
        </div>
      </div>
    </>
  )
}

function Documents({ response, through }: { response: Response; through: ReadThrough }) {
  const { memorandum } = response
  return (
    <>
      {memorandum && <ThroughDocument response={response} kind={memorandum.name} parts={through.memorandum} />}
      <ThroughDocument response={response} kind={names.document} parts={through.response} />
    </>
  )
}
