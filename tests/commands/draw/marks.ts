import { allNeeds } from '../../oracle/counting.ts'
import { type Draw, drawHalfDay, oneOf, shortAhead } from './view.ts'

/** Something is said of a gap, now and then of one that is not there. */
export const drawMark: Draw = (view) => {
  const { region, random } = view
  const need = oneOf(random, allNeeds(region))
  if (need === undefined) return undefined
  const known = random.chance(0.1) ? undefined : oneOf(random, shortAhead(view, need))
  return {
    kind: random.pick(['acknowledge-gap', 'accept-risk']),
    requirement: random.chance(0.02) ? 'no-requirement' : need.requirement.id,
    need: random.chance(0.03) ? 9 : need.need,
    halfDay: known ?? drawHalfDay(view),
  }
}
