import { ApproximateTime } from '@/components/ApproximateTime'
import { IconButton } from '@/components/Button'
import { Confidentiality } from '@/components/Confidentiality'
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
        <IconButton label={t.edit(nameOf(measure, measures))} icon="pencil" onPress={() => onEdit?.(measure)} />
        <IconButton label={t.removeLabel(nameOf(measure, measures))} icon="close" onPress={() => onRemove?.(measure)} />
      </>
    ),
  }
  return (
    <DataTable
      caption={caption}
      columns={[
        {
          id: 'what',
          header: t.what,
          cell: (measure) => <What {...{ measure, mayMark, name: nameOf(measure, measures) }} />,
        },
        ...columns,
        ...(onEdit ? [tools] : []),
      ]}
      rows={measures}
      rowId={({ id }) => id}
    />
  )
}

const columns: Column<Listed>[] = [
  { id: 'function', header: t.function, cell: ({ content, hidden }) => content.function || (!hidden && <Absent />) },
  { id: 'start', header: t.start, cell: ({ content }) => content.start && <ApproximateTime date={content.start} /> },
  {
    id: 'ready',
    header: t.ready,
    cell: ({ content, hidden }) => (content.ready ? <ApproximateTime date={content.ready} /> : !hidden && <Absent />),
  },
]

function What({ measure, name, mayMark }: { measure: Listed; name: string; mayMark: boolean }) {
  const { id, content, hidden, confidentialGround = null } = measure
  return (
    <>
      {content.what || (!hidden && <Absent />)}
      <Confidentiality thing="measure" id={id} name={name} ground={confidentialGround} mayMark={mayMark} />
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
