import { useShownKeys } from '../keyboard/use-shown-keys.ts';

export interface KeyBadgeProps {
  /** The key by which the command is known, "H"; shown is the one that it has now, and nothing where it has none. */
  readonly usual: string;
  readonly className: string | undefined;
}

/** The key that does what a button does, on the button. */
export function KeyBadge({ usual, className }: KeyBadgeProps) {
  const keys = useShownKeys(usual);
  if (keys === undefined) return null;
  return (
    <kbd className={className} aria-hidden="true">
      {keys}
    </kbd>
  );
}
