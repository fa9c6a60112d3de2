import { measures as t } from '@/lib/messages/response'
import type { Measure } from './api'

/** The measures as they are printed. */
export function SheetMeasures({ measures }: { measures: readonly Measure[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.function}</th>
          <th scope="col">{t.ready}</th>
        </tr>
      </thead>
      <tbody>
        {measures.map(({ id, content }) => (
          <tr key={id}>
            <td>{content.what}</td>
            <td>{content.function || '–'}</td>
            <td>{content.ready?.words ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
