import type { Region } from '@vertretbar/domain/region'
import type { Question } from './eligibility-question.ts'
import { rules } from './eligibility-rules.ts'
import { postOf, requirementOf, samePlace, specialistOf } from './region.ts'

/** Whether the person may be asked at all: nobody is a candidate for their own post. */
export const isCandidate = (region: Region, specialistId: string, requirementId: string): boolean =>
  !samePlace(postOf(specialistOf(region, specialistId)), requirementOf(region, requirementId))

/** Every code that applies, in the order of the specification, but for `not-enough`. */
export const codesOf = (question: Question): string[] =>
  rules.filter(([, applies]) => applies(question)).map(([code]) => code)

/** The codes that keep the person from covering: short notice is waived by consenting. */
export const barsOf = (codes: readonly string[]): string[] => codes.filter((code) => code !== 'short-notice')

/** Whether no code bars the person. */
export const isPass = (codes: readonly string[]): boolean => barsOf(codes).length === 0
