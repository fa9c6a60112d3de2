import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Dialog } from '@/components/Dialog'
import { ProblemNote } from '@/components/ProblemNote'
import { SearchField } from '@/components/SearchField'
import { results as t } from '@/lib/messages/followup'
import { type AssignmentSummary, assignmentsQuery, type Committee } from '../api'
import { labelOf } from './ResultsTable'

/** Finds the recommendation that a result means, where it is not among the candidates. */
export function SearchAssignmentDialog({
  committees,
  onFound,
  onClose,
}: {
  committees: readonly Committee[]
  onFound: (found: AssignmentSummary) => void
  onClose: () => void
}) {
  const [words, setWords] = useState('')
  const { data, error } = useQuery({ ...assignmentsQuery({ q: words }, 1), enabled: words !== '' })
  return (
    <Dialog title={t.searchTitle} onClose={onClose}>
      <SearchField label={t.searchField} value={words} onSearch={setWords} />
      {error && <ProblemNote problem={error} />}
      {data && (
        <>
          <p className="cap" role="status">
            {t.searchHits(data.total)}
          </p>
          <ul className="stack tight">
            {data.items.map((found) => (
              <li key={found.id}>
                <Button
                  look="plain"
                  onPress={() => {
                    onFound(found)
                    onClose()
                  }}
                >
                  {labelOf(found, committees)}
                </Button>
                <span className="cap blk">{found.auditTitle}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
