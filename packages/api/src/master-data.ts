import { Agreement } from '@vertretbar/domain/agreement'
import { Authority } from '@vertretbar/domain/authority'
import { partiesOf } from '@vertretbar/domain/own-file'
import { Requirement } from '@vertretbar/domain/requirement'
import { Product, ServiceArea } from '@vertretbar/domain/service-area'
import { Specialist } from '@vertretbar/domain/specialist'
import { SpecialistView, specialistView } from '@vertretbar/usecases/specialist-view'
import type { ApiContext } from './context.ts'
import { entryReads } from './entry-reads.ts'
import { entryWrites } from './entry-writes.ts'
import type { AskedThing, Resource, ViewedThing } from './resource.ts'
import { router } from './session.ts'

/** A list under its address, each thing in it under one of its own. */
function entries<Asked extends AskedThing, View extends ViewedThing>(resource: Resource<Asked, View>) {
  const [reads, writes] = [entryReads(resource), entryWrites(resource)]
  return (context: ApiContext) => router().route('/', reads).route('/', writes(context))
}

const ofRegion = { add: 'change-region', change: 'change-region', remove: 'change-region' } as const

const authorities = entries({
  path: 'authorities',
  list: 'authorities',
  page: 'AuthorityPage',
  title: 'Authorities',
  asked: Authority.unwrap().partial({ id: true }).readonly().meta({ id: 'AskedAuthority' }),
  view: Authority,
  rights: { ...ofRegion, read: 'read-region', change: 'change-authority' },
  seen: ({ snapshot }) => snapshot.region.authorities,
  put: (asked, id) => ({ kind: 'put-entry', in: 'authorities', member: { ...asked, id } }),
})

const serviceAreas = entries({
  path: 'service-areas',
  list: 'serviceAreas',
  page: 'ServiceAreaPage',
  title: 'Service areas with their roles',
  asked: ServiceArea.unwrap().partial({ id: true }).readonly().meta({ id: 'AskedServiceArea' }),
  view: ServiceArea,
  rights: { ...ofRegion, read: 'read-region' },
  seen: ({ snapshot }) => snapshot.region.serviceAreas,
  put: (asked, id) => ({ kind: 'put-entry', in: 'serviceAreas', member: { ...asked, id } }),
})

const products = entries({
  path: 'products',
  list: 'products',
  page: 'ProductPage',
  title: 'Products, which are specialist software',
  asked: Product.unwrap().partial({ id: true }).readonly().meta({ id: 'AskedProduct' }),
  view: Product,
  rights: { ...ofRegion, read: 'read-region' },
  seen: ({ snapshot }) => snapshot.region.products,
  put: (asked, id) => ({ kind: 'put-entry', in: 'products', member: { ...asked, id } }),
})

const agreements = entries({
  path: 'agreements',
  list: 'agreements',
  page: 'AgreementPage',
  title: 'Agreements of which the caller’s authority is a party',
  asked: Agreement.unwrap().partial({ id: true }).readonly().meta({ id: 'AskedAgreement' }),
  view: Agreement,
  rights: { ...ofRegion, read: 'see-agreement' },
  seen: ({ snapshot, access }) =>
    snapshot.region.agreements.filter((one) => access.may('see-agreement', partiesOf(one))),
  put: (asked, id) => ({ kind: 'put-entry', in: 'agreements', member: { ...asked, id } }),
})

const specialists = entries({
  path: 'specialists',
  list: 'specialists',
  page: 'SpecialistPage',
  title: 'Specialists, each as far as the caller may know them',
  asked: Specialist.unwrap().partial({ id: true }).readonly().meta({ id: 'AskedSpecialist' }),
  view: SpecialistView,
  rights: { read: 'see-name', add: 'add-specialist', change: 'change-specialist', remove: 'change-specialist' },
  seen: ({ snapshot, access }) => snapshot.region.specialists.flatMap((one) => specialistView(one, access) ?? []),
  put: (asked, id) => ({ kind: 'put-entry', in: 'specialists', member: { ...asked, id } }),
})

const requirements = entries({
  path: 'requirements',
  list: 'requirements',
  page: 'RequirementPage',
  title: 'Requirements of the caller’s authority',
  asked: Requirement.unwrap().partial({ id: true }).readonly().meta({ id: 'AskedRequirement' }),
  view: Requirement,
  rights: {
    read: 'see-requirement',
    add: 'change-requirement',
    change: 'change-requirement',
    remove: 'change-requirement',
  },
  seen: ({ snapshot, access }) =>
    snapshot.region.requirements.filter((one) => access.may('see-requirement', { places: [one] })),
  put: (asked, id) => ({ kind: 'put-entry', in: 'requirements', member: { ...asked, id } }),
})

/** The lists of the master data, each under an address of its own. */
export function masterData(context: ApiContext) {
  const app = router()
  for (const resource of [authorities, serviceAreas, products, agreements, specialists, requirements])
    app.route('/', resource(context))
  return app
}
