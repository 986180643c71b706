import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { BackupReport } from '../../electron/contract/backup.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';

export function useBackups(): UseQueryResult<BackupReport> {
  return useQuery({ queryKey: queryKeys.backups, queryFn: () => call('backups', {}) });
}
