/** The text of sanitized HTML, without loading or running anything of it. */
export function plainText(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent;
}
