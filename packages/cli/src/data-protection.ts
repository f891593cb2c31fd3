import { accept } from '@vertretbar/domain/result'
import { dataProtectionSheet } from '@vertretbar/messages/data-protection-sheet'
import { dataProtectionView } from '@vertretbar/usecases/data-protection-view'
import type { Command } from './command.ts'

/** The data-protection sheet as Markdown, or as data; nothing that is stored is read for it. */
export const dataProtection: Command = (_, { language }) =>
  Promise.resolve(
    accept({ data: dataProtectionView(), text: () => Promise.resolve(dataProtectionSheet(language).trimEnd()) }),
  )
