import type { HorizonFault } from '@vertretbar/domain/horizon'
import type { Problem } from '@vertretbar/domain/problem'
import { type Catalogue, catalogues, type Language } from '@vertretbar/messages/catalogue'
import { problemMessage } from '@vertretbar/messages/problem-message'

/** Why a command is not carried out: the file, a date, or a place in the document. */
export type Refusal =
  | { readonly file: string; readonly code: 'file-missing' | 'file-unreadable' }
  | HorizonFault
  | Problem

/** One sentence on what is wrong and what would be right. */
export function refusalMessage(refusal: Refusal, language: Language): string {
  const texts = catalogues[language]
  if ('pointer' in refusal) return problemMessage(refusal, language)
  if ('field' in refusal) return horizonMessage(refusal, texts)
  return refusal.code === 'file-missing' ? texts.fileMissing : texts.fileUnreadable
}

function horizonMessage(fault: HorizonFault, texts: Catalogue): string {
  switch (fault.code) {
    case 'wrong-date':
      return texts.optionDate
    case 'date-out-of-range':
      return texts.optionOutOfRange(fault.first, fault.last)
    case 'reversed-horizon':
      return texts.optionReversed(fault.from, fault.to)
    case 'horizon-too-long':
      return texts.optionTooLong(fault.days, fault.maximum)
    case 'today-too-far':
      return texts.optionTodayFar(fault.days, fault.maximum)
  }
}

/** Where it is: a JSON pointer into the file, a date, or the file itself. */
export const refusalPlace = (refusal: Refusal, language: Language): string => {
  if ('field' in refusal) return `--${refusal.field}`
  if ('file' in refusal) return refusal.file
  return refusal.pointer === '' ? catalogues[language].wholeFile : refusal.pointer
}

/** The reasons as lines of text, each with its place. */
export const refusalLines = (refusals: readonly Refusal[], language: Language): string =>
  refusals.map((refusal) => `${refusalPlace(refusal, language)}: ${refusalMessage(refusal, language)}`).join('\n')

/** The reasons as data: place, code and facts, and the sentence. */
export const refusalData = (refusals: readonly Refusal[], language: Language): object[] =>
  refusals.map((refusal) => ({ ...refusal, message: refusalMessage(refusal, language) }))
