import { parseArgs } from 'node:util'
import { accept, refuse } from '@vertretbar/domain/result'
import type { Catalogue } from '@vertretbar/messages/catalogue'
import * as z from 'zod'
import { options } from './command-table.ts'

/** The values of the options as they were typed. */
export type Values = Extract<ReturnType<typeof typedWords>, { ok: true }>['value']['values']

const ParseFault = z.object({ code: z.string().startsWith('ERR_PARSE_ARGS_'), message: z.string() })

/** The arguments as options and other words; or, if an option is none of any command, one sentence. */
export function typedWords(args: readonly string[], texts: Catalogue) {
  try {
    return accept(parseArgs({ args: [...args], options, allowPositionals: true, strict: true }))
  } catch (error) {
    const fault = ParseFault.safeParse(error)
    if (!fault.success) throw error
    // Node quotes the option: "Unknown option '--foo'", "Option '--region <value>' argument missing".
    const option = /'([^']+)'/.exec(fault.data.message)?.[1] ?? ''
    return refuse(fault.data.code.endsWith('UNKNOWN_OPTION') ? texts.unknownOption(option) : texts.optionValue(option))
  }
}
