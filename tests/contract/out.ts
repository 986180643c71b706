import { join } from 'node:path';

/** Where the build puts its entries. */
export const OUT: string = join(import.meta.dirname, '../../out');
