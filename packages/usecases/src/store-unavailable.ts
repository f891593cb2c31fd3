/**
 * The store did not do what it was asked for, or nobody can know whether it did, and may do it soon: whoever asked is to
 * ask again later. A write that is asked for again with the same key is made once.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}
