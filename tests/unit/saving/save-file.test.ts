import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imagePath } from '../../../electron/core/offline/image-path.ts';
import { savedFilePath } from '../../../electron/core/saving/saved-file-path.ts';
import { sweepSavedFiles } from '../../../electron/core/saving/saved-file-store.ts';
import { mhtml, pageHtml, pdf, PLAIN, PNG } from '../../fixtures/saved/made-files.ts';
import { savingDesk } from './saving-desk.ts';

const desk = savingDesk();
const { bookmarks, handIn, page } = desk;

describe('a file', () => {
  test('of text is one article however often it is saved, and needs no network', async () => {
    const first = await desk.room.api.savePage(await handIn(PLAIN, 'copy.txt'));
    const again = await desk.room.api.savePage(await handIn(PLAIN, 'renamed.txt'));
    expect([again.articleId, desk.server.requests]).toEqual([first.articleId, []]);
    expect(await bookmarks()).toMatchObject([{ title: 'Dysprosium oxide climbs for a sixth session', feedTitle: 'SMM', kept: 'full' }]);
  });

  test.each([
    ['says nothing of where it came from', () => ({})],
    ['says that it came from this network', () => ({ before: `<!-- saved from url=(0042)${desk.server.origin}/ponds -->\n` })],
    ['says that it came from a page of the world', () => ({ before: '<!-- saved from url=(0042)https://oxide.example/ponds -->\n' })],
  ])('that %s asks nothing of it, neither when it is looked at nor when it is saved', async (_case, parts) => {
    const incoming = await handIn(pageHtml({ ...parts(), image: `${desk.server.origin}/pond.png` }), 'ponds.html');
    expect(await desk.room.api.previewSave(incoming)).toMatchObject({ images: 1 });
    expect(await desk.room.api.previewSaveImages(incoming)).toMatchObject({ thumbnail: null });
    const { articleId } = await desk.room.api.savePage(incoming);
    expect(await desk.room.api.keepImages({ articleId })).toEqual({ kept: 0, failed: 1 });
    await desk.room.api.lookAgain({ articleId });
    expect(desk.server.requests).toEqual([]);
  });

  test('in MHTML is the same article as its page, with the images that came inside it', async () => {
    const url = page();
    const saved = await desk.room.api.savePage(await handIn(mhtml(url, `${desk.server.origin}/pond.png`), 'ponds.mhtml'));
    expect(desk.server.requests).toEqual([]);
    const { images, contentHtml } = await desk.room.api.getArticle({ articleId: saved.articleId });
    expect(images).toMatchObject([{ state: 'kept' }]);
    expect(readFileSync(imagePath(desk.room.profile, images[0]?.key ?? '')).equals(PNG)).toBe(true);
    expect(contentHtml).toContain(`img/${images[0]?.key}`);
    expect((await desk.room.api.savePage({ url })).articleId).toBe(saved.articleId);
  });

  test('in PDF is kept under its hash beside its text, and goes when no article names it', async () => {
    const bytes = pdf();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const incoming = await handIn(bytes, 'quota notice.pdf');
    expect(await desk.room.api.previewSave(incoming)).toMatchObject({ kind: 'pdf', pages: 2, bytes: bytes.length });
    const { articleId } = await desk.room.api.savePage(incoming);
    expect(await desk.room.api.getArticle({ articleId })).toMatchObject({ title: 'Quota notice for 2026', savedFile: { name: 'quota notice.pdf', type: 'application/pdf', bytes: bytes.length, pages: 2, sha256 } });
    const yesterday = new Date(Date.now() - 24 * 3_600_000);
    utimesSync(savedFilePath(desk.room.profile, sha256), yesterday, yesterday);
    await sweepSavedFiles(desk.room.store);
    expect(readFileSync(savedFilePath(desk.room.profile, sha256)).equals(bytes)).toBe(true);
    desk.room.store.run('DELETE FROM saved_files');
    await sweepSavedFiles(desk.room.store);
    expect(existsSync(savedFilePath(desk.room.profile, sha256))).toBe(false);
  });

  test('is not another one of its title: both are kept, and each is known again by its bytes', async () => {
    const [first, second] = [pdf({ title: 'Annual report' }), pdf({ title: 'Annual report', pages: [['Quite another text of another company that mines monazite sands on a far beach, by the tonne,', 'and sells it to a separator who pays by the kilogram of oxide that it can win from them.']] })];
    const { articleId } = await desk.room.api.savePage(await handIn(first, '2024.pdf'));
    const other = await desk.room.api.savePage(await handIn(second, '2025.pdf'));
    expect([other.bookmarked, other.articleId === articleId]).toEqual([true, false]);
    await sweepSavedFiles(desk.room.store);
    for (const bytes of [first, second]) expect(existsSync(savedFilePath(desk.room.profile, createHash('sha256').update(bytes).digest('hex')))).toBe(true);
    expect((await desk.room.api.previewSave(await handIn(first, 'again.pdf'))).alreadySaved).toBe(articleId);
  });

  test('that was handed in goes as soon as it is saved, and stays where it was only looked at', async () => {
    const incoming = await handIn(PLAIN, 'copy.txt');
    await desk.room.api.previewSave(incoming);
    expect(readdirSync(join(desk.room.profile, 'exchange'))).toEqual([incoming.file]);
    await desk.room.api.savePage(incoming);
    expect(readdirSync(join(desk.room.profile, 'exchange'))).toEqual([]);
  });

  test('that was only looked at goes when nobody wants it any more, with what was held of it', async () => {
    const [incoming, other] = [await handIn(PLAIN, 'copy.txt'), await handIn(PLAIN, 'other.txt')];
    await desk.room.api.previewSave(incoming);
    await desk.room.api.forgetFile({ file: incoming.file });
    expect(readdirSync(join(desk.room.profile, 'exchange'))).toEqual([other.file]);
    await expect(desk.room.api.savePage(incoming)).rejects.toMatchObject({ code: 'file-missing' });
    await desk.room.api.forgetFile({ file: incoming.file });
    expect(await bookmarks()).toEqual([]);
  });

  test('that cannot be read is refused by name, and leaves nothing', async () => {
    await expect(desk.room.api.savePage(await handIn(pdf({ locked: true }), 'locked.pdf'))).rejects.toMatchObject({ code: 'file-encrypted', detail: { name: 'locked.pdf' } });
    await expect(desk.room.api.savePage({ file: '0'.repeat(32), name: 'gone.txt' })).rejects.toMatchObject({ code: 'file-missing' });
    expect(await bookmarks()).toEqual([]);
  });
});
