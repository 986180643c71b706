import { useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { IconButton } from '../components/icon-button.tsx';
import { openModal } from '../components/modals.ts';
import { useWords } from '../words/use-words.ts';
import { closeViewer, showImage, useViewer } from './viewer-state.ts';
import type { ViewedImage } from './viewer-state.ts';
import styles from './image-viewer.module.css';

function Viewer({ images, at }: { readonly images: readonly ViewedImage[]; readonly at: number }) {
  const { t, format } = useWords();
  const ref = useRef<HTMLDialogElement>(null);
  const [actual, setActual] = useState(false);
  const image = images[at];
  const step = (by: number) => {
    setActual(false);
    showImage((at + by + images.length) % images.length);
  };

  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    const opener = document.activeElement;
    const close = openModal(dialog);
    dialog.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    return () => {
      close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);

  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rtl = document.documentElement.dir === 'rtl';
    const keys: Readonly<Record<string, () => void>> = {
      ArrowRight: () => step(rtl ? -1 : 1),
      ArrowLeft: () => step(rtl ? 1 : -1),
      j: () => step(1),
      k: () => step(-1),
      z: () => setActual((now) => !now),
    };
    const act = keys[event.key];
    // At actual size arrows move what is larger than the window.
    if (!act || (actual && event.key.startsWith('Arrow'))) return;
    event.preventDefault();
    act();
  };
  if (!image) return null;
  return (
    <dialog ref={ref} className={styles.viewer} aria-label={t('viewer.title')} aria-modal="true" onClose={closeViewer} onKeyDown={pressed}>
      <div className={styles.bar}>
        {images.length > 1 ? <output className={styles.place}>{t('viewer.place', { place: format.count(at + 1), total: format.count(images.length) })}</output> : <span className={styles.place} />}
        {images.length > 1 ? (
          <>
            <IconButton icon="back" label={t('viewer.previous')} keys="←" onClick={() => step(-1)} />
            <IconButton icon="chevron-right" label={t('viewer.next')} keys="→" onClick={() => step(1)} />
          </>
        ) : null}
        <IconButton icon={actual ? 'fit' : 'actual'} label={t(actual ? 'viewer.fit' : 'viewer.actual')} keys="Z" pressed={actual} onClick={() => setActual(!actual)} />
        <IconButton icon="close" label={t('viewer.close')} keys="Esc" data-first-focus="" onClick={closeViewer} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- arrows scroll what is larger; Esc does what a click beside the image does */}
      <div className={styles.stage} data-actual={actual || undefined} tabIndex={actual ? 0 : -1} onClick={(event) => (event.target === event.currentTarget ? closeViewer() : undefined)}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Z does the same */}
        <img key={image.src} src={image.src} alt={image.alt} onClick={() => setActual(!actual)} />
      </div>
      {image.caption ? (
        <p className={styles.caption} dir="auto">
          {image.caption}
        </p>
      ) : null}
    </dialog>
  );
}

/** The images of the open article, one at a time, as large as the window or as they are. */
export function ImageViewer() {
  const { images, at } = useViewer();
  return images.length > 0 ? <Viewer images={images} at={at} /> : null;
}
