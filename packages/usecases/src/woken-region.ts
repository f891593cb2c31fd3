import { type DrainPorts, drain } from './drain.ts'
import { everyStep } from './every-step.ts'
import { type LookPorts, lookAtRegion } from './look-at-region.ts'
import { type RelayPorts, relay } from './relay.ts'

export type WokenPorts = LookPorts & RelayPorts & DrainPorts

/** What of that waits for nobody outside: mails are made of what is to be told at once, and gaps are looked for. */
export const relayAndLook = (ports: LookPorts & RelayPorts, region: string): Promise<void> =>
  everyStep([() => relay(ports, region), () => lookAtRegion(ports, region)])

/**
 * What is done for a region that was written, and now and then in any case: its gaps are looked for, and what is to be
 * told at once goes out. Whatever is not done now, the night does.
 */
export const wokenRegion = (ports: WokenPorts, region: string): Promise<void> =>
  everyStep([() => relayAndLook(ports, region), () => drain(ports, region)])
