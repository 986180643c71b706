import { Button } from '../components/button.tsx';
import { runCommand } from '../commands/run-command.ts';
import { exportFigures } from '../figures/export-figures.ts';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import styles from './settings.module.css';

interface WayProps {
  readonly text: string;
  readonly label: string;
  readonly onPress: () => void;
}

function Way({ text, label, onPress }: WayProps) {
  return (
    <div className={styles.actions}>
      <span className={styles.actionsText}>{text}</span>
      <Button onClick={onPress}>{label}</Button>
    </div>
  );
}

function exportAllFigures(): void {
  closeDialog();
  void exportFigures({});
}

/** What can come in and leave as a file. Each has a dialog of its own, which shows first what will happen, and tells what did. */
export function TransferSection() {
  const { t } = useWords();
  return (
    <>
      <h3 className={styles.head}>{t('carry.waysIn')}</h3>
      <Way text={t('carry.waysInText')} label={t('carry.importMenu')} onPress={() => runCommand('import')} />
      <Way text={t('carry.libraryInText')} label={t('carry.importLibraryMenu')} onPress={() => runCommand('import-library')} />
      <h3 className={styles.head}>{t('carry.waysOut')}</h3>
      <Way text={t('carry.sourcesOutText')} label={t('carry.exportOpmlMenu')} onPress={() => runCommand('export-opml')} />
      <Way text={t('carry.formatText')} label={t('carry.exportMenu')} onPress={() => runCommand('export-articles')} />
      <Way text={t('carry.figuresOutText')} label={t('carry.exportFiguresMenu')} onPress={exportAllFigures} />
      <Way text={t('carry.libraryText')} label={t('carry.exportLibraryMenu')} onPress={() => runCommand('export-library')} />
    </>
  );
}
