import type { CSSProperties } from 'react'

/**
 * Numbers for the sheet of CSS, as custom properties: `<i {...numbers({ n: 3, of: 5 })} />` gives --n and --of.
 * The only use of a style attribute that the content security policy and the design allow.
 */
export function numbers(values: Record<string, number>): { style: CSSProperties } {
  return { style: Object.fromEntries(Object.entries(values).map(([name, value]) => [`--${name}`, value])) }
}
