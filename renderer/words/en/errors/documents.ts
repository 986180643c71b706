import type { ErrorEntry } from '../../error-entry.ts';

/** What servers send, pages without a feed, sign-ins and proxies. */
export const documentErrors = {
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
    reasons: {
      'script-only': {
        title: 'The page is drawn by scripts',
        cause: 'What {{host}} sends holds no articles: scripts fetch them in the browser, and Monazite runs none.',
        next: 'Look for a feed or a plain list on the site, or paste the address from which its scripts fetch the list.',
      },
    },
  },
  'page-shape-changed': {
    title: 'The page has changed its shape',
    cause: '{{found, number}} articles were found where {{before, number}} were before. Kept articles stay readable.',
    causePlain: 'The list is no longer where it was. Kept articles stay readable.',
    next: 'Look at what Monazite proposes now, and choose the list again.',
    reasons: {
      'script-only': {
        title: 'The page is drawn by scripts now',
        cause: 'What {{host}} sends no longer holds articles: scripts fetch them in the browser, and Monazite runs none. Kept articles stay readable.',
        next: 'Look for a feed or a plain list on the site.',
      },
      'no-dates': {
        title: 'The page no longer shows dates',
        cause: 'Its articles still come, but without the dates that most of them had: new ones count as published when they first appear.',
        next: 'Look at how the page is read, and choose a list with dates or keep it as it is.',
      },
    },
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
} as const satisfies Record<string, ErrorEntry>;
