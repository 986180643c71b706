import type { App, CrashReporter, Dialog } from 'electron';

export interface CrashPorts {
  readonly app: Pick<App, 'on'>;
  readonly crashReporter: Pick<CrashReporter, 'start'>;
  readonly dialog: Pick<Dialog, 'showErrorBox'>;
  readonly process: Pick<NodeJS.Process, 'on'>;
  /** False in the smoke test, where nobody could close a dialog. */
  readonly showDialog: boolean;
  readonly title: () => string;
  readonly onProblem: (message: string) => void;
}

/** Notes every way in which a process of ours ends or errs. Crash dumps stay on this machine. */
export function watchForCrashes({ app, crashReporter, dialog, process, showDialog, title, onProblem }: CrashPorts): void {
  let shown = false;
  process.on('uncaughtException', (error) => {
    const text = error.stack ?? String(error);
    onProblem(`uncaught: ${text}`);
    // Once: an error that repeats would bury the screen in dialogs.
    if (showDialog && !shown) dialog.showErrorBox(title(), text);
    shown = true;
  });
  process.on('unhandledRejection', (reason) => {
    onProblem(`unhandled rejection: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`);
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') onProblem(`the ${type} process ended: ${reason} (${exitCode})`);
  });
  crashReporter.start({ uploadToServer: false });
}
