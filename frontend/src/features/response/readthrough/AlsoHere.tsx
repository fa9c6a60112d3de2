import { useQuery } from '@tanstack/react-query'
import { presence as t } from '@/lib/messages/response'
import { presenceQuery } from '../api'

/** Tells the others that the reader is at this part, and the reader which of them are there too. */
export function AlsoHere({ responseId, part }: { responseId: string; part: string }) {
  const { data } = useQuery(presenceQuery(responseId, part))
  const here = data?.items.filter((other) => other.part === part) ?? []
  return here.length > 0 && <p className="cap">{t.also(here.map(({ person }) => person.name))}</p>
}
