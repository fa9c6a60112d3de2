import type { LinkProps } from '@tanstack/react-router'

/** The page where a check is performed and read. */
export function checkLink(id: string): LinkProps {
  return { to: '/kontroller/$id' as LinkProps['to'], params: { id } as LinkProps['params'] }
}
