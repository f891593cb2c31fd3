import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Stored {
  readonly model: string
  readonly id: string
  readonly payload: AdapterPayload
  readonly endsAt: number
}

/** Where the provider keeps sessions, codes and tokens, as long as the process runs: a new start has everybody log in. */
export function memoryAdapters(now: () => number = Date.now): (model: string) => Adapter {
  const all = new Map<string, Stored>()
  const sweep = (): void => {
    for (const [key, { endsAt }] of all) if (endsAt <= now()) all.delete(key)
  }
  return (model) => new MemoryAdapter(model, { all, now, sweep })
}

interface Store {
  readonly all: Map<string, Stored>
  readonly now: () => number
  /** Forgets what is over; else every login that nobody finished would stay. */
  readonly sweep: () => void
}

/** One kind of thing in the common store. */
class MemoryAdapter implements Adapter {
  readonly #model: string
  readonly #store: Store

  constructor(model: string, store: Store) {
    this.#model = model
    this.#store = store
  }

  upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const { all, now, sweep } = this.#store
    sweep()
    const endsAt = expiresIn === undefined ? Number.POSITIVE_INFINITY : now() + expiresIn * 1000
    all.set(this.#key(id), { model: this.#model, id, payload, endsAt })
    return Promise.resolve()
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    const found = this.#store.all.get(this.#key(id))
    return Promise.resolve(found !== undefined && this.#store.now() < found.endsAt ? found.payload : undefined)
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#findBy((payload) => payload.uid === uid)
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#findBy((payload) => payload.userCode === userCode)
  }

  consume(id: string): Promise<void> {
    const { all, now } = this.#store
    const found = all.get(this.#key(id))
    if (found !== undefined)
      all.set(this.#key(id), { ...found, payload: { ...found.payload, consumed: Math.floor(now() / 1000) } })
    return Promise.resolve()
  }

  destroy(id: string): Promise<void> {
    this.#store.all.delete(this.#key(id))
    return Promise.resolve()
  }

  /** Codes and tokens of a grant are told of all kinds at once, so that a logout leaves none behind. */
  revokeByGrantId(grantId: string): Promise<void> {
    const { all } = this.#store
    for (const [key, { payload }] of all) if (payload.grantId === grantId) all.delete(key)
    return Promise.resolve()
  }

  #key(id: string): string {
    return `${this.#model}:${id}`
  }

  #findBy(is: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> {
    const found = [...this.#store.all.values()].find(({ model, payload }) => model === this.#model && is(payload))
    return found === undefined ? Promise.resolve(undefined) : this.find(found.id)
  }
}
