import type { Speech } from '../words/catalogue.ts'
import type { Summary } from './summary.ts'

/**
 * The gaps of the period as a sentence; it says that there are none only where that is known. Whoever is told of no gaps
 * reads who needs cover.
 */
export function answerText(summary: Summary, words: Speech['words']): string {
  const { reach, gaps, critical, fragile, seesGaps, asking } = summary
  if (reach === 'loading') return words.loadingPeriod
  if (reach === 'past') return words.gapsOfPast
  if (!seesGaps) return asking === 0 ? noNeedsText(reach, words) : words.asking(asking)
  const found = gaps.length === 0 ? noGapsText(reach, words) : words.gaps(gaps.length)
  const parts = critical === 0 ? found : `${found}, ${words.critical(critical)}`
  return fragile === 0 ? parts : `${parts} · ${words.withoutReserve(fragile)}`
}

const noGapsText = (reach: Summary['reach'], words: Speech['words']): string =>
  reach === 'all' ? words.noGaps : words.noGapsFromToday

const noNeedsText = (reach: Summary['reach'], words: Speech['words']): string =>
  reach === 'all' ? words.nobodyAsks : words.nobodyAsksFromToday

/** What is to come, as sentences: gaps that begin soon, those of the whole horizon where not all is shown, who else asks. */
export function aheadText(
  { seesGaps, ...summary }: Summary,
  until: string | undefined,
  words: Speech['words'],
): string {
  const { soon, urgent, inAll, asking, askingInAll } = summary
  if (!seesGaps) return until === undefined ? '' : words.askingInAll(askingInAll, until)
  return [
    words.ahead(soon, urgent),
    ...(until === undefined ? [] : [words.inAll(inAll, until)]),
    ...(asking === 0 ? [] : [words.othersAsk(asking)]),
  ].join(' ')
}
