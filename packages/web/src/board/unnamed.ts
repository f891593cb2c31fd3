/** Somebody of an authority whose name is not told: a numbered person of a plan, or one who would come instead. */
export interface Unnamed {
  readonly authority: string
  readonly person: number
  readonly where: 'plan' | 'instead'
}

/** A key in the place of an id; no id has such signs. */
export const keyOfUnnamed = ({ authority, person, where }: Unnamed): string => `#${where} ${person} ${authority}`

/** Whom such a key means; undefined for an id. */
export function unnamedBy(key: string): Unnamed | undefined {
  const [where = '', person, authority = ''] = key.split(' ')
  if (where !== '#plan' && where !== '#instead') return undefined
  return { authority, person: Number(person), where: where === '#plan' ? 'plan' : 'instead' }
}
