import type { Page } from 'playwright/test';
import { expect, test } from './app/test.ts';

/**
 * The window as it is read aloud: what each part is called, in which order it comes, and what is left out. A part that is
 * called otherwise, or that is drawn without a role, is another tree.
 */

interface Walk {
  readonly language: 'en' | 'zh-CN';
  readonly sidebar: string;
  readonly list: string;
  readonly article: string;
  readonly exporting: string;
  readonly unsubscribing: string;
}

const ENGLISH: Walk = {
  language: 'en',
  sidebar: `
    - navigation "Views and sources":
      - tree "Views":
        - treeitem /^Today, \\d+ unread$/ [level=1]
        - treeitem "Unread, 9 unread" [level=1]
        - treeitem "Bookmarks" [level=1]
        - treeitem "Offline, 9" [level=1]
      - tree "Prices, figures and dates":
        - treeitem "Prices" [level=1]
        - treeitem "Figures" [level=1]
        - treeitem "Calendar" [level=1]
      - heading "Watchlists, Alerts" [level=2]
      - button "Add watchlist…"
      - button "More for watchlists"
      - heading "Sources" [level=2]
      - button "More"
      - tree "Sources":
        - treeitem "Trade press, 9 unread" [expanded] [level=1]
        - treeitem "Oxide & Alloy, 9 unread" [level=2] [selected]
      - text: /^Updated \\d\\d:\\d\\d$/
      - button "Refresh all"
      - button "Add source"
      - button "Settings"
  `,
  list: `
    - region "Headlines":
      - heading "Oxide & Alloy" [level=1]
      - text: 9 unread
      - button "Unread only"
      - button "Mark all as read"
      - button "Search"
      - listbox "Headlines, Oxide & Alloy":
        - option /^Unread\\. Dysprosium oxide gains again as trucks queue at the border\\. Oxide & Alloy, [^.]+\\. Dysprosium, terbium, gadolinium, neodymium\\. Kept on this device\\.$/
        - option /^Unread\\. NdPr oxide holds near 545,000 yuan while buyers wait for quotas\\. Oxide & Alloy, /
  `,
  article: `
    - toolbar "Article tools":
      - button /^Mark as (un)?read$/
      - button "Bookmark"
      - button "Highlight selection"
      - button "Keep offline"
      - button "Text and layout"
      - button "Open in browser"
      - button "More"
      - button "Lens"
    - region "Article":
      - article:
        - time
        - heading "Dysprosium oxide gains again as trucks queue at the border" [level=1]
        - list "Named in this article":
          - listitem:
            - button "dysprosium, element 66"
          - listitem:
            - button "terbium, element 65"
        - button "More names and topics"
        - paragraph: /^Dysprosium oxide was quoted at/
        - figure /^Leach ponds in southern Jiangxi/:
          - img /^Leach ponds in southern Jiangxi/
        - blockquote:
          - paragraph: /mud to next Thursday/
        - heading "What was done and at what price" [level=2]
        - table:
          - rowgroup:
            - row /^Product Low High Unit Day Month$/:
              - columnheader "Product"
        - heading "Outside China" [level=2]
        - list
        - region "Attachments":
          - heading "Attachments" [level=2]
  `,
  exporting: `
    - dialog "Export articles":
      - heading "Export articles" [level=2]
      - combobox "What":
        - 'option "All bookmarks: 0" [selected]'
        - option "The whole library"
      - combobox "Format"
      - paragraph: Title, outlet, authors, link, dates, tags, note and highlights go with each article.
      - button "Cancel"
      - button "Export" [disabled]
  `,
  unsubscribing: `
    - alertdialog "Unsubscribe from Oxide & Alloy?":
      - heading "Unsubscribe from Oxide & Alloy?" [level=2]
      - paragraph: Its 9 articles are removed; none is bookmarked.
      - button "Cancel"
      - button "Unsubscribe"
  `,
};

