import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { askOpened } from './article/ask-opened.ts';
import { followEvents } from './client/follow-events.ts';
import { settingsNow } from './client/queries.ts';
import { tellPainted } from './client/tell-painted.ts';
import { followCommands } from './commands/follow-commands.ts';
import { settingsHere } from './desktop/settings-here.ts';
import { showAppearance } from './layout/use-appearance.ts';
import { fitLayout } from './layout/use-layout.ts';
import { followAskedPlace } from './settings/asked-place.ts';
import { useListing } from './state/listing.ts';
import { start } from './state/start.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const inSettings = settingsHere();
// Before the first question, so that no answer is older than what is heard.
followEvents();
if (inSettings) {
  followAskedPlace();
  // Not waited for here: what draws them imports this module's file, and would wait for its end.
  void import('./settings/draw-settings.tsx').then(({ drawSettings }) => drawSettings(root, inSettings));
} else {
  await drawReader(root);
}

async function drawReader(at: HTMLElement): Promise<void> {
  followCommands();
  askOpened();
  const place = await start();
  const settings = settingsNow();
  if (settings) showAppearance(settings);
  fitLayout();
  createRoot(at).render(<App start={place} />);

  if (useListing.getState().shown > 0) {
    tellPainted();
  } else {
    const stop = useListing.subscribe((listing) => {
      if (listing.shown === 0) return;
      stop();
      tellPainted();
    });
  }
}
