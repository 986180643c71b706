/** The id of a row's element, for `aria-activedescendant`. */
export function rowElementId(articleId: number): string {
  return `headline-${articleId}`;
}
