import company from '../../../assets/catalogue/company.json' with { type: 'json' };
import government from '../../../assets/catalogue/government.json' with { type: 'json' };
import prices from '../../../assets/catalogue/prices.json' with { type: 'json' };
import science from '../../../assets/catalogue/science.json' with { type: 'json' };
import search from '../../../assets/catalogue/search.json' with { type: 'json' };
import trade from '../../../assets/catalogue/trade.json' with { type: 'json' };
import type { CatalogueSource } from '../../contract/catalogue.ts';

/** What ships with the program, in the order of its kinds; held to its schema by a test. */
export const SHIPPED_CATALOGUE: readonly CatalogueSource[] = [trade, prices, government, company, science, search].flatMap(({ sources }) => sources as unknown as readonly CatalogueSource[]);
