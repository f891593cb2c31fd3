/** What may end the search early: a clock in milliseconds, a signal, and a way to let other work run meanwhile. */
export interface Stop {
  readonly now: () => number
  /** Read between runs of the solver and inside of them. */
  readonly signal?: Pick<AbortSignal, 'aborted'> | undefined
  /** Lets the event loop turn; without it a signal that is set there is never seen. */
  readonly pause?: (() => Promise<unknown>) | undefined
}

/** Long enough to cost nothing, short enough to notice a signal at once. */
const breathMilliseconds = 40

/** When to stop. All parts of one deadline share what they know: whether any of them ever cut something short. */
export class Deadline {
  readonly #stop: Stop
  readonly #at: number
  readonly #shared: { cut: boolean; breathedAt: number }

  constructor(stop: Stop, at: number, shared?: { cut: boolean; breathedAt: number }) {
    this.#stop = stop
    this.#at = at
    this.#shared = shared ?? { cut: false, breathedAt: stop.now() }
  }

  /** The milliseconds left; none after the signal. */
  get left(): number {
    return this.#stop.signal?.aborted ? 0 : Math.max(0, this.#at - this.#stop.now())
  }

  /** Whether time is up; whoever asks stops then, so from then on the result depends on the clock. */
  isOver(): boolean {
    const over = this.left === 0
    if (over) this.cut()
    return over
  }

  /** Whether there is a signal to be looked at besides the clock. */
  get canBeStopped(): boolean {
    return this.#stop.signal !== undefined
  }

  /** Whether the clock ever changed what was found. */
  get hasCut(): boolean {
    return this.#shared.cut
  }

  /** Tells that something ended for lack of time. */
  cut(): void {
    this.#shared.cut = true
  }

  /** A deadline after a share of what is left, or after some milliseconds if these are fewer. */
  within(share: number, milliseconds = Number.POSITIVE_INFINITY): Deadline {
    return new Deadline(this.#stop, this.#stop.now() + Math.min(share * this.left, milliseconds), this.#shared)
  }

  /** A deadline so many milliseconds after this one. */
  later(milliseconds: number): Deadline {
    return new Deadline(this.#stop, this.#at + milliseconds, this.#shared)
  }

  /** Lets other work run now and then. */
  async breathe(): Promise<void> {
    if (this.#stop.pause === undefined || this.#stop.now() - this.#shared.breathedAt < breathMilliseconds) return
    await this.#stop.pause()
    this.#shared.breathedAt = this.#stop.now()
  }
}
