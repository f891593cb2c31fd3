import { accept } from '@vertretbar/domain/result'
import type { Command } from './command.ts'
import { chosenRegion } from './installation/chosen-region.ts'
import { serviceSetting } from './installation/service-setting.ts'
import { openApplication, serviceOf, servingText } from './open-application.ts'
import { openStored } from './open-stored.ts'

/** The application with what is stored, until it is told to stop. */
export const serve: Command = async (call, surroundings) => {
  await using stack = new AsyncDisposableStack()
  const opened = await openStored(call, surroundings)
  if (!opened.ok) return opened
  const installation = stack.use(opened.value)
  const setting = serviceSetting(surroundings.environment)
  if (!setting.ok) return setting
  const region = await chosenRegion(installation.ports.regions, call.regionId)
  if (!region.ok) return region
  const served = await openApplication(installation, region.value, [call, surroundings], setting.value)
  if (!served.ok) return served
  const application = stack.use(served.value)
  const { url, mailboxUrl } = application
  return accept({
    data: { region: region.value, url, mailboxUrl },
    text: () => servingText(application, { ports: installation.ports, region: region.value }, surroundings),
    service: serviceOf(application, stack.move()),
  })
}
