import type { Help } from '@vertretbar/domain/explanation'
import type { GapSource } from './gap/gap-panel.tsx'
import { type Gap, needKey } from './gap-key.ts'

/** No more is shown, so that the best is seen. */
const mostShown = 5

/** What would help at a gap, the most helpful first; and whether anything else does that is not to be proposed there. */
export function helpFor(
  gap: Gap,
  help: readonly Help[],
  { names }: Pick<GapSource, 'names'>,
): { readonly shown: readonly Help[]; readonly hasOther: boolean } {
  const here = new Set(gap.halfDays.map(({ halfDay }) => `${needKey(gap)} ${halfDay}`))
  const found = help.filter(({ covered }) => covered.some((one) => here.has(`${needKey(one)} ${one.halfDay}`)))
  const proposed = found.filter((one) => isMatterOf(gap.authority, one, names))
  return { shown: proposed.slice(0, mostShown), hasOther: proposed.length < found.length }
}

/** What would help over the whole plan, the most helpful first. */
export function helpOverall(help: readonly Help[], { names, data }: Pick<GapSource, 'names' | 'data'>): Help[] {
  const authorityOf = new Map(data.region.requirements.map(({ id, authority }) => [id, authority]))
  return help
    .filter((one) => one.covered.some(({ requirement }) => isMatterOf(authorityOf.get(requirement), one, names)))
    .slice(0, mostShown)
}

/** An absence is nobody's business but that of the authority whose gap it makes. */
const isMatterOf = (authority: string | undefined, { measure }: Help, { homeOf }: GapSource['names']): boolean =>
  measure.kind !== 'absence' || homeOf(measure.specialist) === authority
