/** The forms a half-day can have; colour only repeats them. */
export type Shape =
  | 'blank'
  | 'loading'
  | 'past'
  | 'weekend'
  | 'closed'
  | 'there'
  | 'away'
  | 'off'
  | 'not-employed'
  | 'lent'
  | 'requested'
  | 'planned'
  | 'received'
  | 'received-requested'
  | 'received-planned'
  | 'gap'
  | 'gap-critical'
  | 'needed'
  | 'unknown'
  | 'mended'
  | 'fragile'
  | 'deadline'

/** One half-day of one row. Equal cells of a board are one object, so that what is equal need not be drawn again. */
export interface Cell {
  readonly shape: Shape
  /** How many people are missing. */
  readonly number?: number
  /** The authority and area that is covered. */
  readonly place?: { readonly authority: string; readonly area: string }
  /** The key of the gap. */
  readonly gap?: string
  /** The deadlines of a day. */
  readonly deadlines?: readonly Deadline[]
  /** Whether the deadlines stand on the second line. */
  readonly isLower?: boolean
}

/** The statutory and tariff deadlines of the board. */
export type Deadline = 'contribution-statement' | 'contributions' | 'payday' | 'wage-tax-return'

const plain = new Map<Shape, Cell>()

/** The cell that is nothing but its shape. */
export function plainCell(shape: Shape): Cell {
  const known = plain.get(shape)
  if (known !== undefined) return known
  const cell: Cell = { shape }
  plain.set(shape, cell)
  return cell
}

/** Whether two cells look and read alike. */
export const isSameCell = (one: Cell, other: Cell): boolean =>
  one === other ||
  (one.shape === other.shape &&
    one.number === other.number &&
    one.place?.authority === other.place?.authority &&
    one.place?.area === other.place?.area)
