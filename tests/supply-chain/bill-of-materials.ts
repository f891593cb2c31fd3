import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as z from 'zod'

const Reference = z.looseObject({ 'bom-ref': z.string(), name: z.string() })
const Bill = z.looseObject({
  metadata: z.looseObject({ component: Reference }),
  components: z.array(
    Reference.extend({
      version: z.string(),
      licenses: z
        .array(z.union([z.object({ license: z.object({ id: z.string() }) }), z.object({ expression: z.string() })]))
        .optional(),
    }),
  ),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })),
})

/** What the application is made of, in CycloneDX 1.6. */
export type Bill = z.infer<typeof Bill>

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Everything that runs in production with its licence and digest, as it is installed here; the same packages make the
 * same text, whoever writes it and when.
 */
export async function billOfMaterials(): Promise<Bill> {
  const args = ['--sbom-format', 'cyclonedx', '--sbom-spec-version', '1.6', '--sbom-type', 'application', '--prod']
  const { stdout } = await promisify(execFile)('npx', ['-y', 'pnpm@12', '--silent', 'sbom', ...args], {
    cwd: root,
    maxBuffer: 50_000_000,
  })
  const { metadata, components, dependencies, ...made } = Bill.parse(JSON.parse(stdout))
  // What depends on the moment or on the order of a walk through folders is left out or sorted.
  const { timestamp: _, ...about } = metadata
  const own = ownDependencies(new Set(components.map((one) => one['bom-ref'])), about.component['bom-ref'])
  const sorted = {
    components: components.toSorted((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)),
    dependencies: dependencies
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: [...(own.get(ref) ?? dependsOn)].toSorted() }))
      .toSorted((a, b) => (a.ref < b.ref ? -1 : 1)),
  }
  return { ...made, serialNumber: serialNumberOf(sorted), metadata: about, ...sorted }
}

const Manifest = z.object({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
})

/**
 * What our own packages depend on, as they say themselves: pnpm 12.21 finds it in one run and not in the next. Those that
 * no other package depends on are what the application as a whole consists of.
 */
function ownDependencies(known: ReadonlySet<string>, whole: string): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>()
  for (const file of globSync(['package.json', '{packages/*,functions,infra}/package.json'], { cwd: root })) {
    const { name, dependencies, optionalDependencies } = Manifest.parse(
      JSON.parse(readFileSync(`${root}${file}`, 'utf8')),
    )
    const ref = known.has(referenceTo(name, '0.0.0')) ? referenceTo(name, '0.0.0') : whole
    const found = all.get(ref) ?? new Set()
    for (const [other, version] of Object.entries({ ...dependencies, ...optionalDependencies }))
      for (const one of known) if (one.startsWith(referenceTo(other, versionIn(version)))) found.add(one)
    all.set(ref, found)
  }
  return all
}

/** The version that a manifest asks for, as far as it says which. */
const versionIn = (asked: string): string => (asked.startsWith('workspace:') ? '0.0.0' : /^\d/.test(asked) ? asked : '')

/** A package URL of npm, in which only the sign of a scope is escaped. */
const referenceTo = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`

/** A UUID made of a digest of the content (RFC 9562 § 5.8). */
function serialNumberOf(content: object): string {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  const groups = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})/.exec(digest)?.slice(1) ?? []
  const [first, second, third, fourth, fifth] = groups
  return `urn:uuid:${first}-${second}-8${third}-8${fourth}-${fifth}`
}
