import { catalogues, languages } from '@vertretbar/messages/catalogue'
import { describe, expect, it } from 'vitest'
import type { InstallationFault } from './installation/fault.ts'
import { installationMessage } from './installation-message.ts'

/** One fault of every code: a code without one does not compile. */
const faults: Readonly<Record<InstallationFault['code'], InstallationFault>> = {
  'data-no-folder': { at: '.data', code: 'data-no-folder' },
  'data-unwritable': { at: '.data', code: 'data-unwritable' },
  'data-foreign': { at: '.data', code: 'data-foreign', entry: 'minutes.txt' },
  'data-in-use': { at: '.data', code: 'data-in-use', file: 'store.db', pid: 7 },
  'engine-missing': { at: '.data', code: 'engine-missing', platform: 'sunos-sparc' },
  'engine-failed': { at: '.data', code: 'engine-failed', detail: 'ended with 1' },
  'store-unreachable': { at: 'http://127.0.0.1:9', code: 'store-unreachable', reason: 'ECONNREFUSED' },
  'port-taken': { at: '--port 80', code: 'port-taken' },
  'port-forbidden': { at: '--port 80', code: 'port-forbidden' },
  'no-region-stored': { at: '--data', code: 'no-region-stored' },
  'region-changing': { at: '--apply', code: 'region-changing' },
  'region-unknown': { at: '--region-id', code: 'region-unknown', known: ['elm'] },
  'file-of-other-region': { at: '--region-id', code: 'file-of-other-region', region: 'elm' },
  'several-regions': { at: '--region-id', code: 'several-regions', known: ['elm', 'harz'] },
  'page-not-built': { at: 'packages/web', code: 'page-not-built', detail: 'no main.tsx.' },
  'setting-wrong': { at: 'VERTRETBAR_ISSUER', code: 'setting-wrong' },
  'issuer-unusable': { at: 'VERTRETBAR_ISSUER', code: 'issuer-unusable', reason: 'https://login.example.de: 404' },
  'output-unwritable': { at: 'x.json', code: 'output-unwritable' },
}

describe.each(languages)('in %s', (language) => {
  it.each(Object.values(faults))('$code says what is wrong, then what to do', (fault) => {
    const sentence = installationMessage(fault, catalogues[language])
    expect(sentence).toMatch(/^\p{Lu}[^—]+ — (?:bitte|please) [^—]+\.$/u)
    expect(sentence).not.toMatch(/undefined|\[object/)
  })
})
