import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Checkbox } from '@/components/Choices'
import { Dialog } from '@/components/Dialog'
import { Form, FormActions } from '@/components/Form'
import { NumberField } from '@/components/NumberField'
import { ChooseFile } from '@/components/sheet/HandIn'
import { TextArea, TextField } from '@/components/TextField'
import { today } from '@/lib/dates'
import { drawing as t } from '@/lib/messages/check'
import { asProblem } from '@/lib/problem'
import type { Check, Drawing } from './api'
import { suggestedSeed } from './suggestion'

/** The list while the page is open; the server does not keep it. */
export interface List {
  file: File | undefined
  pasted: string
  heads: boolean
}

const nothing: List = { file: undefined, pasted: '', heads: true }
const usualSize = 20

export function DrawDialog({
  check,
  list = nothing,
  onList,
  draw,
  onClose,
}: {
  check: Check
  list: List | undefined
  onList: (list: List) => void
  draw: (drawing: Drawing) => Promise<unknown>
  onClose: () => void
}) {
  const [seed, setSeed] = useState(() => suggestedSeed(today(), check.number))
  const [size, setSize] = useState<number | null>(check.draw?.size ?? check.control.sampleSize ?? usualSize)
  const file = list.file ?? (list.pasted.trim() === '' ? undefined : new File([list.pasted], t.pasteName))
  const { mutate, error, isPending } = useMutation({ mutationFn: draw, onSuccess: onClose })

  function submit() {
    if (file && size !== null) mutate({ file, heads: list.heads, seed, size })
  }

  return (
    <Dialog title={t.title} onClose={onClose}>
      <Form problem={error && asProblem(error)} onSubmit={submit}>
        <p className="sub">{check.draw && !file ? t.needsList : t.help}</p>
        <div className="row" data-field="file">
          <span className="label vh">{t.choose}</span>
          <ChooseFile
            words={list.file ? t.change : t.choose}
            onChoose={(chosen) => onList({ ...list, file: chosen })}
          />
          {list.file && <span className="cap">{t.chosen(list.file.name)}</span>}
        </div>
        {!list.file && (
          <TextArea
            label={t.paste}
            rows={5}
            optional
            value={list.pasted}
            onChange={(pasted) => onList({ ...list, pasted })}
          />
        )}
        <Checkbox label={t.heads} value={list.heads} onChange={(heads) => onList({ ...list, heads })} />
        <div className="form">
          <NumberField label={t.size} name="size" width={3} min={1} max={1000} value={size} onChange={setSize} />
          <TextField
            label={t.seed}
            name="seed"
            width={3}
            help={t.seedHelp}
            maxLength={100}
            value={seed}
            onChange={setSeed}
          />
        </div>
        <FormActions onCancel={onClose}>
          <Button look="go" type="submit" isPending={isPending} isDisabled={!file || size === null}>
            {t.draw}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
