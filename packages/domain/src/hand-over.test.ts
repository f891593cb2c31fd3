import { expect, it } from 'vitest'
import { handOverOf } from './hand-over.ts'
import { authority, booking, requirement, runsA, specialist, testRegion } from './test-region.ts'

const region = testRegion({
  authorities: [authority('city'), authority('parish', { deployments: [runsA] })],
  specialists: [specialist('anna', { access: [] })],
  requirements: [
    requirement('run', {
      when: { kind: 'deadline', deadline: 'payday', workingDaysBefore: 0, workingDaysAfter: 0, halves: ['am'] },
    }),
  ],
})
const inParish = (halfDays: readonly string[]) =>
  booking('anna', '2026-12-30/am', { authority: 'parish', area: 'payroll', halfDays })

it('a hand-over names the deadlines in the time of the cover and the access that is not open', () => {
  expect(handOverOf(region, inParish(['2026-12-29/am', '2026-12-30/am'])).points).toEqual([
    { point: 'contacts', isDone: false },
    { point: 'deadline payday 2026-12-30', isDone: false },
    { point: 'access a', isDone: false },
    { point: 'open-cases', isDone: false },
  ])
})

it('a cover that all half-days have left has neither deadlines nor access to hand over', () => {
  expect(handOverOf(region, inParish([]))).toMatchObject({ deadlines: [], accesses: [] })
})
