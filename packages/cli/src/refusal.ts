import type { HorizonFault } from '@vertretbar/domain/horizon'
import type { Problem } from '@vertretbar/domain/problem'
import type { TableProblem } from '@vertretbar/domain/table-fault'
import { type Catalogue, catalogues, type Language } from '@vertretbar/messages/catalogue'
import { problemMessage } from '@vertretbar/messages/problem-message'
import { tableMessage } from '@vertretbar/messages/table-message'
import type { PlanRefusal } from '@vertretbar/planner/question'
import type { InstallationFault } from './installation/fault.ts'
import { installationMessage } from './installation-message.ts'

/** What is wrong with a file as a whole. */
export type FileFault = { readonly file: string } & (
  | { readonly code: 'file-missing' | 'file-unreadable' }
  | { readonly code: 'file-too-large'; readonly bytes: number; readonly maximum: number }
)

/** What is wrong in the file of an earlier plan, which is not the file that the command is about. */
export type PlanFileProblem = Problem & { readonly file: string }

/** Why a command is not carried out: file, date, place in the document or table, too much to plan, the installation. */
export type Refusal =
  | FileFault
  | HorizonFault
  | Problem
  | PlanFileProblem
  | TableProblem
  | PlanRefusal
  | InstallationFault

/** One sentence on what is wrong and what would be right. */
export function refusalMessage(refusal: Refusal, language: Language): string {
  const texts = catalogues[language]
  if ('pointer' in refusal) return problemMessage(refusal, language)
  if ('row' in refusal) return tableMessage(refusal, language)
  if ('field' in refusal) return horizonMessage(refusal, texts)
  if ('at' in refusal) return installationMessage(refusal, texts)
  if (refusal.code === 'plan-too-large') return texts.planTooLarge(refusal.maximum)
  return fileMessage(refusal, texts)
}

function fileMessage(fault: FileFault, texts: Catalogue): string {
  switch (fault.code) {
    case 'file-missing':
      return texts.fileMissing
    case 'file-unreadable':
      return texts.fileUnreadable
    case 'file-too-large':
      return texts.fileTooLarge(fault.bytes, fault.maximum)
  }
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

/** Where it is: a JSON pointer into the file, a row and column, a date, the file itself, or a part of the installation. */
export const refusalPlace = (refusal: Refusal, language: Language): string => {
  const texts = catalogues[language]
  if ('field' in refusal) return `--${refusal.field}`
  // A shorter period has fewer of them.
  if (refusal.code === 'plan-too-large') return '--to'
  if ('file' in refusal && !('at' in refusal) && !('pointer' in refusal)) return refusal.file
  if ('at' in refusal) return refusal.at
  if ('row' in refusal) return texts.cellPlace(refusal.row, refusal.column)
  return refusal.pointer === '' ? texts.wholeFile : refusal.pointer
}

/** The reasons as lines of text, each with its place. */
export const refusalLines = (refusals: readonly Refusal[], language: Language): string =>
  refusals.map((refusal) => `${refusalPlace(refusal, language)}: ${refusalMessage(refusal, language)}`).join('\n')

/** The reasons as data: place, code and facts, and the sentence. */
export const refusalData = (refusals: readonly Refusal[], language: Language): object[] =>
  refusals.map((refusal) => ({ ...refusal, message: refusalMessage(refusal, language) }))
