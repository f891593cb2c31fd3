import type { AssignmentReasons, Explanation, Help, LevelChanges } from '@vertretbar/domain/explanation'
import { levelNames } from '@vertretbar/domain/plan'
import { measureText } from '@vertretbar/messages/measure-text'
import { passedWords } from '@vertretbar/messages/reason-words'
import { levelTexts } from './proof-text.ts'
import { styled } from './table.ts'
import { personText, placeName, type View, whenText } from './view.ts'

/** Why each assignment is in the plan, with the next best way and its price; then what would help. */
export const explanationView = ({ assignments, help, measures }: Explanation, view: View): string => {
  const { texts, page } = view
  return [
    styled(texts.reasonsHeading, 'bold', page),
    ...assignments.flatMap((reasons) => reasonLines(reasons, view)),
    '',
    styled(texts.helpHeading, 'bold', page),
    `  ${texts.helpTried(measures.tried, measures.complete)}`,
    ...(help.length === 0 ? [`  ${texts.helpNone}`] : help.map((one, position) => helpLine(one, position + 1, view))),
  ].join('\n')
}

function reasonLines({ assignment, passed, shortNotice, part, alternative }: AssignmentReasons, view: View): string[] {
  const { language, texts } = view
  const { authority, halfDays } = assignment
  const waived = shortNotice.length === 0 ? [] : [texts.shortNoticeOn(whenText(authority, shortNotice, view))]
  return [
    `  ${personText(assignment.specialist, view)}: ${placeName(assignment, view)}, ${whenText(authority, halfDays, view)}`,
    ...[
      `${texts.passed}: ${passed.map((code) => passedWords[language][code]).join(', ')}`,
      ...waived,
      `${texts.part}: ${changesText(part, view)}`,
      alternativeLine(alternative, view),
    ].map((line) => `    ${line}`),
  ]
}

function alternativeLine(alternative: AssignmentReasons['alternative'], view: View): string {
  const { texts } = view
  if (alternative === undefined) return `${texts.nextBest}: ${texts.noTimeForIt}`
  const { instead, price, proven } = alternative
  const who = instead.map(
    ({ specialist, halfDays }) => `${personText(specialist, view)}, ${texts.halfDays(halfDays.length)}`,
  )
  const deciding = levelNames.find((level) => price[level] !== 0)
  const label = deciding !== undefined && price[deciding] < 0 ? texts.betterFound : texts.nextBest
  const cost = deciding === undefined ? texts.asGood : changesText(price, view)
  const whom = who.length === 0 ? texts.nobodyElse : who.join('; ')
  return `${label}: ${[whom, cost, ...(proven ? [] : [texts.maybeBetter])].join(' – ')}`
}

/** The levels that differ, each with its sign: `Übergaben: +1 · Aufwand: −2`. */
const changesText = (changes: LevelChanges, { language, texts }: View): string =>
  levelTexts
    .filter(([level]) => changes[level] !== 0)
    .map(([level, name]) => `${texts[name]} ${signed(changes[level], language)}`)
    .join(' · ')

const signed = (value: number, language: View['language']): string =>
  new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', { signDisplay: 'exceptZero' })
    .format(value)
    .replace('-', '−')

function helpLine({ measure, removed, proven, covered }: Help, number: number, view: View): string {
  const { index, language, texts } = view
  const names = {
    authority: (id: string) => index.authority(id).name,
    area: (id: string) => index.area(id).name[language],
    product: (id: string) => index.product(id).name,
    person: (id: string) => index.specialist(id).displayName,
    authorityOf: (id: string) => index.authority(index.specialist(id).authority).name,
  }
  const places = [...new Set(covered.map(({ requirement }) => placeName(index.requirement(requirement), view)))]
  const { criticalShortage, normalShortage } = removed
  const what = texts.removes(criticalShortage, normalShortage, proven)
  return `  ${number}. ${measureText(measure, names, language)}: ${what} (${places.join('; ')})`
}
