import type { Gap } from '@vertretbar/domain/gap'
import { dayOf } from '@vertretbar/domain/half-day'
import { causesText } from '@vertretbar/messages/reason-words'
import { styled, table } from './table.ts'
import { blocksOf, cut, needName, officeName, type View, whenText } from './view.ts'

/** The gaps as tables, those that the work pattern makes apart; at most `most` rows each. */
export async function gapView(gaps: readonly Gap[], view: View, most = Number.POSITIVE_INFINITY): Promise<string> {
  const { texts, page } = view
  const heading = styled(texts.gapsHeading(gaps.length), 'bold', page)
  if (gaps.length === 0) return `${heading}\n  ${texts.noGaps}`
  const others = gaps.filter(({ structural }) => !structural)
  const structural = gaps.filter((gap) => gap.structural)
  const parts = [`${heading}\n  ${texts.gapsSummary(shortage(gaps, 'critical'), shortage(gaps, 'normal'))}`]
  if (others.length > 0) parts.push(await gapTable(others, view, most))
  if (structural.length > 0 && page.isOneLine) parts.push(`  ${texts.structuralCount(structural.length)}`)
  else if (structural.length > 0) parts.push(`  ${texts.structuralHeading}\n${await gapTable(structural, view, most)}`)
  return parts.join(page.isOneLine ? '\n' : '\n\n')
}

const shortage = (gaps: readonly Gap[], criticality: Gap['criticality']): number =>
  gaps
    .filter((gap) => gap.criticality === criticality)
    .flatMap(({ halfDays }) => halfDays)
    .reduce((sum, halfDay) => sum + halfDay.shortage, 0)

/** Gaps as a table, soonest first; at most `most` rows. */
export async function gapTable(gaps: readonly Gap[], view: View, most = Number.POSITIVE_INFINITY): Promise<string> {
  const { texts } = view
  const { shown, rest } = cut(gaps.toSorted(soonestFirst), most, view)
  const set = await table(
    [
      texts.office,
      texts.requirement,
      { kept: texts.when },
      ...(view.page.isOneLine ? [] : [texts.missing]),
      texts.causes,
      { kept: texts.severity },
    ],
    shown.map((gap) => row(gap, view)),
    view.page,
  )
  return set + rest
}

/** Within a need the order of time; before that, what comes first. */
const soonestFirst = (one: Gap, other: Gap): number => startOf(one) - startOf(other) || rank(one) - rank(other)

const startOf = ({ halfDays: [first] }: Gap): number => (first === undefined ? 0 : dayOf(first.halfDay.slice(0, 10)))
const rank = ({ criticality }: Gap): number => (criticality === 'critical' ? 0 : 1)

function row(gap: Gap, view: View): string[] {
  const { language, texts } = view
  return [
    officeName(gap, view),
    needName(gap, view),
    whenText(
      gap.authority,
      gap.halfDays.map(({ halfDay }) => halfDay),
      view,
    ),
    ...(view.page.isOneLine ? [] : [missing(gap, view)]),
    [causesText(gap.causes, language), ...blocksOf(gap, view)].filter((text) => text !== '').join('; '),
    gap.criticality === 'critical' ? `${severity(gap, view)}, ${texts.critical}` : severity(gap, view),
  ]
}

function missing({ halfDays }: Gap, { texts }: View): string {
  const numbers = halfDays.map((halfDay) => halfDay.shortage)
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  return least === most ? texts.people(most) : texts.peopleBetween(least, most)
}

const colours = { urgent: 'red', soon: 'yellow', later: 'dim' } as const

const severity = ({ severity: word }: Gap, { texts, page }: View): string => styled(texts[word], colours[word], page)
