import type { HorizonFault } from '@vertretbar/domain/horizon'
import type { Fault, Problem } from '@vertretbar/domain/problem'
import type { TableProblem } from '@vertretbar/domain/table-fault'
import { proposalText } from '@vertretbar/messages/barred-text'
import { type Catalogue, catalogues, type Language } from '@vertretbar/messages/catalogue'
import { type CommandFault, commandMessage } from '@vertretbar/messages/command-message'
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

/** What is wrong in a file that is no region file: a plan that was printed, or one thing of the master data. */
export type PartFileProblem = Problem & { readonly file: string }

/** A plan has no proposal of that number. */
export interface ProposalUnknown {
  readonly code: 'proposal-unknown'
  readonly typed: string
  readonly number: number
  readonly last: number
}

/** What is wrong with something for the stored region that was typed, with what was typed. */
export type TypedProblem = Fault & { readonly typed: string }

/** What stands against a command as the stored region is: what it is about and, of a plan, which of its proposals. */
export type CommandProblem = CommandFault & { readonly on: string; readonly proposal?: number }

/**
 * Why a command is not carried out: file, date, place in the document or table, what was typed, the stored region, too
 * much to plan, the installation.
 */
export type Refusal =
  | FileFault
  | HorizonFault
  | Problem
  | PartFileProblem
  | TypedProblem
  | CommandProblem
  | ProposalUnknown
  | TableProblem
  | PlanRefusal
  | InstallationFault

/** One sentence on what is wrong and what would be right. */
export function refusalMessage(refusal: Refusal, language: Language): string {
  const texts = catalogues[language]
  if ('on' in refusal) return commandMessage(refusal, language)
  if (refusal.code === 'proposal-unknown') return texts.proposalUnknown(refusal.number, refusal.last)
  if ('typed' in refusal) return problemMessage(refusal, language, 'store')
  if ('pointer' in refusal) return problemMessage(refusal, language, 'file' in refusal ? 'store' : 'file')
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

/** Where it is: a place in the file, a row and column, what was typed, a proposal, or a part of the installation. */
export const refusalPlace = (refusal: Refusal, language: Language): string => {
  const texts = catalogues[language]
  if ('field' in refusal) return `--${refusal.field}`
  // A shorter period has fewer of them.
  if (refusal.code === 'plan-too-large') return '--to'
  if ('typed' in refusal) return refusal.typed
  if ('on' in refusal)
    return refusal.proposal === undefined ? refusal.on : `${proposalText(refusal.proposal, language)} (${refusal.on})`
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
