import { attachments as t } from '@/lib/messages/attachment'

export const largest = 50 * 1024 * 1024

/** 12 kB, 3,4 MB: never less than there is. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024 * 1024) return t.kilobytes(Math.ceil(bytes / 1024).toLocaleString('sv-SE'))
  return t.megabytes((bytes / 1024 / 1024).toLocaleString('sv-SE', { maximumFractionDigits: 1 }))
}

/** Why a file need not be sent at all; undefined when it may be. */
export function refusalOf({ size }: Pick<File, 'size'>): string | undefined {
  if (size > largest) return t.tooLarge
  return size === 0 ? t.emptyFile : undefined
}
