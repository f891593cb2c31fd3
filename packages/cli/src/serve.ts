import { accept } from '@vertretbar/domain/result'
import type { Command } from './command.ts'
import { chosenRegion } from './installation/chosen-region.ts'
import { openApplication, serviceOf } from './open-application.ts'
import { openStored } from './open-stored.ts'

/** The application with what is stored, until it is told to stop. */
export const serve: Command = async (call, surroundings) => {
  const { texts } = surroundings
  await using stack = new AsyncDisposableStack()
  const opened = await openStored(call, surroundings)
  if (!opened.ok) return opened
  const installation = stack.use(opened.value)
  const region = await chosenRegion(installation.ports.regions, call.regionId)
  if (!region.ok) return region
  const served = await openApplication(installation, region.value, [call, surroundings])
  if (!served.ok) return served
  const application = stack.use(served.value)
  const { url, pageWasBuilt } = application
  return accept({
    data: { region: region.value, url },
    text: () => Promise.resolve([...(pageWasBuilt ? [texts.pageBuilt] : []), texts.serving(url)].join('\n')),
    service: serviceOf(application, stack.move()),
  })
}
