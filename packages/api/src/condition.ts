/**
 * Whether a caller has a tagged answer already, by its `If-None-Match`: any of a list, or `*` for whatever there is.
 *
 * The comparison is weak (RFC 9110 § 13.1.2), for proxies may have weakened the tag.
 */
export function hasAlready(ifNoneMatch: string | null | undefined, tag: string): boolean {
  const known = ifNoneMatch?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? []
  return known.includes(tag) || known.includes('*')
}
