import { sweep, thereRows } from '@vertretbar/domain/sweep'
import { type Country, germany, packedBytes } from './germany.ts'
import type { GermanyFigures } from './germany-output.ts'
import { luxonSample } from './luxon-sample.ts'

const warmUps = 8
const measuredRuns = 15
const luxonPeople = 50
const luxonDays = 60

const popcount = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** One sweep from the packed arrays to the number of short half-days of the country. */
function shortHalfDays({ staff, rosters }: Country): { found: number; rows: Uint32Array } {
  const rows = thereRows(staff)
  let found = 0
  sweep({ ...rosters, rows }, (_, { short }) => {
    for (let word = 0; word < short.length; word += 1) found += popcount(short[word] ?? 0)
  })
  return { found, rows }
}

function timed(country: Country): number {
  globalThis.gc?.()
  const start = performance.now()
  shortHalfDays(country)
  return performance.now() - start
}

/** The sweep's own answers for the sample, written as luxon's are. */
function sweptSample({ span }: Country, rows: Uint32Array): string {
  let there = ''
  for (let person = 0; person < luxonPeople; person += 1)
    for (let index = 0; index < 2 * luxonDays; index += 1)
      there += String(((rows[person * span.words + (index >> 5)] ?? 0) >>> (index & 31)) & 1)
  return there
}

function measure(): GermanyFigures {
  globalThis.gc?.()
  const rssBefore = process.memoryUsage.rss()
  const country = germany(1)
  for (let run = 0; run < warmUps; run += 1) timed(country)
  const runs = Array.from({ length: measuredRuns }, () => timed(country))
  const { found, rows } = shortHalfDays(country)
  // Before luxon builds its objects; the operating system counts in kilobytes.
  const peakRss = 1024 * process.resourceUsage().maxRSS
  const luxon = luxonSample(country, luxonPeople, luxonDays)
  if (luxon.there !== sweptSample(country, rows)) throw new Error('luxon and the sweep disagree on the sample')
  if (!/1/.test(luxon.there)) throw new Error('nobody of the sample is ever there')
  return {
    runs,
    shortHalfDays: found,
    people: country.staff.patternOf.length,
    needs: country.rosters.counts.length,
    days: country.days,
    packedBytes: packedBytes(country),
    rowBytes: rows.byteLength,
    rssBefore,
    peakRss,
    luxonPeople,
    luxonDays,
    luxonNanoseconds: luxon.nanoseconds,
  }
}

process.stdout.write(JSON.stringify(measure()))
