import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { billOfMaterials } from './bill-of-materials.ts'

// Where what is built lies: it goes with an installation, not into the repository.
const folder = fileURLToPath(new URL('../../dist/', import.meta.url))
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}sbom.cdx.json`, `${JSON.stringify(await billOfMaterials(), null, 2)}\n`)
