import type { Alternative, AssignmentReasons, Help, LevelChanges } from '@vertretbar/domain/explanation'
import { measureText } from '@vertretbar/messages/measure-text'
import type { BoardData } from '../server/load-board.ts'
import type { Speech } from '../words/catalogue.ts'
import type { Names } from './names.ts'
import { levelNames } from './plan/level-names.ts'

type Words = Speech['words']

/** What shortage is more, or less, in words: `5 Halbtage mehr unbesetzt, davon 4 kritisch`. */
export function shortageText(
  { criticalShortage: critical, normalShortage: normal }: Help['removed'],
  { changes, ofThemCritical, otherUnfilled }: Words,
): string {
  if (critical === 0) return changes.normalShortage(normal)
  if (normal === 0) return changes.criticalShortage(critical)
  return critical > 0 === normal > 0
    ? `${changes.normalShortage(critical + normal)}, ${ofThemCritical(Math.abs(critical))}`
    : `${changes.criticalShortage(critical)}, ${otherUnfilled(normal)}`
}

/** What a plan loses without an assignment, and what the assignment takes; each where there is anything to tell. */
export function partTexts({ part, assignment }: AssignmentReasons, words: Words): string[] {
  const { criticalShortage: critical, normalShortage: normal, handOvers, halfDays } = part
  const loss = shortageText({ criticalShortage: -critical, normalShortage: -normal }, words)
  // One person at one place can be what several tasks lack.
  const counted = -critical - normal > assignment.halfDays.length ? ` (${words.countedByTask})` : ''
  const takes = [...(handOvers === 0 ? [] : [words.handOvers(handOvers)]), words.halfDays(halfDays)]
  return [
    ...(critical === 0 && normal === 0 ? [] : [words.without(`${loss}${counted}`)]),
    words.takes(takes.join(', ')),
  ]
}

/** Who would stand in instead and what that costs, in words. */
export function alternativeText(alternative: Alternative | undefined, names: Names, words: Words): string {
  if (alternative === undefined) return words.noTimeForNextBest
  const { instead, price, proven } = alternative
  const cost = `${priceText(price, words)}${proven ? '' : `; ${words.maybeBetter}`}`
  const deciding = levelNames.find((level) => price[level] !== 0)
  if (deciding !== undefined && price[deciding] < 0) return words.betterFound(cost)
  if (instead.length > 0) return words.nextBestWith(peopleText(instead, names, words), cost)
  const isLeftOpen = price.criticalShortage > 0 || price.normalShortage > 0
  return isLeftOpen ? words.nobodyElse(cost) : words.nextBestWith(words.nobodyInstead, cost)
}

/** The first level that differs decides between two plans; what comes after it weighs nothing. */
function priceText(price: LevelChanges, { changes, asGood }: Words): string {
  const deciding = levelNames.find((level) => price[level] !== 0)
  return deciding === undefined ? asGood : changes[deciding](price[deciding])
}

function peopleText(instead: Alternative['instead'], names: Names, { halfDays }: Words): string {
  return [...Map.groupBy(instead, ({ specialist }) => specialist).entries()]
    .map(([specialist, ones]) => {
      const number = ones.reduce((sum, one) => sum + one.halfDays.length, 0)
      return `${names.person(specialist)} (${names.authority(names.homeOf(specialist) ?? '')}), ${halfDays(number)}`
    })
    .join('; ')
}

/** What is to be done, and what is then no longer missing, in words. */
export function helpTexts(
  { measure, removed, proven }: Help,
  { names, data, speech }: { readonly names: Names; readonly data: BoardData; readonly speech: Speech },
): readonly [measure: string, removed: string] {
  const { words, language } = speech
  const { criticalShortage, normalShortage } = removed
  const less = shortageText({ criticalShortage: -criticalShortage, normalShortage: -normalShortage }, words)
  const measureNames = {
    ...names,
    authorityOf: (id: string) => names.authority(names.homeOf(id) ?? ''),
    agreement: (id: string) => {
      const found = data.region.agreements.find((one) => one.id === id)
      if (found === undefined) return words.agreement
      return words.agreementFor(words.legalForms[found.legalForm], found.areas.map(names.area).join(', '))
    },
  }
  return [measureText(measure, measureNames, language), proven ? less : `${less} (${words.helpUnproven})`]
}
