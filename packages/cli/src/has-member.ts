import type { Ports } from '@vertretbar/usecases/ports'

/** Whether anybody has, had or is to have access to a stored region. */
export async function hasMember({ regions }: Pick<Ports, 'regions'>, region: string): Promise<boolean> {
  const { members = [] } = (await regions.load(region))?.region ?? {}
  return members.length > 0
}
