import { useEffect } from 'react'

/** A risk that is moved leaves one cell and comes up in another: the focus goes with it. */
export function useFollowing(id: string | null, place: string) {
  useEffect(() => {
    if (id === null || document.activeElement !== document.body) return
    document.querySelector<HTMLElement>(`[data-risk="${id}"]`)?.focus()
  }, [id, place])
}
