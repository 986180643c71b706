import { useAppInfo } from '../client/queries.ts';
import { PathLine } from '../components/path-line.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './settings.module.css';

export function AboutSection() {
  const { t } = useWords();
  const info = useAppInfo().data;
  return (
    <>
      <p className={styles.about}>
        <b>{t('common.appName')}</b>
        {info ? <span>{t('settings.versionIs', { version: info.version })}</span> : null}
      </p>
      {info ? <PathLine label={t('settings.profile')} path={info.profile} /> : null}
    </>
  );
}
