import { imageErrorWords } from './image-errors.ts';
import type { ReaderErrorCode } from '../../../electron/contract/errors.ts';

/**
 * One error in words. `cause` says what happened and what it means, `next` what to do.
 * `host` and `path` have words of their own where the detail lacks them; for any other value that may be
 * absent, `causePlain` says the same without it.
 */
export interface ErrorEntry {
  readonly title: string;
  readonly cause: string;
  readonly causePlain?: string;
  readonly next: string;
}

export const errorWords = {
  'unknown-method': {
    title: 'The parts of Monazite do not fit together',
    cause: 'The window and the engine are of different versions.',
    next: 'Close Monazite and start it again.',
  },
  'invalid-argument': {
    title: 'That could not be understood',
    cause: 'The value for {{path}} is not of the kind that is needed.',
    causePlain: 'One of the values is not of the kind that is needed.',
    next: 'Change it and try again.',
  },
  'invalid-address': {
    title: 'That is not an address',
    cause: 'What was typed cannot be read as the address of a site or feed.',
    next: 'Check for missing parts, such as the ending of example.com.',
  },
  'unsupported-scheme': {
    title: 'Only web addresses can be followed',
    cause: 'The address starts with {{scheme}}. Monazite reads http and https.',
    causePlain: 'The address does not start with http or https.',
    next: 'Paste the address as the browser shows it.',
  },
  offline: {
    title: 'No network',
    cause: 'This computer is offline. Everything kept on it stays readable.',
    next: 'Try again when you are online.',
  },
  'host-not-found': {
    title: 'Host not found',
    cause: 'There is no host of the name {{host}}, or the network cannot look it up.',
    next: 'Check the spelling, or try again later.',
  },
  'host-unreachable': {
    title: 'No connection',
    cause: 'A connection to {{host}} could not be made.',
    next: 'Try again later, or open the site in the browser to see whether it works there.',
  },
  timeout: {
    title: 'No answer',
    cause: 'No answer from {{host}} in {{seconds, number}} seconds.',
    causePlain: 'No answer from {{host}} in time.',
    next: 'Try again later. The site may be slow at the moment.',
  },
  'tls-failed': {
    title: 'The connection is not safe',
    cause: 'The certificate of {{host}} is not valid, so nothing was read.',
    next: 'Check the clock of this computer. If it is right, the site has to renew its certificate.',
  },
  'too-many-redirects': {
    title: 'The address leads in circles',
    cause: 'A request to {{host}} is sent on and on and never arrives.',
    next: 'Open the site in the browser and copy the address from there.',
  },
  'body-too-large': {
    title: 'Too large',
    cause: 'What {{host}} sent is larger than {{limit}}, so it was not read to the end.',
    causePlain: 'What {{host}} sent is too large, so it was not read to the end.',
    next: 'Look for a smaller feed on the site.',
  },
  unauthorized: {
    title: 'The address asks for sign-in',
    cause: 'Answers from {{host}} are for signed-in readers only.',
    next: 'Sign in with what the site gave you, or look for a public feed.',
  },
  forbidden: {
    title: 'The site refuses',
    cause: 'An answer came from {{host}}, but it refuses this address to readers such as Monazite.',
    next: 'Open the site in the browser and look for another feed.',
  },
  'not-found': {
    title: 'Nothing at this address',
    cause: 'An answer came from {{host}}, but there is nothing at this address.',
    next: 'Look on the site for a new address of the feed.',
  },
  gone: {
    title: 'Address gone',
    cause: 'The feed at {{host}} has ended, says the site. It is not asked any more; its articles stay.',
    next: 'Look on the site for another feed, or unsubscribe.',
  },
  'rate-limited': {
    title: 'Asked too often',
    cause: 'The site {{host}} wants to be asked less often. Monazite waits as long as it says.',
    next: 'Nothing to do. The next try comes by itself.',
  },
  'server-error': {
    title: 'The site has a fault',
    cause: 'The answer from {{host}} was error {{status}}. The fault is on its side.',
    causePlain: 'The answer from {{host}} was an error. The fault is on its side.',
    next: 'Try again later.',
  },
  'http-error': {
    title: 'An unexpected answer',
    cause: 'The answer from {{host}} was {{status}}, which Monazite cannot use.',
    causePlain: 'The answer from {{host}} cannot be used.',
    next: 'Open the address in the browser to see what it shows.',
  },
  'empty-body': {
    title: 'An empty answer',
    cause: 'An answer came from {{host}}, with nothing in it.',
    next: 'Try again later.',
  },
  'no-feed-found': {
    title: 'This page has no feed',
    cause: 'Monazite looked at {{host}} and found no feed.',
    next: 'Look on the site for a link named RSS or feed, and paste its address.',
  },
  'not-a-feed': {
    title: 'Not a feed',
    cause: 'What {{host}} sent is a page or a file, not a feed.',
    next: 'Add the address of the site instead; its feeds are found from there.',
  },
  'malformed-feed': {
    title: 'The feed cannot be read',
    cause: 'The feed at {{host}} is broken off or badly formed. Kept articles stay readable.',
    next: 'Try again later. If it stays so, tell the site.',
  },
  'feed-too-complex': {
    title: 'The feed cannot be read',
    cause: 'The feed at {{host}} is nested more deeply than any feed needs, so it was not read.',
    next: 'Look for another feed on the site.',
  },
  'no-list-found': {
    title: 'No list of articles found',
    cause: 'The page at {{host}} holds no list that could be followed: no links that repeat in one form.',
    next: 'Open the section of the site that lists its news and paste that address.',
  },
  'page-shape-changed': {
    title: 'The page has changed its shape',
    cause: '{{found, number}} articles were found where {{before, number}} were before. Kept articles stay readable.',
    causePlain: 'The list is no longer where it was. Kept articles stay readable.',
    next: 'Look at what Monazite proposes now, and choose the list again.',
  },
  'page-is-missing': {
    title: 'The site says that there is no such page',
    cause: '{{host}} answered with a page that says it cannot be found.',
    next: 'Check the address, or open the site and look for the page.',
  },
  'bot-check': {
    title: 'The site lets only browsers in',
    cause: '{{host}} answered with a check for browsers instead of its page. Monazite does not pretend to be one.',
    next: 'Open the page in the browser, or look for another source with the same news.',
  },
  'bad-selector': {
    title: 'That selector cannot be read',
    cause: 'The rule for {{field}} is not one that can be used: {{reason}}.',
    causePlain: 'One of the rules is not one that can be used.',
    next: 'Correct it, or leave the field empty to have Monazite find it.',
  },
  'robots-disallowed': {
    title: 'The site asks programs to stay away',
    cause: 'The robots.txt of {{host}} does not allow this page to be read by programs. Monazite keeps to that.',
    next: 'Open the page in the browser, or look for a feed of the site.',
  },
  ...imageErrorWords,
  'keychain-missing': {
    title: 'No keychain to keep the sign-in in',
    cause: 'The system gives Monazite no safe place for secrets, so the sign-in is kept until Monazite is closed and no longer.',
    next: 'Set up the keychain of the system, then enter the sign-in again.',
  },
  'sign-in-missing': {
    title: 'The sign-in is not on this computer',
    cause: 'Monazite does not have the sign-in for {{host}} any more, so the site was not asked. Kept articles stay readable.',
    next: 'Enter it again.',
  },
  'proxy-failed': {
    title: 'The proxy did not let the request through',
    cause: 'The proxy of this system did not connect to {{host}}.',
    next: 'Check the network settings of the system, or ask whoever runs the proxy.',
  },
  'proxy-sign-in': {
    title: 'The proxy asks for sign-in',
    cause: 'The proxy of this system wants a user and a password before it connects to {{host}}.',
    next: 'Put them into the address of the proxy, as http://user:password@proxy:port, or ask whoever runs it.',
  },
  'already-subscribed': {
    title: 'You follow it already',
    cause: 'This feed is among your sources.',
    next: 'Open it from there.',
  },
  'feed-missing': {
    title: 'The source is no longer here',
    cause: 'It was unsubscribed in the meantime.',
    next: 'Choose another one.',
  },
  'folder-missing': {
    title: 'The folder is no longer here',
    cause: 'It was deleted in the meantime. Its sources are one level up.',
    next: 'Choose another one.',
  },
  'article-missing': {
    title: 'The article is no longer here',
    cause: 'It was removed by a clean-up or with its source.',
    next: 'Choose another headline.',
  },
  'nothing-to-undo': {
    title: 'Nothing to undo',
    cause: 'It was undone already, or too much has changed since.',
    next: 'Mark the headlines one by one.',
  },
  'nothing-to-fill': {
    title: 'Nothing is missing',
    cause: 'This source has no gap any more.',
    next: 'Its headlines are in the list.',
  },
  'not-opml': {
    title: 'Not an OPML file',
    cause: 'The file could not be read as OPML. Nothing was changed.',
    next: 'Export the list from the other reader again, as OPML, and choose that file.',
  },
  'opml-too-large': {
    title: 'The file is too large',
    cause: 'The file is larger, or names more sources, than Monazite takes at once: {{limit}}. Nothing was changed.',
    causePlain: 'The file is larger, or names more sources, than Monazite takes at once. Nothing was changed.',
    next: 'Split it into parts and import them one by one.',
  },
  'opml-too-complex': {
    title: 'The file could not be read in time',
    cause: 'Something in the file takes more time or memory than a list of sources may. Nothing was changed.',
    next: 'Export the list from the other reader again, or split it into parts.',
  },
  'file-missing': {
    title: 'The file is no longer here',
    cause: 'It was handed over more than a day ago, or not to its end.',
    next: 'Choose the file again.',
  },
  'file-too-large': {
    title: 'The file is too large',
    cause: 'It is larger than Monazite takes: {{bytes}}. Nothing was changed.',
    next: 'Choose a smaller file.',
  },
  'profile-unwritable': {
    title: 'The profile folder cannot be written',
    cause: 'Monazite may not write to {{path}}.',
    next: 'Allow writing to the folder, or start Monazite with another profile folder.',
  },
  'profile-in-use': {
    title: 'The profile is open elsewhere',
    cause: 'Another Monazite is using {{path}}.',
    next: 'Use that window, or close it and try again here.',
  },
  'database-damaged': {
    title: 'The library is damaged',
    cause: 'The library at {{path}} cannot be read to the end.',
    next: 'Close Monazite, copy the newest backup over the damaged file, and try again.',
  },
  'database-newer': {
    title: 'The library is from a newer version',
    cause: 'A newer Monazite wrote the library at {{path}}. This version cannot read it.',
    next: 'Install the newer version, or start this one with another profile folder.',
  },
  'database-failed': {
    title: 'The library did not answer',
    cause: 'Reading or writing the library failed. What was stored before is untouched.',
    next: 'Try again. If it stays so, start Monazite again.',
  },
  'migration-failed': {
    title: 'The library could not be updated',
    cause: 'Updating the library failed. Its state from before is in {{backup}}.',
    causePlain: 'Updating the library for this version failed. Its state from before holds.',
    next: 'Make sure that the disk has room, then try again. The earlier version of Monazite still opens it.',
  },
  'disk-full': {
    title: 'The disk is full',
    cause: 'There is no room left on the disk that holds {{path}}. What was stored before is untouched.',
    next: 'Free some room, then try again.',
  },
  'settings-failed': {
    title: 'The setting could not be stored',
    cause: 'The settings file cannot be written. The earlier setting holds.',
    next: 'Check that there is room on the disk and that the profile folder can be written.',
  },
  'refresh-running': {
    title: 'A refresh is running',
    cause: 'Two refreshes cannot run at once.',
    next: 'Wait until it is done, or stop it.',
  },
  'engine-stopped': {
    title: 'Monazite has stopped answering',
    cause: 'The part of Monazite that reads the library is no longer running. Everything stored is on disk.',
    next: 'Try again, or close Monazite and start it again.',
  },
  internal: {
    title: 'Something in Monazite went wrong',
    cause: 'The fault is in Monazite, not in what you did. Nothing stored is lost.',
    next: 'Try again. If it happens again, start Monazite again.',
  },
} as const satisfies Record<ReaderErrorCode, ErrorEntry>;
