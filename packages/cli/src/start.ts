import { accept } from '@vertretbar/domain/result'
import type { Command } from './command.ts'
import { addDemoMembers } from './installation/provider/demo-members.ts'
import { serviceSetting } from './installation/service-setting.ts'
import { openApplication, serviceOf, servingText } from './open-application.ts'
import { openStored } from './open-stored.ts'
import { storedOrSample } from './sample.ts'
import { startScreen } from './start-screen.ts'

/** Gaps, deadlines and plan of the stored region on one screen, then the application; with nothing stored, the sample. */
export const start: Command = async (call, surroundings) => {
  await using stack = new AsyncDisposableStack()
  const opened = await openStored(call, surroundings)
  if (!opened.ok) return opened
  const installation = stack.use(opened.value)
  const setting = serviceSetting(surroundings.environment)
  if (!setting.ok) return setting
  const stored = await storedOrSample(installation.ports, call, surroundings)
  if (!stored.ok) return stored
  // Only the sample is for trying out: a region of one's own nobody may enter without having been invited.
  if (stored.value.isNew && setting.value.signIn.kind === 'local')
    await addDemoMembers(installation.ports, stored.value.region)
  if (call.once) return await startScreen(stored.value, call, surroundings)
  // The port is taken before the plan is made: nobody waits for a plan to learn that it is not free.
  const region = stored.value.region.region.id
  const served = await openApplication(installation, region, [call, surroundings], setting.value)
  if (!served.ok) return served
  const application = stack.use(served.value)
  const screen = await startScreen(stored.value, call, surroundings)
  if (!screen.ok) return screen
  const { data, text } = screen.value
  const { url, mailboxUrl } = application
  return accept({
    data: { ...data, url, mailboxUrl },
    text: async () =>
      `${await text()}\n${await servingText(application, { ports: installation.ports, region }, surroundings)}`,
    service: serviceOf(application, stack.move()),
  })
}
