import { useRef } from 'react';
import type { ReactElement } from 'react';

export interface FilePickerOptions {
  /** As the picker's accessible name. */
  readonly label: string;
  /** Extensions parted by commas, each with its dot. */
  readonly accept: string;
  readonly multiple?: boolean;
  /** Never without a file. */
  readonly onChoose: (files: readonly File[]) => void;
}

export interface FilePicker {
  /** Draws nothing; place it once. */
  readonly picker: ReactElement;
  /** Opens the system's dialog. */
  readonly choose: () => void;
}

/** The system's dialog for files behind a button of our own. */
export function useFilePicker({ label, accept, multiple = false, onChoose }: FilePickerOptions): FilePicker {
  const ref = useRef<HTMLInputElement>(null);
  return {
    choose: () => ref.current?.click(),
    picker: (
      <input
        ref={ref}
        hidden
        type="file"
        accept={accept}
        multiple={multiple}
        aria-label={label}
        tabIndex={-1}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          // The same file chosen again must count as a choice.
          event.target.value = '';
          if (chosen.length > 0) onChoose(chosen);
        }}
      />
    ),
  };
}
