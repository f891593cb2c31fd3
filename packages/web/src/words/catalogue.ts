import type { Language } from '@vertretbar/messages/catalogue'
import { createContext, use } from 'react'
import { english } from './english.ts'
import { german, type Words } from './german.ts'

/** The language of the page, with its texts. */
export interface Speech {
  readonly language: Language
  readonly words: Words
}

/** The texts of each language. */
export const speeches: Readonly<Record<Language, Speech>> = {
  de: { language: 'de', words: german },
  en: { language: 'en', words: english },
}

/** Tells every part of the page its language. */
export const SpeechContext = createContext<Speech>(speeches.de)

/** The language and the texts of the page. */
export const useSpeech = (): Speech => use(SpeechContext)
