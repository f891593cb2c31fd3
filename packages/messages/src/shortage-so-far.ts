import type { PlanProgress } from '@vertretbar/domain/plan'

/** The shortage that the best plan so far leaves and the least that is proven, in words; nothing while unknown. */
export function shortageSoFar(
  objective: PlanProgress['objective'],
  bound: PlanProgress['bound'],
  words: (short: number, least: number) => string,
): string {
  if (objective === undefined || bound === undefined) return ''
  const total = ({ criticalShortage = 0, normalShortage = 0 }: typeof objective): number =>
    criticalShortage + normalShortage
  return words(total(objective), total(bound))
}