const CHINESE: Walk = {
  language: 'zh-CN',
  sidebar: `
    - navigation "视图与来源":
      - tree "视图":
        - treeitem /^今日，\\d+条未读$/ [level=1]
        - treeitem "未读，9条未读" [level=1]
        - treeitem "书签" [level=1]
        - treeitem "离线，9条" [level=1]
      - tree "价格、数据与日历":
        - treeitem "价格" [level=1]
        - treeitem "数据" [level=1]
        - treeitem "日历" [level=1]
      - heading "关注，提醒" [level=2]
      - button "添加关注…"
      - button "关注的更多操作"
      - heading "来源" [level=2]
      - button "更多"
      - tree "来源":
        - treeitem "Trade press，9条未读" [expanded] [level=1]
        - treeitem "Oxide & Alloy，9条未读" [level=2] [selected]
      - text: /^\\d\\d:\\d\\d 已更新$/
      - button "全部刷新"
      - button "添加来源"
      - button "设置"
  `,
  list: `
    - region "文章列表":
      - heading "Oxide & Alloy" [level=1]
      - text: 9条未读
      - button "仅未读"
      - button "全部标为已读"
      - button "搜索"
      - listbox "文章列表，Oxide & Alloy":
        - option /^未读。Dysprosium oxide gains again as trucks queue at the border。Oxide & Alloy，[^。]+。镝、铽、钆、钕。已保存在本机。$/
        - option /^未读。NdPr oxide holds near/
  `,
  article: `
    - toolbar "文章工具":
      - button /^标为[已未]读$/
      - button "加书签"
      - button "高亮所选文字"
      - button "保存以供离线阅读"
      - button "文字与版面"
      - button "在浏览器中打开"
      - button "更多"
      - button "要点"
    - region "文章":
      - article:
        - time
        - heading "Dysprosium oxide gains again as trucks queue at the border" [level=1]
        - list "文中提到":
          - listitem:
            - button "镝，第66号元素"
          - listitem:
            - button "铽，第65号元素"
        - button "更多名称和主题"
        - paragraph: /^Dysprosium oxide was quoted at/
        - figure /^Leach ponds in southern Jiangxi/
        - region "附件":
          - heading "附件" [level=2]
  `,
  exporting: `
    - dialog "导出文章":
      - heading "导出文章" [level=2]
      - combobox "内容":
        - option "全部书签：0篇" [selected]
        - option "整个资料库"
      - combobox "格式"
      - paragraph: 每篇文章都附带标题、媒体、作者、链接、日期、标签、笔记和高亮。
      - button "取消"
      - button "导出" [disabled]
  `,
  unsubscribing: `
    - alertdialog "退订“Oxide & Alloy”？":
      - heading "退订“Oxide & Alloy”？" [level=2]
      - paragraph: 9篇文章均无书签，将全部删除。
      - button "取消"
      - button "退订"
  `,
};

/** The dialog that is open. */
function dialog(page: Page) {
  return page.locator('dialog[open]');
}

for (const walk of [ENGLISH, CHINESE]) {
  test.describe(`Read aloud, ${walk.language}:`, () => {
    test.use({ settings: { language: walk.language } });
    test('sidebar, list, article and dialogs say what they are, in their order', async ({ app }) => {
      await app.follow('oxide-alloy');
      await app.imagesKept();
      const { screen, page } = app;
      await screen.place('Oxide & Alloy').click();
      await expect(screen.row('Dysprosium oxide gains again')).toBeVisible();
      await expect(screen.sidebar).toMatchAriaSnapshot(walk.sidebar);
      await expect(page.getByRole('main')).toMatchAriaSnapshot(walk.list);
      await screen.row('Dysprosium oxide gains again').click();
      await expect(screen.articleTitle).toBeVisible();
      await expect(page.getByRole('main')).toMatchAriaSnapshot(walk.article);
      await screen.press('Control+e');
      await expect(dialog(page)).toMatchAriaSnapshot(walk.exporting);
      await screen.press('Escape');
      await expect(dialog(page)).toBeHidden();
      await screen.place('Oxide & Alloy').click({ button: 'right' });
      await page.getByRole('menuitem').last().click();
      await expect(dialog(page)).toMatchAriaSnapshot(walk.unsubscribing);
    });
  });
}
