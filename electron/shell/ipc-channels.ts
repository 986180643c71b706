/** One question and one answer: a method's name and its arguments, then a CallAnswer. */
export const CALL_CHANNEL = 'reader:call';
/** From the engine to every window: a ReaderEvent. */
export const EVENT_CHANNEL = 'reader:event';
/** Names of methods are shorter than this; what is not is no call of ours. */
export const MAX_METHOD_LENGTH = 64;
