import { dateInGermany } from '@vertretbar/domain/calendar'
import type { LocalDate } from '@vertretbar/domain/half-day'
import { accept } from '@vertretbar/domain/result'
import { dateText } from '@vertretbar/messages/date-text'
import type { RegionNight } from '@vertretbar/usecases/alert-ports'
import { everyStep } from '@vertretbar/usecases/every-step'
import type { NightPorts } from '@vertretbar/usecases/night'
import { runNight } from '@vertretbar/usecases/run-night'
import { wokenRegion } from '@vertretbar/usecases/woken-region'
import type { Command, Surroundings } from '../command.ts'
import { openMailOut } from '../installation/mail/mail-out.ts'
import { mailSetting } from '../installation/mail/mail-setting.ts'
import { openStored } from '../open-stored.ts'
import { styled, table } from '../table.ts'

/** Runs the night of today in all regions, or what is left of it, and sends what is due; done again, it tells no more. */
export const nightly: Command = async (call, surroundings) => {
  const { texts, progress, complain, environment } = surroundings
  const setting = mailSetting(environment)
  if (!setting.ok) return setting
  const opened = await openStored(call, surroundings)
  if (!opened.ok) return opened
  await using installation = opened.value
  const { ports, folder } = installation
  const report = (error: unknown): void => complain(error, texts.requestFailed)
  await using mail = await openMailOut(setting.value, { folder, now: ports.now, report })
  let sent = 0
  const night = {
    ...ports,
    sendMail: mail.send,
    baseUrl: setting.value.baseUrl ?? `http://localhost:${call.port}`,
    count: (metric: string, by: number) => {
      if (metric === 'mail-sent') sent += by
    },
    report,
  }
  const date = dateInGermany(ports.now())
  const hadEnded = (await ports.nights.read(date)).every(({ endedAt }) => endedAt !== undefined)
  const fault = await faultOf(night, date, (region) => progress.at(texts.nightRunning(region)))
  const nights = await ports.nights.read(date)
  const run: NightRun = { date, nights, mails: { sent, ...(await mailsLeft(ports, nights)) }, fault }
  const isRepeated = hadEnded && nights.length > 0
  return accept({
    data: { date, isComplete: fault === undefined, nights, mails: run.mails },
    text: async () =>
      [
        await nightText(run, surroundings),
        ...(isRepeated ? [texts.nightEnded] : []),
        texts.coverPlansAt(folder.coverPlansPath),
      ].join('\n\n'),
    ...(fault !== undefined && { isWrong: true }),
  })
}

/** Why the night did not end everywhere; undefined where it did. */
async function faultOf(
  ports: NightPorts,
  date: LocalDate,
  onRegion: (region: string) => void,
): Promise<string | undefined> {
  try {
    await runNight(ports, date, onRegion)
    // What has become due since a night ended goes out now.
    await everyStep((await ports.regions.regions()).map((region) => () => wokenRegion(ports, region)))
    return undefined
  } catch (error) {
    ports.report(error)
    return error instanceof Error ? error.message : String(error)
  }
}

async function mailsLeft({ mails }: Pick<NightPorts, 'mails'>, nights: readonly RegionNight[]) {
  const kept = (await Promise.all(nights.map(({ region }) => mails.all(region)))).flat()
  const inState = (state: string): number => kept.filter((one) => one.state === state).length
  return { waiting: inState('waiting'), givenUp: inState('given-up') }
}

interface NightRun {
  readonly date: LocalDate
  readonly nights: readonly RegionNight[]
  readonly mails: { readonly sent: number; readonly waiting: number; readonly givenUp: number }
  readonly fault: string | undefined
}

async function nightText(
  { date, nights, mails, fault }: NightRun,
  { texts, language, page }: Surroundings,
): Promise<string> {
  const head = [
    { kept: texts.region },
    texts.gapsStanding,
    texts.gapsMissed,
    texts.digestsDecided,
    texts.alertsUntold,
    texts.coverPlansWritten,
  ]
  const rows = nights.map(({ region, summary }) => [
    region,
    ...[summary?.gaps, summary?.missed, summary?.digests, summary?.untold, summary?.coverPlans].map((number) =>
      number === undefined ? '–' : number.toLocaleString(language),
    ),
  ])
  const heading = styled(texts.nightHeading(dateText(date, language)), 'bold', page)
  return [
    heading,
    await table(head, rows, page),
    texts.nightMails(mails),
    ...(fault === undefined ? [] : [texts.nightFailed(fault)]),
  ].join('\n\n')
}
