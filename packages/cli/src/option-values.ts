import { BookingStatus } from '@vertretbar/domain/booking'
import { TableKind } from '@vertretbar/domain/table-fault'
import type { Catalogue } from '@vertretbar/messages/catalogue'
import * as z from 'zod'

/** Values are told right from wrong by their form here; whether a date or an id is one, the command says. */
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most))

const limits = {
  port: [0, 65_535],
  need: [0, 999],
  'open-cases': [0, 100_000],
  year: [1900, 2199],
} as const satisfies Readonly<Record<string, readonly [least: number, most: number]>>

const Listed = z.string().transform((text) => (text === '' ? [] : text.split(',').map((word) => word.trim())))

/** The options whose values are more than words, each with what it is where it is not given. */
export const OptionValues = z.object({
  'time-limit': z.coerce.number().positive().max(86_400).default(60),
  port: wholeNumber(...limits.port).default(8787),
  kind: TableKind.optional(),
  csv: TableKind.optional(),
  status: BookingStatus.optional(),
  key: z.string().max(200).optional(),
  'half-days': Listed.optional(),
  done: Listed.optional(),
  only: Listed.pipe(z.array(wholeNumber(1, 999_999)).min(1)).optional(),
  need: wholeNumber(...limits.need).optional(),
  'open-cases': wholeNumber(...limits['open-cases']).optional(),
  year: wholeNumber(...limits.year).optional(),
})

/** One sentence on the first value that cannot be. */
export function valueWrong({ issues }: z.ZodError, texts: Catalogue): string {
  const option = String(issues[0]?.path[0])
  switch (option) {
    case 'time-limit':
      return texts.timeLimitWrong
    case 'key':
      return texts.keyWrong
    case 'only':
      return texts.onlyWrong
    case 'port':
    case 'need':
    case 'open-cases':
    case 'year':
      return texts.wholeNumberWrong(`--${option}`, limits[option][0], limits[option][1])
    default:
      return texts.optionValue(`--${option}`)
  }
}
