/** The keys of an English catalog as another language fills them. Chinese has no singular, so `_one` keys fall away. */
export type CatalogShape<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : CatalogShape<T[K]>;
};
