import { type ReactNode, useMemo } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { marks as t } from '@/lib/messages/reading'
import type { Draft } from './draft/draft'
import { labelsOf } from './draft/marks'
import type { Remark } from './draft/remarks'
import { FoundContext } from './editor/context'
import { ReportText } from './ReportText'
import type { Side, useReportText } from './useReportText'

const sides: Record<Side, string> = { fields: t.fields, text: t.text }

/** The report's text beside the form that is filled from it; where there is room for one, either of them. */
export function SideBySide({
  text,
  draft,
  onRemark,
  children,
}: {
  text: ReturnType<typeof useReportText>
  draft: Draft
  onRemark: (remark: Remark) => void
  children: ReactNode
}) {
  const labels = useLabels(draft)
  if (text.files.length === 0) return children
  return (
    <FoundContext value={text.found}>
      <div className={`sides shows-${text.side}`}>
        <ToggleButtonGroup
          className="seg"
          aria-label={t.shown}
          disallowEmptySelection
          selectedKeys={[text.side]}
          onSelectionChange={(keys) => text.setSide([...keys][0] as Side)}
        >
          {Object.entries(sides).map(([side, words]) => (
            <ToggleButton key={side} id={side}>
              {words}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <ReportText
          pane={text.pane}
          files={text.files}
          marks={text.marks}
          remarks={text.remarksAt}
          lookedAt={text.lookedAt}
          labels={labels}
          onChoose={text.choose}
          onRemark={onRemark}
        />
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- it follows the focus of the fields in it */}
        <div className="read-fields" onFocus={text.follow}>
          {children}
        </div>
      </div>
    </FoundContext>
  )
}

/** The same map as long as it says the same, so that the text is not drawn again for each letter typed. */
function useLabels(draft: Draft) {
  const said = JSON.stringify([...labelsOf(draft)])
  return useMemo(() => new Map(JSON.parse(said) as [string, { short: string; full: string }][]), [said])
}
