import { useUi } from '../state/ui.ts';

/** The one polite live region of the window, and beside it, while it is what was said last, what failed. */
export function SaidRegion() {
  const { id, text, kind } = useUi((state) => state.announcement);
  return (
    <>
      <div className="visually-hidden" aria-live="polite">
        {/* A new node each time: a region that gets the words it has says nothing. */}
        {kind === 'polite' ? <span key={id}>{text}</span> : null}
      </div>
      {kind === 'alert' ? (
        <div key={id} className="visually-hidden" role="alert">
          {text}
        </div>
      ) : null}
    </>
  );
}
