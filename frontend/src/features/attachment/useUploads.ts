import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { showToast } from '@/components/Toasts'
import { attachments as t } from '@/lib/messages/attachment'
import { type ApiProblem, asProblem } from '@/lib/problem'
import { attach, attachmentsQuery, type Owner, type Upload } from './api'

/** An upload as it goes on; without percent it waits its turn, with a problem it has failed and can be sent again. */
export interface Sending extends Upload {
  percent?: number
  problem?: ApiProblem
}

export interface Uploads {
  sending: readonly Sending[]
  start: (uploads: readonly Upload[]) => void
  retry: (upload: Upload) => void
  /** Stops an upload, or forgets one that failed. */
  stop: (id: string) => void
}

/** Sends files one at a time, in their order. */
export function useUploads(owner: Owner): Uploads {
  const queryClient = useQueryClient()
  const [sending, setSending] = useState<readonly Sending[]>([])
  const last = useRef<Promise<void>>(Promise.resolve())
  const controllers = useRef(new Map<string, AbortController>())

  const forget = (id: string) => setSending((all) => all.filter((one) => one.id !== id))
  const change = (id: string, to: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.id === id ? { ...one, ...to } : one)))

  async function send(upload: Upload, { signal }: AbortController) {
    if (signal.aborted) return
    change(upload.id, { percent: 0 })
    try {
      const { name } = await attach(owner, upload, (percent) => change(upload.id, { percent }), signal)
      await queryClient.invalidateQueries({ queryKey: attachmentsQuery(owner).queryKey })
      showToast({ tone: 'ok', title: t.attached(name) })
      forget(upload.id)
    } catch (failure) {
      if (!signal.aborted) change(upload.id, { problem: asProblem(failure) })
    }
  }

  function start(uploads: readonly Upload[]) {
    setSending((all) => [...all.filter(({ id }) => !uploads.some((upload) => upload.id === id)), ...uploads])
    for (const upload of uploads) {
      const controller = new AbortController()
      controllers.current.set(upload.id, controller)
      last.current = last.current.then(() => send(upload, controller))
    }
  }

  return {
    sending,
    start,
    retry: ({ id, file, paperDate }) => start([{ id, file, paperDate }]),
    stop: (id) => {
      controllers.current.get(id)?.abort()
      forget(id)
    },
  }
}
