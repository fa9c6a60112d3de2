import { useQueryClient } from '@tanstack/react-query'
import { Choices } from '@/components/Choices'
import { optionsOf } from '@/components/Select'
import { TextField } from '@/components/TextField'
import { response as names, title as t } from '@/lib/messages/response'
import { values } from '@/lib/messages/values'
import { asProblem } from '@/lib/problem'
import { type Response, type ResponseContent, responseQuery, type Stance, writeTitle } from './api'
import { PartPane } from './PartPane'
import { PartSheet } from './PartSheet'
import { titleAddress } from './parts'
import { type SaveNow, usePart } from './usePart'

const each = 'each'
const options = [{ id: each, label: t.each }, ...optionsOf(values.stance)]

/** The document's title, and one stance for all answers where there is one. */
export function TitlePart({ response, onOpen }: { response: Response; onOpen: (saveNow: SaveNow) => () => void }) {
  const saveTitle = useSaveTitle(response.id)
  const part = usePart<ResponseContent>({
    response,
    name: titleAddress,
    find: (now) => now,
    patch: (now, { version, content }) => ({ ...now, version, content }),
    save: saveTitle,
    onOpen,
  })
  const { content } = part
  return (
    <>
      <PartPane name={names.titleAndStance} part={part} words={wordsOf}>
        <TextField
          label={t.title}
          value={content.title}
          onChange={(title) => part.change({ ...content, title })}
          maxLength={500}
        />
        <Choices<Stance | typeof each>
          label={t.commonStance}
          help={t.help}
          value={content.commonStance ?? each}
          onChange={(chosen) => part.change({ ...content, commonStance: chosen === each ? null : chosen })}
          options={options}
        />
      </PartPane>
      <PartSheet
        response={response}
        heading={content.title}
        text={content.commonStance && names.commonStances[content.commonStance]}
      />
    </>
  )
}

/**
 * Saves under the response's own version, which every change of another part raises: only where somebody has changed
 * the title or the common stance itself is it a conflict.
 */
function useSaveTitle(id: string) {
  const queryClient = useQueryClient()
  const query = responseQuery(id)
  return async (content: ResponseContent, version: number): Promise<Response> => {
    const known = queryClient.getQueryData(query.queryKey)?.content
    try {
      return await writeTitle(id, content, version)
    } catch (error) {
      if (!asProblem(error).isConflict) throw error
      const now = await queryClient.fetchQuery({ ...query, staleTime: 0 })
      if (wordsOf(now.content) !== (known && wordsOf(known))) throw error
      return writeTitle(id, content, now.version)
    }
  }
}

function wordsOf({ title, commonStance }: ResponseContent): string {
  return [title, commonStance && values.stance[commonStance]].filter(Boolean).join('\n\n')
}
