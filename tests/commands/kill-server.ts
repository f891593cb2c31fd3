import { createApp } from '@vertretbar/api/app'
import { clockOn } from '@vertretbar/cli/installation/clock'
import { openInstallation } from '@vertretbar/cli/installation/installation'
import { listen } from '@vertretbar/cli/installation/server'
import * as z from 'zod'
import { doorOf } from '../api/door.ts'
import { known } from '../api/issuer.ts'

// The API on the data of an installation, as a process that can be killed: `node kill-server.ts DATA TODAY KEY`. Nobody
// tells it to stop. Its key is the public one of the issuer whose tokens it takes.
const [data, today, key] = z.tuple([z.string(), z.iso.date(), z.string()]).parse(process.argv.slice(2))
const publicJwk = z.looseObject({ kty: z.string() }).parse(JSON.parse(key))

const opened = await openInstallation({ data, now: clockOn(today), report: console.error })
if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
const app = createApp({ ...doorOf(known(publicJwk)), ports: opened.value.ports, report: console.error })
const server = await listen((request) => app.fetch(request), 0)
if (!server.ok) throw new Error(JSON.stringify(server.refusal))
console.log(server.value.url)
