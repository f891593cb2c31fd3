import type { Help } from '@vertretbar/domain/explanation'
import { describe, expect, it } from 'vitest'
import { namesOf } from './names.ts'
import { helpFor, helpOverall } from './plan-help.ts'
import { boardData, gapAt } from './test-board.ts'
import { helpWith } from './test-explanation.ts'

const known = boardData({ days: ['2026-12-14', '2026-12-20'] })
const [requirement] = known.region.requirements
if (requirement === undefined) throw new Error('the test board has no requirement')
const data = {
  ...known,
  region: { ...known.region, requirements: [requirement, { ...requirement, id: 'far', authority: 'town' }] },
}
const source = { data, names: namesOf(data.region, 'de') }

const gap = gapAt('2026-12-17/am')
const covering = (fields: Partial<Help['covered'][number]>): Help =>
  helpWith({ covered: [{ requirement: 'r', need: 0, halfDay: '2026-12-17/am', people: 1, ...fields }] })

/** An absence of somebody of the city, moved. */
const moved = (where: string): Help => ({
  ...covering({ requirement: where }),
  measure: { kind: 'absence', absence: 'a', specialist: 'p', from: '2026-12-21/am', days: 1 },
})

describe('what would help at a gap', () => {
  it.each([
    ['the very half-day and need', covering({}), 1],
    ['another half-day', covering({ halfDay: '2026-12-17/pm' }), 0],
    ['another need', covering({ need: 1 }), 0],
    ['another requirement', covering({ requirement: 'far' }), 0],
    ['an absence of its own authority', moved('r'), 1],
  ])('is what covers it: %s', (_, help, number) => {
    expect(helpFor(gap, [help], source)).toEqual({ shown: [help].slice(0, number), hasOther: false })
  })

  it('is never the absence of somebody of another authority, and it is known that there is something else', () => {
    const far = gapAt('2026-12-17/am', { requirement: 'far', authority: 'town' })
    expect(helpFor(far, [moved('far')], source)).toEqual({ shown: [], hasOther: true })
  })

  it('is told in its order, and no more than five of it', () => {
    const help = Array.from({ length: 7 }, (_, number) => helpWith({ removed: removing(7 - number) }))
    expect(helpFor(gap, help, source).shown).toEqual(help.slice(0, 5))
    expect(helpOverall(help, source)).toEqual(help.slice(0, 5))
  })
})

const removing = (criticalShortage: number): Help['removed'] => ({ criticalShortage, normalShortage: 0 })

it('over the whole plan an absence is proposed only where it makes a gap of its own authority', () => {
  expect(helpOverall([moved('r'), moved('far'), covering({ requirement: 'far' })], source)).toEqual([
    moved('r'),
    covering({ requirement: 'far' }),
  ])
})
