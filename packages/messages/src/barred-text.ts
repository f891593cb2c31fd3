import type { BarredHalfDay } from '@vertretbar/domain/command-refusal'
import { barWords } from './booking-words.ts'
import type { Language } from './catalogue.ts'
import { halfDaysText } from './date-text.ts'

/**
 * Half-days that cannot be booked, each with all that bars it; those of one proposal that are barred alike are told as
 * one. Proposals are counted from 1 where there are several.
 */
export function barredText(halfDays: readonly BarredHalfDay[], language: Language): string {
  const groups = Map.groupBy(halfDays, ({ proposal, codes }) => [proposal, ...codes].join(' '))
  const isNumbered = halfDays.some(({ proposal }) => proposal > 0)
  return [...groups.values()].map((group) => groupText(group, language, isNumbered)).join('; ')
}

function groupText(group: readonly BarredHalfDay[], language: Language, isNumbered: boolean): string {
  const [first] = group
  if (first === undefined) return ''
  const when = halfDaysText(
    group.map(({ halfDay }) => halfDay),
    language,
  )
  const why = first.codes.map((code) => barWords[language][code]).join(', ')
  return `${isNumbered ? `${proposalText(first.proposal + 1, language)}: ` : ''}${when} (${why})`
}

/** Which of several proposals, counted from 1: `Vorschlag 3`. */
export const proposalText = (number: number, language: Language): string =>
  `${language === 'de' ? 'Vorschlag' : 'Proposal'} ${number}`
