/** A value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [field: string]: Json }

/** The way to a value inside another. */
export type Way = readonly (string | number)[]

/** The ways to a value and to all that it holds. */
export function waysIn(value: Json, way: Way = []): Way[] {
  if (value === null || typeof value !== 'object') return [way]
  const inside = Array.isArray(value)
    ? value.flatMap((one: Json, index) => waysIn(one, [...way, index]))
    : Object.entries(value).flatMap(([field, one]) => waysIn(one, [...way, field]))
  return [way, ...inside]
}

/** The value at the end of a way. */
export function valueAt(value: Json, way: Way): Json {
  const [step, ...rest] = way
  if (step === undefined || value === null || typeof value !== 'object') return value
  return valueAt(Object.entries(value).find(([field]) => field === String(step))?.[1] ?? null, rest)
}

/** The same value with another one at the end of a way; undefined takes it out. */
export function edited(value: Json, way: Way, next: Json | undefined): Json {
  const [step, ...rest] = way
  if (step === undefined) return next ?? null
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).flatMap(([field, one]): (readonly [string, Json])[] => {
    if (field !== String(step)) return [[field, one]]
    return rest.length === 0 && next === undefined ? [] : [[field, edited(one, rest, next)]]
  })
  // `fromEntries` makes a field of any name, also of one that an assignment would take for the prototype.
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries)
}

/** The same value with a further field in the object at the end of a way. */
export function widened(value: Json, way: Way, field: readonly [name: string, value: Json]): Json {
  const found = valueAt(value, way)
  return isObject(found) ? edited(value, way, Object.fromEntries([...Object.entries(found), field])) : value
}

/** The ways to all objects in a value. */
export const objectsIn = (value: Json): Way[] => waysIn(value).filter((way) => isObject(valueAt(value, way)))

/** Whether a value is an object with fields. */
const isObject = (value: Json): value is { readonly [field: string]: Json } =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
