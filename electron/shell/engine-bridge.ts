import type { CallAnswer, ReaderBridge } from '../contract/api.ts';

/** A bridge to an engine that is still starting: what is asked meanwhile waits for it. `starting` must not reject. */
export function bridgeToStarting(starting: Promise<ReaderBridge>): ReaderBridge {
  return {
    call: async (method, args): Promise<CallAnswer> => (await starting).call(method, args),
    onEvent(listener) {
      let stopped = false;
      const listening = starting.then((engine) => (stopped ? null : engine.onEvent(listener)));
      return () => {
        stopped = true;
        void listening.then((stop) => stop?.());
      };
    },
  };
}
