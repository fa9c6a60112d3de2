import { useRef, useState } from 'react'
import { readDecided, refusalOf } from './api'
import type { ResponseReading } from './fromReading'

export type FileState = 'none' | 'reading' | 'read' | 'unreadable'

export interface DecidedFile {
  file: File | undefined
  state: FileState
  /** Why the file that was chosen last is not taken. */
  refusal: 'notPDF' | 'tooLarge' | undefined
  choose: (file: File) => Promise<void>
  stop: () => void
  remove: () => void
}

/** The decided response's file: kept to be sent with the rest, and read at once. One that cannot be read is kept all the same. */
export function useFile(onRead: (reading: ResponseReading) => void): DecidedFile {
  const controller = useRef<AbortController>(undefined)
  const [file, setFile] = useState<File>()
  const [state, setState] = useState<FileState>('none')
  const [refusal, setRefusal] = useState<DecidedFile['refusal']>()

  async function choose(chosen: File) {
    const refused = await refusalOf(chosen)
    setRefusal(refused)
    if (refused) return
    controller.current?.abort()
    const started = new AbortController()
    controller.current = started
    setFile(chosen)
    setState('reading')
    try {
      const reading = await readDecided(chosen, started.signal)
      if (controller.current !== started) return
      onRead(reading)
      setState('read')
    } catch {
      if (controller.current === started) setState('unreadable')
    }
  }

  function leave(next: FileState) {
    controller.current?.abort()
    controller.current = undefined
    setState(next)
  }

  return {
    file,
    state,
    refusal,
    choose,
    stop: () => leave('unreadable'),
    remove: () => {
      leave('none')
      setFile(undefined)
    },
  }
}
