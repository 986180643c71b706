/** Milliseconds between two looks at who the parent is. */
const LOOK_MS = 250;

/**
 * Ends this process as by SIGTERM when the shell that npm started it through is gone. npm hands a signal to that shell
 * alone, which dies of it and leaves this process running, and the profile held, with nobody to stop it.
 */
export function endWithNpm() {
  // Windows keeps the parent's id for good.
  if (!process.env['npm_lifecycle_event'] || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_MS);
  timer.unref();
}
