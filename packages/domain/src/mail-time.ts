import { timeInGermany } from './calendar.ts'
import { dayOf, type LocalDate } from './half-day.ts'
import { type Instant, instantOf } from './instant.ts'
import type { Member } from './member.ts'

const usual = '06:00'

/** When a digest of a date is to be there: at the time that the member has asked for, else at six, in Germany. */
export const mailTime = ({ digestTime = usual }: Member, date: LocalDate): Instant =>
  instantOf(timeInGermany(dayOf(date), digestTime))
