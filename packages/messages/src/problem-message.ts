import type { Fault, Warning } from '@vertretbar/domain/problem'
import type { Language } from './catalogue.ts'
import { problemInEnglish, warningInEnglish } from './problem-english.ts'
import { problemInGerman, warningInGerman } from './problem-german.ts'

const problems = { de: problemInGerman, en: problemInEnglish } as const
const warnings = { de: warningInGerman, en: warningInEnglish } as const

/** What is wrong: a region file, which has to hold together by itself, or something for a region that is stored. */
export type About = 'file' | 'store'

/** One sentence on what is wrong and, after a dash, what would be right. */
export const problemMessage = (fault: Fault, language: Language, about: About = 'file'): string =>
  problems[language](fault, about)

/** One sentence on what will surprise. */
export const warningMessage = (warning: Warning, language: Language): string => warnings[language](warning)
