import type { Speech } from '../words/catalogue.ts'
import type { Summary } from './summary.ts'

/** The gaps of the period as a sentence; it says that there are none only where that is known. */
export function answerText({ reach, gaps, critical, fragile }: Summary, words: Speech['words']): string {
  if (reach === 'loading') return words.loadingPeriod
  if (reach === 'past') return words.gapsOfPast
  const found = gaps.length === 0 ? noGapsText(reach, words) : words.gaps(gaps.length)
  const parts = critical === 0 ? found : `${found}, ${words.critical(critical)}`
  return fragile === 0 ? parts : `${parts} · ${words.withoutReserve(fragile)}`
}

const noGapsText = (reach: Summary['reach'], words: Speech['words']): string =>
  reach === 'all' ? words.noGaps : words.noGapsFromToday
