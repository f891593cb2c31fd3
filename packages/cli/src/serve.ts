import { accept } from '@vertretbar/domain/result'
import type { Command } from './command.ts'
import { hasMember } from './has-member.ts'
import { chosenRegion } from './installation/chosen-region.ts'
import { signInSetting } from './installation/sign-in-setting.ts'
import { openApplication, serviceOf } from './open-application.ts'
import { openStored } from './open-stored.ts'

/** The application with what is stored, until it is told to stop. */
export const serve: Command = async (call, surroundings) => {
  const { texts } = surroundings
  await using stack = new AsyncDisposableStack()
  const opened = await openStored(call, surroundings)
  if (!opened.ok) return opened
  const installation = stack.use(opened.value)
  const setting = signInSetting(surroundings.environment)
  if (!setting.ok) return setting
  const region = await chosenRegion(installation.ports.regions, call.regionId)
  if (!region.ok) return region
  const served = await openApplication(installation, region.value, [call, surroundings], setting.value)
  if (!served.ok) return served
  const application = stack.use(served.value)
  const { url, pageWasBuilt } = application
  return accept({
    data: { region: region.value, url },
    text: async () =>
      [
        ...(pageWasBuilt ? [texts.pageBuilt] : []),
        ...((await hasMember(installation.ports, region.value)) ? [] : [texts.noMemberYet]),
        texts.serving(url),
      ].join('\n'),
    service: serviceOf(application, stack.move()),
  })
}
