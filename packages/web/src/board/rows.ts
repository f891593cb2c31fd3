import type { Address } from '../address/address.ts'
import type { BoardData } from '../server/load-board.ts'
import { inOrder } from './authority-order.ts'
import type { Cell } from './cell.ts'
import type { Column } from './columns.ts'
import { deadlineRow } from './deadline-row.ts'
import type { Names } from './names.ts'
import { needRows } from './need-rows.ts'
import type { OwnPlaces } from './own-places.ts'
import { partnerRows } from './partner-rows.ts'
import { personRows } from './person-rows.ts'
import type { PlanEffect } from './plan-effect.ts'

/** A row of the board. The row of an authority heads the rows below it and has no half-days. */
export interface Row {
  readonly key: string
  readonly kind: 'deadlines' | 'authority' | 'need' | 'person' | 'guest'
  readonly label: string
  /** What the label leaves open: the role, the area, the home of a guest. */
  readonly detail: string
  /** Names the row in sentences that stand alone. */
  readonly fullName: string
  /** One per column; none for an authority. */
  readonly cells: readonly Cell[]
}

/** What rows are made of. */
export interface RowSource {
  readonly data: BoardData
  readonly names: Names
  readonly columns: readonly Column[]
  readonly effect: PlanEffect | undefined
  readonly own: OwnPlaces
  readonly address: Pick<Address, 'area' | 'authority' | 'search'>
}

/** The rows of the board in their order: deadlines, then each authority, one's own first, with its needs, people and guests. */
export function rowsOf(source: RowSource): Row[] {
  const { data, address, own } = source
  const authorities = inOrder(data.region.authorities)
    .filter(({ id }) => !address.authority || id === address.authority)
    .toSorted((a, b) => Number(own.isOwn(b.id)) - Number(own.isOwn(a.id)))
  const groups = authorities.flatMap(({ id, name }) => {
    const found = [...needRows(source, id), ...partnerRows(source, id), ...personRows(source, id)].filter((row) =>
      isSought(row, name, address),
    )
    const heading: Row = { key: id, kind: 'authority', label: name, detail: '', fullName: name, cells: [] }
    return found.length === 0 ? [] : [heading, ...found]
  })
  return groups.length === 0 ? [] : [deadlineRow(source), ...groups]
}

function isSought({ label, detail }: Row, authority: string, { search }: RowSource['address']): boolean {
  const sought = search.trim().toLocaleLowerCase('de')
  return `${label} ${detail} ${authority}`.toLocaleLowerCase('de').includes(sought)
}
