/** Whether Cmd is what Ctrl is elsewhere. */
export const IS_MAC = /^mac/iu.test(typeof navigator === 'undefined' ? '' : navigator.platform);
