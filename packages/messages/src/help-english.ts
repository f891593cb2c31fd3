/** What `vertretbar --help` prints in English. */
export const helpEnglish = `vertretbar – who is missing where, and who can cover?

Commands
  start                    shows gaps, deadlines and plan and opens the application
                           (the first time with the sample region)
  serve                    opens the application with the stored data
  import FILE              shows what a region file or table would change;
                           with --apply it is taken over
  export                   writes the stored region as a file
  validate --region FILE   checks a region file
  gaps     --region FILE   shows gaps and deadlines of a region file
  plan     --region FILE   computes the best cover plan, with its proof

Bookings (stored at once)
  booking list             shows bookings: all, or those with --status STATUS,
                           --specialist ID, --authority ID
  booking show ID          shows a booking and what became of it
  booking request          asks for a cover: --specialist ID --authority ID --area ID
                           --half-days H,H [--agreement ID] [--mode MODE];
                           or for the proposals of a plan (plan --json), all of them
                           or none: --plan FILE [--only N,N] [--mode MODE]
  booking consent ID       records a consent: --as specialist|lender|both
                           [--half-days H,H] (the rest is released) [--way WAY]
  booking refuse ID        records a refusal: --as specialist|lender
  booking withdraw ID      the receiver takes back what has not begun
  booking recall ID        specialist or lender take back what has not begun:
                           --as specialist|lender
  booking reconcile ID     records what was worked: --as lender|receiver|both
                           and --half-days H,H, --all or --none
  booking hand-over ID     records the hand-over: --done POINT,POINT [--open-cases N]
  booking expire           ends requests that nobody answered in time

Absences (a dry run with the effects; stored with --apply)
  absence list             shows absences: all, or those with --specialist ID
  absence record           --specialist ID --from H and --to H or --review-on DAY
  absence change ID        --from H and --to H or --review-on DAY
  absence end ID           --to H (last half-day)
  absence withdraw ID      as if it had never been

Gaps (stored at once)
  gap acknowledge          acknowledges the gap that contains a half-day:
                           --requirement ID --need N --half-day H
  gap accept-risk          accepts its risk: with the same options

Master data (a dry run with the effects; stored with --apply)
  master put LIST FILE     puts one entry, a JSON object as in the region file;
                           LIST: serviceAreas, products, authorities, agreements,
                           specialists, requirements, or head (the region itself)
  master remove LIST ID    removes an entry that nothing refers to any more

Access (stored at once)
  member list              shows who has access or is invited
  member add               invites: --address ADDRESS --role ROLE [--role ROLE …]
                           [--specialist ID] [--deputy-of ID …] [--language de|en]
                           [--digest-time HH:MM] [--from DAY] [--to DAY]; shows the
                           invitation once only
  member change ID         changes what is given: the same options
  member end ID            --to DAY (last day; one gone by ends it at once)
  member invite ID         invites anew; the login so far holds no longer

E-mails
  mail list                shows what waits and what could not be delivered
  mail retry               has what was given up tried again

People
  person export ID         prints all that is kept of a specialist
  person erase ID          shows what would be deleted with a specialist; with --apply
                           it is deleted
  retention                shows what has been kept for long enough; with --apply it is
                           deleted (else that is done each day)
  data-protection          prints the data-protection sheet

Ledger and audit log
  ledger                   shows the balances of a year: [--year YEAR]
  audit verify             checks that the audit log is unchanged and complete

Options for stored data
  --data FOLDER      where the data lie (default: .data in the folder of Vertretbar)
  --region-id ID     which region (needed if several are stored)
  --apply            stores instead of only showing what would happen; of an import
                     the state before stays in FOLDER/exports
  --key TEXT         key of the order: the same order with the same key is carried out
                     only once
  --replace          also removes what is not in the file
  --kind KIND        what the table holds: specialists, patterns or absences
                     (default: as the header tells)
  --csv KIND         writes one of these tables instead of the whole region
  --output FILE      writes into a file
  --port N           port of the application (default 8787; 0: any that is free)
  --log              writes a line of JSON to standard error for each request,
                     without names (serve)
  --once             shows everything once and ends (start)

Other options
  H                  a half-day such as 2026-12-07/am (morning) or 2026-12-07/pm
  --status STATUS    requested, confirmed, active, done, reconciled or ended
  --mode MODE        remote or on-site (default)
  --role ROLE        specialist, hr-manager or controller with @AUTHORITY, area-head
                     with @AUTHORITY/AREA, coordinator, operator
  --digest-time HH:MM  when the mail of the night is to be there, in Germany
                     (default 06:00)
  --way WAY          telephone (default), in-person or deputy
  --only N,N         numbers of proposals in the plan file, counted from 1
  --need N           number of the need in the requirement, counted from 0
  --today DAY        today (default: the date in Germany), such as 2026-11-23
  --from DAY         first day (default: today)
  --to DAY           last day (default: by the region's setting, mostly 90 days)
  --time-limit S     seconds to spend on the plan (default 60)
  --skip-structural  leaves out gaps that the work pattern makes
  --explain          tells the reasons of the plan, the next best ways and what
                     would help; that may take as long again
  --before FILE      begins with the earlier plan of this file (plan --json);
                     what of it is possible and as good as the best stays
  --json             prints JSON only
  --lang de|en       language (default: by LC_ALL, LC_MESSAGES or LANG)
  --help             this help; for import and export also the columns of the tables

Exit codes: 0 done, 1 refused with reasons, 2 wrong usage`
