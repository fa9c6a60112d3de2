import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, call, type Schema } from '@/api/client'

export type Attachment = Schema['Attachment']
export type AttachedThing = Schema['AttachedThing']

/** What papers are attached to. */
export interface Owner {
  thing: AttachedThing
  id: string
}

/** A file on its way to be attached; the id is made once, so that it can be sent again. */
export interface Upload {
  id: string
  file: File
  paperDate: string
}

const pageSize = 50

export function attachmentsQuery({ thing, id }: Owner) {
  return infiniteQueryOptions({
    queryKey: ['attachments', thing, id],
    queryFn: ({ pageParam: page }) =>
      call(api.GET('/attachments', { params: { query: { thing, thingId: id, page, pageSize } } })),
    initialPageParam: 1,
    getNextPageParam: ({ total }, _, page) => (page * pageSize < total ? page + 1 : undefined),
  })
}

export function deleteAttachment(id: string): Promise<undefined> {
  return call(api.DELETE('/attachments/{id}', { params: { path: { id } } }))
}

export function contentAddress(id: string): string {
  return `/api/v1/attachments/${id}/content`
}

/** Sends a file, telling how much of it has been sent, from 0 to 100. */
export function attach(
  owner: Owner,
  upload: Upload,
  onProgress: (percent: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Attachment> {
  return call(send(formOf(owner, upload), onProgress, signal))
}

/** The fields stand before the file, as the server reads them. */
function formOf({ thing, id }: Owner, upload: Upload): FormData {
  const form = new FormData()
  form.append('id', upload.id)
  form.append('thing', thing)
  form.append('thingId', id)
  if (upload.paperDate) form.append('paperDate', upload.paperDate)
  form.append('file', upload.file, upload.file.name)
  return form
}

/** XMLHttpRequest, since fetch does not tell how far it has come. */
function send(form: FormData, onProgress: (percent: number) => void, signal?: AbortSignal) {
  return new Promise<{ data?: Attachment; error?: unknown; response: Response }>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/attachments')
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / total) * 100))
    request.onload = () => resolve(answerOf(request))
    request.onerror = () => reject(new TypeError('no answer'))
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

function answerOf({ status, responseText }: XMLHttpRequest) {
  const response = new Response(null, { status })
  const body = parsed(responseText)
  return response.ok ? { data: body as Attachment, response } : { error: body, response }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
