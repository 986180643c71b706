import type { AliasRule, Entity, EntityAlias } from '../../electron/contract/gazetteer.ts';

/** A form by which an entity is known, as the settings list it. */
export interface EntityForm {
  readonly text: string;
  /** BCP 47, or null where nobody says. */
  readonly lang: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly exact: boolean;
  readonly needs: AliasRule | null;
  /** A person gave it. */
  readonly isMine: boolean;
  readonly isHidden: boolean;
}

function formOf({ text, lang, from, to, exact, needs }: EntityAlias, isMine: boolean, hidden: ReadonlySet<string>): EntityForm {
  return { text, lang: lang ?? null, from: from ?? null, to: to ?? null, exact: exact ?? false, needs: needs ?? null, isMine, isHidden: hidden.has(text) };
}

/** The forms of an entity beside its names, what a person gave first; forms that are hidden are among them. */
export function formsOf({ names, aliases, hidden = [], mine, tickers = [] }: Entity): readonly EntityForm[] {
  const gone = new Set(hidden);
  const own = mine?.aliases ?? [];
  const shipped = aliases.slice(0, aliases.length - own.length);
  const named = Object.entries(names).map(([lang, text]) => formOf({ text, lang }, mine?.names[lang] !== undefined, gone));
  const codes = tickers.map(({ exchange, code, from, to }) => formOf({ text: `${exchange}:${code}`, needs: 'ticker', ...(from ? { from } : {}), ...(to ? { to } : {}) }, false, gone));
  const seen = new Set<string>();
  return [...own.map((alias) => formOf(alias, true, gone)), ...named, ...shipped.map((alias) => formOf(alias, false, gone)), ...codes].filter(({ text, from, to }) => {
    const key = JSON.stringify([text, from, to]);
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

/** What saveEntity is given to hide a form, or to show it again. */
export function withHidden({ hidden = [] }: Pick<Entity, 'hidden'>, text: string, isHidden: boolean): readonly string[] {
  const others = hidden.filter((one) => one !== text);
  return isHidden ? [...others, text] : others;
}

/** What saveEntity is given to change a name: an empty one is no longer a person's own. */
export function withName({ names, mine }: Pick<Entity, 'names' | 'mine'>, changed: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const own = { ...mine?.names };
  for (const [lang, typed] of Object.entries(changed)) {
    const text = typed.trim();
    if (text === '') delete own[lang];
    else if (own[lang] !== undefined || names[lang] !== text) own[lang] = text;
  }
  return own;
}
