import type { Command } from '@vertretbar/domain/command'
import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Specialist } from '@vertretbar/domain/specialist'
import { allNeeds } from '../../oracle/counting.ts'
import { isAvailable } from '../../oracle/people.ts'
import { postOf, samePlace } from '../../oracle/region.ts'
import { barsAgainst } from '../model/bars.ts'
import { type Draw, drawHalfDay, idOf, oneOf, shortAhead, type View } from './view.ts'

type Proposal = Extract<Command, { kind: 'request-bookings' }>['proposals'][number]

/** Cover for what is short, by people who may, as a plan would propose it; of several at once some get in each other's way. */
export const drawRequest: Draw = (view) => {
  const wanted = view.random.pick([1, 1, 1, 1, 2, 3])
  const proposals: Proposal[] = []
  for (let tries = 0; tries < 8 && proposals.length < wanted; tries += 1) proposals.push(...drawProposal(view))
  return proposals.length === 0 ? undefined : { kind: 'request-bookings', proposals }
}

/** Cover by anybody for anything. */
export const drawCarelessRequest: Draw = (view) => {
  const { region, random } = view
  const proposal: Proposal = {
    specialist: idOf(random, region.specialists),
    authority: idOf(random, region.authorities),
    area: idOf(random, region.serviceAreas),
    ...(random.chance(0.3) ? { agreement: idOf(random, region.agreements) } : {}),
    halfDays: Array.from({ length: random.int(1, 4) }, () => drawHalfDay(view)),
    mode: random.pick(['remote', 'on-site']),
  }
  return { kind: 'request-bookings', proposals: [proposal] }
}

/** A proposal for one need, or none where nothing is short, nobody is able, or nobody is free. */
function drawProposal(view: View): readonly Proposal[] {
  const { region, today, random } = view
  const need = oneOf(random, allNeeds(region))
  if (need === undefined) return []
  const { authority, area } = need.requirement
  const able = region.specialists.filter(
    (person) =>
      !samePlace(postOf(person), need.requirement) && person.competences.some((competence) => competence.area === area),
  )
  const person = oneOf(random, able)
  if (person === undefined) return []
  const halfDays = chosen(view, person, shortAhead(view, need))
  if (halfDays.length === 0) return []
  const proposal = {
    specialist: person.id,
    authority,
    area,
    halfDays,
    mode: random.pick(['remote', 'on-site'] as const),
  }
  const named = random.chance(0.3) ? { agreement: idOf(random, region.agreements) } : {}
  if (random.chance(0.05)) return [{ ...proposal, ...named }]
  const bars = barsAgainst(region, { ...proposal, agreement: undefined }, { today, wanted: 'short' })
  const free = halfDays.filter((halfDay) => !bars.some((bar) => bar.halfDay === halfDay))
  return free.length === 0 ? [] : [{ ...proposal, ...named, halfDays: free }]
}

/** A few that follow each other, mostly those at which the person is free. */
function chosen({ region, random }: View, person: Specialist, short: readonly HalfDay[]): HalfDay[] {
  const free = short.filter((halfDay) => isAvailable(region, person, halfDay) || random.chance(0.1))
  const from = random.int(0, Math.max(0, free.length - 1))
  return free.slice(from, from + random.int(1, 5))
}
