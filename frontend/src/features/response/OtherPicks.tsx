import { Link } from '@tanstack/react-router'
import { Icon } from '@/components/icons'
import { Pill } from '@/components/Note'
import { parts as t, readthrough } from '@/lib/messages/response'
import type { Response } from './api'
import { focusPart } from './PartPane'
import { commentsAt } from './readthrough/comments'

interface OtherPick {
  address: string
  /** Where comments are put. */
  place: string
  name: string
  written: boolean
}

/** Parts that are no answers, each with whether there is anything in it. */
export function OtherPicks({
  response,
  current,
  parts,
}: {
  response: Response
  current: string
  parts: readonly OtherPick[]
}) {
  return (
    <ul className="c others">
      {parts.map(({ address, place, name, written }) => (
        <li key={address}>
          <PartLink response={response} address={address} current={current}>
            <Icon name={written ? 'check' : 'p-none'} />
            <span>
              {name}
              <span className="vh">, {written ? t.written : t.empty}</span>
              <CommentCount response={response} part={place} />
            </span>
          </PartLink>
        </li>
      ))}
    </ul>
  )
}

/** How many comments at a part are not dealt with. */
export function CommentCount({ response, part }: { response: Response; part: string }) {
  const { length } = commentsAt(response, part).open
  return (
    length > 0 && (
      <span className="sub2 blk">
        <Pill tone="acc">{readthrough.openCount(length)}</Pill>
      </span>
    )
  )
}

export function PartLink({
  response,
  address,
  current,
  children,
}: {
  response: Response
  address: string
  current: string
  children: React.ReactNode
}) {
  return (
    <Link
      to="/yttranden/$id"
      params={{ id: response.id }}
      search={{ del: address }}
      resetScroll={false}
      activeOptions={{ exact: true, includeSearch: true }}
      aria-current={address === current ? 'true' : undefined}
      onClick={() => address === current && focusPart()}
    >
      {children}
    </Link>
  )
}
