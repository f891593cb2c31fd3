import type { Plan } from '@vertretbar/domain/plan'
import type { Catalogue, Language } from '@vertretbar/messages/catalogue'

/** The six levels in their order, each with the text that names it. */
export const levelTexts = [
  ['criticalShortage', 'criticalShortage'],
  ['normalShortage', 'normalShortage'],
  ['handOvers', 'handOvers'],
  ['halfDays', 'halfDaysLevel'],
  ['effort', 'effort'],
  ['fairness', 'fairness'],
] as const satisfies readonly (readonly [keyof Plan['objective'], keyof Catalogue])[]

/** What is proven about a plan: its six levels, with the bound where they may still be improved. */
export function proofText(
  { status, deterministic, objective, bound }: Plan,
  texts: Catalogue,
  language: Language,
): string {
  const number = (value: number): string => value.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB')
  const parts = levelTexts.map(([level, name], position) => {
    const [value, least] = [objective[level], bound[level]]
    const reached = least < value ? texts.proofBound(number(value), number(least)) : number(value)
    return texts.proofLevel(position + 1, texts[name], reached)
  })
  const claim = status === 'optimal' ? texts.proofOptimal : texts.proofFeasible
  return `${claim}: ${parts.join(' · ')}.${deterministic ? '' : ` ${texts.proofMany}`}`
}
