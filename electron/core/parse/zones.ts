/** Minutes east of Greenwich; of clocks that change with the season, the place (IANA) whose clocks they are. */
export type Zone = number | `America/${string}`;

/** RFC 822 section 5.1, with the summer names and those that feeds use beside them, in lower case. */
export const ZONES: Readonly<Record<string, Zone>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 60, bst: 60, ist: 330, cet: 60, cest: 120, eet: 120, eest: 180, msk: 180,
  est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420, akst: -540, akdt: -480, hst: -600,
  at: 'America/Halifax', et: 'America/New_York', ct: 'America/Chicago', mt: 'America/Denver', pt: 'America/Los_Angeles',
  ast: -240, adt: -180, nst: -210, ndt: -150, brt: -180, art: -180, mez: 60, mesz: 120, met: 60, mest: 120, wat: 60, cat: 120, sast: 120, eat: 180, pkt: 300, ict: 420, wib: 420, wita: 480, wit: 540,
  jst: 540, kst: 540, hkt: 480, sgt: 480, myt: 480, pht: 480, awst: 480, acst: 570, acdt: 630, aest: 600, aedt: 660, nzst: 720, nzdt: 780,
};
