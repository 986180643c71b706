/** Waits for work, but no longer than `ms` milliseconds. The work goes on; its failure is the caller's who gave it. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const timer = Promise.withResolvers<void>();
  const handle = setTimeout(timer.resolve, ms);
  await Promise.race([work, timer.promise]);
  clearTimeout(handle);
}
