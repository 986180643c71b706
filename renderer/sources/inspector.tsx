import { useState } from 'react';
import type { ReactNode } from 'react';
import type { FeedKind } from '../../electron/contract/model.ts';
import { Button } from '../components/button.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { useMenu } from '../components/use-menu.tsx';
import { DetailsScroll } from '../layout/details-scroll.tsx';
import { copyAddress, openAddress } from '../state/article-actions.ts';
import { textLang } from '../../electron/contract/text-lang.ts';
import { openDialog } from '../state/ui.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { ModeSelect } from '../full-text/mode-select.tsx';
import { DetailsBar } from './details-bar.tsx';
import { LastTries } from './last-tries.tsx';
import { setPaused } from './source-actions.ts';
import { SourceFacts } from './source-facts.tsx';
import { SourceFixes } from './source-fixes.tsx';
import type { SourceItem } from './source-items.ts';
import { editMenu, sourceMenu } from './source-menu.ts';
import { whyWords } from './why-words.ts';
import heading from '../components/heading.module.css';
import { SourceTile } from '../components/source-tile.tsx';
import styles from './details.module.css';

const KINDS = { rss: 'add.kindRss', atom: 'add.kindAtom', json: 'add.kindJson', page: 'add.kindPage' } as const satisfies Record<FeedKind, string>;

/** Where it stands and what it speaks: its folder, or its kind where it is in none, and its language. A page is always called one. */
function kindWords({ feed, folders }: SourceItem, { t, format }: Words): string {
  const parts = [
    ...(feed.kind === 'page' || folders.length === 0 ? [t(KINDS[feed.kind])] : []),
    ...folders.slice(-1),
    ...(feed.lang === null || feed.lang === '' ? [] : [format.language(feed.lang)]),
  ];
  return parts.reduce((kind, language) => t('sources.kindAndLanguage', { kind, language }));
}

/** An address that a click copies. */
function Address({ url, plain }: { readonly url: string; readonly plain?: boolean }) {
  const { t } = useWords();
  return (
    <button type="button" className={plain ? `${styles.url} ${styles.found}` : styles.url} title={url} aria-label={t('sources.copyAddress', { address: url })} onClick={() => void copyAddress(url, () => wordsNow().t('sources.addressCopied'))}>
      {url}
    </button>
  );
}

/** Pause, edit, unsubscribe. */
function Commands({ item }: { readonly item: SourceItem }): ReactNode {
  const words = useWords();
  const { t } = words;
  const { feed, report } = item;
  const [busy, setBusy] = useState(false);
  const { openAt, isOpen, menu } = useMenu();
  const turn = async () => {
    setBusy(true);
    await setPaused(feed, !feed.paused);
    setBusy(false);
  };
  return (
    <div className={styles.commands}>
      {/* What would help a paused source stands above already. */}
      {report.fix?.kind === 'resume' ? null : (
        <Button icon={feed.paused ? 'resume' : 'pause'} aria-disabled={busy} onClick={() => (busy ? undefined : void turn())}>
          {t(feed.paused ? 'sources.resume' : 'sources.pause')}
        </Button>
      )}
      <Button aria-haspopup="menu" aria-expanded={isOpen} onClick={(event) => openAt(event.currentTarget, t('sources.editMenu', { title: feed.title }), editMenu(feed, words))}>
        {t('sources.edit')}
      </Button>
      <Button kind="quiet" className={styles.unsubscribe} onClick={() => openDialog({ kind: 'unsubscribe', feedId: feed.id })}>
        {t('sidebar.unsubscribe')}
      </Button>
      {menu}
    </div>
  );
}

/** All about one source: what is wrong and what would help, its last tries, its figures, and what can be done with it. */
export function Inspector({ item, now }: { readonly item: SourceItem; readonly now: number }) {
  const words = useWords();
  const { t } = words;
  const { openAt, menu } = useMenu();
  const { feed, report, state } = item;
  const why = whyWords(report, now, words);
  const { siteUrl } = feed;
  return (
    <>
      <DetailsBar>
        {siteUrl ? <IconButton icon="external" label={t('sources.openSite')} keys="V" onClick={() => openAddress(siteUrl)} /> : null}
        <IconButton icon="more" label={t('common.more')} aria-haspopup="menu" onClick={(event) => openAt(event.currentTarget, t('sidebar.feedMenu', { title: feed.title }), sourceMenu(item, words))} />
      </DetailsBar>
      <DetailsScroll className={styles.scroll} label={feed.title}>
        <p className={styles.kind}>
          <SourceTile title={feed.title} icon={feed.icon} />
          <span dir="auto">{kindWords(item, words)}</span>
        </p>
        <h2 className={`${heading.lead} ${styles.title}`} dir="auto" lang={textLang(feed.title, feed.lang)}>
          {feed.title}
        </h2>
        <Address url={feed.feedUrl} />
        {why ? (
          <div className={styles.why}>
            <b className={state.mark === 'broken' ? styles.broken : undefined}>{state.text}</b>
            <p>{why.text}</p>
            {why.url === null ? null : <Address url={why.url} plain />}
          </div>
        ) : null}
        <SourceFixes item={item} />
        <LastTries feedId={feed.id} now={now} />
        <SourceFacts item={item} now={now} />
        <section className={styles.section}>
          <ModeSelect feed={feed} />
        </section>
        <section className={styles.section}>
          <Commands item={item} />
        </section>
      </DetailsScroll>
      {menu}
    </>
  );
}
