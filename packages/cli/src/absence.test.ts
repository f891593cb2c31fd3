import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filledFolders, processes, vertretbar } from './test-process.ts'

/** In the reference region lk-p1 covers in Sickte on this morning and is at home in the afternoon. */
const covered = '2026-12-21/am'
const cover = '01J0000000000000000000BK01'

const filled = filledFolders()
let folder: ReturnType<typeof filled>
beforeEach(() => {
  folder = filled()
})
afterEach(() => folder[Symbol.dispose]())

const call = (line: string) => vertretbar([...line.split(' '), ...folder.data, '--today', '2026-11-23'])
const dataOf = async (line: string): Promise<unknown> => JSON.parse((await call(`${line} --json`)).stdout)
const record = (from: string, to: string) => `absence record --specialist lk-p1 --from ${from} --to ${to}`

describe('an absence', processes, () => {
  it('shows first which gaps it opens and which cover it breaks, and then does so', async () => {
    const dry = await call(record(covered, '2026-12-22/pm'))
    expect(dry.status).toBe(0)
    expect(dry.stdout).toMatch(/^Probelauf, nichts ist gespeichert\n\n3 Lücken entstehen oder wachsen dadurch\n/)
    expect(dry.stdout).toMatch(
      /Samtgemeinde Sickte, Personalabrechnung\s+Abrechnungslauf\s+Mo\., 21\. Dez\. 2026, vormittags/,
    )
    expect(dry.stdout).toMatch(
      /1 laufende Vertretung bricht dadurch weg[\s\S]+lk-p1\s+sg-sickte, payroll\s+Mo\., 21\. Dez\. 2026, vormittags\s+nicht verfügbar\n\nMit --apply/,
    )
    expect(await dataOf('absence list --specialist lk-p1')).toMatchObject({ absences: [{ id: 'abs-019' }] })

    const applied = await dataOf(`${record(covered, '2026-12-22/pm')} --apply`)
    expect(applied).toMatchObject({
      isApplied: true,
      effect: { opened: { length: 3 }, closed: [], broken: [{ booking: cover, halfDays: [{ halfDay: covered }] }] },
      absences: [{ specialist: 'lk-p1', from: covered, to: '2026-12-22/pm' }],
      bookings: [
        { id: cover, status: 'ended', reason: 'broken', released: [{ halfDays: [covered], confirmed: true }] },
      ],
    })
  })

  it('joins the one it touches, may be open, gets an end, and goes', async () => {
    const joined = await call(`${record('2027-01-23/am', '2027-01-24/pm')} --apply`)
    expect(joined.stdout).toMatch(
      /^Die Abwesenheit ist gespeichert\n.+\n\s+abs-019\s+LK P1 \(Landkreis Wolfenbüttel\)\s+Mi\., 20\. Jan\. 2027, vormittags\s+So\., 24\. Jan\. 2027, nachmittags\n/,
    )
    const opened = await call('absence change abs-019 --from 2027-01-20/pm --review-on 2027-02-01 --apply')
    expect(opened.stdout).toMatch(/Mi\., 20\. Jan\. 2027, nachmittags\s+offen, Prüftermin Mo\., 1\. Feb\. 2027\n/)
    const ended = await call('absence end abs-019 --to 2027-01-20/pm --apply --lang en')
    expect(ended.stdout).toMatch(/Wed, 20 Jan 2027, afternoon\s+Wed, 20 Jan 2027, afternoon\n/)

    const gone = await call('absence withdraw abs-019 --apply --key once')
    expect(gone.stdout).toMatch(/^Die Abwesenheit ist zurückgezogen\n/)
    expect((await call('absence withdraw abs-019 --apply --key once')).stdout).toMatch(
      /^Die Abwesenheit ist zurückgezogen\n/,
    )
  })

  it('is refused where its time or person is none, with the option to mend', async () => {
    const reversed = await call(record(covered, '2026-12-20/pm'))
    expect(reversed.status).toBe(1)
    expect(reversed.stderr).toContain(`--to: Diese Angabe (2026-12-20/pm) liegt vor dem Anfang (${covered}) — `)
    const nobody = await call(record(covered, covered).replace('lk-p1', 'nobody'))
    expect(nobody.stderr).toContain('nobody: Die Fachkraft „nobody“ gibt es hier nicht — ')
  })
})

describe('a gap', processes, () => {
  const gap = '--requirement sg-sickte.payroll.1 --need 0 --half-day'

  it('is acknowledged, and its risk accepted, as the whole that a half-day is in', async () => {
    const known = await call(`gap acknowledge ${gap} 2026-12-18/pm`)
    expect(known.stdout).toMatch(
      /^Die Lücke ist zur Kenntnis genommen\n.+\n\s+Samtgemeinde Sickte, Personalabrechnung\s+Abrechnungslauf\s+Fr\., 18\. Dez\. bis Mo\., 21\. Dez\. 2026, nachmittags\n/,
    )
    expect(await dataOf(`gap accept-risk ${gap} 2026-12-21/pm`)).toMatchObject({
      gapMarks: [{ kind: 'accepted-risk', by: 'operator', halfDays: [{ halfDay: '2026-12-18/pm', shortage: 1 }, {}] }],
    })
    const none = await call(`gap acknowledge ${gap} 2026-12-01/am`)
    expect(none.status).toBe(1)
    expect(none.stderr).toMatch(/^sg-sickte\.payroll\.1\.0: Eine Lücke .+ — bitte nennen Sie einen Halbtag, an dem/m)
  })
})
