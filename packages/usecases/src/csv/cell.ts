import { LocalDate } from '@vertretbar/domain/half-day'
import type { Specialist } from '@vertretbar/domain/specialist'
import type { Language } from '@vertretbar/messages/catalogue'
import { cellWords } from '@vertretbar/messages/table-columns'

/** How a value is read from a cell; undefined where the cell is not written that way. */
export type Read<Value> = (cell: string) => Value | undefined

/** A day as the region file writes it, or as German spreadsheets do. */
export const readDate: Read<LocalDate> = (cell) => {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell)
  const [, day = '', month = '', year = ''] = german ?? []
  const date = german === null ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return LocalDate.safeParse(date).data
}

/** A whole number without sign. */
export const readNumber: Read<number> = (cell) => (/^\d{1,6}$/.test(cell) ? Number(cell) : undefined)

type Part = keyof typeof cellWords

/** One of some parts of a day, in either language or as the region file writes it. */
export const readPart =
  <Among extends Part>(among: readonly Among[]): Read<Among> =>
  (cell) =>
    among.find((part) => [part, ...Object.values<string>(cellWords[part])].includes(cell.toLowerCase()))

/** A part of a day in words. */
export const partText = (part: Part, language: Language): string => cellWords[part][language]

interface Period {
  readonly validFrom: LocalDate
  readonly validTo?: LocalDate | undefined
}

const periodText = ({ validFrom, validTo = '' }: Period): string => `${validFrom}..${validTo}`

const readPeriod: Read<{ validFrom: LocalDate; validTo?: LocalDate }> = (cell) => {
  const [from = '', to, ...surplus] = cell.split('..')
  const validFrom = readDate(from)
  if (validFrom === undefined || to === undefined || surplus.length > 0) return undefined
  if (to === '') return { validFrom }
  const validTo = readDate(to)
  return validTo === undefined ? undefined : { validFrom, validTo }
}

/** Several entries in one cell. */
const separator = '|'

const listText = <Item>(items: readonly Item[], text: (item: Item) => string): string =>
  items.map(text).join(` ${separator} `)

const readList =
  <Item>(read: Read<Item>): Read<Item[]> =>
  (cell) => {
    if (cell === '') return []
    const items = cell.split(separator).map((entry) => read(entry.trim()))
    return items.some((item) => item === undefined) ? undefined : items.filter((item) => item !== undefined)
  }

/** Words, the last of which is a period. */
const readWords = (entry: string): { words: string[]; period: ReturnType<typeof readPeriod> } => {
  const words = entry.split(/\s+/)
  return { period: readPeriod(words.pop() ?? ''), words }
}

export const weeklyMinutesText = (all: Specialist['weeklyMinutes']): string =>
  listText(all, ({ minutes, ...period }) => {
    const rest = String(minutes % 60).padStart(2, '0')
    return `${Math.floor(minutes / 60)}:${rest} ${periodText(period)}`
  })

export const readWeeklyMinutes = readList((entry) => {
  const { words, period } = readWords(entry)
  const [, hours, minutes] = /^(\d{1,3}):([0-5]\d)$/.exec(words.join(' ')) ?? []
  return period === undefined || hours === undefined
    ? undefined
    : { ...period, minutes: 60 * Number(hours) + Number(minutes) }
})

export const competencesText = (all: Specialist['competences']): string =>
  listText(all, ({ area, roles, products }) =>
    [
      `${area}:`,
      ...(roles.length > 0 ? [roles.join(', ')] : []),
      ...(products.length > 0 ? [`(${products.join(', ')})`] : []),
    ].join(' '),
  )

const idsIn = (text = ''): string[] => text.split(/[\s,]+/).filter((id) => id !== '')

export const readCompetences = readList((entry) => {
  const [, area, roles, products] = /^([^\s:()]+)\s*:([^()]*)(?:\(([^()]*)\))?$/.exec(entry) ?? []
  return area === undefined ? undefined : { area, roles: idsIn(roles), products: idsIn(products) }
})

export const authorisationsText = (all: Specialist['authorisations']): string =>
  listText(all, ({ authority, area, ...period }) => `${authority} ${area} ${periodText(period)}`)

export const readAuthorisations = readList((entry) => {
  const { words, period } = readWords(entry)
  const [authority, area, surplus] = words
  return period === undefined || authority === undefined || area === undefined || surplus !== undefined
    ? undefined
    : { authority, area, ...period }
})

export const accessText = (all: Specialist['access']): string =>
  listText(all, ({ authority, product, ...period }) => `${authority} ${product} ${periodText(period)}`)

export const readAccess = readList((entry) => {
  const { words, period } = readWords(entry)
  const [authority, product, surplus] = words
  return period === undefined || authority === undefined || product === undefined || surplus !== undefined
    ? undefined
    : { authority, product, ...period }
})

export const exclusionsText = (all: Specialist['exclusions']): string =>
  listText(
    all,
    ({ authority, area, ...period }) => `${authority} ${area === undefined ? '' : `${area} `}${periodText(period)}`,
  )

export const readExclusions = readList((entry) => {
  const { words, period } = readWords(entry)
  const [authority, area, surplus] = words
  return period === undefined || authority === undefined || surplus !== undefined
    ? undefined
    : { authority, ...(area === undefined ? {} : { area }), ...period }
})
