import agencies from '../../../assets/gazetteer/agencies.json' with { type: 'json' };
import companies from '../../../assets/gazetteer/companies.json' with { type: 'json' };
import elements from '../../../assets/gazetteer/elements.json' with { type: 'json' };
import metals from '../../../assets/gazetteer/metals.json' with { type: 'json' };
import places from '../../../assets/gazetteer/places.json' with { type: 'json' };
import policy from '../../../assets/gazetteer/policy.json' with { type: 'json' };
import products from '../../../assets/gazetteer/products.json' with { type: 'json' };
import type { Entity } from '../../contract/gazetteer.ts';

/** What ships with the program, in the order of its kinds; held to its schema by a test. */
export const SHIPPED_GAZETTEER: readonly Entity[] = [elements, metals, products, companies, places, agencies, policy].flatMap(
  ({ entities }) => entities as unknown as readonly Entity[],
);
