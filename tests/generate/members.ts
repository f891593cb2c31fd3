import type { Grant, Member } from '@vertretbar/domain/member'
import type { Region } from '@vertretbar/domain/region'
import { addDays, daysBetween } from '../oracle/dates.ts'
import { drawPeriod, type Setting } from './setting.ts'

/** Members of every role, some of them one of the specialists or deputies of those before them; nobody has logged in yet. */
export function drawMembers(setting: Setting, region: Region): Member[] {
  const { random, knobs } = setting
  const members: Member[] = []
  const wanted = random.int(...knobs.members)
  while (members.length < wanted) members.push(drawMember(setting, region, members))
  return members
}

function drawMember(setting: Setting, region: Region, earlier: readonly Member[]): Member {
  const { random, horizon } = setting
  const number = earlier.length + 1
  const roles = Array.from({ length: random.int(1, 3) }, () => drawGrant(setting, region))
  const mustBePerson = roles.some(({ role }) => role === 'specialist')
  const deputyOf = random.chance(0.3) ? random.some(earlier, 0.5).map(({ id }) => id) : undefined
  return {
    id: `m${number}`,
    address: `m${number}@example.de`,
    language: random.pick(['de', 'de', 'en']),
    ...(random.chance(0.3) ? { digestTime: random.pick(['00:00', '02:30', '07:45', '23:59']) } : {}),
    roles,
    ...(mustBePerson || (region.specialists.length > 0 && random.chance(0.2))
      ? { specialist: random.pick(region.specialists).id }
      : {}),
    ...(deputyOf === undefined ? {} : { deputyOf }),
    ...(random.chance(0.6) ? { invitation: invitationOf(number, addDays(horizon.today, random.int(-3, 14))) } : {}),
    ...drawPeriod(setting, daysBetween(horizon.from, horizon.to)),
  }
}

const invitationOf = (number: number, date: string) => ({
  code: number.toString(16).padStart(64, '0'),
  expiresAt: `${date}T08:00:00.000Z`,
})

/** Where nobody works, nobody can be a specialist. */
function drawGrant({ random, areas }: Setting, { authorities, specialists }: Region): Grant {
  const authority = random.pick(authorities).id
  return random.pick<() => Grant>([
    () => (specialists.length > 0 ? { role: 'specialist', authority } : { role: 'controller', authority }),
    () => ({ role: 'hr-manager', authority }),
    () => ({ role: 'area-head', authority, area: random.pick(areas).id }),
    () => ({ role: 'controller', authority }),
    () => ({ role: 'coordinator' }),
    () => ({ role: 'operator' }),
  ])()
}
