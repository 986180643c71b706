import { useRef, useState } from 'react';
import { MOST_SAVED_BYTES } from '../../electron/contract/saving.ts';
import type { ReaderError } from '../../electron/contract/errors.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { handIn } from '../client/exchange.ts';
import { call } from '../client/transport.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { useTags } from '../evidence/use-evidence.ts';
import { announce } from '../state/ui.ts';
import { leavePages } from '../transfer/take-files.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import { PageTags } from './page-tags.tsx';
import { takeGivenFiles } from './save-request.ts';
import styles from './saving.module.css';

interface Missed {
  readonly name: string;
  readonly error: ReaderError;
}

type Step = { readonly kind: 'asking' } | { readonly kind: 'saving'; readonly done: number } | { readonly kind: 'done'; readonly saved: number; readonly missed: readonly Missed[]; readonly left: number };

/** Several files, saved one after the other as bookmarks with the same tags: how far it is, then what was saved, what not and why. */
export function SaveFiles() {
  const words = useWords();
  const { t } = words;
  const [files] = useState(takeGivenFiles);
  const [tags, setTags] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const [step, setStep] = useState<Step>({ kind: 'asking' });
  const stopped = useRef(false);
  const { data: known = [] } = useTags();

  const save = async () => {
    const last = typed.trim();
    const wanted = last === '' || tags.includes(last) ? tags : [...tags, last];
    const missed: Missed[] = [];
    let saved = 0;
    for (const [at, file] of files.entries()) {
      if (stopped.current) break;
      setStep({ kind: 'saving', done: at });
      try {
        await call('savePage', { file: await handIn(file, MOST_SAVED_BYTES), name: file.name, tags: wanted });
        saved += 1;
      } catch (error) {
        missed.push({ name: file.name, error: asReaderError(error) });
      }
    }
    setStep({ kind: 'done', saved, missed, left: files.length - saved - missed.length });
    announce(t('saving.severalSaved', { count: saved }));
  };
  const leave = () => {
    if (step.kind === 'saving') stopped.current = true;
    else leavePages();
  };
  const current = step.kind === 'saving' ? (files[step.done]?.name ?? '') : '';
  return (
    <Dialog
      title={t('saving.several', { count: files.length })}
      onClose={leave}
      onSubmit={step.kind === 'asking' ? () => void save() : leave}
      actions={
        step.kind === 'done' ? (
          <Button size="large" kind="primary" type="submit" data-first-focus>
            {t('common.done')}
          </Button>
        ) : (
          <>
            <Button size="large" onClick={leave}>
              {t(step.kind === 'saving' ? 'carry.stop' : 'common.cancel')}
            </Button>
            <Button size="large" kind="primary" type="submit" data-first-focus disabled={step.kind === 'saving'}>
              {t('saving.saveSeveral', { count: files.length })}
            </Button>
          </>
        )
      }
    >
      {step.kind === 'asking' ? (
        <>
          <ul className={styles.names} aria-label={t('saving.severalNames')}>
            {files.map((file, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- two files may have one name
              <li key={at}>{file.name}</li>
            ))}
          </ul>
          <PageTags tags={tags} known={known} onChange={setTags} typed={typed} onType={setTyped} />
        </>
      ) : null}
      {step.kind === 'saving' ? (
        <>
          <ProgressBar label={t('saving.saving')} value={step.done} max={files.length} />
          <p className={styles.reading}>{t('saving.severalProgress', { done: step.done + 1, total: files.length, file: current })}</p>
        </>
      ) : null}
      {step.kind === 'done' ? (
        <>
          <output>
            {[t('saving.severalSaved', { count: step.saved }), ...(step.missed.length > 0 ? [t('saving.severalMissed', { count: step.missed.length })] : []), ...(step.left > 0 ? [t('saving.severalLeft', { count: step.left })] : [])].join(t('saving.comma'))}
          </output>
          {step.missed.length > 0 ? (
            <ul className={styles.names} aria-label={t('saving.severalMissed', { count: step.missed.length })}>
              {step.missed.map(({ name, error }, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- as above
                <li key={at}>{t('saving.severalWhy', { file: name, why: errorWords(error, words).title })}</li>
              ))}
            </ul>
          ) : null}
        </>
      ) : null}
    </Dialog>
  );
}
