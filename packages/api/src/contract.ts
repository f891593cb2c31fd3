/** The shapes of the answers, for whoever reads them; types only, so a page that imports them carries no server code. */
export type { AvailabilityView } from '@vertretbar/usecases/availability-view'
export type { GapsView } from '@vertretbar/usecases/gaps-view'
export type { PlanJobView } from '@vertretbar/usecases/plan-view'
export type { RegionView } from '@vertretbar/usecases/region-view'
export type { Me } from './me.ts'
export type { SignIn } from './sign-in.ts'
