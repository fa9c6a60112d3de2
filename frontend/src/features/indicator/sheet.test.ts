import { expect, it } from 'vitest'
import { emptyRow, figuresOf, pastedAt, readNumber, rowsOf } from './sheet'

it('takes pasted cells to the right and down, with more rows where they are needed', () => {
  const rows = pastedAt([{ ...emptyRow, series: 'Alla' }], 0, 'period', '2025\t70,5\t120\r\n2026\t71\r\n')
  expect(rows).toEqual([
    { series: 'Alla', period: '2025', value: '70,5', answers: '120' },
    { series: '', period: '2026', value: '71', answers: '' },
  ])
  const { figures, wrong } = figuresOf([...rows, emptyRow])
  expect(wrong).toEqual([])
  expect(figures[0]).toEqual({
    series: 'Alla',
    periodStart: '2025-01-01',
    periodEnd: '2025-12-31',
    value: 70.5,
    answers: 120,
  })
  expect(rowsOf(figures)).toEqual(rows)
})

it('says which rows are wrong', () => {
  const { wrong } = figuresOf([
    { series: '', period: 'snart', value: 'x', answers: '1,5' },
    { series: '', period: '2026', value: '5 %', answers: '' },
  ])
  expect(wrong).toHaveLength(3)
})

it('reads numbers as they are written', () => {
  expect(['1 234,5', '45 %', '−3', 'x', ''].map(readNumber)).toEqual([1234.5, 45, -3, undefined, undefined])
})
