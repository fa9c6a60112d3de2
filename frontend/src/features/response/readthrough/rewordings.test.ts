import { expect, it } from 'vitest'
import { rewordings } from './rewordings'

it('a change of the stance alone is no new wording', () => {
  const by = { id: 'o', name: 'Elin Strandmark' }
  const changes = [
    { at: '2024-01-22T10:00:00Z', by, before: 'Nämnden gör det.', after: 'Nämnden gör det.' },
    { at: '2024-01-22T09:00:00Z', by, before: '', after: 'Nämnden gör det.' },
  ]
  expect(rewordings(changes).map(({ at }) => at)).toEqual(['2024-01-22T09:00:00Z'])
})
