import { Element } from 'domhandler';
import { elementText } from './element-text.ts';
import { descendants } from './item-link.ts';

/** The place of a cell in its row. */
export function columnOf(cell: Element): number {
  let at = 0;
  for (let before = cell.prev; before && at < 50; before = before.prev) if (before instanceof Element) at++;
  return at;
}

/** The head of a cell's column, or ''. */
export function columnHead(cell: Element): string {
  let table: Element['parent'] = cell;
  while (table instanceof Element && table.name !== 'table') table = table.parent;
  const rows = table instanceof Element ? descendants(table, 30) : [];
  const heads = rows.filter(({ name }) => name === 'th');
  const head = heads[columnOf(cell)];
  return head ? elementText(head, 40) : '';
}
