import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { type ApiProblem, asProblem } from '@/lib/problem'

export interface ReadingState {
  /** What is being read, or was when it failed. */
  files: readonly File[]
  isReading: boolean
  problem: ApiProblem | null
  read: (files: readonly File[]) => void
  cancel: () => void
}

/** Reads files, one time at a time; a reading that fails keeps its files, so that it can be tried again. */
export function useReading<Read>(
  readFiles: (files: readonly File[], signal: AbortSignal) => Promise<Read>,
  onRead: (read: Read, files: readonly File[]) => void,
): ReadingState {
  const controller = useRef<AbortController>(undefined)
  const { mutate, reset, variables, isPending, error } = useMutation({
    mutationFn: (files: readonly File[]) => {
      controller.current = new AbortController()
      return readFiles(files, controller.current.signal)
    },
    onSuccess: onRead,
  })
  return {
    files: variables ?? [],
    isReading: isPending,
    problem: error && asProblem(error),
    read: mutate,
    cancel: () => {
      reset()
      controller.current?.abort()
    },
  }
}
