import { Link } from '@tanstack/react-router'
import { common } from '@/lib/messages/common'
import { Icon, type IconName } from './icons'

/** The way to the next page of a list. The page's number lives in the address, as the search parameter `page`. */
export function Pagination({ page, pageSize, total }: { page: number; pageSize: number; total: number }) {
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (last === 1) return null
  const from = (page - 1) * pageSize + 1
  return (
    <nav className="in row far" aria-label={common.pages}>
      <span className="cap">{common.pageOf(from, Math.min(page * pageSize, total), total)}</span>
      <span className="row">
        <PageLink page={page - 1} reachable={page > 1} label={common.previousPage} icon="left" />
        <PageLink page={page + 1} reachable={page < last} label={common.nextPage} icon="right" />
      </span>
    </nav>
  )
}

function PageLink({
  page,
  reachable,
  label,
  icon,
}: {
  page: number
  reachable: boolean
  label: string
  icon: IconName
}) {
  if (!reachable) return null
  return (
    <Link to="." search={(search) => ({ ...search, page })} className="btn plain s sq" aria-label={label}>
      <Icon name={icon} />
    </Link>
  )
}
