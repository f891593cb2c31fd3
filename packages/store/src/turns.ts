/**
 * Does one work of a name at a time, in the order asked for; the failure of one does not touch the next.
 *
 * Commands of one process would only be in each other's way: of those decided on one version one wins, all others are
 * decided again, and the engine of the local installation lets rivals sleep for its lock. In turn, none loses.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  async take<Outcome>(name: string, work: () => Promise<Outcome>): Promise<Outcome> {
    const turn = (this.#last.get(name) ?? Promise.resolve()).then(work, work)
    this.#last.set(name, turn)
    return turn
  }
}
