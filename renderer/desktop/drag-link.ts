function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Lets a link be dragged to other programs: as an address (RFC 2483 section 5), as text, and as a link with its words. */
export function dragLink(data: DataTransfer, { url, title }: { readonly url: string; readonly title: string }): void {
  data.effectAllowed = 'copyLink';
  data.setData('text/uri-list', `${url}\r\n`);
  data.setData('text/plain', url);
  data.setData('text/html', `<a href="${escaped(url)}">${escaped(title)}</a>`);
}
