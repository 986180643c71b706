import { ReaderError } from '../../contract/errors.ts';
import { ENTITY_KINDS, type Entity, type EntityId, type GazetteerApi, type OwnEntity } from '../../contract/gazetteer.ts';
import { foldForm } from '../entities/fold-names.ts';
import { formsOf } from '../entities/name-form.ts';
import { articleEntities } from '../query/article-entities.ts';
import { dropOwnEntity, freeEntityId, keepOwnEntity, ownEntity } from '../store/own-entities.ts';
import type { MethodParts } from './method-parts.ts';

const NOTHING: Pick<OwnEntity, 'names' | 'aliases' | 'hidden'> = { names: {}, aliases: [], hidden: [] };

function nameOf({ names, id }: Entity): string {
  return names['en'] ?? Object.values(names)[0] ?? id;
}

function isMeant(entity: Entity, folded: string): boolean {
  return [...Object.values(entity.names), ...entity.aliases.map(({ text }) => text), ...(entity.tickers ?? []).map(({ code }) => code)].some((form) => foldForm(form).includes(folded));
}

/** The names that are recognised, and what a person adds to them. */
export function gazetteerMethods({ store, names }: MethodParts): GazetteerApi {
  const entityOf = (id: EntityId): Entity => {
    const entity = names.finder().entities.get(id);
    if (!entity) throw new ReaderError('entity-missing', `there is no entity ${id}`, { entityId: id });
    return entity;
  };
  return {
    async listEntities({ kind, query }) {
      const folded = foldForm(query ?? '');
      const entities = [...names.finder().entities.values()].filter((entity) => (kind === undefined || entity.kind === kind) && (folded === '' || isMeant(entity, folded)));
      return { entities: entities.toSorted((a, b) => ENTITY_KINDS.indexOf(a.kind) - ENTITY_KINDS.indexOf(b.kind) || nameOf(a).localeCompare(nameOf(b))) };
    },
    getEntity: async ({ entityId }) => ({ entity: entityOf(entityId) }),
    async saveEntity({ entityId, kind, names: named, aliases, hidden }) {
      const known = entityId === undefined ? null : entityOf(entityId);
      const ofKind = known?.kind ?? kind ?? 'company';
      const id = entityId ?? freeEntityId(store, ofKind);
      const before = ownEntity(store, id);
      const { removed: _, ...given } = before ?? { id, kind: ofKind, ...NOTHING };
      const mine: OwnEntity = { ...given, ...(named && { names: named }), ...(aliases && { aliases }), ...(hidden && { hidden }) };
      store.transaction(() => {
        keepOwnEntity(store, mine);
        const joined = names.joined(id);
        if (!joined || Object.keys(joined.names).length === 0 || formsOf(joined).length === 0) throw new ReaderError('entity-name-missing', `${id} has no form to know it by`, { entityId: id });
      });
      names.changed();
      return { entity: entityOf(id), before };
    },
    async removeEntity({ entityId }) {
      const entity = entityOf(entityId);
      const before = ownEntity(store, entityId);
      if (entity.own === 'added') dropOwnEntity(store, entityId);
      else keepOwnEntity(store, { ...(before ?? { id: entityId, kind: entity.kind, ...NOTHING }), removed: true });
      names.changed();
      return { before };
    },
    async resetEntity({ entityId }) {
      if (entityOf(entityId).own === 'added') throw new ReaderError('entity-missing', `${entityId} is not shipped`, { entityId });
      const before = ownEntity(store, entityId);
      if (dropOwnEntity(store, entityId)) names.changed();
      return { entity: entityOf(entityId), before };
    },
    async restoreEntity({ entityId, own }) {
      if (own && own.id !== entityId) throw new ReaderError('invalid-argument', 'what is given back is of another entity', { path: 'own.id' });
      if (own) keepOwnEntity(store, own);
      else dropOwnEntity(store, entityId);
      names.changed();
      return {};
    },
    async entitiesOf({ articleId }) {
      if (!store.get('SELECT 1 FROM articles WHERE id = ?', articleId)) throw new ReaderError('article-missing', `there is no article ${articleId}`, { articleId });
      return { entities: articleEntities(store, articleId, names.finder().entities) };
    },
    recognitionProgress: async () => names.progress(),
  };
}
