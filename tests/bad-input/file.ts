import { readFileSync } from 'node:fs'
import type { Fault, Problem } from '@vertretbar/domain/problem'

/** The reference region, which every bad file is made from by one change. */
export const bytes = readFileSync(new URL('../../packages/domain/regions/wolfenbuettel.json', import.meta.url))
export const text = bytes.toString('utf8')

export type Change = () => string | Uint8Array

/** A bad file and all that is said of it: the place and the facts from which the sentences are made. */
export type Row = readonly [name: string, change: Change, problem: Problem]

/** A row of a file that is bad where it was changed. */
export const bad = (name: string, pointer: string, value: unknown, fault: Fault): Row => [
  name,
  put(pointer, value),
  { pointer, ...fault },
]

/** The file with the value at the pointer replaced or added; `undefined` takes the field out. */
export const put = (pointer: string, value: unknown): Change => {
  return () => {
    const file: unknown = JSON.parse(text)
    const [field = '', ...path] = steps(pointer).toReversed()
    const owner = path.toReversed().reduce(child, file)
    if (typeof owner !== 'object' || owner === null) throw new Error(`nothing at ${pointer}`)
    if (value === undefined) Reflect.deleteProperty(owner, field)
    else Reflect.set(owner, field, value)
    return JSON.stringify(file)
  }
}

/** The file with a copy of the first entry of a list at its end, the copy changed in these fields. */
export const repeat = (pointer: string, fields: Record<string, unknown> = {}): Change => {
  const list = listAt(pointer)
  return put(`${pointer}/${list.length}`, Object.assign({}, list[0], fields))
}

/** The file with the first occurrence of a text replaced by another. */
export const write = (before: string, after: string): Change => {
  return () => {
    if (!text.includes(before)) throw new Error(`the file has no ${before}`)
    return text.replace(before, () => after)
  }
}

/** The file with these bytes put in. */
export const brokenAt = (position: number, ...broken: number[]): Change => {
  return () => Buffer.concat([bytes.subarray(0, position), Uint8Array.from(broken), bytes.subarray(position)])
}

/** The list at a pointer of the file. */
export function listAt(pointer: string): readonly unknown[] {
  const list = steps(pointer).reduce(child, JSON.parse(text))
  if (!Array.isArray(list)) throw new Error(`no list at ${pointer}`)
  return list
}

/** The field names of a JSON pointer (RFC 6901). */
function steps(pointer: string): string[] {
  const names = pointer.slice(1).split('/')
  return names.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function child(value: unknown, step: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
}
