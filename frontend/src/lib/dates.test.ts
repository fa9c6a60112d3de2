import { describe, expect, it } from 'vitest'
import { dateOf, daysBetween, formatInstant, formatLongDate, readTypedDate, relativeDays } from './dates'

describe('readTypedDate', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['20240229', '2024-02-29'],
    ['2024/2/9', '2024-02-09'],
    [' 2024.12.01 ', '2024-12-01'],
  ])('reads %s', (typed, date) => expect(readTypedDate(typed)).toEqual({ date }))

  it.each([
    ['2023-02-29', '2023 har ingen 29 februari. Menar du 2024-02-29?'],
    ['2025-02-29', '2025 har ingen 29 februari. Menar du 2024-02-29?'],
    ['1900-02-29', '1900 har ingen 29 februari. Menar du 1904-02-29?'],
    ['2024-02-30', 'Februari har 29 dagar. Menar du 2024-02-29?'],
    ['2024-04-31', 'April har 30 dagar. Menar du 2024-04-30?'],
    ['2024-13-01', 'Det finns ingen månad 13. Skriv datumet som åååå-mm-dd.'],
    ['2024-01-00', 'Skriv datumet som åååå-mm-dd, till exempel 2024-02-29.'],
    ['snart', 'Skriv datumet som åååå-mm-dd, till exempel 2024-02-29.'],
  ])('says what is wrong with %s', (typed, problem) => expect(readTypedDate(typed)).toEqual({ problem }))
})

describe('instants', () => {
  it('are shown in Stockholm time, on both sides of the change to summer time', () => {
    expect(formatInstant('2024-01-22T15:12:00Z')).toBe('2024-01-22 16:12')
    expect(formatInstant('2024-07-22T15:12:00Z')).toBe('2024-07-22 17:12')
  })

  it('belong to the Stockholm day', () => expect(dateOf('2024-12-31T23:30:00Z')).toBe('2025-01-01'))
})

describe('dates in words', () => {
  it('name the weekday and the ISO week', () => {
    expect(formatLongDate('2024-01-23')).toBe('Tisdag 23 januari 2024, vecka 4')
    expect(formatLongDate('2027-01-03')).toMatch(/vecka 53$/)
  })

  it.each([
    ['2024-01-23', 'i dag'],
    ['2024-01-24', 'i morgon'],
    ['2024-01-22', 'i går'],
    ['2024-01-31', 'om 8 dagar'],
    ['2024-01-15', '8 dagar sen'],
  ])('%s is %s', (date, words) => expect(relativeDays(date, '2024-01-23')).toBe(words))

  it('count days across the change of clocks', () => expect(daysBetween('2024-03-30', '2024-04-01')).toBe(2))
})
