import type { SavingApi } from '../../contract/saving.ts';
import type { Saver } from '../saving/saver.ts';

/** Pages and files that a person saves by themselves. */
export function savingMethods(saver: Saver): SavingApi {
  return {
    previewSave: (source) => saver.preview(source),
    previewSaveImages: (source) => saver.previewImages(source),
    async forgetFile({ file }) {
      await saver.forget(file);
      return {};
    },
    savePage: ({ tags = [], note = '', images = true, title = '', ...source }) => saver.save(source, { tags, note, images, title }),
  };
}
