import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aFolder, endedAt, processes, vertretbar } from '@vertretbar/cli/test-process'
import { expect, it } from 'vitest'
import { country, dense } from './generate/country.ts'

/** Its plan takes the whole minute that it may. */
const { region, today } = country(2, { ...dense, authorities: 24, weeks: 2 })

it.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends a start that still plans at once, and its engine',
  processes,
  async (signal) => {
    using folder = aFolder()
    const file = join(folder.path, 'country.json')
    writeFileSync(file, JSON.stringify(region))
    const data = ['--today', today, '--data', join(folder.path, 'data')]
    expect(await vertretbar(['import', file, '--apply', ...data])).toMatchObject({ status: 0 })

    const end = await endedAt(/Plane /, signal, ['start', '--port', '0', ...data])
    expect(end).toMatchObject({ status: null, signal, stdout: '' })
    expect(end.milliseconds).toBeLessThan(5000)
    // Nobody holds the data any more, and they are whole.
    const again = await vertretbar(['import', file, ...data])
    expect(again.stdout).toContain('Die Datei ändert nichts.')
  },
)
