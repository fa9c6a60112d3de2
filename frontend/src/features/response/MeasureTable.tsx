import { ApproximateTime } from '@/components/ApproximateTime'
import { IconButton } from '@/components/Button'
import { ConfidentialPill, MarkButton } from '@/components/Confidentiality'
import { type Column, DataTable } from '@/components/DataTable'
import { Icon } from '@/components/icons'
import { common } from '@/lib/messages/common'
import { measures as t } from '@/lib/messages/response'
import type { MeasureContent } from './api'

interface Listed {
  id: string
  content: MeasureContent
  confidentialGround?: string | null
  hidden?: boolean
}

/** Measures as a table; with buttons where they may be changed. */
export function MeasureTable<Row extends Listed>({
  caption,
  measures,
  mayMark = false,
  onEdit,
  onRemove,
}: {
  caption: string
  measures: readonly Row[]
  /** Whether the reader may mark them as confidential. */
  mayMark?: boolean
  onEdit?: (measure: Row) => void
  onRemove?: (measure: Row) => void
}) {
  if (measures.length === 0) return onEdit ? <p className="sub">{t.none}</p> : null
  const tools: Column<Row> = {
    id: 'tools',
    header: common.tools,
    tools: true,
    cell: (measure) => (
      <>
        {mayMark && (
          <MarkButton
            thing="measure"
            id={measure.id}
            name={nameOf(measure, measures)}
            ground={measure.confidentialGround ?? null}
          />
        )}
        {onEdit && (
          <IconButton label={t.edit(nameOf(measure, measures))} icon="pencil" onPress={() => onEdit(measure)} />
        )}
        {onRemove && (
          <IconButton label={t.removeLabel(nameOf(measure, measures))} icon="close" onPress={() => onRemove(measure)} />
        )}
      </>
    ),
  }
  return (
    <DataTable
      caption={caption}
      columns={onEdit || mayMark ? [...columns, tools] : columns}
      rows={measures}
      rowId={({ id }) => id}
    />
  )
}

const columns: Column<Listed>[] = [
  { id: 'what', header: t.what, cell: (measure) => <What measure={measure} /> },
  { id: 'function', header: t.function, cell: ({ content, hidden }) => content.function || (!hidden && <Absent />) },
  { id: 'start', header: t.start, cell: ({ content }) => content.start && <ApproximateTime date={content.start} /> },
  {
    id: 'ready',
    header: t.ready,
    cell: ({ content, hidden }) => (content.ready ? <ApproximateTime date={content.ready} /> : !hidden && <Absent />),
  },
]

function What({ measure: { content, hidden, confidentialGround = null } }: { measure: Listed }) {
  return (
    <>
      {content.what || (!hidden && <Absent />)} <ConfidentialPill ground={confidentialGround} />
    </>
  )
}

function nameOf({ id, content }: Listed, measures: readonly Listed[]): string {
  return content.what || t.unnamed(measures.findIndex((measure) => measure.id === id) + 1)
}

function Absent() {
  return (
    <span className="late">
      <Icon name="warn" /> {t.missing}
    </span>
  )
}
