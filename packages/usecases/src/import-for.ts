import { accessOf } from '@vertretbar/domain/access'
import type { Actor } from '@vertretbar/domain/actor'
import { membersOf, refusalKey } from '@vertretbar/domain/change'
import { dayOf } from '@vertretbar/domain/half-day'
import type { ImportPlan, ImportPreview } from '@vertretbar/domain/import'
import { barsOf, type ForbiddenPlace, fileLists } from '@vertretbar/domain/import-access'
import { fileFor } from '@vertretbar/domain/own-file'
import type { Problem } from '@vertretbar/domain/problem'
import type { Region } from '@vertretbar/domain/region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import type { TableProblem } from '@vertretbar/domain/table-fault'
import type { TableRules } from './csv/plan-table.ts'
import type { HeldFile } from './held-file.ts'
import type { ReadImport } from './read-import.ts'

/** What stands against bringing in a file: what is wrong with it, or what its bearer has no right to. */
export type ImportBar = Problem | TableProblem | ForbiddenPlace | ForbiddenRow

/** A row of a table that would do what its bearer may not. */
interface ForbiddenRow extends Pick<ForbiddenPlace, 'code'> {
  readonly row: number
}

/**
 * How an import is decided on for somebody who may not do everything. Whether they may is asked before anything is held
 * against what is stored, and what they are told is about the file and about what they may know: an import must not be
 * a way to ask after others.
 */
export const importFor =
  (read: ReadImport, actor: Actor, rules: TableRules) =>
  (current: Region | undefined): Result<ImportPlan, readonly ImportBar[]> => {
    if (current === undefined) throw new Error('a member brings a file into the region that they are of')
    const index = new RegionIndex(current)
    const access = accessOf(index, actor, dayOf(rules.today))
    const theirs = fileFor(index, access)
    const held = read.against(current, { ...rules, known: theirs })
    if (!held.ok) return held
    const bars = barsOf({ index, access }, held.value)
    if (bars.length > 0) return refuse(bars.map((bar) => placedIn(held.value, bar)))
    const plan = held.value.plan()
    return plan.ok ? accept({ ...plan.value, preview: toldOf(plan.value, held.value, theirs) }) : plan
  }

function placedIn({ placed, rowOf }: HeldFile, bar: Problem | ForbiddenPlace): ImportBar {
  if (bar.code !== 'forbidden') return placed(bar)
  const row = rowOf(bar.pointer)
  return row === undefined ? bar : { code: bar.code, row }
}

/**
 * How many things of others there are, stay or go is nobody's business. Cover that breaks is of one's own people or at
 * one's own authority, for nobody may bring in anything else.
 */
function toldOf({ preview, next }: ImportPlan, { said }: HeldFile, theirs: Region): ImportPreview {
  const lists = { ...preview.lists }
  for (const list of fileLists) {
    const [named, left] = [keysOf(said, list), new Set(keysOf(next, list))]
    const { added, changed } = lists[list]
    const removed = keysOf(theirs, list).filter((key) => !left.has(key)).length
    lists[list] = { added, changed, removed, unchanged: named.length - added - changed }
  }
  return { ...preview, lists }
}

const keysOf = (region: Region, list: (typeof fileLists)[number]): string[] =>
  list === 'refusals' ? region.refusals.map(refusalKey) : membersOf(region, list).map(({ id }) => id)
