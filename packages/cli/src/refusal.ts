import type { Problem } from '@vertretbar/domain/problem'
import { type Catalogue, catalogues, type Language } from '@vertretbar/messages/catalogue'
import { problemMessage } from '@vertretbar/messages/problem-message'

/** What is wrong with the value of an option. */
type OptionFault =
  | { readonly code: 'wrong-date' }
  | { readonly code: 'date-out-of-range'; readonly first: string; readonly last: string }
  | { readonly code: 'reversed-horizon'; readonly from: string; readonly to: string }
  | { readonly code: 'horizon-too-long'; readonly days: number; readonly maximum: number }
  | { readonly code: 'today-too-far'; readonly days: number; readonly maximum: number }

/** Why a command is not carried out: the file, an option, or a place in the document. */
export type Refusal =
  | { readonly file: string; readonly code: 'file-missing' | 'file-unreadable' }
  | ({ readonly option: string } & OptionFault)
  | Problem

/** One sentence on what is wrong and what would be right. */
export function refusalMessage(refusal: Refusal, language: Language): string {
  const texts = catalogues[language]
  if ('pointer' in refusal) return problemMessage(refusal, language)
  if ('option' in refusal) return optionMessage(refusal, texts)
  return refusal.code === 'file-missing' ? texts.fileMissing : texts.fileUnreadable
}

function optionMessage(fault: OptionFault, texts: Catalogue): string {
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

/** Where it is: a JSON pointer into the file, an option, or the file itself. */
export const refusalPlace = (refusal: Refusal, language: Language): string => {
  if ('option' in refusal) return `--${refusal.option}`
  if ('file' in refusal) return refusal.file
  return refusal.pointer === '' ? catalogues[language].wholeFile : refusal.pointer
}

/** The reasons as lines of text, each with its place. */
export const refusalLines = (refusals: readonly Refusal[], language: Language): string =>
  refusals.map((refusal) => `${refusalPlace(refusal, language)}: ${refusalMessage(refusal, language)}`).join('\n')

/** The reasons as data: place, code and facts, and the sentence. */
export const refusalData = (refusals: readonly Refusal[], language: Language): object[] =>
  refusals.map((refusal) => ({ ...refusal, message: refusalMessage(refusal, language) }))
