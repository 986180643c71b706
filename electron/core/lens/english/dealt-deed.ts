/** What is done with a mass, a sum or a measure of something, by the beginning of the verb in front of it. */
const DEEDS: readonly (readonly [RegExp, string])[] = [
  [/^treat/i, 'treated'], [/^process/i, 'processed'], [/^separat/i, 'separated'], [/^produc/i, 'produced'], [/^suppl/i, 'supplied'], [/^issu/i, 'issued'], [/^buil/i, 'built'], [/^add/i, 'added'],
  [/^deliver/i, 'delivered'], [/^recover/i, 'recovered'], [/^purchas/i, 'purchased'], [/^(?:buy|bought)/i, 'bought'], [/^consum/i, 'consumption'], [/^us(?:e|es|ed|ing)$/i, 'used'], [/^stor/i, 'stored'], [/^restor/i, 'restored'],
  [/^plant/i, 'planted'], [/^mine/i, 'mined'], [/^handl/i, 'handled'], [/^ship/i, 'shipments'], [/^(?:sell|sold)/i, 'sold'], [/^receiv/i, 'received'], [/^discharg/i, 'discharged'], [/^recycl/i, 'recycled'],
  [/^collect/i, 'collected'], [/^install/i, 'installed'], [/^reclaim/i, 'reclaimed'], [/^sav/i, 'saved'], [/^releas/i, 'released'], [/^extract/i, 'extracted'], [/^transport/i, 'transported'], [/^export/i, 'exports'], [/^import/i, 'imports'],
];
const DOES = /\b([A-Za-z]{3,12}) (?:(?:a total of|about|some|more than|over|nearly|approximately|around|another|an additional|up to|only|at least|just|less than|an accumulated|as much as) )*(?:[A-Z]{0,3}[$€£¥])?$/;

/** "Can separate 7,000 tons of oxides": what becomes of what is measured; null where nothing is told. */
export function dealtDeed(lead: string, after: string): string | null {
  if (!/^ (?:REO |TREO )?of (?!which\b|whom\b|them\b)/.test(after)) return null;
  const verb = DOES.exec(lead.slice(-60))?.[1];
  return verb === undefined ? null : (DEEDS.find(([pattern]) => pattern.test(verb))?.[1] ?? null);
}
