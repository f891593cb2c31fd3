import { type CoverState, coverState } from '@vertretbar/domain/cover'
import { isCandidate, reasonsAgainst } from '@vertretbar/domain/eligibility'
import { detectGaps } from '@vertretbar/domain/gap'
import { dayOf, halfDayOf } from '@vertretbar/domain/half-day'
import { listOf } from '@vertretbar/domain/half-day-set'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { fragileHalfDays } from '@vertretbar/domain/supply'
import { expect } from 'vitest'
import { campaign } from './campaign.ts'
import { medium, small } from './generate/knobs.ts'
import { type Generated, generateRegion } from './generate/region.ts'
import { fragileHalfDays as fragileByTwin } from './oracle/counting.ts'
import { oracleCodes } from './oracle/eligibility.ts'
import { oracleGaps } from './oracle/gaps.ts'

campaign('gaps: the sweep equals the slow twin', { test: 200, prove: 5000 }, (seed) => {
  const generated = generateRegion(seed, seed % 4 === 0 ? medium : small)
  const { region, today, from, to } = generated
  const index = new RegionIndex(region)
  const gaps = detectGaps(index, { first: dayOf(from), last: dayOf(to) }, dayOf(today))
  expect(gaps).toEqual(oracleGaps(region, generated).gaps)

  const { supply, span } = stateOf(generated, index)
  for (const need of supply) {
    const { requirement, position } = need.ref
    const byTwin = fragileByTwin(region, generated, { requirement, need: position })
    expect(fragileHalfDays(need, span).map(halfDayOf), `${requirement.id} need ${position}`).toEqual(byTwin)
  }
})

campaign("eligibility: every code equals the twin's", { test: 60, prove: 1000 }, (seed) => {
  const generated = generateRegion(seed)
  const { region } = generated
  const index = new RegionIndex(region)
  const state = stateOf(generated, index)
  for (const { ref, short } of state.supply)
    for (const halfDay of listOf(short, state.span))
      for (const candidate of region.specialists.filter((specialist) => isCandidate(specialist, ref.requirement))) {
        const need = { requirement: ref.requirement.id, need: ref.position }
        const codes = reasonsAgainst({ state, candidate, ref, halfDay }).toSorted()
        const byTwin = oracleCodes(region, generated, candidate.id, need, halfDayOf(halfDay))
        expect(
          codes,
          `${candidate.id} for ${ref.requirement.id} need ${ref.position} at ${halfDayOf(halfDay)}`,
        ).toEqual(byTwin)
      }
})

const stateOf = ({ from, to, today }: Generated, index: RegionIndex): CoverState =>
  coverState(index, { first: dayOf(from), last: dayOf(to) }, dayOf(today))
