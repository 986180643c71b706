function two(part: number): string {
  return String(part).padStart(2, '0');
}

/** The day in local time, as it sorts: 2025-11-18. Names the files that are exported. */
export function localDay(): string {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
