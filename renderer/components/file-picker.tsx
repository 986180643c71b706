import type { Ref } from 'react';

export interface FilePickerProps {
  readonly label: string;
  /** Endings and types that the system's dialog offers. */
  readonly accept: string;
  /** A click on it opens the system's dialog. */
  readonly ref: Ref<HTMLInputElement>;
  readonly onChoose: (file: File) => void;
}

/** Asks the system for one file. It is not to be seen: a button of ours opens it. */
export function FilePicker({ label, accept, ref, onChoose }: FilePickerProps) {
  return (
    <input
      ref={ref}
      hidden
      type="file"
      accept={accept}
      aria-label={label}
      tabIndex={-1}
      onChange={(event) => {
        const chosen = event.target.files?.[0];
        // The same file chosen again must count as a choice.
        event.target.value = '';
        if (chosen) onChoose(chosen);
      }}
    />
  );
}
