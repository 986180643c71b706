import { QueryClient } from '@tanstack/react-query';

/** Answers stay fresh until an event says otherwise, and a machine without a network still has its engine. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, gcTime: 60_000, retry: false, networkMode: 'always', refetchOnWindowFocus: false, refetchOnReconnect: false },
    mutations: { retry: false, networkMode: 'always' },
  },
});
