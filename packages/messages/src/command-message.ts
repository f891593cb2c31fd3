import type { StateRefusal } from '@vertretbar/domain/command-refusal'
import type { Referent } from '@vertretbar/domain/problem'
import type { Language } from './catalogue.ts'
import { commandInEnglish } from './command-english.ts'
import { commandInGerman } from './command-german.ts'

/** Why a command is not carried out, beside values that are not what they have to be. */
export type CommandFault =
  | StateRefusal
  | { readonly code: 'no-region' }
  | { readonly code: 'key-of-another' }
  | { readonly code: 'busy' }
  /** What is to be removed is still referred to. */
  | { readonly code: 'still-needed'; readonly to: Referent; readonly id: string }

const commands = { de: commandInGerman, en: commandInEnglish } as const

/** One sentence on what stands against a command and, after a dash, what to do. */
export const commandMessage = (fault: CommandFault, language: Language): string => commands[language](fault)
