import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type ApiProblem, asProblem } from '@/lib/problem'

/** A file as it is sent: with what the person has said that its columns are, by their heads; null leaves one out. */
export interface SentSheet {
  file: File
  columns: Readonly<Record<string, string | null>>
  /** Say what it holds, and store nothing. */
  preview: boolean
}

export interface Sheet<Found> {
  file: File | undefined
  /** What the file holds, or what was stored of it. */
  found: Found | undefined
  isReading: boolean
  isStoring: boolean
  problem: ApiProblem | null
  choose: (file: File) => void
  setField: (head: string, field: string | null) => void
  store: () => void
  again: () => void
}

/** A file on its way in: read and shown, its columns changed and read again, then stored. */
export function useSheet<Found extends { imported: boolean }>(
  send: (sheet: SentSheet) => Promise<Found>,
  onStored: (found: Found) => void,
): Sheet<Found> {
  const [file, setFile] = useState<File>()
  const [columns, setColumns] = useState<SentSheet['columns']>({})
  const { mutate, reset, data, variables, isPending, error } = useMutation({
    mutationFn: send,
    onSuccess: (found) => {
      if (found.imported) onStored(found)
    },
  })
  const [shown, setShown] = useState<Found>()
  const found = data ?? shown

  function preview(wanted: File, chosen: SentSheet['columns']) {
    setFile(wanted)
    setColumns(chosen)
    mutate({ file: wanted, columns: chosen, preview: true })
  }

  return {
    file,
    found,
    isReading: isPending && variables.preview,
    isStoring: isPending && !variables.preview,
    problem: error && asProblem(error),
    choose: (chosen) => {
      setShown(undefined)
      preview(chosen, {})
    },
    setField: (head, field) => {
      if (!file) return
      setShown(found)
      preview(file, { ...columns, [head]: field })
    },
    store: () => {
      if (!file) return
      setShown(found)
      mutate({ file, columns, preview: false })
    },
    again: () => {
      reset()
      setFile(undefined)
      setShown(undefined)
    },
  }
}

/** The form that every import takes: its fields stand before its file. */
export function sheetForm({ file, columns, preview }: SentSheet): FormData {
  const form = new FormData()
  form.append('preview', String(preview))
  form.append('columns', JSON.stringify(columns))
  form.append('file', file, file.name)
  return form
}
