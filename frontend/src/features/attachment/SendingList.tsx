import { ProgressBar } from 'react-aria-components'
import { Button } from '@/components/Button'
import { Note } from '@/components/Note'
import { attachments as t } from '@/lib/messages/attachment'
import { common } from '@/lib/messages/common'
import { numbers } from '@/lib/numbers'
import type { Sending, Uploads } from './useUploads'

/** What is on its way, and what did not arrive. */
export function SendingList({ uploads }: { uploads: Uploads }) {
  if (uploads.sending.length === 0) return null
  return (
    <ul className="c list">
      {uploads.sending.map((one) => (
        <li key={one.id}>{one.problem ? <Failed one={one} uploads={uploads} /> : <Going one={one} {...uploads} />}</li>
      ))}
    </ul>
  )
}

function Going({ one: { id, file, percent }, stop }: { one: Sending; stop: Uploads['stop'] }) {
  return (
    <div className="row far">
      <ProgressBar
        className="going"
        value={percent ?? 0}
        aria-label={percent === undefined ? t.waiting(file.name) : t.uploading(file.name)}
      >
        <span className="name">{percent === undefined ? t.waiting(file.name) : t.uploading(file.name)}</span>
        <span className="cap nb">{t.percent(percent ?? 0)}</span>
        <span className="meter" aria-hidden="true">
          <i className="v" {...numbers({ n: percent ?? 0, of: 100 })} />
        </span>
      </ProgressBar>
      <Button small aria-label={t.cancel(file.name)} onPress={() => stop(id)}>
        {common.cancel}
      </Button>
    </div>
  )
}

function Failed({ one, uploads }: { one: Sending; uploads: Uploads }) {
  if (!one.problem) return null
  const { words, code } = one.problem
  return (
    <Note
      tone="bad"
      appears
      title={t.failed(one.file.name)}
      actions={
        <>
          <Button small onPress={() => uploads.retry(one)}>
            {common.retry}
          </Button>
          <Button small look="plain" onPress={() => uploads.stop(one.id)}>
            {t.dismiss}
          </Button>
        </>
      }
    >
      <p>
        {words.title}. {words.advice}
      </p>
      <p className="cap">{common.errorCode(code)}</p>
    </Note>
  )
}
