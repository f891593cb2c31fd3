import { LocalDate } from './half-day.ts'

/** The fields of every period: from and to are both inclusive; no `validTo` means: goes on. */
export const periodFields = { validFrom: LocalDate, validTo: LocalDate.optional() }

export interface Period {
  readonly validFrom?: LocalDate | undefined
  readonly validTo?: LocalDate | undefined
}

/** Whether a date lies in the period, its first and last day included. ISO dates sort as text. */
export const covers = ({ validFrom, validTo }: Period, date: LocalDate): boolean =>
  (validFrom === undefined || validFrom <= date) && (validTo === undefined || date <= validTo)
