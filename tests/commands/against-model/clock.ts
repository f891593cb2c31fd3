import type { Region } from '@vertretbar/domain/region'
import type { Random } from '../../generate/random.ts'

const hour = 60 * 60 * 1000

/** A clock that stands still until it is moved on. */
export class Clock {
  now: number

  constructor(start: number) {
    this.now = start
  }

  /**
   * Some hours or days on, mostly not at all; at times to the very moment at which a request or an invitation ends, or
   * just before.
   */
  moveOn(random: Random, { bookings, members = [] }: Region): void {
    if (random.chance(0.7)) return
    const ends = [
      ...bookings.filter(({ status }) => status === 'requested').map(({ expiresAt = '' }) => expiresAt),
      // The one that ends first: those that end later would move the clock on by weeks.
      ...members
        .flatMap(({ invitation }) => invitation?.expiresAt ?? [])
        .toSorted()
        .slice(0, 1),
    ]
      .map((end) => Date.parse(end) - random.pick([0, 1]))
      .filter((end) => end > this.now)
    this.now =
      ends.length > 0 && random.chance(0.15)
        ? random.pick(ends)
        : this.now + random.pick([1, 1, 2, 5, 9, 24, 24, 48, 72]) * hour + random.int(0, hour)
  }
}
