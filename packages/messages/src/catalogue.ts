import { english } from './english.ts'
import { type Catalogue, german } from './german.ts'

export type { Catalogue } from './german.ts'

/** The languages of the screens, German first. */
export const languages = ['de', 'en'] as const
export type Language = (typeof languages)[number]

/** The texts of a language; a language that lacks one does not compile. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { de: german, en: english }
