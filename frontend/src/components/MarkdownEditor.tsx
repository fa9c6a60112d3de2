import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { TextArea, TextField, ToggleButton, ToggleButtonGroup, Toolbar } from 'react-aria-components'
import { type Edit, makeLink, toggleList, toggleMark } from '@/lib/markdown'
import { editor as t } from '@/lib/messages/common'
import { IconButton } from './Button'
import { FieldLabel, FieldNotes, frameOf, type FieldProps } from './Field'
import type { IconName } from './icons'
import { MarkdownView } from './MarkdownView'
import { ProblemNote } from './ProblemNote'
import { Skeleton } from './Skeleton'

interface Tool {
  label: string
  icon: IconName
  edit: (text: string, selection: { start: number; end: number }) => Edit
}

const tools: Tool[] = [
  { label: t.bold, icon: 'bold', edit: (text, selection) => toggleMark(text, selection, '**') },
  { label: t.italic, icon: 'italic', edit: (text, selection) => toggleMark(text, selection, '_') },
  { label: t.bullets, icon: 'bullets', edit: (text, selection) => toggleList(text, selection, 'bullets') },
  { label: t.numbers, icon: 'numbers', edit: (text, selection) => toggleList(text, selection, 'numbers') },
  {
    label: t.link,
    icon: 'link',
    edit: (text, selection) => makeLink(text, selection, { text: t.linkText, address: t.linkAddress }),
  },
]

/**
 * Writes the Markdown subset. The preview is the server's, by the parser that makes the documents: `preview` sends the
 * text and gives HTML.
 */
export function MarkdownEditor({
  value,
  onChange,
  preview,
  rows = 9,
  ...field
}: FieldProps & {
  value: string
  onChange: (value: string) => void
  preview: (text: string) => Promise<string>
  rows?: number
}) {
  const [mode, setMode] = useState<'write' | 'preview'>('write')
  const text = useRef<HTMLTextAreaElement>(null)

  function use(tool: Tool) {
    const area = text.current
    if (area) apply(area, tool.edit(area.value, { start: area.selectionStart, end: area.selectionEnd }))
  }

  return (
    <TextField {...frameOf(field)} name={field.name} isDisabled={field.isDisabled} value={value} onChange={onChange}>
      <div className="row far">
        <FieldLabel {...field} />
        <span className="cap">{t.words(wordCount(value))}</span>
      </div>
      <div className="write">
        <div className="tools">
          <Toolbar aria-label={t.toolbar} className="row">
            {tools.map((tool) => (
              <IconButton
                key={tool.icon}
                label={tool.label}
                icon={tool.icon}
                isDisabled={mode === 'preview' || field.isDisabled}
                onPress={() => use(tool)}
              />
            ))}
          </Toolbar>
          <ToggleButtonGroup
            className="seg end"
            aria-label={t.mode}
            disallowEmptySelection
            selectedKeys={[mode]}
            onSelectionChange={(keys) => setMode(keys.has('preview') ? 'preview' : 'write')}
          >
            <ToggleButton id="write">{t.write}</ToggleButton>
            <ToggleButton id="preview">{t.preview}</ToggleButton>
          </ToggleButtonGroup>
        </div>
        {mode === 'write' ? <TextArea ref={text} rows={rows} lang="sv" /> : <Preview text={value} preview={preview} />}
      </div>
      <FieldNotes {...field} />
    </TextField>
  )
}

function Preview({ text, preview }: { text: string; preview: (text: string) => Promise<string> }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['preview', text],
    queryFn: () => preview(text),
    enabled: text.trim() !== '',
    staleTime: Infinity,
    gcTime: 60_000,
  })
  if (text.trim() === '') return <p className="in sub">{t.emptyPreview}</p>
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton />
  return (
    <div className="in">
      <MarkdownView html={data} />
    </div>
  )
}

/** Changes the text as if it had been typed, so that the browser's undo takes it back. */
function apply(area: HTMLTextAreaElement, edit: Edit): void {
  area.focus()
  area.setSelectionRange(edit.from, edit.to)
  // Deprecated, yet the only way that keeps the undo history; where it does not work the text is set outright.
  const typed = typeof document.execCommand === 'function' && document.execCommand('insertText', false, edit.insert)
  if (!typed) {
    area.setRangeText(edit.insert)
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  area.setSelectionRange(...edit.select)
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu)?.length ?? 0
}
