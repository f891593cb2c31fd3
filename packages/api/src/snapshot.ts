import { dateInGermany } from '@vertretbar/domain/calendar'
import { createMiddleware } from 'hono/factory'
import type { ApiContext, RegionVariables } from './context.ts'
import { refusal } from './problem.ts'

/**
 * Reads the region once per request and answers `304` where the caller already has what would be said.
 *
 * What is said depends on the version of the region and on today, so the ETag names both.
 */
export const onSnapshot = ({ region, ports }: ApiContext) =>
  createMiddleware<RegionVariables>(async (c, next) => {
    const tagOf = (version: number): string => `"${version}-${dateInGermany(ports.now())}"`
    const version = await ports.regions.versionOf(region)
    if (version === undefined) throw refusal(c, 'no-region')
    // RFC 9110 § 13.1.2: the comparison is weak, for proxies may have weakened the tag.
    const known = c.req
      .header('If-None-Match')
      ?.split(',')
      .map((tag) => tag.trim().replace(/^W\//, ''))
    if (known?.includes(tagOf(version)) || known?.includes('*'))
      return c.body(null, 304, { ETag: tagOf(version), 'Cache-Control': 'no-cache' })
    const snapshot = await ports.regions.load(region)
    if (snapshot === undefined) throw refusal(c, 'no-region')
    c.set('snapshot', snapshot)
    await next()
    c.header('ETag', tagOf(snapshot.version))
    c.header('Cache-Control', 'no-cache')
    return undefined
  })
