import * as z from 'zod'
import { ChangeAbsence, EndAbsence, RecordAbsence, WithdrawAbsence } from './command/absence.ts'
import { Consent } from './command/consent.ts'
import { DeleteExpired } from './command/delete-expired.ts'
import { ErasePerson } from './command/erase-person.ts'
import { ExpireRequest } from './command/expire-request.ts'
import { CreateFeed, RevokeFeed, RotateFeed } from './command/feed.ts'
import { RecallBooking, WithdrawBooking } from './command/leave-booking.ts'
import { AcceptRisk, AcknowledgeGap } from './command/mark-gap.ts'
import { PutEntry, PutHead, RemoveEntry } from './command/master-data.ts'
import { BindMember, ChangeMember, EndMember, InviteMember, RenewInvitation } from './command/member.ts'
import { NoteHandOver } from './command/note-hand-over.ts'
import { ReconcileBooking } from './command/reconcile-booking.ts'
import { RefuseBooking } from './command/refuse-booking.ts'
import { RequestBookings } from './command/request-bookings.ts'

/** All that anybody can change, by name. */
export const Command = z
  .discriminatedUnion('kind', [
    RequestBookings,
    Consent,
    RefuseBooking,
    WithdrawBooking,
    RecallBooking,
    ExpireRequest,
    ReconcileBooking,
    NoteHandOver,
    RecordAbsence,
    ChangeAbsence,
    EndAbsence,
    WithdrawAbsence,
    AcknowledgeGap,
    AcceptRisk,
    PutEntry,
    RemoveEntry,
    PutHead,
    InviteMember,
    ChangeMember,
    EndMember,
    RenewInvitation,
    BindMember,
    CreateFeed,
    RotateFeed,
    RevokeFeed,
    ErasePerson,
    DeleteExpired,
  ])
  .meta({ id: 'Command' })
export type Command = z.infer<typeof Command>
