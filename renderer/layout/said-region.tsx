import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useModals } from '../components/modals.ts';
import { useUi } from '../state/ui.ts';

/** What was said last, if that was after the announcement `since`. */
function Regions({ since }: { readonly since: number }) {
  const { id, text, kind } = useUi((state) => state.announcement);
  const said = id > since ? kind : null;
  return (
    <>
      <div className="visually-hidden" aria-live="polite">
        {/* A new node each time: a region that gets the words it has says nothing. */}
        {said === 'polite' ? <span key={id}>{text}</span> : null}
      </div>
      {said === 'alert' ? (
        <div key={id} className="visually-hidden" role="alert">
          {text}
        </div>
      ) : null}
    </>
  );
}

/** What is said while a dialog is open; what was said before is not said again. */
function RegionsOfModal() {
  const [since] = useState(() => useUi.getState().announcement.id);
  return <Regions since={since} />;
}

/**
 * The one polite live region of a window, and beside it, while it is what was said last, what failed. While a dialog is open it has
 * the same in it: nothing outside of that is heard.
 */
export function SaidRegion() {
  const modal = useModals(({ open }) => open.at(-1) ?? null);
  return (
    <>
      <Regions since={0} />
      {modal ? createPortal(<RegionsOfModal />, modal) : null}
    </>
  );
}
