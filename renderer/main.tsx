import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { followEvents } from './client/follow-events.ts';
import { tellPainted } from './client/tell-painted.ts';
import { followCommands } from './commands/follow-commands.ts';
import { useListing } from './state/listing.ts';
import { start } from './state/start.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// Before the first question, so that no answer is older than what is heard.
followEvents();
followCommands();
const place = await start();
createRoot(root).render(<App start={place} />);

const stop = useListing.subscribe((listing) => {
  if (listing.shown === 0) return;
  stop();
  tellPainted();
});
