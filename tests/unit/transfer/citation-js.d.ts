declare module '@citation-js/core' {
  export class Cite {
    constructor(input: unknown);
    readonly data: readonly (Record<string, unknown> & { reporter?: unknown; author?: unknown; URL?: string })[];
  }
  export const plugins: { readonly input: { type(input: unknown): string } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
