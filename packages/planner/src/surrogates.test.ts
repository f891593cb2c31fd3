import type { Region } from '@vertretbar/domain/region'
import type { Specialist } from '@vertretbar/domain/specialist'
import { awayFor, since } from '@vertretbar/domain/test-region'
import { describe, expect, it } from 'vitest'
import { explanationOf, halfDay, parishWants } from './test-explanation.ts'
import { able, coverIn, planOf } from './test-plan.ts'

/** Two who are able alike, one of whom has something of their own that has nothing to do with what is planned. */
const two = (whose: string, own: Partial<Specialist>, away: readonly string[] = []): Partial<Region> => ({
  specialists: ['one', 'other'].map((id) => able(id, id === whose ? own : {})),
  absences: away.map((day) => awayFor(whose, day, day)),
  requirements: [parishWants(1)],
})

const whoComes = async (fields: Partial<Region>): Promise<string | undefined> =>
  coverIn(await planOf(fields))[0]?.split(' ')[0]

describe('who of two equals is planned', () => {
  it.each<readonly [string, Partial<Specialist>, readonly string[]]>([
    ['an absence on another day', {}, ['2026-06-17/am']],
    ['an exclusion somewhere else', { exclusions: [{ authority: 'parish', area: 'audit', ...since }] }, []],
    ['a limit that does not bind', { coverLimitHalfDaysPerWeek: 9 }, []],
  ])('depends on what is known of them and not on their ids: %s', async (_, own, away) => {
    const planned = await Promise.all(['one', 'other'].map((whose) => whoComes(two(whose, own, away))))
    expect(new Set(planned)).toEqual(new Set(['one', 'other']))
  })

  it('is the same whatever their ids are where nothing tells them apart', async () => {
    const names = ['one', 'other'].map((whose) => whoComes(two(whose, {})))
    expect(new Set(await Promise.all(names)).size).toBe(1)
  })
})

it('an explanation names people and absences by their own ids', async () => {
  const fields = {
    specialists: [able('p1', { authority: 'parish' })],
    absences: [awayFor('p1', halfDay, halfDay)],
    requirements: [parishWants(1)],
  }
  const { help } = await explanationOf(fields)
  expect(help.map(({ measure }) => measure)).toContainEqual(
    expect.objectContaining({ kind: 'absence', specialist: 'p1', absence: 'p1-2026-06-10-am' }),
  )
})
