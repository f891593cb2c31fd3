import { expect, it } from 'vitest'
import { everyStep } from './every-step.ts'

const fault = (name: string) => () => Promise.reject(new Error(name))

it.each([
  ['none that fails throws nothing', [], 'undefined'],
  ['one that fails throws that', ['one'], 'Error: one'],
  ['two that fail throw both', ['one', 'two'], 'AggregateError: several steps failed (Error: one, Error: two)'],
])('every step is taken: %s', async (_, failing, thrown) => {
  const taken: string[] = []
  const step = async (): Promise<void> => void taken.push('taken')
  const error: unknown = await everyStep([step, ...failing.map(fault), step]).catch((reason: unknown) => reason)
  expect(taken).toEqual(['taken', 'taken'])
  expect(textOf(error)).toBe(thrown)
})

const textOf = (error: unknown): string =>
  error instanceof AggregateError ? `${String(error)} (${error.errors.map(String).join(', ')})` : String(error)
