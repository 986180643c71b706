import { useState } from 'react';
import { IconButton } from '../components/icon-button.tsx';
import { TextField } from '../components/text-field.tsx';
import { useWords } from '../words/use-words.ts';

export interface SecretFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly errorId?: string | undefined;
  readonly className?: string | undefined;
}

/** One line that others should not read over the shoulder; a button shows it. Browsers fill nothing into it of their own. */
export function SecretField({ label, value, onChange, errorId, className }: SecretFieldProps) {
  const { t } = useWords();
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      label={label}
      size="large"
      type={isShown ? 'text' : 'password'}
      value={value}
      maxLength={8192}
      autoComplete="new-password"
      autoCapitalize="off"
      spellCheck={false}
      errorId={errorId}
      className={className}
      end={
        <IconButton
          icon={isShown ? 'eye-off' : 'eye'}
          size="small"
          label={t(isShown ? 'signIn.hide' : 'signIn.show')}
              onClick={() => {
            setShown(!isShown);
          }}
        />
      }
      onChange={onChange}
    />
  );
}
