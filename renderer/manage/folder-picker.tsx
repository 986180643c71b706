import type { Folder } from '../../electron/contract/model.ts';
import { Select } from '../components/select.tsx';
import { TextField } from '../components/text-field.tsx';
import { useWords } from '../words/use-words.ts';
import { NO_FOLDER, folderOptions } from './folder-options.ts';
import type { FolderChoice } from './picked-folder.ts';
import styles from './folder-picker.module.css';

const NEW_FOLDER = 'new';

export interface FolderPickerProps {
  readonly label: string;
  readonly folders: readonly Folder[];
  readonly choice: FolderChoice;
  readonly onChange: (choice: FolderChoice) => void;
  readonly disabled?: boolean;
}

/** A folder that exists, none, or a new one by its name. */
export function FolderPicker({ label, folders, choice, onChange, disabled }: FolderPickerProps) {
  const { t } = useWords();
  const options = [...folderOptions(folders, t('add.noFolder')), { value: NEW_FOLDER, label: t('add.newFolder') }];
  const isNew = choice.newTitle !== null;
  return (
    <div className={styles.picker}>
      <Select
        className={styles.part}
        label={label}
        size="large"
        value={isNew ? NEW_FOLDER : choice.value}
        options={options}
        disabled={disabled ?? false}
        onChange={(value) => {
          onChange(value === NEW_FOLDER ? { value: NO_FOLDER, newTitle: '' } : { value, newTitle: null });
        }}
      />
      {isNew ? (
        <TextField
          className={styles.part}
          label={t('add.newFolderName')}
          size="large"
          value={choice.newTitle ?? ''}
          maxLength={500}
          disabled={disabled ?? false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onChange={(newTitle) => {
            onChange({ value: NO_FOLDER, newTitle });
          }}
        />
      ) : null}
    </div>
  );
}
