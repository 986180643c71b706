import type { ErrorEntry } from '../../error-entry.ts';

/** The call itself, addresses, the network and what servers answer. */
export const networkErrors = {
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
    cause: 'No answer from {{host}} in {{seconds, number}}\u00A0seconds.',
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
    cause: 'The site {{host}} wants to be asked less often. It is left alone until {{until}}.',
    causePlain: 'The site {{host}} wants to be asked less often. Monazite waits as long as it says.',
    next: 'Try again after that. Sources that you follow are tried again by themselves.',
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
  'private-network': {
    title: 'The address leads into your own network',
    cause: 'What was asked leads on to {{host}}, which is this computer or of its network. Monazite does not go there for a site that is not.',
    next: 'If it is yours, follow its own address.',
  },
} as const satisfies Record<string, ErrorEntry>;
