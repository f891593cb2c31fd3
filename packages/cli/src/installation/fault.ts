import type { EngineRefusal } from './engine.ts'

/** Why an installation cannot be opened, served or asked: facts, and the place (`at`) that the reader has to look at. */
export type InstallationFault = { readonly at: string } & (
  | { readonly code: 'data-no-folder' | 'data-unwritable' }
  | { readonly code: 'data-foreign'; readonly entry: string }
  | Exclude<EngineRefusal, { code: 'foreign-file' }>
  | { readonly code: 'store-unreachable'; readonly reason: string }
  | { readonly code: 'port-taken' | 'port-forbidden' }
  | { readonly code: 'no-region-stored' | 'region-changing' | 'output-unwritable' }
  | { readonly code: 'region-unknown' | 'several-regions'; readonly known: readonly string[] }
  | { readonly code: 'file-of-other-region'; readonly region: string }
  | { readonly code: 'setting-wrong' }
  | { readonly code: 'issuer-unusable'; readonly reason: string }
  | { readonly code: 'page-not-built'; readonly detail: string }
)
