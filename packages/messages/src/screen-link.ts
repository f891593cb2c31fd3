import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Language } from './catalogue.ts'

/**
 * What a link leads to: a gap, the days from a half-day on in an area, or the application as it opens. Days are those of
 * all authorities: of a cover, lender and receiver each look for their own people.
 */
export type LinkTarget =
  | {
      readonly kind: 'gap'
      readonly requirement: string
      readonly need: number
      readonly area: string
      readonly halfDay: HalfDay
    }
  | { readonly kind: 'days'; readonly area: string; readonly halfDay: HalfDay | undefined }
  | { readonly kind: 'start' }

/** Where the application lies, and the language of whoever follows a link. */
export interface LinkBase {
  readonly baseUrl: string
  readonly language: Language
}

/** The address of something in the web app; nothing else knows which screen shows what. */
export function linkTo(target: LinkTarget, { baseUrl, language }: LinkBase): string {
  const address = new URL(baseUrl)
  for (const [name, value] of Object.entries({ lang: language, ...queryOf(target) }))
    if (value !== undefined) address.searchParams.set(name, value)
  return address.href
}

function queryOf(target: LinkTarget): Readonly<Record<string, string | undefined>> {
  switch (target.kind) {
    case 'gap': {
      const { requirement, need, area, halfDay } = target
      return { from: halfDay.slice(0, 10), area, gap: `${requirement}.${need}@${halfDay.replace('/', '-')}` }
    }
    case 'days': {
      const { area, halfDay } = target
      return { from: halfDay?.slice(0, 10), area }
    }
    case 'start':
      return {}
  }
}
