import type { Scope } from '../../electron/contract/model.ts';

/** One string a scope, equal for equal scopes. */
export function scopeKey(scope: Scope): string {
  return 'id' in scope ? `${scope.kind}:${scope.id}` : scope.kind;
}
