import { Fragment } from 'react';
import { NO_DESKTOP, type DesktopAbilities, type DesktopAbsence, type DesktopPart, type DesktopSettings } from '../../electron/contract/desktop.ts';
import { useAppInfo } from '../client/queries.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import type { SectionProps } from './section-props.ts';
import { SettingCheck } from './setting-check.tsx';
import styles from './settings.module.css';

type Choice = Exclude<keyof DesktopSettings, 'trayExplained'>;

/** Each choice with the part of the desktop that it needs. */
const CHOICES: readonly (readonly [Choice, DesktopPart])[] = [
  ['tray', 'tray'],
  ['closeToTray', 'tray'],
  ['startAtLogin', 'startAtLogin'],
  ['badge', 'badge'],
  ['updates', 'updates'],
  ['quietOnBattery', 'battery'],
  ['quietOnMetered', 'metered'],
];

function hintOf(choice: Choice, platform: string, t: Words['t']): string {
  if (choice === 'badge' && platform === 'linux') return t('desktop.badgeLinux');
  if (choice === 'tray' && platform === 'linux') return t('desktop.trayLinux');
  if (choice === 'closeToTray' && platform === 'darwin') return t('desktop.closeToTrayMac');
  return t(`desktop.hints.${choice}`);
}

/** What opens in the app when another program hands it over, or why nothing does. */
function Links({ state }: { readonly state: DesktopAbilities['links'] }) {
  const { t } = useWords();
  return (
    <>
      <h3 className={styles.head}>{t('desktop.links')}</h3>
      <p className={styles.text}>{state === 'works' ? t('desktop.linksWork') : state === 'browser' ? t('desktop.linksBrowser') : t(`desktop.absent.${state}`)}</p>
      {state === 'works' ? null : <p className={styles.text}>{t('desktop.linksOtherwise')}</p>}
    </>
  );
}

/** What the app does outside of its window. What cannot be had here is said with its reason, once for each. */
export function DesktopSection({ settings, change }: SectionProps) {
  const { t } = useWords();
  const { data: info } = useAppInfo();
  const { desktop } = settings;
  const abilities = info?.desktop ?? NO_DESKTOP;
  const platform = info?.platform ?? '';
  const absent = new Map<DesktopAbsence, Choice[]>();
  for (const [choice, part] of CHOICES) {
    const state = abilities[part];
    if (state !== 'works') absent.set(state, [...(absent.get(state) ?? []), choice]);
  }
  return (
    <>
      {CHOICES.filter(([, part]) => abilities[part] === 'works').map(([choice]) => (
        <SettingCheck
          key={choice}
          label={t(platform === 'darwin' && choice === 'tray' ? 'desktop.trayMac' : `desktop.${choice}`)}
          hint={hintOf(choice, platform, t)}
          checked={desktop[choice] && !(choice === 'closeToTray' && !desktop.tray)}
          disabled={choice === 'closeToTray' && !desktop.tray}
          onChange={(on) => {
            change({ desktop: { ...desktop, [choice]: on } });
          }}
        />
      ))}
      <Links state={abilities.links} />
      {[...absent].map(([why, choices]) => (
        <Fragment key={why}>
          <h3 className={styles.head}>{t('desktop.notHere')}</h3>
          <ul className={styles.facts}>
            {choices.map((choice) => (
              <li key={choice}>{t(`desktop.${choice}`)}</li>
            ))}
          </ul>
          <p className={styles.text}>{t(`desktop.absent.${why}`)}</p>
        </Fragment>
      ))}
    </>
  );
}
