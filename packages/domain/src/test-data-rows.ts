import { answers, places, type Rows, staffed, type Where } from './test-access.ts'
import type { OfData } from './test-cover-rows.ts'
import { agreement, authority, requirement, since, specialist } from './test-region.ts'

const forTheRegion = answers({ coordinator: '+++' }, '---')
const ofMember = answers({ 'hr-manager': '+??', coordinator: '+++' }, '???')
const ofRequirement = answers({ 'hr-manager': '+??', 'area-head': '+??', coordinator: '+++' }, '???')
const ofPerson = answers({ specialist: '-??', 'hr-manager': '+??', 'area-head': '-??', coordinator: '---' }, '???')
const member = (where: Where) => ({ member: `${places[where]}.hr` })
const code = 'a'.repeat(64)
const access = { address: 'neu@example.de', language: 'de' as const, ...since }
const staff = (where: Where) => ({ ...access, roles: [{ role: 'hr-manager' as const, authority: places[where] }] })

/** Who may give the commands of master data, access and what is kept; a kind that is missing does not compile. */
export const dataRows: Rows<OfData> = {
  'put-entry': [
    {
      says: 'a person changes',
      command: (where) => ({
        kind: 'put-entry',
        in: 'specialists',
        member: specialist(`${places[where]}.p`, { authority: places[where] }),
      }),
      answers: ofPerson,
    },
    {
      says: 'a person comes',
      command: (where) => ({
        kind: 'put-entry',
        in: 'specialists',
        member: specialist('new', { authority: places[where] }),
      }),
      answers: answers({ 'hr-manager': '+--', coordinator: '+++' }, '---'),
    },
    {
      says: 'a requirement changes',
      command: (where) => ({
        kind: 'put-entry',
        in: 'requirements',
        member: requirement(`${places[where]}.payroll`, { authority: places[where] }),
      }),
      answers: ofRequirement,
    },
    {
      says: 'a requirement comes',
      command: (where) => ({
        kind: 'put-entry',
        in: 'requirements',
        member: requirement('new', { authority: places[where] }),
      }),
      answers: answers({ 'hr-manager': '+--', 'area-head': '+--', coordinator: '+++' }, '---'),
    },
    {
      says: 'an authority changes',
      command: (where) => ({ kind: 'put-entry', in: 'authorities', member: authority(places[where]) }),
      answers: answers({ 'hr-manager': '+--', coordinator: '+++' }, '---'),
    },
    {
      says: 'an authority comes',
      command: () => ({ kind: 'put-entry', in: 'authorities', member: authority('new') }),
      answers: forTheRegion,
    },
    {
      says: 'an agreement changes',
      command: () => ({ kind: 'put-entry', in: 'agreements', member: agreement('pool') }),
      answers: forTheRegion,
    },
  ],
  'remove-entry': [
    {
      says: 'a person goes',
      command: (where) => ({ kind: 'remove-entry', in: 'specialists', id: `${places[where]}.p` }),
      answers: ofPerson,
    },
    {
      says: 'a requirement goes',
      command: (where) => ({ kind: 'remove-entry', in: 'requirements', id: `${places[where]}.payroll` }),
      answers: ofRequirement,
    },
    {
      says: 'an authority goes',
      command: (where) => ({ kind: 'remove-entry', in: 'authorities', id: places[where] }),
      answers: forTheRegion,
    },
    {
      says: 'a product goes',
      command: () => ({ kind: 'remove-entry', in: 'products', id: 'b' }),
      answers: forTheRegion,
    },
  ],
  'put-head': [
    {
      says: 'the region changes',
      command: () => ({ kind: 'put-head', head: staffed().region.region }),
      answers: forTheRegion,
    },
  ],
  'invite-member': [
    {
      says: 'somebody of the staff is to have access',
      command: (where) => ({ kind: 'invite-member', fields: staff(where), code }),
      answers: answers({ 'hr-manager': '+--', coordinator: '+++' }, '---'),
    },
  ],
  'change-member': [
    {
      says: 'somebody of the staff changes',
      command: (where) => ({ kind: 'change-member', ...member(where), fields: staff(where) }),
      answers: ofMember,
    },
  ],
  'end-member': [
    {
      says: 'somebody of the staff leaves',
      command: (where) => ({ kind: 'end-member', ...member(where), validTo: '2026-06-30' }),
      answers: ofMember,
    },
  ],
  'renew-invitation': [
    {
      says: 'somebody of the staff has lost their code',
      command: (where) => ({ kind: 'renew-invitation', ...member(where), code }),
      answers: ofMember,
    },
  ],
  'bind-member': [
    {
      says: 'whoever has a code may log in with it',
      command: () => ({ kind: 'bind-member', code, identity: { issuer: 'https://login.example.de', subject: 's' } }),
      answers: answers({}, '+++'),
    },
  ],
  'erase-person': [
    {
      says: 'a person is forgotten',
      command: (where) => ({ kind: 'erase-person', specialist: `${places[where]}.p` }),
      answers: answers({ specialist: '-??', 'hr-manager': '+??', 'area-head': '-??' }, '???'),
    },
  ],
  'delete-expired': [
    {
      says: 'nobody deletes what was kept long enough but the clock',
      command: () => ({ kind: 'delete-expired' }),
      answers: answers({}, '---'),
    },
  ],
}
