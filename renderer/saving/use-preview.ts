import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReaderError } from '../../electron/contract/errors.ts';
import { MOST_SAVED_BYTES } from '../../electron/contract/saving.ts';
import type { SavePreview, SavePreviewImages, SaveSource } from '../../electron/contract/saving.ts';
import { handIn, letGo } from '../client/exchange.ts';
import { call } from '../client/transport.ts';
import { useTask } from '../components/use-task.ts';
import { linkIn } from './save-request.ts';

/** A person who types an address has stopped for this long. */
const SETTLED_MS = 500;

export interface PreviewState {
  readonly preview: SavePreview | null;
  /** Comes after the preview. */
  readonly images: SavePreviewImages | null;
  readonly busy: boolean;
  readonly error: ReaderError | null;
  /** What is to be saved, once it is at hand; the same promise for the preview and for saving. */
  readonly source: () => Promise<SaveSource>;
}

/** What saving an address or a file would keep, asked for once the address stands still. */
export function usePreview(address: string, file: File | null): PreviewState {
  const [found, setFound] = useState<{ readonly of: string | File; readonly preview: SavePreview } | null>(null);
  const [handed, setHanded] = useState<{ readonly of: File; readonly key: Promise<string> } | null>(null);
  const [seen, setSeen] = useState<{ readonly of: SavePreview; readonly images: SavePreviewImages } | null>(null);
  const { busy, error, run, reset } = useTask();
  const { run: look, reset: lookAway } = useTask();
  const url = linkIn(address);
  const wanted = file ?? url;

  const saving = useRef<Promise<string> | null>(null);

  const source = useCallback(async (): Promise<SaveSource> => {
    if (!file) return { url: address.trim() };
    const key = handed?.of === file ? handed.key : handIn(file, MOST_SAVED_BYTES);
    saving.current = key;
    return { file: await key, name: file.name };
  }, [address, file, handed]);

  // What was looked at and is not saved goes: another file was chosen, or the dialog closed.
  useEffect(
    () => () => {
      if (handed && saving.current !== handed.key) void letGo(handed.key);
    },
    [handed],
  );

  useEffect(() => {
    if (wanted === null) {
      reset();
      return undefined;
    }
    const ask = () => {
      const key = wanted instanceof File ? handIn(wanted, MOST_SAVED_BYTES) : null;
      // The dialog may be closed and save it before the file has arrived.
      if (key && wanted instanceof File) setHanded({ of: wanted, key });
      run(
        async () => {
          const of = wanted instanceof File ? { file: (await key) ?? '', name: wanted.name } : { url: wanted };
          return { of, preview: await call('previewSave', of) };
        },
        ({ of, preview }) => {
          setFound({ of: wanted, preview });
          if (preview.images > 0) look(() => call('previewSaveImages', of), (images) => setSeen({ of: preview, images }));
        },
      );
    };
    const timer = setTimeout(ask, wanted instanceof File ? 0 : SETTLED_MS);
    return () => {
      clearTimeout(timer);
      lookAway();
    };
  }, [wanted, run, reset, look, lookAway]);

  const preview = found && found.of === wanted ? found.preview : null;
  return { preview, images: preview !== null && seen?.of === preview ? seen.images : null, busy, error, source };
}
