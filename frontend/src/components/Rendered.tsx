import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { previewText } from '@/api/preview'
import { MarkdownView } from './MarkdownView'
import { ProblemNote } from './ProblemNote'
import { Skeleton } from './Skeleton'

/** A text of the Markdown subset as it becomes in the document, by the server's parser. */
export function Rendered({ text }: { text: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['preview', text],
    queryFn: () => previewText(text),
    staleTime: Infinity,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
  })
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  return data === undefined ? <Skeleton /> : <MarkdownView html={data} />
}
