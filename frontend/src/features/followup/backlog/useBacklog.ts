import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ApiProblem, asProblem } from '@/lib/problem'
import { type ChosenColumns, type FollowupImport, importFollowup, type ImportField } from './api'

export interface Backlog {
  file: File | undefined
  /** What the file holds, or what was stored of it. */
  found: FollowupImport | undefined
  isReading: boolean
  isStoring: boolean
  problem: ApiProblem | null
  choose: (file: File) => void
  setField: (head: string, field: ImportField | null) => void
  store: () => void
  again: () => void
}

interface Wanted {
  file: File
  columns: ChosenColumns
  preview: boolean
}

/** A file on its way in: read and shown, its columns changed and read again, then stored. */
export function useBacklog(): Backlog {
  const queryClient = useQueryClient()
  const [file, setFile] = useState<File>()
  const [columns, setColumns] = useState<ChosenColumns>({})
  const { mutate, reset, data, variables, isPending, error } = useMutation({
    mutationFn: ({ file, columns, preview }: Wanted) => importFollowup(file, columns, preview),
    onSuccess: ({ imported }) => {
      if (!imported) return
      for (const queryKey of [['followup'], ['audits'], ['responses']]) void queryClient.invalidateQueries({ queryKey })
    },
  })
  const [shown, setShown] = useState<FollowupImport>()
  const found = data ?? shown

  function preview(wanted: File, chosen: ChosenColumns) {
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
