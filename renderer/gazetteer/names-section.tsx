import { useState } from 'react';
import type { EntityId } from '../../electron/contract/gazetteer.ts';
import { EntityEditor } from './entity-editor.tsx';
import { NamesList } from './names-list.tsx';
import type { NamesChoice } from './names-list.tsx';
import { NewEntity } from './new-entity.tsx';
import { UndoLine } from './undo-line.tsx';

type Shown = { readonly kind: 'list' } | { readonly kind: 'new' } | { readonly kind: 'one'; readonly id: EntityId };

/** The names that are known: all of them to look through, one of them to correct, or a new one. */
export function NamesSection() {
  const [shown, setShown] = useState<Shown>({ kind: 'list' });
  const [choice, setChoice] = useState<NamesChoice>({ kind: 'all', query: '' });
  const [left, setLeft] = useState<EntityId | null>(null);
  const back = () => setShown({ kind: 'list' });
  const open = (id: EntityId) => {
    setLeft(id);
    setShown({ kind: 'one', id });
  };
  const part = () => {
    switch (shown.kind) {
      case 'list':
        return <NamesList choice={choice} left={left} onChoice={setChoice} onOpen={open} onNew={() => setShown({ kind: 'new' })} />;
      case 'new':
        return <NewEntity first={choice.kind === 'all' ? 'company' : choice.kind} onBack={back} onDone={open} />;
      case 'one':
        return <EntityEditor key={shown.id} entityId={shown.id} onBack={back} />;
      default:
        return shown satisfies never;
    }
  };
  return (
    <>
      {part()}
      <UndoLine />
    </>
  );
}
