/** What `vertretbar --help` prints in German. */
export const helpGerman = `vertretbar – wer fehlt wo, und wer kann vertreten?

Befehle
  start                     zeigt Lücken, Fristen und Plan und öffnet die Anwendung
                            (beim ersten Mal mit der Beispielregion)
  serve                     öffnet die Anwendung mit den gespeicherten Daten
  import DATEI              zeigt, was eine Regionsdatei oder Tabelle ändern würde;
                            mit --apply wird sie übernommen
  export                    gibt die gespeicherte Region als Datei aus
  validate --region DATEI   prüft eine Regionsdatei
  gaps     --region DATEI   zeigt Lücken und Fristen einer Regionsdatei
  plan     --region DATEI   berechnet den besten Vertretungsplan, mit Nachweis

Vertretungen (gespeichert wird sofort)
  booking list              zeigt Vertretungen: alle, oder die mit --status STAND,
                            --specialist ID, --authority ID
  booking show ID           zeigt eine Vertretung und was aus ihr wurde
  booking request           fragt eine Vertretung an: --specialist ID --authority ID
                            --area ID --half-days H,H [--agreement ID] [--mode WEISE];
                            oder die Vorschläge eines Plans (plan --json), alle oder
                            keinen: --plan DATEI [--only N,N] [--mode WEISE]
  booking consent ID        hält eine Zustimmung fest: --as specialist|lender|both
                            [--half-days H,H] (was fehlt, wird frei) [--way WEG]
  booking refuse ID         hält eine Absage fest: --as specialist|lender
  booking withdraw ID       die empfangende Stelle zieht zurück, was nicht begonnen hat
  booking recall ID         Fachkraft oder verleihende Stelle rufen zurück, was nicht
                            begonnen hat: --as specialist|lender
  booking reconcile ID      hält fest, was gearbeitet wurde: --as lender|receiver|both
                            und --half-days H,H, --all oder --none
  booking hand-over ID      hält die Übergabe fest: --done PUNKT,PUNKT [--open-cases N]
  booking expire            beendet Anfragen, die niemand rechtzeitig beantwortet hat

Abwesenheiten (Probelauf mit den Folgen; mit --apply wird gespeichert)
  absence list              zeigt Abwesenheiten: alle, oder die mit --specialist ID
  absence record            --specialist ID --from H und --to H oder --review-on TAG
  absence change ID         --from H und --to H oder --review-on TAG
  absence end ID            --to H (letzter Halbtag)
  absence withdraw ID       als hätte es sie nie gegeben

Lücken (gespeichert wird sofort)
  gap acknowledge           nimmt die Lücke zur Kenntnis, in der ein Halbtag liegt:
                            --requirement ID --need N --half-day H
  gap accept-risk           nimmt ihr Risiko in Kauf: dieselben Angaben

Stammdaten (Probelauf mit den Folgen; mit --apply wird gespeichert)
  master put LISTE DATEI    setzt einen Eintrag, ein JSON-Objekt wie in der Regionsdatei;
                            LISTE: serviceAreas, products, authorities, agreements,
                            specialists, requirements oder head (die Region selbst)
  master remove LISTE ID    entfernt einen Eintrag, auf den nichts mehr verweist

Zugänge (gespeichert wird sofort)
  member list               zeigt, wer Zugang hat oder eingeladen ist
  member add                lädt ein: --address ADRESSE --role ROLLE [--role ROLLE …]
                            [--specialist ID] [--deputy-of ID …] [--language de|en]
                            [--digest-time HH:MM] [--from TAG] [--to TAG]; zeigt die
                            Einladung ein einziges Mal
  member change ID          ändert, was angegeben ist: dieselben Angaben
  member end ID             --to TAG (letzter Tag; ein vergangener beendet sofort)
  member invite ID          lädt neu ein; die bisherige Anmeldung gilt nicht mehr

E-Mails
  mail list                 zeigt, was wartet und was sich nicht zustellen ließ
  mail retry                lässt noch einmal versuchen, was aufgegeben wurde

Angaben zu Personen
  person export ID          gibt alles aus, was zu einer Fachkraft gespeichert ist
  person erase ID           zeigt, was mit einer Fachkraft gelöscht würde; mit --apply
                            wird es gelöscht
  retention                 zeigt, was lange genug aufbewahrt ist; mit --apply wird es
                            gelöscht (sonst geschieht das täglich von selbst)
  data-protection           gibt das Datenblatt zum Datenschutz aus

Verrechnung und Protokoll
  ledger                    zeigt die Salden eines Jahres: [--year JAHR]
  audit verify              prüft, ob das Protokoll unverändert und vollständig ist

Optionen für gespeicherte Daten
  --data ORDNER      wo die Daten liegen (sonst: .data im Ordner von Vertretbar)
  --region-id ID     welche Region (nötig, wenn mehrere gespeichert sind)
  --apply            speichert, statt nur zu zeigen, was geschähe; bei import bleibt der
                     Stand davor unter ORDNER/exports
  --key TEXT         Schlüssel des Auftrags: derselbe Auftrag mit demselben Schlüssel
                     wird nur einmal ausgeführt
  --replace          entfernt auch, was nicht in der Datei steht
  --kind ART         was die Tabelle enthält: specialists, patterns oder absences
                     (sonst sagt es die Kopfzeile)
  --csv ART          gibt eine dieser Tabellen aus statt der ganzen Region
  --output DATEI     schreibt in eine Datei
  --port N           Port der Anwendung (sonst 8787; 0: irgendein freier)
  --log              schreibt zu jeder Anfrage eine Zeile JSON auf die Fehlerausgabe, ohne
                     Namen (serve)
  --once             zeigt alles einmal und endet (start)

Übrige Optionen
  H                  ein Halbtag wie 2026-12-07/am (vormittags) oder 2026-12-07/pm
  --status STAND     requested, confirmed, active, done, reconciled oder ended
  --mode WEISE       remote (aus der Ferne) oder on-site (vor Ort; so auch ohne Angabe)
  --role ROLLE       specialist, hr-manager oder controller mit @BEHÖRDE, area-head mit
                     @BEHÖRDE/FACHBEREICH, coordinator, operator
  --digest-time HH:MM  wann die Mail der Nacht da sein soll, deutsche Zeit
                     (sonst 06:00)
  --way WEG          telephone (so auch ohne Angabe), in-person oder deputy
  --only N,N         Nummern der Vorschläge in der Plandatei, gezählt ab 1
  --need N           Nummer des Bedarfs in der Mindestbesetzung, gezählt ab 0
  --today TAG        heute (sonst: das Datum in Deutschland), z. B. 2026-11-23
  --from TAG         erster Tag (sonst: heute)
  --to TAG           letzter Tag (sonst nach der Einstellung der Region, meist 90 Tage)
  --time-limit S     Rechenzeit für den Plan in Sekunden (sonst 60)
  --skip-structural  plant Lücken nicht mit, die das Arbeitszeitmuster vorgibt
  --explain          nennt zum Plan die Gründe, die nächstbesten Lösungen und was
                     helfen würde; das darf noch einmal so lange dauern
  --before DATEI     beginnt mit dem früheren Plan aus dieser Datei (plan --json);
                     was davon noch geht und so gut wie das Beste ist, bleibt
  --json             gibt nur JSON aus
  --lang de|en       Sprache (sonst nach LC_ALL, LC_MESSAGES oder LANG)
  --help             diese Hilfe; bei import und export auch die Spalten der Tabellen

Rückgabewert: 0 erledigt, 1 mit Gründen abgelehnt, 2 falscher Aufruf`
