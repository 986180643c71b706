import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ENTITY_KINDS, type Entity } from '../../../electron/contract/gazetteer.ts';
import { aliasSchema, namesSchema } from '../../../electron/contract/validate-gazetteer.ts';
import { foldForm } from '../../../electron/core/entities/fold-names.ts';
import { formsOf } from '../../../electron/core/entities/name-form.ts';
import { SHIPPED_GAZETTEER } from '../../../electron/core/entities/shipped-gazetteer.ts';

const FOLDER = join(import.meta.dirname, '../../../assets/gazetteer');
const day = v.pipe(v.string(), v.isoDate());
const ids = v.array(v.pipe(v.string(), v.regex(/^[a-z]+:[A-Za-z0-9-]+$/u)));
const text = v.pipe(v.string(), v.minLength(1));

const entitySchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]+:[A-Za-z0-9-]+$/u)),
  kind: v.picklist(ENTITY_KINDS),
  names: namesSchema,
  aliases: v.array(aliasSchema),
  silent: v.optional(v.array(v.string())),
  needs: v.optional(v.unwrap((aliasSchema as unknown as { entries: { needs: v.OptionalSchema<v.GenericSchema, undefined> } }).entries.needs)),
  symbol: v.optional(v.pipe(v.string(), v.regex(/^[A-Z][a-z]?$/u))),
  number: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(118))),
  oxide: v.optional(text),
  metalInOxide: v.optional(v.pipe(v.number(), v.gtValue(0), v.ltValue(1))),
  classes: v.optional(v.record(v.picklist(['cn', 'usgs']), v.picklist(['light', 'medium', 'heavy']))),
  uses: v.optional(text),
  formula: v.optional(text),
  of: v.optional(ids),
  tickers: v.optional(v.array(v.strictObject({ exchange: text, code: text, from: v.optional(day), to: v.optional(day) }))),
  role: v.optional(text),
  places: v.optional(ids),
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u))),
  claims: v.optional(v.array(v.strictObject({ says: text, on: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}(-\d{2})?$/u)) }))),
  source: v.optional(text),
});

const hasChinese = (entity: Entity): boolean => entity.names['zh-Hans'] !== undefined;

describe('the gazetteer that ships', () => {
  it('has a file for each kind, which says where its facts come from', () => {
    // The terms are for searching alone, and no entities.
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json') && name !== 'terms.json');
    expect(files.toSorted()).toEqual(['agencies.json', 'companies.json', 'elements.json', 'metals.json', 'places.json', 'policy.json', 'products.json']);
    for (const file of files) {
      const { kind, source, entities } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { kind: string; source: string; entities: Entity[] };
      expect(source).not.toBe('');
      expect(entities.every((entity) => entity.kind === kind && entity.id.startsWith(`${kind}:`))).toBe(true);
    }
  });

  it.each(SHIPPED_GAZETTEER.map((entity) => [entity.id, entity] as const))('%s keeps to the form', (_, entity) => {
    expect(v.safeParse(entitySchema, entity).issues).toBeUndefined();
    expect(formsOf(entity).length).toBeGreaterThan(0);
    for (const { from, to } of entity.aliases) expect(from === undefined || to === undefined || from <= to).toBe(true);
  });

  it('has every id once, and names none that is not there', () => {
    const all = SHIPPED_GAZETTEER.map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    expect(SHIPPED_GAZETTEER.flatMap(({ of = [], places = [] }) => [...of, ...places]).filter((id) => !all.includes(id))).toEqual([]);
  });

  it('has no form twice in a kind without a rule or a date that tells them apart', () => {
    const owners = new Map<string, string>();
    const twice: string[] = [];
    for (const entity of SHIPPED_GAZETTEER) {
      const own = new Set(formsOf(entity).filter(({ rule, from, to }) => rule === null && from === null && to === null).map(({ text: form, exact }) => JSON.stringify([entity.kind, form, exact])));
      for (const form of own) {
        if (owners.has(form)) twice.push(`${form}: ${owners.get(form)}, ${entity.id}`);
        owners.set(form, entity.id);
      }
    }
    expect(twice).toEqual([]);
  });

  it('has the Traditional form of every Chinese name, and its Simplified one behind it', () => {
    expect(SHIPPED_GAZETTEER.filter((entity) => hasChinese(entity) !== (entity.names['zh-Hant'] !== undefined)).map(({ id }) => id)).toEqual([]);
    // Lutetium has two Traditional characters, and only one of them is simplified to 镥.
    const differing = SHIPPED_GAZETTEER.filter((entity) => hasChinese(entity) && foldForm(entity.names['zh-Hant'] ?? '') !== foldForm(entity.names['zh-Hans'] ?? '')).map(({ id }) => id);
    expect(differing).toEqual(['element:Lu']);
  });

  it('has the 17 rare earths in both scripts, by number', () => {
    const elements = SHIPPED_GAZETTEER.filter(({ kind }) => kind === 'element');
    expect(elements.map(({ number }) => number)).toEqual([21, 39, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71]);
    expect(elements.every(hasChinese)).toBe(true);
  });

  it('says how much metal is in an oxide as its formula does', () => {
    const mass: Record<string, number> = { Sc: 44.956, Y: 88.906, La: 138.905, Ce: 140.116, Pr: 140.908, Nd: 144.242, Sm: 150.36, Eu: 151.964, Gd: 157.25, Tb: 158.925, Dy: 162.5, Ho: 164.93, Er: 167.259, Tm: 168.934, Yb: 173.045, Lu: 174.967 };
    for (const { oxide, symbol = '', metalInOxide } of SHIPPED_GAZETTEER) {
      if (oxide === undefined) continue;
      const [, atoms = '', oxygen = ''] = /^[A-Z][a-z]?(\d*)O(\d+)$/u.exec(oxide) ?? [];
      const metal = Number(atoms || 1) * (mass[symbol] ?? 0);
      expect(metalInOxide).toBeCloseTo(metal / (metal + Number(oxygen) * 15.999), 3);
    }
  });
});
