import type { Effect } from '@vertretbar/domain/effect'
import type { Gap } from '@vertretbar/domain/gap'
import { describe, expect, it } from 'vitest'
import { effectView } from './effect-view.ts'
import { type Kind, viewerOf } from './test-viewer.ts'

const gap = (authority: string): Gap => ({
  requirement: `${authority}.payroll`,
  need: 0,
  authority,
  area: 'payroll',
  criticality: 'normal',
  severity: 'soon',
  halfDays: [{ halfDay: '2026-06-12/am', shortage: 2 }],
  causes: [{ cause: 'absent', people: 2 }],
  structural: false,
  blocks: [],
})

const effect: Effect = {
  opened: [gap('city'), gap('parish')],
  closed: [gap('parish')],
  broken: [
    {
      booking: 'cover',
      specialist: 'city-p4',
      authority: 'parish',
      area: 'registry',
      halfDays: [{ halfDay: '2026-06-12/am', codes: ['not-available'] }],
    },
  ],
}

describe('what an absence would do', () => {
  it.each<readonly [Kind, readonly number[]]>([
    ['the HR manager of a partner', [1, 1, 0, 1, 1]],
    ['the HR manager who asks', [1, 1, 1, 0, 1]],
    // At the own post too, there is no cause and no colleague.
    ['a specialist of a partner', [0, 2, 0, 1, 0]],
    ['the HR manager of a stranger', [0, 0, 0, 0, 0]],
    ['the coordinator', [0, 2, 0, 1, 1]],
  ])('is told as far as each gap and cover may be seen: %s', (kind, numbers) => {
    const { opened, openedNeeds, closed, closedNeeds, broken } = effectView(viewerOf(kind), effect)
    expect([opened, openedNeeds, closed, closedNeeds, broken].map(({ length }) => length)).toEqual(numbers)
    expect(JSON.stringify([openedNeeds, closedNeeds])).not.toMatch(/cause|shortage|people/)
  })
})
