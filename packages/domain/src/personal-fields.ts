import { answeredFields } from './personal-answered.ts'
import type { DataCategory } from './personal-data.ts'
import { storedFields } from './personal-stored.ts'

/** The fields of a schema by what they tell of a person, as words; those that lie in a part without a name by the path. */
export type FieldWords = Readonly<Partial<Record<DataCategory | 'nobody', string>>>

/** Of each field what it tells of a person; null: nothing. */
type Fields = Readonly<Record<string, DataCategory | null>>

const words = (text: string): string[] => text.trim().split(/\s+/)

const isCategory = (name: string): name is DataCategory => name !== 'nobody'

const fieldsOf = (told: FieldWords): Fields =>
  Object.fromEntries(
    Object.entries(told).flatMap(([category, text]) =>
      words(text).map((field) => [field, isCategory(category) ? category : null]),
    ),
  )

/**
 * The schemas that concern people, stored and answered, by name, with all of their fields. A test holds them against the
 * schemas: none may be missing, and none may be too many.
 */
export const personalFields: Readonly<Record<string, Fields>> = Object.fromEntries(
  Object.entries({ ...storedFields, BookingView: storedFields.Booking ?? {}, ...answeredFields }).map(
    ([name, told]) => [name, fieldsOf(told)],
  ),
)

/** The schemas that tell nothing of anybody by themselves; what they contain by name is listed under that name. */
export const impersonalSchemas: ReadonlySet<string> = new Set(
  words(`Absences Agreement AgreementInOutline AgreementPage Alternative AlternativeView AuditPage
    AuditVerdict Authority AuthorityPage BarredAtAuthority ToldApart Balance BarredHalfDay BookingPage
    BookingsView CandidatesView Closure CodeCount CollectionOffice Conflict DataProtectionView
    Deployment EffectView Explanation ExplanationProgress ExplanationView Gap GapCause
    GapWithState GapsView Health Help ImportCounts ImportPreview ImportReport InvalidValue Ledger
    LedgerEntry LevelChanges Levels LocalName MemberPage Need NeedView OfficialKey Plan PlanJob
    PlanJobView PlanProgress PlanRequest PlanView Problem Product ProductPage RegionHead Requirement
    RequirementPage Role ServiceArea ServiceAreaPage ShortageChange Shortfall SignIn SpecialistPage
    StoredAbsence StoredMark Text Uncovered UncoveredView When
    Alert GapEvent GapRecord GapTold Lease NightSummary RegionNight ToldOnce Watch`),
)
