import { FederalState } from '@vertretbar/domain/authority'
import { holidaysOf } from '@vertretbar/domain/calendar'
import { dateOf } from '@vertretbar/domain/half-day'
import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'

const firstYear = 2020
const lastYear = 2040

/** The dates on which the two differ, each with the law that decides. None is known. */
const explained: readonly string[] = []

describe('the holidays of every state are those of date-holidays from 2020 to 2040', () => {
  it.each(FederalState.options)('%s', (state) => {
    const library = new Holidays('DE', state.slice(3))
    const differences: string[] = []
    for (let year = firstYear; year <= lastYear; year += 1) {
      const ours = new Set([...holidaysOf(state, year)].map(dateOf))
      const published = library.getHolidays(year).filter(({ type }) => type === 'public')
      const theirs = new Set(published.map(({ date }) => date.slice(0, 10)))
      expect(theirs.size).toBeGreaterThan(8)
      for (const date of ours.symmetricDifference(theirs)) differences.push(`${state} ${date}`)
    }
    expect(differences.toSorted()).toEqual(explained.filter((difference) => difference.startsWith(state)))
  })
})
