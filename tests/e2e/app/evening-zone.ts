/** A zone in which it is evening now: rows of today stand under one day's head, which others would push down. */
export function eveningZone(): string {
  const ahead = 20 - new Date().getUTCHours();
  const hours = ahead > 12 ? ahead - 24 : ahead;
  // Signs of these names are the other way round.
  return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}
