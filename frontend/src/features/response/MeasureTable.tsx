import { ApproximateTime } from '@/components/ApproximateTime'
import { IconButton } from '@/components/Button'
import { type Column, DataTable } from '@/components/DataTable'
import { Icon } from '@/components/icons'
import { common } from '@/lib/messages/common'
import { measures as t } from '@/lib/messages/response'
import type { MeasureContent } from './api'

interface Listed {
  id: string
  content: MeasureContent
}

/** Measures as a table; with buttons where they may be changed. */
export function MeasureTable<Row extends Listed>({
  caption,
  measures,
  onEdit,
  onRemove,
}: {
  caption: string
  measures: readonly Row[]
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
        <IconButton label={t.edit(nameOf(measure, measures))} icon="pencil" onPress={() => onEdit?.(measure)} />
        <IconButton label={t.removeLabel(nameOf(measure, measures))} icon="close" onPress={() => onRemove?.(measure)} />
      </>
    ),
  }
  return (
    <DataTable
      caption={caption}
      columns={onEdit ? [...columns, tools] : columns}
      rows={measures}
      rowId={({ id }) => id}
    />
  )
}

const columns: Column<Listed>[] = [
  { id: 'what', header: t.what, cell: ({ content }) => content.what || <Absent /> },
  { id: 'function', header: t.function, cell: ({ content }) => content.function || <Absent /> },
  { id: 'start', header: t.start, cell: ({ content }) => content.start && <ApproximateTime date={content.start} /> },
  {
    id: 'ready',
    header: t.ready,
    cell: ({ content }) => (content.ready ? <ApproximateTime date={content.ready} /> : <Absent />),
  },
]

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
